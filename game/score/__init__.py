"""Judging: pure functions of key and log. Nothing here plays, draws or keeps."""

from .debriefing import ActTold, Debrief, PersonTold, debrief
from .detection import Counts, Interval, Measures, Rates, measure, pool
from .grounds import GROUNDS, Named, named
from .marks import Dealings
from .outcomes import Outcome
from .reading import BaseRate, base_rate, criterion_reading, ends, sensitivity_reading, signed
from .scoring import FalseAlarms, Score, pooled, score
from .shown import Showing, showings
from .sight import sight
from .summing_up import sum_up
from .trials import Trial

__all__ = [
    "GROUNDS", "ActTold", "BaseRate", "Counts", "Dealings", "Debrief", "FalseAlarms", "Interval", "Measures",
    "Named", "Outcome", "PersonTold", "Rates", "Score", "Showing", "Trial", "base_rate", "criterion_reading",
    "debrief", "ends", "measure", "named", "pool", "pooled", "score", "sensitivity_reading", "showings", "sight",
    "signed", "sum_up",
]
