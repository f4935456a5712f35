"""Four small live pictures from the venue's CCTV: too small to judge anyone by, they say where to look."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pygame

from game.picture import ZOOMS
from game.scenario import Camera
from game.view import Viewpoint
from game.view.viewpoint import turn_towards
from game.widgets.boxes import Card, Column, Row
from game.widgets.press import Press
from game.widgets.widget import Drawing, Label, Widget

from ..desk import Desk
from ..viewing import LookedThrough

COUNT = 4
EVERY = 3
"""One of the feeds is drawn for every third picture of the scene, so each comes five times a second."""
WIDE = 186


@dataclass(frozen=True, slots=True)
class FeedsToggled:
    """Open the small pictures, or put them away."""


class Feeds:
    """Shut at first. Nothing in them counts as seen."""

    def __init__(self, desk: Desk) -> None:
        self.version = 0
        self.open = False
        self.cameras = chosen(() if desk.floor.officer else desk.watched.layout.venue.cameras)
        self._desk = desk
        self._frames = 0
        self._drawn: dict[int, pygame.Surface] = {}

    def take(self, event: FeedsToggled) -> None:
        """Open them, or put them away."""
        self.open = not self.open and bool(self.cameras)
        self.version += 1

    def widget(self) -> Widget | None:
        """The pictures side by side, while they are open."""
        if not self.open:
            return None
        frames = [self._frame(number, camera) for number, camera in enumerate(self.cameras)]
        return Card(Row(frames, gap=8, centred=False), pad=8, fill="panel_over")

    def _frame(self, number: int, camera: Camera) -> Widget:
        x, y, turn = *camera.watches, turn_of(camera)

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            self._paint(surface, rect, number, Viewpoint(x, y, ZOOMS[0], turn, *rect.size))

        name = camera.camera.removesuffix(" camera")
        inside = Column([
            Drawing(paint, ratio=16 / 9, width=WIDE), Label(name[:1].upper() + name[1:], "small", "text_soft", most=1),
        ], gap=3)
        return Press(inside, pad=4, yields=LookedThrough(x, y, turn), fill="raised_down", grow=1, tip="Look there")

    def _paint(self, surface: pygame.Surface, rect: pygame.Rect, number: int, viewpoint: Viewpoint) -> None:
        kept = self._drawn.get(number)
        self._frames += number == 0
        turn_is_mine = self._frames % EVERY == 0 and self._frames // EVERY % len(self.cameras) == number
        if kept is None or kept.get_size() != rect.size or turn_is_mine:
            kept = self._drawn[number] = pygame.Surface(rect.size)
            self._desk.picture.feed(kept, self._desk.clock.instant(viewpoint), number)
        surface.blit(kept, rect)


def chosen(cameras: Sequence[Camera]) -> tuple[Camera, ...]:
    """Four cameras that watch spots far apart: the first, and each time the one farthest from those taken."""
    taken: list[Camera] = list(cameras[:1])
    left = list(cameras[1:])
    while left and len(taken) < COUNT:
        at = np.array([camera.watches for camera in taken])
        far = [float(((at - np.array(camera.watches)) ** 2).sum(axis=1).min()) for camera in left]
        taken.append(left.pop(far.index(max(far))))
    return tuple(taken)


def turn_of(camera: Camera) -> int:
    """The quarter turn of the view that looks most nearly the way the camera does."""
    return turn_towards(camera.watches[0] - camera.at[0], camera.watches[1] - camera.at[1])
