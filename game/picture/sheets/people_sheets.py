"""Sheets of figures to look at: every pose, a gait, a crowd's looks, a moment-by-moment strip of a behaviour."""

from collections.abc import Mapping, Sequence
from math import pi

import pygame

from game.cast import Looks
from game.view import POSES, Held, Pose
from game.view.viewpoint import standing_height

from ..people.change import FINE_PARTS, Before
from ..people.drawing import draw_shadow
from ..people.sprites import Figures
from ..people.stance import Stance
from ..sprite import Blit

PAPER = (201, 198, 190)
SHADOW = 0.35
"""Half the width of a shadow in m."""
ROUND = (0.0, pi / 4, pi / 2, 3 * pi / 4, pi, 5 * pi / 4, 3 * pi / 2, 7 * pi / 4)
"""Eight directions, the first straight away from the viewer."""
USUAL: Mapping[Pose, Held] = {
    Pose.PHONE_READ: Held.PHONE, Pose.PHONE_CALL: Held.PHONE, Pose.FILM: Held.PHONE, Pose.PHOTOGRAPH: Held.CAMERA,
    Pose.FILM_LOW: Held.PHONE, Pose.NOTE: Held.NOTEBOOK, Pose.SKETCH: Held.NOTEBOOK, Pose.READ: Held.PAPER,
    Pose.DRINK: Held.CUP, Pose.EAT: Held.FOOD, Pose.HAND_OVER: Held.PARCEL,
    Pose.PUT_DOWN: Held.BAG, Pose.PICK_UP: Held.BAG,
    Pose.LEASH: Held.LEAD, Pose.BUSK: Held.INSTRUMENT, Pose.SWEEP: Held.BROOM, Pose.HOLD_SIGN: Held.SIGN,
    Pose.CARD: Held.CARD,
}  # fmt: skip
"""What hands usually hold in a pose."""


def pose_sheet(
    looks: Sequence[Looks], height: int, *, directions: Sequence[float] = ROUND,
    poses: Sequence[Pose] = POSES, phase: float = 0.35,
) -> pygame.Surface:  # fmt: skip
    """Every pose (rows) from each direction (columns, radians), people `height` px tall."""
    figures = Figures(looks)
    cell = round(height * 0.95), round(height * 1.45)
    sheet = _paper(cell[0] * len(directions), cell[1] * len(poses))
    for row, pose in enumerate(poses):
        for column, heading in enumerate(directions):
            person = (row + column) % len(looks)
            stance = Stance(pose, phase, heading, held=USUAL.get(pose, Held.NOTHING), speed=1.3)
            stand(sheet, figures, person, stance, height, (column + 0.5) * cell[0], (row + 0.86) * cell[1])
    return sheet


def gait_sheet(looks: Sequence[Looks], height: int, speeds: Sequence[float], steps: int = 12) -> pygame.Surface:
    """A stride at each speed (rows, m/s), step by step, seen from the side."""
    figures = Figures(looks)
    cell = round(height * 0.9), round(height * 1.35)
    sheet = _paper(cell[0] * steps, cell[1] * len(speeds))
    for row, speed in enumerate(speeds):
        for step in range(steps):
            stance = Stance(Pose.WALK, step / steps, -pi / 2, head=0.0, speed=speed)
            stand(sheet, figures, row % len(looks), stance, height, (step + 0.5) * cell[0], (row + 0.88) * cell[1])
    return sheet


def change_sheet(looks: Sequence[Looks], height: int, changes: Sequence[tuple[Pose, Pose]]) -> pygame.Surface:
    """How people go over from one pose to another (rows), step by step, seen from a little to the side."""
    figures = Figures(looks)
    cell = round(height * 0.9), round(height * 1.4)
    sheet = _paper(cell[0] * (FINE_PARTS + 1), cell[1] * len(changes))
    for row, (pose, two) in enumerate(changes):
        for step in range(FINE_PARTS + 1):
            before = Before(pose, 0.1, USUAL.get(pose, Held.NOTHING), 0.9, step / FINE_PARTS)
            stance = Stance(two, 0.1, -pi * 0.7, held=USUAL.get(two, Held.NOTHING), speed=0.6, before=before)
            place = (step + 0.5) * cell[0], (row + 0.88) * cell[1]
            stand(sheet, figures, row % len(looks), stance, height, *place)
    return sheet


def looks_sheet(looks: Sequence[Looks], height: int, columns: int = 12) -> pygame.Surface:
    """One figure for each looks, standing or walking, in turn from all sides."""
    figures = Figures(looks)
    cell = round(height * 0.85), round(height * 1.35)
    sheet = _paper(cell[0] * columns, cell[1] * -(-len(looks) // columns))
    for n in range(len(looks)):
        pose = Pose.WALK if n % 3 == 0 else Pose.STAND
        stance = Stance(pose, (n * 0.37) % 1.0, pi + ((n * 7) % 12 - 6) * 0.4, speed=1.3)
        place = (n % columns + 0.5) * cell[0], (n // columns + 0.88) * cell[1]
        stand(sheet, figures, n, stance, height, *place)
    return sheet


def _paper(width: int, height: int) -> pygame.Surface:
    sheet = pygame.Surface((width, height))
    sheet.fill(PAPER)
    return sheet


def stand(
    sheet: pygame.Surface, figures: Figures, person: int, stance: Stance, height: int, x: float, y: float
) -> Blit:
    """Put one person on a sheet, on their shadow: those shorter than 1.75 m stand shorter."""
    scale = height / standing_height(1.75, 1.0)
    sheet.blit(*draw_shadow(scale, SHADOW).at(round(x), round(y)))
    drawn = figures.sprite(person, stance, scale).at(round(x), round(y))
    sheet.blit(*drawn)
    return drawn
