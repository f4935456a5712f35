"""What exercises say one after another, a sentence for each figure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from game.numerals import number, say_count

from .over_time import Fooled, Lapse, Stretch
from .progress_words import criterion_read, sensitivity_read
from .sensitivity import FEWEST_SUBJECTS
from .together import Pooled

LAPSES: Mapping[Lapse, str] = {
    "search": "never in view", "recognition": "in view, taken for nothing", "decision": "seen, and let go",
    "luck": "marked with nothing seen",
}
ADVICE: Mapping[Lapse, str] = {
    "search": "Look over the whole place again and again, and come closer where people stay.",
    "recognition": "Drills and the field guide are for this: know the sign when you see it.",
    "decision": "Go back to those you noted, and let second thoughts rest on what you see.",
    "luck": "Wait for what somebody does before you mark them.",
}
NO_GRADE = "None of this is a grade. It is of these exercises alone; no study shows that it carries over to the street."


DECOYS = "Decoys are people with nothing to hide who do what looks like a sign."
BARS = "A bar goes from the least to the most that is plausible (95 %); the dot is its middle."
EXERCISES = "Below are exercises in which somebody was there to be found."


def say_sensitivity(found: Sequence[Stretch]) -> str:
    """How well subjects are told from decoys of late, and whether that has changed."""
    return _say(found, "sensitivity")


def say_criterion(found: Sequence[Stretch]) -> str:
    """How readily is marked of late, and whether that has changed."""
    return _say(found, "criterion")


def say_lapses(found: Sequence[Stretch]) -> str:
    """How those who were missed of late were missed, and what helps against the most frequent."""
    if not found:
        return "Nobody has been missed yet."
    late = found[-1].lapses
    if not late.total():
        return f"Of the last {say_count(found[-1].pooled.of, 'person', 'people')} to be found, nobody was missed."
    kind, times = late.most_common(1)[0]
    there, missed = say_count(found[-1].pooled.of, "person", "people"), late.total()
    how = say_count(times, "was", "were") if times < missed else "all were" if missed > 1 else "they were"
    return f"Of the last {there} to be found you missed {number(missed)}: {how} {LAPSES[kind]}. {ADVICE[kind]}"


def say_fooled(found: Sequence[Fooled]) -> str:
    """Which look-alikes to practise."""
    if not found:
        return "No look-alike has misled you yet. What they are like is in the field guide."
    return "In all your exercises you marked decoys who did these, with nothing to hide. Press one to practise it."


def say_pause(last: datetime | None, now: datetime, due: int, often: int = 1) -> str:
    """How long ago the last drill was, on how many of the last seven days there were some, and what is due."""
    waiting = f" {say_count(due, 'sign is', 'signs are').capitalize()} due today." if due else ""
    if last is None:
        return f"You have done no drills yet.{waiting}"
    days = (now - last).days
    if days < 1 and not due:
        waiting = " Nothing more is due today."
    ago = "today" if days < 1 else "yesterday" if days < 2 else f"{days} days ago"
    fades = " What is not practised fades within a week or so." if days >= 7 else ""
    days_of_week = f", and did some on {number(often)} of the last seven days" if often > 1 else ""
    return f"You last did drills {ago}{days_of_week}.{fades}{waiting}"


def lapse_words(lapses: Counter[Lapse]) -> str:
    """The counts of a stretch in a line."""
    return "; ".join(f"{lapses[kind]} {words}" for kind, words in LAPSES.items() if lapses[kind]) or "nobody missed"


def span_words(stretch: Stretch) -> str:
    """When a stretch was, and of how many exercises it is."""
    days = [f"{moment:%d %b}".lstrip("0") for moment in (stretch.began, stretch.ended)]
    when = days[0] if days[0] == days[1] else f"{days[0]} to {days[1]}"
    return f"{when} · {say_count(stretch.pooled.sittings, 'exercise', 'exercises')}"


def _say(found: Sequence[Stretch], measure: Literal["sensitivity", "criterion"]) -> str:
    estimates = [stretch.pooled.estimate for stretch in found if stretch.pooled.estimate]
    if not estimates:
        return _say_too_little([stretch.pooled for stretch in found], measure)
    first, last = estimates[0], estimates[-1]
    said = sensitivity_read(last) if measure == "sensitivity" else criterion_read(last)
    if len(estimates) < 2:
        return said
    before, after = (getattr(estimate, measure) for estimate in (first, last))
    apart = before.high < after.low or after.high < before.low
    return f"{said} {'That has changed since the first.' if apart else 'A change since the first is not shown.'}"


def _say_too_little(sat: Sequence[Pooled], measure: str) -> str:
    """Why nothing is said of it yet, and the plain counts."""
    there, decoys = sum(pooled.of for pooled in sat), sum(pooled.decoys for pooled in sat)
    said = (
        f"This can be said once there have been {FEWEST_SUBJECTS} people to find, in scenes that can be compared: from "
        f"fewer it would be luck. So far there have been {there}."
    )
    if not there:
        return said
    if measure == "sensitivity":
        found, marked = sum(pooled.found for pooled in sat), sum(pooled.decoys_marked for pooled in sat)
        also = f", and marked {marked} of {decoys} decoys" if decoys else ""
        return f"{said} You found {found} of them{also}."
    flags, right = sum(pooled.flags for pooled in sat), sum(pooled.right for pooled in sat)
    whom = f"{say_count(flags, 'person', 'people')}, {number(right)} of them rightly" if flags else "nobody"
    return f"{said} In those scenes you marked {whom}."
