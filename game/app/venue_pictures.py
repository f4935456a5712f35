"""Pictures of places for lists and briefings, drawn once in the background and kept in the data folder."""

from hashlib import sha256
from pathlib import Path
from threading import Lock, Thread

import pygame

from ..scenario import Production
from .glimpse import glimpse

LARGE = (1280, 720)
_ONE_AT_A_TIME = Lock()


class VenuePicture:
    """The picture of a scenario's place: asked for at a size, given once it is there."""

    def __init__(self, production: Production, home: Path) -> None:
        self._production = production
        self._kept = home / "pictures" / f"{production.id}-{_mark(production)}.png"
        self._large: pygame.Surface | None = None
        self._sizes: dict[tuple[int, int], pygame.Surface] = {}
        self._asked = False

    def __call__(self, size: tuple[int, int]) -> pygame.Surface | None:
        """The picture filling this size, or None while it is being drawn."""
        if self._large is None:
            if not self._asked:
                self._asked = True
                Thread(target=self._make, daemon=True).start()
            return None
        if size not in self._sizes:
            self._sizes[size] = _filling(self._large, size)
        return self._sizes[size]

    def _make(self) -> None:
        with _ONE_AT_A_TIME:
            try:
                if self._kept.is_file():
                    self._large = pygame.image.load(str(self._kept))
                    return
                self._large = self._draw()
                self._kept.parent.mkdir(parents=True, exist_ok=True)
                pygame.image.save(self._large, str(self._kept))
            except (OSError, pygame.error):
                return

    def _draw(self) -> pygame.Surface:
        return glimpse(self._production, LARGE)


def _filling(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
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
