"""Where a watcher looks next, and to whom they attend among all who are in view."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from game.acts import Act, Look, Select
from game.view import POSES, Landmark, Viewpoint
from game.view.sighting import Sightings
from game.view.snapshot import Floats, Ints
from game.view.viewpoint import SIN_DOWN

from .limits import Limits
from .regard import STILL
from .remembered import Remembered

STRIKING = np.array([pose.impression.striking for pose in POSES])
_SIGN_WAITS, _STANDING_WAITS = 300.0, 200.0
"""How long (ticks) somebody would have to wait for a close look to be as due as a sign of interest, or standing, makes
them."""
_STRIKING_WAITS = 60.0
"""The same for a glance among many, for each sign and for a striking pose. Less, as glances go round within seconds."""
_NEVER = -(10**9)
_GLANCED_AT, _LOOKED_AT = -600, -3000
"""The tick at which those who are new are taken to have been attended to and looked at closely: so long ago that they
come before all who have had a turn, whatever those show."""


class Attention:
    """One watcher's round of the place: view after view, and person after person in the inspector."""

    def __init__(self, landmarks: Sequence[Landmark], limits: Limits) -> None:
        """A round of the venue with these landmarks."""
        self._limits = limits
        self._views = rounds(landmarks, limits)
        self._view = -1
        self._following = False
        self._since = _NEVER
        self._opened = _NEVER
        self._attended = Remembered(_GLANCED_AT)
        self._inspected = Remembered(_LOOKED_AT)

    def move(self, seen: Sightings, interest: Floats) -> list[Act]:
        """The next view and the next person to look at closely, if it is time; `interest` by row."""
        acts: list[Act] = []
        if seen.tick - self._since >= self._limits.dwell:
            self._since = seen.tick
            acts.append(Look(self._next_view(seen, interest)))
        if self._limits.inspects and seen.tick - self._opened >= self._limits.inspects:
            person = self._closest_look(seen, interest)
            if person is not None and person != seen.inspected:
                acts.append(Select(person))
            self._opened = seen.tick
        return acts

    def _next_view(self, seen: Sightings, interest: Floats) -> Viewpoint:
        """By turns a view of the round, and one of somebody of interest; on the floor always one of what is near."""
        if seen.stands:
            self._view = (self._view + 1) % len(self._limits.turns)
            x, y = seen.stands
            return replace(self._views[self._view], x=x, y=y)
        self._following = self._limits.follows and not self._following
        if self._following and interest.any():
            x, y = seen.position[interest.argmax()].tolist()
            return replace(self._views[self._view], x=x, y=y)
        self._view = (self._view + 1) % len(self._views)
        return self._views[self._view]

    def _closest_look(self, seen: Sightings, interest: Floats) -> int | None:
        """Whom to inspect: those of most interest, then whoever stands and has waited longest for a look."""
        if not len(seen.ids) or (self._limits.caught and not interest.any()):
            return None
        waiting = self._inspected.of(seen.ids) - _SIGN_WAITS * interest - _STANDING_WAITS * (seen.speed < STILL)
        if self._limits.caught:
            waiting[interest == 0] = np.inf
        row = int(waiting.argmin())
        self._inspected.keep(seen.ids[row : row + 1], seen.tick)
        return int(seen.ids[row])

    def attend(self, seen: Sightings, legible: Ints, interest: Floats) -> Ints:
        """The rows attended to, as many as the span allows: what stands out first, then by turns."""
        if len(legible) <= self._limits.span:
            return legible
        people = seen.ids.take(legible)
        odd = STRIKING[seen.pose.take(legible)]
        signs = np.minimum(interest.take(legible), 3.0)  # so that no number of them keeps others unseen
        turn = self._attended.of(people) - _STRIKING_WAITS * signs - _STRIKING_WAITS * odd
        if seen.inspected is not None:
            turn[people == seen.inspected] = -np.inf
        chosen = np.sort(turn.argsort(kind="stable")[: self._limits.span])
        self._attended.keep(people.take(chosen), seen.tick)
        return legible.take(chosen)


def rounds(landmarks: Sequence[Landmark], limits: Limits) -> list[Viewpoint]:
    """Views that together cover the place, each from every turn the watcher uses."""
    xs, ys = [mark.x for mark in landmarks] or [0.0], [mark.y for mark in landmarks] or [0.0]
    width, height = limits.panel
    # A tenth, and a twentieth, of one view is in the next, so that nobody who stands at an edge falls between two.
    across, along = 0.9 * width / limits.scale, 0.95 * height / limits.scale / SIN_DOWN
    return [
        Viewpoint(x, y, limits.scale, turn, width, height)
        for y in _spread(min(ys), max(ys), along)
        for x in _spread(min(xs), max(xs), across)
        for turn in limits.turns
    ]


def _spread(low: float, high: float, each: float) -> list[float]:
    """The middles of as few equal stretches as are no longer than `each`."""
    n = max(1, int(np.ceil((high - low) / each)))
    return [low + (high - low) * (k + 0.5) / n for k in range(n)]
