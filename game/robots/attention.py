"""Where a watcher looks next, and to whom they attend among all who are in view."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from ..acts import Act, Look, Select
from ..view import POSES, Landmark, Pose, Viewpoint
from ..view.sighting import Sightings
from ..view.snapshot import Ints
from ..view.viewpoint import SIN_DOWN
from .limits import Limits

_CATCHING = (
    Pose.FILM, Pose.PHOTOGRAPH, Pose.FILM_LOW, Pose.NOTE, Pose.SKETCH, Pose.POINT, Pose.SIGNAL, Pose.HAND_OVER,
    Pose.TRY_DOOR, Pose.PUT_DOWN, Pose.CROUCH, Pose.HIDE_FACE, Pose.CHECK_WATCH, Pose.COUNT, Pose.STEP_OUT,
)  # fmt: skip
_CATCHES_THE_EYE = np.array([pose in _CATCHING for pose in POSES])


class Attention:
    """One watcher's round of the place: view after view, and person after person in the inspector."""

    def __init__(self, landmarks: Sequence[Landmark], limits: Limits) -> None:
        """A round of the venue with these landmarks."""
        self._limits = limits
        self._views = rounds(landmarks, limits)
        self._view = -1
        self._following = False
        self._since = -(10**9)
        self._opened = -(10**9)
        self._attended: dict[int, int] = {}
        self._inspected: dict[int, int] = {}

    def move(self, seen: Sightings, interest: Mapping[int, float]) -> list[Act]:
        """The next view and the next person to look at closely, if it is time."""
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

    def _next_view(self, seen: Sightings, interest: Mapping[int, float]) -> Viewpoint:
        """By turns a view of the round, and one of somebody of interest, where there is one in sight."""
        self._following = self._limits.follows and not self._following
        rows = [row for row, person in enumerate(seen.ids.tolist()) if interest.get(person, 0.0) > 0]
        if self._following and rows:
            row = max(rows, key=lambda row: (interest[int(seen.ids[row])], -row))
            x, y = seen.position[row].tolist()
            return replace(self._views[self._view], x=x, y=y)
        self._view = (self._view + 1) % len(self._views)
        return self._views[self._view]

    def _closest_look(self, seen: Sightings, interest: Mapping[int, float]) -> int | None:
        """Whom to inspect: those of most interest, then whoever stands and has waited longest for a look."""
        still = seen.speed < 0.25
        queue = [
            (self._inspected.get(person, -3000) - 300.0 * interest.get(person, 0.0) - 200.0 * stands, person)
            for person, stands in zip(seen.ids.tolist(), still.tolist(), strict=True)
        ]
        if not queue:
            return None
        person: int = min(queue)[1]
        self._inspected[person] = seen.tick
        return person

    def attended(self, seen: Sightings, legible: Ints, interest: Mapping[int, float]) -> Ints:
        """The rows attended to, as many as the span allows: what stands out first, then by turns."""
        if len(legible) <= self._limits.span:
            return legible
        odd = _CATCHES_THE_EYE[seen.pose[legible]]
        inspected = seen.inspected
        rank = sorted(
            (
                person != inspected,
                self._attended.get(person, -600) - 60.0 * min(interest.get(person, 0.0), 3.0) - 60.0 * strange,
                person,
                row,
            )
            for person, row, strange in zip(seen.ids[legible].tolist(), legible.tolist(), odd.tolist(), strict=True)
        )
        chosen = rank[: self._limits.span]
        for _, _, person, _ in chosen:
            self._attended[person] = seen.tick
        return np.array(sorted(row for *_, row in chosen), dtype=np.int64)


def rounds(landmarks: Sequence[Landmark], limits: Limits) -> list[Viewpoint]:
    """Views that together cover the place, each from every turn the watcher uses."""
    xs, ys = [mark.x for mark in landmarks] or [0.0], [mark.y for mark in landmarks] or [0.0]
    width, height = limits.panel
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
