"""How a person is drawn in a stance."""

from dataclasses import replace
from math import asin, cos, pi, radians, sin

import numpy as np
import pygame

from game.theme import Colour
from game.view.gait import SHARES, stride
from game.view.posture import Posture, blend, posture
from game.view.skeleton import STATURE, hold
from game.view.snapshot import Floats
from game.view.viewpoint import SIN_DOWN, standing_height

from ..sprite import Sprite
from .arms import arms
from .body import Dressed, dress
from .hands import grips, things
from .head import head, place_head
from .hulls import Shape, grain, paint, view_matrix
from .outfit import Outfit
from .put_down import item
from .stance import Stance

PALE: Colour = (206, 207, 209)
"""Of a figure that only stands for somebody; the same for everyone."""
_LOWEST = -0.60
"""How far (radians) a face is turned down at the most: further down it would be all hair to a viewer above."""
_LIFTED = 0.9
"""Share of the way up that the head goes with eyes that look up."""
_SWAP = 0.5
"""Share of a change at which hands let go of what they held, and take what comes."""


def draw(wearing: Outfit, stance: Stance, scale: float, *, plain: Colour | None = None, pale: bool = False) -> Sprite:
    """A person drawn afresh; `plain` in one flat colour with hard edges, `pale` as a shape that tells nothing."""
    grown = wearing.stature / STATURE * scale
    height = standing_height(wearing.stature, scale)
    shapes = assemble(wearing, stance, detail(height))
    surface, (dx, dy) = paint(shapes, _matrix(stance), grown, grain(height), plain=plain, tint=PALE if pale else None)
    return Sprite(surface, dx, dy)


def draw_item(kind: str, heading: float, scale: float, colour: Colour | None = None) -> Sprite:
    """A thing on the floor drawn afresh, in its usual colour or another."""
    matrix = view_matrix(-sin(heading), cos(heading))
    surface, (dx, dy) = paint(item(kind, colour), matrix, scale, grain(scale * 1.4))
    return Sprite(surface, dx, dy)


def draw_shadow(scale: float, wide: float) -> Sprite:
    """A soft shadow on the floor, darkest at the feet and drawn out to the right, away from the light."""
    rx, ry = max(2.0, wide * scale), max(1.5, wide * scale * SIN_DOWN)
    w, h = int(rx * 2.6) + 2, int(ry * 2) + 2
    x, y = np.meshgrid(np.arange(w) + 0.5, np.arange(h) + 0.5, indexing="ij")
    u, v = (x - rx) / rx, (y - h / 2) / ry
    near = np.clip(1.0 - np.sqrt(u * u + v * v), 0.0, 1.0)
    cast = np.clip(1.0 - np.sqrt(((x - rx * 1.4) / (rx * 1.2)) ** 2 + (v * 1.5 + 0.12) ** 2), 0.0, 1.0)
    surface = pygame.Surface((w, h), pygame.SRCALPHA)
    surface.fill((18, 20, 34, 0))
    alpha = pygame.surfarray.pixels_alpha(surface)
    alpha[:] = np.clip(150 * near**0.8 + 60 * cast, 0, 170).astype(np.uint8)
    del alpha
    return Sprite(surface, -round(rx), -h // 2)


def _matrix(stance: Stance) -> Floats:
    return view_matrix(-sin(stance.heading), cos(stance.heading))


def detail(height: float) -> int:
    """How much is shown: 0 what reads at 50 px, 1 a hint of a face, 2 faces and seams, 3 eyelids."""
    return 0 if height < 80 else 1 if height < 140 else 2 if height < 240 else 3


def assemble(wearing: Outfit, stance: Stance, fine: int) -> list[Shape]:
    """All shapes of a person in a stance, in the body's frame."""
    stance, chosen = _choose(wearing, stance)
    figure = hold(chosen)
    other = Dressed(figure, wearing, fine)
    yaw = max(-1.45, min(1.45, stance.head))
    eyes = (stance.gaze - yaw + pi) % (2 * pi) - pi, stance.pitch
    pitch = max(_LOWEST, _tilt(stance.pitch) - radians(figure.nod) * 0.8)
    viewer = -sin(stance.heading), -cos(stance.heading)
    skull = place_head(wearing, other.joint("head"), (yaw, pitch, radians(figure.tilt)), eyes, fine, viewer)
    return [*dress(other), *arms(other), *head(skull), *things(other, stance.pose, stance.held, bag=stance.bag)]


def _tilt(rise: float) -> float:
    """How far a head is lifted (radians) by eyes that rise so, -1 … 1: more than in life, so that a look up is seen."""
    angle = asin(max(-0.9, min(0.9, rise)))
    return angle * (_LIFTED if angle > 0 else 0.5)


def _choose(wearing: Outfit, stance: Stance) -> tuple[Stance, Posture]:
    """The posture, on the way from the one before if there is any; until halfway, what was held before is held."""
    now, was = _posture(wearing, stance), stance.before
    if was is None:
        return stance, now
    old = replace(stance, pose=was.pose, phase=was.phase, held=was.held, speed=was.speed, before=None)
    shown = replace(stance, pose=old.pose, held=old.held) if was.share < _SWAP else stance
    return shown, blend(_posture(wearing, old), now, was.share)


def _posture(wearing: Outfit, stance: Stance) -> Posture:
    length = float(stride(stance.speed, wearing.stature, SHARES[wearing.age])) * STATURE / wearing.stature
    return posture(
        stance.pose, stance.phase, stride=length, aim=stance.hand,
        grips=grips(wearing, stance.held, bag=stance.bag, walking=stance.speed > 0.1),
        seated=wearing.aid == "wheelchair",
    )  # fmt: skip
