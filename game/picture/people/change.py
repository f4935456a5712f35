"""How people go over from one pose to the next: remembered from what was seen of them, tick by tick."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.view import HELD, POSES, Held, Pose, Snapshot
from game.view.poses import clips
from game.view.skeleton import frame
from game.view.snapshot import Floats, Ints

GAP = 6
"""Ticks unseen after which nobody is taken to go over from what they did before."""
PARTS, FINE_PARTS = 4, 12
"""Steps of a change; of somebody drawn large."""
_PACE = 1.4
"""m/s at which hands, feet, knees and elbows go over, on average."""
_GAIT = np.array([clips()[pose].gait is not None for pose in POSES])
_DOING = ("pose", "phase", "held", "speed")
_PASS, _STEP = 32, 0.2
"""Steps of the phase, and of the speed in m/s, at which somebody left off."""


def _ticks() -> Ints:
    """How many ticks a change takes from each pose (rows) to each other: the longer, the further any part goes."""
    joints = np.array([[list(frame(pose, phase).values()) for phase in (0.1, 0.6)] for pose in POSES])
    mean = joints.mean(axis=1)
    far = np.sqrt(((mean[:, None] - mean[None]) ** 2).sum(axis=3)).max(axis=2)
    ticks: Ints = np.clip(np.ceil(far / _PACE * 10), 4, 8).astype(np.int64)
    return ticks


TICKS = _ticks()


@dataclass(frozen=True, slots=True)
class Before:
    """What somebody did until just now, and the `share` of the change that is done."""

    pose: Pose
    phase: float
    held: Held
    speed: float
    share: float


class Was(NamedTuple):
    """What each row did before: `share` is 1 where nothing changes."""

    pose: Ints
    phase: Floats
    held: Ints
    speed: Floats
    share: Floats


class Changes:
    """Remembers what everybody was last seen to do. A change that has begun is finished before the next begins."""

    def __init__(self) -> None:
        """Nobody has been seen."""
        self._now, self._was = np.zeros((4, 0)), np.zeros((4, 0))
        self._since, self._lasts, self._seen = np.zeros(0), np.ones(0), np.zeros(0, dtype=np.int64)

    def see(self, crowd: Snapshot, rows: Ints) -> tuple[Mapping[str, Floats], Was]:
        """What these rows are doing, once they have gone over to it, and what they come from."""
        ids = crowd.ids[rows]
        self._make_room(int(ids.max(initial=-1)) + 1)
        time = crowd.tick - crowd.late
        self._update(ids, np.stack([getattr(crowd, name)[rows] for name in _DOING]), crowd.tick, time)
        now, was = self._now[:, ids], self._was[:, ids]
        share = np.clip((time - self._since[ids]) / self._lasts[ids], 0.0, 1.0)
        poses = was[0].astype(np.int64)
        walks_on = _GAIT[now[0].astype(np.int64)] & _GAIT[poses]
        phase, speed = np.where(walks_on, now[1], was[1]), np.where(walks_on, now[3], was[3])
        return dict(zip(_DOING, now, strict=True)), Was(poses, phase, was[2].astype(np.int64), speed, share)

    def _update(self, ids: Ints, what: Floats, tick: int, time: float) -> None:
        past, gone = self._now[:, ids], tick - self._seen[ids]
        fresh = (gone < 0) | (gone > GAP)
        differs = (past[0] != what[0]) | (past[2] != what[2])
        starts = differs & ~fresh & (time >= self._since[ids] + self._lasts[ids])
        begun = ids[starts]
        self._was[:, begun], self._since[begun] = past[:, starts], tick - 1
        self._lasts[begun] = TICKS[past[0, starts].astype(np.int64), what[0, starts].astype(np.int64)]
        self._since[ids[fresh]] = -np.inf
        taken = starts | fresh | ~differs
        self._now[:, ids[taken]] = what[:, taken]
        self._seen[ids] = tick

    def _make_room(self, count: int) -> None:
        more = count - len(self._seen)
        if more > 0:
            self._now, self._was = (np.pad(rows, ((0, 0), (0, more))) for rows in (self._now, self._was))
            self._since = np.pad(self._since, (0, more), constant_values=-np.inf)
            self._lasts = np.pad(self._lasts, (0, more), constant_values=1.0)
            self._seen = np.pad(self._seen, (0, more), constant_values=-(10**9))


def pack_change(was: Was, fine: NDArray[np.bool_]) -> Ints:
    """Each row's change as one number; 0 where there is none, or it is all but done."""
    parts = np.where(fine, FINE_PARTS, PARTS)
    step = np.rint(was.share * parts).astype(np.int64)
    code = ((was.pose << 6 | np.rint(was.phase * _PASS).astype(np.int64)) << 5 | was.held) << 6
    speed = np.where(_GAIT[was.pose], np.minimum(np.rint(was.speed / _STEP), 63), 0)
    code = (code | speed.astype(np.int64)) << 1 | fine
    changes: Ints = np.where(step < parts, code << 4 | (step + 1), 0)
    return changes


def change_for(before: Before | None, *, fine: bool) -> int:
    """One person's change as a number."""
    if before is None:
        return 0
    pose, held = np.array([POSES.index(before.pose)]), np.array([HELD.index(before.held)])
    phase, speed, share = (np.array([number]) for number in (before.phase, before.speed, before.share))
    return int(pack_change(Was(pose, phase, held, speed, share), np.array([fine]))[0])


def unpack_change(code: int) -> Before | None:
    """The change that a number stands for."""
    if not code:
        return None
    code, step = code >> 4, (code & 15) - 1
    code, fine = code >> 1, code & 1
    code, speed = code >> 6, code & 63
    code, held = code >> 5, code & 31
    pose, phase = code >> 6, code & 63
    return Before(POSES[pose], phase / _PASS, HELD[held], speed * _STEP, step / (FINE_PARTS if fine else PARTS))
