"""Judging: pure functions of key and log. Nothing here plays, draws or keeps."""

from .detection import Counts, Interval, Measures, Rates, measure, pool
from .grounds import Named
from .marks import Dealings
from .outcomes import Outcome
from .scoring import FalseAlarms, Score, pooled, score
from .shown import Showing
from .trials import Trial

__all__ = [
    "Counts", "Dealings", "FalseAlarms", "Interval", "Measures", "Named", "Outcome", "Rates", "Score", "Showing",
    "Trial", "measure", "pool", "pooled", "score",
]
