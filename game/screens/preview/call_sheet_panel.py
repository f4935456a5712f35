"""The call sheet of a preview: what each subject and decoy does now and next, and all of it along a line."""

from dataclasses import dataclass

import pygame

from game.authoring import ShownAnswer, Span, StagedScene, bill
from game.clock import clock
from game.exercise import describe
from game.key import Entry
from game.widgets.boxes import Column, Row
from game.widgets.press import Press
from game.widgets.style import Style
from game.widgets.widget import Label, Widget, write

CALLED = 60
"""Ticks for which something that takes no time is told."""
EVENTS = "Events"
ANSWERS_STAND = 50
"""Ticks after which it is worked out anew what somebody would answer."""
MINUTE, MOST_MARKS = 600, 12
"""Ticks of a minute, and how many marks of time the lanes have at most."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Follow this person, or no longer."""

    person: int


def show_call(scene: StagedScene, entry: Entry, tick: int, *, followed: bool) -> Widget:
    """One person's lines, to be pressed: who, and now or next; of the one followed also clothes and answers."""
    person = scene.staged.cast.people[entry.person]
    now, following = scene.find_doing(entry.person, tick)
    nature = ", crime" if entry.nature == "crime" else ""
    who = Label(f"{bill(entry.slot)}{nature}", "strong", entry.part, 1)
    lines: list[Widget] = [Row([who, Label(person.role, "small", "text_soft", 1, grow=1)], gap=8)]
    if followed:
        lines.append(Label(describe(person.looks, scene.staged.production.looks), "small", "text", 2))
    if now:
        until = f", until {clock(now.ended)}" if now.ended else ""
        lines.append(Label(f"Now{until}: {now.title} ({now.cue})", "small", "text", 2))
    if followed or not now:
        lines.append(Label(_next(scene, entry, tick, following), "small", "text_soft", 2))
    if followed:
        lines += [_show_told(answer) for answer in scene.answers(entry.person, tick // ANSWERS_STAND * ANSWERS_STAND)]
    return Press(Column(lines, gap=1), pad=6, chosen=followed, fill="panel", yields=Followed(entry.person))


def _show_told(told: ShownAnswer) -> Widget:
    """One answer, and what was so where it is not that."""
    line = Label(f"{told.topic}: “{told.words}”", "small", "text_soft", 3)
    return Column([line, Label(f"Not so: {told.found}", "small", "concern", 2)], gap=0) if told.found else line


def _next(scene: StagedScene, entry: Entry, tick: int, following: Span | None) -> str:
    if following:
        about = "about " if following.planned else ""
        return f"Next, {about}{clock(following.began)}: {following.title} ({following.cue})"
    if entry.person in scene.at(tick).ids:
        return "Nothing more to show"
    return "Has left" if tick > scene.comes(entry.person) else f"Comes at {clock(scene.comes(entry.person))}"


def happening(scene: StagedScene, tick: int) -> str:
    """What happens of itself at a tick, and what does next."""
    now = [event.words for event in scene.events if event.begins <= tick < max(event.ends, event.begins + CALLED)]
    later = next((f"{clock(event.begins)}: {event.words}" for event in scene.events if event.begins > tick), "")
    return " · ".join([*(f"Now: {words}" for words in now), *([f"Next, {later}"] if later else [])])


class CallTimeline:
    """A lane for each subject and decoy, and one for what happens of itself, over the length of the scene.

    A press goes to that moment and person.
    """

    def __init__(self, style: Style) -> None:
        self._style = style
        self.rect = pygame.Rect(0, 0, 1, 1)
        self._lasts = 1
        self._people: tuple[int, ...] = ()

    def height(self, scene: StagedScene) -> float:
        """What it needs, in px at 720."""
        style = self._style
        return (_lanes(scene) * self._lane() + style.line_height("small")) / max(1, style.px(100)) * 100

    def over(self, at: tuple[int, int]) -> bool:
        """Whether a pixel is on the lanes."""
        return self.rect.collidepoint(at)

    def tick_at(self, x: int) -> float:
        """The tick under a pixel across."""
        return min(1.0, max(0.0, (x - self.rect.x) / max(1, self.rect.w))) * self._lasts

    def person_at(self, y: int, otherwise: int | None) -> int | None:
        """Whose lane is at a pixel down."""
        n = (y - self.rect.y) // self._lane()
        return self._people[n] if 0 <= n < len(self._people) else otherwise

    def paint(
        self, surface: pygame.Surface, rect: pygame.Rect, scene: StagedScene, tick: float, followed: int | None
    ) -> None:
        """The lanes, how far the scene has been played, and the moment."""
        style, lane = self._style, self._lane()
        called = [bill(entry.slot) for entry in scene.people] + [EVENTS] * bool(scene.events)
        names = max((style.wide(name, "small") for name in called), default=0) + style.px(12)
        self.rect = pygame.Rect(rect.x + names, rect.y, max(1, rect.w - names - style.px(8)), rect.h)
        self._lasts, self._people = scene.staged.lasts, tuple(entry.person for entry in scene.people)
        for n, entry in enumerate(scene.people):
            y = rect.y + n * lane
            ink = style.colour("text" if entry.person == followed else "text_soft")
            write(style, surface, pygame.Rect(rect.x, y, names, lane), bill(entry.slot), "small", ink, 1)
            self._bar(surface, y, 0, self._lasts, "raised_down")
            self._bar(surface, y, 0, min(self._lasts, scene.last), "raised_hover")
            for span in scene.spans(entry.person):
                self._bar(surface, y, span.began, span.ended or scene.last, entry.part)
        bottom = rect.y + _lanes(scene) * lane
        if scene.events or not scene.people:
            self._bar(surface, bottom - lane, 0, self._lasts, "raised_down")
            self._bar(surface, bottom - lane, 0, min(self._lasts, scene.last), "raised_hover")
        if scene.events:
            room = pygame.Rect(rect.x, bottom - lane, names, lane)
            write(style, surface, room, EVENTS, "small", style.colour("text_soft"), 1)
        for event in scene.events:
            self._bar(surface, bottom - lane, event.begins, event.ends, "accent")
        x = self._x(tick)
        pygame.draw.line(surface, style.colour("text"), (x, rect.y), (x, bottom), 2)
        minutes = 1 + self._lasts // MOST_MARKS // MINUTE
        for at in range(0, self._lasts + 1, minutes * MINUTE):
            mark = style.words(clock(at), "small", style.colour("text_soft"))
            left = min(max(self.rect.x, self._x(at) - mark.get_width() // 2), rect.right - mark.get_width())
            surface.blit(mark, (left, bottom))

    def _bar(self, surface: pygame.Surface, y: int, start: float, end: float, colour: str) -> None:
        left = self._x(max(0, start))
        box = pygame.Rect(left, y + self._lane() // 2 - 4, max(2, self._x(end) - left), 8)
        self._style.box(surface, box, self._style.colour(colour), radius=3)

    def _x(self, tick: float) -> int:
        return self.rect.x + round(self.rect.w * min(1.0, max(0.0, tick / max(1, self._lasts))))

    def _lane(self) -> int:
        return self._style.line_height("small")


def _lanes(scene: StagedScene) -> int:
    """How many lanes there are: one at the least."""
    return max(1, len(scene.people) + bool(scene.events))
