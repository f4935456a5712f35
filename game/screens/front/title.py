"""The first screen: what this is, what it is not, and the ways in."""

from enum import Enum, auto

import pygame

from game.widgets.boxes import Card, Column, Narrow, Row
from game.widgets.press import Button
from game.widgets.screen import Next, PageScreen, Push, Quit, Screen
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Gap, Label, Widget

from ..navigation import Ways
from .who_sits import NO_NAME

TAGLINE = "Practise watching a busy place: learn what is normal there, and notice what people do that is not."
POLICY = (
    "Nobody can be picked out as hostile by appearance, age, ethnicity, gender, faith or clothing. "
    "What people do can be noticed, asked about and reported."
)
HONEST = (
    "This is practice, not proof. No study yet shows that training on a screen carries over to the street, so the "
    "program claims only what it measures. Every place and person in it is invented."
)
HOTLINE = "Seen something real? In the UK, Anti-Terrorist Hotline 0800\u00a0789\u00a0321. In an emergency, 999."

BRIGHT = 140
"""How much of the picture of a place shows through, 0…255: enough to make it out beside the buttons."""


class WayIn(Enum):
    """Where one can go from the title."""

    TRAINEE = auto()
    LESSON = auto()
    SCENARIOS = auto()
    DUE = auto()
    DRILL = auto()
    FREEZE = auto()
    GUIDE = auto()
    COURSE = auto()
    RECORDS = auto()
    PROGRESS = auto()
    SETTINGS = auto()
    HELP = auto()
    LEAVE = auto()


class Title(PageScreen[WayIn]):
    """Name, ways in, and the policy line."""

    def __init__(self, style: Style, ways: Ways) -> None:
        super().__init__(style)
        self._ways = ways
        self._due = ways.learning.due
        self._who = ways.seat.name
        self._fade = 0.0
        self._behind: pygame.Surface | None = None

    def build(self) -> Widget:
        """Name and buttons on the left, the plain words on the right."""
        first = not self._ways.preferences.lesson_done
        entries = [
            Button("Choose a scenario", "plain" if first else "primary", yields=WayIn.SCENARIOS),
            Row([
                Button("Two-minute drill", yields=WayIn.DRILL, grow=3),
                Button("Freeze", yields=WayIn.FREEZE, tip="The picture goes: who, where, what next?", grow=2),
                Button("Field guide", yields=WayIn.GUIDE, grow=2),
            ]),
            Button("For the public: a short course", yields=WayIn.COURSE),
            Row([
                Button("Past exercises", yields=WayIn.RECORDS, grow=1),
                Button("Progress", yields=WayIn.PROGRESS, grow=1),
            ]),
            Row([
                Button("Settings", yields=WayIn.SETTINGS, grow=1),
                Button("Help", yields=WayIn.HELP, grow=1),
            ]),
            Row([
                Button(f"Trainee: {self._who or NO_NAME}", "quiet", yields=WayIn.TRAINEE, grow=2),
                Button("Leave", "quiet", yields=WayIn.LEAVE, grow=1),
            ]),
        ]
        if self._due:
            entries.insert(1, Button(f"Ten minutes, due today ({self._due})", yields=WayIn.DUE))
        if first:
            entries.insert(0, Button("Start with the first lesson", "primary", yields=WayIn.LESSON))
        name = Column([Label("Second Look", "display"), Label(TAGLINE), Gap(8), *entries], gap=8)
        left = Column([Card(name, pad=22, fill="panel_over")], gap=0, grow=5)
        words = Column(
            [
                Label("Behaviour, never appearance", "heading"), Label(POLICY), Gap(2),
                Label("What this is, and is not", "heading"), Label(HONEST), Gap(2),
                Label(HOTLINE, "strong"),
            ],
            gap=6,
        )
        row = Row([left, Column([Card(words, pad=22, fill="panel_over")], grow=6)], gap=24)
        page = Scroll(Column([Gap(grow=1), Narrow(row, 1120), Gap(grow=1)], gap=0), self.page.offsets)
        page.grow = 1
        return Column([page], gap=0)

    def respond(self, event: WayIn) -> Next | None:
        """Go there."""
        ways = self._ways
        match event:
            case WayIn.LEAVE:
                return Quit()
            case WayIn.TRAINEE:
                to = ways.who_sits()
            case WayIn.LESSON:
                to = self._first_lesson()
            case WayIn.SCENARIOS:
                to = ways.scenarios()
            case WayIn.DUE | WayIn.DRILL | WayIn.FREEZE | WayIn.GUIDE | WayIn.COURSE | WayIn.PROGRESS:
                to = self._to_learn(event)
            case WayIn.RECORDS:
                to = ways.records()
            case WayIn.SETTINGS:
                to = ways.settings()
            case WayIn.HELP:
                to = ways.help()
        return Push(to)

    def _to_learn(self, way: WayIn) -> Screen:
        learning = self._ways.learning
        if way is WayIn.DUE:
            return learning.drill_due()
        if way is WayIn.DRILL:
            return learning.drill()
        if way is WayIn.FREEZE:
            return learning.freeze()
        if way is WayIn.COURSE:
            return learning.course(self._ways)
        return learning.guide() if way is WayIn.GUIDE else learning.progress()

    def _first_lesson(self) -> Screen:
        """The briefing of the first lesson; the list, where there is none yet."""
        lesson = next((offer for offer in self._ways.shelf.offers if offer.guided and not offer.problem), None)
        return self._ways.briefing(lesson) if lesson else self._ways.scenarios()

    def handle(self, event: pygame.event.Event) -> Next | None:
        """H opens the help; the rest is the page's."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_h:
            return Push(self._ways.help())
        return super().handle(event)

    def back(self) -> Next | None:
        """Esc stays here: one leaves by the button, not by one Esc too many."""
        return None

    def update(self, seconds: float) -> Next | None:
        """Let the picture of a place come up slowly, once there is one."""
        super().update(seconds)
        now = self._ways.learning.due, self._ways.seat.name
        if (self._due, self._who) != now:
            self._due, self._who = now
            self.renew()
        if self._behind is None or self._behind.get_size() != self.style.size:
            # The first that was read: the shelf still grows, and one picture is drawn at a time.
            offer = next((offer for offer in self._ways.shelf.offers if not offer.problem), None)
            if offer and (picture := offer.picture(self.style.size)):
                self._behind = picture.copy()
        elif self._fade < 1:
            self._fade = min(1.0, self._fade + seconds * 1.2)
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """The place behind, dimmed, and the page over it."""
        self.lay()
        surface.fill(self.style.colour("backdrop"))
        if self._behind is not None and not self.style.contrast:
            self._behind.set_alpha(round(BRIGHT * self._fade))
            surface.blit(self._behind, self._behind.get_rect(center=surface.get_rect().center))
        self.page.draw(surface)
