"""From a scenario and a seed to a cast and its key. Nothing of intent is left to chance afterwards."""

from .sheet import Call, CallSheet, Scheduled, call_sheet
from .stage import Prevalence, stage

__all__ = ["Call", "CallSheet", "Prevalence", "Scheduled", "call_sheet", "stage"]
