"""Clips of behaviours as they were played, for a guide to show and a drill to ask about: pictures, and no answer."""

import numpy as np

from game.view.best_side import best_side
from game.view.footage import Footage

from .gaze_targets import Regard, seen_from_front
from .performing import Performance

BEFORE = 8
"""Ticks of the way there that are shown first, so that the eye has found whom it is about."""
LONGEST = 300
"""Ticks after which a clip ends: what takes longer than half a minute is the same over and over by then."""
MOMENTS = 5
"""Moments by which the side is chosen from which it is seen."""


def film(played: Performance) -> Footage:
    """The whole act, up to half a minute of it."""
    until = min(played.ended, played.began + LONGEST)
    ticks = [tick for tick in range(played.began - BEFORE, until + 1) if played.there(tick)]
    regard = Regard(played)
    looked = [regard.at(tick) for tick in ticks]
    statures = np.array([person.looks.stature for person in played.staged.cast.people])
    chosen = np.linspace(0, len(ticks) - 1, MOMENTS).astype(int).tolist()
    moments = [(played.snapshot(ticks[n]), played.row(ticks[n]), seen_from_front(looked[n])) for n in chosen]
    turn = best_side(moments, statures, played.staged.layout.prisms)
    return Footage(
        played.person, tuple(played.snapshot(tick) for tick in ticks), tuple(looked),
        tuple(regard.lens(tick) for tick in ticks), turn, max(0, played.telling - ticks[0]),
    )
