"""From which of the four sides somebody's act is seen best."""

from collections.abc import Sequence

from .exposure import measure
from .prism import Prism
from .snapshot import Floats, Snapshot
from .viewpoint import Viewpoint

FRONT = 0.9
"""What is seen from its front alone, and what that is worth."""
LIKE = 0.6
"""What it is worth to see one moment from the same side as another."""
SCALE, PANEL = 80.0, 600
"""The view in which it is tried: px/m, and the width and height in px."""

Moment = tuple[Snapshot, int, bool]
"""What could be seen, the row of whom it is about, and whether they turn to something seen from its front alone."""


def best_side(
    moments: Sequence[Moment], statures: Floats, prisms: Sequence[Prism], like: int | None = None
) -> int:
    """The quarter turn from which face and hands are seen best: half from the side, since an arm held out to the viewer
    cannot be told from one that hangs; `like` another unless that hides much.
    """
    scores = []
    for turn in range(4):
        total = LIKE if turn == like else 0.0
        for snapshot, row, fronted in moments:
            x, y = snapshot.position[row].tolist()
            view = Viewpoint(x, y, SCALE, turn, PANEL, PANEL)
            aside = float(view.direction(snapshot.head[row])[1])
            # To be seen whole counts five times as much as to be seen at the best angle, which is half from the side,
            # at 27°.
            total += 5 * float(measure(view, snapshot, statures, prisms).share[row]) - abs(aside + 0.45)
            total += FRONT * aside if fronted else 0.0
        scores.append(total)
    return scores.index(max(scores))
