"""The author's preview: everything has its room, whatever goes on, and pointer and keys go where they say."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.app.commands.show_preview import preview, previewed
from game.app.errors import Wrong
from game.app.window import open_window
from game.picture import USUAL, ZOOMS, FloorLabel, Scene
from game.screens.preview.labels import Word, placed
from game.screens.preview.preview_screen import Preview
from game.screens.preview.preview_truth import truth
from game.screens.watch.view_control import Looking
from game.view import Viewpoint
from game.widgets.page import walk
from game.widgets.style import Style
from tests.support.page_faults import faults

QUAY = Path(__file__).parents[1] / "authoring" / "quay"
PATIENCE = 120.0
"""Seconds after which a test that waits for the scene gives up."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A copy of the small scene that may be changed."""
    shutil.copytree(QUAY, tmp_path / "quay")
    return tmp_path / "quay" / "quay.yaml"


@pytest.fixture
def shown(file: Path) -> Iterator[Preview]:
    """The preview of the small scene, held at 0:00, with the whole of it played."""
    surface = open_window((1280, 720), full=False)
    screen = previewed(Style(surface.get_size()), file, seed=3, at=0.1, tell="")
    _until(screen, lambda: bool(_scene(screen) and _scene(screen).whole))
    yield screen
    screen.leave()


def _scene(screen: Preview):  # type: ignore[no-untyped-def]
    return screen._ahead.scene


def _until(screen: Preview, so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not so():
        assert time.monotonic() < end, "it never came"
        screen.update(0.05)
        time.sleep(0.01)
    screen.update(0.05)


def _press(screen: Preview, key: int) -> None:
    screen.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))


def _point(screen: Preview, kind: int, at: tuple[int, int]) -> None:
    held = {"buttons": (1, 0, 0), "rel": (0, 0)} if kind == pygame.MOUSEMOTION else {"button": 1}
    screen.handle(pygame.event.Event(kind, pos=at, **held))


def _faults(screen: Preview) -> list[str]:
    surface = pygame.display.get_surface()
    assert surface is not None
    screen.draw(surface)
    return list(faults(screen.style, screen.page.root))


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_everything_has_its_room(shown: Preview, file: Path, size: tuple[int, int]) -> None:
    """Nobody followed, each person followed, and with more problems than are shown: nothing overlaps or sticks out."""
    open_window(size, full=False)
    shown.style.set(size=size)
    shown.renew()
    assert not _faults(shown)
    for _ in _scene(shown).people:
        _press(shown, pygame.K_t)
        assert not _faults(shown)
    text = file.read_text()
    for old in ("target: hall camera", "boat door", "guard", "lasts:"):
        text = text.replace(old, old[:-1] + "x" + old[-1])
    file.write_text(text)
    _until(shown, lambda: bool(shown._ahead.problems))
    assert not _faults(shown)


def test_the_lanes_can_be_scrubbed(shown: Preview) -> None:
    """Pressed and drawn along, the moment goes with the pointer, and stays within the scene."""
    _faults(shown)
    lanes = shown._timeline._rect
    y = lanes.y + 4
    _point(shown, pygame.MOUSEBUTTONDOWN, (lanes.centerx, y))
    half = shown._tick
    assert half == pytest.approx(_scene(shown).staged.lasts / 2, rel=0.02)
    _point(shown, pygame.MOUSEMOTION, (lanes.right + 500, y))
    assert shown._tick == _scene(shown).staged.lasts
    _point(shown, pygame.MOUSEBUTTONUP, (lanes.right + 500, y))
    _point(shown, pygame.MOUSEMOTION, (lanes.centerx, y))
    assert shown._tick > half


def test_keys_go_from_act_to_act_and_from_person_to_person(shown: Preview) -> None:
    """T goes to the acts one after another; N goes round among those who are there."""
    begins = sorted({span.began for entry in _scene(shown).people for span in _scene(shown).spans(entry.person)})
    seen = []
    for _ in begins:
        _press(shown, pygame.K_t)
        seen.append(round(shown._tick) + 20)
    assert seen == sorted(seen)
    assert set(seen) <= set(begins)
    here = {entry.person for entry in _scene(shown).people} & set(_scene(shown).at(int(shown._tick)).ids.tolist())
    followed = set()
    for _ in range(2 * len(here)):
        _press(shown, pygame.K_n)
        followed.add(shown._followed)
    assert followed == here


def test_what_comes_next_is_known_before_it_is_played(file: Path) -> None:
    """As soon as there is a scene, each person's next act is told from the call sheet."""
    screen = previewed(Style((1280, 720)), file, seed=3, at=0.1, tell="")
    _until(screen, lambda: _scene(screen) is not None)
    told = [_scene(screen).doing(entry.person, -600)[1] for entry in _scene(screen).people]
    screen.leave()
    assert all(told)


def _ends(screen: Preview, view: Viewpoint) -> Iterator[tuple[float, float]]:
    """Where the corners of the place are in the window."""
    width, depth = _scene(screen).staged.layout.venue.size
    corners = np.array([(0, 0), (width, 0), (0, depth), (width, depth)], dtype=float)
    yield from (tuple(spot) for height in (0.0, 4.0) for spot in view.project(corners, height).tolist())


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("width", [20, 90])
def test_all_of_the_place_is_seen_beside_the_list(file: Path, size: tuple[int, int], width: int) -> None:
    """On opening, and by Home from anywhere and any side, none of the place lies under the list or the lanes."""
    venue = file.parent / "venues" / "quay.yaml"
    venue.write_text(venue.read_text().replace("size: 20 x", f"size: {width} x"))
    surface = open_window(size, full=False)
    screen = previewed(Style(size), file, seed=3, at=0.1, tell="")
    _until(screen, lambda: _scene(screen) is not None)
    looking = screen._looking
    assert looking is not None
    for keys in ((), (pygame.K_PLUS, pygame.K_d), (pygame.K_t,), (pygame.K_e,), (pygame.K_MINUS,)):
        for key in keys:
            _press(screen, key)
        if keys:
            _press(screen, pygame.K_HOME)
        for _ in range(60):
            screen.update(0.05)
        screen.draw(surface)
        side = min((one.rect.left for one in walk(screen.page.root) if one.key.startswith("who ")), default=size[0])
        lanes = screen._timeline._rect
        for right, down in _ends(screen, looking.viewpoint):
            assert 0 <= right <= side, keys
            assert 0 <= down <= lanes.top, keys
    screen.leave()


def test_whoever_is_followed_is_seen_close(shown: Preview) -> None:
    """From the whole of the place the view comes to a person; the zoom that was chosen by hand stays."""
    looking = shown._looking
    assert looking is not None
    _press(shown, pygame.K_n)
    shown.update(0.05)
    assert looking.bound.scale >= USUAL
    _press(shown, pygame.K_MINUS)
    chosen = looking.bound.scale
    _press(shown, pygame.K_t)
    shown.update(0.05)
    assert looking.bound.scale == chosen


def test_the_farthest_view_can_only_be_come_closer_from(shown: Preview) -> None:
    """Where a place is so wide that it is shown smaller than any zoom, − stays and + goes to the farthest zoom."""
    looking = Looking(Viewpoint(0, 0, USUAL, 0, 1280, 720), (200.0, 60.0))
    looking.all_within(pygame.Rect(0, 0, 800, 400))
    small = looking.bound.scale
    assert small < ZOOMS[0]
    looking.zoom(-1)
    assert looking.bound.scale == small
    looking.zoom(1)
    assert looking.bound.scale == ZOOMS[0]


WORDS = [Word(n * 1.3 % 11, n * 0.7 % 5, f"the thing of number {n}", needed=n % 9 == 0) for n in range(60)]


@pytest.mark.parametrize("scale", [16.0, 44.0, 124.0])
def test_names_lie_near_their_things_and_on_no_other(scale: float) -> None:
    """No words lie on others or on a sign, none are far from their place, and none that are needed are missing."""
    style, view = Style((1280, 720)), Viewpoint(5, 3, scale, 0, 1280, 720)
    labels = list(placed(style, view, WORDS, [(5.0, 3.0)]))
    head = view.project(np.array([[5.0, 3.0]]), 1.75)[0].tolist()
    boxes = [pygame.Rect(head[0] - 10, head[1] - 22, 20, 20)]
    for label in labels:
        x, y = view.project(np.array([label.at[:2]]), label.at[2])[0].tolist()
        box = pygame.Rect(0, 0, style.wide(label.text, "small") + 16, style.line_height("small") + 8)
        box.midbottom = round(x + label.moved[0]), round(y + label.moved[1]) - 4
        assert abs(label.moved[0]) + abs(label.moved[1]) < 110
        needed = any(word.text == label.text and word.needed for word in WORDS)
        assert needed or box.collidelist(boxes) < 0, label.text
        boxes.append(box)
    assert {word.text for word in WORDS if word.needed} <= {label.text for label in labels}
    assert len(labels) > 6


def test_words_that_had_to_move_are_joined_to_their_place(shown: Preview) -> None:
    """A thin line runs from the place to the words."""
    scene, view = _scene(shown), Viewpoint(10, 7, 40.0, 0, 640, 440)
    drawn = Scene(scene.staged.layout, [person.looks for person in scene.staged.cast.people])
    nobody = scene.at(scene.first)
    plain, joined = pygame.Surface((640, 440)), pygame.Surface((640, 440))
    for surface, moved in ((plain, (0, 0)), (joined, (0, -90))):
        drawn.draw(surface, nobody, nobody, 1.0, view, [FloorLabel((10.0, 7.0, 0.0), "here", moved=moved)], effort=-1)
    changed = [plain.get_at((320, y)) != joined.get_at((320, y)) for y in range(150, 190)]
    assert all(changed)


def test_a_tip_stays_in_the_window(shown: Preview) -> None:
    """The tip of a button at the edge keeps clear of the edge."""
    surface = pygame.display.get_surface()
    assert surface is not None
    shown.draw(surface)
    button = shown.page.find("names")
    assert button is not None
    _point(shown, pygame.MOUSEMOTION, button.rect.center)
    before = pygame.surfarray.array3d(surface).astype(int)
    shown.page.update(1.0)
    shown.page.draw(surface)
    changed = np.abs(pygame.surfarray.array3d(surface).astype(int) - before).max(axis=2) > 8
    columns = np.flatnonzero(changed[:, : button.rect.top].any(axis=1))
    assert columns.max() < surface.get_width() - 4


def test_a_tell_that_nobody_shows_is_refused(file: Path) -> None:
    """The nearest name is offered, before any window opens."""
    with pytest.raises(Wrong, match="Did you mean “tries_staff_door”"):
        preview(file, 1, 0.0, "try_staff_door", None)


def test_a_venue_can_be_looked_at_alone(file: Path) -> None:
    """A venue's own file shows it with a few people and the names of its places, and everything has its room."""
    open_window((1280, 720), full=False)
    screen = previewed(Style((1280, 720)), file.parent / "venues" / "quay.yaml", seed=3, at=0.1, tell="")
    _until(screen, lambda: _scene(screen) is not None)
    assert not _faults(screen)
    signs = truth(screen.style, _scene(screen), 0, Viewpoint(10, 7, 40, 0, 1280, 720), cameras=True, names=True)
    screen.leave()
    named = {sign.text for sign in signs if isinstance(sign, FloorLabel)}
    assert {"street door", "waiting hall", "guard post", "hall camera", "board"} <= named
