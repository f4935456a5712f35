"""Is everything there that the program needs? One line each."""

import platform
import shutil
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

import pygame

from game.quiet import quietly
from game.record import Unsealable, take_seal
from game.scenario import Invalid, library, read
from game.shipped import ASSETS
from game.widgets.style import Style

from ..archive import mark
from ..console import say
from ..settings_file import Unusable, folder
from ..window import NoScreen, open_window

NEEDS = ("pygame-ce", "PyYAML", "pydantic", "numpy", "scipy", "typer", "platformdirs", "cryptography")


def selftest() -> int:
    """Print the lines; 2 if anything is missing without which nothing can be played."""
    good = True
    for name, test, needed in TESTS:
        try:
            said, fine = test(), True
        except Lacking as why:
            said, fine = str(why), False
        good = good and (fine or not needed)
        say(f"{'ok  ' if fine else 'FAIL' if needed else 'none'} {name:<10} {said}")
    return 0 if good else 2


class Lacking(Exception):
    """Something is not there; the message says what."""


def _versions() -> str:
    found = []
    for name in NEEDS:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            raise Lacking(f"{name} is not installed: run “python -m pip install {name}”") from None
    return f"Python {platform.python_version()}, {', '.join(found)}"


def _renderer() -> str:
    pygame.font.init()
    surface = pygame.Surface((320, 180))
    style = Style((320, 180))
    surface.blit(style.words("Second Look", "title", (255, 255, 255, 255)), (10, 10))
    if not pygame.mask.from_threshold(surface, (255, 255, 255), (127, 127, 127)).count():
        raise Lacking("pygame draws nothing.")
    return f"pygame draws in software, SDL {'.'.join(map(str, pygame.get_sdl_version()))}"


def _screen() -> str:
    try:
        with quietly():
            open_window((320, 240), full=False)
    except NoScreen:
        raise Lacking("there is no screen; headless play works all the same.") from None
    driver, sizes = pygame.display.get_driver(), pygame.display.get_desktop_sizes()
    pygame.display.quit()
    return f"{driver}, {' and '.join(f'{w} x {h}' for w, h in sizes)}"


def _sound() -> str:
    with quietly():
        try:
            pygame.mixer.init()
        except pygame.error:
            raise Lacking("there is no sound device; the program plays silent.") from None
        told = f"{found[0]} Hz" if (found := pygame.mixer.get_init()) else "open"
        pygame.mixer.quit()
    return told


def _fonts() -> str:
    cuts = sorted(path.name for path in (ASSETS / "fonts").glob("*.otf"))
    if len(cuts) < 4:
        raise Lacking(f"the typeface is not complete in {ASSETS / 'fonts'}.")
    return ", ".join(cuts)


def _data() -> str:
    try:
        path = folder()
    except Unusable as why:
        raise Lacking(str(why)) from None
    free = shutil.disk_usage(path).free / 2**20
    if free < 50:
        raise Lacking(f"{path} has only {free:.0f} MB left.")
    return f"{path}, {free / 1024:.1f} GB free"


def _seal() -> str:
    try:
        return f"records are sealed by {mark(take_seal(folder()).public)}"
    except (Unsealable, Unusable) as why:
        raise Lacking(f"records cannot be sealed: {why}.") from None


def _scenarios() -> str:
    names = []
    for path in library():
        try:
            read(path)
        except Invalid as wrong:
            raise Lacking(f"{path.stem} cannot be read: {wrong.problems[0].message}") from None
        names.append(path.stem)
    if not names:
        raise Lacking("there are no scenarios.")
    return ", ".join(names)


TESTS: tuple[tuple[str, Callable[[], str], bool], ...] = (
    ("versions", _versions, True), ("renderer", _renderer, True), ("screen", _screen, False),
    ("sound", _sound, False), ("fonts", _fonts, True), ("data", _data, True), ("seal", _seal, False),
    ("scenarios", _scenarios, True),
)
