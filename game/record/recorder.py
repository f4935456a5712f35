"""Writing down what happens in an exercise, tick by tick: into a journal, a digest, both, or neither."""

from collections.abc import Callable, Sequence
from itertools import groupby

from game.log import Event
from game.view import Snapshot

from .digest import Digest
from .events import EventWriter
from .frames import EVERY, FrameWriter
from .journal import Journal


class Recorder:
    """Knows how much of the log has been written, and when the next frame is due."""

    def __init__(self, journal: Journal | None = None, digest: Digest | None = None) -> None:
        self.journal, self.digest = journal, digest
        self._events, self._frames, self._written = EventWriter(), FrameWriter(), 0

    def keep(self, tick: int, log: Sequence[Event], picture: Callable[[], Snapshot], *, moved: bool) -> None:
        """Put down what is new in the log and, if time has `moved` and it is due, the scene that `picture` gives."""
        events = log[self._written :]
        self._written += len(events)
        framed = moved and self.journal is not None and tick % EVERY == 0
        snapshot = picture() if moved and (framed or self.digest) else None
        if self.digest:
            if snapshot:
                self.digest.add_snapshot(snapshot)
            self.digest.add_events(events)
        if self.journal:
            self._write(self.journal, tick, events, snapshot if framed else None)

    def _write(self, journal: Journal, tick: int, events: Sequence[Event], frame: Snapshot | None) -> None:
        if frame and self._frames.wants_whole(tick):
            self._events.start_afresh()
        lines: dict[int, dict[str, object]] = {}
        for at, group in groupby(events, key=lambda event: event.tick):
            lines.setdefault(at, {})["e"] = [self._events.pack(event) for event in group]
        if frame:
            lines.setdefault(tick, {}).update(self._frames.pack(frame), f=1)
        for at, line in lines.items():
            journal.write({"t": at, **line})
