"""What the preview draws over the scene: who is who, what they show, where they look, what cameras see."""

from game.authoring import StagedScene, initials
from game.picture import Annotation, Badge, Cone, Ring, Shape
from game.view import Viewpoint
from game.widgets.style import Style

from .labels import Word, place_labels

GAZE = 6.0
"""Metres of somebody's line of sight that are drawn."""


def truth(
    style: Style, scene: StagedScene, tick: int, viewpoint: Viewpoint, *, cameras: bool, names: bool
) -> tuple[Annotation, ...]:
    """The signs of a moment: who is who, what they show, sight lines, cameras' fields, names of places."""
    signs: list[Annotation] = []
    if cameras:
        field = style.colour("accent")[:3]
        signs += [Cone(camera.at, camera.watches, field) for camera in scene.staged.layout.venue.cameras]
    snapshot = scene.at(tick)
    rows = {person: row for row, person in enumerate(snapshot.ids.tolist())}
    said: list[Word] = []
    badges: list[tuple[float, float]] = []
    for entry in scene.people:
        row = rows.get(entry.person)
        if row is None:
            continue
        colour = style.colour(entry.part)[:3]
        (x, y), (east, north) = snapshot.position[row].tolist(), snapshot.gaze[row].tolist()
        now, _ = scene.find_doing(entry.person, tick)
        signs.append(Ring(entry.person, colour, dashed=now is None))
        signs.append(Cone((x, y), (x + GAZE * east, y + GAZE * north), colour, 24.0))
        if now:
            said.append(Word(x, y, f"{initials(entry.slot)} {now.title}", needed=True))
        else:
            shape: Shape = "diamond" if entry.part == "subject" else "circle"
            signs.append(Badge(entry.person, shape, colour, initials(entry.slot)))
            badges.append((x, y))
    if names:
        said += [Word(mark.x, mark.y, mark.name) for mark in scene.staged.layout.landmarks]
    return (*signs, *place_labels(style, viewpoint, said, badges))
