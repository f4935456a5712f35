"""Pictures of places for lists and briefings, drawn once in the background and kept in the data folder.

A process of its own draws them, so that the window goes on smoothly and their memory is given back.
"""

import os
import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from threading import Lock, Thread

import pygame

from game.private import make_folder, replace_whole
from game.scenario import Production
from game.shipped import IMPORTED_FROM

LONGEST = 120
"""Seconds that a picture may take."""
SIZES = 3
"""How many sizes of a picture are kept."""
_ONE_AT_A_TIME = Lock()


class VenuePicture:
    """The picture of a scenario's place: asked for at a size, given once it is there."""

    def __init__(self, production: Production, path: Path, home: Path) -> None:
        self._path = path
        self._kept = home / "pictures" / f"{production.id}-{_mark(production)}.png"
        self._large: pygame.Surface | None = None
        self._sizes: dict[tuple[int, int], pygame.Surface] = {}
        self._asked = False

    def __call__(self, size: tuple[int, int]) -> pygame.Surface | None:
        """The picture filling this size, or None while it is being drawn."""
        if size not in self._sizes:
            if self._large is None and self._sizes:
                self._read()
            if self._large is None:
                self._ask()
                return None
            while len(self._sizes) >= SIZES:
                del self._sizes[next(iter(self._sizes))]
            self._sizes[size] = _fill(self._large, size)
            self._large, self._asked = None, False
        return self._sizes[size]

    def _ask(self) -> None:
        if not self._asked:
            self._asked = True
            Thread(target=self._make, daemon=True).start()

    def _read(self) -> bool:
        """Take the picture that is kept; a few milliseconds."""
        try:
            self._large = pygame.image.load(str(self._kept))
        except (OSError, pygame.error):
            return False
        return True

    def _make(self) -> None:
        with _ONE_AT_A_TIME:
            try:
                if self._read():
                    return
                drawn = _draw(self._path)
                self._large = pygame.image.load(BytesIO(drawn))
                make_folder(self._kept.parent)
                replace_whole(self._kept, drawn)
            except (OSError, pygame.error, subprocess.SubprocessError):
                return


def _draw(path: Path) -> bytes:
    """A PNG of a scenario's place, drawn by a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "game.app.glimpse", str(path.resolve())],
        cwd=IMPORTED_FROM, env={**os.environ, "SDL_VIDEODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"},
        stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=LONGEST,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ).stdout  # fmt: skip


def _fill(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    factor = max(size[0] / picture.get_width(), size[1] / picture.get_height())
    scaled = pygame.transform.smoothscale(
        picture, (max(size[0], round(picture.get_width() * factor)), max(size[1], round(picture.get_height() * factor)))
    )
    return scaled.subsurface(scaled.get_rect(center=scaled.get_rect().center).inflate(
        size[0] - scaled.get_width(), size[1] - scaled.get_height()
    )).copy()


def _mark(production: Production) -> str:
    told = f"3/{production.venue.model_dump_json()}/{production.scenario.model_dump_json()}"
    return sha256(told.encode()).hexdigest()[:12]
