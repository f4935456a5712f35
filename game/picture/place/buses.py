"""Buses that come along a kerb, pull in, stand with their doors open and go on, as the timetable has it."""

from collections.abc import Iterator
from functools import partial
from math import atan2, cos, degrees, radians, sin

import pygame

from game.geometry import Polygon
from game.programme import ORDINARY, Programme
from game.scenario import Layout
from game.scenario.venue.stands import FRONT_DOOR, HALF, LENGTH, MIDDLE_DOOR, BusStand
from game.theme import Colour

from ..daylight import Daylight
from ..sprite import Blit
from .block import Block, lay_out
from .ground.streets import FAR
from .moving import Moved, MovingPieces
from .trains import is_cut

_RED: Colour = (178, 44, 40)
_GLASS: Colour = (58, 68, 78)
_BLIND: Colour = (18, 18, 20)
_LIT: Colour = (250, 240, 212)
_INSIDE: Colour = (88, 82, 74)
_CUT_OPEN: Colour = (92, 96, 104)
_SHUT: Colour = (44, 50, 58)
_FLOOR, _SILL, _HEAD, _DECK, _TOP, _ROOF = 0.32, 1.1, 2.0, 2.7, 3.55, 4.3
"""Metres above the road at which its floor is, its lower and upper windows begin and end, and its roof ends."""
_LEAF = 0.6
"""Half the width of a door in m."""
_ROOM_TO_STAND = 1.0
"""Metres of floor beyond a road from which somebody may be there, whom a whole bus would hide: it is cut open then."""
_STEP = 2.5
"""Degrees from one heading of which a picture is made to the next: less is not seen, and more pictures take longer."""
_KEPT = 16 * 2**20
"""Bytes of pictures of buses that are kept."""


class Buses:
    """The buses of one venue; `starts` is the hour on its clock at tick 0, by which they come."""

    def __init__(self, layout: Layout, starts: str, programme: Programme = ORDINARY) -> None:
        """Nothing is drawn before a bus is in sight."""
        self._stands, self._services = layout.stands, programme.services(layout.services(starts))
        self._routes = {portal.portal: portal.route for portal in layout.venue.portals}
        self._beyond = 0.0 if layout.venue.surroundings == "earth" else FAR
        self._pictures = MovingPieces(_KEPT)

    def show(
        self, tick: float, window: pygame.Rect, scale: float, turn: int, now: Daylight
    ) -> tuple[list[Blit], list[float]]:
        """All of them in a window of the picture at a moment: pictures, and the depth by which each is sorted."""
        some = (self._draw_bus(name, stand, gone, turn) for name, stand, gone in self.in_sight(tick))
        return self._pictures.place(some, window, scale, turn, now)

    def in_sight(self, tick: float) -> Iterator[tuple[str, BusStand, float]]:
        """Each bus: for which stand, and how far past where it stops, in m; below 0 before it."""
        for name, stand in self._stands.items():
            for gone in self._services[name].off(tick):
                if -stand.right - self._beyond < gone - LENGTH / 2 and gone + LENGTH / 2 < stand.left + self._beyond:
                    yield name, stand, gone

    def _draw_bus(self, name: str, stand: BusStand, gone: float, turn: int) -> Moved:
        """One, drawn about its middle, as it is turned."""
        (ax, ay), (bx, by) = stand.place(gone)
        turned = _STEP * round(degrees(atan2(by - ay, bx - ax)) / _STEP)
        is_open, route = gone == 0, self._routes[name]
        is_low = stand.beyond > _ROOM_TO_STAND or is_cut(stand.way, turn)
        blocks = partial(_blocks, turned, route, is_open=is_open, is_low=is_low)
        return Moved((route, turned, is_open, is_low), blocks, (0.0, 0.0), ((ax + bx) / 2, (ay + by) / 2))


def _blocks(turned: float, route: str, *, is_open: bool, is_low: bool) -> Iterator[Block]:
    east, north = (round(part(radians(turned)), 9) for part in (cos, sin))

    def part(tail: float, nose: float, right: float, left: float) -> Polygon:
        """A part from one place along it to another, and from one place across it, to the left, to another."""
        return lay_out((east, north), (tail, nose), (right, left))

    half = LENGTH / 2
    body, panes = part(-half, half, -HALF, HALF), part(-half, half, -HALF + 0.01, HALF - 0.01)
    yield Block(body, 0.0, _SILL, _RED, "car body")
    if is_low:
        yield Block(part(-half + 0.1, half - 0.1, -HALF + 0.1, HALF - 0.1), _SILL, _SILL + 0.01, _CUT_OPEN, "bus seats")
        return
    yield Block(panes, _SILL, _HEAD, _GLASS, "bus windows")
    yield Block(body, _HEAD, _DECK, _RED)
    yield Block(panes, _DECK, _TOP, _GLASS, "bus windows")
    yield Block(body, _TOP, _ROOF, _RED)
    yield Block(part(half, half + 0.03, -0.85, 0.85), _HEAD + 0.1, _DECK - 0.1, _BLIND, "blind", route)
    for low in (-HALF + 0.08, HALF - 0.38):
        yield Block(part(half, half + 0.03, low, low + 0.3), 0.6, 0.78, _LIT, "lamp")
    beside_door = part(FRONT_DOOR - 2.6, FRONT_DOOR - 0.9, HALF, HALF + 0.03)
    yield Block(beside_door, _HEAD + 0.1, _DECK - 0.15, _BLIND, "blind", route)
    for door in (FRONT_DOOR, MIDDLE_DOOR):
        leaf = part(door - _LEAF, door + _LEAF, HALF, HALF + 0.03)
        if is_open:
            yield Block(leaf, _FLOOR, _HEAD, _INSIDE, "bus doorway")
        else:
            yield Block(leaf, _FLOOR, _HEAD, _SHUT, "bus windows")
