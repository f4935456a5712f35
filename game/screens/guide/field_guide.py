"""The field guide: a list of tells to choose from, and the one chosen beside its look-alikes, moving."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

import pygame

from game.scenario.model import Behaviour
from game.text import capitalise
from game.widgets.boxes import Card, Column, Flow, Grid, Row
from game.widgets.press import Button, Press
from game.widgets.screen import Next, PageScreen, Pop, Push, Screen, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Drawing, Label, Widget

from ..clip_player import ClipPlayer, Takes
from .book import GuideEntry, GuidePlace, OwnExercises, OwnMoment, by_family, entries, entry_of
from .large_clip import LargeClip

RESTED = 0.25
"""Seconds that an entry stays chosen before it is played: who runs down the list does not want each."""
LONGEST = 40
"""Letters that a search takes."""
EVERYWHERE = "everywhere"
OWN = 4
"""Of one's own exercises shown for a tell, the newest: one is enough to look at, and a column must stay short."""
MANNER = {"tell": ("Tell", "subject"), "look-alike": ("Look-alike", "decoy")}


@dataclass(frozen=True, slots=True)
class EntryChosen:
    """Tell of the tell of this name."""

    name: str


@dataclass(frozen=True, slots=True)
class ClipEnlarged:
    """Show the clip of the behaviour of this name over the whole window."""

    name: str


@dataclass(frozen=True, slots=True)
class FamilyShown:
    """Show the tells of this family alone; of all again, if it was shown alone."""

    family: str


class GuideAct(Enum):
    """What else can be done in the guide."""

    PLACE = auto()
    CLEAR = auto()
    PRACTISE = auto()


GuideEvent = EntryChosen | ClipEnlarged | FamilyShown | GuideAct | OwnMoment


class FieldGuide(PageScreen[GuideEvent]):
    """The list on the left, the tell and its look-alikes on the right."""

    frames = 30

    def __init__(
        self, style: Style, places: Sequence[GuidePlace], film: Callable[[str, Sequence[str]], Takes],
        drill: Callable[[Sequence[str]], Screen], own: OwnExercises, name: str = "",
    ) -> None:
        """`film` plays behaviours in a place, by its key; `drill` leads to a drill of some; `name` is to be open.

        `own` are the trainee's exercises, which may still be being read.
        """
        super().__init__(style)
        self._places, self._film, self._drill = places, film, drill
        self._all = entries(places)
        self._search, self._family, self._place = "", "", 0
        self._entry = entry_of(self._all, name) if name else next(iter(self._all), None)
        self._missing = name if name and self._entry is None else ""
        self._own, self._read = own, own.ready
        self._takes: Takes | None = None
        self._players: dict[str, ClipPlayer] = {}
        self._waited = 0.0
        self._brought = False

    @property
    def complete(self) -> bool:
        """Whether what is open has been played, and nothing more is to come."""
        return self._takes is not None and self._takes.ready

    # --- the page ----------------------------------------------------------------------------------------------------

    def build(self) -> Widget:
        """Both sides."""
        left = Column(
            [self._build_finding(), Scroll(self._list(), self.page.offsets, "entries", grow=1)], gap=10, grow=3
        )
        right = Scroll(self._tell(), self.page.offsets, f"told {self._entry and self._entry.tell.name}", grow=8)
        return sheet("Field guide", "", Row([left, right], gap=16, centred=False))

    def _build_finding(self) -> Widget:
        bar: list[Widget] = [Label("Type to search", "body", "text_soft", grow=1)]
        if self._search:
            bar = [Label(f"{self._search}_", "strong", grow=1), Button("Clear", "quiet", "Esc", yields=GuideAct.CLEAR)]
        parts: list[Widget] = [Card(Row(bar, gap=8), pad=10, fill="raised_down")]
        if len(self._places) > 1:
            where = self._places[self._place - 1].title if self._place else EVERYWHERE
            parts.append(Flow([Button(f"Seen: {where}", yields=GuideAct.PLACE)]))
        return Column(parts, gap=8)

    def _list(self) -> Widget:
        lines: list[Widget] = []
        entry = self._entry
        for family, told in by_family(self._find()):
            alone = family.family == self._family
            aside = Label("show all" if alone else str(len(told)), "small", "text_soft")
            head = Row([Label(family.title, "strong", grow=1), aside], gap=8)
            lines.append(Press(head, yields=FamilyShown(family.family), chosen=alone, pad=9, fill="raised_down"))
            lines += [
                Press(
                    Label(capitalise(other.tell.title)),
                    yields=EntryChosen(other.tell.name),
                    chosen=other is entry,
                    pad=9,
                )
                for other in told
            ]
        if not lines:
            lines.append(Label("No tell here is told in these words.", "body", "text_soft"))
        return Column(lines, gap=6)

    def _find(self) -> list[GuideEntry]:
        place = self._places[self._place - 1].key if self._place else None
        return [
            entry for entry in self._all
            if entry.says(self._search) and self._family in ("", entry.family.family)
            and (place is None or place in entry.places)
        ]

    def _tell(self) -> Widget:
        entry = self._entry
        if entry is None:
            why = "Nothing is chosen."
            if self._missing:
                why = "This is not in the guide: the scenario that has it is not on the list, or cannot be played."
            return Column([Label(why, "body", "text_soft")])
        where = ", ".join(place.title for place in self._places if place.key in entry.places)
        shown = [entry.tell, *entry.look_alikes]
        parts: list[Widget] = [
            Row([
                Label(capitalise(entry.tell.title), "title", grow=1), Button("Practise", yields=GuideAct.PRACTISE),
            ], gap=12, centred=False),
            Label(f"Sign: {entry.cue.wording}. {entry.family.title}.", "body"),
            *([Label(entry.tell.why)] if entry.tell.why else []),
            Grid([self._card(behaviour) for behaviour in shown], least=230, gap=12, most=2),
            *self._in_own(shown),
        ]
        if entry.family.evidence:
            parts.append(Label(entry.family.evidence, "small"))
        parts += [
            Label(f"Source: {entry.cue.source}. Seen at: {where}.", "small", "text_soft"),
            Label("One sign by itself means little. It is several together, at more than one moment, that count.",
                  "small", "text_soft"),
        ]
        return Column(parts, gap=9)

    def _card(self, behaviour: Behaviour) -> Widget:
        kind, tint = MANNER[behaviour.kind]

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            if player := self._players.get(behaviour.name):
                player.paint(surface, rect)
                return
            self.style.box(surface, rect, self.style.colour("raised_down"), radius=self.style.px(8))
            words = self.style.words(self._say_waiting(), "small", self.style.colour("text_soft"))
            surface.blit(words, words.get_rect(center=rect.center))

        more = behaviour.why if behaviour.kind != "tell" else None
        words: list[Widget] = [
            Press(Drawing(paint, ratio=1.6), pad=2, yields=ClipEnlarged(behaviour.name), tip="See it larger"),
            Label(kind, "small", tint), Label(capitalise(behaviour.title), "strong"),
        ]
        if behaviour.differs:
            words.append(Label(behaviour.differs))
        if more:
            words.append(Label(more, "small", "text_soft"))
        return Card(Column(words, gap=6), pad=10)

    def _in_own(self, shown: Sequence[Behaviour]) -> list[Widget]:
        """The trainee's own exercises in which any of these was shown, each a way to the moment."""
        titles = {behaviour.name: capitalise(behaviour.title) for behaviour in shown}
        found = [moment for name in titles for moment in self._own.moments.get(name, ())[:OWN]][:OWN]
        if not found:
            return []
        lines = [
            Press(Row([
                Label(titles[own_moment.name], "strong", grow=1), Label(own_moment.told, "small", "text_soft", grow=1),
            ], gap=10), yields=own_moment, pad=9, fill="raised_down")
            for own_moment in found
        ]
        return [Label("In your own exercises", "heading"), *lines]

    def _say_waiting(self) -> str:
        if self._takes is None or not self._takes.ready:
            return "Getting it ready …"
        return self._takes.problem or "It could not be played here"

    # --- what can be done --------------------------------------------------------------------------------------------

    def respond(self, event: GuideEvent) -> Next | None:
        """Choose, or show fewer or more."""
        match event:
            case EntryChosen(name):
                self._open(name)
            case ClipEnlarged(name):
                return self._enlarge(name)
            case FamilyShown(family):
                self._family = "" if self._family == family else family
                self.page.offsets["entries"] = 0
            case GuideAct.PLACE:
                self._place = (self._place + 1) % (len(self._places) + 1)
                self._takes, self._players, self._waited = None, {}, 0.0
            case GuideAct.CLEAR:
                self._search = ""
            case GuideAct.PRACTISE:
                return Push(self._drill(self._entry.names())) if self._entry else None
            case OwnMoment(path, _, name):
                return Push(self._own.revisit(path, name))
            case _:
                assert_never(event)
        return None

    def _enlarge(self, name: str) -> Next | None:
        """The clip as large as the window; nothing while it is not there yet."""
        entry, player = self._entry, self._players.get(name)
        if entry is None or player is None:
            return None
        behaviour = next(other for other in (entry.tell, *entry.look_alikes) if other.name == name)
        return Push(LargeClip(self.style, capitalise(behaviour.title), behaviour.differs or "", player.take))

    def back(self) -> Next | None:
        """Esc clears a search first."""
        if self._search:
            self._search = ""
            return None
        return Pop()

    def handle(self, event: pygame.event.Event) -> Next | None:
        """Letters search; all else is the page's."""
        if event.type == pygame.KEYDOWN and self._type(event):
            self.page.offsets["entries"] = 0
            if found := self._find():
                self._open(found[0].tell.name)
                self._brought = False
            self.renew()
            return None
        return super().handle(event)

    def _type(self, event: pygame.event.Event) -> bool:
        """Whether a key changed what is searched for."""
        if event.key == pygame.K_BACKSPACE and self._search:
            self._search = self._search[:-1]
            return True
        letter = getattr(event, "unicode", "")
        fits = letter.isalnum() or (letter in " -'" and self._search)
        if letter and fits and len(self._search) < LONGEST:
            self._search += letter
            return True
        return False

    def _open(self, name: str) -> None:
        if self._entry is None or self._entry.tell.name != name:
            self._entry, self._missing = entry_of(self._all, name), ""
            self._takes, self._players, self._waited = None, {}, 0.0

    def update(self, seconds: float) -> Next | None:
        """Let the clips go on; begin to play an entry that has rested."""
        if not self._brought and self._entry:
            self._brought = True
            self.lay()
            self.page.turn_to(EntryChosen(self._entry.tell.name))
        self._waited += seconds
        if self._read != self._own.ready:
            self._read = self._own.ready
            self.renew()
        if self._entry and self._takes is None and self._waited >= RESTED:
            self._takes = self._film(self._where(self._entry), self._entry.names())
        if self._takes:
            fresh = {
                name: ClipPlayer(self.style, take, f"clip {n}")
                for n, (name, take) in enumerate(self._takes.takes.items()) if name not in self._players
            }
            self._players |= fresh
        for player in self._players.values():
            player.update(seconds)
        return super().update(seconds)

    def _where(self, entry: GuideEntry) -> str:
        """The key of the place in which an entry is played: the one chosen, or else the first that has it."""
        chosen = self._places[self._place - 1].key if self._place else ""
        return chosen if chosen in entry.places else entry.places[0]
