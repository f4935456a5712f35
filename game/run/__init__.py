"""The one place where a run is put together: scenario and seed to cast, key, world and exercise."""

from .rehearsal import (
    Live,
    Replay,
    Run,
    Sat,
    Stage,
    Trainee,
    play,
    rehearse,
    set_stage,
    sit_down,
    survey,
    watch_together,
)
from .sitting import Playable, Sitting

__all__ = [
    "Live", "Playable", "Replay", "Run", "Sat", "Sitting", "Stage", "Trainee", "play", "rehearse",
    "set_stage", "sit_down", "survey", "watch_together",
]
