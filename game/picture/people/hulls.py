"""Rounded shapes: every part of a figure is a hull of spheres, lit from one side, painted back to front."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
import pygame
from numpy.typing import NDArray

from game.theme import Colour
from game.view.viewpoint import COS_DOWN, SIN_DOWN

from ..colour import mix

Floats = NDArray[np.float64]
Sphere = tuple[float, float, float, float]
"""Centre (right, forward, up) and radius in m, in the body's frame."""
Hull = Sequence[Sphere]


@dataclass(slots=True)
class Shape:
    """Hulls of one material that flow into each other without a seam.

    `bias` m nearer in the order of painting · `flat` marks a marking: one tone, no rim, painted right after what it
    is on, where it is nearer than its `pivot` by `margin` m · `soft` above 0 has no rim and begins at that tone ·
    `rims` are outlined instead of the hulls · `lead` is how many of the hulls decide the place in the order (0: all).
    """

    hulls: Sequence[Hull]
    colour: Colour
    bias: float = 0.0
    flat: bool = False
    soft: float = 0.0
    rims: Sequence[Hull] = ()
    lead: int = 0
    margin: float = 0.0
    pivot: tuple[float, float, float] | None = None
    markings: list["Shape"] = field(default_factory=list)


_LIGHT: Final = (-0.46, -0.50)
"""Where the light comes from on the picture: left and above."""
_RIM: Final = (34, 36, 46)
"""The line round all that is drawn: dark, but not black, which would stand out from the shades of the place."""


@dataclass(frozen=True, slots=True)
class Grain:
    """How finely to paint: samples a pixel, corners of a hull, tones from shadow to light, rim in px.

    A hull takes one tone for each `step` samples of its radius.
    """

    samples: int
    corners: int
    tones: int
    rim: float
    step: float


def grain(height: float) -> Grain:
    """The grain for a figure so many px tall."""
    if height < 80:
        return Grain(3, 10, 2, 0.60, 4.0)
    if height < 160:
        return Grain(3, 16, 4, 0.65, 3.0)
    if height < 330:
        return Grain(3, 26, 10, 0.75, 2.2)
    return Grain(3, 40, 16, 0.9, 2.8)


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
    shapes: Sequence[Shape],
    matrix: Floats,
    scale: float,
    fine: Grain,
    *,
    plain: Colour | None = None,
    tint: Colour | None = None,
) -> tuple[pygame.Surface, tuple[int, int]]:
    """The shapes as a picture at `scale` px/m, and where its top left corner lies from the body's origin.

    `plain` paints all in one flat colour with hard edges; `tint` all in one colour and its rim, softly.
    """
    samples = 1 if plain else fine.samples
    rows, owner, weights = _rows(shapes)
    centres = rows[:, :, :3] @ matrix
    flat = np.concatenate([centres[..., :2], rows[:, :, 3:]], axis=-1) * (scale * samples)
    left, top, width, height = _frame(flat, samples)
    surface = pygame.Surface((width * samples, height * samples), pygame.SRCALPHA)
    surface.fill((*_RIM, 0))
    flat[..., 0] -= left * samples
    flat[..., 1] -= top * samples
    if plain:
        strokes = [_Stroke(row, 0.0, plain, rim=True) for row in range(len(flat))]
    elif tint:
        strokes = [_Stroke(row, 0.0, shade(tint, 0.86), rim=True) for row in range(len(flat))]
        strokes += [_Stroke(row, 0.0, tint) for row in range(len(flat))]
    else:
        near = (centres[..., 2] * weights).sum(axis=1).tolist()
        largest = flat[..., 2].max(axis=1).tolist()
        strokes = _strokes(shapes, owner, near, largest, matrix[:, 2].tolist(), fine)
    polygon = pygame.draw.polygon
    for stroke, points in zip(strokes, _outlines(flat, strokes, fine), strict=True):
        polygon(surface, stroke.colour, points)
    return (surface if plain else pygame.transform.smoothscale(surface, (width, height))), (left, top)


class _Stroke(NamedTuple):
    """One polygon to fill: the hull's row, how far from shade to light (0 … 1), or the rim around it."""

    row: int
    share: float
    colour: Colour
    rim: bool = False


def _rows(shapes: Sequence[Shape]) -> tuple[Floats, list[list[int]], Floats]:
    """Every hull as a row of spheres, repeated to the same number; the rows of each shape; a weight per sphere."""
    hulls: list[Hull] = []
    owner: list[list[int]] = []
    for shape in shapes:
        owner.append(list(range(len(hulls), len(hulls) + len(shape.hulls) + len(shape.rims))))
        hulls.extend(shape.hulls)
        hulls.extend(shape.rims)
        for marking in shape.markings:
            owner[-1].extend(range(len(hulls), len(hulls) + len(marking.hulls)))
            hulls.extend(marking.hulls)
    lengths = list(map(len, hulls))
    most = max(lengths)
    padded = [(*hull, *(hull[0],) * (most - n)) if n < most else hull for hull, n in zip(hulls, lengths, strict=True)]
    spheres = chain.from_iterable(padded)
    rows = np.fromiter(chain.from_iterable(spheres), np.float64, 4 * most * len(hulls)).reshape(-1, most, 4)
    counts = np.array(lengths)[:, None]
    return rows, owner, (np.arange(most) < counts) / counts


def _strokes(
    shapes: Sequence[Shape],
    owner: list[list[int]],
    near: list[float],
    largest: list[float],
    view: list[float],
    fine: Grain,
) -> list[_Stroke]:
    """All that is to be filled, in the order of painting."""
    keys = []
    for shape, mine in zip(shapes, owner, strict=True):
        own = mine[: shape.lead or len(shape.hulls)]
        keys.append(sum(near[row] for row in own) / len(own) + shape.bias)
    strokes: list[_Stroke] = []
    for index in sorted(range(len(shapes)), key=keys.__getitem__):
        shape, mine = shapes[index], owner[index]
        own = mine[: len(shape.hulls)]
        if shape.flat:
            strokes.extend(_Stroke(row, 0.0, shape.colour, rim=True) for row in own)
        else:
            rims = mine[len(own) : len(own) + len(shape.rims)] or own
            strokes.extend(_shade(shape, own, rims, largest, fine))
        row = mine[0] + len(own) + len(shape.rims)
        for marking in shape.markings:
            limit = (
                -9.0
                if marking.pivot is None
                else sum(a * b for a, b in zip(marking.pivot, view, strict=True)) + marking.margin
            )
            mark = range(row, row + len(marking.hulls))
            strokes.extend(_Stroke(k, 0.0, marking.colour, rim=True) for k in mark if near[k] > limit)
            row += len(marking.hulls)
    return strokes


def _shade(shape: Shape, own: list[int], rims: list[int], largest: list[float], fine: Grain) -> list[_Stroke]:
    """The rim of a shape and its tones: the more the thicker it is."""
    tones = max(1, min(fine.tones, int(max(largest[row] for row in own) / fine.step)))
    rim, *ramp = _ramp(shape.colour, tones, soft=shape.soft)
    strokes = [] if shape.soft else [_Stroke(row, 0.0, rim, True) for row in rims]
    for k, colour in enumerate(ramp):
        share = k / tones
        strokes += [_Stroke(row, share, colour) for row in own]
    return strokes


def _frame(flat: Floats, samples: int) -> tuple[int, int, int, int]:
    low = np.floor((flat[..., :2] - flat[..., 2:]).min(axis=(0, 1)) / samples).astype(int) - 1
    high = np.ceil((flat[..., :2] + flat[..., 2:]).max(axis=(0, 1)) / samples).astype(int) + 1
    return int(low[0]), int(low[1]), int(high[0] - low[0]), int(high[1] - low[1])


def _outlines(flat: Floats, strokes: Sequence[_Stroke], fine: Grain) -> list[list[list[int]]]:
    """The corners of each polygon: towards each direction of a fan, the point of the hull's spheres that is farthest.

    A tone is a smaller hull, moved towards the light.
    """
    fan = _fan(fine.corners)
    reach = flat[..., 0, None] * fan[:, 0] + flat[..., 1, None] * fan[:, 1] + flat[..., 2, None]
    chosen = flat[np.arange(len(flat))[:, None], reach.argmax(axis=1)]
    asked, shares, _, rims = zip(*strokes, strict=True)
    rows, share = np.array(asked), np.array(shares)[:, None, None]
    rim = np.where(np.array(rims), 0.0, fine.rim * fine.samples)[:, None, None]
    middle, radius = chosen[rows, :, :2], chosen[rows, :, 2:]
    inner = np.maximum(radius - rim, radius * 0.45)
    outlines = middle + inner * (fan * (1.0 - 0.80 * share) + np.array(_LIGHT) * share)
    points: list[list[list[int]]] = np.rint(outlines).astype(np.int16).tolist()
    return points


@cache
def _fan(corners: int) -> Floats:
    angles = np.arange(corners) * (2 * np.pi / corners)
    return np.stack([np.cos(angles), np.sin(angles)], axis=-1)


@cache
def _ramp(colour: Colour, tones: int, *, soft: float) -> tuple[Colour, ...]:
    """Rim, then from the shaded side to the lit one."""
    low, high = (soft, 1.06) if soft else (0.71, 1.13)
    steps = (low + (high - low) * (k / (tones - 1)) ** 0.8 if tones > 1 else 0.94 for k in range(tones))
    return rim_of(colour), *(shade(colour, step) for step in steps)


def rim_of(colour: Colour) -> Colour:
    """The dark edge of something of this colour."""
    return mix(shade(colour, 0.58), _RIM, 0.30)


def shade(colour: Colour, factor: float) -> Colour:
    """A colour darkened towards blue (below 1) or lightened towards cream (above)."""
    if factor <= 1.0:
        r, g, b = colour[0] * factor, colour[1] * factor, colour[2] * (factor * 0.9 + 0.1)
    else:
        k = (factor - 1.0) * 1.6
        r, g, b = (c * factor * (1 - k) + t * k for c, t in zip(colour, (255, 250, 238), strict=True))
    return min(255, int(r)), min(255, int(g)), min(255, int(b))


