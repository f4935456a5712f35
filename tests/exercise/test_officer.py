"""The post officer: one's own figure on the floor, and what can be seen from where it stands."""

from dataclasses import replace

import numpy as np
import pytest

from game.acts import Go, Mark, Select
from game.cast import Account, Cast, Part, Person, Reaction, Step
from game.exercise import Exercise, Officer, Terms, gaze_over
from game.log import ActBegan, Exposed, Observable, Stood
from game.scenario import Box, Place, Portal, Prop, PropKind, Venue, Verb, Wall, layout
from game.view import Viewpoint
from game.view.prism import Prism
from game.view.sightline import Sightline, apparent
from tests.support.plain_looks import plain_looks
from tests.support.stagings import open_world

VIEW = Viewpoint(10.0, 10.0, 100.0, 0, 5000, 5000)
NEAR, FAR, HIDDEN = 0, 1, 2
LOOKS = plain_looks()
SCREEN = PropKind(prop="screen", boxes=(Box(at=(-1.5, -0.1, 0), size=(3.0, 0.2, 2.5), colour="#888888"),))
VENUE = layout(
    Venue(
        venue="A hall with a screen", kind="market", size=(30.0, 20.0), baseline="Nothing happens.",
        portals=(Portal(portal="west", at=(1.0, 10.0)),),
        places=(Place(place="patrol", kind="patrol post", at=(4.0, 4.0)),),
        props=(Prop(prop="screen", at=(4.0, 8.0)),),
        walls=(Wall(points=((12.0, 0.0), (12.0, 8.0)), height=1.0),),
    ),
    {"screen": SCREEN},
)  # fmt: skip


def _person(number: int, at: tuple[float, float]) -> Person:
    part = Part(-800, at, (Step(Verb.WAIT, 5000),), (), True)
    return Person(number, "passer-by", LOOKS, part, 1.4, Account("none"))


def _sit_down(*, on_floor: bool = True, uniform: bool = False, minds: str = "") -> Exercise:
    """With two in sight and one who is not; if something is said that they mind, they hide their faces at it."""
    people: tuple[Person, ...] = (_person(NEAR, (8.0, 4.0)), _person(FAR, (19.0, 4.0)), _person(HIDDEN, (4.0, 12.0)))
    if minds:
        hides = Reaction(minds, 6.0, (Step(Verb.HIDE_FACE, 20, act=1, shows=True),))
        people = tuple(replace(person, part=replace(person.part, reactions=(hides,))) for person in people)
    world = open_world(VENUE, Cast("hall", 1, people))
    officer = Officer(VENUE, world, uniform=uniform) if on_floor else None
    gaze = gaze_over(VENUE, people)
    return Exercise(world, gaze, Terms(600, "practice", ()), viewpoint=VIEW, officer=officer)


def _run(exercise: Exercise, tick: int) -> None:
    while exercise.tick < tick and not exercise.over:
        exercise.step()


def test_what_the_figure_cannot_see_is_not_exposed() -> None:
    """Behind a screen nobody is seen from the floor, whatever the picture shows; from the control room all are."""
    exercise = _sit_down()
    assert exercise.field.in_sight == (NEAR, FAR)
    assert next(exercise.log.of(Exposed)).people == (NEAR, FAR)
    assert _sit_down(on_floor=False).field.in_sight == (NEAR, FAR, HIDDEN)


def test_distance_takes_away_what_can_be_made_out() -> None:
    """The far person counts as small, however large the picture shows them; the near one as the picture has them."""
    first = next(_sit_down().log.of(Exposed))
    heights = dict(zip(first.people, first.height, strict=True))
    assert heights[NEAR] == round(1.75 * 100.0 * 0.7880107536067220)
    assert heights[FAR] == round(1300 / 15)


def test_where_one_stands_matters() -> None:
    """Sent round the screen, the figure walks there, its way is logged, and it sees who was hidden."""
    exercise = _sit_down()
    assert exercise.do(Go(4.0, 16.0)) is None
    _run(exercise, 200)
    officer = exercise.officer
    assert officer is not None
    assert not officer.walking
    assert abs(officer.x - 4.0) < 0.5
    assert abs(officer.y - 16.0) < 0.5
    assert HIDDEN in exercise.field.in_sight
    way = list(exercise.log.of(Stood))
    assert way[0].tick == 0
    steps = np.diff([(event.x, event.y) for event in way], axis=0)
    assert np.sqrt((steps**2).sum(axis=1)).max() <= 0.145 * 5 + 1e-3
    assert all(abs(event.y - 8.0) > 0.1 or abs(event.x - 4.0) > 1.5 for event in way)


def test_who_stands_in_the_way_is_walked_round() -> None:
    """Somebody who stands on the straight way does not end it, and is not walked through."""
    exercise = _sit_down()
    assert exercise.do(Go(10.5, 4.0)) is None
    _run(exercise, 90)
    assert exercise.officer is not None
    assert (exercise.officer.x, exercise.officer.y) == pytest.approx((10.5, 4.0), abs=0.05)
    ways = [(stood.x, stood.y) for stood in exercise.log.of(Stood)]
    assert min((x - 8.0) ** 2 + (y - 4.0) ** 2 for x, y in ways) > 0.4 * 0.4


def test_standing_still_is_logged_once() -> None:
    """A figure that stays where it is leaves one line in the log."""
    exercise = _sit_down()
    _run(exercise, 100)
    assert len(list(exercise.log.of(Stood))) == 1


def test_who_was_never_in_sight_cannot_be_marked() -> None:
    """The pale shape behind the screen has not been seen; a mark on it is refused."""
    refused = _sit_down().do(Mark(HIDDEN, 2))
    assert refused is not None
    assert refused.code == "never-seen"


def test_who_is_out_of_sight_is_still_observable() -> None:
    """They could be seen from elsewhere on the floor, and where one stands is one's own choice."""
    assert next(_sit_down().log.of(Observable)).people == (NEAR, FAR, HIDDEN)


def test_the_control_room_has_no_figure() -> None:
    """There is nobody to send, and the refusal says so."""
    refused = _sit_down(on_floor=False).do(Go(3.0, 3.0))
    assert refused is not None
    assert refused.code == "not-on-the-floor"
    assert _sit_down(on_floor=False).officer is None


@pytest.mark.parametrize(("x", "y"), [(float("nan"), 1.0), (float("inf"), 1.0)])
def test_nowhere_is_refused(x: float, y: float) -> None:
    """A spot that is no spot is refused, and the figure stays."""
    exercise = _sit_down()
    assert exercise.do(Go(x, y)) is not None
    assert exercise.officer is not None
    assert not exercise.officer.walking


def test_a_way_out_of_the_place_ends_inside() -> None:
    """Sent beyond the walls, the figure goes as far as it can."""
    exercise = _sit_down()
    exercise.do(Go(500.0, -40.0))
    _run(exercise, 400)
    assert exercise.officer is not None
    assert 0 <= exercise.officer.x <= 30
    assert 0 <= exercise.officer.y <= 20


def test_nobody_acts_in_an_empty_part() -> None:
    """Acts are begun by parts alone: the figure itself begins none."""
    exercise = _sit_down(uniform=True)
    _run(exercise, 100)
    assert not list(exercise.log.of(ActBegan))


def test_lines_of_sight() -> None:
    """A tall block hides what is behind it; a low one, and one that hangs, do not; nor does a wall beside the line."""
    square = ((4.0, -1.0), (5.0, -1.0), (5.0, 1.0), (4.0, 1.0))
    behind, beside = np.array([[10.0, 0.0]]), np.array([[10.0, 8.0]])
    assert not Sightline([Prism(square, 0.0, 2.2)], []).sees(0.0, 0.0, behind)[0]
    assert Sightline([Prism(square, 0.0, 2.2)], []).sees(0.0, 0.0, beside)[0]
    assert Sightline([Prism(square, 0.0, 1.1)], []).sees(0.0, 0.0, behind)[0]
    assert Sightline([Prism(square, 2.5, 3.5)], []).sees(0.0, 0.0, behind)[0]
    assert not Sightline([], [((4.0, -1.0), (4.0, 1.0))]).sees(0.0, 0.0, behind)[0]
    assert Sightline([], []).sees(0.0, 0.0, behind)[0]
    assert apparent(0.0, 0.0, behind)[0] == 130.0


def test_only_who_stands_near_hears_what_is_said() -> None:
    """Words carry four metres, and belong to the one who says them."""
    exercise = _sit_down()
    officer, now = exercise.officer, replace(exercise.snapshot(), said=((NEAR, "Which way is out?"),))
    assert officer is not None
    officer.x, officer.y = 6.0, 4.0
    assert officer.hears(now, NEAR) == "Which way is out?"
    assert officer.hears(now, HIDDEN) == ""
    officer.x = 3.0
    assert officer.hears(now, NEAR) == ""


@pytest.mark.parametrize(
    ("uniform", "whom", "ticks", "reacts"),
    [(True, NEAR, 40, True), (True, NEAR, 10, False), (False, NEAR, 40, False), (True, FAR, 40, False),
     (True, HIDDEN, 40, False)],
    ids=["a uniform that looks on", "a glance", "a plain coat", "from afar", "out of sight"],
)  # fmt: skip
def test_who_is_looked_at_by_a_uniform_for_a_while_notices(
    *, uniform: bool, whom: int, ticks: int, reacts: bool
) -> None:
    """The one who is looked at and nobody else, in sight and near."""
    exercise = _sit_down(uniform=uniform, minds="looked at")
    exercise.do(Select(whom))
    _run(exercise, ticks)
    exercise.do(Select(None))
    _run(exercise, 100)
    began = [event.person for event in exercise.log.of(ActBegan) if event.tick >= 0]
    assert began == ([whom] if reacts else [])
