"""Four small live pictures from the venue's CCTV: too small to judge anyone by, they say where to look."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

import numpy as np
import pygame

from game.picture import ZOOMS
from game.scenario import Camera
from game.text import capitalise
from game.view import Viewpoint
from game.view.viewpoint import turn_towards
from game.widgets.boxes import Card, Column, Fitting, Flow, Row
from game.widgets.press import Chip, Press
from game.widgets.widget import Drawing, Label, Widget

from ..desk import Desk
from ..viewing import LookedThrough

COUNT = 4
"""Pictures at a time: more would be too small for anything to be made out."""
EVERY = 3
"""One of the feeds is drawn for every third picture of the scene, so each comes five times a second."""
WIDE = 186
"""Width of a picture in px of the plain text size; four of them fit into the narrowest window."""
ROUND = 80
"""Ticks for which each camera is shown on a round: eight seconds, as on the monitors of control rooms."""


@dataclass(frozen=True, slots=True)
class FeedsToggled:
    """Open the small pictures, or put them away."""


@dataclass(frozen=True, slots=True)
class CameraStepped:
    """Show the next camera in the picture of this number."""

    number: int


@dataclass(frozen=True, slots=True)
class RoundToggled:
    """Let the pictures go round all cameras by themselves, or stay."""


FeedsEvent = FeedsToggled | CameraStepped | RoundToggled


class Feeds:
    """Shut at first. Nothing in them counts as seen.

    Which cameras they show is the trainee's choice, or a round by the clock: never anything that anybody does.
    """

    def __init__(self, desk: Desk) -> None:
        self.open = False
        cameras = () if desk.floor.officer else desk.watched.layout.venue.cameras
        self.cameras = put_in_order(cameras)
        self._desk = desk
        self._changes = 0
        self._slots = list(range(min(COUNT, len(self.cameras))))
        """The camera of each picture, by its number among all, where the round began."""
        self._round: int | None = None
        """The tick at which the round began, if the pictures go round."""
        self._frames = 0
        self._drawn: dict[tuple[int, int], pygame.Surface] = {}

    @property
    def version(self) -> int:
        """Grows with every change that the trainee makes, and as the round goes on."""
        return self._changes + self._gone

    def take(self, event: FeedsEvent) -> None:
        """Open them or put them away; choose what they show."""
        match event:
            case FeedsToggled():
                self.open = not self.open and bool(self.cameras)
            case CameraStepped(number):
                self._stay()
                taken = {camera for slot, camera in enumerate(self._slots) if slot != number}
                ahead = ((self._slots[number] + step) % len(self.cameras) for step in range(1, len(self.cameras) + 1))
                self._slots[number] = next(camera for camera in ahead if camera not in taken)
            case RoundToggled():
                if self._round is None:
                    self._round = self._desk.exercise.tick
                else:
                    self._stay()
            case _:
                assert_never(event)
        self._changes += 1

    def widget(self) -> Widget | None:
        """The pictures side by side, while they are open; each has room for the longest word of any name."""
        if not self.open:
            return None
        shown = self._find_shown()
        style, names = self._desk.style, [name_of(camera) for camera in self.cameras]
        least = max(style.wide(word, "small") for name in names for word in name.split()) + 1
        frames = Fitting([self._frame(number, camera) for number, camera in enumerate(shown)], least)
        if len(self.cameras) <= len(shown):
            return Card(frames, pad=8, fill="panel_over")
        words = f"{len(self.cameras)} cameras in all"
        chip = Chip("Go round", self._round is not None, yields=RoundToggled())
        choice = Row([Label(words, "small", "text_soft", grow=1), chip])
        return Card(Column([frames, choice], gap=6), pad=8, fill="panel_over")

    @property
    def _gone(self) -> int:
        """How many times the round has gone on."""
        return 0 if self._round is None else (self._desk.exercise.tick - self._round) // ROUND

    def _find_shown(self) -> list[int]:
        """The cameras that are shown, by their numbers among all."""
        return [(camera + COUNT * self._gone) % len(self.cameras) for camera in self._slots]

    def _stay(self) -> None:
        """Stay at the cameras that the round has come to."""
        changes = self.version
        self._slots, self._round = self._find_shown(), None
        self._changes = changes

    def _frame(self, number: int, shown: int) -> Widget:
        camera = self.cameras[shown]
        x, y, turn = *camera.watches, turn_of(camera)

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            self._paint(surface, rect, (number, shown), Viewpoint(x, y, ZOOMS[0], turn, *rect.size))

        picture = Press(
            Drawing(paint, ratio=16 / 9, width=WIDE), pad=4, yields=LookedThrough(x, y, turn), fill="raised_down",
            tip="Look there",
        )
        below: list[Widget] = [Row([Label(name_of(camera), "small", "text_soft", most=2)])]
        if len(self.cameras) > len(self._slots):
            # First, so that it stays where it is pressed however long the next name is, which may need all the width.
            below.insert(0, Chip("›", tick=False, yields=CameraStepped(number), tip="The next camera"))
        return Column([picture, Flow(below, gap=4)], gap=3, grow=1)

    def _paint(
        self, surface: pygame.Surface, rect: pygame.Rect, shown: tuple[int, int], viewpoint: Viewpoint
    ) -> None:
        kept, number = self._drawn.get(shown), shown[0]
        self._frames += number == 0
        turn_is_mine = self._frames % EVERY == 0 and self._frames // EVERY % len(self._slots) == number
        if kept is None or kept.get_size() != rect.size or turn_is_mine:
            kept = self._drawn[shown] = pygame.Surface(rect.size)
            self._desk.picture.feed(kept, self._desk.clock.instant(viewpoint), number)
        surface.blit(kept, rect)


def put_in_order(cameras: Sequence[Camera]) -> tuple[Camera, ...]:
    """The cameras so that each watches a spot far from all before it: the first, and then always the farthest."""
    taken: list[Camera] = list(cameras[:1])
    left = list(cameras[1:])
    while left:
        at = np.array([camera.watches for camera in taken])
        far = [float(((at - np.array(camera.watches)) ** 2).sum(axis=1).min()) for camera in left]
        taken.append(left.pop(far.index(max(far))))
    return tuple(taken)


def name_of(camera: Camera) -> str:
    """What stands below its picture."""
    return capitalise(camera.camera.removesuffix(" camera"))


def turn_of(camera: Camera) -> int:
    """The quarter turn of the view that looks most nearly the way the camera does."""
    return turn_towards(camera.watches[0] - camera.at[0], camera.watches[1] - camera.at[1])
