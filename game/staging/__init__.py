"""From a scenario and a seed to a cast and its key. Nothing of intent is left to chance afterwards."""

from .players import PARTS
from .repertoire import repertoire
from .settling import Timed, list_timed, programme
from .sheet import Call, CallSheet, Scheduled, Stopping, call_sheet
from .spots import Spots, find_spots
from .stage import stage
from .statements import PATIENCE, Draws, Statements

__all__ = [
    "PARTS",
    "PATIENCE",
    "Call",
    "CallSheet",
    "Draws",
    "Scheduled",
    "Spots",
    "Statements",
    "Stopping",
    "Timed",
    "call_sheet",
    "find_spots",
    "list_timed",
    "programme",
    "repertoire",
    "stage",
]
