"""A moment played again: which tick it is, how fast it goes, whom the view follows."""

from dataclasses import replace
from enum import Enum, auto
from typing import assert_never

from game.clock import TICKS_PER_SECOND
from game.picture import USUAL, Instant, Ring
from game.view import Snapshot, Viewpoint
from game.widgets.style import Style

from ..watch.pointing import at_row, row_of
from .debrief_setup import Debriefed


class Playback(Enum):
    """What a press does to the moment that is played again."""

    TOGGLE = auto()
    FASTER = auto()
    SEEK = auto()
    """Go to where the pointer is on the timeline."""


RATES = (0.5, 1.0, 2.0, 4.0)
CLOSE = 62.0


class Replaying:
    """Plays the record from a tick to another, round and round, or on to the end."""

    def __init__(self, told: Debriefed) -> None:
        self._told = told
        self.walked = told.walked
        self.last = min(told.recording.header.lasts, told.recording.last)
        width, height = told.layout.venue.size
        self.view = Viewpoint(width / 2, height / 2, USUAL, 0, 640, 360)
        self.person: int | None = None
        self.tick = 0.0
        self.playing = False
        self.rate = 1.0
        self._until: int | None = None
        self._known: tuple[int, Snapshot, Snapshot] | None = None

    def show(self, person: int, start: int, until: int | None = None) -> None:
        """Play from a tick, with the view on a person; stop at `until` if it is given."""
        self.person, self.tick, self._until, self.playing = person, float(max(0, start)), until, True
        self.view = replace(self.view, scale=CLOSE)
        self._follow(1.0)

    def seek(self, tick: float) -> None:
        """Go to a tick."""
        self.tick, self._until = max(0.0, min(float(self.last), tick)), None

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
        self._follow(min(1.0, seconds * 5))

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
        before, _ = self.around()
        if (row := row_of(before, self.person)) is not None:
            x, y = at_row(before, row)
            view = self.view
            self.view = replace(view, x=view.x + (x - view.x) * share, y=view.y + (y - view.y) * share)
