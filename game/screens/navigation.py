"""Where one can go from a screen. The program knows how to get there; a screen only asks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pygame

from game.course import Mode, Prevalence, Result
from game.widgets.screen import Screen

from .preferences import Preferences

Picture = Callable[[tuple[int, int]], pygame.Surface | None]
"""A picture at a size in px, once it is there."""


def no_picture(size: tuple[int, int]) -> None:
    """No picture, at any size."""


@dataclass(frozen=True)
class Offer:
    """A scenario as the list shows it, and all that its briefing says.

    `watches_first` for how many seconds of watching it begins with · `own` where it did not come with the program,
    `problem` where it cannot be played.
    """

    id: str
    title: str
    summary: str = ""
    place: str = ""
    minutes: float = 0.0
    starts: str = ""
    post: str = ""
    deployment: str = ""
    objective: str = ""
    text: str = ""
    baseline: str = ""
    watches_first: float = 0.0
    guided: bool = False
    own: bool = False
    people: int = 0
    path: Path = field(default_factory=Path)
    problem: str = ""
    picture: Picture = no_picture


@dataclass(frozen=True, slots=True)
class PlayTerms:
    """How a scenario is to be played: with a `seed` of its own if none is given, `prevalence` None as it is written."""

    mode: Mode = "practice"
    seed: int | None = None
    prevalence: Prevalence | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A past exercise as the list of records shows it.

    `summary` is how it went in a sentence, and `short` in a few words, both from `result` · `problem` is what is
    damaged; if it is too much, the record does not open · `scenario` is the id of what was played, and `done` whether
    somebody, and no robot, played it to an end · `standing` says in a word how far the record can be relied upon.
    """

    path: Path
    when: str = ""
    title: str = ""
    kind: str = ""
    summary: str = ""
    short: str = ""
    problem: str = ""
    opens: bool = True
    result: Result | None = None
    scenario: str = ""
    done: bool = False
    standing: str = ""


class ProgressLines(Protocol):
    """Sentences under a heading."""

    @property
    def heading(self) -> str:
        """The heading."""

    @property
    def sentences(self) -> Sequence[str]:
        """The sentences."""


class Shelf(Protocol):
    """Something being read in the background: what there is of it so far, and whether that is all."""

    @property
    def offers(self) -> Sequence[Offer]:
        """The scenarios read so far."""

    @property
    def ready(self) -> bool:
        """Whether that is all."""


class Records(Protocol):
    """The past exercises, being read in the background."""

    @property
    def kept(self) -> Sequence[Kept]:
        """The records read so far, the newest first."""

    @property
    def together(self) -> Sequence[ProgressLines]:
        """What the trainee's exercises say together, once all are read."""

    @property
    def ready(self) -> bool:
        """Whether that is all."""


class Work(Protocol):
    """Something long under way."""

    @property
    def share(self) -> float:
        """How far it has come, 0…1."""

    @property
    def saying(self) -> str:
        """What it is doing, for people."""

    @property
    def problem(self) -> str:
        """What went wrong, in a sentence; empty if nothing has."""

    def screen(self) -> Screen | None:
        """What it leads to, once it is done."""

    def abandon(self) -> None:
        """Nobody waits for it any more."""


class Learning(Protocol):
    """What can be learnt beside the exercises."""

    @property
    def due(self) -> int:
        """How many signs were practised and are due again; 0 until that is known."""

    def guide(self, name: str = "") -> Screen:
        """The field guide, open at the tell or look-alike of this name."""

    def drill(self, names: Sequence[str] = ()) -> Screen:
        """A drill of two minutes; of these tells and look-alikes above all, if any are named."""

    def freeze(self) -> Screen:
        """A freeze drill of two minutes: the picture goes, and who was where has to be said."""

    def drill_due(self) -> Screen:
        """Ten minutes of what is due."""

    def course(self, ways: "Ways") -> Screen:
        """The short course for the public, where the trainee was in it."""

    def progress(self) -> Screen:
        """How exercises went one after another, and what to practise."""


class Seating(Protocol):
    """Who sits at this machine."""

    @property
    def name(self) -> str:
        """Of who sits here; "" without one."""

    def known(self) -> Sequence[str]:
        """The names of all who have sat here."""


class Ways(Protocol):
    """How to get from a screen to the others."""

    @property
    def seat(self) -> Seating:
        """Who sits at this machine."""

    def sit(self, name: str) -> str:
        """Let somebody of this name, or without one, sit down; a sentence if that cannot be."""

    def who_sits(self) -> Screen:
        """Who is practising."""

    @property
    def preferences(self) -> Preferences:
        """What the trainee has chosen."""

    @property
    def shelf(self) -> Shelf:
        """The scenarios there are."""

    def prefer(self, preferences: Preferences) -> str:
        """Take over and keep what was chosen; a sentence if it could not be kept."""

    def scenarios(self) -> Screen:
        """The list of scenarios."""

    def records(self) -> Screen:
        """The list of past exercises."""

    def settings(self) -> Screen:
        """The settings."""

    def help(self) -> Screen:
        """The help."""

    @property
    def learning(self) -> "Learning":
        """What can be learnt beside the exercises."""

    def briefing(self, offer: Offer) -> Screen:
        """The briefing of a scenario."""

    def play(self, offer: Offer, terms: PlayTerms) -> Screen:
        """Into a scenario, on these terms."""

    def debrief(self, path: Path) -> Screen:
        """The debrief of a past exercise."""


@dataclass(frozen=True, slots=True)
class Onward:
    """What comes after a lesson: the title of the first exercise, and the screen that leads into it."""

    title: str
    screen: Callable[[], Screen]


@dataclass(frozen=True, slots=True)
class Guidance:
    """A lesson's ways: it begins `at` this step, leads `onward`, and is begun `again` at a step, scene and all."""

    at: int
    onward: Onward | None
    again: Callable[[int], Screen]


def by_ease(offer: Offer) -> tuple[bool, bool, bool, str]:
    """The guided first, then those watched from the control room, then those on the floor; of each, one's own last."""
    return not offer.guided, offer.post not in ("control room", ""), offer.own, offer.title


def by_place(offers: Sequence[Offer]) -> list[tuple[str, list[Offer]]]:
    """The offers of each place, by ease: the place of the lesson first, one's own places last, and then of no place."""
    known = {offer.place for offer in offers if offer.guided}
    places: dict[str, list[Offer]] = {}
    for offer in sorted(offers, key=by_ease):
        places.setdefault(offer.place, []).append(offer)

    def rank(pair: tuple[str, list[Offer]]) -> tuple[bool, bool, bool, str]:
        place, some = pair
        return not place, place not in known, all(offer.own for offer in some), place

    return sorted(places.items(), key=rank)


def first_exercise(ways: Ways) -> Onward | None:
    """The easiest of the scenarios that are no lesson, in the lesson's place, if there is one that can be played."""
    places = [offers for _, offers in by_place(ways.shelf.offers)]
    offers = [offer for some in places for offer in some if not offer.guided and not offer.problem]
    return Onward(offers[0].title, lambda: ways.briefing(offers[0])) if offers else None


def again(ways: Ways, title: str) -> Callable[[], Screen] | None:
    """The briefing of the scenario with this title, if it is on the shelf and can be played."""
    offer = next((other for other in ways.shelf.offers if other.title == title and not other.problem), None)
    return None if offer is None else lambda: ways.briefing(offer)
