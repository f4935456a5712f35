"""What the preview draws over the scene: who is who, what they show, where they look, what cameras see."""

from collections.abc import Iterator

import numpy as np

from ..authoring import Scene, initials
from ..picture import Annotation, Badge, Cone, Label, Ring, Shape
from ..view import Viewpoint
from .style import Style

GAZE = 6.0
"""Metres of somebody's line of sight that are drawn."""
ABOVE = 2.2
"""Metres above the floor at which words about a person stand, if there is room."""


def truth(
    style: Style, scene: Scene, tick: int, viewpoint: Viewpoint, *, cameras: bool, names: bool
) -> tuple[Annotation, ...]:
    """The signs of a moment: who is who, what they show, sight lines, cameras' fields, names of places."""
    signs: list[Annotation] = []
    if cameras:
        field = style.colour("accent")[:3]
        signs += [Cone(one.at, one.watches, field) for one in scene.staged.layout.venue.cameras]
    snapshot = scene.at(tick)
    rows = {person: row for row, person in enumerate(snapshot.ids.tolist())}
    said: list[tuple[float, float, str]] = []
    for entry in scene.people:
        row = rows.get(entry.person)
        if row is None:
            continue
        colour = style.colour(entry.part)[:3]
        (x, y), (east, north) = snapshot.position[row].tolist(), snapshot.gaze[row].tolist()
        now, _ = scene.doing(entry.person, tick)
        signs.append(Ring(entry.person, colour, dashed=now is None))
        signs.append(Cone((x, y), (x + GAZE * east, y + GAZE * north), colour, 24.0))
        if now:
            said.append((x, y, f"{initials(entry.slot)} {now.title}"))
        else:
            shape: Shape = "diamond" if entry.part == "subject" else "circle"
            signs.append(Badge(entry.person, shape, colour, initials(entry.slot)))
    if names:
        said += [(mark.x, mark.y, mark.name) for mark in scene.staged.layout.landmarks]
    return (*signs, *_labels(style, viewpoint, said))


def _labels(style: Style, viewpoint: Viewpoint, said: list[tuple[float, float, str]]) -> Iterator[Label]:
    """Words over heads, moved up where they would lie on others: those in front first."""
    places = [(*viewpoint.project(np.array([[x, y]]), ABOVE)[0].tolist(), x, y, text) for x, y, text in said]
    line = style.line_height("small") + 12
    taken: list[tuple[float, float, float]] = []
    for right, down, x, y, text in sorted(places, key=lambda one: -one[1]):
        half, up = style.wide(text, "small") / 2 + 10, 0
        while any(abs(right - r) < half + h and abs(down - up * line - d) < line for r, d, h in taken):
            up += 1
        taken.append((right, down - up * line, half))
        yield Label((x, y, ABOVE + up * line / viewpoint.scale), text)
