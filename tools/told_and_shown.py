"""`python -m tools.told_and_shown FOLDER`: what the debrief says of acts, beside what the trainee's screen showed then.

Somebody looks about by lot: at those who play a part, nearer or farther off, in the middle or at the edge, with the
inspector or without; on the floor they walk about as well. Of the acts that were shown some are drawn by lot. Each
gets a picture of the decisive moment in which the person was seen best, or else of the middle of the longest: the whole
screen, smaller, with a ring round the person; where they are, as large as on the screen; the inspector, if it was open
on them; and the line.
"""

import os
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.acts import BeginWork, Go, Look, Select
from game.chance import stream
from game.exercise import Exercise
from game.picture import ZOOMS, Instant, Ring, Scene, png
from game.run import Live, Run, Sitting, Stage, set_stage
from game.run.seating import sit_down
from game.sampling import EXPOSED_EVERY
from game.scenario import find, read
from game.score.shown import Showing, showings
from game.score.sight import SightLog, sight
from game.score.verdict import saw, title
from game.theme import theme
from game.view import Viewpoint
from game.view.close_up import SIZE

SCENARIOS = (
    "king_street_morning", "king_street_evening", "marlow_road_late_morning", "marlow_road_evening",
    "weavers_court_weekday", "assembly_square_midday", "linfield_early", "linfield_landings",
)  # fmt: skip
"""Every place, and both ways of watching: by camera, and with the eyes of a figure on the floor."""
SCREEN, SMALL = (1280, 720), (660, 371)
CLOSEST = 3
"""The last so many zooms are left out: an act is seldom at the edge of them."""
RESTS = 60
"""Ticks for which a look lasts."""
OFF = 0.7
"""How far off the middle, as a share of half the screen, the person looked for may be at the most."""
RING = (255, 214, 64)


@dataclass(frozen=True)
class Moment:
    """Where the trainee looked at a tick, on whom the inspector was open, from which side, and who was out of sight."""

    viewpoint: Viewpoint
    inspected: int | None
    side: int
    pale: Container[int]


@dataclass(frozen=True)
class Watched:
    """A run that was watched: the trainee's looks by tick, and the acts that were shown, each with who played it."""

    staged: Stage
    scene: Scene
    run: Run
    moments: dict[int, Moment]
    acts: tuple[tuple[int, Showing, int], ...]
    """The person, the act, and the tick to draw."""


def watch(staged: Stage, seed: int) -> Watched:
    """Let somebody look about by lot."""
    live = Live(staged, EXPOSED_EVERY)
    exercise = sit_down(staged, live, size=SCREEN)
    sitting = Sitting(exercise)
    lot, players = stream(seed, "told and shown"), [entry.person for entry in staged.key.entries]
    moments: dict[int, Moment] = {}
    while not exercise.over:
        if exercise.asks:
            sitting.do(BeginWork())
        if exercise.tick % RESTS == 0:
            _look(exercise, players, lot)
        sitting.advance()
        if exercise.tick % EXPOSED_EVERY == 0:
            pale = set(exercise.field.snapshot.ids.tolist()).difference(exercise.field.in_sight)
            moments[exercise.tick] = Moment(exercise.look.viewpoint, exercise.selected, exercise.field.side, pale)
    seen = sight(exercise.log)
    acts = tuple(
        (entry.person, showing, _best(seen, entry.person, showing))
        for entry in staged.key.entries
        for showing in showings(entry, exercise.log, seen)
        if showing.shown and showing.decisive
    )
    starts = staged.production.scenario.clock.starts
    scene = Scene(staged.layout, staged.looks, starts, programme=staged.programme)
    return Watched(staged, scene, live.run, moments, acts)


def _best(seen: SightLog, person: int, showing: Showing) -> int:
    """When in the decisive moments the person was seen best, or else the middle of the longest."""
    legible = seen.legible(person, showing.act, showing.decisive)
    views = legible or [view for span in showing.decisive for view in seen.views(person, *span)]
    began, ended = max(showing.decisive, key=lambda span: span[1] - span[0])
    return max(views, key=lambda view: view.height * view.share).tick if views else max((began + ended) // 2, 1)


def _look(exercise: Exercise, players: list[int], lot: np.random.Generator) -> None:
    now = exercise.snapshot()
    there = [person for person in players if person in now.ids]
    exercise.do(Select(None))
    if not there:
        return
    person = there[int(lot.integers(len(there)))]
    x, y = now.position[int(np.searchsorted(now.ids, person))].tolist()
    scale = float(lot.choice(ZOOMS[:-CLOSEST]))
    view = Viewpoint(x, y, scale, int(lot.integers(4)), *SCREEN)
    right, down = (float(lot.uniform(-OFF, OFF)) * half for half in (SCREEN[0] / 2, SCREEN[1] / 2))
    x, y = view.floor_at(SCREEN[0] / 2 + right, SCREEN[1] / 2 + down)
    exercise.do(Look(replace(view, x=x, y=y)))
    if exercise.officer and lot.random() < 0.5:
        exercise.do(Go(x, y))
    if lot.random() < 0.3:
        exercise.do(Select(there[int(lot.integers(len(there)))]))


def draw(watched: Watched, person: int, showing: Showing, tick: int) -> pygame.Surface:
    """The screen at this tick, where the person is on it, the inspector on them, and the debrief's line for the act."""
    staged, scene = watched.staged, watched.scene
    tick -= tick % EXPOSED_EVERY
    moment, snapshot = watched.moments[max(tick, EXPOSED_EVERY)], watched.run.at(tick)
    screen, ringed = pygame.Surface(SCREEN), pygame.Surface(SCREEN)
    there = person in snapshot.ids
    instant = replace(Instant.of(snapshot, moment.viewpoint), pale=moment.pale)
    scene.draw(screen, instant, effort=-1)
    rings = (Ring(person, RING),) if there else ()
    scene.draw(ringed, replace(instant, annotations=rings), effort=-1)
    sheet = pygame.Surface((SMALL[0] + 2 * SIZE[0], SIZE[1] + 60))
    sheet.fill((18, 22, 28))
    sheet.blit(pygame.transform.smoothscale(ringed, SMALL), (0, 0))
    if there:
        row = int(np.searchsorted(snapshot.ids, person))
        right, down = moment.viewpoint.project(snapshot.position[row : row + 1], 0.9)[0].tolist()
        sheet.blit(screen, (SMALL[0], 0), (round(right) - SIZE[0] // 2, round(down) - SIZE[1] // 2, *SIZE))
        if moment.inspected == person:
            turned = replace(moment.viewpoint, turn=moment.side)
            near = replace(instant, viewpoint=turned).upon(person, staged.looks[person].stature, SIZE)
            assert near is not None
            scene.draw(inset := pygame.Surface(SIZE), near, effort=-1, use="close-up")
            sheet.blit(inset, (SMALL[0] + SIZE[0], 0))
    font = theme().font("Medium", 22)
    afoot = staged.production.scenario.briefing.afoot
    needs = f"{staged.production.scenario.scenario}, needs {showing.act.legible_at} px"
    told = f"They {title(showing, staged.production.behaviours)}. ({needs})", saw(showing, afoot=afoot)
    for n, line in enumerate(told):
        sheet.blit(font.render(line, True, (236, 238, 242)), (10, SIZE[1] + 2 + 28 * n))
    return sheet


def draw_lots(scenarios: Sequence[str], seed: int, count: int) -> Iterator[tuple[Watched, int, Showing, int]]:
    """So many acts, as many of each scenario as of the others; fewer where fewer were shown."""
    lot = stream(seed, "acts told and shown")
    for number, name in enumerate(scenarios):
        watched = watch(set_stage(read(find(name)), seed + number), seed + number)
        share = count * (number + 1) // len(scenarios) - count * number // len(scenarios)
        for n in lot.permutation(len(watched.acts))[:share].tolist():
            yield watched, *watched.acts[n]


def main(
    folder: Annotated[Path, typer.Argument(help="The folder to write.")],
    scenarios: Annotated[list[str] | None, typer.Argument(help="Scenarios by name or file.")] = None,
    seed: Annotated[int, typer.Option(help="A whole number; the same seed draws the same acts.")] = 1,
    count: Annotated[int, typer.Option(help="How many acts.")] = 40,
) -> None:
    """Draw acts by lot, and a picture of each with the debrief's line for it."""
    folder.mkdir(parents=True, exist_ok=True)
    for n, act in enumerate(draw_lots(scenarios or SCENARIOS, seed, count), 1):
        png(draw(*act), folder / f"act_{n:02d}.png")


if __name__ == "__main__":
    typer.run(main)
