"""How long people are on their way: straight on over one floor, or by stairs and lifts from one level to another."""

from collections.abc import Sequence
from dataclasses import dataclass

from game import cast
from game.clock import TICKS_PER_SECOND
from game.geometry import Point, step_length
from game.scenario.premises import Portal
from game.scenario.venue.free_floor import FreeFloor
from game.scenario.venue.grid import CELL

AROUND = 1.25
"""How much longer a way is than the crow flies, because of what stands in it and of other people."""
SLOWEST = 0.4
"""Least speed in m/s with which a way is worked out."""
BEYOND_REACH = 600.0
"""Metres that a way is taken to have which no portals lead over."""


@dataclass(frozen=True)
class _Link:
    """From a portal on one part of the floor to where it leads."""

    leaves: int
    at: Point
    comes: int
    out: Point
    legs: tuple[Portal, Portal]


class Walks:
    """The ways over a venue's floors, as far as staging needs to know them."""

    def __init__(self, floor: FreeFloor) -> None:
        self._floor = floor
        portals = floor.layout.portals
        leads = [(portal, portals[portal.leads_to]) for portal in portals.values() if portal.leads_to]
        self._parts: dict[tuple[int, int], int] = {}
        self._links = [
            _Link(self._part(portal.at), portal.at, self._part(other.at), other.at, (portal, other))
            for portal, other in leads
        ]

    def duration(self, steps: Sequence[cast.Step], start: Point, speed: float) -> int:
        """Ticks that the steps take at least, from a start, for someone of this free speed in m/s."""
        here, total = start, 0.0
        for step in steps:
            total += step.ticks
            if step.to and step.to.point:
                there = step.to.point[:2]
                total += self.ticks(here, there, max(SLOWEST, speed * step.pace))
                here = there
        return round(total)

    def ticks(self, here: Point, there: Point, speed: float) -> float:
        """Ticks from one spot to another at a speed in m/s."""
        if not self._links:
            return _on_foot(here, there, speed)
        return self._over(here, self._part(here), there, self._part(there), speed, self._links)

    def _over(
        self, here: Point, part: int, there: Point, goal: int, speed: float, links: Sequence[_Link]
    ) -> float:
        """The quickest way by some of the links, each of them taken once at most."""
        if part == goal:
            return _on_foot(here, there, speed)
        ways = [
            _on_foot(here, link.at, speed)
            + self._through(link, speed)
            + self._over(link.out, link.comes, there, goal, speed, [other for other in links if other is not link])
            for link in links
            if link.leaves == part
        ]
        return min(ways, default=BEYOND_REACH / speed * TICKS_PER_SECOND)

    def _through(self, link: _Link, speed: float) -> float:
        """Ticks from one portal to where one comes out of the other."""
        passages = [self._floor.layout.passages.get(portal.portal) for portal in link.legs]
        in_sight = sum(passage.run / passage.speed(speed, rides=True) for passage in passages if passage)
        return (link.legs[0].takes + in_sight) * TICKS_PER_SECOND

    def _part(self, at: Point) -> int:
        """Which part of the floor a spot lies on or next to."""
        cell = (round(at[0] / CELL), round(at[1] / CELL))
        if cell not in self._parts:
            near = [self._floor.part_at(at, reach) for reach in (0.0, 0.5, 1.0, 2.0)]
            self._parts[cell] = next((one for one in near if one), 0)
        return self._parts[cell]


def _on_foot(here: Point, there: Point, speed: float) -> float:
    dx, dy = there[0] - here[0], there[1] - here[1]
    return float(AROUND * step_length(dx, dy) / speed * TICKS_PER_SECOND)
