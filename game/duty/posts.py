"""The posts that can be played: who the trainee is, by which the law and the choices go."""

from collections.abc import Mapping
from typing import Literal

Post = Literal["officer in uniform", "officer in plain clothes", "control room", "member of staff"]

POSTS: Mapping[Post, str] = {
    "officer in uniform": "You are a police officer in uniform, on the floor.",
    "officer in plain clothes": "You are a police officer in plain clothes, on the floor, with your warrant card.",
    "control room": "You watch by camera. What is done on the floor, a colleague does at your word.",
    "member of staff": "You are one of the staff here. You have the powers of anybody, and no more.",
}
"""Each post, and what it comes to."""
