"""Practice: what to show next, how hard it is for this trainee, what is due again. Pure functions of answers given."""

from .ability import Ability, ability, crowd_for, difficulty
from .confusion import Pair, find_confused
from .drill import Drill, Prompt
from .exemplar import Exemplar, counterparts
from .pool import deal
from .schedule import due, due_today
from .sorting import Sorting

__all__ = [
    "Ability",
    "Drill",
    "Exemplar",
    "Pair",
    "Prompt",
    "Sorting",
    "ability",
    "counterparts",
    "crowd_for",
    "deal",
    "difficulty",
    "due",
    "due_today",
    "find_confused",
]
