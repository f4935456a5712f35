"""Where the trainee watches: the scene over the whole window, and panels to inspect, mark and find one's way.

Keys, pointer and panels ask for things with events, which are values; each part of the screen answers its own.
"""

from collections.abc import Callable
from typing import assert_never, cast

import pygame

from game.acts import Look
from game.widgets.screen import Next, Screen
from game.widgets.style import Style

from ..navigation import Guidance, Ways
from .actions import Deed, Hands
from .board import SNUGGEST, Board, Changing
from .choosing import Choice, Choosing, GoTo, NextMarkAsked, PersonChosen, SightedSought
from .dealing.considering import (
    Deciding,
    DecidingAsked,
    DecidingEvent,
    DecisionChosen,
    DecisionGiven,
    LetterSaid,
    ReasonToggled,
)
from .dealing.items import Handling, HandlingEvent
from .dealing.telling import LineToggled, ReportDraft, ReportGiven, ReportLeft, RestsChosen, TellingAsked, TellingEvent
from .desk import Desk
from .dialogs import DialogEvent, Dialogs, Question
from .hinting import HintAsked, Hinting
from .lesson import Coach, LessonEvent
from .own_figure import OnFloor
from .own_marks import OwnMarks
from .own_walk import OwnWalk, Walk
from .panels.feeds import CameraStepped, FeedsEvent, FeedsToggled, RoundToggled
from .panels.inspector import CuesAsked, FamilyToggled
from .panels.marks_panel import Folded
from .panels.table import Panels
from .pointer import MOUSE, Pointer
from .scene_view import Picture
from .speaking import Speaking, SpeechEvent
from .viewing import Glance, Viewing
from .watch_clock import SceneClock
from .watch_keys import Escaped, Keyboard
from .watch_setup import Watched
from .watch_sound import Hearing

PanelEvent = (
    FamilyToggled | CuesAsked | DecidingEvent | TellingEvent | Folded | FeedsEvent | SpeechEvent | HandlingEvent
)  # fmt: skip
WatchEvent = Deed | Glance | Choice | Walk | PanelEvent | LessonEvent | HintAsked | DialogEvent | Escaped
"""All that can be asked for here."""
DIALOG_HEIGHT = 0.66
"""The share of the window's height that a list in a dialog takes at the most."""

LEAST_FREE = 0.55
"""The share of the window that panels leave free, if they can: half, and room for an announcement."""


class Watch:
    """The exercise on the screen. `after` gives the screen that follows it."""

    frames = 60

    def __init__(
        self, style: Style, ways: Ways, watched: Watched, picture: Picture, hearing: Hearing,
        after: Callable[[], Screen], guidance: Guidance | None = None,
    ) -> None:
        self._style, self._watched, self._picture, self._hearing = style, watched, picture, hearing
        hearing.start(ways.preferences, watched.exercise.tick)
        keys = ways.preferences.keys
        coach = Coach(watched.lesson, watched.ask, keys, guidance.at if guidance else 0)
        self._hands = Hands(watched, coach, hearing)
        self._floor = OnFloor(style, watched)
        self._clock = SceneClock(watched, self._floor)
        self._viewing = Viewing(style, watched, self._clock, self._floor, coach)
        self._board = Board(style)
        marks = OwnMarks(watched.exercise)
        self._choosing = Choosing(
            watched, picture, self._board, self._clock, self._floor, self._hands, marks, self._viewing
        )
        self._deciding = Deciding(watched.exercise, self._hands, self._choosing)
        self._telling = ReportDraft(watched.exercise, self._hands, self._choosing)
        self._handling = Handling(
            watched.exercise, self._hands, self._choosing, self._viewing, self._board.page
        )
        self._speaking = Speaking(watched, self._hands, self._choosing, self._board.page)
        self.desk = Desk(
            style, watched, picture, self._board, self._clock, self._floor, hearing, coach, self._hands, marks,
            self._viewing, self._choosing, self._deciding, self._telling, self._speaking,
            self._handling, keys,
        )
        self._walk = OwnWalk(watched, self._clock, self._hands, self._floor, self._viewing)
        self._hinting = Hinting(watched, self._hands, self._viewing, self._choosing, coach, self._floor)
        self._panels = Panels(self.desk)
        self._dialogs = Dialogs(watched, self._hands, coach, keys, after, guidance)
        speed = ways.preferences.view_speed
        self._keyboard = Keyboard(
            self._board, self._dialogs, coach, self._floor, self._choosing, speed, keys
        )
        self._pointer = Pointer(self._board, self._choosing, self._viewing, self._floor, self._panels.marks.plan)
        self._changing: tuple[Changing, ...] = (
            style, watched.exercise, self._clock, hearing, coach, self._hands, self._deciding, self._telling,
            self._viewing, self._choosing.outlined, self._panels, self._dialogs,
        )
        self._built = -1
        self._lay()

    def handle(self, event: pygame.event.Event) -> Next | None:
        """Keys and pointer."""
        self._lay()
        asked = None
        if event.type == pygame.KEYDOWN:
            asked = self._keyboard.asks(event)
        elif event.type in MOUSE:
            asked = self._pointer.asks(event)
        # Panels yield any value; that those here yield events of this screen, a test asks of every one shown.
        if asked is None:
            return None
        after = self.take(cast("WatchEvent", asked))
        if event.type == pygame.KEYDOWN:
            self._lay()
            self._panels.inspector.follow(asked)
            self._handling.follow(asked)
        return after

    def update(self, seconds: float) -> Next | None:
        """Let the scene go on by as much time as has passed, and the view with it."""
        if panned := self._keyboard.find_held(seconds):
            self.take(panned)
        if self._clock.go_on(seconds, self._look):
            self._hearing.hear(self._clock.now)
        self._viewing.keep_up(seconds, self._board)
        self._lay()
        self._speaking.keep_up(seconds)
        self._handling.keep_up()
        self._hinting.keep_up()
        self._look_while_it_stands()
        self._pointer.rest()
        for part in (self._hands, self._board.page):
            part.update(seconds)
        if self._watched.played_out:
            self.desk.coach.scene_over()
        exercise = self._watched.exercise
        if self._dialogs.asked is None and (exercise.over or exercise.asks):
            self._dialogs.ask(Question.OVER if exercise.over else Question.NORMAL)
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """The scene, then the panels."""
        self._lay()
        viewpoint, now = self._viewing.viewpoint, self._clock.now
        exercise, pointed = self._watched.exercise, self._board.page.hovered
        outlined = self._choosing.outlined.person
        if outlined is None:
            outlined = pointed.person if isinstance(pointed, GoTo) else self._hinting.shown
        signs = self._picture.signs(now, exercise.marks, exercise.selected, outlined)
        signs = (*self._floor.signs(), *signs, *self._handling.signs())
        self._picture.draw(surface, self._clock.instant(viewpoint, signs))
        self._floor.draw(surface, viewpoint)
        self._board.page.draw(surface)

    def leave(self) -> None:
        """Close the record, unless the debrief does so."""
        if not self._dialogs.handed_over:
            self._watched.sitting.close()
        self._hearing.stop()

    def take(self, event: WatchEvent) -> Next | None:
        """Let the part answer whose event it is."""
        if isinstance(event, DialogEvent):
            return self._dialogs.take(event)
        if isinstance(event, Deed):
            self._deciding.mark(event)
        elif isinstance(event, Glance):
            self._viewing.take(event, self._on_plan)
        elif isinstance(event, Choice):
            self._choose(event)
        elif isinstance(event, Walk):
            self._walk.take(event)
        elif isinstance(event, LessonEvent):
            self.desk.coach.take(event)
        elif isinstance(event, HintAsked):
            self._hinting.take(event)
            self._bring_out(self._hinting.shown)
        elif isinstance(event, Escaped):
            self._escape()
        elif isinstance(event, PanelEvent):
            self._take_in_panel(event)
        else:
            assert_never(event)
        return None

    def _take_in_panel(self, event: PanelEvent) -> None:
        if isinstance(event, SpeechEvent):
            self._speaking.take(event)
            return
        if isinstance(event, HandlingEvent):
            self._handling.take(event)
            return
        match event:
            case FamilyToggled() | CuesAsked():
                self._panels.inspector.take(event)
            case DecidingAsked() | DecisionChosen() | ReasonToggled() | LetterSaid() | DecisionGiven():
                self._telling.close()
                self._deciding.take(event)
            case TellingAsked() | LineToggled() | RestsChosen() | ReportGiven() | ReportLeft():
                self._telling.take(event)
            case Folded():
                self._panels.marks.take(event)
                self.desk.coach.did("plan")
            case FeedsToggled() | CameraStepped() | RoundToggled():
                self._panels.feeds.take(event)
                self.desk.coach.did("cameras")
            case _:
                assert_never(event)

    def _choose(self, event: Choice) -> None:
        """Choose. Whom one went to comes out from under the panels; a choice in the picture never moves it."""
        if event == PersonChosen(None):
            self._handling.close()
        selected = self._choosing.take(event)
        if isinstance(event, GoTo | SightedSought | NextMarkAsked):
            self._bring_out(selected)

    def _bring_out(self, person: int | None) -> None:
        """Bring the view to where a person is seen beside the panels, as these are laid out now."""
        if person is not None:
            self._lay()
            self._viewing.uncover(person, self._board)

    def _escape(self) -> None:
        if self._watched.exercise.selected is not None:
            self._choose(PersonChosen(None))
        elif self._handling.close():
            return
        elif self._panels.feeds.open:
            self._panels.feeds.take(FeedsToggled())
        else:
            self._dialogs.ask(Question.END)

    def _look(self) -> None:
        """Look as the screen shows: where the view is, under these panels, with the inspector so large."""
        self._hands.look(Look(self._viewing.viewpoint, self._board.covered, self._board.inspector))

    def _look_while_it_stands(self) -> None:
        """While no time passes, look wherever the trainee has brought the view to rest: that counts as seen."""
        if self._clock.stands() and not self._watched.exercise.over and self._viewing.at_rest:
            self._lay()
            self._look()

    def _on_plan(self) -> tuple[float, float]:
        return self._panels.marks.plan.floor_at(self._board.page.pointer)

    def _lay(self) -> None:
        """Build the panels, if anything has changed of which one may tell."""
        version = sum(part.version for part in self._changing)
        if version == self._built:
            return
        self._built = version
        self._viewing.looking.resize(self._style.size)
        dialog = self._dialogs.widget(self._board.page.offsets, DIALOG_HEIGHT * self._style.size[1])
        for self._board.snug in range(SNUGGEST + 1):
            self._board.show(self._panels.corners(), dialog, self._panels.inspector.picture)
            if self._board.free >= LEAST_FREE:
                break
