"""One number for a whole run: two runs with the same digest were the same, to the last bit."""

from collections.abc import Iterable
from hashlib import sha256

import numpy as np

from game.log import Event
from game.view import Snapshot


class Digest:
    """SHA-256 over every snapshot and event, in order."""

    def __init__(self) -> None:
        """The digest of nothing yet."""
        self._sum = sha256()

    def add_events(self, events: Iterable[Event]) -> None:
        """Take these events in."""
        for event in events:
            self._sum.update(repr(event).encode())

    def add_snapshot(self, snapshot: Snapshot) -> None:
        """Take this snapshot in, bit by bit, the same on every kind of machine."""
        self._sum.update(f"{snapshot.tick}/{len(snapshot.ids)}/{snapshot.items!r}".encode())
        for whole in (snapshot.ids, snapshot.pose, snapshot.held, snapshot.bag):
            self._sum.update(np.ascontiguousarray(whole, dtype="<i8").tobytes())
        for real in (
            snapshot.position, snapshot.heading, snapshot.head, snapshot.gaze, snapshot.pitch, snapshot.hand,
            snapshot.phase, snapshot.speed, snapshot.base,
        ):
            self._sum.update(np.ascontiguousarray(real, dtype="<f8").tobytes())

    def hex(self) -> str:
        """The digest so far, as 64 hexadecimal digits."""
        return self._sum.hexdigest()
