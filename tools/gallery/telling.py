"""The gallery's scenarios: each at a telling moment, with whoever shows what is there to be found in the middle."""

from collections.abc import Iterable, Iterator

import pygame

from game.clock import clock, ticks
from game.key import Key
from game.log import StepBegan, StepEnded, WorldEvent
from game.picture import Instant, Scene
from game.run import Stage, play, set_stage
from game.scenario import library, read
from game.view import Viewpoint

from .drawn import SHOWN, SIZE, Drawn

SEEDS = range(1, 21)
"""Seeds that are tried until there is somebody to be found: with so many there is, wherever there ever is anybody."""
ORDINARY = 60.0
"""Seconds at which a scene is shown in which there is nobody to be found."""
CLOSE = 48.0
"""px/m: near enough for hands to be seen, and far enough to show what goes on about them."""
Shown = tuple[int, int, int]
"""A tick, the person in the middle then, and the number of their act."""


def draw_scenarios() -> Iterator[Drawn]:
    """A picture of each scenario that is shipped."""
    for path in library():
        production = read(path)
        stages = (set_stage(production, seed) for seed in SEEDS)
        staged = next((staged for staged in stages if staged.key.subjects()), None) or set_stage(production, 0)
        yield _draw_moment(staged)


def _draw_moment(staged: Stage) -> Drawn:
    run = play(staged)
    shown = find_telling(staged.key, (event for events in run.events for event in events), staged.lasts // 2)
    now, production = run.at(shown[0] if shown else ticks(ORDINARY)), staged.production
    title, at = production.scenario.scenario, clock(now.tick)
    if shown is None:
        width, depth = production.venue.size
        middle, words = (width / 2, depth / 2), f"{title}, at {at}: nobody to be found"
    else:
        x, y = now.position[now.ids.tolist().index(shown[1])].tolist()
        acts = {(entry.person, act.act): act.name for entry in staged.key.entries for act in entry.acts}
        told = production.behaviours[acts[shown[1:]]].title
        middle, words = (x, y), f"{title}, at {at}: whoever is in the middle {told}"
    scene = Scene(staged.layout, staged.looks, production.scenario.clock.starts, programme=staged.programme)
    picture = pygame.Surface(SIZE)
    scene.draw(picture, Instant.of(now, Viewpoint(*middle, CLOSE, 0, *SIZE)), effort=-1)
    shrunk = pygame.transform.smoothscale(picture, SHOWN)
    return Drawn(f"scenario_{production.id}.jpg", "Scenarios", words, shrunk)


def find_telling(key: Key, events: Iterable[WorldEvent], near: int) -> Shown | None:
    """The middle of a step by which somebody to be found can be told, nearest to a tick; None where there is nobody."""
    tells = {(entry.person, act.act) for entry in key.subjects() for act in entry.acts if act.kind == "tell"}
    open_: dict[tuple[int, int], int] = {}
    steps: list[Shown] = []
    for event in events:
        if isinstance(event, StepBegan) and event.decisive and (event.person, event.act) in tells:
            open_[event.person, event.act] = event.tick
        elif isinstance(event, StepEnded) and (began := open_.pop((event.person, event.act), None)) is not None:
            steps.append(((event.tick + began) // 2, event.person, event.act))
    return min(steps, key=lambda shown: abs(shown[0] - near), default=None)
