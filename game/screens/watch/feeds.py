"""Four small live pictures from the venue's CCTV: too small to judge anyone by, they say where to look."""

from collections.abc import Sequence
from math import atan2, pi

import numpy as np
import pygame

from game.picture import ZOOMS
from game.scenario import Camera
from game.view import Viewpoint
from game.widgets.boxes import Card, Column, Row
from game.widgets.press import Press
from game.widgets.widget import Drawing, Gap, Label, Widget

from .scene_view import Picture
from .watch_clock import Passing

COUNT = 4
EVERY = 3
"""One of the feeds is drawn for every third picture of the scene, so each comes five times a second."""
WIDE = 186


class Feeds:
    """Shut at first; `toggle` opens them. Nothing in them counts as seen."""

    def __init__(self, picture: Picture, cameras: Sequence[Camera]) -> None:
        self._picture = picture
        self.cameras = chosen(cameras)
        self.open = False
        self._frames = 0
        self._drawn: dict[int, pygame.Surface] = {}

    def toggle(self) -> None:
        """Open them, or put them away."""
        self.open = not self.open and bool(self.cameras)

    def spot(self, number: int) -> tuple[float, float]:
        """The floor point that a camera watches."""
        return self.cameras[number].watches

    def turn(self, number: int) -> int:
        """The side of the place from which a feed is drawn."""
        return turn_of(self.cameras[number])

    def panel(self, caption: Widget, time: Passing) -> Widget:
        """The feeds below what the loudspeakers say."""
        if not self.open:
            return caption
        frames = [self._frame(number, time) for number in range(len(self.cameras))]
        row = Card(Row(frames, gap=8, centred=False), pad=8, fill="panel_over")
        return row if isinstance(caption, Gap) else Column([caption, row], gap=8)

    def _frame(self, number: int, time: Passing) -> Widget:
        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            self._paint(surface, rect, number, time)

        name = self.cameras[number].camera.removesuffix(" camera")
        inside = Column([
            Drawing(paint, ratio=16 / 9, width=WIDE), Label(name[:1].upper() + name[1:], "small", "text_soft", most=1),
        ], gap=3)
        return Press(inside, pad=4, key=f"feed/{number}", fill="raised_down", grow=1, tip="Look there")

    def _paint(self, surface: pygame.Surface, rect: pygame.Rect, number: int, time: Passing) -> None:
        kept = self._drawn.get(number)
        self._frames += number == 0
        turn_is_mine = self._frames % EVERY == 0 and self._frames // EVERY % len(self.cameras) == number
        if kept is None or kept.get_size() != rect.size or turn_is_mine:
            kept = self._drawn[number] = pygame.Surface(rect.size)
            x, y = self.spot(number)
            viewpoint = Viewpoint(x, y, ZOOMS[0], self.turn(number), *rect.size)
            self._picture.feed(kept, *time.pictured, time.share, viewpoint, number)
        surface.blit(kept, rect)


def chosen(cameras: Sequence[Camera]) -> tuple[Camera, ...]:
    """Four cameras that watch spots far apart: the first, and each time the one farthest from those taken."""
    taken: list[Camera] = list(cameras[:1])
    left = list(cameras[1:])
    while left and len(taken) < COUNT:
        at = np.array([one.watches for one in taken])
        far = [float(((at - np.array(one.watches)) ** 2).sum(axis=1).min()) for one in left]
        taken.append(left.pop(far.index(max(far))))
    return tuple(taken)


def turn_of(camera: Camera) -> int:
    """The quarter turn of the view that looks most nearly the way the camera does."""
    dx, dy = camera.watches[0] - camera.at[0], camera.watches[1] - camera.at[1]
    return round((atan2(dy, dx) - pi / 2 - 0.2838) / (pi / 2)) % 4
