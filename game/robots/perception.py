"""What a watcher makes out of sightings: within the limits of their eyes, and with the same blur for everyone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from game.view import HELD, POSES, Held, Landmark, Pose
from game.view.exposure import CHEST, HEAD, LEFT_HAND, RIGHT_HAND
from game.view.sighting import Sightings
from game.view.snapshot import Floats, Ints

from .limits import Limits
from .regard import NOTHING, STILL, Fixtures, Surroundings, Thing
from .remembered import Remembered

_MOSTLY = 0.3
"""Share of a body without which its doing cannot be told."""
GUARDING = ("police officer", "security guard", "station staff", "platform staff", "steward")
"""Uniforms of those who keep a place safe."""
_UNKNOWN = -1

Flags = NDArray[np.bool_]
_AIMING = np.array(
    [pose in (Pose.FILM, Pose.PHOTOGRAPH, Pose.FILM_LOW, Pose.POINT, Pose.TRY_DOOR, Pose.SIGNAL) for pose in POSES]
)
_FACING = np.array([pose in (Pose.CHECK_WATCH, Pose.SKETCH, Pose.TRY_DOOR, Pose.NOTE) for pose in POSES])
_PLAIN = np.array([pose in (Pose.WALK, Pose.STAND, Pose.SIT, Pose.SETTLE, Pose.LEAN) for pose in POSES])
_STAND = POSES.index(Pose.STAND)
ALIKE = (
    (Pose.FILM, Pose.PHONE_READ), (Pose.PHOTOGRAPH, Pose.PHONE_READ), (Pose.FILM_LOW, Pose.PHONE_READ),
    (Pose.NOTE, Pose.READ), (Pose.SKETCH, Pose.READ), (Pose.SIGNAL, Pose.WAVE), (Pose.HAND_OVER, Pose.TALK),
    (Pose.TRY_DOOR, Pose.USE), (Pose.REACH, Pose.USE), (Pose.COUNT, Pose.LISTEN), (Pose.STEP_OUT, Pose.HURRY),
    (Pose.PUT_DOWN, Pose.CROUCH), (Pose.HIDE_FACE, Pose.PHONE_CALL), (Pose.POINT, Pose.WAVE),
)  # fmt: skip
"""What is done on purpose, and the everyday thing that it looks like: either may be taken for the other. Even paces
look like a walk as well, but nobody takes one walker of hundreds for somebody who measures; hurrying is rarer."""


def _alike() -> Ints:
    """By pose, what it is taken for; itself if nothing looks like it, the first of several that do."""
    other = np.arange(len(POSES))
    for meant, plain in reversed(ALIKE):
        other[POSES.index(meant)], other[POSES.index(plain)] = POSES.index(plain), POSES.index(meant)
    return other


_LOOKS_LIKE = _alike()


@dataclass(frozen=True, slots=True)
class Glimpse:
    """One person at one moment, as far as the watcher could make it out; it stands for so many ticks (`lasted`)."""

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
    lasted: int


@dataclass(frozen=True, slots=True)
class Perceived:
    """What a watcher makes out at one moment, one entry for each of the `rows` of the sightings attended to.

    `pose` as far as it can be told · `hands`, `gaze` whether they can be made out · `eyes`, `hand`, `front` the index
    in `around` of what they are turned to.
    """

    seen: Sightings
    rows: Ints
    people: Ints
    position: Floats
    pose: Ints
    still: Flags
    hands: Flags
    gaze: Flags
    around: Surroundings
    eyes: Ints
    hand: Ints
    front: Ints
    staff: Ints

    def glimpses(self, chosen: Ints, lasted: Ints) -> Iterator[Glimpse]:
        """The entries chosen, one by one; `lasted` for how many ticks each stands."""
        seen, around = self.seen, self.around
        rows = self.rows.take(chosen)
        near = _nearest(seen.position, rows, self.staff)
        columns = zip(
            chosen.tolist(), rows.tolist(), self.position.take(chosen, axis=0).tolist(), near, lasted.tolist(),
            strict=True,
        )  # fmt: skip
        for n, row, (x, y), near_staff, ticks in columns:
            clear = bool(self.hands[n])
            yield Glimpse(
                tick=seen.tick,
                person=int(self.people[n]),
                x=x,
                y=y,
                still=bool(self.still[n]),
                pose=POSES[self.pose[n]],
                held=HELD[seen.held[row]] if clear else Held.NOTHING,
                eyes=around.thing(int(self.eyes[n]), x, y),
                hand=around.thing(int(self.hand[n]), x, y),
                front=around.thing(int(self.front[n]), x, y),
                bag=bool(seen.bag[row]),
                uniform=_uniform(seen.looks[row]),
                near_staff=near_staff,
                gaze_clear=bool(self.gaze[n]),
                lasted=ticks,
            )


class Perception:
    """Sightings made out through the limits of one watcher, in a venue whose landmarks they know."""

    def __init__(self, landmarks: Sequence[Landmark], limits: Limits) -> None:
        """Eyes with these limits in this venue."""
        self._fixtures, self._limits = Fixtures(landmarks), limits
        self._guarding = Remembered(_UNKNOWN)

    def legible(self, seen: Sightings) -> Ints:
        """The rows of those whose body language can be told at all."""
        clear = (seen.height >= self._limits.gait) & (seen.share >= _MOSTLY) & ((seen.parts & CHEST) > 0)
        return clear.nonzero()[0]

    def read(self, seen: Sightings, rows: Ints) -> Perceived:
        """What these rows' people are doing; whoever guards the place is not looked into."""
        limits = self._limits
        guarding = self._guards(seen)
        rows = rows[~guarding.take(rows)]
        height, parts = seen.height.take(rows), seen.parts.take(rows)
        position = seen.position.take(rows, axis=0)
        pose = self._take_for(seen, rows, position)
        near = height >= limits.hands
        hands = near & ((parts & (LEFT_HAND | RIGHT_HAND)) > 0)
        head = (parts & HEAD) > 0
        gaze = (height >= limits.gaze) & head
        still = seen.speed.take(rows) < STILL
        around = Surroundings.of(self._fixtures, seen, guarding)
        face = near & head & still
        turned = self._find_turned(
            seen, rows, position, around, gaze,
            (face.nonzero()[0], (hands & _AIMING[pose]).nonzero()[0], (face & _FACING[pose]).nonzero()[0]),
        )  # fmt: skip
        told = np.where(hands | _PLAIN[pose], pose, _STAND)
        people, staff = seen.ids.take(rows), guarding.nonzero()[0]
        return Perceived(seen, rows, people, position, told, still, hands, gaze, around, *turned, staff)

    def _take_for(self, seen: Sightings, rows: Ints, position: Floats) -> Ints:
        """What each is taken to be doing: now and then, for two seconds, something that looks like it."""
        pose: Ints = seen.pose.take(rows)
        if not self._limits.slips:
            return pose
        drawn = noise(position, seen.heading.take(rows, axis=0), seen.tick // 20, 4)
        return np.where(drawn < NormalDist().inv_cdf(self._limits.slips), _LOOKS_LIKE[pose], pose)

    def _guards(self, seen: Sightings) -> Flags:
        """Who wears the uniform of those who guard the place."""
        known = self._guarding.of(seen.ids)
        new = (known == _UNKNOWN).nonzero()[0]
        if len(new):
            known[new] = [_uniform(seen.looks[row]) in GUARDING for row in new.tolist()]
            self._guarding.keep(seen.ids, known)
        guards: Flags = known > 0
        return guards

    def _find_turned(
        self, seen: Sightings, rows: Ints, position: Floats, around: Surroundings, gaze: Flags,
        asked: tuple[Ints, Ints, Ints],
    ) -> tuple[Ints, Ints, Ints]:
        """What eyes, hand and front of those asked about are turned to, all on one reckoning."""  # fmt: skip
        eyes, hand, front = asked
        clear = gaze.take(eyes)
        looking = rows.take(eyes)
        direction = np.concatenate([
            np.where(clear[:, None], seen.gaze.take(looking, axis=0), seen.head.take(looking, axis=0)),
            seen.hand.take(rows.take(hand), axis=0),
            seen.heading.take(rows.take(front), axis=0),
        ])  # fmt: skip
        rise = np.full(len(direction), np.nan)
        rise[: len(eyes)] = np.where(clear, seen.pitch.take(looking), np.nan)
        where = position.take(np.concatenate(asked), axis=0)
        if self._limits.blur:
            salt = np.repeat([1, 2, 3], [len(eyes), len(hand), len(front)])
            direction = blur(direction, self._limits.blur * noise(where, direction, seen.tick // 20, salt))
        found = around.find_regarded(where, direction, rise)
        turned = np.full((3, len(rows)), NOTHING)
        for n, (one, start) in enumerate(zip(asked, (0, len(eyes), len(eyes) + len(hand)), strict=True)):
            turned[n, one] = found[start : start + len(one)]
        return turned[0], turned[1], turned[2]


def blur(direction: Floats, off: Floats) -> Floats:
    """Directions read a little off, by a share of a right angle."""
    x, y = direction[:, 0] - off * direction[:, 1], direction[:, 1] + off * direction[:, 0]
    return np.column_stack([x, y]) / np.sqrt(x * x + y * y)[:, None]


_NORMAL = np.array([NormalDist().inv_cdf((n + 0.5) / 4096) for n in range(4096)])
"""Normal numbers by twelve bits: a table, as these are drawn for everybody in every sample."""
_MMIX = np.uint64(6364136223846793005)


def noise(position: Floats, direction: Floats, tick: int, salt: Ints | int) -> Floats:
    """A normal number per row (mean 0, deviation 1), made from the bits of what is seen."""
    # From quarters of a metre and sixteenths of a direction: who stands still is read the same way for a while. The
    # first three factors are those of Teschner et al. (2003) for hashing cells of space, `_MMIX` is of Knuth's
    # generator. No random stream: a watcher is to read the same sightings the same way, in whatever order they come.
    bits = np.floor(position * 4).astype(np.int64).astype(np.uint64)
    turn = np.floor(direction * 16).astype(np.int64).astype(np.uint64)
    word = bits[:, 0] * np.uint64(73856093) ^ bits[:, 1] * np.uint64(19349663)
    word ^= turn[:, 0] * np.uint64(83492791) ^ turn[:, 1] * np.uint64(2971215073)
    word ^= np.asarray(tick * 4 + salt & 0xFFFFFFFF).astype(np.uint64)
    word ^= word >> np.uint64(29)
    word *= _MMIX
    word ^= word >> np.uint64(32)
    word *= _MMIX
    return _NORMAL.take((word >> np.uint64(52)).astype(np.int64))


@lru_cache(maxsize=4096)
def _uniform(words: tuple[str, ...]) -> str:
    return next((word.removesuffix(" uniform") for word in words if word.endswith(" uniform")), "")


def _nearest(position: Floats, rows: Ints, staff: Ints) -> list[float]:
    """How far (m) the nearest of the staff is from each row's person."""
    if not len(staff) or not len(rows):
        return [99.0] * len(rows)
    away = position.take(rows, axis=0)[:, None, :] - position.take(staff, axis=0)[None, :, :]
    nearest: list[float] = np.sqrt((away * away).sum(axis=2)).min(axis=1).tolist()
    return nearest
