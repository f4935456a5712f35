"""What the trainee does: looks, selects, marks; and what they could see while doing it."""

from .described import described
from .description import describe
from .exercise import Exercise, Mode, Running, gaze_over
from .gaze import OPEN_TO_VIEW, Gaze
from .officer import Officer, on_floor, sightline
from .refusal import Refusal

__all__ = [
    "OPEN_TO_VIEW",
    "Exercise",
    "Gaze",
    "Mode",
    "Officer",
    "Refusal",
    "Running",
    "describe",
    "described",
    "gaze_over",
    "on_floor",
    "sightline",
]
