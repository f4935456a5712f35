"""What the trainee's view lets them see: the main view, the inspector, and what any view could have shown."""

from collections.abc import Sequence
from itertools import accumulate, cycle, islice, pairwise

import numpy as np
from numpy.typing import NDArray

from game.acts import Look
from game.cast import Looks
from game.log import Exposed, Observable
from game.sampling import OPEN_TO_VIEW
from game.view import Snapshot, Viewpoint
from game.view.close_up import close_up
from game.view.exposure import Exposure, Eye, Shown
from game.view.prism import Prism
from game.view.snapshot import Ints

from .description import itemise

AT_ONCE = 16
"""Moments measured in one pass, where they are known."""
OPENLY, WHOLLY = 0.6, 0.85
"""Shares of a body that a side of the inspector must show to be kept, and to be gone back to. The gap between them
keeps it from turning to and fro with everyone who walks by."""
LARGE = 100.0
"""Px from which somebody in the middle third of the view is taken to be looked at: a seventh of a window's height, and
nearly twice as tall as in the view that an exercise opens with, in which a third of the hall is in the middle."""
CHEST = 1.2
"""Metres above the floor at which eyes rest on somebody."""


class Gaze:
    """Measures who is in view; knows the venue's props and how everyone looks, by person id.

    It keeps what it has measured last, so that trainees who watch the same run side by side may share it. Of a run that
    has been played already it may know what is coming; then it measures several moments in one pass.
    """

    def __init__(self, prisms: Sequence[Prism], looks: Sequence[Looks], coming: Sequence[Snapshot] = ()) -> None:
        """Upon a venue with these props; of what is coming, the snapshots that will be sampled, in order."""
        self.appearances = tuple(itemise(person) for person in looks)
        self._eye = Eye(prisms)
        self._statures = np.array([person.stature for person in looks])
        self._coming = tuple(coming)
        self._place = {snapshot.tick: n for n, snapshot in enumerate(coming)}
        self._asked: dict[int, tuple[int, ...]] = {}
        self._shown: dict[int, dict[int, Shown]] = {}
        self._observable: Observable | None = None

    def ready(self) -> None:
        """Take in the props from all sides now, so that no turn of the view waits for it."""
        self._eye.ready()

    def show(self, turn: int, snapshot: Snapshot) -> Shown:
        """Everyone, as seen from a turn."""
        known = self._shown.get(turn, {})
        if snapshot.tick not in known:
            several = self._several(turn, snapshot)
            shown = self._eye.show_each(turn, several, self._statures)
            known = self._shown[turn] = {moment.tick: what for moment, what in zip(several, shown, strict=True)}
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

    def inspector(self, look: Look, snapshot: Snapshot, person: int, side: int) -> Viewpoint | None:
        """The inspector's view of a person from a side while the trainee looks so, if they are present."""
        row = _row(snapshot, person)
        if row is None:
            return None
        x, y = snapshot.position[row].tolist()
        at = x, y, float(snapshot.base[row])
        return close_up(at, float(self._statures[person]), side, look.inspector)

    def side(self, turn: int, snapshot: Snapshot, person: int, before: int) -> int:
        """The side from which a person is seen best: as the main view does, or as `before`, where that will do."""
        row = _row(snapshot, person)
        if row is None:
            return turn

        def free(side: int) -> float:
            return float(self.show(side, snapshot).share[row])

        if free(turn) >= (OPENLY if before == turn else WHOLLY):
            return turn
        if before != turn and free(before) >= OPENLY:
            return before
        return max((turn, *(side for side in range(4) if side != turn)), key=free)

    def observable(self, snapshot: Snapshot, shown: Shown) -> Observable:
        """Everyone whom one of the four turns would show, however close one may zoom; `shown` is one of them."""
        if self._observable is None or self._observable.tick != snapshot.tick:
            hidden = self._find_hidden(snapshot, shown)
            self._observable = Observable(snapshot.tick, tuple(np.delete(snapshot.ids, hidden).tolist()))
        return self._observable

    def _find_hidden(self, snapshot: Snapshot, shown: Shown) -> Ints:
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


def _row(snapshot: Snapshot, person: int) -> int | None:
    row = int(np.searchsorted(snapshot.ids, person))
    return row if row < len(snapshot.ids) and snapshot.ids[row] == person else None


def upon(snapshot: Snapshot, exposure: Exposure, look: Look, inspected: int | None) -> NDArray[np.bool_]:
    """On which rows the eyes probably are: the one in the inspector, and whoever is large and near the middle."""
    view = look.viewpoint
    across, down = (np.abs(view.project(snapshot.position, CHEST) - (view.width / 2, view.height / 2))).T
    # The middle third each way. Narrower, and a trainee who looks well is not believed; wider, and one is who pans
    # past.
    middle: NDArray[np.bool_] = (across < view.width / 6) & (down < view.height / 6)
    eyes: NDArray[np.bool_] = middle & (exposure.height >= LARGE)
    return eyes if inspected is None else eyes | (snapshot.ids == inspected)


def record_exposure(snapshot: Snapshot, exposure: Exposure, least: float, eyes: NDArray[np.bool_]) -> Exposed:
    """The log's record of a sample: everyone of whom at least so much of the body was in view; `eyes` are on some."""
    rows = np.nonzero(exposure.share >= least)[0]
    height, share = np.round(exposure.height[rows]), np.round(exposure.share[rows] * 100)
    return Exposed(
        snapshot.tick,
        tuple(snapshot.ids[rows].tolist()),
        tuple(height.astype(np.int64).tolist()),
        tuple(share.astype(np.int64).tolist()),
        tuple(exposure.parts[rows].tolist()),
        tuple(snapshot.ids[rows][eyes[rows]].tolist()),
    )
