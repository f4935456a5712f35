"""What the trainee reads before the clock starts: the place, the post, what is normal, what is asked."""

from dataclasses import dataclass

import pygame

from game.course import Mode
from game.widgets.boxes import Card, Column, Flow, Row
from game.widgets.press import Button, Chip
from game.widgets.screen import Next, PageScreen, Push, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Drawing, Label, Widget

from ..navigation import Offer, Ways

POSTS = {
    "control room": "You sit in the control room and see the whole place through its cameras.",
    "officer": "You stand on the floor yourself. You make out only what can be seen from where you are; all who are "
    "out of your sight are pale shapes that tell you nothing. Right click, or Shift and an arrow key, to walk.",
}
MODES = {
    "practice": "Practice: the clock can be stopped.",
    "assess": "Assessment: the clock runs on.",
}
FLAT, HIGH = 2.4, 1.5
"""How many times as wide as high the picture is at the most, and at the least."""
HEAD_AND_FOOT = 128
"""Px (at 720) that the title and the button take."""
KEYS = (
    ("Look", "drag, wheel · arrow keys, + −, Q E"),
    ("Choose", "click · Tab, Enter"),
    ("Mark", "1 note, 2 concern, 3 act · C what you saw · X take back"),
    ("Help", "H at any time"),
)
WALK = ("Walk", "right click, in the scene or on the plan · Shift and an arrow key")


@dataclass(frozen=True, slots=True)
class ModeChosen:
    """The trainee wants to practise, or to be assessed."""

    mode: Mode


@dataclass(frozen=True, slots=True)
class Started:
    """The trainee has read enough."""


class BriefingScreen(PageScreen[ModeChosen | Started]):
    """The briefing, and the choice of practice or assessment."""

    def __init__(
        self, style: Style, ways: Ways, offer: Offer, mode: Mode = "practice", seed: int | None = None
    ) -> None:
        super().__init__(style)
        self._ways = ways
        self._offer = offer
        self._mode = mode
        self._seed = seed

    def build(self) -> Widget:
        """The scene's words on the left, how it goes on the right."""
        offer = self._offer

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            if picture := offer.picture(rect.size):
                surface.blit(picture, rect)
            else:
                surface.fill(self.style.colour("panel"), rect)

        left: list[Widget] = [
            Drawing(paint, ratio=FLAT),
            _said("The situation", offer.text), _said("What is normal here", offer.baseline),
        ]
        asked = "Watch. Mark those whose behaviour, taken together, gives you concern, and say what you saw. "
        right: list[Widget] = [
            _said("What you will practise", offer.objective),
            _said("Your task", asked + "There may be one such person, several, or nobody."),
            _said("Your post", f"{POSTS.get(offer.post, offer.post)} {_deployed(offer)}"),
        ]
        if not offer.guided:
            right.append(self._choice())
        right.append(_keys(offer.post))
        sides = Row([Column(left, gap=12, grow=6), Column(right, gap=12, grow=5)], gap=20, centred=False)
        left[0] = Drawing(paint, ratio=self._filling(sides))
        body = Scroll(sides, self.page.offsets)
        start = Button("Start the lesson" if offer.guided else "Start watching", "primary", "Enter", yields=Started())
        minutes = f"{offer.minutes:g} min"
        return sheet(offer.title, "", body, start, aside=f"{offer.place} · {offer.starts} · {minutes}")

    def _filling(self, sides: Row) -> float:
        """How flat the picture is to be for the page to fill the window, as far as a picture may be high."""
        room, style = self.room(), self.style
        given = room.w * 6 // 11
        spare = room.h - style.px(HEAD_AND_FOOT) - sides.tall(style, room.w)
        return max(HIGH, given / (given / FLAT + max(0, spare)))

    def pressed(self, event: ModeChosen | Started) -> Next | None:
        """Into the scene, or the other way of doing it."""
        match event:
            case Started():
                return self._start()
            case ModeChosen(mode):
                self._mode = mode
                return None

    def handle(self, event: pygame.event.Event) -> Next | None:
        """Enter starts, unless the keyboard is on something else."""
        enter = event.type == pygame.KEYDOWN and event.key in {pygame.K_RETURN, pygame.K_KP_ENTER}
        if enter and not (self.page.ringed and self.page.focus):
            return self._start()
        return super().handle(event)

    def _start(self) -> Next:
        return Push(self._ways.play(self._offer, self._mode, self._seed))

    def _choice(self) -> Widget:
        modes: tuple[Mode, ...] = ("practice", "assess")
        chips = [Chip(mode.capitalize(), self._mode == mode, yields=ModeChosen(mode)) for mode in modes]
        return Card(Column([
            Label("Mode", "heading"), Flow(chips), Label(MODES[self._mode], "small", "text_soft"),
        ], gap=8))


def _deployed(offer: Offer) -> str:
    """What the deployment means to who is on the floor."""
    if offer.post != "officer":
        return f"Your colleagues on the floor are in {offer.deployment}."
    if offer.deployment == "uniform":
        return "You are in uniform: people see you coming, and some will mind."
    return "You wear a plain coat: nobody takes notice of you."


def _said(title: str, words: str) -> Widget:
    return Card(Column([Label(title, "heading"), Label(" ".join(words.split()))], gap=6))


def _keys(post: str) -> Widget:
    keys = (WALK, *KEYS) if post == "officer" else KEYS
    rows = [
        Row([Label(what, "small", "accent", grow=1), Label(how, "small", grow=4)], gap=10, centred=False)
        for what, how in keys
    ]
    return Card(Column([Label("Controls", "heading"), *rows], gap=5))
