"""A moment played again over the whole window, with the person ringed."""

from dataclasses import replace

import pygame

from game.clock import clock
from game.picture import Annotation, Ring
from game.score import name_talk, tell_exchange
from game.view import Snapshot
from game.widgets.boxes import Card, Column, Flow, Row
from game.widgets.press import Button
from game.widgets.screen import Back, Next, PageScreen
from game.widgets.style import Style
from game.widgets.widget import Drawing, Gap, Label, Widget

from ..watch.scene_view import Picture, badge
from .aims import signs as aim_signs
from .debrief_setup import Debriefed
from .replay import KEYS, Playback, Replaying, playback_buttons, takes
from .timeline import Timeline


class ReplayScreen(PageScreen[Playback]):
    """The scene as it was; the same controls as in the debrief, and the view's own."""

    frames = 60

    def __init__(
        self, style: Style, told: Debriefed, picture: Picture, replaying: Replaying, timeline: Timeline
    ) -> None:
        super().__init__(style)
        self._told, self._picture, self._replaying, self._timeline = told, picture, replaying, timeline
        self._doing = ""

    def build(self) -> Widget:
        """The controls along the bottom."""
        person = None if self._replaying.person is None else self._told.told(self._replaying.person)

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            self._timeline.paint(surface, rect, person, self._replaying.tick)

        who = self._told.descriptions[person.person] if person else ""
        self._doing = self._act()
        words = Column([
            Label(who, "strong", most=1), Label(self._doing, "small"), Label(KEYS, "small", "text_soft"),
        ], gap=2)
        words.grow = 1
        controls = Row([
            Button("Back", "quiet", "Esc", yields=Back()), words,
            Flow(playback_buttons(self._replaying)),
        ], gap=10)
        panel = Card(Column([controls, Drawing(paint, height=self._timeline.height(), yields=Playback.SEEK)], gap=8),
                     pad=12, fill="panel_over")
        return Column([Gap(grow=1), panel], gap=0)

    def respond(self, event: Playback) -> Next | None:
        """Pause, carry on, go elsewhere."""
        self._replaying.take(event, self._timeline.tick_at(self.page.pointer[0]))
        return None

    def handle(self, event: pygame.event.Event) -> Next | None:
        """The keys of a moment played again, unless the keyboard is on a button that takes them."""
        if event.type == pygame.KEYDOWN and not takes(self.page, event.key) and self._replaying.key(event.key):
            self.renew()
            return None
        if event.type == pygame.MOUSEWHEEL:
            self._replaying.come_closer(max(-2, min(2, event.y)))
            return None
        return super().handle(event)

    def update(self, seconds: float) -> Next | None:
        """Let the moment go on, with the person in the middle."""
        was = self._replaying.playing
        self._replaying.update(seconds)
        if was != self._replaying.playing or self._doing != self._act():
            self.renew()
        return super().update(seconds)

    def draw(self, surface: pygame.Surface) -> None:
        """The scene, the ring, the mark that stood at that moment, the controls."""
        self.lay()
        self._replaying.fit(self.style.size)
        instant = self._replaying.instant(self._replaying.view)
        self._picture.draw(surface, replace(instant, annotations=self._signs(instant.before)))
        self.page.draw(surface)
        stamp = self.style.words(clock(round(self._replaying.tick)), "title", (255, 255, 255, 255))
        box = stamp.get_rect(topleft=(self.style.px(24), self.style.px(20)))
        self.style.box(surface, box.inflate(20, 12), (0, 0, 0, 160), radius=8)
        surface.blit(stamp, box)

    def _act(self) -> str:
        """What the person was doing at this moment that the debrief speaks of."""
        if self._replaying.person is None:
            return ""
        tick = self._replaying.tick
        acts = self._told.told(self._replaying.person).acts
        now = next((act for act in acts if act.showing.began <= tick <= act.showing.ended), None)
        if now is None:
            return self._find_said(tick) or "Just now: nothing that the debrief mentions."
        return f"{clock(now.showing.began)} to {clock(now.showing.ended)}: they {now.title}."

    def _find_said(self, tick: float) -> str:
        """What was asked and answered last, in a talk that goes on at this moment; "" in none."""
        for talk in self._told.talks_with(self._replaying.person or 0):
            if talk.began.tick <= tick <= talk.ended:
                said = [exchange for exchange in talk.exchanges if exchange.asked.tick <= tick]
                return next(tell_exchange(said[-1])) if said else name_talk(talk)
        return ""

    def _signs(self, now: Snapshot) -> tuple[Annotation, ...]:
        person, colour = self._replaying.person, self.style.colour("focus")[:3]
        if person is None or person not in now.ids:
            return ()
        signs: list[Annotation] = [
            Ring(person, colour), *self._replaying.own_ring(self.style), *aim_signs(self._told, person, now, colour),
        ]
        stood = [mark for mark in self._told.told(person).marks if mark.tick <= self._replaying.tick]
        level = getattr(stood[-1], "level", 0) if stood else 0
        if level:
            signs.append(badge(self.style, person, level))
        return tuple(signs)
