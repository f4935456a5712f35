"""Portals as people use them: a line to come in and go out along."""

from dataclasses import dataclass

from ..geometry import Point
from ..scenario.layout import Layout
from ..scenario.model import Portal
from .ground import Ground

MARGIN = 0.45
"""Metres kept to either end of a portal."""
OUT = 0.7
"""Metres from a door within which one is through it."""


@dataclass(frozen=True, slots=True)
class Door:
    """A portal with the direction in which it is wide, and the one that leads inside."""

    name: str
    at: Point
    along: Point
    inward: Point
    half: float
    staff_only: bool

    def spot(self, share: float, ground: Ground) -> Point:
        """The standable point that far along, from -1 to 1."""
        reach = max(self.half - MARGIN, 0.0) * share
        return ground.snap(
            self.at[0] + self.along[0] * reach + self.inward[0] * 0.3,
            self.at[1] + self.along[1] * reach + self.inward[1] * 0.3,
        )


def doors(layout: Layout, ground: Ground) -> dict[str, Door]:
    """A door for each portal."""
    return {name: _door(portal, layout, ground) for name, portal in layout.portals.items()}


def _door(portal: Portal, layout: Layout, ground: Ground) -> Door:
    x, y = portal.at
    inward = _inward(x, y, ground)
    return Door(
        portal.portal, portal.at, (-inward[1], inward[0]), inward, portal.width / 2, portal.kind == "staff only"
    )


def _inward(x: float, y: float, ground: Ground) -> Point:
    """The one of the four directions in which there is the most open floor, the edge of the venue telling first."""
    width, depth = ground.width, ground.depth
    edges = sorted([(x, (1.0, 0.0)), (width - x, (-1.0, 0.0)), (y, (0.0, 1.0)), (depth - y, (0.0, -1.0))])
    if edges[0][0] < 1.0:
        return edges[0][1]
    best, most = (0.0, -1.0), -1
    for direction in ((0.0, -1.0), (0.0, 1.0), (1.0, 0.0), (-1.0, 0.0)):
        steps = [
            ground.standable(x + direction[0] * 0.25 * n, y + direction[1] * 0.25 * n) for n in range(1, 13)
        ]
        if sum(steps) > most:
            best, most = direction, sum(steps)
    return best
