"""Sightings made by hand: a few people about a camera, a gate and a board, seen large."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from game.view import HELD, POSES, Held, Landmark, Pose, Viewpoint
from game.view.sighting import Sightings

CAMERA = Landmark("gate camera", "camera", 10.0, 16.0, 3.3)
GATES = Landmark("gateline", "gateline", 20.0, 10.0, 1.0)
BOARD = Landmark("departure board", "board", 10.0, 2.0, 3.3)
DOOR = Landmark("staff door", "staff door", 0.0, 10.0, 1.2)
VENUE = (CAMERA, GATES, BOARD, DOOR)
VIEW = Viewpoint(10.0, 10.0, 100.0, 0, 4000, 4000)
GUARD = ("adult", "jacket 1", "security guard uniform")
PLAIN = ("adult", "jacket 1")


@dataclass(frozen=True)
class Seen:
    """One person at one moment; `eyes` and `hand` are the points they are turned to."""

    person: int = 1
    at: tuple[float, float] = (10.0, 10.0)
    eyes: tuple[float, float, float] = (10.0, 20.0, 1.6)
    hand: tuple[float, float, float] | None = None
    pose: Pose = Pose.STAND
    held: Held = Held.NOTHING
    speed: float = 0.0
    bag: bool = True
    looks: tuple[str, ...] = PLAIN
    height: float = 140.0
    parts: int = 31


def at(
    tick: int, people: Sequence[Seen], inspected: int | None = None, stands: tuple[float, float] | None = None
) -> Sightings:
    """What is seen of these people at a tick."""
    people = sorted(people, key=lambda seen: seen.person)
    position = np.array([seen.at for seen in people]).reshape(-1, 2)
    gaze, pitch = _towards(position, [seen.eyes for seen in people])
    hand, _ = _towards(position, [seen.hand or seen.eyes for seen in people])
    return Sightings(
        tick=tick, viewpoint=VIEW, inspected=inspected, stands=stands,
        ids=np.array([seen.person for seen in people], dtype=np.int64),
        position=position, heading=gaze, head=gaze, gaze=gaze, pitch=pitch, hand=hand,
        pose=np.array([POSES.index(seen.pose) for seen in people], dtype=np.int64), phase=np.zeros(len(people)),
        held=np.array([HELD.index(seen.held) for seen in people], dtype=np.int64),
        speed=np.array([seen.speed for seen in people]),
        bag=np.array([seen.bag for seen in people], dtype=np.int64), height=np.array([seen.height for seen in people]),
        share=np.ones(len(people)), parts=np.array([seen.parts for seen in people], dtype=np.int64),
        looks=tuple(seen.looks for seen in people), items=(),
    )  # fmt: skip


def lasting(start: int, ticks: int, *people: Seen) -> Iterable[Sightings]:
    """The same for so many ticks, sampled every half second."""
    return (at(tick, people) for tick in range(start, start + ticks, 5))


def spot(mark: Landmark) -> tuple[float, float, float]:
    """Where a landmark is."""
    return mark.x, mark.y, mark.z


def _towards(
    position: np.ndarray, targets: Sequence[tuple[float, float, float]]
) -> tuple[np.ndarray, np.ndarray]:
    line = np.array([target[:2] for target in targets]).reshape(-1, 2) - position
    far = np.sqrt((line * line).sum(axis=1))
    up = np.array([target[2] for target in targets]) - 1.6
    return line / far[:, None], up / (far + np.abs(up))
