"""What the trainee does: looks, selects, marks; and what they could see while doing it."""

from .answers import Answer, Answering
from .described import described
from .description import describe
from .exercise import Exercise, Mode, Running, watch_over
from .gaze import INSPECTOR_SIZE, OPEN_TO_VIEW, Watch, close_up
from .officer import Officer, on_floor, sightline
from .refusal import Refusal

__all__ = [
    "INSPECTOR_SIZE",
    "OPEN_TO_VIEW",
    "Answer",
    "Answering",
    "Exercise",
    "Mode",
    "Officer",
    "Refusal",
    "Running",
    "Watch",
    "close_up",
    "describe",
    "described",
    "on_floor",
    "sightline",
    "watch_over",
]
