"""Asking control to follow somebody, and circulating a description: what comes back, and when."""

from datetime import UTC, datetime
from math import dist
from pathlib import Path

import pytest

from game.acts import Act, Decide, Look, Report
from game.duty import ReportLine
from game.exercise import Exercise
from game.log import Event, Left, Sighted
from game.record import open_journal
from game.run import Site, Sitting, Stage, begin_record, head_record, set_stage, sit_down
from game.scenario import Production
from game.view import Viewpoint
from tests.support.stagings import open_filled

SEED = 3
CLOSE = Viewpoint(10.0, 7.0, 120.0, 0, 6000, 4000)
"""A wall of a screen: the whole quay, and everybody large enough to be seen."""
IN_TIME = 60
"""Ticks after the half minute within which control has looked at every camera of so small a place."""


def stage_quay(quay: Production, site: Site, **briefing: str) -> Stage:
    """The quay at the post of this briefing; from a uniform on the floor if nothing is said."""
    update = {"post": "officer", "deployment": "uniform", **briefing}
    scenario = quay.scenario
    changed = scenario.model_copy(update={"briefing": scenario.briefing.model_copy(update=update)})
    return set_stage(quay.model_copy(update={"scenario": changed}), SEED, site=site)


def sit(stage: Stage) -> Exercise:
    """Five seconds in, everybody in view."""
    exercise = sit_down(stage, open_filled(stage))
    assert exercise.do(Look(CLOSE)) is None
    while exercise.tick < 50:
        exercise.step()
    return exercise


def stays(stage: Stage, exercise: Exercise) -> int:
    """Somebody who is there, no guard, and stays for long."""
    there = [person for person in exercise.snapshot().ids.tolist() if not stage.cast.people[person].staff]
    inside = [person for person in there if any(entry.person == person for entry in stage.key.entries)]
    return int((inside or there)[0])


def describe(stage: Stage, person: int, **other: str) -> Report:
    """A report in which a person is described, some headings otherwise than they look."""
    looks = {**stage.headed[person], **other}
    lines = [ReportLine("answer", "reason"), *(ReportLine("look", f"{head}: {words}") for head, words in looks.items())]
    return Report(person, tuple(lines))


def told(exercise: Exercise) -> list[Sighted]:
    """What came back."""
    return list(exercise.log.of(Sighted))


def play_to(exercise: Exercise, tick: int) -> None:
    """Let the scene run so far."""
    while exercise.tick < tick and not exercise.over:
        exercise.step()


def test_control_follows_whom_it_was_asked_to(quay: Production, site: Site) -> None:
    """It tells once that a camera has them, while one is near enough, and once more when they have gone."""
    stage = stage_quay(quay, site)
    exercise = sit(stage)
    person = stays(stage, exercise)
    assert exercise.do(Decide(person, "ask control")) is None
    while not told(exercise):
        assert not exercise.over
        exercise.step()
    (first,) = told(exercise)
    assert (first.found, first.by) == (person, "control")
    now = exercise.snapshot()
    at = now.position[now.ids.tolist().index(person)].tolist()
    assert min(dist(at, (camera.x, camera.y)) for camera in stage.layout.of_kind("camera")) <= 26
    play_to(exercise, stage.lasts)
    left = [event.tick for event in exercise.log.of(Left) if event.person == person]
    assert [event.found for event in told(exercise)[1:]] == [None] * len(left)
    assert left, "nobody left, so this shows less than it should"


def test_where_no_camera_hangs_control_finds_nobody(quay: Production) -> None:
    """It says so once it has looked for long enough, and does not make anything up."""
    nobody = quay.scenario.model_copy(update={"subjects": ()})
    bare = quay.model_copy(update={"venue": quay.venue.model_copy(update={"cameras": ()}), "scenario": nobody})
    stage = stage_quay(bare, Site(bare))
    exercise = sit(stage)
    assert exercise.do(Decide(stays(stage, exercise), "ask control")) is None
    play_to(exercise, stage.lasts)
    assert [(event.found, event.by) for event in told(exercise)] == [(None, "control")]


def test_nobody_looks_out_before_there_is_a_description(quay: Production, site: Site) -> None:
    """To circulate without saying how they look brings nothing; neither does a report to anybody else."""
    stage = stage_quay(quay, site)
    exercise = sit(stage)
    person = stays(stage, exercise)
    assert exercise.do(Decide(person, "circulate")) is None
    assert exercise.do(Report(person, (ReportLine("answer", "reason"),))) is None
    assert exercise.do(Decide(person, "tell staff")) is None
    assert exercise.do(describe(stage, person)) is None
    play_to(exercise, stage.lasts)
    assert told(exercise) == []


def test_a_colleague_finds_whom_the_description_fits(quay: Production, site: Site) -> None:
    """The person, where all of it is right: whoever is told of looks as described, and stood before a colleague."""
    stage = stage_quay(quay, site)
    exercise = sit(stage)
    person = stays(stage, exercise)
    for act in (Decide(person, "circulate"), describe(stage, person)):
        assert exercise.do(act) is None
    play_to(exercise, stage.lasts)
    (event,) = told(exercise)
    assert event.by == "colleague"
    assert event.found is not None
    assert stage.headed[event.found].items() >= stage.headed[person].items()


def test_a_wrong_description_finds_nobody_or_somebody_else(quay: Production, site: Site) -> None:
    """Whoever is told of looks as was said, not as the person does whom it was said of."""
    stage = stage_quay(quay, site)
    exercise = sit(stage)
    person = stays(stage, exercise)
    wrong = describe(stage, person, Carries="a grand piano")
    for act in (Decide(person, "circulate"), wrong):
        assert exercise.do(act) is None
    play_to(exercise, stage.lasts)
    assert [event.found for event in told(exercise)] == [None]


def test_a_description_that_fits_everybody_is_no_help(quay: Production, site: Site) -> None:
    """The colleague says that it fits too many; it is nobody in particular."""
    stage = stage_quay(quay, site)
    exercise = sit(stage)
    person = stays(stage, exercise)
    age = stage.headed[person]["Age"]
    report = Report(person, (ReportLine("answer", "reason"), ReportLine("look", f"Age: {age}")))
    for act in (Decide(person, "circulate"), report):
        assert exercise.do(act) is None
    play_to(exercise, stage.lasts)
    many = stage.production.speech.lines("colleague finds many")
    assert [event.text in many for event in told(exercise)] == [True]


@pytest.mark.parametrize("decision", ["ask control", "circulate"])
def test_a_post_that_may_not_do_so_brings_nothing_about(quay: Production, site: Site, decision: str) -> None:
    """The control room asks nobody to look at cameras, and staff circulate no description."""
    stage = stage_quay(quay, site, post="control room" if decision == "ask control" else "staff")
    exercise = sit(stage)
    person = stays(stage, exercise)
    for act in (Decide(person, decision), describe(stage, person)):  # type: ignore[arg-type]
        assert exercise.do(act) is None
    play_to(exercise, stage.lasts)
    assert told(exercise) == []


def test_the_same_acts_bring_the_same_back_and_it_is_kept(quay: Production, site: Site, tmp_path: Path) -> None:
    """Played twice, and read from its record: the same events."""

    def play(sitting: Sitting, exercise: Exercise, stage: Stage) -> list[Event]:
        person = stays(stage, exercise)
        acts: list[Act] = [Decide(person, "circulate"), describe(stage, person), Decide(person, "ask control")]
        assert [sitting.do(act) for act in acts] == [None] * 3
        while not exercise.over:
            sitting.advance()
        sitting.close()
        return list(exercise.log.of(Sighted))

    stage = stage_quay(quay, site)
    exercise = sit(stage)
    again = sit(stage)
    head = head_record(stage, mode="assess", started=datetime(2026, 3, 1, 8, 5, tzinfo=UTC), program="0.1.0")
    journal = begin_record(stage, head, tmp_path)
    first = play(Sitting(exercise, journal), exercise, stage)
    assert len(first) > 1
    assert first == play(Sitting(again), again, stage)
    assert journal.path is not None
    assert list(open_journal(journal.path).log.of(Sighted)) == first
