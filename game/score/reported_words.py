"""What is said of a report, line by line."""

from collections.abc import Iterator, Mapping

from game.clock import clock
from game.duty import DUE, WHY, ReportLine

from .reported import LineJudged, LineWorth, ReportJudged

LINE_WORTHS: Mapping[LineWorth, str] = {
    "right": "right", "wrong": "wrong", "wrong time": "it happened, but at another time",
    "unsure": "shown, but not so that you could be sure", "invented": "nothing of the kind was there to see or hear",
    "stress": "a sign of stress, which tells nothing", "no reason": "no reason to report anybody",
}  # fmt: skip
RESTS_WORDS = {"seen": "seen", "heard": "heard", "inferred": "made of it", "appearance": "how they look"}


def tell_report(judged: ReportJudged, wordings: Mapping[str, str]) -> Iterator[str]:
    """Each sentence and what it is worth, what is missing, and whether it was in order."""
    for line in judged.lines:
        yield _line(line, wordings)
    for cue in judged.missing:
        yield f"Missing: “{wordings.get(cue, cue)}”, which you had made out."
    if not judged.in_order:
        yield "What they did was not told in the order in which it happened."
    if not any(line.line.kind in ("sign", "answer") for line in judged.lines):
        yield "It says nothing of what they did. Without that, the rest is of no use."


def name_line(line: ReportLine, wordings: Mapping[str, str]) -> str:
    """What a sentence says."""
    match line.kind:
        case "sign":
            return f"{clock(line.tick)} {wordings.get(line.about, line.about)}"
        case "answer":
            return f"{clock(line.tick)} What they said about “{wordings.get(line.about, line.about)}”"
        case "place":
            return f"Nearest to: {line.about}"
        case "look":
            return line.about
        case "reason":
            return WHY.get(line.about, line.about)


def _line(line: LineJudged, wordings: Mapping[str, str]) -> str:
    apart = "" if line.told_apart else (
        f" You gave it as {RESTS_WORDS[line.line.rests]}; it is {RESTS_WORDS[DUE[line.line.kind]]}."
    )
    return f"{name_line(line.line, wordings)}: {LINE_WORTHS[line.worth]}.{apart}"
