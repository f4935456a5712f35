"""The venue's CCTV cameras: a housing on a bracket, turned to what it watches."""

from game.geometry import step_length
from game.scenario import Camera, Layout
from game.theme import Colour

from .block import Block, see
from .props import Group

_WHITE: Colour = (226, 230, 232)
_DARK: Colour = (34, 40, 48)


def lenses(layout: Layout, turn: int) -> list[Group]:
    """One group for each camera."""
    found = []
    for n, camera in enumerate(layout.venue.cameras):
        found.append(Group(f"camera {n}", camera.at, tuple(see(block, turn) for block in _blocks(camera)), 2))
        if not any(
            abs(thing.at[0] - camera.at[0]) + abs(thing.at[1] - camera.at[1]) < 0.3 for thing in layout.standing
        ):
            found.append(Group(f"camera post {n}", camera.at, (see(_post(camera), turn),), 1))
    return found


def _post(camera: Camera) -> Block:
    """A slim post, so that no camera hangs in the air where the wall behind it is cut away."""
    (x, y), r = camera.at, 0.03
    corners = ((x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r))
    return Block(corners, 0.0, camera.height - 0.28, (120, 128, 136), "metal")


def _blocks(camera: Camera) -> list[Block]:
    dx, dy = camera.watches[0] - camera.at[0], camera.watches[1] - camera.at[1]
    length = step_length(dx, dy) or 1.0
    ux, uy = dx / length, dy / length

    def oblong(back: float, front: float, half: float) -> tuple[tuple[float, float], ...]:
        (x, y) = camera.at
        return tuple(
            (x + ux * along + uy * side, y + uy * along - ux * side)
            for along, side in ((back, half), (front, half), (front, -half), (back, -half))
        )

    z = camera.height
    return [
        Block(oblong(-0.07, 0.07, 0.07), z - 0.28, z - 0.05, _DARK),
        Block(oblong(-0.24, 0.34, 0.12), z - 0.05, z + 0.17, _WHITE, "metal"),
        Block(oblong(0.34, 0.40, 0.10), z - 0.03, z + 0.15, _DARK),
        Block(oblong(-0.26, 0.50, 0.14), z + 0.17, z + 0.20, _WHITE),
    ]
