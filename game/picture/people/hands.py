"""Where free hands are kept by what is carried, and all that a person has about them."""

from collections.abc import Mapping
from dataclasses import replace

from game.view import Held, Pose
from game.view.poses import Vec, clips

from .body import Dressed
from .carried import aid, draw_carried
from .held import THINGS, draw_held, watch
from .hulls import Shape
from .outfit import Outfit

_PUSH = {"left": (-0.20, 0.44, -0.42), "right": (0.20, 0.44, -0.42)}
"""Where hands rest on the handle of what is pushed: m right, forward and up from the middle of the shoulders."""


def grips(outfit: Outfit, thing: Held, *, bag: bool, walking: bool) -> Mapping[str, Vec]:
    """Where a hand that is free holds what is carried, from the middle of the shoulders."""
    found: dict[str, Vec] = {}
    if bag:
        found.update(_carrying(outfit.carries, walking=walking))
    if outfit.aid == "stick":
        found["right"] = (0.25, 0.17, -0.51)
    elif outfit.aid == "white cane":
        found["right"] = (0.13, 0.34, -0.42)
    elif outfit.aid == "wheelchair":
        found.update({"left": (-0.29, 0.04, -0.42), "right": (0.29, 0.04, -0.42)})
    if (grip := THINGS[thing].grip) is not None:
        found["right"] = grip
    return found


def _carrying(name: str | None, *, walking: bool) -> Mapping[str, Vec]:
    if name in {"pushchair", "trolley"}:
        return _PUSH
    if name == "wheeled case":
        return {"left": (-0.25, -0.17, -0.54)} if walking else {"left": (-0.27, 0.02, -0.58)}
    if name in {"briefcase", "holdall", "shopping bag", "tool bag"}:
        return {"left": (-0.245, 0.03, -0.628)}
    if name == "parcel":
        return {"left": (-0.18, 0.30, -0.36), "right": (0.18, 0.30, -0.36)}
    if name == "dog":
        return {"right": (0.24, 0.26, -0.44)}
    return {}


def things(figure: Dressed, pose: Pose, thing: Held, *, bag: bool) -> list[Shape]:
    """All that is carried, leant on and held."""
    shapes = aid(figure)
    free = clips()[pose].free
    if thing is Held.LEAD and figure.outfit.carries != "dog":
        figure = Dressed(figure.body, replace(figure.outfit, carries="dog"), figure.detail)
    both = figure.outfit.carries in {"parcel", "pushchair", "trolley"}
    if bag and figure.outfit.carries and not (thing is Held.BAG and figure.outfit.carries == "holdall"):
        wanted = figure.outfit.carries not in {"parcel"} or len(free) == 2
        if wanted or not both:
            shapes += draw_carried(figure, in_hand="left" in free)
    if pose is Pose.CHECK_WATCH:
        shapes += watch(figure)
    return shapes + draw_held(figure, pose, thing)
