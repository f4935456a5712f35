"""A fine canvas to draw blocks on: faces of the venue in metres, turned into pixels by the oblique projection."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, pi, sin
from typing import TypeVar

import numpy as np
import pygame
from numpy.typing import NDArray

from game.theme import Colour, Rgba

from ..colour import light_up, mix
from ..sprite import Sprite

XY = tuple[float, float]
Number = TypeVar("Number", float, NDArray[np.float64])


def frame(box: tuple[float, float, float, float]) -> pygame.Rect:
    """The whole px of a box `left, top, right, bottom`, with one to spare on every side."""
    left, top = floor(box[0]) - 1, floor(box[1]) - 1
    return pygame.Rect(left, top, max(1, ceil(box[2]) + 1 - left), max(1, ceil(box[3]) + 1 - top))


class Easel:
    """A transparent canvas for an area in px, drawn `fine` times larger than it is shown. What lies outside is cut."""

    def __init__(self, area: pygame.Rect, scale: float, fine: int) -> None:
        """A clean canvas; `scale` px/m as shown."""
        self.scale = scale
        self.left, self.top = area.topleft
        self.fine = fine
        self.shown = area.size
        self.surface = pygame.Surface((area.width * fine, area.height * fine), pygame.SRCALPHA)
        self._right, self._bottom = self.surface.get_size()

    def point(self, x: float, y: float) -> XY:
        """A px of the picture on the fine canvas."""
        return (x - self.left) * self.fine, (y - self.top) * self.fine

    def shows(self, points: Sequence[XY]) -> bool:
        """Whether anything of a polygon given in px may be on the canvas."""
        return self._box(self._on_canvas(points)) is not None

    def _on_canvas(self, points: Sequence[XY]) -> list[tuple[int, int]]:
        """The whole px of the fine canvas on which corners given in px lie."""
        left, top, fine = self.left, self.top, self.fine  # `point`, but in half the time: this is done most of all
        return [(floor((x - left) * fine), floor((y - top) * fine)) for x, y in points]

    def _box(self, corners: Sequence[tuple[int, int]]) -> tuple[int, int, int, int] | None:
        """Left, top, right and bottom of a polygon's part of the canvas; None where it has none."""
        xs, ys = zip(*corners, strict=True)
        left, top = max(0, min(xs)), max(0, min(ys))
        right, bottom = min(self._right, max(xs) + 1), min(self._bottom, max(ys) + 1)
        return (left, top, right, bottom) if left < right and top < bottom else None

    def polygon(self, points: Sequence[XY], colour: Colour | Rgba) -> None:
        """Fill a polygon given in px; a translucent colour is laid over what is there."""
        corners = self._on_canvas(points)
        box = self._box(corners)
        if box is None:
            return
        if len(colour) == 3 or colour[3] == 255:
            pygame.draw.polygon(self.surface, colour, corners)
            return
        left, top, right, bottom = box
        sheet = pygame.Surface((right - left, bottom - top), pygame.SRCALPHA)
        pygame.draw.polygon(sheet, colour, [(x - left, y - top) for x, y in corners])
        self.surface.blit(sheet, (left, top))

    def finish(self) -> Sprite:
        """The finished picture at the size it is shown, with straight (not premultiplied) alpha."""
        return Sprite(shrink(self.surface, self.shown), self.left, self.top)


def shrink(surface: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """A smaller copy without the dark fringe that averaging with transparent pixels leaves."""
    if surface.get_size() == size:
        return surface
    small = pygame.transform.smoothscale(surface.premul_alpha(), size)
    alpha = pygame.surfarray.pixels_alpha(small)
    colours = pygame.surfarray.pixels3d(small)
    part = (alpha > 0) & (alpha < 255)
    if part.any():
        share = alpha[part].astype(np.float32)[:, None] / 255
        colours[part] = np.minimum(colours[part] / share, 255).astype(np.uint8)
    return small


@dataclass(slots=True)
class Face:
    """One visible side of a block: (u, v) in metres from its lower left corner, as seen; `glow` its light."""

    easel: Easel
    origin: XY
    across: XY
    up: XY
    width: float
    height: float
    side: str
    glow: float

    def at(self, u: Number, v: Number) -> tuple[Number, Number]:
        """The px of a point of the face, or of many."""
        a, b = u / self.width, v / self.height
        return (
            self.origin[0] + a * self.across[0] + b * self.up[0],
            self.origin[1] + a * self.across[1] + b * self.up[1],
        )

    def fill(self, colour: Colour, shade: float = 0.10) -> None:
        """The whole face in one colour, a little darker towards the floor on upright faces."""
        if self.side == "top":
            self.flat(0, 0, self.width, self.height, light_up(colour, self.glow))
            return
        bands = 8
        for n in range(bands):
            low, high = self.height * n / bands, self.height * (n + 1) / bands
            depth = max(0.0, 1 - (n + 0.5) / bands * max(1.0, self.height))
            self.flat(0, low, self.width, high - low + 0.01, light_up(colour, self.glow - shade * depth))

    def rect(self, u: float, v: float, w: float, h: float, colour: Colour) -> None:
        """A box in the face's own light."""
        self.flat(u, v, w, h, light_up(colour, self.glow))

    def flat(self, u: float, v: float, w: float, h: float, colour: Colour | Rgba) -> None:
        """A box in exactly this colour, kept inside the face."""
        right, top = min(u + w, self.width), min(v + h, self.height)
        u, v = max(u, 0.0), max(v, 0.0)
        if right > u and top > v:
            (x, y), (ax, ay), (bx, by) = self.origin, self.across, self.up
            near, far, low, high = u / self.width, right / self.width, v / self.height, top / self.height
            left_x, left_y, right_x, right_y = x + near * ax, y + near * ay, x + far * ax, y + far * ay
            self.easel.polygon(
                (
                    (left_x + low * bx, left_y + low * by), (right_x + low * bx, right_y + low * by),
                    (right_x + high * bx, right_y + high * by), (left_x + high * bx, left_y + high * by),
                ),
                colour,
            )  # fmt: skip

    def shape(self, points: Sequence[XY], colour: Colour | Rgba) -> None:
        """A polygon in exactly this colour."""
        self.easel.polygon([self.at(*point) for point in points], colour)

    def disc(self, u: float, v: float, r: float, colour: Colour | Rgba) -> None:
        """A round spot in exactly this colour."""
        self.shape([(u + r * cos(n * pi / 10), v + r * sin(n * pi / 10)) for n in range(20)], colour)

    def edge(self, strength: float = 0.22) -> None:
        """A thin light along the upper rim, where the light catches."""
        rim = max(0.012, 0.9 / max(1.0, abs(self.up[1])) * self.height)
        if self.side != "top":
            self.flat(0, self.height - rim, self.width, rim, (255, 253, 246, round(255 * strength)))

    def text(self, words: str, font: pygame.font.Font, u: float, v: float, w: float, h: float, colour: Colour) -> None:
        """Words fitted into the middle of a box, lying in the face."""
        if not self._shows(u, v, w, h):
            return
        ink = font.render(words, True, colour)
        ink = ink.subsurface(ink.get_bounding_rect())
        metres = min(h / ink.get_height(), w / ink.get_width())
        wide, high = ink.get_width() * metres, ink.get_height() * metres
        self._lay(ink, u + (w - wide) / 2, v + (h - high) / 2, wide, high)

    def write(
        self, words: str, font: pygame.font.Font, room: tuple[float, float, float, float], colour: Colour
    ) -> None:
        """Words at the left of a box (u, v, w, h), as tall as it is unless they are too long."""
        if not self._shows(*room):
            return
        ink = font.render(words, True, colour)
        metres = room[3] / (font.get_ascent() * 0.78)
        wide = min(room[2], ink.get_width() * metres)
        self._lay(ink, room[0], room[1] + font.get_descent() * metres, wide, ink.get_height() * metres)

    def _shows(self, u: float, v: float, w: float, h: float) -> bool:
        """Whether words in a box may be on the canvas, their tails below it included."""
        low, high, right = v - h / 2, v + 1.5 * h, u + w
        return self.easel.shows((self.at(u, low), self.at(right, low), self.at(right, high), self.at(u, high)))

    def _lay(self, ink: pygame.Surface, u: float, v: float, wide: float, high: float) -> None:
        """A picture laid in the face, its lower left corner at (u, v), sheared column by column."""
        fine = self.easel.fine
        size = (
            round(wide * abs(self.across[0]) / self.width * fine), round(high * abs(self.up[1]) / self.height * fine)
        )
        if size[0] < 3 or size[1] < 3 or self.side == "top":
            return
        start = self.easel.point(*self.at(u, v + high))
        slope = self.across[1] / self.across[0]
        small = pygame.transform.smoothscale(ink, size)
        columns = [
            (small, (round(start[0]) + n, round(start[1] + n * slope)), (n, 0, 1, size[1])) for n in range(size[0])
        ]
        self.easel.surface.blits(columns, doreturn=False)


def tone(a: Colour, b: Colour, share: float, glow: float) -> Colour:
    """A mixed colour in a face's light."""
    return light_up(mix(a, b, share), glow)
