"""What can be wrong with how a page lies on the screen."""

from collections.abc import Iterator

from game.widgets.page import walk
from game.widgets.press import Button, Chip
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Label, Widget


def faults(style: Style, root: Widget) -> Iterator[str]:
    """Everything that sticks out of what holds it, lies on a neighbour, or has words that do not fit."""
    for widget in walk(root):
        yield from _words(style, widget)
        parts = [part for part in widget.parts() if part.rect.w and part.rect.h]
        for part in parts:
            held = widget.rect.inflate(2, 2)
            within = held.left <= part.rect.left and part.rect.right <= held.right
            if not (held.contains(part.rect) or (isinstance(widget, Scroll) and within)):
                yield f"{name(part)} {part.rect} sticks out of {name(widget)} {widget.rect}"
        for n, part in enumerate(parts):
            for other in parts[n + 1 :]:
                if part.rect.colliderect(other.rect):
                    yield f"{name(part)} {part.rect} lies on {name(other)} {other.rect}"


def _words(style: Style, widget: Widget) -> Iterator[str]:
    if isinstance(widget, Label) and widget.text.strip():
        lines = style.lines(widget.text, widget.role, widget.rect.w, widget.most)
        if widget.rect.h < len(lines) * style.line_height(widget.role):
            yield f"{name(widget)} has {len(lines)} lines in a height of {widget.rect.h}"
        if any(style.wide(line, widget.role) > widget.rect.w + 1 for line in lines):
            yield f"{name(widget)} is wider than its {widget.rect.w} px"
    if isinstance(widget, Button | Chip) and widget.rect.h + 1 < widget.tall(style, widget.rect.w):
        yield f"{name(widget)} needs a height of {widget.tall(style, widget.rect.w)}, not {widget.rect.h}"


def name(widget: Widget) -> str:
    """A widget as a person would point at it."""
    words = getattr(widget, "text", "")
    return f"{type(widget).__name__} {widget.yields} {words[:40]!r}"
