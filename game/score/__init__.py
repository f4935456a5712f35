"""Judging: pure functions of key and log. Nothing here plays, draws or keeps."""

from .debriefing import ActTold, Debrief, PersonTold, debrief
from .detection import Counts, Interval, Measures, Rates, measure, pool
from .grounds import Named
from .marks import Dealings
from .outcomes import Outcome
from .reading import BaseRate, base_rate, criterion_reading, ends, sensitivity_reading, signed
from .scoring import FalseAlarms, Score, pooled, score
from .shown import Showing
from .summing_up import sum_up
from .trials import Trial

__all__ = [
    "ActTold", "BaseRate", "Counts", "Dealings", "Debrief", "FalseAlarms", "Interval", "Measures", "Named", "Outcome",
    "PersonTold", "Rates", "Score", "Showing", "Trial", "base_rate", "criterion_reading", "debrief", "ends", "measure",
    "pool", "pooled", "score", "sensitivity_reading", "signed", "sum_up",
]
