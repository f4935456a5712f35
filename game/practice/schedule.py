"""What is due again, by the memory model of FSRS: shortly before it would be forgotten."""

from collections.abc import Iterable
from datetime import UTC, datetime

from fsrs import Card, Rating, Scheduler

from .sorting import Sorting

KEPT = 0.9
"""The probability of still knowing something at which it is due; what FSRS itself recommends."""
LONGEST = 60
"""Days after which anything is due again: noticing fades faster than words do, and is used less."""


def due(sortings: Iterable[Sorting], now: datetime) -> frozenset[str]:
    """The names of the behaviours that were practised once and are due at a moment in UTC."""
    # No steps within a day: what comes again in the same sitting is for the drill to say. No fuzz: the same answers
    # give the same days.
    scheduler = Scheduler(
        desired_retention=KEPT, learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False
    )
    cards: dict[str, Card] = {}
    for sorting in sortings:
        for name in sorting.shown:
            card = cards.get(name) or Card(card_id=len(cards) + 1, due=sorting.when)
            cards[name], _ = scheduler.review_card(card, _rating(sorting), sorting.when.astimezone(UTC))
    return frozenset(name for name, card in cards.items() if card.due <= now)


def due_today(sortings: Iterable[Sorting], now: datetime) -> frozenset[str]:
    """What is due before the day is over, by the clock that `now` is told by.

    Whoever practises every evening at six is to find all of it then, and not what falls due at seven as soon as they
    have done.
    """
    return due(sortings, now.replace(hour=23, minute=59, second=59))


def _rating(sorting: Sorting) -> Rating:
    if not sorting.right:
        return Rating.Again
    return Rating.Hard if sorting.looks > 1 else Rating.Good
