"""One sitting: an exercise and its journal go on together, with a window or without."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Protocol

from ..acts import Act
from ..exercise import Refusal
from ..log import Event, Log
from ..view import Snapshot
from .digest import Digest
from .events import EventWriter
from .frames import EVERY, FrameWriter
from .journal import Journal
from .trouble import Trouble


class Playable(Protocol):
    """What a sitting needs of an exercise."""

    @property
    def tick(self) -> int:
        """The present moment."""
        ...

    @property
    def log(self) -> Log:
        """Everything that has happened so far."""
        ...

    def step(self) -> Sequence[Event]:
        """Let one tick pass."""
        ...

    def do(self, act: Act) -> Refusal | None:
        """Do it, or say why not."""
        ...

    def snapshot(self) -> Snapshot:
        """What an eye could see now."""
        ...


class Sitting:
    """Drives an exercise and writes down what happens. Without a journal it only drives; a digest is taken if given."""

    def __init__(self, exercise: Playable, journal: Journal | None = None, digest: Digest | None = None) -> None:
        """A sitting that stands at 0:00."""
        self.exercise, self.journal, self.digest = exercise, journal, digest
        self._events, self._frames, self._written = EventWriter(), FrameWriter(), 0
        self._keep(moved=True)

    @property
    def trouble(self) -> Trouble | None:
        """Why the record is not on disk at present, if it is not."""
        return self.journal.trouble if self.journal else None

    def advance(self) -> None:
        """Let one tick pass."""
        before = self.exercise.tick
        self.exercise.step()
        self._keep(moved=self.exercise.tick != before)

    def do(self, act: Act) -> Refusal | None:
        """Do it, or say why not."""
        refused = self.exercise.do(act)
        self._keep(moved=False)
        return refused

    def close(self, result: Mapping[str, object] | None = None) -> None:
        """End the record, with what the run came to if that is known. Closing twice does no harm."""
        if self.journal and not self.journal.closed:
            self.journal.write({"t": self.exercise.tick, "end": dict(result or {})})
            self.journal.close()

    def _keep(self, *, moved: bool) -> None:
        """Put down what is new since the last time."""
        events = self.exercise.log.events[self._written :]
        self._written += len(events)
        tick = self.exercise.tick
        framed = moved and self.journal is not None and tick % EVERY == 0
        if moved and (framed or self.digest):
            snapshot = self.exercise.snapshot()
            if self.digest:
                self.digest.add_snapshot(snapshot)
        if self.digest:
            self.digest.add_events(events)
        if self.journal is None:
            return
        whole = framed and self._frames.wants_whole(tick)
        if whole:
            self._events.start_afresh()
        lines: dict[int, dict[str, object]] = {}
        for at, group in groupby(events, key=lambda event: event.tick):
            lines.setdefault(at, {})["e"] = [self._events.pack(event) for event in group]
        if framed:
            lines.setdefault(tick, {}).update(self._frames.pack(snapshot), f=1)
        for at, line in lines.items():
            self.journal.write({"t": at, **line})
