"""What many exercises of one trainee say together: plain counts, estimates with honest intervals, and words for
them."""

from .detection import Measures, measure
from .progress_words import Told, between, tell
from .rating import Roc
from .sensitivity import FEWEST_SUBJECTS, Estimate, Plausible, Tally, estimate
from .together import Block, Scenes, by_prevalence, take_together

__all__ = [
    "FEWEST_SUBJECTS", "Block", "Estimate", "Measures", "Plausible", "Roc", "Scenes", "Tally", "Told", "between",
    "by_prevalence", "estimate", "measure", "take_together", "tell",
]
