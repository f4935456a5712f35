"""What an officer, a control room or staff may decide about somebody, and what each decision needs. Values alone."""

from .basis import Basis, Needs, Reason, ReasonKind
from .decisions import DECISIONS, NEEDS, Choice, Decision, Fits, fits
from .gowisely import GOWISELY, Spoken, hear, list_needed, says_all
from .left_items import (
    CLEARED,
    FOUR_CS,
    HOT,
    NO_RADIO,
    ORDER,
    TAKES,
    FourC,
    Outcome,
    Search,
    in_order,
    is_suspicious,
)
from .posts import POSTS, Post
from .sentences import ASKS_FOR_REPORT, DUE, WHY, LineKind, ReportLine, Rests, answer_report

__all__ = [
    "ASKS_FOR_REPORT",
    "CLEARED",
    "DECISIONS",
    "DUE",
    "FOUR_CS",
    "GOWISELY",
    "HOT",
    "NEEDS",
    "NO_RADIO",
    "ORDER",
    "POSTS",
    "TAKES",
    "WHY",
    "Basis",
    "Choice",
    "Decision",
    "Fits",
    "FourC",
    "LineKind",
    "Needs",
    "Outcome",
    "Post",
    "Reason",
    "ReasonKind",
    "ReportLine",
    "Rests",
    "Search",
    "Spoken",
    "answer_report",
    "fits",
    "hear",
    "in_order",
    "is_suspicious",
    "list_needed",
    "says_all",
]
