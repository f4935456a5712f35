"""What an author wrote: reading, checking, and the values read."""

from .checks.check import Finding, check, examine, examine_file, files_of
from .frozen import Family, Stimulus
from .leaving import Leaves
from .model import (
    AnyStep,
    Behaviour,
    Briefing,
    Choose,
    Clock,
    Crowd,
    Cue,
    CueFamily,
    Do,
    LessonStep,
    Option,
    Production,
    Repeat,
    Role,
    Scenario,
    WrittenStep,
)
from .plans import Decoy, DecoyPool, Planned, Subject, SubjectPool, WrittenAccount
from .premises import Box, Camera, Lights, Marking, Place, Portal, Prop, PropKind, Rides, Trays, Venue, Wall
from .reader import look_into, read
from .reading.glance import Glance, Glances
from .reading.library import find, is_plain_name, library, yaml_files
from .reading.problems import Invalid, Problem, as_data, errors, put_in_order, render, summary
from .reading.shelf import Reach, Reaches, vocabulary
from .units import Range
from .venue.layout import Layout, Seat, layout
from .verbs import LEGIBLE_AT, Verb
from .vocabulary import Vocabulary

__all__ = [
    "LEGIBLE_AT",
    "AnyStep",
    "Behaviour",
    "Box",
    "Briefing",
    "Camera",
    "Choose",
    "Clock",
    "Crowd",
    "Cue",
    "CueFamily",
    "Decoy",
    "DecoyPool",
    "Do",
    "Family",
    "Finding",
    "Glance",
    "Glances",
    "Invalid",
    "Layout",
    "Leaves",
    "LessonStep",
    "Lights",
    "Marking",
    "Option",
    "Place",
    "Planned",
    "Portal",
    "Problem",
    "Production",
    "Prop",
    "PropKind",
    "Range",
    "Reach",
    "Reaches",
    "Repeat",
    "Rides",
    "Role",
    "Scenario",
    "Seat",
    "Stimulus",
    "Subject",
    "SubjectPool",
    "Trays",
    "Venue",
    "Verb",
    "Vocabulary",
    "Wall",
    "WrittenAccount",
    "WrittenStep",
    "as_data",
    "check",
    "errors",
    "examine",
    "examine_file",
    "files_of",
    "find",
    "is_plain_name",
    "layout",
    "library",
    "look_into",
    "put_in_order",
    "read",
    "render",
    "summary",
    "vocabulary",
    "yaml_files",
]
