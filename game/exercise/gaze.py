"""What the trainee's view lets them see: the main view, the inspector, and what any view could have shown."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, cycle, islice, pairwise

import numpy as np

from game.log import Exposed, Observable
from game.sampling import OPEN_TO_VIEW
from game.view import Snapshot, Viewpoint
from game.view.exposure import Exposure, Eye, Panel, Shown
from game.view.prism import Prism
from game.view.snapshot import Floats, Ints
from game.view.viewpoint import COS_DOWN

INSPECTOR_SIZE = (420, 420)
"""Width and height of the inspector's picture in px."""
INSPECTOR_HEIGHT = 260
"""How tall the inspector shows a standing person, in px."""
AT_ONCE = 16
"""Moments measured in one pass, where they are known."""


def close_up(
    viewpoint: Viewpoint, x: float, y: float, stature: float, size: tuple[int, int] = INSPECTOR_SIZE
) -> Viewpoint:
    """The inspector's view of a person of this stature (m) who stands at x, y, from the main view's turn."""
    width, height = size
    tall = INSPECTOR_HEIGHT if size == INSPECTOR_SIZE else 0.78 * height
    scale = tall / (stature * COS_DOWN)
    centred = Viewpoint(x, y, scale, viewpoint.turn, width, height)
    middle = centred.floor_at(width / 2, height / 2 - tall / 2)
    return replace(centred, x=middle[0], y=middle[1])


class Watch:
    """Measures who is in view; knows the venue's props and how tall everyone is (m, by person id).

    It keeps what it has measured last, so that trainees who watch the same run side by side may share it. Of a run that
    has been played already it may know what is coming; then it measures several moments in one pass.
    """

    def __init__(self, prisms: Sequence[Prism], statures: Floats, coming: Sequence[Snapshot] = ()) -> None:
        """A watch over a venue with these props; of what is coming, the snapshots that will be sampled, in order."""
        self._eye = Eye(prisms)
        self._statures = statures
        self._coming = tuple(coming)
        self._place = {snapshot.tick: n for n, snapshot in enumerate(coming)}
        self._asked: dict[int, tuple[int, ...]] = {}
        self._shown: dict[int, dict[int, Shown]] = {}
        self._observable: Observable | None = None

    def ready(self) -> None:
        """Take in the props from all sides now, so that no turn of the view waits for it."""
        self._eye.ready()

    def shown(self, turn: int, snapshot: Snapshot) -> Shown:
        """Everyone, as seen from a turn."""
        known = self._shown.get(turn, {})
        if snapshot.tick not in known:
            several = self._several(turn, snapshot)
            shown = self._eye.show_each(turn, several, self._statures)
            known = self._shown[turn] = {one.tick: what for one, what in zip(several, shown, strict=True)}
        return known[snapshot.tick]

    def _several(self, turn: int, snapshot: Snapshot) -> Sequence[Snapshot]:
        """This snapshot, and those to come for which the turn will be asked if it goes on as up to now."""
        now = self._place.get(snapshot.tick)
        if now is None:
            return [snapshot]
        asked = (*self._asked.get(turn, ()), now)[-3:]
        gaps = [after - before for before, after in pairwise(asked)]
        regular = len(gaps) == 2 and min(gaps) > 0
        ahead = islice(accumulate(cycle(gaps), initial=now), AT_ONCE) if regular else [now]
        places = [place for place in ahead if place < len(self._coming)]
        self._asked[turn] = (*asked[:-1], *places)[-3:]
        return [self._coming[place] for place in places]

    def inspector(
        self, viewpoint: Viewpoint, snapshot: Snapshot, person: int, size: tuple[int, int] = INSPECTOR_SIZE
    ) -> Viewpoint | None:
        """The inspector's view of a person, if they are present."""
        row = int(np.searchsorted(snapshot.ids, person))
        if row == len(snapshot.ids) or snapshot.ids[row] != person:
            return None
        x, y = snapshot.position[row].tolist()
        return close_up(viewpoint, x, y, float(self._statures[person]), size)

    def observable(self, snapshot: Snapshot, shown: Shown) -> Observable:
        """Everyone whom one of the four turns would show, however close one may zoom; `shown` is one of them."""
        if self._observable is None or self._observable.tick != snapshot.tick:
            hidden = self._hidden(snapshot, shown)
            self._observable = Observable(snapshot.tick, tuple(np.delete(snapshot.ids, hidden).tolist()))
        return self._observable

    def _hidden(self, snapshot: Snapshot, shown: Shown) -> Ints:
        """The rows that no turn shows enough of; turns that have been measured already are asked first."""
        waiting: Ints = (shown.share < OPEN_TO_VIEW).nonzero()[0]
        measured = {turn: moments[snapshot.tick] for turn, moments in self._shown.items() if snapshot.tick in moments}
        for other in measured.values():
            waiting = waiting[other.share.take(waiting) < OPEN_TO_VIEW]
        for turn in range(4):
            if turn not in measured and len(waiting):
                share = self._eye.show(turn, snapshot, self._statures, waiting).share
                waiting = waiting[share < OPEN_TO_VIEW]
        return waiting


def best(shown: Shown, viewpoint: Viewpoint, panels: Sequence[Panel], inspected: Viewpoint | None) -> Exposure:
    """What the main view and the inspector show of each person: the better of the two."""
    exposure = shown.within(viewpoint, panels)
    return exposure if inspected is None else exposure.best(shown.within(inspected))


def exposed(snapshot: Snapshot, exposure: Exposure, least: float) -> Exposed:
    """The log's record of a sample: everyone of whom at least so much of the body was in view."""
    rows = np.nonzero(exposure.share >= least)[0]
    height, share = np.round(exposure.height[rows]), np.round(exposure.share[rows] * 100)
    return Exposed(
        snapshot.tick,
        tuple(snapshot.ids[rows].tolist()),
        tuple(height.astype(np.int64).tolist()),
        tuple(share.astype(np.int64).tolist()),
        tuple(exposure.parts[rows].tolist()),
    )
