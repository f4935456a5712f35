"""A report of the trainee: taken as it is given, and judged afterwards."""

from collections.abc import Container, Mapping

from game.acts import Report
from game.bounds import MOST_GROUNDS
from game.duty import ASKS_FOR_REPORT
from game.log import Reported

from . import refusal
from .deciding import DecisionMade
from .refusal import Refusal


def report(act: Report, tick: int, made: Mapping[int, DecisionMade], cues: Container[str]) -> Reported | Refusal:
    """The event that a report is. How somebody looks is asked for only once it is said what they did."""
    decided = made.get(act.person)
    if decided is None or decided.decided.decision not in ASKS_FOR_REPORT:
        return refusal.NOBODY_TO_TELL
    if not act.lines or len(act.lines) > MOST_GROUNDS:
        return refusal.NOTHING_REPORTED
    for line in act.lines:
        if line.kind == "sign" and line.about not in cues:
            return refusal.unknown_cue(line.about)
    kinds = [line.kind for line in act.lines]
    if "look" in kinds and not {"sign", "answer"} & set(kinds[: kinds.index("look")]):
        return refusal.BEHAVIOUR_FIRST
    return Reported(tick, act.person, act.lines)
