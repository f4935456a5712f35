"""The scene between two kept frames."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.view import Item, Snapshot

from .frames import ANGLES, EVERY, PHASES, PITCHES, FrameColumn, Half

_TURN = 2 * np.pi / ANGLES
_STEADY = 2
"""Frames on either side over which speed is taken."""

Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Frame:
    """Everyone present at a tick: ids ascending, and a row of `FrameColumn`s each."""

    tick: int
    ids: Half
    rows: Half
    items: tuple[Item, ...]


def between(frames: Sequence[Frame], first: int, tick: int) -> Snapshot:
    """The scene at a tick at or after frame `first` and before the next. Poses are those of the frame before."""
    now = frames[first]
    later = _follow(frames, first)
    rows = now.rows.astype(np.float64)
    after = _match(now, later).astype(np.float64)
    share = 0.0 if later.tick <= now.tick else min(max((tick - now.tick) / (later.tick - now.tick), 0.0), 1.0)

    def mix(column: FrameColumn, turn: int = 0) -> Reals:
        step = after[:, column] - rows[:, column]
        if turn:
            step = (step + turn / 2) % turn - turn / 2
        return rows[:, column] + share * step

    same = rows[:, FrameColumn.POSE] == after[:, FrameColumn.POSE]
    phase = np.where(same, mix(FrameColumn.PHASE, PHASES), rows[:, FrameColumn.PHASE]) / PHASES % 1.0
    return Snapshot(
        tick=tick,
        ids=now.ids.astype(np.int64),
        position=np.column_stack([mix(FrameColumn.X), mix(FrameColumn.Y)]) / 100,
        heading=_direction(mix(FrameColumn.HEADING, ANGLES)),
        head=_direction(mix(FrameColumn.HEAD, ANGLES)),
        gaze=_direction(mix(FrameColumn.GAZE, ANGLES)),
        pitch=mix(FrameColumn.PITCH) / PITCHES,
        hand=_direction(mix(FrameColumn.HAND, ANGLES)),
        pose=now.rows[:, FrameColumn.POSE].astype(np.int64),
        phase=phase,
        held=now.rows[:, FrameColumn.HELD].astype(np.int64),
        speed=_speed(frames, first),
        base=mix(FrameColumn.BASE) / 100,
        bag=now.rows[:, FrameColumn.BAG].astype(np.int64),
        items=now.items,
    )


def _follow(frames: Sequence[Frame], first: int) -> Frame:
    """The next frame if it truly follows; across a gap the scene stands still."""
    later = frames[min(first + 1, len(frames) - 1)]
    return later if later.tick - frames[first].tick <= 2 * EVERY else frames[first]


def _match(now: Frame, other: Frame) -> Half:
    """The other frame's rows for the people of this one; those who are not in it keep their rows."""
    rows = now.rows.copy()
    _, here, there = np.intersect1d(now.ids, other.ids, assume_unique=True, return_indices=True)
    rows[here] = other.rows[there]
    return rows


def _direction(angle: Reals) -> Reals:
    return np.column_stack([np.cos(angle * _TURN), np.sin(angle * _TURN)])


def _speed(frames: Sequence[Frame], first: int) -> Reals:
    """Walking speed in m/s, over the frames around."""
    now = frames[first]
    back, ahead = frames[max(first - _STEADY, 0)], frames[min(first + _STEADY, len(frames) - 1)]
    seconds = (ahead.tick - back.tick) / 10
    if seconds <= 0 or seconds > 2:
        return np.zeros(len(now.ids))
    step = (_match(now, ahead) - _match(now, back))[:, : FrameColumn.Y + 1] / 100.0
    speed: Reals = np.sqrt((step**2).sum(axis=1)) / seconds
    return np.where(speed < 0.15, 0.0, speed)
