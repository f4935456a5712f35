"""What the levels of a mark are called, and the signs that stand for them."""

import pygame

from game.picture import Shape
from game.widgets.style import Style

MARK_LEVELS = ((1, "Note", "note"), (2, "Concern", "concern"), (3, "Act", "act"))
"""Each level: its number, its word, and its colour in the theme."""
SHAPES: tuple[Shape, ...] = ("circle", "triangle", "diamond")
"""By level, so that colour is never the only sign."""


def paint_sign(style: Style, surface: pygame.Surface, rect: pygame.Rect, level: int) -> None:
    """The shape of a level with its letter, as over the heads of the marked."""
    _, word, tint = MARK_LEVELS[level - 1]
    paint_shape(surface, rect, level, style.colour(tint)[:3])
    letter = style.words(word[0], "small", style.colour("ink"))
    box = letter.get_rect(center=rect.center)
    surface.blit(letter, box.move(0, rect.h // 7 if level == 2 else 0))


def paint_shape(surface: pygame.Surface, rect: pygame.Rect, level: int, tint: tuple[int, ...]) -> None:
    """The sign of a level: a dot for a note, a triangle for concern, a square on its corner for act."""
    r = min(rect.w, rect.h) // 2 - 1
    x, y = rect.center
    if level == 1:
        pygame.draw.circle(surface, tint, (x, y), r)
    elif level == 2:
        pygame.draw.polygon(surface, tint, [(x, y - r), (x + r, y + r), (x - r, y + r)])
    else:
        pygame.draw.polygon(surface, tint, [(x, y - r), (x + r, y), (x, y + r), (x - r, y)])
