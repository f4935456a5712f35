"""An item that somebody leaves: looking for its owner, looking it over, the four Cs, and what is kept of it."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from math import dist
from pathlib import Path

import pytest

from game.acts import ItemAct, LookOver, SeekOwner, Settle, TakeStep
from game.belongings import ItemEvent, ItemSettled, LookTold, OwnerTold, PutDown, StepDone, StepTaken, TakenUp
from game.duty import ORDER, TAKES
from game.exercise import Exercise, refusal
from game.log import Left
from game.record import open_journal
from game.run import Site, Sitting, Stage, begin_record, head_record, set_stage, sit_down
from game.scenario import Production, read
from game.score import judge_items, tell_item_events
from tests.support.stagings import open_filled

SCENARIO = """
scenario: Something left
venue: king_street_station
summary: Two minutes in a quiet hall.
briefing: {objective: Watch., text: Watch the hall., post: POST, deployment: uniform}
clock: {starts: "10:40", lasts: 2 min}
crowd:
  - {role: waiting passenger, present: 6, from: [west door], to: [platform 1]}
  - {role: security guard, present: 1, at: [north guard]}
subjects:
  - role: waiting passenger
    arrive: 0-1 s
    from: west door
    carries: rucksack
    tells: [TELLS]
    account: {claims: I am waiting for a friend., breaks_on: [the friend]}
decoys:
  - role: waiting passenger
    arrive: 0-1 s
    from: west door
    carries: rucksack
    look_alikes: [{name: forgets_bag, after: 2-3 s}]
    account: {claims: I am waiting for my train.}
"""
TELLS = "{name: leaves_parcel_by_bin, after: 2-3 s}, {name: watches_guard, after: 5 s}, {name: films_security_feature}"


def production(folder: Path, post: str) -> Production:
    """A hall in which a decoy forgets a bag, and a subject leaves a parcel behind a bin."""
    path = folder / "left.yaml"
    path.write_text(SCENARIO.replace("POST", post).replace("TELLS", TELLS), encoding="utf-8")
    return read(path)


@pytest.fixture(scope="module", params=["officer", "control room"])
def stage(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """The hall from either post."""
    made = production(tmp_path_factory.mktemp("left"), request.param)
    return set_stage(made, 4, site=Site(made))


def find_left(stage: Stage, exercise: Exercise, part: str) -> PutDown:
    """What they leave for good, once they have; bags that people set down beside them for a while are none."""
    while not exercise.over:
        if (put := find_left_for_good(stage, exercise, part)) is not None:
            return put
        exercise.step()
    raise AssertionError(f"the {part} left nothing")


def find_left_for_good(stage: Stage, exercise: Exercise, part: str) -> PutDown | None:
    """What they have left by now in the act by which they leave something."""
    entry = next(entry for entry in stage.key.entries if entry.part == part)
    acts = [act.act for act in entry.acts if act.leaves]
    done = (event for event in exercise.log.of(PutDown) if event.person == entry.person)
    return next((event for event in done if event.act in acts), None)


def stand_by(exercise: Exercise, put: PutDown, metres: float = 1.0) -> None:
    """Put one's own figure so far from an item, if there is one."""
    if exercise.officer:
        exercise.officer.halt()
        exercise.officer.x, exercise.officer.y = put.x, put.y - metres


def do(exercise: Exercise, *acts: ItemAct) -> None:
    """Do all of them, each of the four Cs to its end."""
    for act in acts:
        assert exercise.do(act) is None
        while exercise.unattended.under_way and not exercise.over:
            exercise.step()


def wait_for_word(exercise: Exercise) -> OwnerTold:
    """Let the scene run until something is told of the owner."""
    known = len(exercise.unattended.told)
    while len(exercise.unattended.told) == known:
        assert not exercise.over
        exercise.step()
    return exercise.unattended.told[-1]


def test_an_innocent_owner_speaks_up_and_fetches_it(stage: Stage) -> None:
    """Asked aloud while they can hear it, they say that it is theirs, and take it up again."""
    exercise = sit_down(stage, open_filled(stage))
    put = find_left(stage, exercise, "decoy")
    stand_by(exercise, put)
    do(exercise, SeekOwner(put.item, "aloud"))
    told = wait_for_word(exercise)
    assert told.person == put.person
    while put.item in exercise.unattended.lying:
        assert not exercise.over
        exercise.step()
    assert [event.person for event in exercise.log.of(TakenUp) if event.item == put.item] == [put.person]
    (judged,) = [item for item in judge_items(stage.key, exercise.log) if item.put == put]
    assert (judged.resolution, judged.owner) == ("right", put.person)


def test_whoever_meant_to_leave_it_says_nothing_and_cameras_may_show_who_it_was(stage: Stage) -> None:
    """Nobody speaks up; control tells who left it where a camera looks at the spot, and else that none does."""
    exercise = sit_down(stage, open_filled(stage))
    put = find_left(stage, exercise, "subject")
    stand_by(exercise, put)
    do(exercise, SeekOwner(put.item, "aloud"))
    assert wait_for_word(exercise).person is None
    do(exercise, SeekOwner(put.item, "cameras"))
    told = wait_for_word(exercise)
    near = [camera for camera in stage.layout.of_kind("camera") if dist((camera.x, camera.y), (put.x, put.y)) <= 26]
    assert told.person in ((put.person, None) if near else (None,))


@pytest.mark.parametrize(
    ("part", "acts", "resolution"),
    [
        ("subject", [TakeStep(0, step) for step in ORDER], "right"),
        ("subject", [TakeStep(0, step) for step in ORDER[::-1]], "out of order"),
        ("subject", [TakeStep(0, "confirm")], "out of order"),
        ("subject", [Settle(0, "lost property")], "too little"),
        ("subject", [Settle(0, "left")], "too little"),
        ("subject", [LookOver(0, hidden=True, obvious=False, typical=False)], "open"),
        ("decoy", [TakeStep(0, step) for step in ORDER], "too much"),
        ("decoy", [Settle(0, "lost property")], "right"),
        ("decoy", [TakeStep(0, "confirm"), Settle(0, "lost property")], "right"),
    ],
)  # fmt: skip
def test_what_is_done_is_judged_by_how_it_lay(
    stage: Stage, part: str, acts: Sequence[ItemAct], resolution: str
) -> None:
    """A parcel hidden behind a bin is cleared, a forgotten bag is lost property: to clear for that is too much."""
    exercise = sit_down(stage, open_filled(stage))
    put = find_left(stage, exercise, part)
    stand_by(exercise, put, metres=1.0)
    for act in acts:
        stand_by(exercise, put, metres=20.0 if isinstance(act, TakeStep) and act.step != "confirm" else 1.0)
        do(exercise, type(act)(**{**{name: getattr(act, name) for name in act.__slots__}, "item": put.item}))
    (judged,) = [item for item in judge_items(stage.key, exercise.log) if item.put == put]
    assert judged.resolution == resolution


def test_from_too_near_no_word_is_sent(stage: Stage) -> None:
    """Whoever communicates beside the item uses a radio within 15 m; from the control room nobody stands there."""
    exercise = sit_down(stage, open_filled(stage))
    put = find_left(stage, exercise, "subject")
    stand_by(exercise, put, metres=3.0)
    do(exercise, *(TakeStep(put.item, step) for step in ORDER))
    (judged,) = [item for item in judge_items(stage.key, exercise.log) if item.put == put]
    assert judged.radioed_near == (exercise.officer is not None)
    assert judged.resolution == ("out of order" if exercise.officer else "right")


def test_an_item_is_not_dealt_with_from_afar_nor_once_it_is_gone(stage: Stage) -> None:
    """On the floor one has to stand near it; one that nobody put down cannot be dealt with at any post."""
    exercise = sit_down(stage, open_filled(stage))
    put = find_left(stage, exercise, "decoy")
    stand_by(exercise, put, metres=14.0)
    acts: list[Callable[[int], ItemAct]] = [
        lambda item: LookOver(item, hidden=False, obvious=False, typical=True), lambda item: SeekOwner(item, "aloud"),
    ]
    for act in acts:
        refused = exercise.do(act(put.item))
        assert (str(refused.code) if refused else None) == ("item-too-far" if exercise.officer else None)
        gone = exercise.do(act(9999))
        assert gone is not None
        assert gone.code == "no-item"


def test_all_of_it_is_kept_and_can_be_done_again(stage: Stage, tmp_path: Path) -> None:
    """The same acts bring the same, and the record gives every event back."""

    def play(exercise: Exercise, sitting: Sitting) -> list[ItemEvent]:
        while (put := find_left_for_good(stage, exercise, "decoy")) is None:
            sitting.advance()
        stand_by(exercise, put)
        acts: list[ItemAct] = [
            LookOver(put.item, hidden=False, obvious=False, typical=True), SeekOwner(put.item, "cameras"),
            TakeStep(put.item, "confirm"), Settle(put.item, "lost property"),
        ]  # fmt: skip
        assert [sitting.do(act) for act in acts] == [None] * 4
        while not exercise.over:
            sitting.advance()
        sitting.close()
        return [event for event in exercise.log.events if isinstance(event, ItemEvent)]

    head = head_record(stage, mode="assess", started=datetime(2026, 3, 1, 8, 5, tzinfo=UTC), program="0.1.0")
    journal = begin_record(stage, head, tmp_path)
    exercise = sit_down(stage, open_filled(stage))
    first = play(exercise, Sitting(exercise, journal))
    again = sit_down(stage, open_filled(stage))
    assert first == play(again, Sitting(again))
    assert {type(event) for event in first} >= {StepTaken, ItemSettled, OwnerTold}
    assert journal.path is not None
    kept = open_journal(journal.path)
    assert [event for event in kept.log.events if isinstance(event, ItemEvent)] == first
    assert judge_items(kept.key, kept.log) == judge_items(stage.key, exercise.log)


def test_each_of_the_four_cs_takes_its_time_and_clearing_moves_people(stage: Stage) -> None:
    """Another step waits until the one under way is done; whoever was near when it is cleared goes, and it is told."""
    exercise = sit_down(stage, open_filled(stage))
    put = find_left(stage, exercise, "subject")
    stand_by(exercise, put)
    began = exercise.tick
    assert exercise.do(TakeStep(put.item, "clear")) is None
    assert exercise.do(TakeStep(put.item, "communicate")) == refusal.STEP_UNDER_WAY
    while exercise.unattended.under_way:
        exercise.step()
    (done,) = exercise.log.of(StepDone)
    assert done.tick == began + 10 * TAKES["clear"]
    gone = [event for event in exercise.log.of(Left) if event.tick > began]
    while len(gone) < done.moved and not exercise.over:
        exercise.step()
        gone = [event for event in exercise.log.of(Left) if event.tick > began]
    assert len(gone) >= done.moved
    (judged,) = [item for item in judge_items(stage.key, exercise.log) if item.put == put]
    assert any("moved off" in words for _, words in tell_item_events(judged))


def test_in_practice_how_it_lies_is_answered_at_once(stage: Stage) -> None:
    """Every sign is told beside what was said of it; in assessment nothing is."""
    for mode in ("practice", "assess"):
        exercise = sit_down(stage, open_filled(stage), mode=mode)
        put = find_left(stage, exercise, "subject")
        stand_by(exercise, put)
        do(exercise, LookOver(put.item, hidden=True, obvious=False, typical=True))
        told = [event.text for event in exercise.log.of(LookTold)]
        assert len(told) == (mode == "practice")
        assert all("Hidden? Yes, as you said." in text and "Typical? No, not as you said." in text for text in told)
