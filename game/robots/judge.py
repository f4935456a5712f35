"""From cues to marks: what one watcher concludes of one person."""

from collections.abc import Sequence

from game.acts import Act, Clear, Mark
from game.truth import CRIME, GROUNDED, family

from .limits import Limits
from .track import PersonTrack, Sign

NOTE, CONCERN = 1, 2
"""The levels of a mark that robots set, as in `game.acts.Mark`; 3 would be to act at once."""
ENOUGH = {
    "F1.1": 50, "F1.2": 70, "F1.3": 5, "F1.4": 60, "F1.5": 15,
    "F2.1": 25, "F2.2": 20, "F2.3": 20, "F2.4": 15, "F2.5": 25,
    "F3.2": 10, "F4.2": 5, "F5.1": 5, "F5.2": 5, "F5.3": 10, "F6.1": 10, "F7.1": 20, "F9.1": 5, "F9.2": 5,
    "F12.1": 10, "F12.2": 5, "F12.4": 5, "F12.5": 5, "F12.6": 5,
}  # fmt: skip
"""Ticks for which a cue must have been seen before it counts: a moment may be chance.

Assumed, not measured on people: long for what passers-by do for a moment too, such as a look at a camera; short for
what is over in a moment, such as a hand on a door. `tests/proofs/test_robots_in_order.py` holds what comes of them.
"""
_APART = 60
"""Ticks between two separate moments: less is the same act, seen again after a body had hidden it."""


def grounds(track: PersonTrack, tick: int, limits: Limits) -> list[Sign]:
    """The cues that count against a person now, in order of time."""
    signs = [
        sign
        for sign in track.signs.values()
        if sign.ticks >= limits.patience * ENOUGH.get(sign.cue, 10)
        and tick - sign.last <= limits.memory
        and tick - sign.first >= limits.delay
    ]
    return sorted(signs, key=lambda sign: (sign.first, sign.cue))


def level(signs: Sequence[Sign], needed: int = 3) -> int:
    """2 for a crime, or for as many cues as are needed, one about security; 1 for one such cue; otherwise 0.

    More than one have to be of two families and come at separate moments.
    """
    if any(family(sign.cue) == CRIME for sign in signs):
        return 2
    families = [family(sign.cue) for sign in signs]
    if not any(name in GROUNDED for name in families):
        return 0
    apart = len(set(families)) >= 2 and signs[-1].first - signs[0].first >= _APART
    return 2 if len(signs) >= needed and (apart or needed == 1) else 1


class Judge:
    """One watcher's marks so far, and what follows from what is seen now."""

    def __init__(self, limits: Limits) -> None:
        """A judge who has marked nobody."""
        self._limits = limits
        self._marks: dict[int, tuple[int, tuple[str, ...]]] = {}

    def conclude(self, track: PersonTrack, tick: int) -> list[Act]:
        """The act that brings the mark on this person up to date, if one is needed."""
        signs = grounds(track, tick, self._limits)
        now, cues = min(level(signs, self._limits.signs), self._limits.boldest), tuple(sign.cue for sign in signs)
        before, named = self._marks.get(track.person, (0, ()))
        disproved = any(cue not in track.signs for cue in named)
        if not disproved:
            now = max(now, before)
        if now == 0:
            return self._take_back(track.person) if before else []
        if now == before and not disproved and set(cues) <= set(named):
            return []
        self._marks[track.person] = now, cues
        return [Mark(track.person, now, cues)]

    def _take_back(self, person: int) -> list[Act]:
        """An innocent explanation has been seen."""
        del self._marks[person]
        return [Clear(person)]
