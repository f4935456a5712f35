"""The words of the debrief that are not about one person."""

from ..score import Score
from .debriefed import Debriefed

PARTS = {"subject": ("Subject", "subject"), "decoy": ("Decoy", "decoy"), "crowd": ("Crowd", "text_soft")}
RESULTS = {
    "hit": ("found", "hit"), "miss": ("missed", "miss"), "unfounded": ("marked without grounds", "unfounded"),
    "false alarm": ("marked, with nothing to hide", "false_alarm"),
    "correct rejection": ("left in peace, rightly", "rejection"), "crime noticed": ("a crime, and noticed", "hit"),
    "crime missed": ("a crime, not noticed", "miss"), "not judged": ("not counted", "text_soft"),
}


def numbers(score: Score) -> tuple[tuple[str, str, str], ...]:
    """The figures: a value, what it is, its colour."""
    counts, alarms = score.counts, score.false_alarms
    d_prime, criterion = score.measures.d_prime, score.measures.criterion
    return (
        (
            f"{counts.hits}\u00a0of\u00a0{counts.signals}" if counts.signals else "–", "found",
            _found(counts.hits, counts.signals),
        ),
        (str(alarms.decoys), "decoys marked", "false_alarm" if alarms.decoys else "hit"),
        (str(alarms.crowd), "of the crowd marked", "false_alarm" if alarms.crowd else "hit"),
        ("–" if d_prime is None else f"{d_prime:.1f}".replace("-", "−"), "telling them apart (d′)", "text"),
        ("–" if criterion is None else f"{criterion:.1f}".replace("-", "−"), "caution (c)", "text"),
    )


def _found(hits: int, signals: int) -> str:
    if not signals:
        return "text"
    return "hit" if hits == signals else "miss" if not hits else "text"


def readings(told: Debriefed) -> tuple[str, ...]:
    """What the numbers mean, sentence by sentence."""
    words = told.debrief
    return words.sensitivity, words.criterion, words.flags, words.base_rate.sentence, *words.honesty
