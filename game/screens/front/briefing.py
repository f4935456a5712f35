"""What the trainee reads before the clock starts: the place, the post, what is normal, what is asked."""

from dataclasses import dataclass, replace

import pygame

from game.course import Mode, Prevalence
from game.widgets.boxes import Card, Column, Flow, Row
from game.widgets.press import Button, Chip
from game.widgets.screen import Next, PageScreen, Push, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Drawing, Label, Widget

from ..keys import Keys
from ..navigation import Offer, PlayTerms, Ways

POSTS = {
    "control room": "You sit in the control room and see the whole place through its cameras.",
    "officer": "You stand on the floor yourself. You make out only what can be seen from where you are; all who are "
    "out of your sight are pale shapes that tell you nothing. Right click, or Shift and an arrow key, to walk.",
    "staff": "You are one of the staff, on the floor, in a hi-vis coat. You make out only what can be seen from where "
    "you are, and have no powers but those of anybody. Right click, or Shift and an arrow key, to walk.",
}
TASK = (
    "Watch, and mark those whose behaviour, taken together, gives you concern. There may be one such person, several, "
    "or nobody."
)
DEALS = {
    "control room": "To learn more about somebody, send a colleague to speak with them, and look up on the cameras "
    "what they say. Then decide what is to be done, from “no concern” to passing it on, and report what you know.",
    "officer": "To learn more about somebody, go up and ask, and have control check what they say. Then decide what is "
    "to be done, from “no concern” to a search, on grounds that you give, and report what you know.",
    "staff": "To learn more about somebody, go up and ask, as anybody might. Then decide what is to be done: let them "
    "go on, tell staff or control, or ring the hotline, and report what you know.",
}
"""What comes after watching, by post."""
INNOCENT = (
    "Most people you speak with have done nothing wrong: tell them why you asked, and thank them. It is part of "
    "Project Servator, patrols that come unannounced and talk with people, to put off whoever plans a crime."
)
MINUTE = 60
WATCH_FIRST = (
    "Use the first {long} for that alone: only watch. Nobody can be marked, and nothing counts, until you have been "
    "asked what is normal."
)
MODES = {
    "practice": "Practice: the clock can be stopped.",
    "assess": "Assessment: the clock runs on.",
}
WHOM: dict[Prevalence, str] = {"as written": "Perhaps somebody", "none": "Nobody"}
SUBJECTS: dict[Prevalence, str] = {
    "as written": "There may be one person to find, several, or nobody. That is for you to see.",
    "none": "The same scene, in which everybody goes about their own business: to learn what is normal here.",
}
NUMBER = (
    "New people come each time. To meet the same ones as somebody else, type the number that they had: just press its "
    "digits, and Backspace to take one back. A debrief shows it at the top, as “seed”."
)
LONGEST = 6
"""Digits that a seed may have: as many as one that the program draws."""
FLAT, HIGH = 2.4, 1.5
"""How many times as wide as high the picture is at the most, and at the least."""
HEAD_AND_FOOT = 128
"""Px (at 720) that the title and the button take."""
KEYS = (
    ("Look", "drag, wheel · arrow keys, + −, {q} {e}"),
    ("Choose", "click · Tab, Enter"),
    ("Mark", "1 note, 2 concern · {c} what you saw · {x} clear"),
    ("Speak", "{t}, then Enter on what you say"),
    ("Decide", "3, then what, and on what grounds"),
    ("Help", "{h} at any time · {i} a hint, in practice"),
)
WALK = ("Walk", "right click, in the scene or on the plan · Shift and an arrow key")


@dataclass(frozen=True, slots=True)
class ModeChosen:
    """The trainee wants to practise, or to be assessed."""

    mode: Mode


@dataclass(frozen=True, slots=True)
class SeedChosen:
    """The scene is to have this seed; None: one that nobody knows yet."""

    seed: int | None


@dataclass(frozen=True, slots=True)
class PrevalenceChosen:
    """Subjects are to be as they are written, or none."""

    prevalence: Prevalence


@dataclass(frozen=True, slots=True)
class Started:
    """The trainee has read enough."""


Choice = ModeChosen | SeedChosen | PrevalenceChosen | Started
"""All that can be chosen here."""


class BriefingScreen(PageScreen[Choice]):
    """The briefing, and the choice of mode, seed and prevalence."""

    def __init__(self, style: Style, ways: Ways, offer: Offer, terms: PlayTerms) -> None:
        super().__init__(style)
        self._ways = ways
        self._offer = offer
        self._terms = replace(terms, mode="practice") if offer.guided else terms

    def build(self) -> Widget:
        """The scene's words on the left, how it goes on the right."""
        offer = self._offer

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            if picture := offer.picture(rect.size):
                surface.blit(picture, rect)
            else:
                surface.fill(self.style.colour("panel"), rect)

        left: list[Widget] = [
            Drawing(paint, ratio=FLAT), *(_said(*fact) for fact in tell_scene(offer)),
        ]
        right: list[Widget] = [_said(*fact) for fact in tell_task(offer)]
        if not offer.guided:
            right.append(self._scene())
        right.append(_controls(offer.post, self._ways.preferences.keys))
        sides = Row([Column(left, gap=12, grow=6), Column(right, gap=12, grow=5)], gap=20, centred=False)
        left[0] = Drawing(paint, ratio=self._fill(sides))
        body = Scroll(sides, self.page.offsets)
        start = Button("Start the lesson" if offer.guided else "Start watching", "primary", "Enter", yields=Started())
        minutes = f"{offer.minutes:g} min"
        choice = [] if offer.guided else self._choice()
        length = [] if offer.guided else [minutes]
        return sheet(offer.title, "", body, *choice, start, aside=" · ".join([offer.place, offer.starts, *length]))

    def _fill(self, sides: Row) -> float:
        """How flat the picture is to be for the page to fill the window, as far as a picture may be high."""
        room, style = self.room(), self.style
        given = room.w * 6 // 11
        spare = room.h - style.px(HEAD_AND_FOOT) - sides.tall(style, room.w)
        return max(HIGH, given / (given / FLAT + max(0, spare)))

    def respond(self, event: Choice) -> Next | None:
        """Into the scene, or another way of doing it."""
        match event:
            case Started():
                return self._start()
            case ModeChosen(mode):
                self._terms = replace(self._terms, mode=mode)
            case SeedChosen(seed):
                self._terms = replace(self._terms, seed=seed)
            case PrevalenceChosen(prevalence):
                self._terms = replace(self._terms, prevalence=None if prevalence == "as written" else prevalence)
        return None

    def handle(self, event: pygame.event.Event) -> Next | None:
        """Digits are a seed."""
        if event.type == pygame.KEYDOWN and not self._offer.guided:
            self._type(event)
        return super().handle(event)

    def _type(self, event: pygame.event.Event) -> None:
        """A digit more of the seed, or one less."""
        written = "" if self._terms.seed is None else str(self._terms.seed)
        if event.key == pygame.K_BACKSPACE:
            written = written[:-1]
        elif event.unicode in tuple("0123456789") and len(written) < LONGEST:
            written += event.unicode
        else:
            return
        self._terms = replace(self._terms, seed=int(written) if written else None)
        self.renew()

    def _start(self) -> Next:
        return Push(self._ways.play(self._offer, self._terms))

    def _choice(self) -> list[Widget]:
        """Practice or assessment, beside the button that starts: always in sight."""
        modes: tuple[Mode, ...] = ("practice", "assess")
        mode = self._terms.mode
        chips = [Chip(other.capitalize(), mode == other, yields=ModeChosen(other)) for other in modes]
        return [Row([Label(MODES[mode], "small", "text_soft"), *chips], gap=10)]

    def _scene(self) -> Widget:
        """Which people come, and whether somebody among them is to be found."""
        seed, prevalence = self._terms.seed, self._terms.prevalence or "as written"
        seeds = [Chip("New people", seed is None, yields=SeedChosen(None))]
        if seed is not None:
            seeds.append(Chip(f"Number {seed}", on=True, yields=SeedChosen(seed)))
        return Card(Column([
            Label("Who comes", "heading"),
            Flow(seeds),
            Label(NUMBER, "small", "text_soft"),
            Label("Whom there is to find", "heading"),
            Flow([Chip(word, choice == prevalence, yields=PrevalenceChosen(choice)) for choice, word in WHOM.items()]),
            Label(SUBJECTS[prevalence], "small", "text_soft"),
        ], gap=8))


def _normal(offer: Offer) -> str:
    """What is normal, and that it is to be watched first, where it is."""
    if not offer.watches_first:
        return offer.baseline
    seconds = round(offer.watches_first)
    long = "minute" if seconds == MINUTE else f"{seconds} seconds"
    return f"{offer.baseline} {WATCH_FIRST.format(long=long)}"


def tell_scene(offer: Offer) -> tuple[tuple[str, str], ...]:
    """What is said of the place: headings, each with its words."""
    return ("The situation", offer.text), ("What is normal here", _normal(offer))


def tell_task(offer: Offer) -> tuple[tuple[str, str], ...]:
    """What is said of what the trainee is to do: headings, each with its words."""
    return (
        ("What you will practise", offer.objective),
        ("Your task", _task(offer)),
        ("Your post", f"{POSTS.get(offer.post, offer.post)} {_say_deployment(offer)}"),
    )


def _task(offer: Offer) -> str:
    """What is asked of whoever has this post; a lesson asks step by step, and first of all to watch."""
    return TASK if offer.guided else " ".join((TASK, DEALS.get(offer.post, ""), INNOCENT))


def _say_deployment(offer: Offer) -> str:
    """What the deployment means to who is on the floor."""
    if offer.post == "staff":
        return "You may speak with anybody, tell control, and ring the hotline. To people you are one of the staff."
    if offer.post != "officer":
        return "Guards and other staff are on the floor: you can send one of them to speak with somebody."
    if offer.deployment == "uniform":
        return "You are in uniform: people see you coming, and some will mind."
    return "You wear a plain coat: nobody takes notice of you."


def _said(title: str, words: str) -> Widget:
    return Card(Column([Label(title, "heading"), Label(words)], gap=6))


def _controls(post: str, keys: Keys) -> Widget:
    lines = (WALK, *KEYS) if post != "control room" else KEYS
    rows = [
        Row(
            [Label(what, "small", "accent", grow=1), Label(keys.name_keys(how), "small", grow=4)], gap=10, centred=False
        )
        for what, how in lines
    ]
    return Card(Column([Label("Controls", "heading"), *rows], gap=5))
