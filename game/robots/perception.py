"""What a watcher makes out of sightings: within the limits of their eyes, and with the same blur for everyone."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from ..view import HELD, POSES, Held, Landmark, Pose
from ..view.exposure import CHEST, HEAD, LEFT_HAND, RIGHT_HAND
from ..view.sighting import Sightings
from ..view.snapshot import Floats, Ints
from .limits import Limits
from .regard import NOTHING, STILL, Surroundings

_MOSTLY = 0.3
"""Share of a body without which its doing cannot be told."""

SECURITY = {
    "camera": "camera",
    "guard post": "staff", "staff post": "staff", "patrol post": "staff",
    "gateline": "gates", "gate": "gates", "way out gate": "gates", "security arch": "gates", "barrier": "gates",
    "exit": "exit",
    "staff door": "door", "service door": "door",
}  # fmt: skip
"""What protects a place, by the landmark's kind: the word for its sort."""
GUARDING = ("police officer", "security guard", "station staff", "platform staff", "steward")
"""Uniforms of those who keep a place safe."""


_AIMING = np.array(
    [pose in (Pose.FILM, Pose.PHOTOGRAPH, Pose.FILM_LOW, Pose.POINT, Pose.TRY_DOOR, Pose.SIGNAL) for pose in POSES]
)
_FACING = np.array([pose in (Pose.CHECK_WATCH, Pose.SKETCH, Pose.TRY_DOOR, Pose.NOTE) for pose in POSES])


@dataclass(frozen=True, slots=True)
class Thing:
    """What eyes or a hand were on: its sort (as in SECURITY, or person, or the landmark's kind), and which one."""

    sort: str
    name: str
    distance: float


@dataclass(frozen=True, slots=True)
class Glimpse:
    """One person at one moment, as far as the watcher could make it out."""

    tick: int
    person: int
    x: float
    y: float
    still: bool
    pose: Pose
    held: Held
    eyes: Thing | None
    hand: Thing | None
    front: Thing | None
    bag: bool
    uniform: str
    near_staff: float
    gaze_clear: bool


class Perception:
    """Sightings made out through the limits of one watcher, in a venue whose landmarks they know."""

    def __init__(self, landmarks: Sequence[Landmark], limits: Limits) -> None:
        """Eyes with these limits in this venue."""
        self._landmarks, self._limits = tuple(landmarks), limits

    def legible(self, seen: Sightings) -> NDArray[np.bool_]:
        """Whose body language can be told at all."""
        return (seen.height >= self._limits.gait) & (seen.share >= _MOSTLY) & ((seen.parts & CHEST) > 0)

    def glimpses(self, seen: Sightings, rows: Ints) -> list[Glimpse]:
        """What these rows' people are doing."""
        limits = self._limits
        height, parts = seen.height[rows], seen.parts[rows]
        hands = (height >= limits.hands) & ((parts & (LEFT_HAND | RIGHT_HAND)) > 0)
        head = (parts & HEAD) > 0
        eyes = (height >= limits.gaze) & head
        face = (height >= limits.hands) & head & (seen.speed[rows] < STILL)
        uniforms = [_uniform(words) for words in seen.looks]
        guarding = np.array([worn in GUARDING for worn in uniforms], dtype=bool)
        around = Surroundings.of(self._landmarks, seen, guarding)
        level = np.full(len(rows), np.nan)
        gaze = np.where(eyes[:, None], seen.gaze[rows], seen.head[rows])
        rise = np.where(eyes, seen.pitch[rows], np.nan)
        where = seen.position[rows]
        told = partial(self._on, seen, around, uniforms, rows)
        eyes_on = told(gaze, rise, face, salt=1)
        hand_on = told(seen.hand[rows], level, hands & _AIMING[seen.pose[rows]], salt=2)
        front_on = told(seen.heading[rows], level, face & _FACING[seen.pose[rows]], salt=3)
        staff = _nearest_staff(seen, rows, uniforms)
        plain = (Pose.WALK, Pose.STAND, Pose.SIT, Pose.LEAN)
        return [
            Glimpse(
                tick=seen.tick,
                person=person,
                x=x,
                y=y,
                still=speed < STILL,
                pose=_told(POSES[pose], clear=can_tell, plain=plain),
                held=HELD[held] if can_tell else Held.NOTHING,
                eyes=eyes_on[n],
                hand=hand_on[n],
                front=front_on[n],
                bag=bool(bag),
                uniform=uniforms[row],
                near_staff=staff[n],
                gaze_clear=gaze_clear,
            )
            for n, (row, person, (x, y), speed, pose, held, bag, can_tell, gaze_clear) in enumerate(
                zip(
                    rows.tolist(), seen.ids[rows].tolist(), where.tolist(), seen.speed[rows].tolist(),
                    seen.pose[rows].tolist(), seen.held[rows].tolist(), seen.bag[rows].tolist(), hands.tolist(),
                    eyes.tolist(), strict=True,
                )
            )
        ]  # fmt: skip

    def _on(
        self,
        seen: Sightings,
        around: Surroundings,
        uniforms: Sequence[str],
        rows: Ints,
        /,
        direction: Floats,
        rise: Floats,
        clear: NDArray[np.bool_],
        *,
        salt: int,
    ) -> list[Thing | None]:
        """What each person's eyes, hand or chest is turned to, where that is clear to see."""
        things: list[Thing | None] = [None] * len(rows)
        told = np.nonzero(clear)[0]
        where = seen.position[rows[told]]
        line = self._blurred(seen, rows[told], direction[told], salt)
        found = around.regarded(where, line, rise[told], rows[told])
        for n, at, (x, y) in zip(told.tolist(), found.tolist(), where.tolist(), strict=True):
            if at != NOTHING:
                things[n] = self._thing(around, uniforms, at, x, y)
        return things

    def _thing(self, around: Surroundings, uniforms: Sequence[str], at: int, x: float, y: float) -> Thing:
        dx, dy = around.at[at, 0] - x, around.at[at, 1] - y
        distance = float(np.sqrt(dx * dx + dy * dy))
        if at < len(self._landmarks):
            mark = self._landmarks[at]
            return Thing(SECURITY.get(mark.kind, mark.kind), mark.name, distance)
        row = at - len(self._landmarks)
        return Thing("staff" if uniforms[row] in GUARDING else "person", str(around.people[row]), distance)

    def _blurred(self, seen: Sightings, rows: Ints, direction: Floats, salt: int) -> Floats:
        """Directions as this watcher reads them: off by a little that depends on what is seen and on nothing else."""
        if not self._limits.blur:
            return direction
        off = self._limits.blur * noise(seen.position[rows], direction, seen.tick // 20, salt)
        x, y = direction[:, 0] - off * direction[:, 1], direction[:, 1] + off * direction[:, 0]
        return np.column_stack([x, y]) / np.sqrt(x * x + y * y)[:, None]


def noise(position: Floats, direction: Floats, tick: int, salt: int) -> Floats:
    """A number per row, near to a normal one (mean 0, deviation 1), made from the bits of what is seen."""
    bits = np.floor(position * 4).astype(np.int64).astype(np.uint64)
    turn = np.floor(direction * 16).astype(np.int64).astype(np.uint64)
    word = bits[:, 0] * np.uint64(73856093) ^ bits[:, 1] * np.uint64(19349663)
    word ^= turn[:, 0] * np.uint64(83492791) ^ turn[:, 1] * np.uint64(2971215073)
    word ^= np.uint64(tick * 4 + salt & 0xFFFFFFFF)
    total = np.zeros(len(position))
    for _ in range(4):
        word = word * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
        total += (word >> np.uint64(40)).astype(np.float64) / (1 << 24)
    return (total - 2.0) * 1.7320508075688772


@lru_cache(maxsize=4096)
def _uniform(words: tuple[str, ...]) -> str:
    return next((word.removesuffix(" uniform") for word in words if word.endswith(" uniform")), "")


def _told(pose: Pose, *, clear: bool, plain: tuple[Pose, ...]) -> Pose:
    """The pose, or as much as shows of it where the hands cannot be made out."""
    return pose if clear or pose in plain else Pose.STAND


def _nearest_staff(seen: Sightings, rows: Ints, uniforms: Sequence[str]) -> list[float]:
    """How far (m) the nearest person in a guarding uniform is from each row's person, themselves not counted."""
    staff = np.array([row for row, worn in enumerate(uniforms) if worn in GUARDING], dtype=np.int64)
    if not len(staff):
        return [99.0] * len(rows)
    away = seen.position[rows][:, None, :] - seen.position[staff][None, :, :]
    distance = np.sqrt((away * away).sum(axis=2))
    distance[rows[:, None] == staff[None, :]] = 99.0
    nearest: list[float] = distance.min(axis=1).tolist()
    return nearest
