"""From a scenario and a seed to a cast and its key. Nothing of intent is left to chance afterwards."""

from .players import slots
from .sheet import Call, CallSheet, Scheduled, call_sheet
from .spots import Spots, find_spots
from .stage import stage

__all__ = ["Call", "CallSheet", "Scheduled", "Spots", "call_sheet", "find_spots", "slots", "stage"]
