"""A moment played again: which tick it is, how fast it goes, whom the view follows."""

from dataclasses import replace
from enum import Enum, auto
from typing import assert_never

import numpy as np
import pygame

from game.clock import TICKS_PER_SECOND
from game.picture import USUAL, ZOOMS, Instant, Ring
from game.view import Snapshot, Viewpoint
from game.view.snapshot import Floats
from game.widgets.page import ARROWS, Page
from game.widgets.press import Button
from game.widgets.style import Style
from game.widgets.widget import Widget

from ..watch.pointing import at_row, row_of
from ..watch.watch_keys import TURN_KEYS, ZOOM_KEYS
from .aims import find_aims
from .debrief_setup import Debriefed


class Playback(Enum):
    """What a press does to the moment that is played again."""

    TOGGLE = auto()
    FASTER = auto()
    SEEK = auto()
    """Go to where the pointer is on the timeline."""


RATES = (0.5, 1.0, 2.0, 4.0)
CLOSE = ZOOMS.index(62.0)
"""The zoom level from which a moment is shown, unless what it is about lies farther apart."""
FARTHEST = ZOOMS.index(22.0)
"""The level at which people can just be made out: what lies too far apart even for it is not shown together."""
FILLS = 0.76
"""The share of the picture, across and up, that a person and what their act is aimed at take at the most."""
TALL, WIDE = 2.1, 0.5
"""Metres up from the floor, and to either side, within which anybody is, a hat and an elbow included."""
SNAPS = 0.03
"""How near (as a share) the scale comes to where it is bound before it is there: between levels pictures are soft."""
SKIP = 20
"""Ticks that one press goes on or back."""
KEYS = "Space plays · ← → 2 s back and on · + − closer and off · Q E turn"
"""What keys do to a moment played again, for people."""
SKIP_KEYS = {pygame.K_LEFT: -SKIP, pygame.K_RIGHT: SKIP, pygame.K_COMMA: -SKIP, pygame.K_PERIOD: SKIP}


class Replaying:
    """Plays the record from a tick to another, round and round, or on to the end."""

    def __init__(self, told: Debriefed) -> None:
        self._told = told
        self.walked = told.walked
        self.last = min(told.recording.header.lasts, told.recording.last)
        width, height = told.layout.venue.size
        self.view = Viewpoint(width / 2, height / 2, USUAL, 0, 640, 360)
        self._closer = 0
        self.person: int | None = None
        self.tick = 0.0
        self.playing = False
        self.rate = 1.0
        self._until: int | None = None
        self._known: tuple[int, Snapshot, Snapshot] | None = None

    def show(self, person: int, start: int, until: int | None = None) -> None:
        """Play from a tick, with the view on a person; stop at `until` if it is given."""
        self.person, self.tick, self._until, self.playing = person, float(max(0, start)), until, True
        self._closer = 0
        self._follow(1.0)

    def seek(self, tick: float) -> None:
        """Go to a tick."""
        self.tick, self._until = max(0.0, min(float(self.last), tick)), None

    def fit(self, size: tuple[int, int]) -> None:
        """The picture has this size now (px)."""
        if size != (self.view.width, self.view.height):
            self.view = replace(self.view, width=size[0], height=size[1])
            self._follow(1.0)

    def key(self, key: int) -> bool:
        """Do what a key does to a moment that is played again; whether it does anything."""
        if key == pygame.K_SPACE:
            self.toggle()
        elif key in SKIP_KEYS:
            self.seek(self.tick + SKIP_KEYS[key])
        elif key in ZOOM_KEYS:
            self.come_closer(ZOOM_KEYS[key])
        elif key in TURN_KEYS:
            self.view = self.view.turn_by(TURN_KEYS[key])
            self._follow(1.0)
        else:
            return False
        return True

    def come_closer(self, levels: int) -> None:
        """So many zoom levels closer (+) or farther (−) than the moment itself asks for."""
        self._closer = max(-len(ZOOMS), min(len(ZOOMS), self._closer + levels))

    def toggle(self) -> None:
        """Play or pause; from the end, begin again."""
        self.playing = not self.playing
        self._until = None
        if self.playing and self.tick >= self.last:
            self.tick = 0.0

    def faster(self) -> None:
        """The next rate, and after the fastest the slowest."""
        self.rate = RATES[(RATES.index(self.rate) + 1) % len(RATES)]

    def update(self, seconds: float) -> None:
        """Go on, if it plays; keep the person in the middle."""
        if self.playing:
            self.tick += seconds * TICKS_PER_SECOND * self.rate
            end = self._until if self._until is not None else self.last
            if self.tick >= end:
                self.tick, self.playing = float(min(end, self.last)), False
        self._follow(min(1.0, seconds * 5 * max(1.0, self.rate)))

    def take(self, event: Playback, pointed: float) -> None:
        """Do what a press asks; `pointed` is the tick that the pointer is on."""
        match event:
            case Playback.TOGGLE:
                self.toggle()
            case Playback.FASTER:
                self.faster()
            case Playback.SEEK:
                self.seek(pointed)
            case _:
                assert_never(event)

    def instant(self, viewpoint: Viewpoint) -> Instant:
        """This moment, seen from a viewpoint."""
        before, after = self.around()
        return Instant(before, after, self.tick - int(self.tick), viewpoint)

    def around(self) -> tuple[Snapshot, Snapshot]:
        """What there was to be seen at the ticks before and after this moment."""
        whole = int(self.tick)
        if self._known is None or self._known[0] != whole:
            recording = self._told.recording
            before, after = recording.snapshot(whole), recording.snapshot(whole + 1)
            if self.walked:
                before, after = self.walked.among(before), self.walked.among(after)
            self._known = whole, before, after
        return self._known[1], self._known[2]

    def own_ring(self, style: Style) -> tuple[Ring, ...]:
        """The ring of the trainee's own figure, if it was there."""
        return (Ring(self.walked.person, style.colour("accent")[:3], double=True),) if self.walked else ()

    def _follow(self, share: float) -> None:
        """Come nearer to a view with the person wholly in it, and with what their act is aimed at if there is room."""
        before, _ = self.around()
        if (row := row_of(before, self.person)) is None:
            return
        at, view = (*at_row(before, row), float(before.base[row])), self.view
        flat = replace(view, x=at[0], y=at[1], scale=1.0)
        shown, level = _extent(flat, at, TALL), CLOSE
        if self._closer <= 0 and (aim := find_aims(self._told, self.person, before)):
            both = np.concatenate((shown, _extent(flat, aim.at, -aim.at[2] if aim.other is not None else 0.0)))
            fits = (FILLS * np.array((view.width, view.height)) / np.ptp(both, axis=0)).min()
            nearest = max((n for n, zoom in enumerate(ZOOMS[: CLOSE + 1]) if zoom <= fits), default=0)
            shown, level = (both, nearest) if nearest >= FARTHEST else (shown, CLOSE)
        scale = ZOOMS[max(0, min(len(ZOOMS) - 1, level + self._closer))]
        x, y = flat.floor_at(*((shown.min(axis=0) + shown.max(axis=0)) / 2).tolist())
        near = abs(scale / view.scale - 1) < SNAPS or share >= 1
        self.view = replace(
            view, x=view.x + (x - view.x) * share, y=view.y + (y - view.y) * share,
            scale=scale if near else view.scale + (scale - view.scale) * share,
        )  # fmt: skip


def _extent(view: Viewpoint, at: tuple[float, float, float], tall: float) -> Floats:
    """Px between which lies what stands at a spot (m) and reaches so far up from it."""
    ends = view.project(np.array([at[:2], at[:2]]), np.array([at[2] + tall, at[2]]))
    aside = np.array((WIDE * view.scale, 0.0))
    return np.concatenate((ends - aside, ends + aside))


def playback_buttons(replaying: Replaying) -> list[Widget]:
    """To play or pause, and to go faster: as wide in each state, so that nothing beside them moves."""
    word, other = ("Pause", "Play") if replaying.playing else ("Play", "Pause")
    return [
        Button(word, "primary", "Space", other, yields=Playback.TOGGLE),
        Button(f"Speed {replaying.rate:g}×", other=f"Speed {RATES[0]:g}×", yields=Playback.FASTER),
    ]


def takes(page: Page, key: int) -> bool:
    """Whether the keyboard is on a part of a page that takes this key itself."""
    return page.ringed and page.focus is not None and key in ARROWS
