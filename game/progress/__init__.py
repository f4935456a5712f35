"""What many exercises of one trainee say together: plain counts, estimates with honest intervals, and words for
them."""

from .class_told import FEWEST_SITTINGS, ClassTold, Member, SatScenario, tell_class, tell_member
from .detection import Measures, measure
from .fairness import GroupRate, by_group, say_fairness, say_group
from .faults import FEWEST_TAKEN, Fault, faults, tell_faults
from .over_time import Fooled, Lapse, Stretch, count_fooling, lapses, stretches
from .over_time_words import (
    BARS,
    DECOYS,
    EXERCISES,
    LAPSES,
    NO_GRADE,
    lapse_words,
    say_criterion,
    say_fooled,
    say_lapses,
    say_pause,
    say_sensitivity,
    span_words,
)
from .progress_words import ProgressTold, between, tell
from .rating import Roc
from .sensitivity import FEWEST_SUBJECTS, Estimate, Plausible, Tally, estimate
from .together import Pooled, Scenes, Sums, by_prevalence, take_together

__all__ = [
    "BARS",
    "DECOYS",
    "EXERCISES",
    "FEWEST_SITTINGS",
    "FEWEST_SUBJECTS",
    "FEWEST_TAKEN",
    "LAPSES",
    "NO_GRADE",
    "ClassTold",
    "Estimate",
    "Fault",
    "Fooled",
    "GroupRate",
    "Lapse",
    "Measures",
    "Member",
    "Plausible",
    "Pooled",
    "ProgressTold",
    "Roc",
    "SatScenario",
    "Scenes",
    "Stretch",
    "Sums",
    "Tally",
    "between",
    "by_group",
    "by_prevalence",
    "count_fooling",
    "estimate",
    "faults",
    "lapse_words",
    "lapses",
    "measure",
    "say_criterion",
    "say_fairness",
    "say_fooled",
    "say_group",
    "say_lapses",
    "say_pause",
    "say_sensitivity",
    "span_words",
    "stretches",
    "take_together",
    "tell",
    "tell_class",
    "tell_faults",
    "tell_member",
]
