"""The trainee's own figure in the scene: it walks where it is sent, and sees what can be seen from there."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.geometry import Point, step_length
from game.log import Stood
from game.scenario import Layout
from game.scenario.model import Briefing
from game.view import Snapshot
from game.view.exposure import Exposure
from game.view.sightline import Sightline, apparent
from game.world import Stimulus

PACE = 0.145
"""Metres a tick at an officer's easy walk."""
THERE, ASIDE = 1.2, 0.9
"""Metres from a spot that count as there if somebody stands on it; and by how far one passes who stands in the way."""
STARES = 20
"""Ticks after which people notice that they are looked at: a glance goes over everybody."""
EARSHOT = 4.0
"""Metres from which one can hear in a busy hall what somebody says to another."""


class Walkable(Protocol):
    """What a figure needs of a world."""

    def way(self, start: Point, goal: Point) -> list[Point]:
        """The bends from one point to another."""
        ...

    def takes(self, here: Point, there: Point) -> int:
        """For how many ticks one is between two bends of a way that are on two levels; 0 on one level."""
        ...

    def free(self, x: float, y: float) -> bool:
        """Whether nobody but the figure is on the spot."""
        ...

    def stand(self, x: float, y: float) -> None:
        """Let people walk round the figure, which is here now."""
        ...

    def obey(self, stimulus: Stimulus) -> None:
        """Let people react."""
        ...


def sightline(layout: Layout) -> Sightline:
    """What someone on a venue's floor can see past."""
    return Sightline(layout.prisms, tuple(layout.hiding_walls))


def on_floor(briefing: Briefing, layout: Layout, floor: Walkable) -> "Officer | None":
    """The trainee's own figure, where the post is on the floor."""
    return Officer(layout, floor, uniform=briefing.duty == "officer in uniform") if briefing.afoot else None


class Officer:
    """One figure: `x`, `y` in m, `facing` a unit vector, and the bends of the way still to go."""

    def __init__(self, layout: Layout, floor: Walkable, *, uniform: bool) -> None:
        """At the first of the venue's patrol posts, or in its middle; in a uniform, or in a plain coat."""
        self._floor, self._uniform = floor, uniform
        post = next(iter(layout.of_kind("patrol post")), None)
        width, depth = layout.venue.size
        self.x, self.y = (post.x, post.y) if post else (width / 2, depth / 2)
        self.facing: Point = (1.0, 0.0)
        self._way: list[Point] = []
        self._between = 0
        """For how many ticks it is still between two levels."""
        self._looked_at: int | None = None
        self._since = 0
        self._sightline = sightline(layout)

    @property
    def in_uniform(self) -> bool:
        """Whether people can see that this is an officer."""
        return self._uniform

    @property
    def walking(self) -> bool:
        """Whether there is still some way to go."""
        return bool(self._way)

    def send(self, x: float, y: float) -> None:
        """Set off for this spot, or as near as one can stand."""
        self._way, self._between = self._floor.way((self.x, self.y), (x, y)), 0

    def halt(self) -> None:
        """Stay where one is."""
        self._way, self._between = [], 0

    def face(self, x: float, y: float) -> None:
        """Stop, and turn to somebody at this point (m)."""
        self.halt()
        dx, dy = x - self.x, y - self.y
        far = step_length(dx, dy)
        if far > 0:
            self.facing = dx / far, dy / far

    def be_heard(self) -> None:
        """Let people react to an officer who speaks with somebody; a plain coat is anybody."""
        if self._uniform:
            self._floor.obey(Stimulus("officer speaks", self.x, self.y))

    def be_noticed(self) -> None:
        """Let people react to a uniform; nobody reacts to a plain coat."""
        if self._uniform:
            self._floor.obey(Stimulus("officer near", self.x, self.y))

    def look_at(self, person: int | None, tick: int) -> None:
        """Let somebody react who is looked at by an officer in uniform for a while; nobody minds a plain coat."""
        if person != self._looked_at:
            self._looked_at, self._since = person, tick
        elif person is not None and self._uniform and tick - self._since >= STARES:
            self._floor.obey(Stimulus("looked at", self.x, self.y, person))

    def step(self) -> None:
        """Go on for a tick, round whoever stands in the way; to a spot that is taken only as near as there is room."""
        left = 0.0 if self._passes() else PACE
        if left and len(self._way) == 1 and not self._floor.free(*self._ahead(left)):
            self._way = self._round(*self._way[0])
        while self._way and left > 0:
            dx, dy = self._way[0][0] - self.x, self._way[0][1] - self.y
            far = step_length(dx, dy)
            if far <= left:
                self.x, self.y = self._way.pop(0)
                self._between = self._floor.takes((self.x, self.y), self._way[0]) if self._way else 0
            else:
                self.x, self.y = self.x + dx / far * left, self.y + dy / far * left
            if far > 0:
                self.facing = dx / far, dy / far
            left = 0.0 if self._between else left - far
        self._floor.stand(self.x, self.y)

    def _passes(self) -> bool:
        """Whether it is between two levels; when that is over, it stands at the other end."""
        if not self._between:
            return False
        self._between -= 1
        if not self._between:
            self.x, self.y = self._way.pop(0)
        return True

    def _round(self, x: float, y: float) -> list[Point]:
        """The way to a point (m), past whoever stands in front; none where one is there as good as can be."""
        dx, dy = x - self.x, y - self.y
        far = step_length(dx, dy)
        if far <= THERE:
            return []
        for side in (ASIDE, -ASIDE):
            spot = self.x + (dx - side * dy) / far, self.y + (dy + side * dx) / far
            if self._floor.free(*spot):
                return [*self._floor.way((self.x, self.y), spot), (x, y)]
        return []

    def _ahead(self, by: float) -> Point:
        """The point so many metres on towards the next bend."""
        dx, dy = self._way[0][0] - self.x, self._way[0][1] - self.y
        share = min(by / max(step_length(dx, dy), by), 1.0)
        return self.x + dx * share, self.y + dy * share

    def record_stand(self, tick: int) -> Stood:
        """Where it is, for the log."""
        return Stood(tick, round(self.x, 3), round(self.y, 3), round(self.facing[0], 4), round(self.facing[1], 4))

    def sees(self, snapshot: Snapshot) -> NDArray[np.bool_]:
        """Which rows are in its line of sight."""
        return self._sightline.sees(self.x, self.y, snapshot.position)

    def hears(self, snapshot: Snapshot, person: int) -> str:
        """What a person is saying, if one stands near enough to hear it."""
        said = next((words for speaker, words in snapshot.said if speaker == person), "")
        return said if said and self.in_earshot(snapshot, person) else ""

    def in_earshot(self, snapshot: Snapshot, person: int) -> bool:
        """Whether someone who is there stands near enough to be spoken with."""
        x, y = snapshot.position[int(np.searchsorted(snapshot.ids, person))].tolist()
        return bool((x - self.x) ** 2 + (y - self.y) ** 2 <= EARSHOT**2)

    def sees_point(self, x: float, y: float) -> bool:
        """Whether a floor point is in its line of sight."""
        return bool(self._sightline.sees(self.x, self.y, np.array([(x, y)]))[0])

    def overlooks(self, points: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which floor points (n, 2) are in its line of sight."""
        return self._sightline.sees(self.x, self.y, points)

    def restrict(self, snapshot: Snapshot, exposure: Exposure, sees: NDArray[np.bool_]) -> Exposure:
        """What is left of an exposure for who stands here: nobody out of sight, nobody larger than they look."""
        looks = apparent(self.x, self.y, snapshot.position)
        return Exposure(
            np.minimum(exposure.height, looks), np.where(sees, exposure.share, 0.0), np.where(sees, exposure.parts, 0)
        )
