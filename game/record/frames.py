"""Where everyone was and what could be seen of them, three times a second, written as changes.

Each person is a row of whole numbers (`FrameColumn`). Position and phase are foretold from their last speed, and only
what differs by more than can be seen is written; writer and reader foretell alike. Head and hand are kept as turned
from the hips, gaze as turned from the head, so that whoever turns as a whole costs one number.
"""

from collections.abc import Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from game.view import HELD, POSES, Item, Snapshot

from .line import Line

EVERY = 3
"""Ticks between two frames."""
WHOLE_EVERY = 200
"""Ticks between two frames that stand by themselves."""
PHASES, ANGLES, PITCHES = 64, 256, 8
"""Steps in a cycle, in a full turn, and from level to straight up."""

Whole = NDArray[np.int64]
Half = NDArray[np.int16]


class FrameColumn(IntEnum):
    """What is kept of a person: cm, steps of phase and angle, indices into POSES and HELD."""

    X = 0
    Y = 1
    PHASE = 2
    HEADING = 3
    HEAD = 4
    GAZE = 5
    HAND = 6
    PITCH = 7
    POSE = 8
    HELD = 9
    BASE = 10
    BAG = 11


WIDTH = len(FrameColumn)
_FAR = np.iinfo(np.int16).max
"""cm or steps: what a frame can hold, and farther than any venue reaches."""
_LISTS = {FrameColumn.POSE: len(POSES), FrameColumn.HELD: len(HELD), FrameColumn.BAG: 2}
"""The columns that are indices, and of how many."""
_FORETOLD = slice(FrameColumn.X, FrameColumn.PHASE + 1)
_SLACK = {FrameColumn.HEADING: 6, FrameColumn.HEAD: 6, FrameColumn.GAZE: 5, FrameColumn.HAND: 8}
"""Steps of angle by which a direction may differ before it is written again."""
_FROM = {
    FrameColumn.HEAD: FrameColumn.HEADING, FrameColumn.GAZE: FrameColumn.HEAD, FrameColumn.HAND: FrameColumn.HEADING
}  # fmt: skip
"""What each direction is kept as turned from; what others are turned from comes before them."""
_NEAR, _SWERVE = 4, 8
"""cm or steps that are written; beyond the second, the speed is taken to have changed at once."""


class Track:
    """The state that writer and reader share: one row a person, growing as ids come."""

    def __init__(self) -> None:
        """Nobody yet."""
        self.present: NDArray[np.bool_] = np.zeros(0, dtype=bool)
        self.at: NDArray[np.float64] = np.zeros((0, 3))
        self.speed: NDArray[np.float64] = np.zeros((0, 3))
        self.rows: Whole = np.zeros((0, WIDTH), dtype=np.int64)

    def make_room(self, ids: Whole) -> None:
        """Have a row for each of these ids."""
        more = int(ids.max(initial=-1)) + 1 - len(self.present)
        if more > 0:
            self.present = np.concatenate([self.present, np.zeros(more, dtype=bool)])
            self.at = np.concatenate([self.at, np.zeros((more, 3))])
            self.speed = np.concatenate([self.speed, np.zeros((more, 3))])
            self.rows = np.concatenate([self.rows, np.zeros((more, WIDTH), dtype=np.int64)])

    def enter(self, ids: Whole, rows: Whole) -> None:
        """Set these people to these rows, at rest."""
        self.make_room(ids)
        self.present[ids], self.rows[ids] = True, rows
        self.at[ids], self.speed[ids] = rows[:, _FORETOLD], 0.0

    def leave(self, ids: Whole) -> None:
        """Take these people away."""
        self.present[ids], self.speed[ids] = False, 0.0

    def foretell(self) -> None:
        """Let everyone go on as they were; whoever is not there has no speed."""
        self.at += self.speed

    def correct(self, ids: Whole, off: Whole, columns: slice) -> None:
        """Add what was foretold wrongly, and learn the speed from it."""
        self.at[:, columns][ids] += off
        gain = np.where(np.abs(off) > _SWERVE, 1.0, 0.25)
        self.speed[:, columns][ids] += gain * off

    def present_rows(self) -> tuple[Whole, Whole]:
        """The ids present, ascending, and their rows."""
        ids = self.present.nonzero()[0]
        rows = self.rows[ids]
        rows[:, _FORETOLD] = np.rint(self.at[ids])
        for column, other in _FROM.items():
            rows[:, column] = (rows[:, column] + rows[:, other]) % ANGLES
        return ids, rows

    def direction(self, ids: Whole, column: FrameColumn) -> Whole:
        """The direction of these people as a reader will have it."""
        turned: Whole = self.rows[ids, column]
        if column in _FROM:
            turned = (turned + self.direction(ids, _FROM[column])) % ANGLES
        return turned


class FrameWriter:
    """Turns snapshots into lines."""

    def __init__(self) -> None:
        """A writer that has seen nothing."""
        self._track = Track()
        self._items: tuple[Item, ...] = ()
        self._whole_at: int | None = None

    def wants_whole(self, tick: int) -> bool:
        """Whether the next frame should stand by itself."""
        return self._whole_at is None or tick - self._whole_at >= WHOLE_EVERY

    def pack(self, snapshot: Snapshot) -> dict[str, object]:
        """What the line of this tick holds of the picture."""
        ids, rows = snapshot.ids, _rows(snapshot)
        line: dict[str, object] = {}
        if self.wants_whole(snapshot.tick):
            self._whole_at, self._track, self._items = snapshot.tick, Track(), ()
            line["whole"] = 1
        track = self._track
        track.make_room(ids)
        track.foretell()
        self._pack_coming_and_going(ids, rows, line)
        self._pack_motion(ids, rows, line)
        self._pack_changes(ids, rows, line)
        if snapshot.items != self._items:
            self._items = snapshot.items
            line["items"] = [_write(item) for item in self._items]
        return line

    def _pack_coming_and_going(self, ids: Whole, rows: Whole, line: dict[str, object]) -> None:
        track = self._track
        here = np.zeros(len(track.present), dtype=bool)
        here[ids] = True
        gone = np.flatnonzero(track.present & ~here)
        if len(gone):
            track.leave(gone)
            line["out"] = gone.tolist()
        come = ~track.present[ids]
        if come.any():
            entering = rows[come]
            entering[:, FrameColumn.PHASE] %= PHASES
            for column, other in reversed(_FROM.items()):
                entering[:, column] = (entering[:, column] - entering[:, other]) % ANGLES
            track.enter(ids[come], entering)
            line["in"] = np.column_stack([ids[come], entering]).tolist()

    def _pack_motion(self, ids: Whole, rows: Whole, line: dict[str, object]) -> None:
        off = rows[:, _FORETOLD] - np.rint(self._track.at[ids]).astype(np.int64)
        off[:, 2] = _around(off[:, 2], PHASES)
        for name, columns in (("m", slice(0, 2)), ("s", slice(2, 3))):
            wrong = (np.abs(off[:, columns]) >= _NEAR).any(axis=1)
            if wrong.any():
                self._track.correct(ids[wrong], off[wrong, columns], columns)
                line[name] = _flat(ids[wrong], off[wrong, columns])

    def _pack_changes(self, ids: Whole, rows: Whole, line: dict[str, object]) -> None:
        known = self._track.rows
        for column in FrameColumn:
            if column < FrameColumn.HEADING:
                continue
            now = rows[:, column]
            if column in _FROM:
                now = (now - self._track.direction(ids, _FROM[column])) % ANGLES
            off = np.abs(now - known[ids, column])
            slack = _SLACK.get(column)
            changed = off > 0 if slack is None else np.minimum(off, ANGLES - off) >= slack
            if changed.any():
                known[ids[changed], column] = now[changed]
                line[str(int(column))] = _flat(ids[changed], now[changed])



def _write(item: Item) -> list[str | float]:
    return [item.kind, round(item.x, 2), round(item.y, 2), item.turn, item.colour]


class FrameReader:
    """Turns lines back into rows of a cast of so many `people`.

    After `lose`, frames are left out until one stands by itself.
    """

    def __init__(self, people: int) -> None:
        self._people = people
        self._track = Track()
        self._items: tuple[Item, ...] = ()
        self._lost = True

    def lose(self) -> None:
        """Something is missing: changes can no longer be followed."""
        self._lost = True

    def unpack(self, line: Line) -> tuple[Half, Half, tuple[Item, ...]] | None:
        """Ids, rows and things on the floor. Raises ValueError, IndexError or OverflowError for what is not a frame."""
        if line.whole:
            self._track, self._items, self._lost = Track(), (), False
            self._track.make_room(np.array([self._people - 1]))
        if self._lost:
            return None
        gone, come = _whole(line.out, 1)[:, 0], _whole(line.in_, WIDTH + 1)
        moves = [(_unflat(line.m, 2), slice(0, 2)), (_unflat(line.s, 1), slice(2, 3))]
        changes = [(_unflat(numbers, 1), FrameColumn(int(column))) for column, numbers in line.columns.items()]
        _check(np.concatenate([gone, come[:, 0], *(ids for (ids, _), _ in (*moves, *changes))]), self._people)
        self._track.foretell()
        self._come_and_go(gone, come)
        for (ids, off), columns in moves:
            if len(ids):
                self._track.correct(ids, off, columns)
        for (ids, values), column in changes:
            self._change(column, ids, values[:, 0])
        if line.items is not None:
            self._items = tuple(Item(*item) for item in line.items)
        if np.abs(self._track.at).max(initial=0) > _FAR:
            raise ValueError("out of this world")
        ids, rows = self._track.present_rows()
        rows[:, FrameColumn.PHASE] %= PHASES
        return ids.astype(np.int16), rows.astype(np.int16), self._items

    def _come_and_go(self, gone: Whole, come: Whole) -> None:
        if len(gone):
            self._track.leave(gone)
        if len(come):
            for column, entries in _LISTS.items():
                _check(come[:, 1 + column], entries)
            self._track.enter(come[:, 0], come[:, 1:])

    def _change(self, column: FrameColumn, ids: Whole, values: Whole) -> None:
        if column in _LISTS:
            _check(values, _LISTS[column])
        self._track.rows[ids, column] = values


def _check(indices: Whole, entries: int) -> None:
    """Raise ValueError unless each is an index into so many entries."""
    if indices.min(initial=0) < 0 or indices.max(initial=-1) >= entries:
        raise ValueError(f"there are {entries} entries")


def _whole(numbers: Sequence[object], width: int) -> Whole:
    return np.array(numbers, dtype=np.int64).reshape(-1, width)


def _flat(ids: Whole, values: Whole) -> list[int]:
    """Ids, as steps from one to the next, each followed by its values."""
    numbers: list[int] = np.column_stack([np.diff(ids, prepend=0), values]).ravel().tolist()
    return numbers


def _unflat(numbers: Sequence[int], width: int) -> tuple[Whole, Whole]:
    """The ids and values in such a list."""
    rows = _whole(numbers, 1 + width)
    return rows[:, 0].cumsum(), rows[:, 1:]


def _around(difference: Whole, turn: int) -> Whole:
    """The same difference on a circle, the short way."""
    return (difference + turn // 2) % turn - turn // 2


def _angle(vector: NDArray[np.float64]) -> Whole:
    turned = np.rint(np.arctan2(vector[:, 1], vector[:, 0]) * (ANGLES / (2 * np.pi)))
    return turned.astype(np.int64) % ANGLES


def _rows(snapshot: Snapshot) -> Whole:
    rows = np.zeros((len(snapshot.ids), WIDTH), dtype=np.int64)
    rows[:, FrameColumn.X : FrameColumn.Y + 1] = np.rint(snapshot.position * 100)
    rows[:, FrameColumn.PHASE] = np.rint(snapshot.phase * PHASES)
    for column, vector in (
        (FrameColumn.HEADING, snapshot.heading),
        (FrameColumn.HEAD, snapshot.head),
        (FrameColumn.GAZE, snapshot.gaze),
        (FrameColumn.HAND, snapshot.hand),
    ):
        rows[:, column] = _angle(vector)
    rows[:, FrameColumn.PITCH] = np.rint(snapshot.pitch * PITCHES)
    rows[:, FrameColumn.POSE], rows[:, FrameColumn.HELD] = snapshot.pose, snapshot.held
    rows[:, FrameColumn.BASE] = np.rint(snapshot.base * 100)
    rows[:, FrameColumn.BAG] = snapshot.bag
    return rows
