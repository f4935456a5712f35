"""What a page is made of: words, gaps, pictures. They are made anew for each layout and hold no state."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

import pygame

from .style import Colour, Style


@dataclass
class Widget:
    """A box on a page; `grow` is its share of what room is left.

    It can be reached and pressed if it `yields` something: the event that a press is, as a value. By that value it is
    also known again when its page is built anew, so no two widgets of a page yield the same.
    """

    yields: Hashable = field(default=None, kw_only=True)
    enabled: bool = field(default=True, kw_only=True)
    tip: str = field(default="", kw_only=True)
    grow: int = field(default=0, kw_only=True)
    rect: pygame.Rect = field(default_factory=lambda: pygame.Rect(0, 0, 0, 0), kw_only=True)

    def wide(self, style: Style) -> int:
        """The width it would like, in px."""
        return 0

    def tall(self, style: Style, width: int) -> int:
        """The height it needs at this width, in px."""
        return 0

    def place(self, style: Style, rect: pygame.Rect) -> None:
        """Take this place, and give its parts theirs."""
        self.rect = rect

    def draw(self, style: Style, surface: pygame.Surface, feel: "Feel") -> None:
        """Draw it where it was placed."""

    def parts(self) -> Sequence["Widget"]:
        """The widgets inside it."""
        return ()


@dataclass(frozen=True, slots=True)
class Feel:
    """Where the pointer and the keyboard are: what the widgets yield that are hovered, focused and held down."""

    hover: Hashable = None
    focus: Hashable = None
    down: Hashable = None

    def hovers(self, widget: Widget) -> bool:
        """Whether the pointer is on a widget that can be pressed."""
        return widget.enabled and widget.yields is not None and widget.yields == self.hover

    def rings(self, widget: Widget) -> bool:
        """Whether the keyboard is on it, and is to be shown there."""
        return widget.yields is not None and widget.yields == self.focus

    def presses(self, widget: Widget) -> bool:
        """Whether it is held down."""
        return widget.yields is not None and widget.yields == self.down


@dataclass
class Gap(Widget):
    """Nothing, `size` px (at 720) wide and high."""

    size: float = 0

    def wide(self, style: Style) -> int:
        """Its size."""
        return style.px(self.size) if self.size else 0

    def tall(self, style: Style, width: int) -> int:
        """Its size."""
        return style.px(self.size) if self.size else 0


@dataclass
class Label(Widget):
    """Words, wrapped to their box; `most` lines, then an ellipsis."""

    text: str
    role: str = "body"
    tint: str = "text"
    most: int = 0
    align: float = 0.0

    def wide(self, style: Style) -> int:
        """The longest line as it was written."""
        return max(style.wide(line, self.role) for line in self.text.split("\n")) + 1

    def tall(self, style: Style, width: int) -> int:
        """All its lines."""
        return len(style.lines(self.text, self.role, width, self.most)) * style.line_height(self.role)

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """Line under line, each centred on its own height."""
        write(style, surface, self.rect, self.text, self.role, style.colour(self.tint), self.most, self.align)


def write(
    style: Style, surface: pygame.Surface, rect: pygame.Rect, text: str, role: str, tint: Colour, most: int = 0,
    align: float = 0.0,
) -> None:
    """Words in a box, from its top; `align` 0 left, 0.5 centred, 1 right."""
    height = style.line_height(role)
    for n, line in enumerate(style.lines(text, role, rect.w, most)):
        drawn = style.words(line, role, tint)
        across = round((rect.w - drawn.get_width()) * align)
        surface.blit(drawn, (rect.x + across, rect.y + n * height + (height - drawn.get_height()) // 2))


@dataclass
class Rule(Widget):
    """A hairline."""

    def tall(self, style: Style, width: int) -> int:
        """One px."""
        return 1

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """A line across."""
        pygame.draw.line(surface, style.colour("line"), self.rect.topleft, (self.rect.right - 1, self.rect.y))


@dataclass
class Drawing(Widget):
    """A picture made by `paint(surface, rect)`, `ratio` times as wide as high (0: as high as the room given)."""

    paint: Callable[[pygame.Surface, pygame.Rect], None]
    ratio: float = 0.0
    width: float = 0.0
    height: float = 0.0

    def wide(self, style: Style) -> int:
        """Its width as asked for, if it was."""
        return style.px(self.width) if self.width else 0

    def tall(self, style: Style, width: int) -> int:
        """By its ratio, or its height as asked for."""
        if self.height:
            return style.px(self.height)
        return round(width / self.ratio) if self.ratio else 0

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """Let the painter paint, inside its box only."""
        kept = surface.get_clip()
        surface.set_clip(self.rect.clip(kept))
        self.paint(surface, self.rect)
        surface.set_clip(kept)


@dataclass
class Progress(Widget):
    """How far something has come, 0…1."""

    share: float
    tint: str = "accent"

    def tall(self, style: Style, width: int) -> int:
        """A thin bar."""
        return style.px(6)

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """The bar, and the part that is done."""
        radius = self.rect.h // 2
        style.box(surface, self.rect, style.colour("raised"), radius=radius)
        done = pygame.Rect(self.rect)
        done.w = round(self.rect.w * max(0.0, min(1.0, self.share)))
        if done.w > 2 * radius:
            style.box(surface, done, style.colour(self.tint), radius=radius)
