"""How it looks: the venue, its people, and what is drawn over them. It knows nothing of right and wrong."""

from .annotation import Annotation, Badge, Cone, EyeLine, FloorLabel, Outline, Ring, Shape
from .colour import mix
from .floor_plan import Plan
from .instant import Instant
from .scene import Scene, flat_colour
from .sheets.chart import Cell, chart, prop_chart, ways_chart
from .sheets.people_sheets import change_sheet, gait_sheet, looks_sheet
from .sheets.still import album, jpeg, png, still
from .sheets.strip import WIDE, Shot, strip
from .sheets.way_plan import Way, around
from .zoom import USUAL, ZOOMS, level

__all__ = [
    "USUAL", "WIDE", "ZOOMS", "Annotation", "Badge", "Cell", "Cone", "EyeLine", "FloorLabel", "Instant", "Outline",
    "Plan", "Ring", "Scene", "Shape", "Shot", "Way", "album", "around", "change_sheet", "chart", "flat_colour",
    "gait_sheet", "jpeg", "level", "looks_sheet", "mix", "png", "prop_chart", "still", "strip", "ways_chart",
]  # fmt: skip
