"""Boxes that give other boxes their place: beside, below, flowing, framed, scrolled. All by measure, none by guess."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from .style import Style
from .widget import Feel, Widget


@dataclass
class Column(Widget):
    """One below another, `gap` px (at 720) apart; those that grow share what room is left."""

    inside: Sequence[Widget] = field(default_factory=tuple)
    gap: float = 8

    def parts(self) -> Sequence[Widget]:
        """The widgets, from the top."""
        return self.inside

    def wide(self, style: Style) -> int:
        """As wide as the widest."""
        return max((part.wide(style) for part in self.inside), default=0)

    def tall(self, style: Style, width: int) -> int:
        """All of them and the gaps."""
        gaps = style.px(self.gap) * max(0, len(self.inside) - 1) if self.gap else 0
        return sum(part.tall(style, width) for part in self.inside) + gaps

    def place(self, style: Style, rect: pygame.Rect) -> None:
        """From the top down."""
        self.rect = rect
        left = max(0, rect.h - self.tall(style, rect.w))
        shares = sum(part.grow for part in self.inside)
        y = rect.y
        for part in self.inside:
            height = part.tall(style, rect.w)
            if part.grow:
                height += left * part.grow // shares
            part.place(style, pygame.Rect(rect.x, y, rect.w, height))
            y += height + (style.px(self.gap) if self.gap else 0)

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """Each part in its turn."""
        draw_all(self.inside, style, surface, feel)


@dataclass
class Row(Widget):
    """Side by side, `gap` px apart; those that grow share what room is left, the others are as wide as they like."""

    inside: Sequence[Widget] = field(default_factory=tuple)
    gap: float = 8
    centred: bool = True

    def parts(self) -> Sequence[Widget]:
        """The widgets, from the left."""
        return self.inside

    def wide(self, style: Style) -> int:
        """All of them and the gaps."""
        gaps = style.px(self.gap) * max(0, len(self.inside) - 1) if self.gap else 0
        return sum(part.wide(style) for part in self.inside) + gaps

    def tall(self, style: Style, width: int) -> int:
        """As high as the highest."""
        pairs = zip(self.inside, self._widths(style, width), strict=True)
        return max((part.tall(style, given) for part, given in pairs), default=0)

    def place(self, style: Style, rect: pygame.Rect) -> None:
        """From left to right, centred on the row's height."""
        self.rect = rect
        x = rect.x
        for part, width in zip(self.inside, self._widths(style, rect.w), strict=True):
            height = min(rect.h, part.tall(style, width)) if self.centred else rect.h
            part.place(style, pygame.Rect(x, rect.y + (rect.h - height) // 2, width, height))
            x += width + (style.px(self.gap) if self.gap else 0)

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """Each part in its turn."""
        draw_all(self.inside, style, surface, feel)

    def _widths(self, style: Style, width: int) -> list[int]:
        room = width - (style.px(self.gap) * max(0, len(self.inside) - 1) if self.gap else 0)
        shares = sum(part.grow for part in self.inside)
        fixed = [0 if part.grow else part.wide(style) for part in self.inside]
        most = room if not shares else round(room * 0.8)
        if (asked := sum(fixed)) > most:
            fixed = [tall * most // asked for tall in fixed]
        left = room - sum(fixed)
        return [left * part.grow // shares if part.grow else own for part, own in zip(self.inside, fixed, strict=True)]


def share_out(width: int, least: int, gap: int, most: int) -> tuple[int, int]:
    """How many columns of `least` px or more fit beside each other, up to `most`; and how wide each is then, in px."""
    count = max(1, min(most, (width + gap) // (least + gap)))
    return count, (width - gap * (count - 1)) // count


@dataclass
class Fitting(Widget):
    """Side by side and equally wide, as many as fit at `least` px each; the others are left out."""

    inside: Sequence[Widget] = field(default_factory=tuple)
    least: int = 100
    gap: float = 8
    shown: int = field(default=1, init=False)
    """How many fit where it was placed."""

    def parts(self) -> Sequence[Widget]:
        """Those that fit, from the left."""
        return self.inside[: self.shown]

    def wide(self, style: Style) -> int:
        """All of them and the gaps."""
        return Row(self.inside, self.gap).wide(style)

    def tall(self, style: Style, width: int) -> int:
        """As high as the highest of those that fit."""
        count, each = self._share(style, width)
        return max((part.tall(style, each) for part in self.inside[:count]), default=0)

    def place(self, style: Style, rect: pygame.Rect) -> None:
        """From left to right."""
        self.rect = rect
        self.shown, each = self._share(style, rect.w)
        for n, part in enumerate(self.parts()):
            part.place(style, pygame.Rect(rect.x + n * (each + style.px(self.gap)), rect.y, each, rect.h))

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """Each part in its turn."""
        draw_all(self.parts(), style, surface, feel)

    def _share(self, style: Style, width: int) -> tuple[int, int]:
        return share_out(width, self.least, style.px(self.gap), len(self.inside))


@dataclass
class Flow(Widget):
    """Side by side as far as they fit, then on the next line; `align` 0 left, 0.5 centred, 1 right."""

    inside: Sequence[Widget] = field(default_factory=tuple)
    gap: float = 8
    align: float = 0.0

    def parts(self) -> Sequence[Widget]:
        """The widgets, in reading order."""
        return self.inside

    def wide(self, style: Style) -> int:
        """All on one line."""
        return sum(part.wide(style) for part in self.inside) + style.px(self.gap) * max(0, len(self.inside) - 1)

    def tall(self, style: Style, width: int) -> int:
        """All its lines."""
        lines = self._lines(style, width)
        return sum(height for _, height in lines) + style.px(self.gap) * max(0, len(lines) - 1)

    def place(self, style: Style, rect: pygame.Rect) -> None:
        """Line by line."""
        self.rect = rect
        gap, y = style.px(self.gap), rect.y
        for line, height in self._lines(style, rect.w):
            x = rect.x + round((rect.w - sum(width for _, width in line) - gap * (len(line) - 1)) * self.align)
            for part, width in line:
                part.place(style, pygame.Rect(x, y, width, height))
                x += width + gap
            y += height + gap

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """Each part in its turn."""
        draw_all(self.inside, style, surface, feel)

    def _lines(self, style: Style, width: int) -> list[tuple[list[tuple[Widget, int]], int]]:
        lines: list[tuple[list[tuple[Widget, int]], int]] = []
        x, gap = width + 1, style.px(self.gap)
        for part in self.inside:
            wish = min(width, part.wide(style))
            if x + wish > width:
                lines.append(([], 0))
                x = 0
            line, height = lines[-1]
            line.append((part, wish))
            lines[-1] = line, max(height, part.tall(style, wish))
            x += wish + gap
        return lines


@dataclass
class Grid(Widget):
    """Equal columns, as many as fit at `least` px (at 720, grown with the text) each, and rows as high as needed."""

    inside: Sequence[Widget] = field(default_factory=tuple)
    least: float = 260
    gap: float = 12
    most: int = 4

    def parts(self) -> Sequence[Widget]:
        """The widgets, in reading order."""
        return self.inside

    def wide(self, style: Style) -> int:
        """One column."""
        return round(self.least * style.scale)

    def tall(self, style: Style, width: int) -> int:
        """All its rows."""
        rows = self._rows(style, width)
        return sum(height for _, height in rows) + style.px(self.gap) * max(0, len(rows) - 1)

    def place(self, style: Style, rect: pygame.Rect) -> None:
        """Row by row."""
        self.rect = rect
        gap, y = style.px(self.gap), rect.y
        _, column = self._share(style, rect.w)
        for row, height in self._rows(style, rect.w):
            for n, part in enumerate(row):
                part.place(style, pygame.Rect(rect.x + n * (column + gap), y, column, height))
            y += height + gap

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """Each part in its turn."""
        draw_all(self.inside, style, surface, feel)

    def _share(self, style: Style, width: int) -> tuple[int, int]:
        return share_out(width, self.wide(style), style.px(self.gap), self.most)

    def _rows(self, style: Style, width: int) -> list[tuple[Sequence[Widget], int]]:
        columns, each = self._share(style, width)
        rows = [self.inside[n : n + columns] for n in range(0, len(self.inside), columns)]
        return [(row, max(part.tall(style, each) for part in row)) for row in rows]


@dataclass
class Rimmed(Widget):
    """One widget with a rim of `pad` px round it."""

    inside: Widget
    pad: float = 16

    def parts(self) -> Sequence[Widget]:
        """What is inside."""
        return (self.inside,)

    def wide(self, style: Style) -> int:
        """What is inside, and the rim."""
        return self.inside.wide(style) + 2 * style.px(self.pad)

    def tall(self, style: Style, width: int) -> int:
        """What is inside, and the rim."""
        pad = style.px(self.pad)
        return self.inside.tall(style, width - 2 * pad) + 2 * pad

    def place(self, style: Style, rect: pygame.Rect) -> None:
        """Inside the rim."""
        self.rect = rect
        pad = style.px(self.pad)
        self.inside.place(style, rect.inflate(-2 * pad, -2 * pad))


@dataclass
class Card(Rimmed):
    """A panel round one widget, `pad` px wide inside; `fill` names its colour."""

    fill: str = "panel"
    edge: str = ""

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """The panel, then what is on it."""
        line = style.colour(self.edge) if self.edge else (style.colour("line") if style.contrast else None)
        style.box(surface, self.rect, style.colour(self.fill), radius=style.px(10), line=line)
        self.inside.draw(style, surface, feel)


@dataclass
class Narrow(Widget):
    """One widget no wider than `most` px (at 720, grown with the text), centred in its room or to one side."""

    inside: Widget
    most: float = 720
    align: float = 0.5

    def parts(self) -> Sequence[Widget]:
        """What is inside."""
        return (self.inside,)

    def wide(self, style: Style) -> int:
        """What is inside, up to the most."""
        return min(round(self.most * style.scale), self.inside.wide(style))

    def tall(self, style: Style, width: int) -> int:
        """What is inside."""
        return self.inside.tall(style, min(width, round(self.most * style.scale)))

    def place(self, style: Style, rect: pygame.Rect) -> None:
        """In the middle, or to one side."""
        self.rect = rect
        width = min(rect.w, round(self.most * style.scale))
        self.inside.place(style, pygame.Rect(rect.x + round((rect.w - width) * self.align), rect.y, width, rect.h))

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """What is inside."""
        self.inside.draw(style, surface, feel)


def draw_all(parts: Sequence[Widget], style: Style, surface: pygame.Surface, feel: Feel) -> None:
    """Draw those that lie in the part of the surface being drawn."""
    clip = surface.get_clip()
    for part in parts:
        if part.rect.colliderect(clip):
            part.draw(style, surface, feel)
