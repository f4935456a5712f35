"""The poses and clips of `assets/poses.toml`: every channel of a body at any phase."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import Any, TypeVar

from game.shipped import ASSETS

from .pose import Pose

Vec = tuple[float, float, float]
_FILE = ASSETS / "poses.toml"
_SETTINGS = {"seconds", "keys", "aim", "hands", "gait", "once", "at"}
_RESTING: Mapping[str, Vec] = {
    "pelvis": (0.0, 0.0, 0.0), "left_foot": (-0.10, 0.10, 0.0), "right_foot": (0.10, 0.13, 0.0),
    "left_hand": (-0.222, 0.05, -0.625), "right_hand": (0.222, 0.05, -0.625),
}  # fmt: skip
"""What a pose leaves out is as in somebody who stands at ease, one foot a little before the other. In m."""
_STRAIGHT: Mapping[str, float] = {
    "yaw": 0.0, "roll": 0.0, "lean": 0.0, "sway": 0.0, "twist": 0.0, "nod": 0.0, "tilt": 0.0,
    "left_heel": 0.0, "right_heel": 0.0, "left_elbow": 9.0, "right_elbow": 9.0,
}  # fmt: skip
"""The same for angles, in degrees: arms that hang are a little bent."""
V = TypeVar("V")
Track = tuple[tuple[float, V], ...]
"""What a channel is at some phases 0…1, in their order."""


@dataclass(frozen=True, slots=True)
class Gait:
    """How a walk differs from the free walk: factors on stride and arm swing, lift of the foot in m."""

    stride: float
    lift: float
    swing: float
    elbow: float


@dataclass(frozen=True, slots=True)
class Clip:
    """One pose or clip: a track for each channel that it names; `free` the hands that hang free."""

    seconds: float
    places: Mapping[str, Track[Vec]]
    """Of lengths, in m."""
    angles: Mapping[str, Track[float]]
    """In degrees."""
    free: tuple[str, ...]
    aim: tuple[str, ...]
    from_floor: bool
    once: bool
    gait: Gait | None

    def vector(self, channel: str, phase: float) -> Vec:
        """A channel of three lengths in m at a phase 0…1."""
        track = self.places.get(channel)
        if track is None:
            return _RESTING[channel]
        before, after, share = self._find_keys(track, phase)
        x, y, z = (a + (b - a) * share for a, b in zip(before, after, strict=True))
        return x, y, z

    def number(self, channel: str, phase: float) -> float:
        """A channel of one angle in degrees at a phase 0…1."""
        track = self.angles.get(channel)
        if track is None:
            return _STRAIGHT[channel]
        before, after, share = self._find_keys(track, phase)
        return before + (after - before) * share

    def _find_keys(self, track: Track[V], phase: float) -> tuple[V, V, float]:
        """What comes before and after this phase, and how far, 0…1, the one has become the other."""
        phase = min(max(phase, 0.0), 1.0) if self.once else phase % 1.0
        before, after = track[-1], track[0]
        for one, two in pairwise(track):
            if one[0] <= phase < two[0]:
                before, after = one, two
                break
        if self.once and after[0] <= before[0]:
            ends = before[1] if phase >= before[0] else after[1]
            return ends, ends, 0.0
        length = (after[0] - before[0]) % 1.0 or 1.0
        share = ((phase - before[0]) % 1.0) / length
        return before[1], after[1], ease(share)


def ease(share: float) -> float:
    """A share, 0 … 1, of a movement that starts and stops gently."""
    share = max(0.0, min(1.0, share))
    return share * share * (3.0 - 2.0 * share)


@cache
def clips() -> Mapping[Pose, Clip]:
    """Every pose's clip, as the data file has it."""
    with _FILE.open("rb") as file:
        written = tomllib.load(file)
    return MappingProxyType({pose: _clip(written[pose.value]) for pose in Pose})


def _clip(written: Mapping[str, Any]) -> Clip:
    keys: Sequence[Mapping[str, Any]] = written.get("keys", ())
    tracks = {
        channel: [(float(key["at"]), key[channel]) for key in keys if channel in key] or [(0.0, written[channel])]
        for channel in sorted({*written, *(channel for key in keys for channel in key)} - _SETTINGS)
    }
    if unknown := tracks.keys() - _RESTING.keys() - _STRAIGHT.keys():
        raise ValueError(f"{_FILE.name} has channels that no body has: {', '.join(sorted(unknown))}")
    gait = written.get("gait")
    return Clip(
        seconds=float(written["seconds"]),
        places=MappingProxyType({
            channel: tuple((at, _read_place(value)) for at, value in track)
            for channel, track in tracks.items() if channel in _RESTING
        }),
        angles=MappingProxyType({
            channel: tuple((at, float(value)) for at, value in track)
            for channel, track in tracks.items() if channel not in _RESTING
        }),
        free=tuple(side for side in ("left", "right") if f"{side}_hand" not in tracks),
        aim=tuple(written.get("aim", ())),
        from_floor=written.get("hands") == "floor",
        once=bool(written.get("once", False)),
        gait=Gait(gait["stride"], gait["lift"], gait["swing"], gait.get("elbow", 0.0)) if gait else None,
    )  # fmt: skip


def _read_place(written: Sequence[float]) -> Vec:
    x, y, z = (float(number) for number in written)
    return x, y, z
