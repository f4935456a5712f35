"""Watching what is normal first: nobody with a part acts, nothing counts, and what is asked is told as it was."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.acts import BeginWork, Look, Mark, SayNormal
from game.baseline import NormalTold
from game.exercise import Exercise, refusal
from game.log import ActBegan, Entered, Left
from game.record import open_journal
from game.run import Site, Sitting, Stage, begin_record, head_record, play, set_stage, sit_down
from game.scenario import Production
from game.scenario.model import Baseline
from game.score import score, sight
from tests.support.stagings import open_filled

FIRST = 40
"""Seconds of watching."""
UNTIL = FIRST * 10


@pytest.fixture(scope="module")
def watching(quay: Production) -> Production:
    """The quay, with what is normal watched first."""
    scenario = quay.scenario.model_copy(update={"baseline": Baseline(watch=FIRST)})
    return Production(**{name: getattr(quay, name) for name in Production.model_fields} | {"scenario": scenario})


@pytest.fixture(scope="module")
def stage(watching: Production, site: Site) -> Stage:
    """One staging of it."""
    return set_stage(watching, 3, site=site)


def watched(stage: Stage) -> Exercise:
    """The exercise, with a look at the whole, when the watching is over."""
    exercise = sit_down(stage, open_filled(stage), size=(1280, 720))
    while not exercise.stands:
        exercise.step()
    return exercise


@pytest.mark.parametrize("seed", range(6))
def test_nobody_with_a_part_acts_in_it(watching: Production, site: Site, seed: int) -> None:
    """Neither a tell nor a look-alike begins before it is over, of whatever part."""
    staged = set_stage(watching, seed, site=site)
    acts = {(entry.person, act.act) for entry in staged.key.entries for act in entry.acts}
    began = [
        event.tick for events in play(staged, 5).events for event in events
        if isinstance(event, ActBegan) and (event.person, event.act) in acts
    ]  # fmt: skip
    assert began
    assert min(began) >= UNTIL


def test_it_waits_for_its_questions_and_then_goes_on(stage: Stage) -> None:
    """The scene stands still at its end until the trainee has done with it, and marks wait as long."""
    exercise = watched(stage)
    somebody = int(exercise.snapshot().ids[0])
    assert exercise.tick == UNTIL
    assert exercise.do(Mark(somebody, 2)) == refusal.WATCH_FIRST
    assert exercise.step() == []
    assert exercise.do(BeginWork()) is None
    exercise.step()
    assert exercise.tick == UNTIL + 1
    assert exercise.do(SayNormal(0)) == refusal.NOT_ASKED


def test_what_is_told_was_so(stage: Stage) -> None:
    """Every answer is told at once, and the shares are those of who came and went by the log."""
    exercise = watched(stage)
    assert exercise.normal
    for asked in exercise.normal.questions:
        assert exercise.do(SayNormal(asked.so)) is None
    told = {event.asked: event for event in exercise.log.of(NormalTold)}
    assert all(event.right for event in told.values())
    came = {event.person for event in exercise.log.of(Entered) if event.tick <= 0}
    here = came - {event.person for event in exercise.log.of(Left) if event.tick <= 0}
    gone = {event.person for event in exercise.log.of(Left) if 0 < event.tick <= UNTIL}
    assert told["gone"].text == f"{round(100 * len(here & gone) / len(here))} % of those here at the start had gone."
    assert exercise.do(SayNormal(9)) is not None


def test_nothing_of_it_counts(stage: Stage) -> None:
    """Whoever was in view in it only has not been looked at, and what was said of it is told in the debrief."""
    exercise = watched(stage)
    assert exercise.normal
    exercise.do(SayNormal(exercise.normal.questions[0].so))
    person = int(exercise.snapshot().ids[0])
    exercise.do(Look(exercise.look.viewpoint.__class__(10.0, 10.0, 44.0, 1, 1280, 720)))
    assert sight(exercise.log).in_view_ticks(person, exercise.log.events[-1].tick) == 0
    assert len(score(stage.key, exercise.log, len(stage.cast.people)).normal) == 1


def test_a_record_keeps_it(stage: Stage, tmp_path: Path) -> None:
    """What was asked and said is in the journal, and comes back as it was."""
    exercise = sit_down(stage, open_filled(stage), mode="practice")
    head = head_record(stage, mode="practice", started=datetime(2026, 3, 1, tzinfo=UTC), program="0")
    sitting = Sitting(exercise, begin_record(stage, head, tmp_path))
    while not exercise.stands:
        sitting.advance()
    sitting.do(SayNormal(0))
    sitting.close()
    kept = open_journal(next(tmp_path.glob("*"))).log
    assert list(kept.of(NormalTold)) == list(exercise.log.of(NormalTold))
    assert kept.counts_from == UNTIL + 1
