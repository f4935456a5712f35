"""A strip of moments: one person's behaviour in large pictures, wide and close, in the order in which it went."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

from game.cast import Looks
from game.geometry import Point
from game.scenario import Layout
from game.theme import theme
from game.view import Snapshot, Viewpoint
from game.view.viewpoint import standing_height

from ..annotation import Annotation
from ..instant import Instant
from ..scene import Scene
from .way_plan import Way, trace_way

WIDE, CLOSE = (390, 470), (280, 470)
GAP = 14
MARGIN, ASIDE = 0.75, 0.4
"""Metres left above and below the person close by, and how far (a share) that picture moves to what is beside them."""


@dataclass(frozen=True)
class Shot:
    """One moment: who is followed, the wide picture's viewpoint and what is marked in it, a caption; for the close
    picture the quarter turn, and what it should hold besides the person.
    """

    snapshot: Snapshot
    person: int
    viewpoint: Viewpoint
    marks: tuple[Annotation, ...]
    caption: str
    turn: int
    beside: Point | None = None


def strip(
    layout: Layout, looks: Sequence[Looks], shots: Sequence[Shot], way: Way, starts: str, columns: int = 3
) -> pygame.Surface:
    """The shots in rows, beside each wide picture the person close by; last of all the way they went, on a plan."""
    style = theme()
    scene = Scene(layout, looks, starts)
    near = Scene(_without_cameras(layout), looks, starts)
    cell = WIDE[0] + CLOSE[0] + GAP, WIDE[1] + 30 + GAP
    rows = -(-(len(shots) + 1) // columns)
    sheet = pygame.Surface((columns * cell[0] + GAP, rows * cell[1] + GAP))
    sheet.fill(style.solid("backdrop"))
    font = style.font("Medium", 20)
    corners = [(GAP + n % columns * cell[0], GAP + n // columns * cell[1]) for n in range(len(shots) + 1)]
    for n, (shot, (x, y)) in enumerate(zip(shots, corners[:-1], strict=True), 1):
        sheet.blit(_wide(scene, shot), (x, y + 24))
        sheet.blit(_close(near, shot, looks), (x + WIDE[0] + 2, y + 24))
        sheet.blit(font.render(f"{n}   {shot.caption}", True, style.solid("text")), (x, y))
    x, y = corners[-1]
    turn = shots[0].viewpoint.turn
    sheet.blit(trace_way(layout, way, turn, (WIDE[0] + CLOSE[0] + 2, WIDE[1]), style), (x, y + 24))
    return sheet


def _without_cameras(layout: Layout) -> Layout:
    """The place without the cameras on their poles, which hang between the viewer and a person close by."""
    return replace(layout, venue=layout.venue.model_copy(update={"cameras": ()}))


def _draw(scene: Scene, shot: Shot, viewpoint: Viewpoint, marks: Sequence[Annotation]) -> pygame.Surface:
    surface = pygame.Surface((viewpoint.width, viewpoint.height))
    scene.draw(surface, Instant.of(shot.snapshot, viewpoint, marks), effort=-1)
    return surface


def _wide(scene: Scene, shot: Shot) -> pygame.Surface:
    return _draw(scene, shot, shot.viewpoint, shot.marks)


def _close(scene: Scene, shot: Shot, looks: Sequence[Looks]) -> pygame.Surface:
    row = shot.snapshot.ids.tolist().index(shot.person)
    x, y = shot.snapshot.position[row].tolist()
    if shot.beside:
        x, y = x + ASIDE * (shot.beside[0] - x), y + ASIDE * (shot.beside[1] - y)
    stature = looks[shot.person].stature
    scale = CLOSE[1] * 0.98 / (standing_height(stature, 1.0) + MARGIN)
    return _draw(scene, shot, Viewpoint(x, y, scale, shot.turn, *CLOSE).centre_on(x, y, stature / 2), [])
