"""Synthetic trainees. They receive what a view shows and what anyone knows of the venue, and nothing else."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from game.acts import Act
from game.view import Landmark
from game.view.sighting import Sightings

from .blind import COUNTS_STOPS, WATCHES_CLOCK, Blind, Count
from .decider import Decider, on_looks, on_signs
from .footsteps import Footsteps, FootTally
from .limits import AFAR, SKILLS, WAYS, Limits
from .plain import Plain, by_coin, by_looks, everybody, nobody
from .talker import ASKS_AND_CHECKS, ASKS_REASON, TALKS_TO_NEAREST, Talker
from .watcher import Watcher

__all__ = [
    "COUNTS_STOPS",
    "ROBOTS",
    "SKILLS",
    "TALKERS",
    "WATCHES_CLOCK",
    "WAYS",
    "Blind",
    "Count",
    "FootTally",
    "Footsteps",
    "Limits",
    "Robot",
    "Talker",
    "Watcher",
    "robot",
]


class Robot(Protocol):
    """A trainee without a face."""

    def watch(self, seen: Sightings) -> list[Act]:
        """What to do upon seeing this."""
        ...


TALKERS: Mapping[str, Callable[[Sequence[Landmark]], Talker]] = {
    "asks-reason": partial(Talker, plan=ASKS_REASON),
    "asks-and-checks": partial(Talker, plan=ASKS_AND_CHECKS),
    "talks-to-nearest": partial(Talker, plan=TALKS_TO_NEAREST),
}
"""Those who also speak with people, by name: each needs a world of its own, because people stop for it."""
ROBOTS: Mapping[str, Callable[[Sequence[Landmark]], Robot]] = {
    "silent": partial(Plain, rule=nobody),
    "reports-all": partial(Plain, rule=everybody),
    "coin": partial(Plain, rule=by_coin),
    "lucky": partial(Plain, rule=by_coin, limits=AFAR),
    "looks": partial(Plain, rule=by_looks),
    "counts-stops": partial(Blind, count=COUNTS_STOPS),
    "watches-clock": partial(Blind, count=WATCHES_CLOCK),
    **{name: partial(Watcher, limits=limits) for name, limits in (SKILLS | WAYS).items()},
    **TALKERS,
    "decides": partial(Decider, marker=partial(Watcher, limits=SKILLS["skilled"]), rule=on_signs),
    "searches-on-looks": partial(Decider, marker=partial(Plain, rule=by_looks), rule=on_looks),
}
"""All synthetic trainees by name."""


def robot(name: str, landmarks: Sequence[Landmark]) -> Robot:
    """A fresh robot of this name in a venue; KeyError if there is none."""
    return ROBOTS[name](landmarks)
