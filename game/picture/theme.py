"""The one theme of the program: colours, type sizes and fonts, read from `assets/theme.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.shipped import ASSETS
from game.widgets.face import Face

from .colour import Colour, rgb


@dataclass(frozen=True)
class Theme:
    """Colours of the panels (`ui`), of levels and outcomes (`state`), of the venue (`scene`), and the type scale."""

    ui: Mapping[str, Colour]
    state: Mapping[str, Colour]
    scene: Mapping[str, Colour]
    type: Mapping[str, tuple[int, str]]
    fonts: Path = ASSETS / "fonts"
    _open: dict[tuple[str, int], pygame.font.Font] = field(default_factory=dict, compare=False, repr=False)

    def font(self, cut: str, size: int) -> pygame.font.Font:
        """Inter in this cut and size in px, opened once."""
        if not pygame.font.get_init():
            pygame.font.init()
            self._open.clear()
        if (cut, size) not in self._open:
            self._open[cut, size] = Face(self.fonts / f"Inter-{cut}.otf", size)
        return self._open[cut, size]


def theme(path: Path = ASSETS / "theme.toml", *, high_contrast: bool = False) -> Theme:
    """The theme as the file has it."""
    words = tomllib.loads(path.read_text("utf-8"))
    ui = {**words["ui"], **(words.get("high_contrast", {}) if high_contrast else {})}
    return Theme(
        ui={name: rgb(colour) for name, colour in ui.items()},
        state={name: rgb(colour) for name, colour in words["state"].items()},
        scene={name: rgb(colour) for name, colour in words.get("scene", {}).items()},
        type={name: (entry["size"], entry["cut"]) for name, entry in words["type"].items()},
    )
