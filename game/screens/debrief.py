"""The debrief: how it went, who was there, what they did, what was seen of it; and every moment to be seen again."""

from collections.abc import Callable

import pygame

from ..clock import clock
from ..log import Marked
from ..picture import Annotation, Ring
from ..score import ActTold, PersonTold
from .debrief_words import PARTS, RESULTS, numbers, readings
from .debriefed import Debriefed, first_look
from .page import Fired
from .replay import Replay
from .replaying import Replaying
from .screen import Next, PageScreen, Push, sheet
from .style import Style
from .timeline import Timeline
from .watch_panels import LEVELS, shape
from .watch_picture import Picture
from .widgets import Drawing, Gap, Label, Widget
from .widgets_layout import Card, Column, Flow, Grid, Row
from .widgets_press import Button, Press
from .widgets_scroll import Scroll

BEFORE, AFTER = 20, 15
"""Ticks shown before and after a moment that is played again."""


class Debriefing(PageScreen):
    """The people on the left, the one chosen on the right, with the scene as it was."""

    frames = 60

    def __init__(self, style: Style, told: Debriefed, picture: Picture, home: Callable[[], Next]) -> None:
        super().__init__(style)
        self.told, self._picture, self._home = told, picture, home
        self._replaying = Replaying(told)
        self._timeline = Timeline(style, told, self._replaying.last)
        self._chosen: int | None = None
        if told.debrief.people:
            self._choose(told.debrief.people[0].person, play=False)

    def build(self) -> Widget:
        """Both sides."""
        told = self.told
        people: list[Widget] = [self._line(one) for one in told.debrief.people]
        if not people:
            people = [Label("Nobody was staged, and you marked nobody.", "body", "text_soft")]
        lesson = bool(told.recording.production.scenario.lesson)
        figures = [] if lesson else [Grid([_number(*one) for one in numbers(told.score)], least=84, gap=8, most=5)]
        left = Column([
            Card(Column([
                Label(told.debrief.headline, "heading"), *[Label(line) for line in told.debrief.summary], *figures,
            ], gap=8)),
            Label("Who was there", "heading"), *people,
            *([] if lesson else [
                Label("What the numbers mean", "heading"),
                Card(Column([Label(line, "small") for line in readings(told)], gap=8)),
            ]),
            Gap(4),
        ], gap=10)
        header = told.recording.header
        body = Row([
            Column([Scroll(left, self.page.offsets, "people", grow=1)], grow=5),
            Column([self._right()], grow=6),
        ], gap=16, centred=False)
        aside = f"Debrief · {header.started.astimezone():%d %B %Y, %H:%M} · seed {header.seed}"
        return sheet(header.title, "", body, aside=aside)

    def pressed(self, fired: Fired) -> Next | None:
        """Choose a person, play a moment, or leave."""
        what, _, which = fired.key.partition("/")
        match what:
            case "back":
                return self._home()
            case "who":
                self._choose(int(which), play=True)
            case "act":
                self._play(self.told.told(self._chosen or 0).acts[int(which)])
            case "mark":
                tick = int(which)
                self._replaying.show(self._chosen or 0, tick - BEFORE, tick + 2 * AFTER)
            case "timeline":
                self._replaying.seek(self._timeline.tick_at(self.page.pointer[0]))
            case "play":
                self._replaying.toggle()
            case "rate":
                self._replaying.faster()
            case "large":
                return Push(Replay(self.style, self.told, self._picture, self._replaying, self._timeline))
        return None

    def back(self) -> Next | None:
        """Esc leads where the debrief was come from."""
        return self._home()

    def update(self, seconds: float) -> Next | None:
        """Let the moment go on."""
        was = self._replaying.playing
        self._replaying.update(seconds)
        if was != self._replaying.playing:
            self.renew()
        return super().update(seconds)

    def handle(self, event: pygame.event.Event) -> Next | None:
        """Space plays or holds, unless the keyboard is on a button."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_SPACE and not (self.page.ringed and self.page.focus):
            self._replaying.toggle()
            self.renew()
            return None
        return super().handle(event)

    def _choose(self, person: int, *, play: bool) -> None:
        self._chosen = person
        one = self.told.told(person)
        if one.acts and play:
            self._play(one.acts[0])
            return
        self._replaying.show(person, first_look(one), None)
        self._replaying.playing = play

    def _play(self, act: ActTold) -> None:
        self._replaying.show(self._chosen or 0, act.showing.began - BEFORE, act.showing.ended + AFTER)

    # --- the left side -----------------------------------------------------------------------------------------------

    def _line(self, one: PersonTold) -> Widget:
        part, tint = PARTS[one.part]
        result, colour = RESULTS[one.result]
        words = Column([
            Label(self.told.descriptions[one.person], "strong", most=2),
            Flow([Label(part, "small", tint), Label(f"· {result}", "small", colour)], gap=5),
        ], gap=2, grow=1)
        return Press(words, key=f"who/{one.person}", chosen=one.person == self._chosen, pad=11)

    # --- the right side ----------------------------------------------------------------------------------------------

    def _right(self) -> Widget:
        if self._chosen is None:
            return Gap()
        one = self.told.told(self._chosen)
        playing = self._replaying.playing
        controls = Flow([
            Button("Hold" if playing else "Play", "primary", "Space", key="play"),
            Button(f"Speed {self._replaying.rate:g}×", key="rate"), Button("Larger", key="large"),
        ])
        return Column([
            Drawing(self._paint_scene, ratio=2.25 if self.style.size[1] > 600 * self.style.scale else 3.4),
            Drawing(self._paint_timeline, height=self._timeline.height(), key="timeline"),
            controls,
            Scroll(self._story(one), self.page.offsets, f"story {one.person}", grow=1),
        ], gap=8, grow=1)

    def _story(self, one: PersonTold) -> Widget:
        told = self.told
        role = told.recording.cast.people[one.person].role
        role = role[:1].lower() + role[1:]
        lines: list[Widget] = [
            Label(told.descriptions[one.person], "strong"),
            Label(f"{PARTS[one.part][0]} · {role[:1].lower()}{role[1:]}", "small", PARTS[one.part][1]),
            Label(one.verdict),
        ]
        for n, act in enumerate(one.acts):
            lines.append(Press(_act(act), key=f"act/{n}", pad=9))
        for mark in one.marks:
            if isinstance(mark, Marked):
                lines.append(Press(self._mark(mark), key=f"mark/{mark.tick}", pad=9))
            else:
                lines.append(Label(f"{clock(mark.tick)}  You took the mark back.", "small"))
        account = told.recording.cast.people[one.person].account
        if account.claims:
            said = f"Asked why they were there, they would have said: “{account.claims}”"
            lines.append(Label(said, "small", "text_soft"))
        lines.append(Label(f"On your screen for {one.in_view:.0f} seconds in all, near or far.", "small", "text_soft"))
        return Column(lines, gap=7)

    def _mark(self, mark: Marked) -> Widget:
        word, tint = LEVELS[mark.level - 1][1:]
        cues = "; ".join(self.told.wordings.get(cue, cue) for cue in mark.cues) or "no reason named"

        def sign(surface: pygame.Surface, rect: pygame.Rect) -> None:
            shape(surface, rect, mark.level, self.style.colour(tint)[:3])

        says = f"{clock(mark.tick)}  You: {word.lower()}. {cues}"
        return Row([Drawing(sign, width=14, height=14), Label(says, "small", grow=1)], gap=8)

    def _paint_scene(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        before, after, fraction = self._replaying.pair()
        rings: tuple[Annotation, ...] = ()
        if self._chosen is not None and self._chosen in before.ids:
            rings = (Ring(self._chosen, self.style.colour("focus")[:3]), *self._replaying.own_ring(self.style))
        self._picture.inset(surface, rect, before, after, fraction, self._replaying.view, rings, use="replay")
        stamp = self.style.words(clock(round(self._replaying.tick)), "strong", (255, 255, 255, 255))
        box = stamp.get_rect(bottomleft=(rect.x + 10, rect.bottom - 8))
        self.style.box(surface, box.inflate(12, 6), (0, 0, 0, 150), radius=6)
        surface.blit(stamp, box)

    def _paint_timeline(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        one = self.told.told(self._chosen) if self._chosen is not None else None
        self._timeline.paint(surface, rect, one, self._replaying.tick)


def _act(act: ActTold) -> Widget:
    showing = act.showing
    noticed = "you could make it out" if showing.noticed else "you could not make it out: out of view, hidden or small"
    shown = noticed if showing.shown else "cut short, so it does not count"
    kind = "Tell" if showing.act.kind == "tell" else "Look-alike"
    lines: list[Widget] = [
        Label(f"{clock(showing.began)}  They {act.title}.", "strong"),
        Label(f"{kind} · {shown} · press to see it again", "small", "text_soft"),
    ]
    if act.why:
        lines.append(Label(" ".join(act.why.split()), "small"))
    if act.differs:
        lines.append(Label("What tells it apart: " + " ".join(act.differs.split()), "small"))
    return Column(lines, gap=3)


def _number(value: str, words: str, tint: str) -> Widget:
    inside = Column([Label(value, "title", tint), Label(words, "small", "text_soft")], gap=0)
    return Card(inside, pad=9, fill="raised_down")
