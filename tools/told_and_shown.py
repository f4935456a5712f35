"""`python -m tools.told_and_shown FOLDER`: what the debrief says of acts, beside what the trainee's screen showed then.

Somebody looks about by lot: at those who play a part, nearer or farther off, in the middle or at the edge, with the
inspector or without. Of the acts that were shown some are drawn by lot. Each gets a picture of the decisive moment in
which the person was seen best, or else of the middle of the longest: the whole screen, smaller, with a ring round the
person; where they are, as large as on the screen; the inspector, if it was open on them; and the line.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.acts import BeginWork, Look, Select
from game.chance import stream
from game.exercise import Exercise, gaze_over
from game.picture import ZOOMS, Instant, Ring, Scene, png
from game.run import Run, Sitting, Stage, play, set_stage
from game.run.live import Replay
from game.run.seating import sit_down
from game.sampling import EXPOSED_EVERY
from game.scenario import find, read
from game.score.shown import Showing, showings
from game.score.sight import SightLog, sight
from game.score.verdict import saw, title
from game.theme import theme
from game.view import Viewpoint
from game.view.close_up import SIZE

SCENARIOS = ("king_street_morning", "king_street_evening", "king_street_quiet")
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
    """Where the trainee looked at a tick, on whom the inspector was open, and from which side."""

    viewpoint: Viewpoint
    inspected: int | None
    side: int


@dataclass(frozen=True)
class Watched:
    """A run that was watched: the trainee's looks by tick, and the acts that were shown, each with who played it."""

    staged: Stage
    run: Run
    moments: dict[int, Moment]
    acts: tuple[tuple[int, Showing, int], ...]
    """The person, the act, and the tick to draw."""


def watch(staged: Stage, seed: int) -> Watched:
    """Let somebody look about by lot."""
    run = play(staged, EXPOSED_EVERY)
    exercise = sit_down(
        staged, Replay(run), size=SCREEN, gaze=gaze_over(staged.layout, staged.cast.people, run.snapshots)
    )
    sitting = Sitting(exercise)
    lot, players = stream(seed, "told and shown"), [entry.person for entry in staged.key.entries]
    moments: dict[int, Moment] = {}
    while not exercise.over:
        if exercise.asks:
            sitting.do(BeginWork())
        if exercise.tick % RESTS == 0:
            _look(exercise, players, lot)
        sitting.advance()
        moments[exercise.tick] = Moment(exercise.look.viewpoint, exercise.selected, exercise.field.side)
    seen = sight(exercise.log)
    acts = tuple(
        (entry.person, showing, _best(seen, entry.person, showing))
        for entry in staged.key.entries
        for showing in showings(entry, exercise.log, seen)
        if showing.shown and showing.decisive
    )
    return Watched(staged, run, moments, acts)


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
    if lot.random() < 0.3:
        exercise.do(Select(there[int(lot.integers(len(there)))]))


def draw(watched: Watched, person: int, showing: Showing, tick: int) -> pygame.Surface:
    """The screen at this tick, where the person is on it, the inspector on them, and the debrief's line for the act."""
    staged = watched.staged
    moment, snapshot = watched.moments[min(tick, max(watched.moments))], watched.run.at(tick)
    scene = Scene(staged.layout, staged.looks, staged.production.scenario.clock.starts)
    screen, ringed = pygame.Surface(SCREEN), pygame.Surface(SCREEN)
    there = person in snapshot.ids
    scene.draw(screen, Instant.of(snapshot, moment.viewpoint), effort=-1)
    rings = (Ring(person, RING),) if there else ()
    scene.draw(ringed, Instant.of(snapshot, moment.viewpoint, rings), effort=-1)
    sheet = pygame.Surface((SMALL[0] + 2 * SIZE[0], SIZE[1] + 60))
    sheet.fill((18, 22, 28))
    sheet.blit(pygame.transform.smoothscale(ringed, SMALL), (0, 0))
    if there:
        row = int(np.searchsorted(snapshot.ids, person))
        right, down = moment.viewpoint.project(snapshot.position[row : row + 1], 0.9)[0].tolist()
        sheet.blit(screen, (SMALL[0], 0), (round(right) - SIZE[0] // 2, round(down) - SIZE[1] // 2, *SIZE))
        if moment.inspected == person:
            turned = replace(moment.viewpoint, turn=moment.side)
            near = Instant.of(snapshot, turned).upon(person, staged.looks[person].stature, SIZE)
            assert near is not None
            scene.draw(inset := pygame.Surface(SIZE), near, effort=-1, use="close-up")
            sheet.blit(inset, (SMALL[0] + SIZE[0], 0))
    font = theme().font("Medium", 22)
    for n, line in enumerate((f"They {title(showing, staged.production.behaviours)}.", saw(showing))):
        sheet.blit(font.render(line, True, (236, 238, 242)), (10, SIZE[1] + 2 + 28 * n))
    return sheet


def draw_lots(seed: int, count: int) -> Iterator[tuple[Watched, int, Showing, int]]:
    """So many acts, of as many runs as it takes."""
    lot, number = stream(seed, "acts told and shown"), 0
    all_shown: list[tuple[Watched, int, Showing, int]] = []
    while len(all_shown) < count:
        staged = set_stage(read(find(SCENARIOS[number % len(SCENARIOS)])), seed + number)
        watched = watch(staged, seed + number)
        all_shown += [(watched, *act) for act in watched.acts]
        number += 1
    for n in lot.permutation(len(all_shown))[:count].tolist():
        yield all_shown[n]


def main(
    folder: Annotated[Path, typer.Argument(help="The folder to write.")],
    seed: Annotated[int, typer.Option(help="A whole number; the same seed draws the same acts.")] = 1,
    count: Annotated[int, typer.Option(help="How many acts.")] = 40,
) -> None:
    """Draw acts by lot, and a picture of each with the debrief's line for it."""
    folder.mkdir(parents=True, exist_ok=True)
    for n, act in enumerate(draw_lots(seed, count), 1):
        png(draw(*act), folder / f"act_{n:02d}.png")


if __name__ == "__main__":
    typer.run(main)
