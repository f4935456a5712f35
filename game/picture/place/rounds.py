"""Round things: columns, bins, posts and table tops, shaded round their curve."""

from collections.abc import Callable
from math import cos, dist, pi, sin

from game.theme import Colour
from game.view.viewpoint import up_the_picture

from ..colour import light_up, mix
from ..daylight import Daylight
from .block import Seen, glow
from .easel import XY, Easel

Shader = Callable[[float], Colour]
_SIDES = 14
_DARK: Colour = (18, 22, 28)
_RINGS: dict[str, tuple[tuple[float, float, Colour, float], ...]] = {
    "bin": ((0.70, 0.15, _DARK, 0.92), (0.34, 0.06, (236, 240, 236), 0.5), (0.0, 0.05, _DARK, 0.5)),
    "bollard": ((0.80, 0.09, (236, 232, 220), 0.85), (0.0, 0.06, _DARK, 0.5)),
    "drum": ((0.0, 0.04, _DARK, 0.7), (0.96, 0.04, _DARK, 0.7)),
}
"""By skin: where a ring begins and how tall it is (shares of the height), its colour, and how much it covers."""
_COURSE = 0.75


class Round:
    """An upright cylinder on an easel, as wide as its block."""

    def __init__(self, shape: Seen, easel: Easel, scale: float) -> None:
        """Find its middle and its radius."""
        self._block, self._easel, self._scale = shape.block, easel, scale
        self._x = sum(c[0] for c in shape.corners) / 4
        self._y = sum(c[1] for c in shape.corners) / 4
        a, b, _, d = shape.corners
        sides = dist(a, b), dist(a, d)
        self._r = min(sides) / 2

    def _px(self, angle: float, z: float, r: float) -> XY:
        """A point of the rim; angle 0 is towards the viewer, growing to the right."""
        x, y = self._x + r * sin(angle), self._y - r * cos(angle)
        return x * self._scale, -up_the_picture(y, z) * self._scale

    def flat(self, colour: Colour) -> None:
        """The outline in one colour."""
        self._belt(self._block.low, self._block.high, lambda _: colour)
        self._disc(self._block.high, colour, 1.0)

    def draw(self, now: Daylight) -> None:
        """In its block's skin."""
        block = self._block
        colour = mix(block.colour, (255, 226, 158), 0.6 * now.lamps) if block.skin == "lamp" else block.colour
        bright = 0.5 + 0.5 * now.lamps if block.skin == "lamp" else 0.0

        def make_shader(hue: Colour) -> Shader:
            return lambda angle: light_up(hue, max(bright * 1.2, glow(sin(angle), -cos(angle), 0.0)))

        self._belt(block.low, block.high, make_shader(colour))
        tall = block.high - block.low
        for start, share, hue, cover in _RINGS.get(block.skin, ()):
            self._belt(
                block.low + tall * start, block.low + tall * (start + share), make_shader(mix(colour, hue, cover))
            )
        if block.skin == "stone" and tall > 1.5:
            for n in range(1, int(tall / _COURSE) + 1):
                z = block.low + n * _COURSE
                self._belt(z, min(z + 0.02, block.high), make_shader(mix(colour, (40, 36, 30), 0.35)))
        self._disc(block.high, light_up(colour, max(bright * 1.25, glow(0, 0, 1))), 1.0)
        if block.skin == "bin":
            self._disc(block.high, _DARK, 0.5)

    def _belt(self, low: float, high: float, shader: Shader) -> None:
        for n in range(_SIDES):
            a, b = -pi / 2 + pi * n / _SIDES, -pi / 2 + pi * (n + 1) / _SIDES
            corners = (self._px(a, low, self._r), self._px(b, low, self._r), self._px(b, high, self._r))
            self._easel.polygon((*corners, self._px(a, high, self._r)), shader((a + b) / 2))

    def _disc(self, z: float, colour: Colour, share: float) -> None:
        self._easel.polygon([self._px(n * pi / 12, z, self._r * share) for n in range(24)], colour)
