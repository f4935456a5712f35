"""Who covers whom: by the pixels that are theirs."""

import numpy as np
import pygame
import pytest

from game.authoring import stock
from game.picture import Instant, Scene, flat_colour
from game.picture.place.props import SITTABLE, groups
from game.scenario import PropKind
from game.scenario.venue.free_floor import CLEARANCE
from game.scenario.venue.grid import measure_room, nodes
from game.shipped import SCENARIOS
from game.view import Pose, Viewpoint
from game.view.exposure import Eye
from tests.support.drawn_halls import crowd, hall, looks

SIZE = (900, 700)
KIT = {kind.prop: kind for kind in stock(SCENARIOS).props}


def pixels(scene: Scene, places: list[tuple[float, float]], turn: int, pose: Pose = Pose.STAND) -> list[int]:
    """How many pixels are each person's."""
    surface = pygame.Surface(SIZE)
    scene.draw_flat_ids(surface, crowd(places, pose), Viewpoint(10, 8, 44, turn, *SIZE))
    drawn = pygame.surfarray.array3d(surface)
    return [int((drawn == flat_colour(n)).all(axis=2).sum()) for n in range(len(places))]


def behind(at: tuple[float, float], prop: tuple[float, float], turn: int) -> bool:
    """Whether a place lies further from the viewer than a point."""
    _, depth = Viewpoint(*prop, 1, turn, 0, 0).across_and_depth(np.array([at]))
    return bool(depth[0] > 0)


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize(
    ("prop", "gap"), [("pillar", 0.6), ("stall", 1.35), ("planter", 1.0)], ids=["pillar", "stall", "planter"]
)
def test_only_those_beyond_a_prop_are_covered_by_it(turn: int, prop: str, gap: float) -> None:
    """Round a prop, whoever stands nearer keeps all their pixels, and whoever stands beyond loses some."""
    empty, full = Scene(hall(), looks(1)), Scene(hall([{"prop": prop, "at": [10, 8]}]), looks(1))
    reach = {"stall": (1.85, gap)}.get(prop, (gap, gap))
    for x, y in ((0, reach[1]), (0, -reach[1]), (reach[0], 0), (-reach[0], 0)):
        at = (10.0 + x, 8.0 + y)
        (alone,), (seen,) = pixels(empty, [at], turn), pixels(full, [at], turn)
        if not behind(at, (10, 8), turn):
            assert seen == alone, f"covered by a {prop} although nearer, at {at}"
        elif abs(Viewpoint(10, 8, 1, turn, 0, 0).across_and_depth(np.array([at]))[0][0]) < 0.5:
            assert seen < 0.9 * alone, f"not covered by a {prop} although beyond it, at {at}"


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("along", [0, 90, 30])
def test_a_long_screen_covers_those_beyond_it_along_all_its_length(turn: int, along: float) -> None:
    """From end to end of a thing 8 m long, it covers what sight lines say that it covers, and nobody before it."""
    place = hall([{"prop": "screen", "at": [10, 8], "turn": along}])
    scene, eye = Scene(place, looks(1)), Eye(place.prisms)
    empty = Scene(hall(), looks(1))
    cos, sin = np.cos(np.radians(along)), np.sin(np.radians(along))
    for step in (-3.0, -1.6, 0.0, 1.6, 3.0):
        for side in (-0.45, 0.45):
            at = (10 + step * cos - side * sin, 8 + step * sin + side * cos)
            foot = (10 + step * cos, 8 + step * sin)
            (alone,), (seen,) = pixels(empty, [at], turn), pixels(scene, [at], turn)
            if not behind(at, foot, turn):
                assert seen >= 0.99 * alone, f"{at} stands before the screen"
            else:
                measured = eye.measure(Viewpoint(10, 8, 44, turn, *SIZE), crowd([at]), np.array([1.75])).share[0]
                assert abs(seen / alone - measured) < 0.15, f"{at} stands behind the screen"


@pytest.mark.parametrize("kind", KIT.values(), ids=KIT)
def test_nobody_can_stand_within_what_is_drawn_in_one_piece(kind: PropKind) -> None:
    """What is sorted among people as one thing leaves no room for a body within its outline: else it is two."""
    place = hall([{"prop": kind.prop, "at": [10, 8]}], kit={kind.prop: kind})
    xs, ys = nodes(place.venue.size)
    roomy = np.stack((xs, ys), axis=-1)[measure_room(place, xs, ys) >= CLEARANCE]
    for group in groups(place, 0, ()) if kind.solid else ():
        high = max(seen.block.high for seen in group.blocks)
        if group.rank == 1 and high > SITTABLE:
            corners = np.array([corner for seen in group.blocks for corner in seen.block.footprint])
            assert not ((roomy > corners.min(axis=0)) & (roomy < corners.max(axis=0))).all(axis=1).any()


@pytest.mark.parametrize("turn", range(4))
def test_a_clerk_within_a_desk_is_covered_by_its_near_sides_alone(turn: int) -> None:
    """Anywhere within a counter on three sides, as much of somebody is drawn as sight lines say."""
    place = hall([{"prop": "information_desk", "at": [10, 8]}], kit=KIT)
    scene, empty, eye = Scene(place, looks(1)), Scene(hall(), looks(1)), Eye(place.prisms)
    for at in ((10.0, 8.0), (9.4, 8.0), (10.6, 8.0), (9.4, 8.6), (10.6, 8.6), (10.0, 8.6)):
        (alone,), (seen,) = pixels(empty, [at], turn), pixels(scene, [at], turn)
        measured = eye.measure(Viewpoint(10, 8, 44, turn, *SIZE), crowd([at]), np.array([1.75])).share[0]
        assert abs(seen / alone - measured) < 0.15, at


@pytest.mark.parametrize("turn", range(4))
def test_the_nearer_of_two_people_covers_the_other(turn: int) -> None:
    """Of two who stand close, the nearer keeps all their pixels."""
    view = Viewpoint(10, 8, 44, turn, *SIZE)
    far, near = view.floor_at(450, 330), view.floor_at(455, 345)
    scene = Scene(hall(), looks(2))
    both, alone = pixels(scene, [far, near], turn), pixels(scene, [near], turn)
    surface = pygame.Surface(SIZE)
    scene.draw_flat_ids(surface, crowd([far, near]), view)
    assert both[1] >= alone[0] * 0.98
    assert 0 < both[0] < both[1]


def test_what_hangs_overhead_covers_who_stands_below() -> None:
    """A board above head height is drawn over those beneath and beyond it, and not over those before it."""
    scene, empty = Scene(hall([{"prop": "board", "at": [10, 8]}]), looks(1)), Scene(hall(), looks(1))
    for at, covered in (((10.0, 11.2), True), ((10.0, 7.4), False), ((10.0, 5.0), False)):
        (alone,), (seen,) = pixels(empty, [at], 0), pixels(scene, [at], 0)
        assert (seen < alone) is covered, at


def test_a_lamp_near_the_edge_has_its_post() -> None:
    """What is slender is no less high along the side that is cut away than in the middle; what is wide is cut down."""
    heights = [
        max(seen.block.high for group in groups(hall([{"prop": prop, "at": [10, y]}], kit=KIT), 0, ("south",))
            for seen in group.blocks)
        for prop in ("lamp", "shop_front") for y in (0.9, 8.0)
    ]  # fmt: skip
    assert heights[0] == heights[1]
    assert heights[2] < heights[3]


@pytest.mark.parametrize(("turn", "back_hidden"), [(0, False), (2, True)])
def test_someone_on_a_bench_is_before_the_seat_and_behind_a_near_back(turn: int, *, back_hidden: bool) -> None:
    """The seat never covers who sits on it; its back does, seen from behind."""
    seat = hall([{"prop": "bench", "at": [10, 8]}])
    people = [(10.0, 7.95)]
    view = Viewpoint(10, 8, 62, turn, *SIZE)
    with_bench, without = pygame.Surface(SIZE), pygame.Surface(SIZE)
    sits = crowd(people, Pose.SIT)
    Scene(seat, looks(1)).draw(with_bench, Instant.of(sits, view), effort=-1)
    Scene(hall(), looks(1)).draw(without, Instant.of(sits, view), effort=-1)
    mask = pygame.Surface(SIZE)
    Scene(hall(), looks(1)).draw_flat_ids(mask, crowd(people, Pose.SIT), view)
    own = (pygame.surfarray.array3d(mask) == flat_colour(0)).all(axis=2)
    same = np.abs(pygame.surfarray.array3d(with_bench).astype(int) - pygame.surfarray.array3d(without)).max(axis=2) < 12
    kept = float(same[own].mean())
    assert kept < 0.85 if back_hidden else kept > 0.93
