"""A font that draws whatever it is given."""

import pygame

from .text import drawable

LONGEST = 4000
"""Letters drawn in one line: wider than any screen, and narrower than what SDL refuses to make."""


class Typeface(pygame.font.Font):
    """A font for text that anybody may have written: no character in it can stop the drawing."""

    def render(self, text: str, *how: object, **more: object) -> pygame.Surface:  # type: ignore[override]
        """The text, drawn in one line."""
        return super().render(_line(text), *how, **more)  # type: ignore[arg-type]

    def size(self, text: str) -> tuple[int, int]:  # type: ignore[override]
        """Width and height of the text when drawn, in px."""
        return super().size(_line(text))


def _line(text: str) -> str:
    return drawable(text[:LONGEST]).replace("\n", " ")
