"""Panels over a scene: each in its corner, none on another."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from .boxes import draw_all
from .style import Style
from .widget import Feel, Gap, Widget


@dataclass
class Corners(Widget):
    """Panels above and below left, above and below in the middle, and one to the right from top to bottom.

    `right_width` and `left_width` are px at 720; the right panel is as high as it needs to be, up to all there is.
    """

    top_left: Widget
    top_middle: Widget
    right: Widget
    bottom_left: Widget
    bottom_middle: Widget
    left_width: float = 300
    right_width: float = 340
    margin: float = 14

    @classmethod
    def below_left(cls, style: Style, top_left: Widget) -> tuple[int, int]:
        """How wide and how high (px) the panel below left may be, under this one."""
        margin = style.px(cls.margin)
        wide, high = (length - 2 * margin for length in style.size)
        left = min(style.px(cls.left_width), wide * 2 // 5)
        return left, high - top_left.tall(style, left) - margin

    @classmethod
    def find_right(cls, style: Style, right_width: float) -> tuple[int, int]:
        """How wide and how high (px) the panel on the right may be, if so much width (px at 720) is wished for."""
        wide, high = (length - 2 * style.px(cls.margin) for length in style.size)
        return min(style.px(right_width), wide * 2 // 5), high

    def parts(self) -> Sequence[Widget]:
        """The panels."""
        return self.top_left, self.top_middle, self.bottom_left, self.bottom_middle, self.right

    def find_lasting(self) -> Sequence[Widget]:
        """The panels but for the one below in the middle, where things come and go."""
        return self.top_left, self.top_middle, self.bottom_left, self.right

    def place(self, style: Style, rect: pygame.Rect) -> None:
        """The right panel first, then the left ones, then the middle in the room that is left."""
        self.rect = rect
        room = rect.inflate(-2 * style.px(self.margin), -2 * style.px(self.margin))
        gap = style.px(self.margin)
        right = 0 if isinstance(self.right, Gap) else self.find_right(style, self.right_width)[0]
        if right:
            height = room.h if self.right.grow else min(room.h, self.right.tall(style, right))
            self.right.place(style, pygame.Rect(room.right - right, room.y, right, height))
        left = min(style.px(self.left_width), room.w * 2 // 5)
        height = min(room.h, self.top_left.tall(style, left))
        self.top_left.place(style, pygame.Rect(room.x, room.y, left, height))
        below = room.h - height - gap
        height = min(below, self.bottom_left.tall(style, left))
        self.bottom_left.place(style, pygame.Rect(room.x, room.bottom - height, left, height))
        middle = room.w - left - right - gap * (2 if right else 1)
        width = min(middle, style.px(560))
        height = min(room.h // 2, self.top_middle.tall(style, width))
        x = room.x + left + gap + (middle - width) // 2
        self.top_middle.place(style, pygame.Rect(x, room.y, width, height))
        width = min(middle, self.bottom_middle.wide(style))
        height = min(room.h // 3, self.bottom_middle.tall(style, width))
        x = room.x + left + gap + (middle - width) // 2
        self.bottom_middle.place(style, pygame.Rect(x, room.bottom - height, width, height))

    def find_covered(self) -> tuple[tuple[float, float, float, float], ...]:
        """Which parts of the window the panels cover."""
        rects = [part.rect for part in self.parts() if part.rect.w and part.rect.h]
        return tuple((float(rect.x), float(rect.y), float(rect.w), float(rect.h)) for rect in rects)

    def draw(self, style: Style, surface: pygame.Surface, feel: Feel) -> None:
        """Each panel."""
        draw_all(self.parts(), style, surface, feel)
