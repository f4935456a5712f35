"""What stands at the kerbs of a street: lamps, signals where it is crossed or meets another, and beacons."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pygame

from game.clock import TICKS_PER_SECOND
from game.geometry import Point, Polygon
from game.scenario import Layout, Lights
from game.scenario.venue.passages import PAVEMENT
from game.theme import Colour

from ..daylight import Daylight
from ..sprite import Blit
from .block import Block
from .ground.streets import BROAD, FAR_KERB, STOPS, Street, StreetCrossing, find_streets
from .moving import Moved, MovingPieces
from .signals import corner_signal, shows_green_man, traffic_signal

_OFF = 0.45
"""Metres from the kerb to a post: what drives by must not touch its head (Traffic Signs Manual, chapter 6)."""
_BESIDE = 0.5
"""Metres from the edge of a crossing to a post."""
_BEAT = 0.8
"""Seconds for which a beacon is lit, and for which it is not: some 40 flashes a minute, as is laid down."""
_POLE: Colour = (74, 80, 84)
_WHITE: Colour = (234, 234, 230)
_BLACK: Colour = (26, 28, 32)
_AMBER: Colour = (244, 164, 44)
_WARM: Colour = (250, 226, 170)
_YELLOW: Colour = (222, 178, 44)
_KEPT = 2 * 2**20
"""Bytes of pictures of posts that are kept."""


@dataclass(frozen=True, slots=True)
class SignalPost:
    """A post at `at`; its head looks at traffic that comes from `faces`, a direction of the street.

    With `lights` it stands at a crossing; `over`, if any, is the way in which its man is seen from across the road.
    """

    at: Point
    faces: Point
    side: str
    lights: Lights | None = None
    over: Point | None = None


@dataclass(frozen=True, slots=True)
class Beacon:
    """A banded post with an amber globe, at one side of a zebra crossing."""

    at: Point


class Kerbside:
    """All posts of one venue's streets."""

    def __init__(self, layout: Layout) -> None:
        """Nothing is drawn before it is in sight."""
        streets = find_streets(layout)
        self.posts = tuple(post for street in streets for post in _posts(street))
        self._beacons = tuple(beacon for street in streets for beacon in _beacons(street))
        self._lamps = tuple(
            (street.spot(along, PAVEMENT - _OFF), street.ahead) for street in streets for along in street.lamps
        )
        self._pictures = MovingPieces(_KEPT)

    def show(
        self, tick: float, window: pygame.Rect, scale: float, turn: int, now: Daylight
    ) -> tuple[list[Blit], list[float]]:
        """All posts in a window of the picture as they are at a moment: pictures, and the depth of each."""
        return self._pictures.place(self._find(tick / TICKS_PER_SECOND), window, scale, turn, now)

    def _find(self, second: float) -> Iterator[Moved]:
        for at, ahead in self._lamps:
            yield Moved(("lamp", ahead), partial(_lamp_blocks, ahead), (0.0, 0.0), at)
        lit = second % (2 * _BEAT) < _BEAT
        for beacon in self._beacons:
            yield Moved(("beacon", lit), partial(_beacon_blocks, lit=lit), (0.0, 0.0), beacon.at)
        for post in self.posts:
            traffic, man = shown_by(post, second)
            key = ("signal", post.faces, post.over, traffic, man)
            yield Moved(key, partial(_signal_blocks, post, traffic, man), (0.0, 0.0), post.at)


def shown_by(post: SignalPost, second: float) -> tuple[str, str]:
    """What a post shows to traffic, and to people: `red` or `green`, or nothing where it has no man."""
    if post.lights is None:
        return corner_signal(post.side, second), ""
    man = "" if post.over is None else "green" if shows_green_man(post.lights, second) else "red"
    return traffic_signal(post.lights, second), man


def _posts(street: Street) -> Iterator[SignalPost]:
    """Those of one street: on the left where one stops, and at a crossing on the right beyond it as well."""
    (dx, dy), kerbs = street.ahead, (PAVEMENT - _OFF, FAR_KERB + _OFF)
    back, out = (-dx, -dy), (dy, -dx)
    for crossing in street.crossings:
        if crossing.lights:
            for way, faces in ((-1, back), (1, street.ahead)):
                along = crossing.at + way * (BROAD / 2 + _BESIDE)
                for kerb, over, sign in ((kerbs[0], out, 1), (kerbs[1], (-out[0], -out[1]), -1)):
                    seen = over if way == sign else None
                    yield SignalPost(street.spot(along, kerb), faces, street.side, crossing.lights, seen)
    low, high = -PAVEMENT, street.length + PAVEMENT
    corners = ((low - FAR_KERB + PAVEMENT, low), (high, high + FAR_KERB - PAVEMENT))
    for meets, (near, far) in zip(street.meets, corners, strict=True):
        if meets:
            yield SignalPost(street.spot(near - STOPS, kerbs[0]), back, street.side)
            yield SignalPost(street.spot(far + STOPS, kerbs[1]), street.ahead, street.side)


def _beacons(street: Street) -> Iterator[Beacon]:
    for crossing in street.crossings:
        if not crossing.lights:
            yield from _pair(street, crossing)


def _pair(street: Street, crossing: StreetCrossing) -> Iterator[Beacon]:
    """One at either kerb, where a driver who comes on that side meets it first."""
    reach = BROAD / 2 + _BESIDE
    yield Beacon(street.spot(crossing.at - reach, PAVEMENT - _OFF))
    yield Beacon(street.spot(crossing.at + reach, FAR_KERB + _OFF))


def _box(faces: Point, forth: tuple[float, float], half: float) -> Polygon:
    """A box about 0, 0, from and to so many m towards where its front looks, and so far to either side."""
    (fx, fy), (back, front) = faces, forth
    rx, ry = -fy, fx
    return (
        (front * fx - half * rx, front * fy - half * ry), (front * fx + half * rx, front * fy + half * ry),
        (back * fx + half * rx, back * fy + half * ry), (back * fx - half * rx, back * fy - half * ry),
    )  # fmt: skip


def _signal_blocks(post: SignalPost, traffic: str, man: str) -> Iterator[Block]:
    yield Block(_box(post.faces, (-0.07, 0.07), 0.07), 0.0, 3.5, _POLE, "metal")
    yield Block(_box(post.faces, (0.09, 0.3), 0.29), 2.3, 3.6, _BLACK, "signal head", traffic)
    if post.over is not None:
        yield Block(_box(post.over, (0.09, 0.28), 0.24), 1.75, 2.7, _BLACK, "man head", man)
        yield Block(_box(post.over, (-0.24, -0.08), 0.1), 0.95, 1.25, _YELLOW, "metal")


def _lamp_blocks(ahead: Point) -> Iterator[Block]:
    """A column with its lamp over the pavement: no taller than hides the pavement alone."""
    inward = (-ahead[1], ahead[0])
    yield Block(_box(inward, (-0.09, 0.09), 0.09), 0.0, 0.9, _POLE, "metal")
    yield Block(_box(inward, (-0.05, 0.05), 0.05), 0.9, 4.3, _POLE, "metal")
    yield Block(_box(inward, (-0.05, 0.85), 0.05), 4.3, 4.38, _POLE, "metal")
    yield Block(_box(inward, (0.4, 0.95), 0.11), 4.2, 4.3, _WARM, "lamp")


def _beacon_blocks(*, lit: bool) -> Iterator[Block]:
    for n in range(7):
        box = _box((0.0, -1.0), (-0.08, 0.08), 0.08)
        yield Block(box, n * 0.36, (n + 1) * 0.36, _BLACK if n % 2 == 0 else _WHITE, "metal")
    yield Block(_box((0.0, -1.0), (-0.2, 0.2), 0.2), 2.52, 2.9, _AMBER, "globe", "lit" if lit else "", round=True)
