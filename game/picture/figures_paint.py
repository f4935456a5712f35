"""Rounded shapes from spheres: every part of a figure is a hull of spheres, lit from one side, painted back to front."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from ..view.viewpoint import COS_DOWN, SIN_DOWN
from .figures_outfit import Colour

Floats = NDArray[np.float64]
Sphere = tuple[float, float, float, float]
"""Centre (right, forward, up) and radius in m, in the body's frame."""
Hull = Sequence[Sphere]


@dataclass(slots=True)
class Shape:
    """Hulls of one material that flow into each other without a seam.

    `bias` m nearer in the order of painting · `flat` marks a marking: one tone, no rim, painted right after what it
    is on, where it is on this side of its `pivot` · `soft` has no rim ·
    `lead` is how many of the hulls decide the place in the order (0: all).
    """

    hulls: Sequence[Hull]
    colour: Colour
    bias: float = 0.0
    flat: bool = False
    soft: bool = False
    lead: int = 0
    pivot: tuple[float, float, float] | None = None
    markings: list["Shape"] = field(default_factory=list)


_LIGHT: Final = (-0.46, -0.50)
"""Where the light comes from on the picture: left and above."""
_RIM: Final = (34, 36, 46)
_MAX_SPHERES: Final = 10


@dataclass(frozen=True, slots=True)
class Grain:
    """How finely to paint: samples a pixel, corners of a hull, tones from shadow to light, rim in px."""

    samples: int
    corners: int
    tones: int
    rim: float


def grain(height: float) -> Grain:
    """The grain for a figure so many px tall."""
    if height < 80:
        return Grain(3, 11, 2, 0.60)
    if height < 160:
        return Grain(3, 20, 5, 0.65)
    if height < 330:
        return Grain(2, 32, 12, 0.75)
    return Grain(2, 48, 20, 0.9)


def view_matrix(right: float, away: float) -> Floats:
    """Body frame to picture (right, down, nearness) for a body heading (right, away) of the view."""
    return np.array(
        [
            [away, right * SIN_DOWN, right * COS_DOWN],
            [right, -away * SIN_DOWN, -away * COS_DOWN],
            [0.0, -COS_DOWN, SIN_DOWN],
        ]
    )


def paint(
    shapes: Sequence[Shape], matrix: Floats, scale: float, fine: Grain, *,
    plain: Colour | None = None, tint: Colour | None = None,
) -> tuple[pygame.Surface, tuple[int, int]]:
    """The shapes as a picture at `scale` px/m, and where its top left corner lies from the body's origin.

    `plain` paints all in one flat colour with hard edges; `tint` all in one colour and its rim, softly.
    """
    samples = 1 if plain else fine.samples
    rows, owner, weights = _rows(shapes)
    centres = rows[:, :, :3] @ matrix
    radii = rows[:, :, 3]
    order = _order(shapes, centres, weights, owner)
    flat = np.stack([centres[..., 0], centres[..., 1], radii], axis=-1) * (scale * samples)
    left, top, width, height = _frame(flat, samples)
    surface = pygame.Surface((width * samples, height * samples), pygame.SRCALPHA)
    surface.fill((*_RIM, 0))
    flat[..., 0] -= left * samples
    flat[..., 1] -= top * samples
    polygon = pygame.draw.polygon
    if plain:
        fan = _fan(fine.corners)
        chosen = _farthest(flat, fan)
        for points in (chosen[..., :2] + chosen[..., 2:] * fan).tolist():
            polygon(surface, plain, points)
        return surface, (left, top)
    if tint:
        for layer, colour in zip(_layers(flat, replace(fine, tones=1)), (shade(tint, 0.86), tint), strict=True):
            for points in layer.tolist():
                polygon(surface, colour, points)
        return pygame.transform.smoothscale(surface, (width, height)), (left, top)
    seen = _near_side(shapes, owner, centres, weights, matrix)
    for colour, points in _tones(shapes, flat, owner, order, fine, seen):
        polygon(surface, colour, points)
    return pygame.transform.smoothscale(surface, (width, height)), (left, top)


def _rows(shapes: Sequence[Shape]) -> tuple[Floats, list[list[int]], Floats]:
    """Every hull as a row of spheres, repeated to the same number; the rows of each shape; a weight per sphere."""
    hulls: list[Hull] = []
    owner: list[list[int]] = []
    for shape in shapes:
        owner.append(list(range(len(hulls), len(hulls) + len(shape.hulls))))
        hulls.extend(shape.hulls)
        for marking in shape.markings:
            owner[-1].extend(range(len(hulls), len(hulls) + len(marking.hulls)))
            hulls.extend(marking.hulls)
    padded = [tuple(hull) + (hull[0],) * (_MAX_SPHERES - len(hull)) for hull in hulls]
    weights = np.array([[1.0] * len(hull) + [0.0] * (_MAX_SPHERES - len(hull)) for hull in hulls])
    return np.array(padded), owner, weights


def _order(shapes: Sequence[Shape], centres: Floats, weights: Floats, owner: list[list[int]]) -> list[int]:
    near = _nearness(centres, weights)
    keys = []
    for shape, mine in zip(shapes, owner, strict=True):
        own = mine[: shape.lead or len(shape.hulls)]
        keys.append(sum(near[row] for row in own) / len(own) + shape.bias)
    return sorted(range(len(shapes)), key=keys.__getitem__)


def _nearness(centres: Floats, weights: Floats) -> Floats:
    near: Floats = (centres[..., 2] * weights).sum(axis=1) / weights.sum(axis=1)
    return near


def _near_side(
    shapes: Sequence[Shape], owner: list[list[int]], centres: Floats, weights: Floats, matrix: Floats
) -> set[int]:
    """The rows of markings that lie on the side turned to the viewer."""
    near = _nearness(centres, weights)
    seen: set[int] = set()
    for shape, mine in zip(shapes, owner, strict=True):
        row = len(shape.hulls)
        for marking in shape.markings:
            limit = -9.0 if marking.pivot is None else float(np.array(marking.pivot) @ matrix[:, 2])
            seen.update(index for index in mine[row : row + len(marking.hulls)] if near[index] > limit)
            row += len(marking.hulls)
    return seen


def _frame(flat: Floats, samples: int) -> tuple[int, int, int, int]:
    low = np.floor((flat[..., :2] - flat[..., 2:]).min(axis=(0, 1)) / samples).astype(int) - 1
    high = np.ceil((flat[..., :2] + flat[..., 2:]).max(axis=(0, 1)) / samples).astype(int) + 1
    return int(low[0]), int(low[1]), int(high[0] - low[0]), int(high[1] - low[1])


def _farthest(flat: Floats, fan: Floats) -> Floats:
    """For each hull and each direction of the fan, the sphere (n, corners, 3) that reaches farthest."""
    reach = flat[..., 0, None] * fan[:, 0] + flat[..., 1, None] * fan[:, 1] + flat[..., 2, None]
    chosen: Floats = np.take_along_axis(flat, reach.argmax(axis=1)[..., None], axis=1)
    return chosen


@cache
def _fan(corners: int) -> Floats:
    angles = np.arange(corners) * (2 * np.pi / corners)
    return np.stack([np.cos(angles), np.sin(angles)], axis=-1)


def _tones(
    shapes: Sequence[Shape], flat: Floats, owner: list[list[int]], order: list[int], fine: Grain, seen: set[int]
) -> list[tuple[Colour, list[list[float]]]]:
    """All polygons with their colours, in the order of painting."""
    outlines = np.concatenate(_layers(flat, fine)).tolist()
    count = len(flat)
    drawn: list[tuple[Colour, list[list[float]]]] = []
    for index in order:
        shape, mine = shapes[index], owner[index]
        own, rest = mine[: len(shape.hulls)], mine[len(shape.hulls) :]
        ramp = (shape.colour,) if shape.flat else _ramp(shape.colour, fine.tones, soft=shape.soft)
        for level, colour in enumerate(ramp):
            if level or not shape.soft:
                drawn.extend((colour, outlines[level * count + row]) for row in own)
        for marking in shape.markings:
            for _ in marking.hulls:
                row = rest.pop(0)
                if row in seen:
                    drawn.append((marking.colour, outlines[row]))
    return drawn


def _layers(flat: Floats, fine: Grain) -> list[Floats]:
    """The outlines for the rim and each tone: smaller and smaller, and towards the light."""
    fan = _fan(fine.corners)
    chosen = _farthest(flat, fan)
    middle, radius = chosen[..., :2], chosen[..., 2:]
    rim = fine.rim * fine.samples
    inner = np.maximum(radius - rim, radius * 0.45)
    layers = [middle + radius * fan]
    for k in range(fine.tones):
        share = k / fine.tones
        layers.append(middle + inner * (fan * (1.0 - 0.80 * share) + np.array(_LIGHT) * share))
    return layers


@cache
def _ramp(colour: Colour, tones: int, *, soft: bool) -> tuple[Colour, ...]:
    """Rim, then from the shaded side to the lit one."""
    low, high = (0.88 if soft else 0.74), 1.12
    steps = (low + (high - low) * (k / max(1, tones - 1)) ** 0.8 for k in range(tones))
    return mix(shade(colour, 0.56 if tones < 5 else 0.62), _RIM, 0.30), *(shade(colour, step) for step in steps)


def shade(colour: Colour, factor: float) -> Colour:
    """A colour darkened towards blue (below 1) or lightened towards cream (above)."""
    if factor <= 1.0:
        r, g, b = colour[0] * factor, colour[1] * factor, colour[2] * (factor * 0.9 + 0.1)
    else:
        k = (factor - 1.0) * 1.6
        r, g, b = (c * factor * (1 - k) + t * k for c, t in zip(colour, (255, 250, 238), strict=True))
    return min(255, int(r)), min(255, int(g)), min(255, int(b))


def mix(one: Colour, two: Colour, share: float) -> Colour:
    """So much of the second colour in the first."""
    r, g, b = (int(a + (b - a) * share) for a, b in zip(one, two, strict=True))
    return r, g, b
