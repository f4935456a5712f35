"""How words and boxes look: the theme's colours, the type scale, and text drawn once and kept."""

import re
from collections.abc import Iterator

import pygame

from game.theme import Rgba, theme
from game.typeface import LONGEST

Colour = Rgba
"""Of the toolkit, which draws over whatever is on the screen."""
KEPT = 3000
"""Pieces of text and boxes kept before the store is emptied."""


class Style:
    """The theme at one window size, text size and contrast. `version` changes whenever a layout must be made anew."""

    def __init__(self, size: tuple[int, int] = (1280, 720), text: int = 100, *, contrast: bool = False) -> None:
        self.theme = theme()
        self.size = size
        self.text = text
        self.contrast = contrast
        self.version = 0
        self._fonts: dict[str, pygame.font.Font] = {}
        self._words: dict[tuple[str, str, Colour], pygame.Surface] = {}
        self._lines: dict[tuple[str, str, int, int], tuple[str, ...]] = {}
        self._boxes: dict[tuple[object, ...], pygame.Surface] = {}

    def set(
        self, *, size: tuple[int, int] | None = None, text: int | None = None, contrast: bool | None = None
    ) -> None:
        """Take on another window size, text size (per cent) or contrast."""
        asked = (size or self.size, text or self.text, self.contrast if contrast is None else contrast)
        if asked == (self.size, self.text, self.contrast):
            return
        self.size, self.text, self.contrast = asked
        self.version += 1
        for kept in (self._fonts, self._words, self._lines, self._boxes):
            kept.clear()

    @property
    def scale(self) -> float:
        """By how much the type scale is enlarged: by the window, and by the trainee's wish."""
        window = min(self.size[0] / 1280, self.size[1] / 720)
        return max(0.9, min(1.9, 0.5 + 0.5 * window)) * self.text / 100

    def px(self, length: float) -> int:
        """A length of the layout, given for a window 720 px high, in pixels. Spacing grows less than text does."""
        return max(1, round(length * (0.5 * self.scale + 0.5 * self.scale * 100 / self.text)))

    def colour(self, name: str) -> Colour:
        """The colour of this name, with the trainee's contrast."""
        return self.theme.colour(name, contrast=self.contrast)

    def font(self, role: str) -> pygame.font.Font:
        """The face for a role of the type scale."""
        if role not in self._fonts:
            size, cut = self.theme.type[role]
            self._fonts[role] = self.theme.font(cut, round(size * self.scale))
        return self._fonts[role]

    def line_height(self, role: str) -> int:
        """From one line of text to the next, in px."""
        return round(self.theme.type[role][0] * self.scale * 1.4)

    def wide(self, text: str, role: str) -> int:
        """The width of a line of text, in px."""
        return self.font(role).size(text)[0]

    def words(self, text: str, role: str, colour: Colour) -> pygame.Surface:
        """A line of text, drawn once and kept."""
        key = text, role, colour
        if key not in self._words:
            if len(self._words) > KEPT:
                self._words.clear()
            self._words[key] = self.font(role).render(text, True, colour)
        return self._words[key]

    def lines(self, text: str, role: str, width: int, most: int = 0) -> tuple[str, ...]:
        """The text broken to a width; past `most` lines (0: no end) the last one closes with an ellipsis."""
        key = text, role, width, most
        if key not in self._lines:
            if len(self._lines) > KEPT:
                self._lines.clear()
            self._lines[key] = _wrap(self.font(role), text, max(1, width), most)
        return self._lines[key]

    def box(
        self, surface: pygame.Surface, rect: pygame.Rect, fill: Colour, *, radius: int = 0, line: Colour | None = None,
        thick: int = 1,
    ) -> None:
        """A filled box with smooth round corners and perhaps a line round it."""
        if rect.w <= 0 or rect.h <= 0:
            return
        key = rect.size, fill, radius, line, thick
        if key not in self._boxes:
            if len(self._boxes) > KEPT // 8:
                self._boxes.clear()
            self._boxes[key] = _round_off(rect.size, fill, radius, line, thick)
        surface.blit(self._boxes[key], rect)


FINE = 8
"""How many times larger a corner is drawn, to be scaled down smoothly."""


def _round_off(size: tuple[int, int], fill: Colour, radius: int, line: Colour | None, thick: int) -> pygame.Surface:
    width, height = size
    edge = line or fill
    thick = thick if line else 0
    made = pygame.Surface(size, pygame.SRCALPHA)
    made.fill(edge)
    made.fill(fill, pygame.Rect((0, 0), size).inflate(-2 * thick, -2 * thick))
    r = min(radius, width // 2, height // 2)
    if r <= 0:
        return made
    disc = _disc(r, fill, edge, thick)
    for x, y, part in (
        (0, 0, (0, 0)), (width - r, 0, (r, 0)), (0, height - r, (0, r)), (width - r, height - r, (r, r)),
    ):
        made.fill((0, 0, 0, 0), (x, y, r, r))
        made.blit(disc, (x, y), (*part, r, r), special_flags=pygame.BLEND_RGBA_ADD)
    return made


def _disc(r: int, fill: Colour, edge: Colour, thick: int) -> pygame.Surface:
    """The four corners in one: a disc with its line. What is clear takes the colour beside it, so no rim darkens."""
    fine = pygame.Surface((2 * r * FINE, 2 * r * FINE), pygame.SRCALPHA)
    fine.fill((*edge[:3], 0))
    middle = r * FINE, r * FINE
    pygame.draw.circle(fine, edge, middle, r * FINE)
    if thick and r > thick:
        pygame.draw.circle(fine, fill if fill[3] else (*edge[:3], 0), middle, (r - thick) * FINE)
    return pygame.transform.smoothscale(fine, (2 * r, 2 * r))


def _wrap(font: pygame.font.Font, text: str, width: int, most: int) -> tuple[str, ...]:
    lines: list[str] = []
    seen = text[: (most + 1) * LONGEST] if most else text
    for paragraph in seen.split("\n"):
        line = ""
        for word in _pieces(font, paragraph, width):
            tried = f"{line} {word}" if line else word
            if font.size(tried)[0] <= width or not line:
                line = tried
            else:
                lines.append(line)
                line = word
        lines.append(line)
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _shorten(font, " ".join(lines[most - 1 :]), width)]
    return tuple(lines)


def _pieces(font: pygame.font.Font, paragraph: str, width: int) -> Iterator[str]:
    """The words, and of a word that is wider than a line as many letters at a time as fit, one at the least."""
    for word in re.findall(r"[^ \t\r\n]+", paragraph):
        start = 0
        while start < len(word):
            fits = _count_fitting(font, word, start, width)
            yield word[start : start + fits]
            start += fits


def _count_fitting(font: pygame.font.Font, word: str, start: int, width: int) -> int:
    """How many letters from `start` fit into the width: tried by doubling, so that a long rest is never measured."""
    low, high = 1, 16
    while start + high < len(word) and font.size(word[start : start + high])[0] <= width:
        low, high = high, 2 * high
    high = min(high, len(word) - start)
    while low < high:
        middle = (low + high + 1) // 2
        if font.size(word[start : start + middle])[0] <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _shorten(font: pygame.font.Font, text: str, width: int) -> str:
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if font.size(text[:middle].rstrip() + "…")[0] <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"
