"""People moving in a venue: bodies, ways, steering, what each verb means, and what can be seen of it."""

from .floor.survey import Survey
from .parts.held_up import HeldUp
from .parts.stimulus import Stimulus
from .parts.talks import Talks
from .world import Aim, World

__all__ = ["Aim", "HeldUp", "Stimulus", "Survey", "Talks", "World"]
