"""What every step is carried out with, in one value: a new part asks for this and not for six things."""

from dataclasses import dataclass

from ..bodies import Bodies
from .acts_shown import ActsShown
from .gestures import Gestures
from .groups import Groups
from .seats import Seats
from .walking import Going


@dataclass(frozen=True, slots=True)
class Workings:
    """The bodies, and what moves them, poses them, keeps them together, seats them, and tells what they show."""

    bodies: Bodies
    going: Going
    gestures: Gestures
    company: Groups
    seats: Seats
    showing: ActsShown
