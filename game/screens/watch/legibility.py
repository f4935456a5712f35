"""Whether somebody is near enough for their hands and eyes to be judged, in the very measure in which it is judged."""

from game.scenario import LEGIBLE_AT
from game.view import Snapshot, Viewpoint
from game.view.sightline import apparent
from game.view.viewpoint import standing_height

from .own_figure import OnFloor
from .pointing import row_of


def too_far_for(height: float) -> str:
    """What of somebody so tall (px) cannot be judged; empty if everything can."""
    if height < LEGIBLE_AT["hands"]:
        return "hands or eyes"
    return "eyes" if height < LEGIBLE_AT["gaze"] else ""


def in_picture(stature: float, viewpoint: Viewpoint) -> float:
    """How tall (px) somebody of this stature (m) stands in the main view."""
    return standing_height(stature, viewpoint.scale)


def from_floor(floor: OnFloor, now: Snapshot, person: int) -> float | None:
    """How tall (px) somebody looks to the trainee's own figure; None where there is none, or they are not there."""
    row = row_of(now, person)
    if floor.officer is None or row is None:
        return None
    return float(apparent(*floor.at, now.position[row : row + 1])[0])
