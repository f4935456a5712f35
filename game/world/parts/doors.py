"""Portals as people use them: a line to come in and go out along."""

from collections.abc import Callable
from dataclasses import dataclass

from game.cast import Step
from game.clock import TICKS_PER_SECOND
from game.geometry import Point
from game.scenario.premises import Portal
from game.scenario.venue.grid import CELL
from game.scenario.venue.layout import Layout
from game.scenario.venue.passages import SERVED, Passage
from game.scenario.venue.stands import FRONT_DOOR, MIDDLE_DOOR

from ..bodies import Bodies
from ..floor.ground import Ground
from ..floor.levels import Levels
from .player import Player

MARGIN = 0.45
"""Metres kept to either end of a portal."""
OUT = 0.7
"""Metres from a door within which one is through it."""
INSIDE, INSIDE_TRAIN = 0.3, 0.6
"""Metres within the line at which feet come to the floor: farther from a platform's edge, at which the floor ends."""
ELBOW_ROOM = 0.5
"""Metres that must be free where one comes in."""
NEXT_SPOT = 0.45
"""From one spot to the next that is tried, where a door goes from -1 to 1: past a body, in a usual door of 3 m."""
TRIES = 5
"""Spots across a door that are tried for one who comes in: with `NEXT_SPOT` they are all over it, and a full door is
full."""
MOST_BENDS = 200
"""Bends after which a way through doors between levels is given up: two that lead to each other and nowhere else."""
BOTH_WAYS = 0.9
"""Half a width in m from which people pass each other in a passage."""


@dataclass(frozen=True, slots=True)
class Door:
    """A portal with the direction in which it is wide, and the one that leads inside."""

    name: str
    kind: str
    at: Point
    along: Point
    inward: Point
    half: float
    passage: Passage | None = None
    leads_to: str | None = None
    takes: int = 0
    """Ticks until one comes out of the portal that this one leads to."""
    openings: tuple[float, ...] = ()
    """Where along it one can come out, in m from its middle, if only there: the doors of a train or a bus."""
    entries: tuple[float, ...] = ()
    """Where one can get on: at the same doors of a train, and in front of a bus."""
    line: Point | None = None
    """The direction in which those who wait to get on stand one behind the other, if they do."""

    @property
    def wide(self) -> bool:
        """Whether those who come and those who go keep to the left; through a plain door people go as they please."""
        return self.passage is not None and self.half > BOTH_WAYS and self.kind not in ("door", *SERVED)

    @property
    def reach(self) -> float:
        """Metres from one's own spot in it within which one is through: in a narrow one not beside it."""
        # Never less than 0.3 m: nobody comes to a point exactly.
        return min(OUT, max(self.half - MARGIN + 0.1, 0.3))

    def far(self, x: float, y: float) -> float:
        """The squared distance of a point."""
        return (self.at[0] - x) * (self.at[0] - x) + (self.at[1] - y) * (self.at[1] - y)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in the door, or before it."""
        if not self.openings:
            # A body's width beyond the jambs, for who has come to a door may have been pushed aside in it.
            return self.far(x, y) < (self.half + 0.6) * (self.half + 0.6)
        dx, dy = x - self.at[0], y - self.at[1]
        along, inside = dx * self.along[0] + dy * self.along[1], dx * self.inward[0] + dy * self.inward[1]
        return abs(along) < self.half and inside < 2 * OUT

    def spot(self, share: float, *, out: bool = False) -> Point:
        """The point just inside that far along, from -1 to 1; of a train, at its door that is nearest to that.

        Those who go `out` by a bus get on at another door than those who come.
        """
        reach = max(self.half - MARGIN, 0.0) * share
        if doors := self.entries if out else self.openings:
            reach = min(doors, key=lambda opening: abs(opening - reach))
        inside = INSIDE_TRAIN if self.openings else INSIDE
        return (
            self.at[0] + self.along[0] * reach + self.inward[0] * inside,
            self.at[1] + self.along[1] * reach + self.inward[1] * inside,
        )


class Doors:
    """The doors of a venue. Where along a door someone comes and goes depends on who they are, and not on chance."""

    def __init__(self, layout: Layout, ground: Ground, bodies: Bodies) -> None:
        """A door for each portal."""
        self._ground, self._bodies = ground, bodies
        self.closed: frozenset[str] = frozenset()
        """The portals that nobody can use at present."""
        self._doors = {
            name: _door(portal, ground, layout)
            for name, portal in layout.portals.items()
        }
        self._levels = Levels(
            ground, {name: door.spot(0.0) for name, door in self._doors.items()},
            {name: door.leads_to for name, door in self._doors.items() if door.leads_to},
            {name for name, door in self._doors.items() if door.kind == "lift"},
        )  # fmt: skip
        self._ways_out = [
            door for door in self._doors.values()
            if door.kind not in ("staff only", "shop") and door.name not in layout.inner
        ]

    def at(self, x: float, y: float) -> Door | None:
        """The door in which a point lies."""
        near = [door for door in self._doors.values() if door.holds(x, y)]
        return min(near, key=lambda door: door.far(x, y), default=None)

    def find(self, name: str | None) -> Door:
        """The door of this name."""
        return self._doors[name or ""]

    def find_taken(self, name: str | None) -> Door | None:
        """The door through which someone went who is bound for this door, or comes out of it."""
        own = self._doors.get(name or "")
        if own is None or own.leads_to:
            return own if own and own.name not in self.closed else None
        ways = (door for door in self._doors.values() if door.leads_to == name and door.name not in self.closed)
        return next(ways, None)

    def between(self, here: Point, there: Point) -> Door | None:
        """The first door to go through where the way leads to another level."""
        name = self._levels.towards(here, there, self.closed)
        return self._doors[name] if name else None

    def middle(self, door: Door) -> Point:
        """The spot just inside the middle of a door."""
        return self._ground.snap(*door.spot(0.0))

    def way(self, start: Point, goal: Point, walk: Callable[[Point, Point], list[Point]]) -> list[Point]:
        """The bends from one point to another, on other levels too, where `walk` gives those on one level."""
        bends: list[Point] = []
        while (door := self.between(start, goal)) and len(bends) < MOST_BENDS:
            bends += [*walk(start, self.middle(door)), self.middle(self.find(door.leads_to))]
            start = bends[-1]
        return bends + walk(start, goal)

    def takes(self, here: Point, there: Point) -> int:
        """Ticks that it takes from the middle of a door to that of one on another level; 0 if it leads elsewhere."""
        for door in self._doors.values():
            if door.leads_to and (self.middle(door), self.middle(self._doors[door.leads_to])) == (here, there):
                return door.takes
        return 0

    def inside(self, person: int, door: Door) -> Point:
        """The spot just inside a door at which someone's feet come to the floor."""
        share = spread(person, COMING)
        # In a wide one those who come keep to their left: from a quarter beyond its middle to its end.
        return self._ground.snap(*door.spot(0.25 + 0.375 * (share + 1.0) if door.wide else share))

    def standable(self, x: float, y: float) -> bool:
        """Whether one could stand on the spot."""
        return self._ground.standable(x, y)

    def free(self, x: float, y: float) -> bool:
        """Whether nobody stands on the spot."""
        return not self._bodies.near(x, y, ELBOW_ROOM)

    def way_in(self, person: int, door: Door) -> Point | None:
        """A spot in the door to appear at, with nobody on it; None while there is none."""
        share = spread(person, COMING)
        for turn in range(TRIES):
            x, y = self._ground.snap(*door.spot((share + NEXT_SPOT * turn + 1.0) % 2.0 - 1.0))
            if self.free(x, y):
                return x, y
        return None

    def find_way_out(self, player: Player, step: Step) -> Door | None:
        """The door by which somebody goes out: that of the step's name, or the nearest that leads out."""
        door = self._doors.get(step.to.name) if step.to else None
        at = step.to.point[:2] if step.to and step.to.point else self._bodies.at(player.row)
        return self.instead(door) if door else self._nearest(*at)

    def instead(self, door: Door) -> Door:
        """The door itself, or the way out that is nearest to it while it is shut."""
        return (self._nearest(*door.at) or door) if door.name in self.closed else door

    def is_shut(self, player: Player) -> bool:
        """Whether somebody stands in a door that is shut, with another to go to."""
        door = self.at(*self._bodies.at(player.row))
        return door is not None and self.instead(door) is not door

    def way_out(self, player: Player, step: Step) -> Point | None:
        """Where to go out."""
        x, y = self._bodies.at(player.row)
        door = self.find_way_out(player, step)
        if door is None:
            return None
        across = (x - door.at[0]) * door.along[0] + (y - door.at[1]) * door.along[1]
        # Half where they walk up to it, half a place of their own: else all of a crowd would make for the near jamb.
        share = 0.5 * (across / max(door.half - MARGIN, 0.1) + spread(player.id, GOING))
        share = 0.375 * (share - 1.0) - 0.25 if door.wide else share
        return self._ground.snap(*door.spot(min(max(share, -1.0), 1.0), out=True))

    def _nearest(self, x: float, y: float) -> Door | None:
        ways = [door for door in self._ways_out or self._doors.values() if door.name not in self.closed]
        return min(ways, key=lambda door: door.far(x, y), default=None)


COMING, GOING = 37, 53
"""Strides of `spread`: two, so that people who came in side by side do not go out side by side as well."""


def spread(person: int, stride: int) -> float:
    """A fixed place for this person across a door, from -1 (one jamb) to 1 (the other).

    People who use the same door must not all aim at its middle. 101 is prime, so a stride takes it through all places
    before one comes again, and neighbours in number land far apart. A random stream would do as well, but drawing one
    for each who comes or goes costs more than the walk.
    """
    return person * stride % 101 / 50 - 1


def _door(portal: Portal, ground: Ground, layout: Layout) -> Door:
    passage, track = layout.passages.get(portal.portal), layout.tracks.get(portal.portal)
    inward = (-passage.out[0], -passage.out[1]) if passage else _inward(*portal.at, ground)
    openings = entries = tuple(-opening for opening in track.doors) if track else ()
    is_stand = portal.portal in layout.stands
    if is_stand:
        openings, entries = (-MIDDLE_DOOR,), (-FRONT_DOOR,)
    return Door(
        portal.portal, portal.kind, portal.at, (-inward[1], inward[0]), inward, portal.width / 2, passage,
        portal.leads_to, round(portal.takes * TICKS_PER_SECOND), openings, entries,
        (portal.queue or inward) if is_stand else None,
    )  # fmt: skip


def _inward(x: float, y: float, ground: Ground) -> Point:
    """The one of the four directions that leads inside: from the edge of the venue, or to the most open floor."""
    width, depth = ground.width, ground.depth
    edges = sorted([(x, (1.0, 0.0)), (width - x, (-1.0, 0.0)), (y, (0.0, 1.0)), (depth - y, (0.0, -1.0))])
    if edges[0][0] < 1.0:
        return edges[0][1]

    def open_floor(direction: Point) -> int:
        dx, dy = direction[0] * CELL, direction[1] * CELL
        # As far as a dozen nodes of the grid: beyond that lies the hall, whichever way the door looks.
        return sum(ground.standable(x + dx * n, y + dy * n) for n in range(1, 13))

    return max(((0.0, -1.0), (0.0, 1.0), (1.0, 0.0), (-1.0, 0.0)), key=open_floor)
