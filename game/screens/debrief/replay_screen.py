"""A moment played again over the whole window, with the person ringed."""

from dataclasses import replace

import pygame

from game.clock import clock
from game.picture import Annotation, Ring
from game.widgets.boxes import Card, Column, Flow, Row
from game.widgets.press import Button
from game.widgets.screen import Back, Next, PageScreen
from game.widgets.style import Style
from game.widgets.widget import Drawing, Gap, Label, Widget

from ..watch.scene_view import Picture, badge
from ..watch.view_control import Looking
from ..watch.watch_keys import TURN_KEYS, ZOOM_KEYS
from .debrief_setup import Debriefed
from .replay import Playback, Replaying
from .timeline import Timeline


class ReplayScreen(PageScreen[Playback]):
    """The scene as it was; the same controls as in the debrief, and the view's own."""

    frames = 60

    def __init__(
        self, style: Style, told: Debriefed, picture: Picture, replaying: Replaying, timeline: Timeline
    ) -> None:
        super().__init__(style)
        self._told, self._picture, self._replaying, self._timeline = told, picture, replaying, timeline
        self._looking = Looking(replaying.view, told.layout.venue.size)
        self._looking.resize(style.size)
        self._doing = ""

    def build(self) -> Widget:
        """The controls along the bottom."""
        one = None if self._replaying.person is None else self._told.told(self._replaying.person)

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            self._timeline.paint(surface, rect, one, self._replaying.tick)

        who = self._told.descriptions[one.person] if one else ""
        self._doing = self._act()
        words = Column([Label(who, "strong", most=1), Label(self._doing, "small", "text_soft", most=1)], gap=2)
        words.grow = 1
        controls = Row([
            Button("Back", "quiet", "Esc", yields=Back()), words,
            Flow([
                Button("Pause" if self._replaying.playing else "Play", "primary", "Space", yields=Playback.TOGGLE),
                Button(f"Speed {self._replaying.rate:g}×", yields=Playback.FASTER),
            ]),
        ], gap=10)
        panel = Card(Column([controls, Drawing(paint, height=self._timeline.height(), yields=Playback.SEEK)], gap=8),
                     pad=12, fill="panel_over")
        return Column([Gap(grow=1), panel], gap=0)

    def pressed(self, event: Playback) -> Next | None:
        """Pause, carry on, go elsewhere."""
        self._replaying.take(event, self._timeline.tick_at(self.page.pointer[0]))
        return None

    def handle(self, event: pygame.event.Event) -> Next | None:
        """Space pauses, + and − come closer and go off, Q and E turn."""
        if event.type == pygame.KEYDOWN and not (self.page.ringed and self.page.focus):
            if event.key == pygame.K_SPACE:
                self._replaying.toggle()
                self.renew()
                return None
            if event.key in ZOOM_KEYS:
                self._looking.zoom(ZOOM_KEYS[event.key])
            elif event.key in TURN_KEYS:
                self._looking.turn(TURN_KEYS[event.key])
        if event.type == pygame.MOUSEWHEEL:
            self._looking.zoom(max(-2, min(2, event.y)))
            return None
        return super().handle(event)

    def update(self, seconds: float) -> Next | None:
        """Let the moment go on, with the person in the middle."""
        was = self._replaying.playing
        self._replaying.update(seconds)
        if was != self._replaying.playing or self._doing != self._act():
            self.renew()
        if self.style.size != (self._looking.bound.width, self._looking.bound.height):
            self._looking.resize(self.style.size)
        self._looking.go(self._replaying.view.x, self._replaying.view.y)
        self._looking.update(seconds)
        return super().update(seconds)

    def draw(self, surface: pygame.Surface) -> None:
        """The scene, the ring, the mark that stood at that moment, the controls."""
        self.lay()
        instant = self._replaying.instant(self._looking.viewpoint)
        self._picture.draw(surface, replace(instant, annotations=self._signs(instant.before.ids.tolist())))
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
            return "Just now: nothing that the debrief mentions."
        return f"{clock(now.showing.began)} to {clock(now.showing.ended)}: they {now.title}."

    def _signs(self, present: list[int]) -> tuple[Annotation, ...]:
        person = self._replaying.person
        if person is None or person not in present:
            return ()
        signs: list[Annotation] = [Ring(person, self.style.colour("focus")[:3]), *self._replaying.own_ring(self.style)]
        stood = [mark for mark in self._told.told(person).marks if mark.tick <= self._replaying.tick]
        level = getattr(stood[-1], "level", 0) if stood else 0
        if level:
            signs.append(badge(self.style, person, level))
        return tuple(signs)
