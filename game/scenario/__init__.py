"""What an author wrote: reading, checking, and the values read."""

from .checks import check
from .layout import Layout, Seat, layout
from .library import find, library
from .model import (
    Account, AnyStep, Behaviour, Box, Briefing, Camera, Choose, Clock, Crowd, Cue, CueFamily, Decoy, Do, Family,
    LessonStep, Marking, Option, Place, Planned, Portal, Production, Prop, PropKind, Repeat, Role, Scenario, Step,
    Stimulus, Subject, Venue, Wall,
)
from .problems import Invalid, Problem, as_data, errors, render, summary
from .reader import read
from .units import Range
from .verbs import GRAMMAR, LEGIBLE_AT, Grammar, Verb

__all__ = [
    "GRAMMAR", "LEGIBLE_AT", "Account", "AnyStep", "Behaviour", "Box", "Briefing", "Camera", "Choose", "Clock",
    "Crowd", "Cue", "CueFamily", "Decoy", "Do", "Family", "Grammar", "Invalid", "Layout", "LessonStep", "Marking",
    "Option", "Place", "Planned", "Portal", "Problem", "Production", "Prop", "PropKind", "Range", "Repeat", "Role",
    "Scenario", "Seat", "Step", "Stimulus", "Subject", "Venue", "Verb", "Wall", "as_data", "check", "errors", "find",
    "layout", "library", "read", "render", "summary",
]
