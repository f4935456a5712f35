"""What the trainee does: looks, selects, marks; and what they could see while doing it."""

from .answers import Answer, Answering
from .deciding import DecisionMade
from .description import describe, itemise
from .exercise import Exercise, Running, Terms, gaze_over
from .gaze import Gaze
from .officer import Officer, on_floor, sightline
from .refusal import Refusal

__all__ = [
    "Answer",
    "Answering",
    "DecisionMade",
    "Exercise",
    "Gaze",
    "Officer",
    "Refusal",
    "Running",
    "Terms",
    "describe",
    "gaze_over",
    "itemise",
    "on_floor",
    "sightline",
]
