"""What many exercises of one trainee say together: plain counts, estimates with honest intervals, and words for
them."""

from .detection import Measures, measure
from .progress_words import ProgressTold, between, tell
from .rating import Roc
from .sensitivity import FEWEST_SUBJECTS, Estimate, Plausible, Tally, estimate
from .together import Pooled, Scenes, Sums, by_prevalence, take_together

__all__ = [
    "FEWEST_SUBJECTS",
    "Estimate",
    "Measures",
    "Plausible",
    "Pooled",
    "ProgressTold",
    "Roc",
    "Scenes",
    "Sums",
    "Tally",
    "between",
    "by_prevalence",
    "estimate",
    "measure",
    "take_together",
    "tell",
]
