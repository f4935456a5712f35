"""What the trainee does: looks, selects, marks; and what they could see while doing it."""

from .answers import Answer, Answering
from .description import describe, itemise
from .exercise import Exercise, Running, watch_over
from .gaze import INSPECTOR_SIZE, Watch, close_up
from .officer import Officer, on_floor, sightline
from .refusal import Refusal

__all__ = [
    "INSPECTOR_SIZE",
    "Answer",
    "Answering",
    "Exercise",
    "Officer",
    "Refusal",
    "Running",
    "Watch",
    "close_up",
    "describe",
    "itemise",
    "on_floor",
    "sightline",
    "watch_over",
]
