"""Synthetic trainees. They receive what a view shows and what anyone knows of the venue, and nothing else."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from game.acts import Act
from game.view import Landmark
from game.view.sighting import Sightings

from .limits import SKILLS, Limits
from .plain import Plain, by_coin, by_looks, everybody, nobody
from .watcher import Watcher

__all__ = ["ROBOTS", "SKILLS", "Limits", "Robot", "Watcher", "robot"]


class Robot(Protocol):
    """A trainee without a face."""

    def watch(self, seen: Sightings) -> list[Act]:
        """What to do upon seeing this."""
        ...


ROBOTS: Mapping[str, Callable[[Sequence[Landmark]], Robot]] = {
    "silent": partial(Plain, rule=nobody),
    "reports-all": partial(Plain, rule=everybody),
    "coin": partial(Plain, rule=by_coin),
    "looks": partial(Plain, rule=by_looks),
    **{name: partial(Watcher, limits=limits) for name, limits in SKILLS.items()},
}
"""All synthetic trainees by name."""


def robot(name: str, landmarks: Sequence[Landmark]) -> Robot:
    """A fresh robot of this name in a venue; KeyError if there is none."""
    return ROBOTS[name](landmarks)
