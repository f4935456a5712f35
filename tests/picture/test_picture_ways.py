"""People on stairs, escalators and in lifts, and the hour of the day, by what is drawn."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from game.picture import Scene
from game.view import Snapshot, Viewpoint
from tests.support.drawn_halls import crowd, hall, looks, pixels

SIZE = (700, 560)


def _draw(scene: Scene, now: Snapshot, turn: int) -> np.ndarray:
    return pixels(scene, now, Viewpoint(10, 8, 44, turn, *SIZE))


def _shows(place: object, turn: int, at: tuple[float, float], base: float) -> float:
    """How much somebody changes of the picture: the sum of all differences, in full figures' worth of light."""
    scene = Scene(place, looks(1), "12:00")  # type: ignore[arg-type]
    nobody = _draw(scene, crowd([]), turn)
    someone = replace(crowd([at]), base=np.array([base]))
    return float(np.abs(_draw(scene, someone, turn) - nobody).sum())


def _portal(kind: str, leads: str) -> dict[str, object]:
    return {"portal": "way", "at": [10, 7], "width": 2.4, "kind": kind, "leads": leads, "towards": [0, 1]}


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize(
    ("kind", "leads"), [("stairs", "down"), ("escalator", "down"), ("stairs", "up"), ("lift", "up")]
)
def test_people_go_out_of_sight_little_by_little(kind: str, leads: str, turn: int) -> None:
    """Along a passage somebody shows less and less towards its end, and nothing at the end."""
    place = hall(portals=[_portal(kind, leads), {"portal": "door", "at": [10, 0.5]}])
    way = place.passages["way"]
    shares = (0.5, 0.75, 0.9, 1.0)
    shown = [_shows(place, turn, way.spot(0.0, share * way.run), way.height(share * way.run)) for share in shares]
    whole = _shows(place, turn, way.spot(0.0, -1.5), 0.0)
    assert shown[-1] < 0.03 * whole
    assert all(later <= before + 0.02 * whole for before, later in pairwise(shown))


@pytest.mark.parametrize("turn", range(4))
def test_the_floor_covers_who_is_below_it(turn: int) -> None:
    """Deep on the stairs less of somebody shows than on their first step, though not yet faded."""
    place = hall(portals=[_portal("stairs", "down"), {"portal": "door", "at": [10, 0.5]}])
    way = place.passages["way"]
    first, deep = (_shows(place, turn, way.spot(0.0, f * way.run), way.height(f * way.run)) for f in (0.05, 0.5))
    assert deep < first


def test_a_staff_door_stands_open_for_whoever_goes_through_it() -> None:
    """Who is behind its leaf is out of sight, and the door is open; who stands before it finds it shut."""
    place = hall(portals=[_portal("staff only", "up"), {"portal": "door", "at": [10, 0.5]}])
    way, scene = place.passages["way"], Scene(place, looks(1), "12:00")

    def draw(across: float, forth: float, turn: int = 0) -> np.ndarray:
        return _draw(scene, crowd([way.spot(across, forth)]), turn)

    shut, opened = _draw(scene, crowd([]), 0), draw(0.0, 1.0)
    door = (opened != shut).any(axis=2)
    assert door.any()
    assert (draw(0.0, 1.4) == opened).all()
    assert (draw(0.9, -0.1) != shut).any(axis=2)[door].mean() < 0.5  # an arm and a leg of theirs are before it
    assert (draw(0.0, 1.0, turn=2) == _draw(scene, crowd([]), 2)).all()


def _hour(starts: str) -> np.ndarray:
    return _draw(Scene(hall(), looks(1), starts), crowd([]), 0)


def test_the_hour_is_felt() -> None:
    """In the evening the hall is darker and cooler between its lamps, warm beneath them, and dark outside."""
    noon, evening = _hour("12:00"), _hour("19:30")
    light = [one.mean(axis=2) for one in (noon, evening)]
    floor = (slice(200, 520), slice(180, 420))
    assert light[1][floor].mean() < 0.85 * light[0][floor].mean()
    assert light[1][floor].min() > 40
    warmth = (evening[..., 0] - evening[..., 2])[floor]
    bright = light[1][floor]
    assert warmth[bright > np.percentile(bright, 90)].mean() > warmth[bright < np.percentile(bright, 30)].mean() + 15
    outside = (slice(690, 700), slice(520, 560))
    assert light[1][outside].mean() < 0.6 * light[0][outside].mean()


def test_a_low_sun_shines_in_the_morning() -> None:
    """Soon after sunrise there are warmer patches on the floor than at noon."""
    noon, morning = _hour("12:00"), _hour("07:55")
    floor = (slice(200, 520), slice(180, 420))
    warm = [(one[..., 0] - one[..., 2])[floor] for one in (noon, morning)]
    assert np.percentile(warm[1], 90) > np.percentile(warm[0], 90) + 8
