"""What the trainee has chosen about the program itself, as a value."""

from dataclasses import dataclass, field

from .keys import Keys

TEXT_SIZES = (100, 125, 150)
SPEEDS = (0.5, 1.0, 1.5, 2.0)
LONGEST_NAME = 40
"""Letters of a trainee's name: it has to fit on a button."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """Text size in per cent, contrast, how fast the view moves (1 is as made), volumes 0…1, which letter does what.

    `course_page` is where they were in the course for the public.
    """

    text: int = 100
    full_screen: bool = False
    contrast: bool = False
    view_speed: float = 1.0
    volume: float = 0.6
    murmur: float = 0.7
    signals: float = 0.8
    lesson_done: bool = False
    course_page: int = 0
    keys: Keys = field(default_factory=Keys)
