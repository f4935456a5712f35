"""Nobody leaps, nobody appears or goes before our eyes, and nobody starts or stops in no time."""

from collections.abc import Iterator, Mapping

import numpy as np

from game.clock import TICKS_PER_SECOND
from game.scenario import Layout
from game.timetable import Service

from .finding import Episodes, Finding, Moment, make_finding

LEAP = 0.5
"""Metres in a tick that nobody goes: 5 m/s."""
SUDDEN = 0.7
"""m/s by which nobody's speed changes within a tick, to stay so: a runner at the blocks gains as much."""
BEYOND = 0.5
"""Metres outside the venue's edge from which on somebody may come into being."""

DOORS, SHUTTING = 0.6, TICKS_PER_SECOND
"""Metres past a platform's edge from which on somebody is within a train, and ticks that its doors take to shut."""


class Leaps:
    """Nobody goes more than half a metre in a tick."""

    def __init__(self) -> None:
        self._episodes = Episodes()

    def look(self, moment: Moment) -> Iterator[Finding]:
        """Those who leapt in this tick."""
        _, was, are = moment.both()
        step = moment.now.position[are] - moment.before.position[was]
        far = np.sqrt((step * step).sum(axis=1))
        for n in np.flatnonzero(far > LEAP).tolist():
            yield make_finding("leap", moment.now, int(are[n]), f"{far[n]:.2f} m in a tick")


class Starts:
    """Nobody goes over from one speed to quite another between two ticks; a push that is over at once is none."""

    def __init__(self) -> None:
        self._last: dict[int, list[float]] = {}

    def look(self, moment: Moment) -> Iterator[Finding]:
        """Those who started or stopped two ticks ago; who leapt is found elsewhere."""
        ids, was, are = moment.both()
        step = moment.now.position[are] - moment.before.position[was]
        speeds = np.sqrt((step * step).sum(axis=1)) * TICKS_PER_SECOND
        last, self._last = self._last, {}
        for n, (person, speed) in enumerate(zip(ids.tolist(), speeds.tolist(), strict=True)):
            kept = self._last[person] = [*last.get(person, [])[-4:], speed]
            before, after = kept[:3], kept[3:]
            leapt = max(kept) >= LEAP * TICKS_PER_SECOND
            if len(kept) == 5 and not leapt and max(min(before) - max(after), min(after) - max(before)) > SUDDEN:
                yield make_finding(
                    "sudden", moment.now, int(are[n]), f"{before[2]:.2f} to {after[0]:.2f} m/s in a tick"
                )


class Appearances:
    """Whoever comes and whoever goes does so beyond the venue's edge, in a train, or out of sight on another level."""

    def __init__(self, layout: Layout, trains: Mapping[str, Service] | None = None) -> None:
        """`trains` by platform; without any, nobody gets in or out of one."""
        self._size, self._trains = layout.venue.size, trains or {}
        self._passages = layout.passages
        self._indoors = [passage for passage in layout.passages.values() if passage.kind in ("shop", "staff only")]

    def look(self, moment: Moment) -> Iterator[Finding]:
        """Those who appeared or vanished in this tick."""
        for snapshot, other, words in (
            (moment.now, moment.before, "appears in the middle of the floor"),
            (moment.before, moment.now, "vanishes in the middle of the floor"),
        ):
            for row in np.flatnonzero(~np.isin(snapshot.ids, other.ids, assume_unique=True)).tolist():
                x, y = snapshot.position[row].tolist()
                if not self._out_of_sight(x, y, float(snapshot.base[row])) and not self._aboard(x, y, moment.tick):
                    yield make_finding("appearance", snapshot, row, words)

    def _aboard(self, x: float, y: float, tick: int) -> bool:
        """Whether this is within a train whose doors stand open, are about to open or have just shut."""
        for platform, service in self._trains.items():
            across, forth = self._passages[platform].measure((x, y))
            there = service.stands(tick + SHUTTING) or service.stands(tick - SHUTTING - 2)
            if there and abs(across) < self._passages[platform].half and forth > DOORS:
                return True
        return False

    def _out_of_sight(self, x: float, y: float, base: float) -> bool:
        width, depth = self._size
        indoors = any(
            passage.measure((x, y))[1] > 0
            and abs(x - passage.at[0]) + abs(y - passage.at[1]) < passage.half + passage.run
            for passage in self._indoors
        )
        return indoors or base != 0.0 or min(x, y, width - x, depth - y) < -BEYOND
