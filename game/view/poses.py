"""The poses and clips of `assets/poses.toml`: every channel of a body at any phase."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from game.shipped import ASSETS

from .pose import Pose

Vec = tuple[float, float, float]
_FILE = ASSETS / "poses.toml"
_SETTINGS = {"seconds", "keys", "aim", "hands", "gait", "once"}
_RESTING: dict[str, Vec | float] = {
    "pelvis": (0.0, 0.0, 0.0), "yaw": 0.0, "roll": 0.0, "lean": 0.0, "sway": 0.0, "twist": 0.0, "nod": 0.0, "tilt": 0.0,
    "left_foot": (-0.10, 0.10, 0.0), "right_foot": (0.10, 0.13, 0.0), "left_heel": 0.0, "right_heel": 0.0,
    "left_hand": (-0.222, 0.05, -0.625), "right_hand": (0.222, 0.05, -0.625), "left_elbow": 9.0, "right_elbow": 9.0,
}  # fmt: skip
"""What a pose leaves out is as in somebody who stands at ease, one foot a little before the other."""


@dataclass(frozen=True, slots=True)
class Gait:
    """How a walk differs from the free walk: factors on stride and arm swing, lift of the foot in m."""

    stride: float
    lift: float
    swing: float
    elbow: float


@dataclass(frozen=True, slots=True)
class Clip:
    """One pose or clip. `tracks` holds (at, value) pairs per channel; `free` the hands that hang free."""

    seconds: float
    tracks: Mapping[str, tuple[tuple[float, Vec | float], ...]]
    free: tuple[str, ...]
    aim: tuple[str, ...]
    from_floor: bool
    once: bool
    gait: Gait | None

    def vector(self, channel: str, phase: float) -> Vec:
        """A channel of three lengths in m at a phase 0…1."""
        value = self._value(channel, phase)
        assert isinstance(value, tuple)
        return value

    def number(self, channel: str, phase: float) -> float:
        """A channel of one angle in degrees at a phase 0…1."""
        value = self._value(channel, phase)
        assert isinstance(value, float)
        return value

    def _value(self, channel: str, phase: float) -> Vec | float:
        track = self.tracks.get(channel)
        if track is None:
            return _RESTING[channel]
        if len(track) == 1:
            return track[0][1]
        phase = min(max(phase, 0.0), 1.0) if self.once else phase % 1.0
        before, after = track[-1], track[0]
        for one, two in pairwise(track):
            if one[0] <= phase < two[0]:
                before, after = one, two
                break
        if self.once and after[0] <= before[0]:
            return before[1] if phase >= before[0] else after[1]
        length = (after[0] - before[0]) % 1.0 or 1.0
        share = ((phase - before[0]) % 1.0) / length
        return _between(before[1], after[1], ease(share))


def ease(share: float) -> float:
    """A share, 0 … 1, of a movement that starts and stops gently."""
    share = max(0.0, min(1.0, share))
    return share * share * (3.0 - 2.0 * share)


def _between(one: Vec | float, two: Vec | float, share: float) -> Vec | float:
    if isinstance(one, tuple) and isinstance(two, tuple):
        x, y, z = (a + (b - a) * share for a, b in zip(one, two, strict=True))
        return x, y, z
    assert isinstance(one, float)
    assert isinstance(two, float)
    return one + (two - one) * share


@cache
def clips() -> Mapping[Pose, Clip]:
    """Every pose's clip, as the data file has it."""
    with _FILE.open("rb") as file:
        written = tomllib.load(file)
    return MappingProxyType({pose: _clip(written[pose.value]) for pose in Pose})


def _clip(written: Mapping[str, Any]) -> Clip:
    tracks: dict[str, list[tuple[float, Vec | float]]] = {}
    for channel in written.keys() - _SETTINGS:
        tracks[channel] = [(0.0, _read_value(channel, written[channel]))]
    for key in written.get("keys", ()):
        for channel in key.keys() - {"at"}:
            tracks.setdefault(channel, []).append((float(key["at"]), _read_value(channel, key[channel])))
    for channel, track in tracks.items():
        if channel in written and any(channel in key for key in written.get("keys", ())):
            del track[0]  # the keys say more than the resting value
    gait = written.get("gait")
    return Clip(
        seconds=float(written["seconds"]),
        tracks=MappingProxyType({channel: tuple(track) for channel, track in sorted(tracks.items())}),
        free=tuple(side for side in ("left", "right") if f"{side}_hand" not in tracks),
        aim=tuple(written.get("aim", ())),
        from_floor=written.get("hands") == "floor",
        once=bool(written.get("once", False)),
        gait=Gait(gait["stride"], gait["lift"], gait["swing"], gait.get("elbow", 0.0)) if gait else None,
    )


def _read_value(channel: str, value: Any) -> Vec | float:
    if isinstance(_RESTING[channel], tuple):
        x, y, z = (float(number) for number in value)
        return x, y, z
    return float(value)
