"""Judging: pure functions of key and log. Nothing here plays, draws or keeps."""

from .counts import Counts
from .debriefing import ActTold, Debrief, PersonTold, debrief
from .grounds import GROUNDS, Named, named
from .manner import Manner, manner, manner_told
from .marks import Dealings
from .outcomes import Outcome
from .reading import BaseRate, base_rate
from .scoring import FalseAlarms, Score, score
from .shown import Showing, showings
from .sight import sight
from .summing_up import sum_up
from .trials import Trial

__all__ = [
    "GROUNDS", "ActTold", "BaseRate", "Counts", "Dealings", "Debrief", "FalseAlarms", "Manner", "Named", "Outcome",
    "PersonTold", "Score", "Showing", "Trial", "base_rate", "debrief", "manner", "manner_told", "named",
    "score", "showings", "sight", "sum_up",
]
