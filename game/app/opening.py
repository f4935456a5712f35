"""From a scenario's file to an exercise ready to be watched, and from its record to the debrief. Here it is staged."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from secrets import randbelow
from time import perf_counter

import pygame

from game.cast import Cast, Looks
from game.clock import PRE_ROLL, ticks
from game.exercise import Exercise, Mode, Officer, describe, gaze_over, on_floor
from game.picture import Instant, Scene
from game.record import Journal, Recording, begin, header, open_journal, open_kept
from game.run import Sitting
from game.scenario import Layout, Production, layout, read
from game.score import debrief, score
from game.screens.debrief.debrief_setup import Debriefed
from game.screens.watch.watch_setup import Watched
from game.sound import Announcement, announcements
from game.staging import Prevalence, stage
from game.view import Viewpoint
from game.world import World

from .background import Tell
from .memory import settle, unsettle
from .own_figure import own_looks

DEFAULT_SCALE = 44.0
SEEDS = 1_000_000
LARGEST = (1920, 1080)
"""The size of the window for which the first view is made ready."""


@dataclass(frozen=True)
class Prepared:
    """An exercise that stands at 0:00, with its picture and its record."""

    watched: Watched
    scene: Scene
    said: tuple[Announcement, ...]
    journal: Journal


@dataclass(frozen=True)
class Played:
    """A past exercise, judged, and its picture."""

    told: Debriefed
    scene: Scene


def fresh_seed() -> int:
    """A seed that nobody knows yet."""
    return randbelow(SEEDS)


def program() -> str:
    """The program's version."""
    try:
        return version("second-look")
    except PackageNotFoundError:
        return "0.1.0"


def prepare(path: Path, mode: Mode, seed: int, home: Path, tell: Tell) -> Prepared:
    """Read, stage, play the pre-roll, and begin the record; `tell` hears how far it is."""
    unsettle()
    tell(0.02, "Reading the scenario")
    production = read(path)
    tell(0.15, "Telling everyone their part")
    cast, key = stage(production, seed)
    tell(0.30, "Opening the doors")
    place = layout(production.venue, production.props)
    exercise = opened(production, cast, place, mode, tell)
    tell(0.95, "Beginning the record")
    now = datetime.now(UTC)
    journal = begin(
        home / "records", header(production, cast, key, mode=mode, started=now, program=program()), now
    )
    clock = production.scenario.clock
    watched = Watched(
        sitting=Sitting(exercise, journal),
        exercise=exercise,
        layout=place,
        looks=[person.looks for person in cast.people],
        descriptions=descriptions(production, cast),
        families=production.families,
        title=production.scenario.scenario,
        place=production.venue.venue,
        starts=clock.starts,
        mode=mode,
        post=production.scenario.briefing.post,
        lesson=production.scenario.lesson,
        own=own(production),
    )
    scene = Scene(place, [*watched.looks, *([watched.own] if watched.own else [])], clock.starts, clock=perf_counter)
    tell(0.97, "Opening the shutters")
    unveil(scene, exercise)
    settle()
    return Prepared(watched, scene, announcements(production.venue.kind, clock.starts, ticks(clock.lasts)), journal)


def opened(production: Production, cast: Cast, place: Layout, mode: Mode, tell: Tell | None = None) -> Exercise:
    """The exercise at 0:00, after the pre-roll."""
    world = World(place, cast)
    for tick in range(-PRE_ROLL, 0, 50):
        world.run_until(min(0, tick + 50))
        if tell:
            tell(0.35 + 0.6 * (tick + 50 + PRE_ROLL) / PRE_ROLL, "Letting people in")
    officer = on_floor(production.scenario.briefing, place, world)
    gaze = gaze_over(place, cast.people)
    gaze.ready()
    return Exercise(
        world, gaze, viewpoint=first_view(production, officer, (1280, 720)),
        lasts=ticks(production.scenario.clock.lasts), mode=mode, cues=cues(production), officer=officer,
    )


def own(production: Production) -> Looks | None:
    """How that figure looks."""
    briefing = production.scenario.briefing
    return own_looks(uniform=briefing.deployment == "uniform") if briefing.post == "officer" else None


def first_view(production: Production, officer: Officer | None, size: tuple[int, int]) -> Viewpoint:
    """The middle of the place, or where the own figure stands."""
    width, height = production.venue.size
    x, y = (officer.x, officer.y) if officer else (width / 2, height / 2)
    return Viewpoint(x, y, DEFAULT_SCALE, 0, *size)


def unveil(scene: Scene, exercise: Exercise) -> None:
    """Draw the first view whole, unseen, so that nothing is missing when it is shown."""
    first = replace(exercise.viewpoint, width=LARGEST[0], height=LARGEST[1])
    now = exercise.snapshot()
    scene.draw(pygame.Surface(LARGEST), Instant.of(now, first), effort=-1)
    scene.survey(now.tick)


def cues(production: Production) -> Mapping[str, str]:
    """The wording of every cue that a mark may name."""
    return {cue.cue: cue.wording for family in production.families for cue in family.cues}


def descriptions(production: Production, cast: Cast) -> tuple[str, ...]:
    """Each of the cast in a few words, by person id."""
    return tuple(describe(person.looks, production.looks) for person in cast.people)


def reopened(path: Path, tell: Tell) -> Played:
    """A past exercise, opened and judged."""
    tell(0.1, "Opening the record")
    return judged(open_journal(path), tell)


def finished(prepared: Prepared, tell: Tell) -> Played:
    """The exercise that has just been played, judged; its record is closed with what it came to."""
    unsettle()
    result: dict[str, object] = {}
    try:
        tell(0.1, "Closing the record")
        played = judged(open_kept(prepared.journal), tell, prepared.scene)
        result["headline"] = played.told.debrief.headline
    finally:
        prepared.watched.sitting.close(result)
    return played


def judged(recording: Recording, tell: Tell, scene: Scene | None = None) -> Played:
    """A record, judged and told; shown in the scene it was played in, or in a new one."""
    tell(0.4, "Going through what was done and seen")
    result = score(recording.key, recording.log, len(recording.cast.people))
    production = recording.production
    tell(0.8, "Finding the words")
    told = debrief(production.behaviours, recording.key, recording.log, result)
    place = layout(production.venue, production.props)
    figure = own(production)
    if scene is None:
        looks = [*(person.looks for person in recording.cast.people), *([figure] if figure else [])]
        scene = Scene(place, looks, production.scenario.clock.starts, clock=perf_counter)
        tell(0.9, "Opening the shutters")
        scene.survey(0)
    return Played(Debriefed(recording, result, told, place, descriptions(production, recording.cast), figure), scene)


def staged(path: Path, seed: int, prevalence: Prevalence | None = None) -> tuple[Production, Cast, Layout]:
    """A scenario's cast and place, for pictures: the key stays behind."""
    production = read(path)
    cast, _ = stage(production, seed, prevalence)
    return production, cast, layout(production.venue, production.props)
