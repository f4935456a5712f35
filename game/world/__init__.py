"""People moving in a venue: bodies, ways, steering, what each verb means, and what can be seen of it."""

from .held_up import HeldUp
from .stimulus import Stimulus
from .world import Aim, World

__all__ = ["Aim", "HeldUp", "Stimulus", "World"]
