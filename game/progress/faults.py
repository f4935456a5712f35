"""Ways of watching that stand in one's way, where many exercises show them plainly. They are said of the exercises."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Literal

from game.course import Result

Fault = Literal["tunnel vision", "trigger-happy", "holding back", "slow"]
FEWEST_TAKEN = 10
"""Exercises from which on anything is named: below, a scene or two make all the difference."""
LITTLE_WATCHED = 0.7
"""Share of the people there who were watched closely, below which it is tunnel vision. Synthetic trainees who look over
the whole place come to .95 and more, one who keeps to a spot to .45 to .65."""
MANY_WRONG, FOR_EACH = 3, 3
"""Wrong marks an exercise, and for each right one, from which on it is trigger-happy; as for one exercise alone."""
HARDLY_ANY = 0.1
"""Marks of suspicion an exercise below which somebody who did notice people is called holding back."""
NOTICED = 3
"""People noticed and let go from which on that is said."""
TOO_SLOW, FOUND = 75.0, 5
"""Seconds, in the middle, from the first sign made out to the mark, and people found, from which on it is slow.
Synthetic trainees who are not made to wait take about 50, for signs of two kinds take that long to be shown; one who is
made to, 90."""


def faults(results: Sequence[Result]) -> tuple[Fault, ...]:
    """Those that stand out; none below `FEWEST_TAKEN` exercises that were played to the end. Lessons are left out."""
    taken = [result for result in results if not result.occasion.lesson and not result.early]
    if len(taken) < FEWEST_TAKEN:
        return ()
    return tuple(fault for fault, shows in _SHOWN_BY.items() if shows(taken))


def tell_faults(results: Sequence[Result]) -> tuple[str, ...]:
    """A sentence for each, with its figures and with what helps."""
    taken = [result for result in results if not result.occasion.lesson and not result.early]
    return tuple(_WORDS[fault](taken) for fault in faults(results))


def _keeps_to_a_spot(taken: Sequence[Result]) -> bool:
    return sum(result.watched for result in taken) < LITTLE_WATCHED * sum(result.observable for result in taken)


def _marks_readily(taken: Sequence[Result]) -> bool:
    wrong, right = sum(result.wrong for result in taken), sum(result.right for result in taken)
    return wrong >= MANY_WRONG * len(taken) and wrong >= FOR_EACH * right


def _let_go(taken: Sequence[Result]) -> int:
    return sum(case.miss == "decision" for result in taken for case in result.cases)


def _holds_back(taken: Sequence[Result]) -> bool:
    return sum(result.flags for result in taken) < HARDLY_ANY * len(taken) and _let_go(taken) >= NOTICED


def _seconds(taken: Sequence[Result]) -> list[float]:
    return [
        case.seconds
        for result in taken
        for case in result.cases
        if case.judgement == "hit" and case.seconds is not None
    ]


def _takes_long(taken: Sequence[Result]) -> bool:
    seconds = _seconds(taken)
    return len(seconds) >= FOUND and median(seconds) >= TOO_SLOW


_SHOWN_BY: Mapping[Fault, Callable[[Sequence[Result]], bool]] = {
    "tunnel vision": _keeps_to_a_spot, "trigger-happy": _marks_readily, "holding back": _holds_back,
    "slow": _takes_long,
}  # fmt: skip
_WORDS: Mapping[Fault, Callable[[Sequence[Result]], str]] = {
    "tunnel vision": lambda taken: (
        f"Tunnel vision: of {sum(result.observable for result in taken)} people you had "
        f"{sum(result.watched for result in taken)} in clear view. Look over the whole place again and again before "
        "you stay with anybody."
    ),
    "trigger-happy": lambda taken: (
        f"Quick to mark: {sum(result.wrong for result in taken)} people with nothing to hide, and "
        f"{sum(result.right for result in taken)} rightly. Wait for a second sign of another kind."
    ),
    "holding back": lambda taken: (
        f"Holding back: {_let_go(taken)} people you had noticed, and let go. A second sign of another kind is reason "
        "enough for concern."
    ),
    "slow": lambda taken: (
        f"Slow: from the first sign you made out to your mark it took {median(_seconds(taken)):.0f} seconds, in the "
        "middle of all you found. Mark once there are signs of two kinds; a mark can be taken back."
    ),
}
