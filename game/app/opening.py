"""From a scenario's file to an exercise in a window, and from its record to the debrief: pictures and records."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from math import dist
from pathlib import Path
from secrets import randbelow
from time import perf_counter

import pygame

from game import __version__
from game.course import Mode, Result
from game.exercise import Exercise, gaze_over
from game.picture import Instant, Scene
from game.record import (
    CommentBook,
    GroundsBook,
    Journal,
    Recording,
    Seal,
    Unsealable,
    known_seal,
    open_journal,
    open_kept,
    summary,
    take_seal,
)
from game.run import (
    Site,
    Sitting,
    Stage,
    begin_record,
    call_witness,
    group_by_looks,
    head_record,
    let_people_in,
    open_world,
    set_stage,
    sit_down,
)
from game.scenario import Layout, Production, read
from game.score import Score, debrief, judge_reports, pose_grounds, score, sum_up, tell_talks
from game.screens.debrief.debrief_setup import Debriefed
from game.screens.navigation import PlayTerms
from game.screens.watch.watch_setup import Watched
from game.sound import Announcement, announcements

from .archive import say_soundness
from .background import Tell
from .memory import settle, unsettle
from .trainees import Learner

SEEDS = 1_000_000
"""As many that a seed can be read out across a room in six digits, and hardly two trainees meet the same."""
FIRST = (1280, 720)
"""The size of the first view in px, where no window says otherwise."""
ABOUT_AS_NEAR = 4.0
"""Metres within which nobody can be expected to say which of two doors somebody was nearer to."""
PLAYED_ON = "played_on"
"""The folder, beside the records, of what was played on from a moment of one: nothing of it counts."""
AT_ONCE = 50
"""Ticks played between two looks at whether anybody still waits."""


@dataclass(frozen=True)
class Prepared:
    """An exercise that stands at 0:00, with its picture. Nothing is kept of it yet, so that it can be dropped."""

    stage: Stage
    exercise: Exercise
    scene: Scene
    said: tuple[Announcement, ...]


@dataclass(frozen=True)
class Begun:
    """An exercise that goes on together with its record. `unsealed` says why that cannot be sealed, if it cannot.

    `played_on` if it began at a later moment of another.
    """

    stage: Stage
    watched: Watched
    scene: Scene
    said: tuple[Announcement, ...]
    journal: Journal
    unsealed: str
    played_on: bool = False


@dataclass(frozen=True)
class Played:
    """A past exercise, judged, and its picture; `record` is its file, if the disk took it."""

    told: Debriefed
    scene: Scene
    record: Path | None


def fresh_seed() -> int:
    """A seed that nobody knows yet."""
    return randbelow(SEEDS)


def prepare(path: Path, terms: PlayTerms, tell: Tell, size: tuple[int, int] = FIRST) -> Prepared:
    """Read, stage, play the pre-roll, and draw the first view for a window of `size` px; `tell` hears how far it is."""
    unsettle()
    tell(0.02, "Reading the scenario")
    return _prepare(read(path), replace(terms, seed=fresh_seed() if terms.seed is None else terms.seed), tell, size)


def prepare_again(recording: Recording, start: int, tell: Tell, size: tuple[int, int] = FIRST) -> Prepared:
    """The same exercise once more, for practice, from a tick on: everybody does what they did."""
    unsettle()
    head = recording.header
    return _prepare(recording.production, PlayTerms("practice", head.seed, head.prevalence), tell, size, start)


def _prepare(
    production: Production, terms: PlayTerms, tell: Tell, size: tuple[int, int], start: int = 0
) -> Prepared:
    tell(0.15, "Telling everyone their part")
    staged = set_stage(production, terms.seed or 0, terms.prevalence)
    tell(0.30, "Opening the doors")
    exercise = open_exercise(staged, terms.mode, tell, start)
    scene = open_scene(staged)
    tell(0.95, "Opening the shutters")
    unveil(scene, exercise, size)
    settle()
    said = announcements(production.venue.kind, production.scenario.clock.starts, staged.lasts, staged.programme)
    return Prepared(staged, exercise, scene, said)


def begin(prepared: Prepared, trainee: Learner) -> Begun:
    """Begin the record: from here on the exercise has taken place."""
    staged, exercise, unsealed = prepared.stage, prepared.exercise, ""
    seal: Seal | None = None
    try:
        seal = take_seal(trainee.home)
    except Unsealable as why:
        unsealed = str(why)
    head = head_record(staged, mode=exercise.mode, started=datetime.now().astimezone(), program=__version__)
    journal = begin_record(staged, head, trainee.folder / PLAYED_ON if exercise.tick else trainee.records, seal)
    watched = set_up(staged, exercise, Sitting(exercise, journal))
    return Begun(staged, watched, prepared.scene, prepared.said, journal, unsealed, exercise.tick > 0)


def open_exercise(staged: Stage, mode: Mode, tell: Tell, start: int = 0) -> Exercise:
    """The exercise at 0:00, after the pre-roll; or at a later tick, until which nobody watched."""
    world = open_world(staged)
    for share in let_people_in(world):
        tell(0.35 + 0.6 * share, "Letting people in")
    while world.tick < start:
        world.run_until(min(start, world.tick + AT_ONCE))
        tell(0.95, "Letting the place fill with people")
    gaze = gaze_over(staged.layout, staged.cast.people)
    gaze.ready()
    return sit_down(
        staged, world, mode=mode, size=FIRST, gaze=gaze, waits=bool(staged.production.scenario.lesson)
    )


def set_up(staged: Stage, exercise: Exercise, sitting: Sitting) -> Watched:
    """All that the watching screen is given: nothing of the key."""
    production, scenario = staged.production, staged.production.scenario
    return Watched(
        sitting=sitting,
        exercise=exercise,
        layout=staged.layout,
        looks=staged.looks,
        descriptions=staged.descriptions,
        families=production.families,
        title=scenario.scenario,
        place=production.venue.venue,
        starts=scenario.clock.starts,
        mode=exercise.mode,
        post=scenario.briefing.post,
        lesson=scenario.lesson,
        headed=staged.headed,
        own=staged.own_looks,
    )


def open_scene(staged: Stage) -> Scene:
    """The picture of a stage, with everybody who may be in it; the trainee's own figure last."""
    own = staged.own_looks
    looks = [*staged.looks, *([own] if own else [])]
    starts = staged.production.scenario.clock.starts
    return Scene(staged.layout, looks, starts, clock=perf_counter, programme=staged.programme)


def unveil(scene: Scene, exercise: Exercise, size: tuple[int, int]) -> None:
    """Draw the first view of `size` px whole, unseen, so that nothing is missing when it is shown.

    The other sides are drawn while this one is looked at: they would take longer than all the rest of a beginning.
    """
    first = replace(exercise.look.viewpoint, width=size[0], height=size[1])
    now = exercise.snapshot()
    scene.draw(pygame.Surface(size), Instant.of(now, first), effort=-1)
    scene.survey(now.tick, (first.turn,))


def reopen(path: Path, home: Path, tell: Tell) -> Played:
    """A past exercise, opened and judged, in a new picture."""
    told, staged = retell(path, home, tell)
    scene = open_scene(staged)
    tell(0.9, "Opening the shutters")
    scene.survey(0)
    return Played(told, scene, path)


def retell(path: Path, home: Path, tell: Tell) -> tuple[Debriefed, Stage]:
    """A past exercise, opened, judged and put in words; and its stage. Raises UnreadableError."""
    tell(0.1, "Opening the record")
    recording = open_journal(path)
    standing = say_soundness(summary(path), known_seal(home))
    production = recording.production
    staged = Stage(production, Site(production), recording.cast, recording.key)
    return put_in_words(recording, staged, judge(recording), tell, standing.caution, path), staged


def finish(begun: Begun, tell: Tell) -> Played:
    """The exercise that has just been played, judged; its record is closed with what it came to, come what may."""
    unsettle()
    result = None
    try:
        tell(0.1, "Closing the record")
        recording = open_kept(begun.journal)
        judged = judge(recording)
        result = judged[1]
    finally:
        begun.watched.sitting.close(result)
    told = put_in_words(recording, begun.stage, judged, tell, _amiss(begun), begun.journal.path)
    return Played(told, begun.scene, begun.journal.path)


def _amiss(begun: Begun) -> str:
    """What the trainee is to know of the record that has just been closed."""
    if begun.journal.trouble:
        return begun.journal.trouble.lost
    return f"The record of this exercise is not sealed: {begun.unsealed}." if begun.unsealed else ""


def judge(recording: Recording) -> tuple[Score, Result]:
    """What was done and seen, judged, and what it comes to."""
    scored = score(recording.key, recording.log, len(recording.cast.people))
    return scored, sum_up(scored, recording.header.occasion, group_by_looks(recording.cast.people))


def put_in_words(
    recording: Recording, staged: Stage, judged: tuple[Score, Result], tell: Tell, caution: str, path: Path | None
) -> Debriefed:
    """A record that has been judged, told; `caution` is what is amiss with it, `path` its file."""
    tell(0.8, "Finding the words")
    told = debrief(recording.production.behaviours, recording.key, recording.log, judged[0])
    reports = judge_reports(recording.key, recording.log, staged.headed, partial(places_near, recording, staged.layout))
    return Debriefed(
        recording, *judged, told, staged.layout, staged.descriptions, staged.own_looks, caution, reports,
        tell_talks(recording.log, call_witness(staged).so),
        pose_grounds(recording.key, recording.log, staged.production.scenario.briefing.duty),
        GroundsBook(path, _now), CommentBook(path, _now),
    )


def _now() -> datetime:
    return datetime.now().astimezone()


def places_near(recording: Recording, layout: Layout, person: int, tick: int) -> Collection[str]:
    """Which ways in and out somebody was nearest to at a tick, or about as near to; none if they were gone."""
    now = recording.snapshot(tick)
    ids = now.ids.tolist()
    if person not in ids:
        return ()
    x, y = now.position[ids.index(person)].tolist()
    far = {portal.portal: dist((x, y), portal.at) for portal in layout.venue.portals}
    return [name for name, away in far.items() if away <= min(far.values()) + ABOUT_AS_NEAR]
