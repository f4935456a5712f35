"""The one theme of the program: colours, type sizes and fonts, as `assets/theme.toml` has them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from .shipped import ASSETS
from .typeface import Typeface

Colour = tuple[int, int, int]
Rgba = tuple[int, int, int, int]
"""A colour and how much it covers, 0 … 255."""


@dataclass(frozen=True)
class Theme:
    """The colours of panels, levels and outcomes by name, those put in their place for high contrast, the type scale.

    `type` has for each role of text its size in px, in a window 720 px high, and its cut of Inter.
    """

    colours: Mapping[str, Rgba]
    contrast: Mapping[str, Rgba]
    type: Mapping[str, tuple[int, str]]
    _open: dict[tuple[str, int], pygame.font.Font] = field(default_factory=dict, compare=False, repr=False)

    def colour(self, name: str, *, contrast: bool = False) -> Rgba:
        """The colour of this name; KeyError if there is none."""
        return self.contrast[name] if contrast and name in self.contrast else self.colours[name]

    def solid(self, name: str) -> Colour:
        """The colour of this name, where nothing shows through."""
        return self.colours[name][:3]

    def font(self, cut: str, size: int) -> pygame.font.Font:
        """Inter in this cut and size in px, opened once."""
        if not pygame.font.get_init():
            pygame.font.init()
            self._open.clear()
        if (cut, size) not in self._open:
            self._open[cut, size] = Typeface(ASSETS / "fonts" / f"Inter-{cut}.otf", size)
        return self._open[cut, size]


def theme(path: Path = ASSETS / "theme.toml") -> Theme:
    """The theme as the file has it."""
    words = tomllib.loads(path.read_text("utf-8"))
    return Theme(
        colours={name: rgba(colour) for name, colour in {**words["ui"], **words["state"]}.items()},
        contrast={name: rgba(colour) for name, colour in words["high_contrast"].items()},
        type={role: (entry["size"], entry["cut"]) for role, entry in words["type"].items()},
    )


def rgba(text: str) -> Rgba:
    """The colour written #rrggbb, which covers all, or #rrggbbaa; ValueError if it is neither."""
    red, green, blue, cover = bytes.fromhex(f"{text.removeprefix('#')}ff"[:8])
    return red, green, blue, cover


def rgb(text: str) -> Colour:
    """The colour written #rrggbb or #rrggbbaa, where nothing shows through."""
    return rgba(text)[:3]
