"""How it looks: the venue, its people, and what is drawn over them. It knows nothing of right and wrong."""

from .annotation import Annotation, Badge, Cone, Label, Outline, Ring, Shape
from .camera import LEVELS, USUAL, level
from .palette import Theme, theme
from .plan import Plan
from .scene import Scene, flat_colour
from .still import png, still
from .strip import Shot, strip

__all__ = [
    "LEVELS", "USUAL", "Annotation", "Badge", "Cone", "Label", "Outline", "Plan", "Ring", "Scene", "Shape",
    "Shot", "Theme", "flat_colour", "level", "png", "still", "strip", "theme",
]
