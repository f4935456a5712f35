"""One person's exercise along a line: what they did, when they were in view, what the trainee did."""

from collections.abc import Mapping

import pygame

from game.clock import clock
from game.score import PersonTold
from game.theme import Rgba
from game.widgets.style import Style
from game.widgets.widget import write

from ..watch.mark_signs import MARK_LEVELS, paint_shape
from .debrief_setup import Debriefed
from .debrief_words import tell_marks
from .decisions_told import RESOLUTIONS

THEY_DID, ON_SCREEN, SPOKE, MARKED, DECIDED = "They did", "On screen", "You spoke", "You marked", "You decided"


class Timeline:
    """Lanes over the length of the exercise, for talks and decisions if there were any; a press goes to that moment."""

    def __init__(self, style: Style, told: Debriefed, last: int) -> None:
        self._style = style
        self._told = told
        self._last = max(1, last)
        decided = any(person.decisions for person in told.debrief.people)
        self._names = [THEY_DID, ON_SCREEN, *[SPOKE] * bool(told.talks), MARKED, *[DECIDED] * decided]
        self._rect = pygame.Rect(0, 0, 0, 0)

    def tick_at(self, x: int) -> float:
        """The tick under a pixel across."""
        return (x - self._rect.x) / max(1, self._rect.w) * self._last

    def height(self) -> float:
        """What it needs, in px at 720."""
        return len(self._names) * self._lane() / self._style.px(100) * 100 + 26 * self._style.text / 100

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, person: PersonTold | None, tick: float) -> None:
        """The lanes of a person, and where the replay is."""
        style, lane = self._style, self._lane()
        names = max(style.wide(name, "small") for name in self._names) + style.px(10)
        self._rect = pygame.Rect(rect.x + names, rect.y, rect.w - names - style.px(8), rect.h)
        for n, name in enumerate(self._names):
            y = rect.y + n * lane
            write(style, surface, pygame.Rect(rect.x, y, names, lane), name, "small", style.colour("text_soft"), 1)
            groove = pygame.Rect(self._rect.x, y + lane // 2 - style.px(4), self._rect.w, style.px(8))
            style.box(surface, groove, style.colour("raised_down"), radius=style.px(3))
        if person is not None:
            self._lanes(surface, person, {name: rect.y + n * lane for n, name in enumerate(self._names)})
        x, below = self._x(tick), rect.y + len(self._names) * lane
        pygame.draw.line(surface, style.colour("text"), (x, rect.y), (x, below), 2)
        parts = 3 if self._rect.w > 6 * style.wide("00:00", "small") else 2
        for part in range(parts + 1):
            mark = style.words(clock(round(self._last * part / parts)), "small", style.colour("text_soft"))
            at = self._x(self._last * part / parts)
            left = min(max(self._rect.x, at - mark.get_width() // 2), rect.right - mark.get_width())
            surface.blit(mark, (left, below))

    def _lanes(self, surface: pygame.Surface, person: PersonTold, tops: Mapping[str, int]) -> None:
        """What there is in each lane, whose top is given by its name."""
        style, half = self._style, self._lane() // 2
        tint = style.colour("subject" if person.part == "subject" else "decoy")
        for act in person.acts:
            self._span(surface, tops[THEY_DID] + half, act.showing.began, act.showing.ended, tint)
        for start, end in self._told.seen(person.person):
            self._span(surface, tops[ON_SCREEN] + half, start, end, style.colour("accent"))
        for talk in self._told.talks_with(person.person):
            self._span(surface, tops[SPOKE] + half, talk.began.tick, talk.ended, style.colour("note"))
        for judged in person.decisions:
            tint = style.colour(RESOLUTIONS[judged.resolution][1])
            self._flag(surface, (self._x(judged.decided.tick), tops[DECIDED] + half), tint)
        for when, mark in tell_marks(person):
            box = pygame.Rect(0, 0, style.px(14), style.px(14))
            box.center = self._x(when), tops[MARKED] + half
            if mark is not None:
                paint_shape(surface, box, mark.level, style.colour(MARK_LEVELS[mark.level - 1][2])[:3])
            else:
                pygame.draw.line(surface, style.colour("text"), box.topleft, box.bottomright, 2)
                pygame.draw.line(surface, style.colour("text"), box.topright, box.bottomleft, 2)

    def _flag(self, surface: pygame.Surface, at: tuple[int, int], tint: Rgba) -> None:
        """A decision, in the colour of what it settled: a flag, so that no mark looks like it."""
        style, (x, y) = self._style, at
        high, wide = style.px(7), style.px(8)
        pygame.draw.line(surface, tint, (x, y - high), (x, y + high), max(2, style.px(2)))
        pygame.draw.polygon(surface, tint, [(x, y - high), (x + wide, y - high // 2), (x, y)])

    def _span(self, surface: pygame.Surface, middle: int, start: int, end: int, tint: Rgba) -> None:
        style = self._style
        left = self._x(max(0, start))
        box = pygame.Rect(left, middle - style.px(4), max(style.px(3), self._x(end) - left), style.px(8))
        style.box(surface, box, tint, radius=style.px(2))

    def _x(self, tick: float) -> int:
        return self._rect.x + round(self._rect.w * min(1.0, max(0.0, tick / self._last)))

    def _lane(self) -> int:
        return self._style.line_height("small")
