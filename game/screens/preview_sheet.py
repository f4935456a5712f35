"""The call sheet of a preview: what each subject and decoy does now and next, and all of it along a line."""

import pygame

from ..authoring import Scene
from ..clock import clock
from ..key import Entry
from .style import Style
from .widgets import Label, Widget, write
from .widgets_layout import Column


def called(scene: Scene, entry: Entry, tick: int) -> Widget:
    """One person's line: who, now, next."""
    person = scene.staged.cast.people[entry.person]
    now, following = scene.doing(entry.person, tick)
    nature = f", {entry.nature}" if entry.nature != "none" else ""
    here = entry.person in scene.at(tick).ids
    lines: list[Widget] = [Label(f"{entry.slot}{nature}: {person.role}", "strong", entry.part)]
    if now:
        lines.append(Label(f"Now: {now.title} ({now.cue})", "small"))
    else:
        lines.append(Label("Now: everyday" if here else "Not here", "small", "text_soft"))
    if following:
        lines.append(Label(f"{clock(following.began)} {following.title} ({following.cue})", "small", "text_soft"))
    return Column(lines, gap=2)


class CallTimeline:
    """A lane for each subject and decoy over the length of the scene; a press goes to that moment and person."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._rect = pygame.Rect(0, 0, 1, 1)
        self._lasts = 1
        self._people: tuple[int, ...] = ()

    def height(self, scene: Scene) -> float:
        """What it needs, in px at 720."""
        style = self._style
        return (len(scene.people) * self._lane() + style.line_height("small")) / max(1, style.px(100)) * 100

    def tick_at(self, x: int) -> float:
        """The tick under a pixel across."""
        return (x - self._rect.x) / max(1, self._rect.w) * self._lasts

    def person_at(self, y: int, otherwise: int | None) -> int | None:
        """Whose lane is at a pixel down."""
        n = (y - self._rect.y) // self._lane()
        return self._people[n] if 0 <= n < len(self._people) else otherwise

    def paint(
        self, surface: pygame.Surface, rect: pygame.Rect, scene: Scene, tick: float, followed: int | None
    ) -> None:
        """The lanes, how far the scene has been played, and the moment."""
        style, lane = self._style, self._lane()
        names = max((style.wide(entry.slot, "small") for entry in scene.people), default=0) + style.px(12)
        self._rect = pygame.Rect(rect.x + names, rect.y, max(1, rect.w - names - style.px(8)), rect.h)
        self._lasts, self._people = scene.staged.lasts, tuple(entry.person for entry in scene.people)
        for n, entry in enumerate(scene.people):
            y = rect.y + n * lane
            word = "text" if entry.person == followed else "text_soft"
            write(style, surface, pygame.Rect(rect.x, y, names, lane), entry.slot, "small", style.colour(word), 1)
            self._bar(surface, y, 0, self._lasts, "raised_down")
            self._bar(surface, y, 0, min(self._lasts, scene.last), "raised_hover")
            for span in scene.spans(entry.person):
                self._bar(surface, y, span.began, span.ended or scene.last, entry.part)
        bottom = rect.y + len(scene.people) * lane
        x = self._x(tick)
        pygame.draw.line(surface, style.colour("text"), (x, rect.y), (x, bottom), 2)
        for part in range(5):
            at = self._lasts * part / 4
            mark = style.words(clock(round(at)), "small", style.colour("text_soft"))
            left = min(max(self._rect.x, self._x(at) - mark.get_width() // 2), rect.right - mark.get_width())
            surface.blit(mark, (left, bottom))

    def _bar(self, surface: pygame.Surface, y: int, start: float, end: float, colour: str) -> None:
        left = self._x(max(0, start))
        box = pygame.Rect(left, y + self._lane() // 2 - 4, max(2, self._x(end) - left), 8)
        self._style.box(surface, box, self._style.colour(colour), radius=3)

    def _x(self, tick: float) -> int:
        return self._rect.x + round(self._rect.w * min(1.0, max(0.0, tick / max(1, self._lasts))))

    def _lane(self) -> int:
        return self._style.line_height("small")
