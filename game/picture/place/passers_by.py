"""Passers-by who cross the street where there are lights: they come along the pavement, wait for the green man, go on.

They belong to the street, as cars do: none is of the cast, so that nobody can mark one or take one for somebody with a
part. Their way is a matter of the moment alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import pygame

from game.cast import Looks
from game.chance import stream
from game.clock import TICKS_PER_SECOND
from game.scenario import Layout, Lights
from game.scenario.venue.passages import PAVEMENT
from game.view import HELD, POSES, Held, Pose, Snapshot, Viewpoint
from game.view.gait import stride
from game.view.snapshot import Floats, Ints

from ..budget import Allowance
from ..daylight import Daylight
from ..in_sight import depths, in_view
from ..people.shadows import Shadows
from ..people.sprites import Figures
from ..sprite import Blit
from .ground.streets import FAR_KERB, Street, StreetCrossing, find_streets
from .signals import cycle, find_green_man
from .traffic import DARKER, DIM

_FREE = 1.35
"""Metres a second at which they walk: what grown-ups do on average."""
_MOST, _POOL = 3, 36
"""How many come to either side in a turn of the lights at most, and how many there are in all at one crossing: so many
that nobody comes again while they are in sight."""
_ALONG = 20.0
"""Metres along the pavement for which they are in sight, as others are who leave."""
_FADES = 3.0
"""Metres at either end of that in which they come into sight and go out of it."""
_ABREAST = (0.3, 0.85, 1.4)
"""Metres to the side of a crossing's middle of those who wait; who comes first stands nearest to it."""
_WAITS, _STRIP = 0.55, 0.95
"""Metres from the kerb at which they wait, and at which they come and go."""
_NOTICES, _AFTER = 0.6, 1.0
"""Seconds from the green man to the first step, and from one to the next."""
_BEHIND = 1.6
"""Seconds between two who come along the pavement, at the least."""
_EASE = (-0.4, -0.2, 0.0, 0.2, 0.4)
"""Seconds about a moment over whose places the shown one is taken: so they slow down, set off and turn by and by."""
_ABOUT = 0.15
"""Seconds before and after a moment, between which it is measured how somebody goes."""
_MOMENTS = np.add.outer((-_ABOUT, 0.0, _ABOUT), _EASE)
_STANDS = 0.3
"""Metres a second below which one stands."""


@dataclass(frozen=True, slots=True, eq=False)
class Trip:
    """Somebody's way over a street: when they are where, how far they have gone then, and where they look."""

    who: int
    seconds: Floats
    places: Floats
    gone: Floats
    across: tuple[float, float]

    def at(self, second: float) -> tuple[Floats, Floats, float, float]:
        """The place, the direction, the speed in m/s and the metres gone at a moment."""
        x, y = (np.interp(second + _MOMENTS, self.seconds, self.places[:, axis]).mean(axis=1) for axis in (0, 1))
        now, moved = np.array((x[1], y[1])), np.array((x[2] - x[0], y[2] - y[0])) / (2 * _ABOUT)
        speed = float(np.hypot(*moved))
        heading = moved / speed if speed > _STANDS else np.array(self.across)
        return now, heading, speed, float(np.interp(second + _MOMENTS[1], self.seconds, self.gone).mean())


@dataclass(frozen=True, slots=True, eq=False)
class InTheStreet:
    """Those who are in view: as a crowd, where their feet are in px, their shadows, and how much is seen of each."""

    crowd: Snapshot
    rows: Ints
    where: Floats
    shadows: list[Blit]
    seen: dict[int, float]


class PassersBy:
    """All who cross the streets of one venue; nobody, where nobody of `looks` is without a uniform to lend clothes."""

    def __init__(self, layout: Layout, looks: Sequence[Looks]) -> None:
        """Nobody is drawn before they are in sight."""
        lit = [
            (street, crossing, crossing.lights)
            for street in find_streets(layout) for crossing in street.crossings if crossing.lights
        ]  # fmt: skip
        self._looks = mix_looks(looks, _POOL * len(lit))
        self._crossings = lit if self._looks else []
        self._figures = Figures(self._looks)
        self._shadows = Shadows(self._figures, len(self._looks))
        self._venue = layout.venue.venue
        self._trips: dict[tuple[int, int], tuple[Trip, ...]] = {}

    def under_way(self, tick: float) -> Iterator[tuple[Trip, float]]:
        """Everybody at a moment, with the metres to the nearer end of their way."""
        second = tick / TICKS_PER_SECOND
        for n, (_, _, lights) in enumerate(self._crossings):
            turn = int(second // cycle(lights))
            for trip in (trip for near in (-1, 0, 1) for trip in self._find_trips(n, turn + near)):
                if trip.seconds[0] < second < trip.seconds[-1]:
                    gone = float(np.interp(second, trip.seconds, trip.gone))
                    yield trip, min(gone, float(trip.gone[-1]) - gone)

    def _find_trips(self, n: int, turn: int) -> tuple[Trip, ...]:
        key = n, turn
        if key not in self._trips:
            street, crossing, lights = self._crossings[n]
            chance = stream(0, "passers-by", f"{self._venue}/{crossing.portal}/{turn}")
            self._trips[key] = tuple(_draw(chance, street, crossing, lights, (n, turn)))
        return self._trips[key]

    def find(self, tick: float, viewpoint: Viewpoint) -> InTheStreet:
        """Those in view at a moment, with what lies below everybody of them."""
        here = sorted(self.under_way(tick), key=lambda pair: pair[0].who)
        crowd = _see(tick, [trip for trip, _ in here], self._looks)
        rows, where = in_view(crowd, viewpoint)
        seen = {trip.who: min(left / _FADES, 1.0) for trip, left in here}
        whole = np.array([seen[who] >= 1.0 for who in crowd.ids[rows].tolist()], dtype=bool)
        shadows = self._shadows.blits(crowd.ids[rows][whole], where[whole], viewpoint.scale) if len(rows) else []
        return InTheStreet(crowd, rows, where, shadows, seen)

    def show(
        self, outside: InTheStreet, viewpoint: Viewpoint, now: Daylight, allowance: Allowance
    ) -> tuple[list[Blit], list[float]]:
        """Their pictures, in the light of the street, and the depth by which each is sorted."""
        if not len(outside.rows):
            return [], []
        drawn = self._figures.sprites(outside.crowd, outside.rows, outside.where, viewpoint, allowance=allowance)
        light = round(255 * (1 - DIM - DARKER * now.lamps))
        who = outside.crowd.ids[outside.rows].tolist()
        blits = [_dim(blit, light, outside.seen[person]) for blit, person in zip(drawn, who, strict=True)]
        return blits, depths(outside.crowd, viewpoint)[outside.rows].tolist()


def mix_looks(looks: Sequence[Looks], count: int) -> list[Looks]:
    """So many people in clothes such as are worn here: each has the body of one, and the clothes of two others.

    So nobody is a double of anybody who is watched. In steps of seven, as neighbours in number often come together.
    """
    plain = [other for other in looks if other.uniform is None and other.aid is None]
    if not plain:
        return []
    found = []
    for n in range(count):
        body, above, below = (plain[(7 * n + part * len(plain) // 3) % len(plain)] for part in range(3))
        found.append(replace(
            body, top=above.top, top_colour=above.top_colour, bottom=below.bottom, bottom_colour=below.bottom_colour,
        ))  # fmt: skip
    return found


def _draw(
    chance: np.random.Generator, street: Street, crossing: StreetCrossing, lights: Lights, of: tuple[int, int]
) -> Iterator[Trip]:
    """Those who cross in one turn of the lights, `of` this crossing and turn."""
    (n, turn), (begins, ends) = of, find_green_man(lights, of[1])
    for side in (0, 1):
        count = int(chance.binomial(_MOST, 0.6))
        comes = np.sort(chance.uniform(begins - cycle(lights) + lights.people, ends - 3.0, count))
        comes = np.maximum.accumulate(comes - np.arange(count) * _BEHIND) + np.arange(count) * _BEHIND
        for place, second in enumerate(comes.tolist()):
            who = n * _POOL + (turn * 2 * _MOST + side * _MOST + place) % _POOL
            steps_off = max(begins + _NOTICES + place * _AFTER, second)
            if steps_off < ends - 0.5:
                yield _plan(who, street, crossing.at, (side, place), (second, steps_off))


def _plan(
    who: int, street: Street, middle: float, of: tuple[int, int], times: tuple[float, float]
) -> Trip:
    """The way of somebody who comes to the kerb at one time and steps off at the other; `of`: to which side, and place.

    From the venue's side (0) one crosses on the left half, and from the other (1) on the other half.
    """
    side, place = of
    low, high = next(ends for ends in street.stretches if ends[0] < middle < ends[1])
    sign = -1 if side == 0 else 1
    along = min(_ALONG, middle - low - 1.5 if side == 0 else high - middle - 1.5)
    here, there = (PAVEMENT, FAR_KERB) if side == 0 else (FAR_KERB, PAVEMENT)
    inward = -1 if side == 0 else 1
    spot = middle + sign * _ABREAST[place]
    end = middle + sign * max(along, 2.0)
    way = [
        (end, here + inward * _STRIP), (spot, here + inward * _STRIP), (spot, here + inward * _WAITS),
        (spot, there - inward * _STRIP), (end, there - inward * _STRIP),
    ]  # fmt: skip
    legs = [0.0, *(abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in pairwise(way))]
    gone = np.cumsum(legs)
    comes, steps_off = times
    seconds = np.array([*(comes + (gone[:3] - gone[2]) / _FREE), *(steps_off + (gone[2:] - gone[2]) / _FREE)])
    places = np.array([street.spot(*way[k]) for k in (0, 1, 2, 2, 3, 4)])
    (ox, oy), (tx, ty) = street.spot(0.0, here), street.spot(0.0, there)
    far = abs(tx - ox) + abs(ty - oy)
    return Trip(who, seconds, places, gone[[0, 1, 2, 2, 3, 4]], ((tx - ox) / far, (ty - oy) / far))


def _see(tick: float, trips: Sequence[Trip], looks: Sequence[Looks]) -> Snapshot:
    """What an eye could see of them."""
    count = len(trips)
    seen = [trip.at(tick / TICKS_PER_SECOND) for trip in trips]
    places = np.array([place for place, _, _, _ in seen]).reshape(count, 2)
    heading = np.array([way for _, way, _, _ in seen]).reshape(count, 2)
    speed = np.array([speed for _, _, speed, _ in seen])
    lengths = [float(stride(_FREE, looks[trip.who].stature)) for trip in trips]
    walks = speed > _STANDS
    phase = [gone / length % 1.0 for (_, _, _, gone), length in zip(seen, lengths, strict=True)]
    zero, ones = np.zeros(count), np.ones(count, dtype=np.int64)
    return Snapshot(
        int(tick), np.array([trip.who for trip in trips], dtype=np.int64), places, heading, heading, heading, zero,
        heading, np.where(walks, POSES.index(Pose.WALK), POSES.index(Pose.STAND)), np.where(walks, phase, 0.0),
        ones * HELD.index(Held.NOTHING), speed, zero, ones,
    )  # fmt: skip


def _dim(blit: Blit, light: int, seen: float) -> Blit:
    """A picture in less light, and paler where somebody comes into sight or goes out of it."""
    surface = blit[0].copy()
    surface.fill((light, light, light), special_flags=pygame.BLEND_RGB_MULT)
    if seen < 1.0:
        surface.set_alpha(round(255 * seen))
    return surface, blit[1]
