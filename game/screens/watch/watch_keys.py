"""The keys of the watching screen: what each asks for, by what has the keyboard."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

import pygame

from game.widgets.page import ARROWS

from ..keys import DIGITS, Keys
from .actions import LevelChosen, MarkCleared, PauseToggled
from .board import Board
from .choosing import Choosing, NextMarkAsked, OutlinedChosen, Wandered
from .dealing.items import ItemSought
from .dealing.normal_card import NormalChosen
from .dialogs import DialogAnswer, DialogAsked, Dialogs, Question
from .hinting import HintAsked
from .lesson import Coach
from .own_figure import OnFloor
from .own_walk import Stepped
from .panels.feeds import FeedsToggled
from .panels.inspector import CuesAsked
from .panels.marks_panel import Folded
from .speaking import SpeechAsked
from .viewing import FollowToggled, Panned, ViewTurned, WholeShown, Zoomed


@dataclass(frozen=True, slots=True)
class Escaped:
    """Close what is open, or ask whether to end."""


PAN_KEYS = {
    pygame.K_LEFT: (-1, 0), pygame.K_a: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_d: (1, 0),
    pygame.K_UP: (0, -1), pygame.K_w: (0, -1), pygame.K_DOWN: (0, 1), pygame.K_s: (0, 1),
}
ZOOM_KEYS = {
    pygame.K_PLUS: 1, pygame.K_EQUALS: 1, pygame.K_KP_PLUS: 1, pygame.K_PAGEUP: 1,
    pygame.K_MINUS: -1, pygame.K_KP_MINUS: -1, pygame.K_PAGEDOWN: -1,
}
TURN_KEYS = {pygame.K_q: -1, pygame.K_e: 1}
ENTER = frozenset({pygame.K_RETURN, pygame.K_KP_ENTER})
PANEL_KEYS = ENTER | {
    pygame.K_TAB, pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_PAGEUP, pygame.K_PAGEDOWN,
}
"""Keys that a panel takes while the keyboard is on it. Space is none: wherever the keyboard is, it stops the clock."""
SCENE_KEYS: Mapping[int, Hashable] = {
    **{key: Zoomed(steps) for key, steps in ZOOM_KEYS.items()},
    **{key: ViewTurned(quarters) for key, quarters in TURN_KEYS.items()},
    **dict.fromkeys(ENTER, OutlinedChosen()),
    **{key: LevelChosen(digit) for key, digit in DIGITS.items() if digit <= 3},  # the levels of a mark
    pygame.K_x: MarkCleared(), pygame.K_BACKSPACE: MarkCleared(), pygame.K_c: CuesAsked(),
    pygame.K_m: NextMarkAsked(), pygame.K_f: FollowToggled(), pygame.K_HOME: WholeShown(),
    pygame.K_p: Folded(), pygame.K_v: FeedsToggled(), pygame.K_SPACE: PauseToggled(),
    pygame.K_t: SpeechAsked(keys=True), pygame.K_i: HintAsked(), pygame.K_h: DialogAsked(Question.HELP),
    pygame.K_ESCAPE: Escaped(), pygame.K_0: ItemSought(), pygame.K_KP0: ItemSought(),
}
"""What each key asks for while the keyboard is on the scene."""
NOTCH = 70
"""Px that the view moves at once when an arrow key goes down."""
PAN_SPEED = 900
"""Px that the view moves in a second while an arrow key is held."""


class Keyboard:
    """First the dialog that stands, then the panel that has it, then a lesson's step that is read, then the scene."""

    def __init__(
        self, board: Board, dialogs: Dialogs, coach: Coach, floor: OnFloor, choosing: Choosing, speed: float,
        keys: Keys,
    ) -> None:
        self._page, self._dialogs, self._coach, self._floor = board.page, dialogs, coach, floor
        self._choosing = choosing
        self._speed, self._keys = PAN_SPEED * speed, keys
        self._panning = False

    def asks(self, event: pygame.event.Event) -> Hashable:
        """The event that pressing a key is on the screen; None if it is none."""
        if self._dialogs.asked is not None:
            return self._asks_dialog(event)
        if self._on_panel and event.key == pygame.K_ESCAPE:
            self._page.turn_to(None)
            return None
        if self._on_panel and event.key in PANEL_KEYS:
            return self._page.handle(event)
        if event.key in ENTER and not self._choosing.awaits_enter and self._coach.entered:
            return self._coach.entered
        return self._asks_scene(event)

    def find_held(self, seconds: float) -> Panned | None:
        """How the view moves by the arrow keys that are held."""
        if self._dialogs.asked is not None or self._on_panel:
            return None
        pressed = pygame.key.get_pressed()
        held = [key for key in PAN_KEYS if (pressed[key] if key in ARROWS else self._keys.is_held(chr(key)))]
        right, down = (sum(PAN_KEYS[key][n] for key in held) for n in (0, 1))
        walks = self._floor.officer is not None and pygame.key.get_mods() & pygame.KMOD_SHIFT
        self._panning = bool(right or down) and not walks
        far = self._speed * seconds
        return Panned(right * far, down * far) if self._panning else None

    @property
    def _on_panel(self) -> bool:
        return self._page.ringed and self._page.focus is not None

    def _asks_dialog(self, event: pygame.event.Event) -> Hashable:
        if self._dialogs.asked is Question.NORMAL and event.key in DIGITS:
            chosen = NormalChosen(DIGITS[event.key] - 1)
            return self._page.find(chosen) and chosen
        if event.key == pygame.K_ESCAPE and self._dialogs.asked not in (Question.OVER, Question.NORMAL):
            return DialogAnswer.STAY
        return self._page.handle(event)

    def _asks_scene(self, event: pygame.event.Event) -> Hashable:
        shift = bool(event.mod & pygame.KMOD_SHIFT)
        if event.key == pygame.K_TAB:
            return Wandered(-1 if shift else 1)
        if event.key not in PAN_KEYS:
            return SCENE_KEYS.get(event.key)
        right, down = PAN_KEYS[event.key]
        if shift and self._floor.officer:
            return Stepped(right, down)
        # A key that is held moves the view evenly; its repeats must not add notches to that.
        return None if self._panning else Panned(right * NOTCH, down * NOTCH)
