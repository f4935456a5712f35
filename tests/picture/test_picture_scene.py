"""Whole pictures, compared with ones that were looked at and found right."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.picture import Badge, Cone, FloorLabel, Instant, Outline, Plan, Ring, Scene, level, still
from game.picture.zoom import CLOSE, ZOOMS
from game.programme import Programme, Shut
from game.theme import theme
from game.view import Pose, Viewpoint
from tests.support.drawn_halls import crowd, hall, looks

KEPT = Path(__file__).parents[1] / "pictures"
WALLS = [{"points": [[0, 16], [20, 16]], "height": 4}, {"points": [[0, 0], [0, 16]], "height": 4},
         {"points": [[20, 0], [20, 16]], "height": 4}]  # fmt: skip
PROPS: list[dict[str, object]] = [
    {"prop": "pillar", "at": [6, 9]}, {"prop": "stall", "at": [13, 10]}, {"prop": "bench", "at": [8, 5]},
    {"prop": "planter", "at": [11, 5]}, {"prop": "board", "at": [10, 12]}, {"prop": "shop", "at": [5, 15.4]},
]  # fmt: skip
PLACES = [(6.0, 8.2), (6.2, 10.0), (13.0, 8.4), (12.0, 12.2), (9.4, 4.2), (4.0, 6.0), (15.5, 6.0), (10.0, 9.0)]
HALL = hall(PROPS, walls=WALLS, cameras=[{"camera": "c", "at": [19, 15], "watches": [10, 8]}],
            markings=[{"marking": "tactile", "at": [2, 2], "size": "12 x 0.5 m"}])  # fmt: skip


def picture(turn: int = 0, starts: str = "09:00", scale: float = 30.0) -> pygame.Surface:
    """A still of the hall."""
    view = Viewpoint(10, 8, scale, turn, 640, 440)
    return still(HALL, looks(8), Instant.of(crowd(PLACES, Pose.STAND), view), starts)


@pytest.mark.parametrize(("name", "turn", "starts"), [
    ("hall_0", 0, "09:00"), ("hall_1", 1, "09:00"), ("hall_2", 2, "09:00"), ("hall_3", 3, "09:00"),
    ("hall_evening", 0, "20:30"),
])  # fmt: skip
def test_the_hall_looks_as_it_was_approved(name: str, turn: int, starts: str) -> None:
    """No more than 2 % of the pixels differ visibly from the kept picture; delete that to keep a new one."""
    drawn = picture(turn, starts)
    kept = KEPT / f"{name}.png"
    if not kept.exists():
        pygame.image.save(drawn, kept)
    wanted = pygame.surfarray.array3d(pygame.image.load(kept)).astype(int)
    differs = (np.abs(pygame.surfarray.array3d(drawn).astype(int) - wanted).max(axis=2) > 40).mean()
    if differs > 0.02:
        pygame.image.save(drawn, KEPT / f"{name}.differs.png")
    assert differs <= 0.02, f"look at {name}.differs.png beside {name}.png"


def test_the_same_moment_is_the_same_picture() -> None:
    """Two scenes draw a moment alike to the last pixel, and drawing it again changes nothing."""
    one, other = (pygame.image.tobytes(picture(), "RGB") for _ in range(2))
    assert one == other


def test_pictures_made_little_by_little_end_as_those_made_at_once() -> None:
    """After enough frames with little effort, nothing is missing."""
    scene, surface = Scene(HALL, looks(8), "09:00"), pygame.Surface((640, 440))
    people, view = crowd(PLACES), Viewpoint(10, 8, 30.0, 0, 640, 440)
    for _ in range(80):
        scene.draw(surface, Instant.of(people, view), effort=2)
    assert pygame.image.tobytes(surface, "RGB") == pygame.image.tobytes(picture(), "RGB")


def test_a_view_between_two_zooms_shows_the_same_place() -> None:
    """While gliding, the picture is the nearest level's, scaled: the same but for its sharpness."""
    scene, at_level, between = Scene(HALL, looks(8), "09:00"), pygame.Surface((320, 220)), pygame.Surface((320, 220))
    people = crowd(PLACES)
    scene.draw(at_level, Instant.of(people, Viewpoint(10, 8, 30.0, 0, 320, 220)), effort=-1)
    scene.draw(between, Instant.of(people, Viewpoint(10, 8, 30.6, 0, 320, 220)), effort=-1)
    small = (pygame.transform.smoothscale(picture, (32, 22)) for picture in (at_level, between))
    a, b = (pygame.surfarray.array3d(picture).astype(int) for picture in small)
    assert np.abs(a - b).mean() < 12


def test_every_annotation_can_be_seen() -> None:
    """Each kind of annotation changes the picture where it belongs, and one of somebody absent changes nothing."""
    scene, people, view = Scene(HALL, looks(8), "09:00"), crowd(PLACES), Viewpoint(10, 8, 44.0, 0, 640, 440)
    plain = pygame.Surface((640, 440))
    scene.draw(plain, Instant.of(people, view), effort=-1)
    before = pygame.surfarray.array3d(plain)
    for note in (
        Ring(7, (240, 228, 66)), Ring(7, (240, 228, 66), dashed=True), Badge(7, "triangle", (230, 159, 0), "2"),
        Outline(7, (255, 255, 255)), FloorLabel((10, 8, 0), "here"), Cone((9, 8), (11, 9), (86, 180, 233)),
    ):  # fmt: skip
        marked = pygame.Surface((640, 440))
        scene.draw(marked, Instant.of(people, view, [note]), effort=-1)
        changed = (pygame.surfarray.array3d(marked) != before).any(axis=2)
        assert changed.sum() > 60, note
        right, down = np.nonzero(changed)
        assert abs(right.mean() - 320) < 120, note
        assert abs(down.mean() - 220) < 140, note
    absent = pygame.Surface((640, 440))
    scene.draw(absent, Instant.of(people, view, [Ring(99, (255, 0, 0)), Badge(99, "circle", (255, 0, 0))]), effort=-1)
    assert pygame.image.tobytes(absent, "RGB") == pygame.image.tobytes(plain, "RGB")


def test_the_close_up_shows_the_person_whole_and_large() -> None:
    """In a panel 400 px high a person stands at least 200 px tall, inside it; one who has left is not shown."""
    here = Instant.of(crowd(PLACES), Viewpoint(10, 8, 44.0, 1, 640, 440))
    near = here.upon(3, 1.75, (320, 400))
    assert near is not None
    assert here.upon(44, 1.75, (320, 400)) is None
    feet, head = (float(near.viewpoint.project(np.array(PLACES[3]), z)[1]) for z in (0.0, 1.75))
    assert 0 < head < feet - 200
    assert feet < 400


def test_the_plan_and_the_view_agree_on_where_things_are() -> None:
    """A floor point projected on the plan is found again under that pixel, at every turn."""
    plan, rect = Plan(HALL, theme()), pygame.Rect(30, 40, 200, 150)
    surface = pygame.Surface((300, 220))
    for turn in range(4):
        plan.draw(surface, rect, Viewpoint(10, 8, 44, turn, 640, 440), dots=[((4.0, 5.0), (255, 0, 0))])
        (right, down), = plan.view(rect.size, turn).project(np.array([[4.0, 5.0]]))
        x, y = plan.at(right + rect.left, down + rect.top, rect, turn)
        assert (x, y) == pytest.approx((4.0, 5.0))


def test_the_plan_shows_what_is_shut_while_it_is() -> None:
    """A red bar lies across the way at every turn, and is gone once it is open again."""
    plan = Plan(hall(), theme(), Programme(shut=(Shut("door", 100, 200),)))
    for turn in range(4):
        (x, y), = plan.view((200, 150), turn).project(np.array([[10.0, 0.5]])).astype(int)
        seen = []
        for tick in (99, 150, 200):
            surface = pygame.Surface((200, 150))
            plan.draw(surface, surface.get_rect(), Viewpoint(10, 12, 44, turn, 99, 99), tick=tick)
            seen.append(surface.get_at((int(x), int(y)))[:3])
        assert seen[0] == seen[2] != seen[1]
        assert seen[1][0] > 2 * seen[1][1]


def test_the_plan_has_no_floor_left_along_the_edge_of_a_void() -> None:
    """Where a void takes a corner of the place, nothing is drawn from there on outwards, at every turn."""
    plan = Plan(hall(voids=[{"at": [14.3, 9.5], "size": "5.7 x 6.5 m"}]), theme())
    for turn in range(4):
        surface = pygame.Surface((876, 548))
        view = Viewpoint(10, 8, 1, turn, 9, 9)
        plan.draw(surface, surface.get_rect(), view)
        edge = np.array([(20.0, north) for north in np.linspace(10.5, 15.9, 200)])
        right, down = plan.view(surface.get_size(), turn).project(edge).round().astype(int).T
        near = pygame.surfarray.array3d(surface)[right[:, None] + np.arange(-3, 4), down[:, None]]
        assert np.ptp(near.reshape(-1, 3), axis=0).max() == 0


def test_zoom_levels_step_and_stop_at_their_ends() -> None:
    """A step goes to the next level; at either end it stays."""
    assert level(44.0, 1) == 62.0
    assert level(46.0) == 44.0
    assert level(ZOOMS[-1], 3) == ZOOMS[-1]
    assert level(ZOOMS[0], -1) == ZOOMS[0]
    assert min(CLOSE) > max(ZOOMS)


def test_the_board_changes_with_the_minute_and_not_within_it() -> None:
    """The departure board and the clock show the scene's time."""
    scene, view = Scene(HALL, looks(1), "09:00"), Viewpoint(10, 12, 44.0, 0, 300, 260)
    shown = []
    for tick in (0, 300, 900):
        surface, people = pygame.Surface((300, 260)), crowd([], tick=tick)
        scene.draw(surface, Instant.of(people, view), effort=-1)
        shown.append(pygame.image.tobytes(surface, "RGB"))
    assert shown[0] == shown[1] != shown[2]


def test_words_over_a_picture_are_as_large_as_is_asked() -> None:
    """Twice as large, their plate covers more than twice as much."""
    view, scene = Viewpoint(10, 12, 44.0, 0, 300, 260), Scene(HALL, looks(1), "09:00")
    bare, told = (Instant.of(crowd([]), view, signs) for signs in ((), (FloorLabel((10, 12, 0), "here"),)))
    drawn = []
    for instant in (bare, told, replace(told, lettering=2.0)):
        surface = pygame.Surface((300, 260))
        scene.draw(surface, instant, effort=-1)
        drawn.append(pygame.surfarray.array3d(surface))
    plain, small, large = drawn
    assert (large != plain).any(axis=2).sum() > 2 * (small != plain).any(axis=2).sum()
