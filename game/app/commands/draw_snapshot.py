"""A picture of a scenario at a moment, as a file."""

from pathlib import Path

import pygame

from game.authoring import initials
from game.clock import ticks
from game.key import Key
from game.picture import USUAL, Annotation, Badge, Instant, Ring, Shape, album, png
from game.run import open_world, set_stage
from game.scenario import look_into
from game.screens.watch.view_control import fit
from game.view import Viewpoint

from ..console import say
from ..errors import Wrong

SUBJECT, DECOY = (255, 122, 46), (215, 156, 192)


def picture(
    path: Path, seed: int, at: str, size: tuple[int, int], out: Path, *, whole: bool = False, truth: bool = False
) -> int:
    """Draw it and save it.

    With `whole`, all of the place is in it; with `truth`, subjects and decoys are ringed and called S1, D2 and so on.
    """
    production = look_into(path)
    tick = _tick(at, production.scenario.clock.lasts)
    if out.is_dir() or not out.parent.is_dir():
        raise Wrong(f"The picture cannot be written to {out}: name a file in a folder that is there.")
    staged = set_stage(production, seed)
    world = open_world(staged)
    world.run_until(tick)
    pygame.font.init()
    now = world.snapshot()
    signs = _signs(staged.key, frozenset(now.ids.tolist())) if truth else ()
    east, north = production.venue.size
    view = Viewpoint(east / 2, north / 2, _scale(size), 0, *size)
    if whole:
        view = fit(view, production.venue.size, pygame.Rect((0, 0), size).inflate(-size[0] // 30, -size[1] // 30))
    instant = Instant.of(now, view, signs)
    starts = production.scenario.clock.starts
    drawn = next(album(staged.layout, staged.looks, [instant], starts, staged.programme))
    try:
        png(drawn, out)
    except pygame.error as why:
        raise Wrong(f"The picture cannot be written to {out}: {why}.") from None
    say(f"{out}: {size[0]} x {size[1]}, {len(now.ids)} people at {at}")
    return 0


def _scale(size: tuple[int, int]) -> float:
    return USUAL * min(1.0, max(size[0] / 1920, size[1] / 1080)) if size[0] < 1280 else USUAL


def _tick(at: str, lasts: float) -> int:
    minutes, colon, seconds = at.strip().removesuffix("s").strip().partition(":")
    try:
        moment = int(minutes) * 60 + float(seconds) if colon else float(minutes)
    except ValueError:
        raise Wrong(f"--at is a moment such as 1:30 or 45 s, not “{at}”.") from None
    if not 0 <= moment <= lasts:
        raise Wrong(f"--at lies between 0:00 and the end of the scenario, {lasts / 60:g} min.")
    return ticks(moment)


def _signs(key: Key, present: frozenset[int]) -> tuple[Annotation, ...]:
    signs: list[Annotation] = []
    for entry in key.entries:
        if entry.person in present:
            subject = entry.part == "subject"
            signs.append(Ring(entry.person, SUBJECT if subject else DECOY))
            shape: Shape = "diamond" if subject else "circle"
            signs.append(Badge(entry.person, shape, SUBJECT if subject else DECOY, initials(entry.slot)))
    return tuple(signs)
