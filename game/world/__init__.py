"""People moving in a venue: bodies, ways, steering, what each verb means, and what can be seen of it."""

from .stimulus import Stimulus
from .world import Aim, World

__all__ = ["Aim", "Stimulus", "World"]
