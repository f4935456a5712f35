"""Where a robot with a figure on the floor walks."""

import pytest

from game.acts import Go, Look
from game.robots import SKILLS, Watcher, robot
from game.robots.patrol import EVERY, NEAR_ENOUGH
from game.view import Pose
from tests.support.hand_made_sightings import CAMERA, DOOR, GATES, VENUE, Seen, at, spot

HERE = (10.0, 10.0)
FILMS = Seen(at=(40.0, 10.0), eyes=spot(CAMERA), hand=spot(CAMERA), pose=Pose.FILM)


def _goes(watcher: Watcher, *looks: tuple[tuple[float, float], list[Seen]]) -> list[Go]:
    acts = [watcher.watch(at(n * EVERY, people, stands=here)) for n, (here, people) in enumerate(looks)]
    return [act for some in acts for act in some if isinstance(act, Go)]


@pytest.mark.parametrize("name", ["novice", "skilled", "ideal", "coin"])
def test_who_has_no_figure_does_not_walk(name: str) -> None:
    """By camera there is nowhere to go."""
    assert not any(isinstance(act, Go) for act in robot(name, VENUE).watch(at(0, [FILMS])))


@pytest.mark.parametrize("name", SKILLS)
def test_a_round_leads_to_all_that_protects_the_place(name: str) -> None:
    """From stop to stop, the nearest first, until each has been come to; and then from the start again."""
    watcher, here = Watcher(VENUE, SKILLS[name]), HERE
    stops: list[tuple[float, float]] = []
    for _ in range(4):
        acts = watcher.watch(at(EVERY * len(stops), [], stands=here))
        (here,) = [(act.x, act.y) for act in acts if isinstance(act, Go)]
        stops.append(here)
    assert set(stops[:3]) == {(mark.x, mark.y) for mark in (CAMERA, GATES, DOOR)}
    assert stops[3] in stops[:2]


def test_whoever_catches_the_eye_is_gone_up_to_but_not_by_a_novice() -> None:
    """As near as it takes to see, and no nearer; when they are gone, the round goes on."""
    far, on = _goes(Watcher(VENUE, SKILLS["skilled"]), (HERE, [FILMS]), (HERE, []))
    assert (far.x, far.y) == pytest.approx((FILMS.at[0] - NEAR_ENOUGH, 10.0))
    assert (on.x, on.y) == (CAMERA.x, CAMERA.y)
    (went,) = _goes(Watcher(VENUE, SKILLS["novice"]), (HERE, [FILMS]))
    assert (went.x, went.y) == (CAMERA.x, CAMERA.y)


def test_on_the_floor_the_view_is_of_what_is_near() -> None:
    """The picture is centred on the own figure, whatever the round of the cameras would be."""
    looks = [act for act in robot("skilled", VENUE).watch(at(0, [], stands=(3.0, 4.0))) if isinstance(act, Look)]
    assert [(look.viewpoint.x, look.viewpoint.y) for look in looks] == [(3.0, 4.0)]
