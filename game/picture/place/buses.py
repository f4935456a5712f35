"""Buses that come along a kerb, pull in, stand with their doors open and go on, as the timetable has it."""

from collections.abc import Iterator
from functools import partial
from math import atan2, cos, degrees, radians, sin

import pygame

from game.programme import ORDINARY, Programme
from game.scenario import Layout
from game.scenario.venue.stands import LENGTH, BusStand

from ..daylight import Daylight
from ..sprite import Blit
from .block import Block, lay_out
from .fleet import double_decker
from .ground.streets import FAR
from .moving import Moved, MovingPieces
from .trains import is_cut

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
    """One about its middle; turned by so many degrees."""
    ahead = round(cos(radians(turned)), 9), round(sin(radians(turned)), 9)
    for box in double_decker(route, is_open=is_open, is_low=is_low):
        tail, nose = (along - LENGTH / 2 for along in box.ahead)
        yield Block(lay_out(ahead, (tail, nose), box.aside), *box.up, box.colour, box.skin, box.text)
