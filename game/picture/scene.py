"""The scene: the venue, everyone in it in the right order of depth, and the annotations above."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pygame
from numpy.typing import NDArray

from game.cast import Looks
from game.programme import ORDINARY, Programme
from game.scenario import Layout
from game.theme import Theme, theme
from game.view import Item, Snapshot, Viewpoint

from .budget import Allowance, Clock, steps
from .daylight import Daylight, daylight
from .in_sight import depths, in_view, window_of
from .instant import Instant
from .overlay import Overlay, spots
from .people.shadows import Shadows
from .people.sprites import Figures
from .people.umbrellas import Umbrellas
from .pick import pick
from .place.barriers import Barriers
from .place.belts import CasesOnBelts
from .place.buses import Buses
from .place.kerbside import Kerbside
from .place.passers_by import PassersBy
from .place.rain import Rain
from .place.scenery import KEPT, Scenery, Stand
from .place.staff_doors import StaffDoors
from .place.stairs import PeopleOnStairs
from .place.traffic import Traffic
from .place.trains import Trains
from .place.trays import TraysOnBelts
from .sprite import Blit
from .zoom import CLOSE, ZOOMS, level

_FEET = 0.85
"""How far down a close-up, as a share of its height, its person's feet are: near enough to tell them from others'."""
_VENUE = 0.7
"""The venue's share of the time for new pictures, where people want new ones too."""


AHEAD = 0.7
"""The share of what is kept of a venue that may be made ahead while a view rests: at 1920 × 1080 the view itself takes
a quarter of it, and a neighbouring level up to as much again."""


class Scene:
    """Draws one venue and one cast. `starts` is the hour on the station's clock at tick 0."""

    def __init__(
        self, layout: Layout, looks: Sequence[Looks], starts: str = "08:00", colours: Theme | None = None,
        clock: Clock | None = None, programme: Programme = ORDINARY, *, by_day: bool = False,
    ) -> None:
        """Nothing is drawn before it is needed. By the `clock` new pictures keep to their time in a instant.

        Trains and ways that are shut are as the programme has them; `by_day` it is light at any hour, to be seen well.
        """
        self._clock = clock or steps()
        self._theme = colours or theme()
        self.figures = Figures(looks)
        """The cast's pictures."""
        self._shadows = Shadows(self.figures, len(looks))
        self._round = 0
        self._starts, self._sky, self._by_day = starts, layout.venue.surroundings != "earth", by_day
        self._statures = np.array([other.stature for other in looks])
        self._overlay = Overlay(self._theme, self._statures.tolist())
        self._scenery = Scenery(layout)
        self._trains, self._traffic = Trains(layout, starts, programme), Traffic(layout)
        self._buses = Buses(layout, starts, programme)
        self._cases, self._kerbside = CasesOnBelts(layout), Kerbside(layout)
        self._passers_by, self._trays = PassersBy(layout, looks), TraysOnBelts(layout, looks)
        self._barriers, self._staff_doors = Barriers(layout, programme), StaffDoors(layout)
        self._rain = Rain(layout) if programme.rain else None
        self._umbrellas = Umbrellas(layout, looks) if programme.rain else None
        self._passing = PeopleOnStairs(layout)
        self._buffer = pygame.Surface((1, 1))
        self._rests: Viewpoint | None = None
        self._made, self._drawn = 0, 0

    def daylight(self, tick: int) -> Daylight:
        """What the hour does at a tick."""
        now = daylight(self._starts, tick, self._theme, sky=self._sky, rain=self._rain is not None)
        return replace(now, lamps=0.0) if self._by_day else now

    def survey(self, tick: int, turns: Sequence[int] = range(4)) -> None:
        """Look at the venue from these sides, so that no turn of the view to them waits."""
        for turn in turns:
            self._scenery.rough(turn, self.daylight(tick), Allowance(-1))

    def draw(self, surface: pygame.Surface, instant: Instant, *, effort: float = 4, use: str = "main") -> None:
        """Draw a moment over the whole of a surface as large as its viewpoint's panel.

        New pictures are made for `effort` ms at most; below 0 all are made at once. `use` names the panel, so that each
        keeps its own part of the venue at hand.
        """
        viewpoint, annotations = instant.viewpoint, instant.annotations
        crowd = instant.crowd()
        drawn = level_above(viewpoint.scale) if instant.close else level_for(viewpoint.scale, fine=effort < 0)
        sheet, fitted = surface, viewpoint
        if drawn != viewpoint.scale:
            grow = drawn / viewpoint.scale
            size = round(viewpoint.width * grow), round(viewpoint.height * grow)
            sheet = self._beside(size, surface.get_size())
            fitted = replace(viewpoint, scale=drawn, width=size[0], height=size[1])
        elif self._buffer.get_width() >= viewpoint.width:
            self._buffer = pygame.Surface((1, 1))
        sprites = self._draw(sheet, crowd, replace(instant, viewpoint=fitted), effort, use)
        if sheet is not surface:
            pygame.transform.smoothscale(sheet, (viewpoint.width, viewpoint.height), surface)
            sprites = {}
        if self._rain:
            self._rain.draw(surface, instant.tick, viewpoint, self.daylight(instant.after.tick))
        if annotations:
            spotted = spots(crowd, viewpoint)
            self._overlay.above(surface, annotations, spotted, viewpoint, sprites, instant.lettering)

    def _beside(self, size: tuple[int, int], least: tuple[int, int]) -> pygame.Surface:
        """A surface of this size to draw on, cut from one that is kept."""
        wide, high = self._buffer.get_size()
        if wide < size[0] or high < size[1]:
            self._buffer = pygame.Surface((max(wide, size[0], least[0]), max(high, size[1], least[1])))
        return self._buffer.subsurface((0, 0, *size))

    def _draw(
        self, surface: pygame.Surface, crowd: Snapshot, instant: Instant, effort: float, use: str
    ) -> dict[int, Blit]:
        """Draw everything at a scale that pictures are made for; where in it each person's picture lies."""
        crowd, trays = self._trays.lay(crowd)
        viewpoint, annotations, pale = instant.viewpoint, instant.annotations, instant.pale
        now = self.daylight(instant.after.tick)
        window = window_of(viewpoint)
        left, top = window.topleft
        part = Allowance(effort * _VENUE, self._clock)
        stand = self._scenery.stand(window, viewpoint.scale, viewpoint.turn, now, part, use)
        tiles = self._scenery.tiles.under(window, viewpoint.scale, viewpoint.turn, now, part)
        rest = part.left() + effort * (1 - _VENUE)
        surface.fblits([(tile, (x - left, y - top)) for tile, (x, y) in tiles])
        surface.fblits([(piece, (x - left, y - top)) for piece, (x, y) in stand.under])
        turn = _middle_first if instant.close else self._in_turn
        rows, where = turn(*in_view(crowd, viewpoint), viewpoint)
        lit = self._passing.cast_shadows(crowd, rows)
        surface.fblits(self._shadows.blits(crowd.ids[rows][lit], where[lit], viewpoint.scale))
        outside = self._passers_by.find(instant.tick, viewpoint)
        surface.fblits(outside.shadows)
        if annotations:
            self._overlay.below(surface, annotations, spots(crowd, viewpoint), viewpoint)
        hidden = [person in pale for person in crowd.ids[rows].tolist()] if pale else None
        whole = Allowance(rest, self._clock)
        people = self.figures.sprites(crowd, rows, where, viewpoint, pale=hidden, allowance=whole)
        people = self._passing.show(people, crowd, rows, viewpoint, top)
        things = self.figures.items(crowd.items, viewpoint)
        driven, behind = self._driven(instant.tick, window, viewpoint, now)
        doors, jambs = self._staff_doors.show(crowd, rows, window, viewpoint.scale, viewpoint.turn, now)
        boxes, along = self._trays.show(trays, window, viewpoint.scale, viewpoint.turn, now)
        others, off = self._passers_by.show(outside, viewpoint, now, whole)
        driven, behind = driven + doors + boxes + others, behind + jambs + along + off
        away = depths(crowd, viewpoint)[rows]
        if self._umbrellas:
            umbrellas, over = self._umbrellas.show(crowd, rows, where, away, viewpoint)
            driven, behind = driven + umbrellas, behind + over
        depth = np.concatenate([away, _depths_of(crowd.items, viewpoint), behind])
        surface.fblits(_sort(stand, people + things + driven, depth, left, top))
        surface.fblits([(piece, (x - left, y - top)) for piece, (x, y) in stand.over])
        if use == "main" and not whole.endless:
            self._look_ahead(viewpoint, now, whole)
        return dict(zip(crowd.ids[rows].tolist(), people, strict=True))

    def _driven(
        self, tick: float, window: pygame.Rect, viewpoint: Viewpoint, now: Daylight
    ) -> tuple[list[Blit], list[float]]:
        """Trains, traffic, cases on belts, barriers and signals, with the depths by which they are sorted."""
        trains, behind = self._trains.show(tick, window, viewpoint.scale, viewpoint.turn, now)
        buses, pulled_in = self._buses.show(tick, window, viewpoint.scale, viewpoint.turn, now)
        vehicles, off = self._traffic.show(tick, window, viewpoint.scale, viewpoint.turn, now)
        cases, along = self._cases.show(tick, window, viewpoint.scale, viewpoint.turn, now)
        barriers, across = self._barriers.show(tick, window, viewpoint.scale, viewpoint.turn, now)
        posts, beside = self._kerbside.show(tick, window, viewpoint.scale, viewpoint.turn, now)
        drawn = trains + buses + vehicles + cases + barriers + posts
        return drawn, behind + pulled_in + off + along + across + beside

    def _look_ahead(self, viewpoint: Viewpoint, now: Daylight, allowance: Allowance) -> None:
        """While the view rests, make ready what a turn, a zoom by a level, and then a turn in full would show.

        Until no more can be kept: what is made then would push out what is ready, and there would be no end to it.
        """
        if viewpoint != self._rests:
            self._rests, self._made, self._drawn = viewpoint, 0, self._scenery.drawn
        views = (*neighbours(viewpoint), viewpoint.turn_by(1), viewpoint.turn_by(-1))
        if self._made == len(views) or self._scenery.drawn - self._drawn > AHEAD * KEPT:
            return
        turns = (viewpoint.turn, viewpoint.turn_by(1).turn, viewpoint.turn_by(-1).turn, viewpoint.turn_by(2).turn)
        if not all(self._scenery.rough(turn, now, allowance) for turn in turns):
            return
        for view in views[self._made :]:
            if not self._scenery.ahead(window_of(view), view.scale, view.turn, now, allowance):
                return
            self._made += 1

    def _in_turn(
        self, rows: NDArray[np.int64], where: NDArray[np.float64], _: Viewpoint
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """The rows, beginning elsewhere each time, so that new pictures are made for everyone alike."""
        self._round += 7
        begin = self._round % max(1, len(rows))
        return np.roll(rows, -begin), np.roll(where, -begin, axis=0)

    def draw_flat_ids(self, surface: pygame.Surface, crowd: Snapshot, viewpoint: Viewpoint) -> None:
        """Everyone in one flat colour of their own, `flat_colour(id)`, hidden by opaque props (black) as in the scene.

        What the venue calls not opaque is left out, as in `Layout.prisms`; so are walls along its bounds, which are
        drawn to hide nobody.
        """
        surface.fill((0, 0, 0))
        window = window_of(viewpoint)
        rows, where = in_view(crowd, viewpoint)
        colours = [flat_colour(person) for person in crowd.ids[rows].tolist()]
        people = self.figures.sprites(crowd, rows, where, viewpoint, plain=colours)
        stand = self._scenery.flat(window, viewpoint.scale, viewpoint.turn)
        surface.fblits(_sort(stand, people, depths(crowd, viewpoint)[rows], *window.topleft))

    def pick(self, px: int, py: int, snapshot: Snapshot, viewpoint: Viewpoint) -> list[int]:
        """Who is under a pixel, nearest to the viewer first; small and distant people are easy to hit."""
        return pick(px, py, snapshot, viewpoint, self._statures)


def _middle_first(
    rows: NDArray[np.int64], where: NDArray[np.float64], viewpoint: Viewpoint
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The rows, beginning with whom a close-up is of: their new pictures wait for nobody else's."""
    feet = viewpoint.width / 2, viewpoint.height * _FEET
    order = np.argsort(np.abs(where - feet).sum(axis=1), kind="stable")
    return rows[order], where[order]


def _sort(stand: Stand, people: list[Blit], depth: NDArray[np.float64], left: int, top: int) -> list[Blit]:
    """Props and people, the furthest first."""
    everything = stand.place(left, top) + people
    order = np.argsort(-np.concatenate([stand.keys, depth]), kind="stable")
    return [everything[n] for n in order.tolist()]


def _depths_of(items: Sequence[Item], viewpoint: Viewpoint) -> NDArray[np.float64]:
    """Depth of things on the floor; a little nearer than the person whose feet they are at."""
    places = np.array([(item.x, item.y) for item in items], dtype=float).reshape(-1, 2)
    return replace(viewpoint, x=0.0, y=0.0).across_and_depth(places)[1]


def flat_colour(person: int) -> tuple[int, int, int]:
    """The colour that stands for a person in `draw_flat_ids`; never black."""
    number = person + 1
    return number & 0xFF, number >> 8 & 0xFF, 0x80


def neighbours(viewpoint: Viewpoint) -> tuple[Viewpoint, ...]:
    """What a zoom by a level would show: farther first, where twice as many things come into view at once; and closer
    all of what is in view, as it may be anywhere in it.
    """
    closer, farther = level(viewpoint.scale, 1), level(viewpoint.scale, -1)
    grow = closer / viewpoint.scale
    size = round(viewpoint.width * grow), round(viewpoint.height * grow)
    near = replace(viewpoint, scale=closer, width=size[0], height=size[1])
    return tuple(view for view in (replace(viewpoint, scale=farther), near) if view.scale != viewpoint.scale)


def level_for(scale: float, *, fine: bool = True) -> float:
    """The zoom level to draw at for this scale, the picture being scaled to fit: where not `fine`, a smaller one."""
    if fine:
        return min(ZOOMS, key=lambda zoom: abs(zoom / scale - 1) + (0.15 if zoom < scale else 0.0))
    return max((zoom for zoom in ZOOMS if zoom <= scale * 1.002), default=ZOOMS[0])


def level_above(scale: float) -> float:
    """The scale to draw a close-up at, to be shrunk to this one: large figures would blur if they were enlarged."""
    return min((close for close in CLOSE if close >= scale), default=CLOSE[-1])
