"""The words of the debrief that are not about one person's acts."""

from game.clock import clock
from game.log import Marked
from game.score import Interval, PersonTold, Score, ends, signed

from .debrief_setup import Debriefed

PARTS = {"subject": ("Subject", "subject"), "decoy": ("Decoy", "decoy"), "crowd": ("Crowd", "text_soft")}
RESULTS = {
    "hit": ("found", "hit"), "miss": ("missed", "miss"), "unfounded": ("marked too soon", "unfounded"),
    "false alarm": ("marked, with nothing to hide", "false_alarm"),
    "correct rejection": ("rightly left alone", "rejection"), "crime noticed": ("a crime, and noticed", "hit"),
    "crime missed": ("a crime, not noticed", "miss"), "not judged": ("not counted", "text_soft"),
}


IN_LESSON = {"subject": "the one meant", "decoy": "with nothing to hide", "crowd": "with nothing to hide"}


def result(one: PersonTold, *, lesson: bool = False) -> tuple[str, str]:
    """What became of a person, in a few words, and its colour. Praise is for those the trainee could make out.

    In a lesson nobody is missed, and nothing is wrong.
    """
    words, tint = RESULTS[one.result]
    if lesson and one.result != "hit":
        return IN_LESSON[one.part], "text_soft"
    if one.result in {"correct rejection", "not judged"} and one.marks and not suspected(one):
        did = "noted only" if one.standing else "mark cleared"
        return f"{did}, at {clock(one.marks[-1].tick)}: not judged", "text_soft"
    shown = [act.showing for act in one.acts if act.showing.shown]
    if one.result == "correct rejection" and not any(showing.attended for showing in shown):
        seen = "not noticed" if any(showing.noticed for showing in shown) else "not seen"
        return f"{seen}, not marked" if shown else "not marked", "text_soft"
    return words, tint


def suspected(one: PersonTold) -> bool:
    """Whether the mark that stands says "suspicious"."""
    return one.standing is not None and one.standing.level > 1


def marks_told(one: PersonTold) -> list[tuple[int, Marked | None]]:
    """The marks on a person, each with when it was first made; signs ticked later belong to it. None: taken back."""
    told: list[tuple[int, Marked | None]] = []
    for mark in one.marks:
        if not isinstance(mark, Marked):
            told.append((mark.tick, None))
        elif told and (last := told[-1][1]) and last.level == mark.level:
            told[-1] = told[-1][0], mark
        else:
            told.append((mark.tick, mark))
    return told


def numbers(score: Score) -> tuple[tuple[str, str, str], ...]:
    """The figures: a value, what it is, its colour."""
    counts, alarms, measures = score.counts, score.false_alarms, score.measures
    return (
        (
            f"{counts.hits}\u00a0of\u00a0{counts.signals}" if counts.signals else "–", "found",
            _found(counts.hits, counts.signals),
        ),
        (str(alarms.decoys), "decoys marked", "false_alarm" if alarms.decoys else "text"),
        (str(alarms.crowd), "of the crowd marked", "false_alarm" if alarms.crowd else "text"),
        _measure(measures.d_prime, "telling them apart (d′)", measures.d_prime_interval),
        _measure(measures.criterion, "caution (c)", measures.criterion_interval),
    )


def _measure(value: float | None, words: str, interval: Interval | None) -> tuple[str, str, str]:
    shown = "–" if value is None else signed(value)
    return shown, f"{words}\n{ends(interval)}" if interval else words, "text"


def _found(hits: int, signals: int) -> str:
    if not signals:
        return "text"
    return "hit" if hits == signals else "miss" if not hits else "text"


def readings(told: Debriefed) -> tuple[str, ...]:
    """What the numbers mean, sentence by sentence."""
    words = told.debrief
    return words.sensitivity, words.criterion, words.flags, words.base_rate.sentence, *words.honesty
