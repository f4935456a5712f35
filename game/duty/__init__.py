"""What an officer, a control room or staff may decide about somebody, and what each decision needs. Values alone."""

from .basis import Basis, Needs, Reason, ReasonKind
from .decisions import DECISIONS, NEEDS, Choice, Decision, Fits, fits
from .gowisely import GOWISELY, Spoken, hear, needed, says_all
from .posts import POSTS, Post

__all__ = [
    "DECISIONS",
    "GOWISELY",
    "NEEDS",
    "POSTS",
    "Basis",
    "Choice",
    "Decision",
    "Fits",
    "Needs",
    "Post",
    "Reason",
    "ReasonKind",
    "Spoken",
    "fits",
    "hear",
    "needed",
    "says_all",
]
