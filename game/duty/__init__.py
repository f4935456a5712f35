"""What an officer, a control room or staff may decide about somebody, and what each decision needs. Values alone."""

from .basis import Basis, Needs, Reason, ReasonKind
from .decisions import DECISIONS, NEEDS, Choice, Decision, Fits, fits
from .gowisely import GOWISELY, Spoken, hear, needed, says_all
from .posts import POSTS, Post
from .sentences import ASKS_FOR_REPORT, DUE, WHY, LineKind, ReportLine, Rests, answer_report

__all__ = [
    "ASKS_FOR_REPORT",
    "DECISIONS",
    "DUE",
    "GOWISELY",
    "NEEDS",
    "POSTS",
    "WHY",
    "Basis",
    "Choice",
    "Decision",
    "Fits",
    "LineKind",
    "Needs",
    "Post",
    "Reason",
    "ReasonKind",
    "ReportLine",
    "Rests",
    "Spoken",
    "answer_report",
    "fits",
    "hear",
    "needed",
    "says_all",
]
