"""Trainees who act on whom they suspect: one on what they saw, one on how people look, as nobody should."""

from collections.abc import Callable, Sequence
from typing import Protocol

from game.acts import Act, Decide, Mark
from game.duty import Decision, Reason
from game.truth import CRIME, STRESS, family
from game.view import Landmark
from game.view.sighting import Sightings

from .judge import CONCERN


class Marker(Protocol):
    """A trainee without a face who marks people."""

    def watch(self, seen: Sightings) -> list[Act]:
        """What to do upon seeing this."""
        ...


class Decider:
    """Marks as another does, and decides about whoever is a concern: again once there is more to be done."""

    def __init__(
        self, landmarks: Sequence[Landmark], marker: Callable[[Sequence[Landmark]], Marker],
        rule: Callable[[Mark, int], Decide],
    ) -> None:  # fmt: skip
        """Nobody has been decided about."""
        self._marker, self._rule = marker(landmarks), rule
        self._decided: dict[int, Decision] = {}

    def watch(self, seen: Sightings) -> list[Act]:
        """Look and mark, and decide about whom a mark says that they are suspicious."""
        acts = self._marker.watch(seen)
        suspected = [act for act in acts if isinstance(act, Mark) and act.level >= CONCERN]
        return [*acts, *(made for mark in suspected for made in self._decide(mark, seen.tick))]

    def _decide(self, mark: Mark, tick: int) -> list[Act]:
        made = self._rule(mark, tick)
        if self._decided.get(mark.person) == made.decision:
            return []
        self._decided[mark.person] = made.decision
        return [made]


def on_signs(mark: Mark, tick: int) -> Decide:
    """By the kinds of sign: an offence is told to staff, two kinds are passed on, one is watched on the cameras."""
    kinds = {family(cue) for cue in mark.cues} - {STRESS}
    decision: Decision = "tell staff" if CRIME in kinds else "pass on" if len(kinds) > 1 else "circulate"
    return Decide(mark.person, decision, tuple(Reason("sign", cue, tick) for cue in mark.cues))


def on_looks(mark: Mark, tick: int) -> Decide:
    """Searched for how they look, with all that is said before it."""
    return Decide(mark.person, "search", (Reason("looks", "", tick),), "GOWISELY")
