"""Whatever acts come in whatever order, for hours of simulated time: no error, all of it logged, kept and judged."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.acts import (
    Act,
    Approach,
    AskControl,
    Clear,
    Decide,
    Go,
    Look,
    LookOver,
    Mark,
    Pause,
    Put,
    Report,
    Resume,
    SeekOwner,
    Select,
    Settle,
    Speak,
    TakeLeave,
    TakeStep,
)
from game.duty import DECISIONS, ORDER, Reason, ReportLine
from game.log import Asked, Log, Met, Parted, Replied
from game.record import open_journal
from game.run import Site, Sitting, Stage, begin_record, call_witness, head_record, open_world, set_stage, sit_down
from game.scenario import read
from game.score import debrief, judge_reports, pose_grounds, score, tell_talks, what_followed
from game.view import Viewpoint
from tests.support.small_stage import WHEN

QUAY = Path(__file__).parents[1] / "authoring" / "quay" / "quay.yaml"
CLOSE = Viewpoint(10.0, 7.0, 120.0, 0, 6000, 4000)
POSTS: Mapping[str, Mapping[str, str]] = {
    "uniform": {"post": "officer", "deployment": "uniform"}, "plain": {"post": "officer"},
    "control": {"post": "control room"}, "staff": {"post": "staff"},
}  # fmt: skip
TOPICS = ("reason", "way", "since", "been", "act", "train", "who", "afterwards", "help", "nothing of the kind")
PEOPLE, ITEMS = st.integers(-1, 60), st.integers(-1, 6)
REASONS = st.lists(
    st.builds(Reason, st.sampled_from(("sign", "account", "looks", "hunch")), st.sampled_from(("F1.1", "F2.1", "way")),
              st.integers(0, 1500)), max_size=4,
).map(tuple)  # fmt: skip
LINES = st.lists(
    st.builds(ReportLine, st.sampled_from(("sign", "answer", "place", "look", "reason")),
              st.sampled_from(("F1.1", "way", "street door", "Age: adult", "kinds")), st.integers(0, 1500)), max_size=5,
).map(tuple)  # fmt: skip
ACTS: st.SearchStrategy[Act] = st.one_of(
    st.builds(Approach, PEOPLE), st.builds(Approach, PEOPLE), st.builds(Speak, st.sampled_from(("explained", "blunt"))),
    st.builds(Put, st.sampled_from(TOPICS), st.none() | st.integers(0, 12)),
    st.builds(AskControl, st.sampled_from(TOPICS), st.none()), st.builds(TakeLeave, st.booleans(), st.booleans()),
    st.builds(Decide, PEOPLE, st.sampled_from(sorted(DECISIONS)), REASONS, st.sampled_from(("", "GOWISELY", "GG"))),
    st.builds(Report, PEOPLE, LINES), st.builds(Mark, PEOPLE, st.integers(0, 4), st.just(("F1.1",))),
    st.builds(Clear, PEOPLE), st.builds(Select, st.none() | PEOPLE), st.builds(Go, st.floats(0, 20), st.floats(0, 14)),
    st.builds(LookOver, ITEMS, st.booleans(), st.booleans(), st.booleans()),
    st.builds(SeekOwner, ITEMS, st.sampled_from(("aloud", "cameras"))),
    st.builds(TakeStep, ITEMS, st.sampled_from(ORDER)),
    st.builds(Settle, ITEMS, st.sampled_from(("lost property", "left"))),
    st.just(Pause()), st.just(Resume()), st.just(Resume()),
)  # fmt: skip
DAY = st.lists(st.tuples(st.integers(0, 60), ACTS), min_size=10, max_size=60)
"""An exercise: so many ticks, then an act, and so on."""


@pytest.fixture(scope="module")
def stages() -> Callable[[str, int], Stage]:
    """The quay at each post, with any seed."""
    production = read(QUAY)
    site = Site(production)

    def stage(post: str, seed: int) -> Stage:
        scenario = production.scenario
        briefing = scenario.briefing.model_copy(update=dict(POSTS[post]))
        changed = scenario.model_copy(update={"briefing": briefing})
        return set_stage(production.model_copy(update={"scenario": changed}), seed, site=site)

    return stage


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(post=st.sampled_from(sorted(POSTS)), seed=st.integers(1, 5), day=DAY)
def test_no_act_at_any_moment_brings_an_error(
    stages: Callable[[str, int], Stage], tmp_path_factory: pytest.TempPathFactory, post: str, seed: int,
    day: list[tuple[int, Act]],
) -> None:  # fmt: skip
    """A hundred exercises of two and a half minutes, which is four hours: each is played, kept, opened and told."""
    stage = stages(post, seed)
    exercise = sit_down(stage, open_world(stage), mode="practice")
    head = head_record(stage, mode="practice", started=WHEN, program="0.1.0")
    journal = begin_record(stage, head, tmp_path_factory.mktemp("chance"))
    sitting = Sitting(exercise, journal)
    sitting.do(Look(CLOSE))
    for ticks, act in day:
        for _ in range(ticks):
            sitting.advance()
        sitting.do(act)
    if exercise.paused:
        sitting.do(Resume())
    while not exercise.over:
        sitting.advance()
    sitting.close()
    assert journal.path is not None
    kept = open_journal(journal.path)
    assert list(kept.log.events) == list(exercise.log.events)
    _is_told(stage, exercise.log)


def _is_told(stage: Stage, log: Log) -> None:
    """All that a debrief tells of it can be told, and talks go on in their order."""
    ticks = [event.tick for event in log.events if event.tick >= 0]
    assert ticks == sorted(ticks)
    assert len(list(log.of(Met))) <= len(list(log.of(Parted))) + 1
    assert len([event for event in log.of(Replied) if event.topic]) <= len(list(log.of(Asked)))
    judged = score(stage.key, log, len(stage.cast.people))
    debrief(stage.production.behaviours, stage.key, log, judged)
    judge_reports(stage.key, log, stage.headed, lambda *_: ())
    tell_talks(log, call_witness(stage).so)
    pose_grounds(stage.key, log, stage.production.scenario.briefing.duty)
    for decision in judged.decisions:
        list(what_followed(decision.decided, log))
