"""What a trainee may do in an exercise, what is refused, and what is logged."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.acts import Act, Clear, Finish, Look, Mark, Pause, Resume, Select
from game.cast import Account, Cast, Part, Person, Step, Target
from game.course import Mode
from game.exercise import Exercise, Terms, gaze_over
from game.log import Cleared, Exposed, Finished, Looked, Marked, Observable, Paused, Resumed
from game.scenario import Portal, Venue, Verb, layout
from game.view import Viewpoint
from tests.support.plain_looks import plain_looks
from tests.support.stagings import open_world

LASTS = 300
WHOLE = Viewpoint(10.0, 10.0, 40.0, 0, 1600, 1000)
ELSEWHERE = replace(WHOLE, x=400.0)
STAYS, LEAVES, COMES = 0, 1, 2
LOOKS = plain_looks(carries="rucksack")
VENUE = layout(
    Venue(
        venue="A bare floor", kind="market", size=(20.0, 20.0), baseline="Nothing happens.",
        portals=(Portal(portal="west", at=(1.0, 10.0)), Portal(portal="east", at=(19.0, 10.0))),
    ),
    {},
)  # fmt: skip


def _person(number: int, at: tuple[float, float], arrive: int, *steps: Step, inside: bool = True) -> Person:
    return Person(number, "passer-by", LOOKS, Part(arrive, at, steps, (), inside), 1.4, Account("none"))


@pytest.fixture
def sit_down() -> Callable[..., Exercise]:
    """An exercise among three people: one who stays, one who soon leaves, one who comes near the end."""
    east = Target("east", point=(19.0, 10.0, 0.0))
    people = (
        _person(STAYS, (10.0, 12.0), -800, Step(Verb.WAIT, 5000)),
        _person(LEAVES, (16.0, 10.0), -800, Step(Verb.WAIT, 830), Step(Verb.LEAVE, to=east)),
        _person(COMES, (1.0, 10.0), 250, Step(Verb.WALK, to=east), Step(Verb.WAIT, 500), inside=False),
    )

    def build(mode: Mode = "practice", view: Viewpoint = WHOLE) -> Exercise:
        world = open_world(VENUE, Cast("bare", 1, people))
        gaze = gaze_over(VENUE, people)
        return Exercise(world, gaze, Terms(LASTS, mode, {"F1.1", "F2.1"}), viewpoint=view)

    return build


def _run(exercise: Exercise, tick: int) -> None:
    while exercise.tick < tick and not exercise.over:
        exercise.step()


def test_it_stands_at_nought_and_knows_what_was_seen(sit_down: Callable[..., Exercise]) -> None:
    """The pre-roll has been played when the exercise begins, and the first look is taken."""
    exercise = sit_down()
    assert exercise.tick == 0
    assert [event.tick for event in exercise.log.of(Looked)] == [0]
    assert [event.people for event in exercise.log.of(Exposed)] == [(STAYS, LEAVES)]


def test_it_ends_by_the_clock(sit_down: Callable[..., Exercise]) -> None:
    """After its length the exercise is over, once, and no tick passes any more."""
    exercise = sit_down()
    _run(exercise, 10_000)
    assert exercise.over
    assert list(exercise.log.of(Finished)) == [Finished(LASTS, early=False)]
    assert exercise.step() == []
    assert exercise.tick == LASTS


def test_samples_come_at_their_times(sit_down: Callable[..., Exercise]) -> None:
    """Exposure is logged every half second, who could be seen every second."""
    exercise = sit_down()
    _run(exercise, LASTS)
    assert [event.tick for event in exercise.log.of(Exposed)] == list(range(0, LASTS + 1, 5))
    assert [event.tick for event in exercise.log.of(Observable)] == list(range(0, LASTS + 1, 10))


def test_a_tick_gives_what_happened_in_it(sit_down: Callable[..., Exercise]) -> None:
    """The events handed out tick by tick are the log, in its order."""
    exercise = sit_down()
    events = list(exercise.log.events)
    while not exercise.over:
        events += exercise.step()
    assert events == list(exercise.log.events)
    assert [event.tick for event in events] == sorted(event.tick for event in events)


def test_looking_elsewhere_exposes_nobody_but_all_stay_observable(sit_down: Callable[..., Exercise]) -> None:
    """Whoever stares at the floor sees nobody; that does not make the people unobservable."""
    exercise = sit_down(view=ELSEWHERE)
    _run(exercise, 20)
    assert all(not event.people for event in exercise.log.of(Exposed))
    assert all(event.people == (STAYS, LEAVES) for event in exercise.log.of(Observable))
    assert len(exercise.sightings().ids) == 0


def test_a_panel_keeps_what_is_under_it_from_being_exposed(sit_down: Callable[..., Exercise]) -> None:
    """A panel over all of the picture leaves nothing to see."""
    exercise = sit_down()
    assert exercise.do(Look(WHOLE, panels=((0, 0, 1600, 1000),))) is None
    _run(exercise, 5)
    assert list(exercise.log.of(Exposed))[-1].people == ()


def test_the_inspector_shows_a_person_large(sit_down: Callable[..., Exercise]) -> None:
    """With the inspector open, that person is exposed at its size, the others at that of the main view."""
    exercise = sit_down()
    assert exercise.do(Select(STAYS)) is None
    _run(exercise, 5)
    last = list(exercise.log.of(Exposed))[-1]
    heights = dict(zip(last.people, last.height, strict=True))
    assert heights[STAYS] >= 250 > heights[LEAVES]


def test_who_was_seen_and_has_left_can_still_be_marked(sit_down: Callable[..., Exercise]) -> None:
    """The inspector stays on somebody who leaves, and what was seen of them can be said afterwards."""
    exercise = sit_down()
    exercise.do(Select(LEAVES))
    _run(exercise, LASTS - 1)
    assert LEAVES not in exercise.snapshot().ids
    assert exercise.selected == LEAVES
    assert exercise.field.has_seen(LEAVES)
    assert exercise.do(Mark(LEAVES, 2)) is None
    assert exercise.marks[LEAVES].level == 2


def test_marks_and_clearings_are_kept_and_logged(sit_down: Callable[..., Exercise]) -> None:
    """A mark stands until it is changed or taken back; each act is in the log with its time."""
    exercise = sit_down()
    _run(exercise, 10)
    assert exercise.do(Mark(STAYS, 1, ("F1.1", "F1.1"))) is None
    _run(exercise, 20)
    assert exercise.do(Mark(STAYS, 2, ("F1.1", "F2.1"))) is None
    assert exercise.marks == {STAYS: Marked(20, STAYS, 2, ("F1.1", "F2.1"))}
    assert exercise.do(Clear(STAYS)) is None
    assert exercise.marks == {}
    assert next(exercise.log.of(Marked)) == Marked(10, STAYS, 1, ("F1.1",))
    assert list(exercise.log.of(Cleared)) == [Cleared(20, STAYS)]


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (Mark(STAYS, 0), "level"),
        (Mark(STAYS, 4), "level"),
        (Mark(STAYS, 1, ("F9.9",)), "unknown-cue"),
        (Mark(COMES, 2), "not-present"),
        (Mark(99, 2), "not-present"),
        (Mark(-1, 2), "not-present"),
        (Select(COMES), "not-present"),
        (Clear(STAYS), "no-mark"),
        (Resume(), "not-paused"),
        (Look(replace(WHOLE, scale=0.0)), "viewpoint"),
        (Look(replace(WHOLE, scale=float("nan"))), "viewpoint"),
        (Look(replace(WHOLE, x=float("inf"))), "viewpoint"),
        (Look(replace(WHOLE, turn=7)), "viewpoint"),
    ],
)
def test_what_cannot_be_done_is_refused_kindly(sit_down: Callable[..., Exercise], act: Act, code: str) -> None:
    """A refusal has a code and a whole sentence, and changes nothing."""
    exercise = sit_down()
    before = len(exercise.log.events)
    refused = exercise.do(act)
    assert refused is not None
    assert refused.code == code
    assert refused.sentence[0].isupper()
    assert refused.sentence.endswith(".")
    assert len(exercise.log.events) == before
    assert not exercise.marks
    assert exercise.look.viewpoint == WHOLE


def test_someone_never_seen_cannot_be_marked(sit_down: Callable[..., Exercise]) -> None:
    """Look first, then mark: present but out of view is refused, and once seen it is not."""
    exercise = sit_down(view=ELSEWHERE)
    refused = exercise.do(Mark(STAYS, 2))
    assert refused is not None
    assert refused.code == "never-seen"
    exercise.do(Look(WHOLE))
    _run(exercise, 5)
    exercise.do(Look(ELSEWHERE))
    _run(exercise, 10)
    assert exercise.do(Mark(STAYS, 2)) is None


def test_a_pause_stops_the_clock_and_all_else(sit_down: Callable[..., Exercise]) -> None:
    """While paused no tick passes and nothing is seen; marking is still possible; then all goes on."""
    exercise = sit_down()
    _run(exercise, 12)
    assert exercise.do(Pause()) is None
    assert exercise.step() == []
    assert exercise.tick == 12
    assert exercise.do(Mark(STAYS, 1)) is None
    again = exercise.do(Pause())
    assert again is not None
    assert again.code == "paused-already"
    assert exercise.do(Resume()) is None
    exercise.step()
    assert exercise.tick == 13
    assert list(exercise.log.of(Paused)) == [Paused(12)]
    assert list(exercise.log.of(Resumed)) == [Resumed(12)]


def test_assessment_has_no_pause(sit_down: Callable[..., Exercise]) -> None:
    """In assessment a pause is refused and the clock runs on."""
    exercise = sit_down("assess")
    refused = exercise.do(Pause())
    assert refused is not None
    assert refused.code == "no-pause"
    exercise.step()
    assert exercise.tick == 1


def test_finishing_early_ends_it(sit_down: Callable[..., Exercise]) -> None:
    """The trainee may end it before the clock does; after that every act is refused."""
    exercise = sit_down()
    _run(exercise, 50)
    assert exercise.do(Finish()) is None
    assert list(exercise.log.of(Finished)) == [Finished(50, early=True)]
    for act in (Mark(STAYS, 1), Look(ELSEWHERE), Select(STAYS), Finish(), Resume()):
        refused = exercise.do(act)
        assert refused is not None
        assert refused.code == "over"


def test_many_movements_of_the_view_in_a_tick_are_one_event(sit_down: Callable[..., Exercise]) -> None:
    """The view is logged as it was when time passed, however often the hand moved it in between."""
    exercise = sit_down()
    for n in range(30):
        exercise.do(Look(replace(WHOLE, x=float(n))))
    exercise.step()
    exercise.step()
    assert [(event.tick, event.x) for event in exercise.log.of(Looked)] == [(0, 10.0), (0, 29.0)]


def test_what_is_seen_says_nothing_of_what_is_played(sit_down: Callable[..., Exercise]) -> None:
    """Sightings carry what the picture shows and neither role nor part nor account."""
    exercise = sit_down()
    words = {word for person in exercise.sightings().looks for word in person}
    assert "rucksack" in words
    assert not words & {"passer-by", "subject", "decoy", "crowd", "none"}
