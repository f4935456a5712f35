"""Finding who is under the pointer."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.picture import ZOOMS, Scene
from game.view import Viewpoint
from tests.support.drawn_halls import crowd, hall, looks

SCENE = Scene(hall(), looks(2))


@settings(max_examples=60, deadline=None)
@given(
    st.floats(2, 18), st.floats(2, 14), st.sampled_from(ZOOMS), st.integers(0, 3), st.floats(0.05, 0.95),
    st.floats(-0.2, 0.2),
)  # fmt: skip
def test_a_figure_is_hit_anywhere_on_its_body(
    x: float, y: float, scale: float, turn: int, up: float, aside: float
) -> None:
    """A pixel anywhere on a standing body finds that person, at every zoom and turn."""
    view = Viewpoint(10, 8, scale, turn, 1280, 720)
    right, down = view.project(np.array([[x, y]]), 1.75 * up)[0]
    assert SCENE.pick(round(right + aside * scale), round(down), crowd([(x, y)]), view) == [0]


def test_of_two_who_overlap_the_nearer_comes_first_and_both_are_offered() -> None:
    """A second click can reach the one behind."""
    view = Viewpoint(10, 8, 44, 0, 1280, 720)
    far, near = view.floor_at(640, 350), view.floor_at(645, 365)
    assert SCENE.pick(643, 335, crowd([far, near]), view) == [1, 0]


def test_a_small_figure_is_hit_from_a_little_way_off() -> None:
    """At the widest zoom a person is easy to hit, and empty floor is nobody."""
    view = Viewpoint(10, 8, ZOOMS[0], 0, 1280, 720)
    (right, down), = view.project(np.array([[10.0, 8.0]]))
    people = crowd([(10.0, 8.0)])
    assert SCENE.pick(round(right) + 14, round(down) - 10, people, view) == [0]
    assert SCENE.pick(round(right) + 60, round(down), people, view) == []


def test_nobody_present_is_nobody_hit() -> None:
    """An empty scene has nobody under the pointer."""
    assert SCENE.pick(100, 100, crowd([]), Viewpoint(10, 8, 44, 0, 1280, 720)) == []
