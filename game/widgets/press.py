"""What can be pressed: buttons, chips, cards, sliders. Each is reached by pointer and by keyboard alike."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Literal

import pygame

from .boxes import Rimmed
from .style import Colour, Style
from .widget import Feel, Widget, write

Kind = Literal["primary", "plain", "quiet"]


def ring(style: Style, surface: pygame.Surface, rect: pygame.Rect) -> None:
    """The ring round what the keyboard is on."""
    grown = rect.inflate(style.px(6), style.px(6))
    style.box(surface, grown, (0, 0, 0, 0), radius=style.px(10), line=style.colour("focus"), thick=max(2, style.px(2)))


def frame(style: Style) -> Colour | None:
    """The line that high contrast puts round all that can be pressed."""
    return style.colour("line") if style.contrast else None


@dataclass
class Button(Widget):
    """A word to press; `hint` names the key that does the same. It has room for the `other` word that it may show."""

    text: str
    kind: Kind = "plain"
    hint: str = ""
    other: str = ""

    def wide(self, style: Style) -> int:
        """The word, the key's name, and the rim."""
        word = max(style.wide(word, "strong") for word in (self.text, self.other))
        return word + 2 * style.px(16) + self._hint_width(style) + 1

    def tall(self, style: Style, width: int) -> int:
        """As many lines as the word takes."""
        inner = width - 2 * style.px(16) - self._hint_width(style)
        return len(style.lines(self.text, "strong", inner, 3)) * style.line_height("strong") + 2 * style.px(9)

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """The box in its state, the word, the key's name."""
        fill, ink = self._colours(style, feel)
        if fill[3] or style.contrast:
            style.box(surface, self.rect, fill, radius=style.px(8), line=frame(style))
        inner = self.rect.inflate(-2 * style.px(16), -2 * style.px(9))
        inner.w -= self._hint_width(style)
        lines = len(style.lines(self.text, "strong", inner.w, 3))
        inner.y = self.rect.centery - lines * style.line_height("strong") // 2
        write(style, surface, inner, self.text, "strong", ink, 3, 0.0 if self.hint else 0.5)
        if self.hint and (self.hint != "Enter" or self._lit(feel)):
            hint = style.words(self.hint, "small", ink if self._urges(feel) else style.colour("text_soft"))
            surface.blit(hint, hint.get_rect(midright=(self.rect.right - style.px(14), self.rect.centery)))
        if feel.rings(self):
            ring(style, surface, self.rect)

    def _lit(self, feel: Feel) -> bool:
        """Whether Enter presses it, or nothing else."""
        return feel.focus in (None, self.yields)

    def _urges(self, feel: Feel) -> bool:
        """Whether it is shown as the one to be pressed: never while Enter presses another."""
        return self.kind == "primary" and self._lit(feel)

    def _hint_width(self, style: Style) -> int:
        return style.wide(self.hint, "small") + style.px(10) if self.hint else 0

    def _colours(self, style: Style, feel: Feel) -> tuple[Colour, Colour]:
        if not self.enabled:
            return style.colour("raised_down"), style.colour("text_off")
        hover, down = feel.hovers(self), feel.presses(self)
        if self._urges(feel):
            light = 0.82 if down else 1.0
            fill = style.colour("accent_hover" if hover else "accent")
            return (round(fill[0] * light), round(fill[1] * light), round(fill[2] * light), 255), style.colour(
                "accent_ink"
            )
        name = "raised_down" if down else "raised_hover" if hover else "raised"
        if self.kind == "quiet" and name == "raised":
            return (0, 0, 0, 0), style.colour("text")
        return style.colour(name), style.colour("text")


@dataclass
class Chip(Widget):
    """A word that is on or off. What is on is filled, ticked and framed, so that colour is never the only sign."""

    text: str
    on: bool = False
    tint: str = "accent"
    tick: bool = True
    most: int = 2
    listed: bool = False
    """Whether it is one of a list, whose words begin at the same place, ticked or not."""

    def wide(self, style: Style) -> int:
        """The word, the tick and the rim."""
        return style.wide(self.text, "small") + 2 * self._rim(style) + self._tick(style) + 1

    def tall(self, style: Style, width: int) -> int:
        """As many lines as the word takes, two at most."""
        inner = width - 2 * self._rim(style) - self._tick(style)
        return len(style.lines(self.text, "small", inner, self.most)) * style.line_height("small") + 2 * style.px(5)

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """The box in its state, the tick, the word."""
        hover = feel.hovers(self)
        fill = style.colour(self.tint) if self.on else style.colour("raised_hover" if hover else "raised")
        line = style.colour("text") if self.on and (hover or style.contrast) else frame(style)
        style.box(surface, self.rect, fill, radius=style.px(8), line=line)
        ink = style.colour("ink") if self.on else style.colour("text" if self.enabled else "text_off")
        inner = self.rect.inflate(-2 * self._rim(style), 0)
        if self.on and self.tick:
            tick(style, surface, (inner.x + style.px(5), self.rect.centery), ink)
        centred = not self.tick or (not self.on and not self.listed)
        if not centred:
            inner.x, inner.w = inner.x + self._tick(style), inner.w - self._tick(style)
        lines = len(style.lines(self.text, "small", inner.w, self.most))
        inner.y = self.rect.centery - lines * style.line_height("small") // 2
        write(style, surface, inner, self.text, "small", ink, self.most, 0.5 if centred else 0.0)
        if feel.rings(self):
            ring(style, surface, self.rect)

    def _rim(self, style: Style) -> int:
        return style.px(11 if self.tick else 6)

    def _tick(self, style: Style) -> int:
        return style.px(17) if self.tick else 0


def tick(style: Style, surface: pygame.Surface, at: tuple[int, int], ink: Colour) -> None:
    """A tick mark about 10 px (at 720) wide."""
    u = style.px(10) / 10
    x, y = at
    points = [(x - 4 * u, y), (x - 1 * u, y + 3.5 * u), (x + 5 * u, y - 4 * u)]
    pygame.draw.lines(surface, ink, False, points, max(2, round(2 * u)))


@dataclass
class Press(Rimmed):
    """A card that is pressed as one, whatever it shows."""

    pad: float = 14
    chosen: bool = False
    fill: str = "panel"

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """The card in its state, then what it shows."""
        hover = feel.hovers(self)
        down = feel.presses(self)
        fill = style.colour("raised_down" if down else "raised" if hover or self.chosen else self.fill)
        line = style.colour("accent") if self.chosen else frame(style)
        style.box(surface, self.rect, fill, radius=style.px(10), line=line, thick=style.px(2))
        self.inside.draw(style, surface, feel)
        if feel.rings(self):
            ring(style, surface, self.rect)


@dataclass
class Slider(Widget):
    """A value from 0 to 1, in steps of `step`; `sets` makes the event that moving it to a value is."""

    value: float
    sets: Callable[[float], Hashable]
    step: float = 0.1

    def __post_init__(self) -> None:
        """Be known by what it would set at 0, wherever it stands."""
        self.yields = self.sets(0.0)

    def wide(self, style: Style) -> int:
        """Room for a hand."""
        return style.px(220)

    def tall(self, style: Style, width: int) -> int:
        """The knob and some air."""
        return style.px(30)

    def at(self, style: Style, x: int) -> float:
        """The value under a pixel across."""
        rim = style.px(9)
        share = (x - self.rect.x - rim) / max(1, self.rect.w - 2 * rim)
        return round(max(0.0, min(1.0, share)) / self.step) * self.step

    def move_by(self, steps: int) -> float:
        """The value so many steps on."""
        return max(0.0, min(1.0, round(self.value / self.step + steps) * self.step))

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """The groove, the part that is filled, the knob."""
        rim, y = style.px(9), self.rect.centery
        groove = pygame.Rect(self.rect.x + rim, y - style.px(3), self.rect.w - 2 * rim, style.px(6))
        style.box(surface, groove, style.colour("raised"), radius=style.px(3), line=frame(style))
        x = groove.x + round(groove.w * self.value)
        filled = pygame.Rect(groove.x, groove.y, max(style.px(6), x - groove.x), groove.h)
        style.box(surface, filled, style.colour("accent"), radius=style.px(3))
        knob = pygame.Rect(x - rim, y - rim, 2 * rim, 2 * rim)
        lit = feel.hovers(self) or feel.presses(self)
        style.box(surface, knob, style.colour("text" if lit else "text_soft"), radius=rim)
        if feel.rings(self):
            ring(style, surface, self.rect)
