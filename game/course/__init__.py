"""What comes of exercises over time, as values and words: a result, and estimates over many. It knows no other room."""

from .result import Case, Judgement, Miss, Mode, Occasion, Prevalence, Result, Text
from .result_words import headline, in_short

__all__ = ["Case", "Judgement", "Miss", "Mode", "Occasion", "Prevalence", "Result", "Text", "headline", "in_short"]
