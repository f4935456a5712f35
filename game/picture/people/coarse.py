"""A person drawn quickly and coarsely, to stand in for a moment: limbs as strokes, in the colours worn."""

from collections.abc import Iterator
from functools import cache
from math import cos, pi, sin
from typing import NamedTuple

import numpy as np
import pygame

from game.theme import Colour
from game.view import Pose
from game.view.skeleton import STATURE, frame
from game.view.snapshot import Floats

from ..sprite import Sprite
from .drawing import PALE
from .hulls import rim_of, shade, view_matrix
from .outfit import Outfit
from .stance import Stance

SIDES, PHASES = 8, 4
"""How many directions and phases are told apart."""
_FINE = 2
"""Samples a pixel."""
_JOINTS = tuple(frame(Pose.STAND, 0.0))
_WHEEL: Colour = (70, 74, 82)
"""A wheelchair's wheels."""


class _Limb(NamedTuple):
    """From joint to joint, `wide` m to either side."""

    joints: tuple[str, ...]
    wide: float
    colour: Colour
    nearer: float = 0.0


def round_off(stance: Stance) -> Stance:
    """The stance, as far as a coarse figure tells it."""
    return Stance(
        stance.pose, round(stance.phase * PHASES) % PHASES / PHASES, round(stance.heading * SIDES / (2 * pi)) % SIDES
        * 2 * pi / SIDES,
    )  # fmt: skip


def coarse(wearing: Outfit, stance: Stance, scale: float, *, pale: bool = False) -> Sprite:
    """A person in a stance at `scale` px/m; `pale` as a shape that tells nothing."""
    pose = Pose.SIT if wearing.aid == "wheelchair" else stance.pose
    grown = wearing.stature / STATURE * scale * _FINE
    seen = _joints(pose, stance.phase) @ view_matrix(-sin(stance.heading), cos(stance.heading)) * grown
    margin = 0.26 * grown + 2 * _FINE
    corner = np.floor((seen[:, :2].min(axis=0) - margin) / _FINE)
    wide, high = np.ceil((seen[:, :2].max(axis=0) + margin) / _FINE - corner).astype(int).tolist()
    seen[:, :2] -= corner * _FINE
    spots = dict(zip(_JOINTS, map(tuple, seen.tolist()), strict=True))
    surface = pygame.Surface((wide * _FINE, high * _FINE), pygame.SRCALPHA)
    surface.fill((*_rim(wearing.top_colour), 0))
    for stroke in sorted(_strokes(wearing, stance), key=lambda limb: _near(limb, spots) + limb.nearer * grown):
        colour, rim = (PALE, shade(PALE, 0.86)) if pale else (stroke.colour, _rim(stroke.colour))
        points = [spots[joint][:2] for joint in stroke.joints]
        _draw(surface, points, stroke.wide * grown + _FINE * 0.7, rim)
        _draw(surface, points, stroke.wide * grown, colour)
    left, top = corner.astype(int).tolist()
    return Sprite(pygame.transform.smoothscale(surface, (wide, high)), left, top)


def _strokes(wearing: Outfit, stance: Stance) -> Iterator[_Limb]:
    for side in ("left", "right"):
        if wearing.aid == "wheelchair":
            yield _Limb((f"{side}_hip", f"{side}_hip"), 0.24, _WHEEL, -0.3)
        yield _Limb((f"{side}_heel", f"{side}_toe"), 0.040, wearing.shoes)
        yield _Limb((f"{side}_hip", f"{side}_knee", f"{side}_ankle"), 0.060, wearing.bottom_colour)
        yield _Limb((f"{side}_hand", f"{side}_hand"), 0.045, wearing.skin)
        yield _Limb((f"{side}_shoulder", f"{side}_elbow", f"{side}_hand"), 0.044, wearing.top_colour, -0.02)
    trunk = ("left_shoulder", "right_shoulder", "right_hip", "left_hip", "left_shoulder")
    yield _Limb(trunk, 0.052, wearing.vest or wearing.top_colour, 0.05)
    yield _Limb(("head", "head"), 0.098, wearing.hair_colour if wearing.hat is None else wearing.hat_colour, 0.1)
    if cos(stance.heading) < -0.3:
        yield _Limb(("head", "neck"), 0.062, wearing.skin, 0.2)


def _near(stroke: _Limb, spots: dict[str, tuple[float, ...]]) -> float:
    return sum(spots[joint][2] for joint in stroke.joints) / len(stroke.joints)


def _draw(surface: pygame.Surface, points: list[tuple[float, ...]], wide: float, colour: Colour) -> None:
    if len(points) > 4:
        pygame.draw.polygon(surface, colour, points)
    if points[0] != points[-1] or len(points) > 2:
        pygame.draw.lines(surface, colour, False, points, max(1, round(2 * wide)))
    for point in points:
        pygame.draw.circle(surface, colour, point, wide)


_rim = cache(rim_of)


@cache
def _joints(pose: Pose, phase: float) -> Floats:
    joints = frame(pose, phase)
    return np.array([joints[name] for name in _JOINTS])
