"""The author's preview: everything has its room, whatever goes on, and pointer and keys go where they say."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import playroom  # noqa: F401  (sets the dummy drivers before pygame is imported)
import pygame
import pytest
from test_screens_layout import faults

from game.app.previewing import preview, previewed
from game.app.trouble import Wrong
from game.app.window import open_window
from game.picture import Label
from game.screens.preview import Preview
from game.screens.preview_truth import truth
from game.screens.style import Style
from game.view import Viewpoint

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
    named = {sign.text for sign in signs if isinstance(sign, Label)}
    assert {"street door", "waiting hall", "guard post", "hall camera", "board"} <= named
