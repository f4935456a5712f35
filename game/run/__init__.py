"""The one place where a run is put together: scenario and seed to cast, key, world, umpire and exercise."""

from .filmed import film
from .gaze_targets import Regard, is_seen_from_front
from .grouping import group_by_looks
from .live import Live, Replay, Run, open_world, play
from .performing import LASTS, Performance, perform
from .rehearsal import Sat, Trainee, rehearse, watch_together
from .seating import call_umpire, call_witness, let_people_in, sit_down
from .site import Site
from .sitting import Playable, Sitting, begin_record, head_record
from .staged import Stage, set_stage
from .umpire import Umpire

__all__ = [
    "LASTS",
    "Live",
    "Performance",
    "Playable",
    "Regard",
    "Replay",
    "Run",
    "Sat",
    "Site",
    "Sitting",
    "Stage",
    "Trainee",
    "Umpire",
    "begin_record",
    "call_umpire",
    "call_witness",
    "film",
    "group_by_looks",
    "head_record",
    "is_seen_from_front",
    "let_people_in",
    "open_world",
    "perform",
    "play",
    "rehearse",
    "set_stage",
    "sit_down",
    "watch_together",
]
