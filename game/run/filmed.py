"""Clips of behaviours as they were played, for a guide to show and a drill to ask about: pictures, and no answer."""

import numpy as np

from game.view.best_side import best_side
from game.view.footage import Footage

from .gaze_targets import Regard, is_seen_from_front
from .performing import Performance

BEFORE = 8
"""Ticks of the way there that are shown first, so that the eye has found whom it is about."""
LONGEST = 300
"""Ticks that a clip takes at the most: what takes longer than half a minute is much the same over and over."""
AFTER = 40
"""Ticks shown of the moment by which it is made out, at the least."""
MOMENTS = 5
"""Moments by which the side is chosen from which it is seen."""


def film(played: Performance) -> Footage:
    """The whole act; of a longer one the half minute that has the moment by which it is made out."""
    until = min(played.ended, max(played.began + LONGEST, played.telling + AFTER))
    first = max(played.began, until - LONGEST) - BEFORE
    ticks = [tick for tick in range(first, until + 1) if played.there(tick)]
    regard = Regard(played)
    looked = [regard.at(tick) for tick in ticks]
    statures = np.array([person.looks.stature for person in played.staged.cast.people])
    chosen = np.linspace(0, len(ticks) - 1, MOMENTS).astype(int).tolist()
    moments = [(played.snapshot(ticks[n]), played.row(ticks[n]), is_seen_from_front(looked[n])) for n in chosen]
    turn = best_side(moments, statures, played.staged.layout.prisms)
    return Footage(
        played.person, tuple(played.snapshot(tick) for tick in ticks), tuple(looked),
        tuple(regard.lens(tick) for tick in ticks), turn, max(0, played.telling - ticks[0]),
    )
