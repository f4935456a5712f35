"""A window on something longer than the room it has."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from .boxes import draw_all
from .style import Style
from .widget import Feel, Widget


@dataclass
class Scroll(Widget):
    """What is inside keeps its height; `offsets` remembers by `name` how far it is scrolled, in px."""

    inside: Widget
    offsets: dict[str, int] = field(default_factory=dict)
    name: str = "main"
    most: float = 0
    """The height (px) that it takes at most where it does not grow."""
    whole: bool = False
    """Whether it is a list of which no line is ever shown in part."""

    def parts(self) -> Sequence[Widget]:
        """What is inside."""
        return (self.inside,)

    def wide(self, style: Style) -> int:
        """What is inside, and the bar."""
        return self.inside.wide(style) + style.px(14)

    def tall(self, style: Style, width: int) -> int:
        """A little: it is meant to grow into the room left. Never more than it holds."""
        if self.grow:
            return 0
        height = self.inside.tall(style, width - style.px(14))
        if not self.most or height <= self.most:
            return height
        if not self.whole:
            return round(self.most)
        self.inside.place(style, pygame.Rect(0, 0, width - style.px(14), height))
        return max((part.rect.bottom for part in self.inside.parts() if part.rect.bottom <= self.most), default=0)

    def cuts(self, part: Widget) -> bool:
        """Whether a line of the list does not fit whole into what is shown, and is therefore left out."""
        return self.whole and not self.rect.contains(part.rect)

    def place(self, style: Style, rect: pygame.Rect) -> None:
        """What is inside, moved up by the offset; the bar's room is kept free on the right."""
        self.rect = rect
        width = rect.w - style.px(14)
        height = max(rect.h, self.inside.tall(style, width))
        offset = max(0, min(self.offsets.get(self.name, 0), height - rect.h))
        if self.whole:
            self.inside.place(style, pygame.Rect(rect.x, rect.y, width, height))
            offset = self._line_at(self.offsets.get(self.name, 0), height - rect.h)
        self.offsets[self.name] = offset
        self.inside.place(style, pygame.Rect(rect.x, rect.y - offset, width, height))

    def move(self, style: Style, by: int) -> bool:
        """Scroll by so many px; whether anything moved."""
        before = self.offsets.get(self.name, 0)
        self.offsets[self.name] = self._at_a_line(before, by) if self.whole else before + by
        self.place(style, self.rect)
        return self.offsets[self.name] != before

    def _tops(self) -> list[int]:
        """How far down each line begins."""
        return [part.rect.y - self.inside.rect.y for part in self.inside.parts()]

    def _line_at(self, offset: int, most: int) -> int:
        """Where the line begins that is nearest above this offset, and from which on the rest fits at the latest."""
        tops = self._tops()
        last = next((top for top in tops if top >= most), max(tops, default=0))
        return max((top for top in tops if top <= min(offset, last)), default=0)

    def _at_a_line(self, before: int, by: int) -> int:
        """The offset that far on, moved on to where a line begins."""
        tops = self._tops()
        if by > 0:
            return next((top for top in tops if top >= before + by), before + by)
        return next((top for top in reversed(tops) if top <= before + by), 0)

    def reveal(self, style: Style, rect: pygame.Rect) -> None:
        """Scroll as little as brings a rectangle inside into view."""
        air = style.px(12)
        if rect.top - air < self.rect.top:
            self.move(style, rect.top - air - self.rect.top)
        elif rect.bottom + air > self.rect.bottom:
            self.move(style, min(rect.bottom + air - self.rect.bottom, rect.top - air - self.rect.top))

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """What can be seen of it, and the bar where there is more."""
        kept = surface.get_clip()
        air = style.px(5)
        surface.set_clip(self.rect.inflate(2 * air, 2 * air).clip(kept))
        if self.whole:
            draw_all([part for part in self.inside.parts() if not self.cuts(part)], style, surface, feel)
        else:
            self.inside.draw(style, surface, feel)
        surface.set_clip(kept)
        if self.inside.rect.h > self.rect.h:
            share = self.rect.h / self.inside.rect.h
            height = max(style.px(24), round(self.rect.h * share))
            room = self.rect.h - height
            done = min(1.0, self.offsets.get(self.name, 0) / max(1, self.inside.rect.h - self.rect.h))
            bar = pygame.Rect(self.rect.right - style.px(6), self.rect.y + round(room * done), style.px(5), height)
            style.box(surface, bar, style.colour("line"), radius=style.px(2))
