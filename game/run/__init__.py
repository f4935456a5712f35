"""The one place where a run is put together: scenario and seed to cast, key, world, umpire and exercise."""

from .live import Live, Replay, Run, open_world, play
from .rehearsal import Sat, Trainee, rehearse, watch_together
from .seating import call_umpire, call_witness, let_people_in, sit_down
from .site import Site
from .sitting import Playable, Sitting, begin_record, head_record
from .staged import Stage, set_stage
from .umpire import Umpire

__all__ = [
    "Live", "Playable", "Replay", "Run", "Sat", "Site", "Sitting", "Stage", "Trainee", "Umpire", "begin_record",
    "call_umpire", "call_witness", "head_record", "let_people_in", "open_world", "play", "rehearse", "set_stage",
    "sit_down", "watch_together",
]
