"""What the scene shows of somebody is what the inspector shows of them at the same time."""

from collections.abc import Iterator

import numpy as np
import pygame

from game.cast import Person
from game.picture import Instant, Scene
from game.picture.people.stance import Stance
from game.picture.scene import level_above
from game.picture.zoom import level
from game.scenario import Layout
from game.view import Held, Pose, Viewpoint
from game.view.close_up import SIZE

from .finding import Finding, Moment, make_finding

EVERY, STAYS, SETTLES = 240, 60, 10
"""Ticks from one person looked at to the next, for which the inspector stays, and in which a new view's pictures are
made: all the time would cost more than the run.
"""
LAGS = 4
"""Ticks for which one of two pictures may lag behind the other: a third of a second, and no longer."""
SCALE, PANEL = level(32.0), (1280, 720)
"""The zoom in px/m and the size in px of a usual scene."""
EFFORTS, ASIDE = (4.0, 4.0), 4.0
"""Work on what is new for two pictures of the scene and one of the inspector in a tick: as little as a slow machine
does, which makes a person's picture or two for each.
"""


class InOnePose:
    """Scene and inspector show a person in the same pose, with the same in their hands."""

    def __init__(self, layout: Layout, people: tuple[Person, ...]) -> None:
        self._scene = Scene(layout, [person.looks for person in people])
        self._statures = [person.looks.stature for person in people]
        self._panel, self._close = pygame.Surface(PANEL), pygame.Surface(SIZE)
        self._person, self._turn, self._differs = -1, -1, 0

    def look(self, moment: Moment) -> Iterator[Finding]:
        """Who has been shown in two poses for too long."""
        now = moment.now
        if now.tick // EVERY != self._turn and len(now.ids):
            self._turn, self._differs = now.tick // EVERY, -SETTLES
            self._person = int(now.ids[self._turn * 7 % len(now.ids)])
        if now.tick % EVERY >= STAYS or self._person not in now.ids:
            return
        row = int(np.searchsorted(now.ids, self._person))
        alike = self._alike(moment, row)
        self._differs = self._differs + 1 if self._differs < 0 or not alike else 0
        if self._differs == LAGS + 1:
            yield make_finding("two poses", now, row, "in the inspector not as in the scene")

    def _alike(self, moment: Moment, row: int) -> bool:
        """Draw both pictures, and compare what they were of."""
        x, y = moment.now.position[row].tolist()
        whole = Instant.of(moment.now, Viewpoint(x, y, SCALE, 0, *PANEL))
        near = whole.upon(self._person, self._statures[self._person], SIZE)
        assert near is not None
        figures = self._scene.figures
        for effort in EFFORTS:
            self._scene.draw(self._panel, whole, effort=effort)
        in_scene = figures.find_doing(self._person, SCALE)
        self._scene.draw(self._close, near, effort=ASIDE, use="close-up")
        return _act(in_scene) == _act(figures.find_doing(self._person, level_above(near.viewpoint.scale)))


def _act(stance: Stance | None) -> tuple[Pose, Held] | None:
    """The pose and what is held, which until halfway through a change are those from before; of no picture, none."""
    if stance is None:
        return None
    was = stance.before
    return (stance.pose, stance.held) if was is None or was.share >= 0.5 else (was.pose, was.held)
