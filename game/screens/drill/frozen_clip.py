"""A clip in which nobody is ringed: it plays once, stops, and everybody is gone; then places are numbered."""

from collections.abc import Sequence
from math import dist
from typing import Literal

import numpy as np
import pygame

from game.clock import TICKS_PER_SECOND
from game.geometry import Point
from game.picture import Annotation, FloorLabel, Instant, around
from game.view import Snapshot, Viewpoint
from game.widgets.style import Style

from ..clip_player import EFFORT, Take, at_level

SHOWN = 60
"""Ticks that are shown before the picture stops."""
TOLD = 25
"""How many of them, at the most, come after what it can be made out by has begun."""
NEXT = 30
"""Ticks after it stops by which it is told what came next."""
PLACES, APART = (3, 5, 7), 1.5
"""Places to choose among, by how crowded a clip is, and metres between two of them: nearer ones could not be told apart
by eye. So many people are kept in mind at the first, the next and the last levels; a digit is a place."""
MARGIN = 2.4
"""Metres about them."""
MOVED = 1.0
"""Metres within three seconds from which on somebody has gone on, and not only shifted."""

Onward = Literal["stays", "left", "right", "away", "nearer"]
"""What somebody does next, as it is seen."""


class FrozenClip:
    """One clip; `places` are where people stood when it stopped, from left to right: who, and where (m)."""

    def __init__(self, style: Style, take: Take, closest: float, crowd: int) -> None:
        """With a scale of at most `closest` px/m; `crowd` from 0 to 2 says how many have to be kept in mind."""
        self._most = PLACES[crowd]
        self._style, self._take, self._closest = style, take, closest
        clip, last = take.footage, len(take.footage.snapshots) - 1
        self._stops = max(min(clip.telling + TOLD, last - NEXT), min(clip.telling + 1, last))
        self._at = float(max(0, self._stops - SHOWN))
        self._panel = pygame.Surface((1, 1))
        self.places = self._number()
        self.onward = self._look_ahead()
        """What they did next; None where the clip has too little of it."""

    @property
    def person(self) -> int:
        """Who it is about."""
        return self._take.footage.person

    @property
    def frozen(self) -> bool:
        """Whether the picture is gone."""
        return self._at >= self._stops

    def update(self, seconds: float) -> None:
        """Let it go on, up to where it stops."""
        self._at = min(float(self._stops), self._at + seconds * TICKS_PER_SECOND)

    def paint(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        """The present moment; or the place without anybody, and the numbers."""
        if self._panel.get_size() != rect.size:
            self._panel = pygame.Surface(rect.size)
        snapshots, whole = self._take.footage.snapshots, int(self._at)
        before, after = snapshots[whole], snapshots[min(whole + 1, self._stops)]
        signs: Sequence[Annotation] = ()
        if self.frozen:
            before = after = before.without_people()
            signs = [FloorLabel((*at, 0.0), str(n)) for n, (_, at) in enumerate(self.places, 1)]
        view, scale = self._view(rect.size), self._style.scale
        instant = Instant(before, after, self._at - whole, view, tuple(signs), lettering=scale)
        self._take.scene.draw(self._panel, instant, effort=EFFORT, use="frozen")
        surface.blit(self._panel, rect)

    def _view(self, size: tuple[int, int]) -> Viewpoint:
        """Still, about all the places alike: nobody is in the middle because it is they who are asked about."""
        view = around([at for _, at in self.places], self._take.footage.turn, size, MARGIN, self._closest)
        return at_level(view, view.scale)

    def _number(self) -> list[tuple[int, Point]]:
        """The person, and those who stand nearest to them, each well apart from the others."""
        now = self._take.footage.snapshots[self._stops]
        stood = {person: _point(now, row) for row, person in enumerate(now.ids.tolist())}
        here = stood.pop(self.person)
        chosen = [(self.person, here)]
        for person, at in sorted(stood.items(), key=lambda one: dist(one[1], here)):
            if len(chosen) < self._most and all(dist(at, other) >= APART for _, other in chosen):
                chosen.append((person, at))
        unit = Viewpoint(*here, 1.0, self._take.footage.turn, 0, 0)
        return sorted(chosen, key=lambda one: _across(unit, one[1]))

    def _look_ahead(self) -> Onward | None:
        clip = self._take.footage
        later = clip.snapshots[min(self._stops + NEXT, len(clip.snapshots) - 1)]
        if later.tick - clip.snapshots[self._stops].tick < NEXT or self.person not in later.ids:
            return None
        here = next(at for person, at in self.places if person == self.person)
        there = _point(later, int(later.ids.searchsorted(self.person)))
        if dist(here, there) < MOVED:
            return "stays"
        unit = Viewpoint(*here, 1.0, clip.turn, 0, 0)
        across, away = _across(unit, there), _away(unit, there)
        if abs(across) >= abs(away):
            return "right" if across > 0 else "left"
        return "away" if away > 0 else "nearer"


def _point(now: Snapshot, row: int) -> Point:
    x, y = now.position[row].tolist()
    return x, y


def _across(unit: Viewpoint, at: Point) -> float:
    """Metres to the right of the middle of a view."""
    return float(unit.across_and_depth(np.array([at]))[0][0])


def _away(unit: Viewpoint, at: Point) -> float:
    """Metres behind the middle of a view."""
    return float(unit.across_and_depth(np.array([at]))[1][0])
