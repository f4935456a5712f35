"""The debrief: how it went, who was there, what they did, what was seen of it; and every moment to be seen again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import assert_never

import pygame

from game.clock import clock
from game.picture import Annotation, Ring
from game.score import ActTold, PersonTold
from game.widgets.boxes import Card, Column, Flow, Grid, Row
from game.widgets.press import Button, Press
from game.widgets.screen import Next, PageScreen, Push, Replace, Screen, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Drawing, Gap, Label, Widget

from ..front.help_screen import TERMS
from ..watch.scene_view import Picture
from .aims import signs
from .comments_told import CommentScreen, tell_comments
from .debrief_setup import Debriefed, DebriefWays, first_look
from .debrief_words import ANEW, PARTS, first_words, numbers, readings, result, who_was_there
from .grounds_screen import GroundsScreen
from .items_told import items_told
from .looked_screen import LookedScreen
from .moments import ActChosen, CommentChosen, Does, LearnChosen, MarkChosen, PuttingDownChosen, SaidChosen
from .next_step import play_from, say_kinds
from .replay import KEYS, Playback, Replaying, playback_buttons, takes
from .replay_screen import ReplayScreen
from .story import story
from .timeline import Timeline

BEFORE, AFTER = 20, 15
"""Ticks shown before and after a moment that is played again."""


@dataclass(frozen=True, slots=True)
class StoryChosen:
    """Tell of this person."""

    person: int


Moment = ActChosen | MarkChosen | SaidChosen | PuttingDownChosen | CommentChosen
"""What can be pressed to be seen again."""


class Elsewhere(Enum):
    """Where one can go from a debrief, but back."""

    LARGER = auto()
    AGAIN = auto()
    ONWARD = auto()
    GROUNDS = auto()
    LOOKED = auto()
    PAPER = auto()
    """Nowhere: it is written as a page."""
    COMMENT = auto()


KEYS_TO = {
    pygame.K_g: Elsewhere.GROUNDS, pygame.K_w: Elsewhere.LOOKED, pygame.K_p: Elsewhere.PAPER,
    pygame.K_c: Elsewhere.COMMENT,
}


DebriefEvent = StoryChosen | Moment | LearnChosen | Playback | Elsewhere


class Debriefing(PageScreen[DebriefEvent]):
    """The people on the left, the one chosen on the right, with the scene as it was."""

    frames = 60

    def __init__(self, style: Style, told: Debriefed, picture: Picture, ways: DebriefWays, act: str = "") -> None:
        """Open at the first who did the `act` of this name, if anybody did."""
        super().__init__(style)
        self.told, self._picture, self._ways = told, picture, ways
        self._replaying = Replaying(told)
        self._timeline = Timeline(style, told, self._replaying.last)
        self._chosen: int | None = None
        self._written = ""
        if told.debrief.people:
            self._choose(told.debrief.people[0].person, play=False)
        did = (
            (person.person, done)
            for person in told.debrief.people
            for done in person.acts
            if done.showing.act.name == act
        )
        if first := next(did, None):
            self._chosen = first[0]
            self._play(first[1])

    def build(self) -> Widget:
        """Both sides."""
        header = self.told.recording.header
        body = Row([
            Column([Scroll(self._left(), self.page.offsets, "people", grow=1)], grow=4),
            Column([self._right()], grow=7),
        ], gap=16, centred=False)
        aside = f"{header.started.astimezone():%d %b %Y, %H:%M} · seed {header.seed}"
        beside = [Button("Play again", yields=Elsewhere.AGAIN)] if self._ways.again else []
        if self.told.cards:
            beside.append(Button("What were grounds?", hint="G", yields=Elsewhere.GROUNDS))
        return sheet(header.title, "", body, aside=aside, beside=beside)

    def respond(self, event: DebriefEvent) -> Next | None:
        """Choose a person, play a moment, or leave."""
        match event:
            case StoryChosen(person):
                self._choose(person, play=True)
            case ActChosen() | MarkChosen() | SaidChosen() | PuttingDownChosen() | CommentChosen():
                self._see_again(event)
            case LearnChosen(does, number):
                return self._learn(does, self._act(number))
            case Playback():
                self._replaying.take(event, self._timeline.tick_at(self.page.pointer[0]))
            case Elsewhere():
                return self._go(event)
            case _:
                assert_never(event)
        return None

    def _go(self, to: Elsewhere) -> Next | None:
        screen: Screen | None = None
        match to:
            case Elsewhere.LARGER:
                screen = ReplayScreen(self.style, self.told, self._picture, self._replaying, self._timeline)
            case Elsewhere.AGAIN:
                return Replace(self._ways.again(), self._ways.outdated) if self._ways.again else None
            case Elsewhere.GROUNDS:
                screen = GroundsScreen(self.style, self.told)
            case Elsewhere.LOOKED:
                screen = LookedScreen(self.style, self.told, self._picture.plan)
            case Elsewhere.PAPER:
                self._written = self._ways.on_paper()
            case Elsewhere.COMMENT:
                screen = self._comment()
            case Elsewhere.ONWARD:
                onward = self._ways.onward
                return Replace(onward.screen(), self._ways.outdated) if onward else None
            case _:
                assert_never(to)
        return Push(screen) if screen else None

    def _see_again(self, moment: Moment) -> None:
        match moment:
            case ActChosen(number):
                self._play(self._act(number))
            case MarkChosen(tick) | CommentChosen(tick):
                self._replaying.show(self._chosen or 0, tick - BEFORE, tick + 2 * AFTER)
            case SaidChosen(began, ended):
                self._replaying.show(self._chosen or 0, began - BEFORE, ended + AFTER)
            case PuttingDownChosen(item):
                put = next(judged.put for judged in self.told.score.items if judged.put.item == item)
                self._chosen = put.person
                self._replaying.show(put.person, put.tick - 2 * BEFORE, put.tick + 4 * AFTER)
            case _:
                assert_never(moment)

    def _comment(self) -> Screen | None:
        """Of the moment that is shown, which waits meanwhile."""
        book, tick = self.told.commented, round(self._replaying.tick)
        self._replaying.playing = False
        return CommentScreen(self.style, tick, lambda words: book.add(tick, words)) if book else None

    def back(self) -> Next | None:
        """Esc leads where the debrief was come from."""
        return self._ways.home

    def update(self, seconds: float) -> Next | None:
        """Let the moment go on."""
        was = self._replaying.playing
        self._replaying.update(seconds)
        if was != self._replaying.playing:
            self.renew()
        return super().update(seconds)

    def handle(self, event: pygame.event.Event) -> Next | None:
        """The keys of a moment played again, unless the keyboard is on a button that takes them."""
        if event.type == pygame.KEYDOWN and not takes(self.page, event.key) and self._replaying.key(event.key):
            self.renew()
            return None
        to = KEYS_TO.get(event.key) if event.type == pygame.KEYDOWN else None
        if to and (self.told.cards or to is not Elsewhere.GROUNDS):
            self.renew()
            return self.respond(to)
        return super().handle(event)

    def _choose(self, person: int, *, play: bool) -> None:
        self._chosen = person
        told = self.told.told(person)
        if told.acts and play:
            self._play(told.acts[0])
            return
        self._replaying.show(person, first_look(self.told, told), None)
        self._replaying.playing = play

    def _learn(self, does: Does, act: ActTold) -> Next:
        match does:
            case "guide":
                return Push(self._ways.learning.guide(act.showing.act.name))
            case "drill":
                return Push(self._ways.learning.drill([act.showing.act.name]))
            case "find":
                return self._ways.find(play_from(act))

    def _act(self, number: int) -> ActTold:
        return self.told.told(self._chosen or 0).acts[number]

    def _play(self, act: ActTold) -> None:
        self._replaying.show(self._chosen or 0, act.showing.began - BEFORE, act.showing.ended + AFTER)

    # --- the left side -----------------------------------------------------------------------------------------------

    def _left(self) -> Widget:
        told = self.told
        people, noted = who_was_there(told)
        nobody = [] if people else [Label("There was nobody to find, and you marked nobody.", "body", "text_soft")]
        also = [Label(f"Also dealt with ({len(noted)})", "heading"), *map(self._line, noted)] if noted else []
        return Column([
            Card(Column(list(self._sum_up(people)), gap=8)),
            *tell_comments(told),
            Label("Who was there", "heading"),
            *map(self._line, people),
            *nobody,
            Label(TERMS, "small", "text_soft"),
            *items_told(told),
            *also,
            *(_tell_counts(told) if told.counts else []),
            Gap(4),
        ], gap=10)

    def _sum_up(self, people: Sequence[PersonTold]) -> Iterator[Widget]:
        """What it came to, and what can be done with that."""
        told = self.told
        yield Label(first_words(told), "heading")
        if told.counts:
            yield from (Label(line) for line in told.debrief.summary)
            yield Grid([_number(*count) for count in numbers(told.result)], least=80, gap=8, most=3)
            if kinds := say_kinds([person.miss for person in people if person.miss]):
                yield Label(kinds)
            if told.judged_anew:
                yield Label(ANEW, "small", "text_soft")
        if told.caution:
            yield Label(told.caution, "small", "act")
        if self._ways.onward:
            yield Button(f"On to “{self._ways.onward.title}”", "primary", yields=Elsewhere.ONWARD)
        yield Flow([
            Button("On paper", "quiet", "P", yields=Elsewhere.PAPER, tip="Write it as a page to print."),
            Button("Comment", "quiet", "C", yields=Elsewhere.COMMENT, tip="Say something of this moment."),
        ])
        if self._written:
            yield Label(self._written, "small")

    def _line(self, person: PersonTold) -> Widget:
        part, tint = PARTS[person.part]
        words, colour = result(person, lesson=self.told.guided)
        inside = Column([
            Label(self.told.descriptions[person.person], "strong", most=2),
            Flow([Label(part, "small", tint), Label(f"· {words}", "small", colour)], gap=5),
        ], gap=2, grow=1)
        return Press(inside, yields=StoryChosen(person.person), chosen=person.person == self._chosen, pad=11)

    # --- the right side ----------------------------------------------------------------------------------------------

    def _right(self) -> Widget:
        """The moment and its controls side by side, so that what is told below has room."""
        if self._chosen is None:
            return Gap()
        controls = Flow([
            *playback_buttons(self._replaying),
            Button("Larger", yields=Elsewhere.LARGER),
            Button("Where you looked", hint="W", yields=Elsewhere.LOOKED),
        ])
        beside = Column([
            Drawing(self._paint_timeline, height=self._timeline.height(), yields=Playback.SEEK), controls,
            Label(KEYS, "small", "text_soft"),
        ], gap=8, grow=4)
        return Column([
            Row([Drawing(self._paint_scene, ratio=1.9, grow=5), beside], gap=12, centred=False),
            Scroll(
                story(self.style, self.told, self.told.told(self._chosen)), self.page.offsets, f"story {self._chosen}",
                grow=1,
            ),
        ], gap=10, grow=1)

    def _paint_scene(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        self._replaying.fit(rect.size)
        instant = self._replaying.instant(self._replaying.view)
        rings: tuple[Annotation, ...] = ()
        if self._chosen is not None and self._chosen in instant.before.ids:
            colour = self.style.colour("focus")[:3]
            aims = signs(self.told, self._chosen, instant.before, colour)
            rings = (Ring(self._chosen, colour), *self._replaying.own_ring(self.style), *aims)
        self._picture.inset(surface, rect, replace(instant, annotations=rings), use="replay")
        stamp = self.style.words(clock(round(self._replaying.tick)), "strong", (255, 255, 255, 255))
        box = stamp.get_rect(bottomleft=(rect.x + 10, rect.bottom - 8))
        self.style.box(surface, box.inflate(12, 6), (0, 0, 0, 150), radius=6)
        surface.blit(stamp, box)

    def _paint_timeline(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        person = self.told.told(self._chosen) if self._chosen is not None else None
        self._timeline.paint(surface, rect, person, self._replaying.tick)


def _number(value: str, words: str, tint: str) -> Widget:
    inside = Column([Label(value, "title", tint), Label(words, "small", "text_soft")], gap=0)
    return Card(inside, pad=9, fill="raised_down")


def _tell_counts(told: Debriefed) -> Iterator[Widget]:
    yield Label("What the counts mean", "heading")
    yield Card(Column([Label(line, "small") for line in readings(told)], gap=8))
