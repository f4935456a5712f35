"""A report about somebody, for intelligence or as a description: sentences, each told apart by what it rests on."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from .decisions import Decision

Rests = Literal["seen", "heard", "inferred", "appearance"]
"""What a sentence rests on, as whoever reports says: seen or heard oneself, made of it, or how somebody looks."""
LineKind = Literal["sign", "answer", "place", "look", "reason"]
"""What they did (`about` the cue's id) · what they said (the topic) · where (a landmark's name) · how they look (as
`heading: words`) · why it is reported (a code of `WHY`)."""
WHY: Mapping[str, str] = {
    "kinds": "Several things of different kinds, done by the same person",
    "account": "What they told us is not so",
    "odd": "Something about them was not right",
    "belongs": "They did not look as if they belonged here",
}
"""Why one reports, by code."""
ASKS_FOR_REPORT: frozenset[Decision] = frozenset({"ask control", "circulate", "pass on", "tell staff", "hotline"})
"""Decisions in which somebody else has to be told something."""
DUE: Mapping[LineKind, Rests] = {
    "sign": "seen", "answer": "heard", "place": "seen", "look": "appearance", "reason": "inferred",
}
"""What a sentence of each kind truly rests on."""


class ReportLine(NamedTuple):
    """One sentence. `tick` is when it was so, of a sign or an answer."""

    kind: LineKind
    about: str
    tick: int = 0
    rests: Rests = "seen"


def answer_report(lines: Sequence[ReportLine]) -> str:
    """What whoever takes the report says back: they ask for what is missing, behaviour first."""
    kinds = {line.kind for line in lines}
    if not kinds & {"sign", "answer"}:
        return "Received. But what did they do? How somebody looks is nothing we can act on."
    if "place" not in kinds:
        return "Received, thank you. Where was that?"
    if "look" not in kinds:
        return "Received, thank you. How would we know them?"
    return "Received, thank you. That is passed on, and we look out for them."
