"""How a change of pose is remembered from what is seen, and what it looks like."""

from dataclasses import replace
from itertools import pairwise
from math import dist

import numpy as np
import pytest

from game.picture.budget import Allowance
from game.picture.people.change import GAP, PARTS, TICKS, Before, Changes, change_for, pack_change, unpack_change
from game.picture.people.sprites import Figures
from game.view import HELD, POSES, Held, Pose, Snapshot, Viewpoint
from game.view.posture import blend, posture
from game.view.skeleton import hold
from tests.support.drawn_halls import crowd, looks

ROWS = np.arange(1)


def doing(pose: Pose, tick: int, thing: Held = Held.NOTHING, phase: float = 0.4) -> Snapshot:
    """One person doing something at a tick."""
    snapshot = crowd([(4.0, 4.0)], tick=tick)
    return replace(
        snapshot, pose=np.array([POSES.index(pose)]), held=np.array([HELD.index(thing)]), phase=np.array([phase])
    )


def watch(changes: Changes, moments: list[Snapshot]) -> list[tuple[str, str, float]]:
    """What is shown at each moment: where from, where to, and how far."""
    found = []
    for moment in moments:
        now, was = changes.see(moment, ROWS)
        found.append((POSES[int(now["pose"][0])].value, POSES[int(was.pose[0])].value, float(was.share[0])))
    return found


def test_a_change_takes_its_time_and_ends() -> None:
    """From standing to the phone at the ear: the share grows tick by tick from above 0 to 1, and stays there."""
    moments = [doing(Pose.STAND, 0)] + [doing(Pose.PHONE_CALL, tick) for tick in range(1, 12)]
    shown = watch(Changes(), moments)
    shares = [share for _, _, share in shown[1:]]
    lasts = int(TICKS[POSES.index(Pose.STAND), POSES.index(Pose.PHONE_CALL)])
    assert shown[1][:2] == ("phone_call", "stand")
    assert shares[:lasts] == pytest.approx([(k + 1) / lasts for k in range(lasts)])
    assert shares[lasts:] == [1.0] * (11 - lasts)


def test_a_moment_between_two_ticks_is_between_two_shares() -> None:
    """The share follows the moment that is drawn, not the tick."""
    changes = Changes()
    changes.see(doing(Pose.STAND, 0), ROWS)
    later = doing(Pose.PHONE_CALL, 1)
    shares = [float(changes.see(replace(later, late=late), ROWS)[1].share[0]) for late in (1.0, 0.5, 0.0)]
    assert shares[0] == 0.0
    assert shares[1] == pytest.approx(shares[2] / 2)


def test_who_was_not_watched_does_not_go_over() -> None:
    """After a gap, or back in time, or on first sight, people are simply what they are."""
    for tick in (GAP + 5, -3):
        shown = watch(Changes(), [doing(Pose.STAND, 0), doing(Pose.SIT, tick)])
        assert [share for _, _, share in shown] == [1.0, 1.0]


def test_a_change_is_finished_before_the_next() -> None:
    """Who stops, and at once raises the phone, first comes to a stand: nothing is cut off halfway."""
    moments = [doing(Pose.WALK, 0), doing(Pose.STAND, 1)] + [doing(Pose.PHONE_CALL, tick) for tick in range(2, 14)]
    shown = watch(Changes(), moments)
    turns = [(to, out_of) for to, out_of, share in shown if share < 1]
    assert list(dict.fromkeys(turns)) == [("stand", "walk"), ("phone_call", "stand")]
    assert shown[-1][::2] == ("phone_call", 1.0)


def test_a_record_with_few_pictures_shows_changes_too() -> None:
    """Three ticks apart, as records keep them, a change is still seen on its way."""
    moments = [doing(Pose.SIT, 0), *(doing(Pose.STAND, 3 + n, phase=0.1) for n in range(0, 9, 3))]
    shares = [share for _, _, share in watch(Changes(), moments)]
    assert any(0 < share < 1 for share in shares)
    assert shares[-1] == 1.0


def test_a_stride_goes_on_from_walk_to_hurry() -> None:
    """Between two ways of walking the legs keep step: both are at the phase of now."""
    changes = Changes()
    changes.see(doing(Pose.WALK, 0, phase=0.2), ROWS)
    now, was = changes.see(doing(Pose.HURRY, 1, phase=0.3), ROWS)
    assert was.phase[0] == now["phase"][0] == 0.3


@pytest.mark.parametrize("fine", [False, True])
def test_a_change_survives_its_packing(*, fine: bool) -> None:
    """What is unpacked is what was packed, within a step; nothing is left of a change that is done."""
    before = Before(Pose.DRINK, 0.5, Held.CUP, 0.0, 0.5)
    assert unpack_change(change_for(before, fine=fine)) == before
    assert change_for(replace(before, share=1.0), fine=fine) == 0
    assert change_for(replace(Before(Pose.STAND, 0.0, Held.NOTHING, 0.0, 0.0)), fine=fine) > 0
    assert unpack_change(0) is None


def test_small_figures_change_in_few_steps() -> None:
    """So that pictures can be kept, somebody small shows no more than four steps of one change."""
    changes, codes = Changes(), set()
    changes.see(doing(Pose.STAND, 0), ROWS)
    for tick in range(1, 10):
        for late in (0.8, 0.6, 0.4, 0.2, 0.0):
            _, was = changes.see(replace(doing(Pose.SIT, tick), late=late), ROWS)
            codes.add(int(pack_change(was, np.array([False]))[0]))
    assert len(codes) == PARTS + 1


def test_nothing_moves_faster_than_people_do() -> None:
    """No joint goes faster than 6 m/s through any change of pose, and hands mostly go at less than 4."""
    fastest = []
    for i, pose in enumerate(POSES):
        for two in POSES[i % 7 :: 7]:
            before, after = posture(pose, 0.1), posture(two, 0.1)
            seconds = TICKS[i, POSES.index(two)] / 10 / 12
            path = [hold(blend(before, after, k / 12)).joints for k in range(13)]
            fastest.append(max(dist(a[name], b[name]) for a, b in pairwise(path) for name in a) / seconds)
            assert fastest[-1] < 6.0, (pose, two)
    assert np.quantile(fastest, 0.8) < 4.0


def test_each_step_of_a_change_is_shown() -> None:
    """Going over to the phone, somebody's picture changes at every step, and hidden it does not change at all."""
    figures, hidden = Figures(looks(1)), Figures(looks(1))
    moments = [doing(Pose.STAND, 0), *(doing(Pose.PHONE_CALL, tick) for tick in range(1, 12))]
    view, where = Viewpoint(4, 4, 44.0, 0, 320, 220), np.zeros((1, 2))
    seen = [figures.sprites(snapshot, ROWS, where, view)[0][0] for snapshot in moments]
    untold = [hidden.sprites(snapshot, ROWS, where, view, pale=[True])[0][0] for snapshot in moments]
    assert len({id(surface) for surface in seen}) == PARTS + 1
    assert len({id(surface) for surface in untold}) == 1


def test_without_time_the_step_before_stays() -> None:
    """Until there is time to draw the next step of a change, the last one that was drawn is shown, and then it."""
    figures, view, where = Figures(looks(1)), Viewpoint(4, 4, 44.0, 0, 320, 220), np.zeros((1, 2))
    figures.sprites(doing(Pose.STAND, 0), ROWS, where, view)
    begun = figures.sprites(doing(Pose.PHONE_CALL, 1), ROWS, where, view)
    later = doing(Pose.PHONE_CALL, 3)
    assert figures.sprites(later, ROWS, where, view, allowance=Allowance(0)) == begun
    assert figures.sprites(later, ROWS, where, view) != begun
