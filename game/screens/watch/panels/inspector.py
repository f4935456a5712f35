"""The selected person close, and what is to be said of them."""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

import pygame

from game.scenario import CueFamily
from game.widgets.boxes import Card, Column, Flow, Grid, Row
from game.widgets.corners import Corners
from game.widgets.press import Button, Chip, Press
from game.widgets.scroll import Scroll
from game.widgets.widget import Drawing, Gap, Label, Widget

from ..actions import CueChosen, LevelChosen, MarkCleared
from ..choosing import PersonChosen
from ..dealing.considering import DecidingAsked
from ..desk import Desk
from ..legibility import from_floor, too_far_for
from ..mark_signs import MARK_LEVELS
from ..own_walk import CameCloser
from ..speaking import SpeechAsked
from ..viewing import FollowToggled
from .decision_panel import DecisionPanel
from .talk_panel import TalkPanel

LOWEST, HIGHEST, SHARE = 190.0, 300.0, 0.36
"""Px (at 720) of the person's picture: at the least, at the most, and its share of the window's height in between."""
LOWEST_IN_TALK, SHARE_IN_TALK, MANY_TOPICS = 110.0, 0.26, 8
"""The same while they are spoken with: there is much to read and choose from below it, the more with many topics."""
PAD, GAP = 12, 8
"""Px (at 720) of the rim inside the panel, and between its parts."""
ROOM_FOR_MARKS = 600
"""Px (at 720) of the window's height below which, in a talk, the marks to choose from stand beside the picture."""

GONE = "They have left. What you saw of them still counts: you can change your mark, and say what you saw."


@dataclass(frozen=True, slots=True)
class FamilyToggled:
    """Open the cues of this family, or shut them."""

    family: str


@dataclass(frozen=True, slots=True)
class CuesAsked:
    """Show the families of cues; a key puts the keyboard on them."""


class Inspector:
    """Whoever is selected. A family that was opened is shut when somebody else is selected."""

    def __init__(self, desk: Desk) -> None:
        self._changes = 0
        self._far = ""
        self.picture: Drawing | None = None
        """The picture of the person, if the inspector is open."""
        self._desk = desk
        self._opened: tuple[int, str] | None = None
        self._decisions = DecisionPanel(desk)
        self._talk = TalkPanel(desk)

    @property
    def version(self) -> int:
        """Grows as a family is opened or shut, and as the person comes near enough to be judged, or goes too far."""
        far = self._too_far()
        self._changes += far != self._far
        self._far = far
        return self._changes

    def take(self, event: FamilyToggled | CuesAsked) -> None:
        """Open or shut a family, or show them in place of what can be done."""
        match event:
            case FamilyToggled(family):
                self._opened = None if family == self._family else (self._desk.choosing.selections, family)
                self._changes += 1
            case CuesAsked():
                self._desk.deciding.close()
            case _:
                assert_never(event)

    def follow(self, event: Hashable) -> None:
        """After a key, put the keyboard where the next step is."""
        if self._desk.exercise.selected is None:
            return
        if isinstance(event, CuesAsked) and not self._talk.talk(self._desk.exercise.selected):
            self._desk.board.page.turn_to(FamilyToggled(self._family or self._desk.watched.families[0].family))
        elif isinstance(event, SpeechAsked) and self._desk.board.page.ringed:
            self._desk.board.page.turn_to(self._desk.board.page.focus)  # in view, now that the choices are laid out
        elif self._desk.deciding.open:
            self._decisions.follow(event)

    def widget(self) -> Widget | None:
        """The panel, while somebody is selected."""
        person = self._desk.exercise.selected
        if person is None:
            self.picture = None
            return None
        here = person in self._desk.clock.now.ids
        self.picture = Drawing(self._paint, height=self._high(), grow=1) if here else None
        above = [self._head(person), *self._shown(person)]
        return Card(Column([*above, *self._lower(person, above)], gap=GAP), pad=PAD, fill="panel_over", grow=1)

    @property
    def _family(self) -> str:
        """The family that is open, if one is."""
        opened = self._opened
        return opened[1] if opened and opened[0] == self._desk.choosing.selections else ""

    def _high(self) -> float:
        """How high the person's picture is, in px at 720; what can be said or done needs the room."""
        person, window = self._desk.exercise.selected, self._window()
        talk = None if person is None else self._talk.talk(person)
        if talk and not self._desk.deciding.open and len(talk.list_topics()) > MANY_TOPICS:
            return LOWEST_IN_TALK
        if talk or self._desk.deciding.open:
            return max(LOWEST_IN_TALK, min(LOWEST, window * SHARE_IN_TALK))
        return max(LOWEST, min(HIGHEST, window * SHARE))

    def _window(self) -> float:
        """The window's height, in px at 720 and text as large as it is."""
        style = self._desk.style
        return style.size[1] / style.px(100) * 100

    def _head(self, person: int) -> Widget:
        desk = self._desk
        knows = desk.floor.sees(person) or desk.exercise.field.has_seen(person)
        says = desk.watched.descriptions[person] if knows else "Someone you have not seen yet"
        return Row([
            Label(says, "strong", most=2, grow=1), Button("×", "quiet", yields=PersonChosen(None), tip="Close (Esc)"),
        ], gap=6)

    def _senses(self, person: int) -> list[Widget]:
        """What is to be said of what is not seen."""
        lines: list[Widget] = []
        if not self._desk.floor.sees(person):
            lines.append(Label("Out of your sight. Walk to where you can see them.", "small", "concern"))
        elif far := self._too_far():
            words = Label(f"Too far from you to make out {far}.", "small", "concern", grow=1)
            lines.append(Row([words, Button("Walk closer", yields=CameCloser(person))], gap=6))
        return lines

    def _heard(self, person: int) -> list[Widget]:
        """What is heard of the person: words that come and go stand where they move nothing that can be pressed."""
        heard = self._desk.floor.hears(self._desk.clock.now, person)
        return [Label(f"You hear: “{heard}”", "small", most=2)] if heard else []

    def _too_far(self) -> str:
        """What of the person cannot be judged from where the trainee's own figure stands."""
        person = self._desk.exercise.selected
        height = None if person is None else from_floor(self._desk.floor, self._desk.clock.now, person)
        return "" if height is None else too_far_for(height)

    def _shown(self, person: int) -> list[Widget]:
        """The person's picture and the buttons about them, below it or, where there is little room, beside it."""
        levels, others = self._levels(person), self._others(person)
        if self.picture is None:
            return [Label(GONE, "small", "concern"), Row(levels, gap=6), *others]
        if others or self._window() >= ROOM_FOR_MARKS:
            shown = Column([self.picture], gap=0)  # by itself it would grow into the room of what is below
            return [shown, *self._senses(person), Row(levels, gap=6), *others]
        return [Row([self.picture, Column(levels, gap=4)], gap=6), *self._senses(person)]

    def _levels(self, person: int) -> list[Widget]:
        """The levels of a mark."""
        mark = self._desk.exercise.marks.get(person)
        return [
            Chip(
                f"{level} {word}", bool(mark and mark.level == level), tint, tick=False, yields=LevelChosen(level),
                grow=1,
            )
            for level, word, tint in MARK_LEVELS
        ]

    def _others(self, person: int) -> list[Widget]:
        """What else there is to press about them, while they are neither spoken with nor decided about."""
        if self._talk.talk(person) or self._desk.deciding.open:
            return []
        named, here = self._desk.keys.name_keys, person in self._desk.clock.now.ids
        follow = Chip(
            named("Follow ({f})"), here and self._desk.viewing.follows, enabled=here, yields=FollowToggled(), grow=1
        )
        marked = person in self._desk.exercise.marks
        clear = Chip(named("Clear ({x})"), enabled=marked, tick=False, yields=MarkCleared(), grow=1)
        speak = self._talk.offer(person)
        return [Row([follow, clear], gap=6), *([speak] if speak else [])]

    def _lower(self, person: int, above: Sequence[Widget]) -> list[Widget]:
        """What can be done about them, or what is said, or what was seen; in the room left below what is above."""
        talk, named = self._talk.talk(person), self._desk.keys.name_keys
        if self._desk.deciding.open:
            other = "What is said ({c})" if talk else "What you saw ({c})"
            return [self._sides(named(other)), self._decisions.widget(person)]
        if talk is None:
            return [self._sides(named("What you saw ({c})")), self._cues(person), *self._heard(person)]
        # What is said anew stands at the top, and is shown: the list begins there again with each line.
        key = f"said {person} {len(self._desk.speaking.lines(person))}"
        said = Scroll(Column(self._talk.show_said(person)), self._desk.board.page.offsets, key, grow=1)
        return [said, *self._talk.choices(talk, self._find_left(above))]

    def _find_left(self, above: Sequence[Widget]) -> int:
        """Px of the panel's height that what stands above leaves."""
        style = self._desk.style
        wide, high = Corners.find_right(style, self._desk.board.right_width)
        rim = 2 * style.px(PAD)
        return high - rim - Column(above, gap=GAP).tall(style, wide - rim)

    def _sides(self, other: str) -> Widget:
        """What to do about them, or the other thing there is to see."""
        deciding = self._desk.deciding.open
        return Row([
            Chip(other, not deciding, tick=False, yields=CuesAsked(), grow=1),
            Chip("What you do", deciding, tick=False, yields=DecidingAsked(), grow=1),
        ], gap=6)

    def _cues(self, person: int) -> Widget:
        """The cues named already that no open family shows, then the families."""
        watched, mark, opened = self._desk.watched, self._desk.exercise.marks.get(person), self._family
        cues = mark.cues if mark else ()
        shown = {cue.cue for family in watched.families if family.family == opened for cue in family.cues}
        wordings = watched.wordings
        named = [
            Chip(wordings[cue], on=True, yields=CueChosen(cue))
            for cue in cues if cue in wordings and cue not in shown
        ]
        families = Column([_family(family, cues, opened == family.family) for family in watched.families], gap=4)
        inside = Column([*self._talk.show_said(person), *([Flow(named, gap=5)] if named else []), families], gap=8)
        return Scroll(inside, self._desk.board.page.offsets, "cues", grow=1)

    def _paint(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        desk, person = self._desk, self._desk.exercise.selected
        if person is not None:
            instant = desk.clock.instant(replace(desk.viewing.viewpoint, turn=desk.exercise.field.side))
            desk.picture.close_up(surface, rect, instant, person, desk.watched.looks[person].stature)


def _family(family: CueFamily, cues: Collection[str], opened: bool) -> Widget:
    chosen = sum(cue.cue in cues for cue in family.cues)
    title = Row([
        Label(family.title, "small", grow=1, most=2),
        Label(f"{chosen} ✓" if chosen else ("–" if opened else "+"), "small", "accent" if chosen else "text_soft"),
    ], gap=6)
    head = Press(title, pad=7, yields=FamilyToggled(family.family), fill="raised_down", chosen=False)
    if not opened:
        return head
    chips = [
        Chip(cue.wording, cue.cue in cues, yields=CueChosen(cue.cue), most=3, listed=True) for cue in family.cues
    ]
    return Column([head, Grid(chips, least=220, gap=4, most=1), Gap(2)], gap=4)
