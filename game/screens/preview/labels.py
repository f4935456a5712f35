"""Words over things and heads, none on another: at their place if there is room, near it on a line, or left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pygame

from game.picture import FloorLabel
from game.view import Viewpoint
from game.widgets.style import Style

ABOVE = 2.2
"""Metres above the floor at which words stand, if there is room."""
HEAD, SIGN = 1.75, 30
"""Metres above the floor at which signs stand on heads, and how many px they take."""
FAR = 2.6
"""Lines of text from its place beyond which a name would be taken for another thing's."""
STEPS = 0, -1, 1, -2, 2, -3, 3
"""Lines up (−) and down by which words may be moved."""
SIDES = 0.0, -0.55, 0.55, -1.1, 1.1
"""The same to the left (−) and to the right, in widths of the words."""


@dataclass(frozen=True, slots=True)
class Word:
    """Words at a floor point; `needed` are never left out."""

    x: float
    y: float
    text: str
    needed: bool = False


def place_labels(
    style: Style, viewpoint: Viewpoint, words: Sequence[Word], badges: Sequence[tuple[float, float]] = ()
) -> Iterator[FloorLabel]:
    """The labels, those needed first, then those in front; none over the signs above heads at floor points."""
    panel = pygame.Rect(0, 0, viewpoint.width, viewpoint.height)
    spots = viewpoint.project(np.array([(word.x, word.y) for word in words]).reshape(-1, 2), ABOVE).tolist()
    heads = viewpoint.project(np.array(badges).reshape(-1, 2), HEAD).tolist()
    taken = [pygame.Rect(right - SIGN // 2, down - SIGN, SIGN, SIGN) for right, down in heads]
    for word, (right, down) in sorted(zip(words, spots, strict=True), key=lambda one: (not one[0].needed, -one[1][1])):
        box = pygame.Rect(0, 0, style.wide(word.text, "small") + 20, style.line_height("small") + 12)
        box.midbottom = round(right), round(down)
        if not (word.needed or panel.collidepoint(box.midbottom)):
            continue
        places = ((move, box.move(move)) for move in _moves(box))
        free = (move for move, place in places if panel.contains(place) and place.collidelist(taken) < 0)
        move = next(free, (0, 0) if word.needed else None)
        if move is None:
            continue
        taken.append(box.move(move))
        yield FloorLabel((word.x, word.y, ABOVE), word.text, moved=move)


def _moves(box: pygame.Rect) -> list[tuple[int, int]]:
    """Where words may go, from their place, the nearest first."""
    moves = [(round(box.w * side), box.h * step) for step in STEPS for side in SIDES]
    near = [move for move in moves if abs(move[0]) + abs(move[1]) <= FAR * box.h]
    return sorted(near, key=lambda move: abs(move[0]) + abs(move[1]))
