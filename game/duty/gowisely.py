"""What is said before a search, in the order in which it is taught: GOWISELY (PACE 1984, s.2; Code A, 3.8)."""

from collections.abc import Mapping
from typing import Literal

from .posts import Post

GOWISELY: Mapping[str, str] = {
    "G": "Grounds: why I suspect you",
    "O": "Object: what I am looking for",
    "W": "Warrant card, if not in uniform",
    "I": "Identity: my name",
    "S": "Station: where I am based",
    "E": "Entitlement to a copy of the record",
    "L": "Legal power that I use",
    "Y": "You are detained for a search",
}
"""Each letter, and what it stands for."""
Spoken = Literal["complete", "out of order", "incomplete"]


def list_needed(post: Post) -> list[str]:
    """The letters that have to be said. A uniform shows what a warrant card would: there it may be left out."""
    return [letter for letter in GOWISELY if letter != "W" or post != "officer in uniform"]


def hear(said: str, post: Post) -> Spoken:
    """How well it was said."""
    letters = list_needed(post)
    if not set(letters) <= set(said):
        return "incomplete"
    return "complete" if [letter for letter in said if letter in letters] == letters else "out of order"


def says_all(said: str) -> bool:
    """Whether these are letters of it and nothing else, each said once at most."""
    return set(said) <= set(GOWISELY) and len(set(said)) == len(said)
