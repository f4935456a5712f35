"""Pictures made little by little: in pieces that fit together, within a time and a size, with nothing left out."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.picture import Instant, Scene
from game.picture.budget import Allowance
from game.picture.cache import Cache
from game.picture.daylight import daylight
from game.picture.people.sprites import Figures
from game.picture.place.pieces import pieces
from game.picture.place.props import Group, picture
from game.picture.place.scenery import Scenery
from game.scenario import find, layout, read
from game.theme import theme
from game.view import POSES, Pose, Viewpoint
from tests.support.drawn_halls import crowd, hall, looks

PROPS: list[dict[str, object]] = [
    {"prop": "pillar", "at": [6, 9]}, {"prop": "board", "at": [10, 12], "text": "DEPARTURES"},
    {"prop": "planter", "at": [14, 6]}, {"prop": "shop", "at": [5, 14.8], "turn": 180, "text": "BAKERY"},
]  # fmt: skip
HALL = hall(PROPS, walls=[{"points": [[0, 0], [20, 0], [20, 16], [0, 16], [0, 0]], "finish": "plaster"}])
NOW = daylight("09:00", 0, theme())


@pytest.fixture(scope="module")
def long_groups() -> list[Group]:
    """Groups of King Street Station that are drawn in several pieces."""
    production = read(find("king_street_morning"))
    place = Scenery(layout(production.venue, production.props)).turn_to(0, NOW)
    return list({piece.group.name: piece.group for piece in place.all.pieces if piece.number == 1}.values())


@pytest.mark.parametrize("scale", [16.0, 44.0, 88.0])
def test_pieces_side_by_side_are_the_whole(long_groups: list[Group], scale: float) -> None:
    """Drawn in pieces, a thing has the pixels that it has when drawn at once."""
    assert long_groups
    for group in [*long_groups[::4], *(other for other in long_groups if other.opening)]:
        whole = picture(group, scale, NOW)
        sheet = pygame.Surface(whole.surface.get_size(), pygame.SRCALPHA)
        for piece in pieces(group):
            for sprite, _ in piece.draw(scale, NOW):
                sheet.blit(sprite.surface, (sprite.left - whole.left, sprite.top - whole.top))
        wanted = pygame.surfarray.array_alpha(whole.surface).astype(int)
        assert np.abs(pygame.surfarray.array_alpha(sheet) - wanted).max() <= 2


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_nothing_is_left_out_while_pictures_are_made(turn: int) -> None:
    """The first picture from any side shows all of the venue, only less finely than when it is finished."""
    scene, nobody, view = Scene(HALL, looks(8), "09:00"), crowd([]), Viewpoint(10, 8, 44.0, turn, 640, 440)
    scene.survey(0)
    first, last = pygame.Surface((640, 440)), pygame.Surface((640, 440))
    scene.draw(first, Instant.of(nobody, view), effort=0)
    scene.draw(last, Instant.of(nobody, view), effort=-1)
    a, b = (
        pygame.surfarray.array3d(pygame.transform.smoothscale(picture, (40, 27))).astype(int)
        for picture in (first, last)
    )
    assert pygame.image.tobytes(first, "RGB") != pygame.image.tobytes(last, "RGB")
    assert np.abs(a - b).max() < 60
    assert np.abs(a - b).mean() < 5


def test_so_many_pictures_in_so_much_time() -> None:
    """An allowance lasts as long as its clock says; without one, each look at it counts as a millisecond."""
    at = [0.0]
    spent, counted = Allowance(4, lambda: at[0]), Allowance(3)
    assert spent.more()
    at[0] = 0.005
    assert not spent.more()
    assert [counted.more() for _ in range(5)] == [True, True, True, False, False]
    assert Allowance(-1, lambda: at[0]).more()


def test_a_cache_holds_no_more_than_it_may() -> None:
    """Over its limit, a cache lets go of what was not used for longest, and of nothing else."""
    cache: Cache[bytes] = Cache(30, len)
    for n in range(3):
        cache.put(n, bytes(10))
    cache.get(0)
    cache.put(3, bytes(10))
    assert [n for n in range(4) if n in cache] == [0, 2, 3]
    assert cache.bytes == 30
    cache.drop(2)
    cache.put(0, bytes(4))
    assert cache.bytes == 14


def test_who_goes_out_of_sight_is_no_longer_told_of() -> None:
    """However little time there is, whoever was shown open at a scale is at once a pale shape, never as they were."""
    figures, seen = Figures(looks(1)), crowd([(6.0, 8.0)])
    seen = replace(seen, pose=np.array([POSES.index(Pose.FILM)]))
    rows, where = np.arange(1), np.zeros((1, 2))
    near, far = (Viewpoint(10, 8, scale, 0, 640, 440) for scale in (44.0, 30.0))
    open_ones = [figures.sprites(seen, rows, where, view)[0][0] for view in (near, far)]
    for view in (near, far, replace(near, scale=62.0)):
        (shown, _), = figures.sprites(seen, rows, where, view, pale=[True], allowance=Allowance(0))
        assert shown not in open_ones
        assert shown.get_width() > 1
