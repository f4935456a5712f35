"""What a person could be seen doing before a moment, from the pictures of the record: the ordinary reason, perhaps."""

from game.record import Recording
from game.view import POSES

from ..watch.pointing import row_of

BEFORE, EVERY = 300, 5
"""Ticks that are looked back, and between two looks."""
MOST = 5
"""Lines of what somebody did before: the latest of them, as many as can be taken in at a glance."""


def deeds(recording: Recording, person: int, tick: int) -> str:
    """What they did in the half minute before a tick, in the order of first doing it, to be read after "they"."""
    done: dict[str, None] = {}
    for moment in range(max(0, tick - BEFORE), tick + 1, EVERY):
        snapshot = recording.snapshot(moment)
        if (row := row_of(snapshot, person)) is not None:
            done[POSES[snapshot.pose[row]].impression.did] = None
    said = list(done)[-MOST:]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}" if said else ""
