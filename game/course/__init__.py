"""What comes of one exercise, as a value and in words. It knows no other room."""

from .result import (
    CONCERN,
    GROUNDED,
    RULE,
    Case,
    Count,
    DecisionCase,
    DecoyCase,
    Evidence,
    Group,
    ItemCase,
    ItemResolution,
    Judgement,
    LooksCount,
    Miss,
    Mode,
    Moment,
    Occasion,
    Prevalence,
    Result,
    Text,
    Trait,
)
from .result_words import LESSON, closely_watched, headline, in_short

__all__ = [
    "CONCERN", "GROUNDED", "LESSON", "RULE", "Case", "Count", "DecisionCase", "DecoyCase", "Evidence", "Group",
    "ItemCase", "ItemResolution", "Judgement", "LooksCount", "Miss", "Mode", "Moment", "Occasion", "Prevalence",
    "Result", "Text", "Trait", "closely_watched", "headline", "in_short",
]
