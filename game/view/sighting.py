"""What the picture shows within someone's own view at one moment, and nothing else: all that a watcher is given."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from game.sampling import GLIMPSE

from .exposure import Exposure
from .landmark import Landmark
from .snapshot import Floats, Ints, Item, Snapshot
from .viewpoint import Viewpoint

_APART = ("tick", "ids", "base", "items", "said", "late")
_SHARED = tuple(column.name for column in fields(Snapshot) if column.name not in _APART)
"""The columns of `Snapshot` that a sighting has as they are."""


@dataclass(frozen=True, slots=True, eq=False)
class Sightings:
    """The people in view at a tick, one row each in ascending order of id; columns as in `Snapshot`.

    `height` standing height in px, `share` of the body visible 0…1 and `parts` as in `Exposure` · `looks` what they
    wear and carry in plain words · `items` things seen standing on the floor · `viewpoint` where the watcher looks ·
    `inspected` whom the inspector is open on · `stands` where the watcher's own figure is on the floor, if they have
    one.
    """

    tick: int
    viewpoint: Viewpoint
    inspected: int | None
    stands: tuple[float, float] | None
    ids: Ints
    position: Floats
    heading: Floats
    head: Floats
    gaze: Floats
    pitch: Floats
    hand: Floats
    pose: Ints
    phase: Floats
    held: Ints
    speed: Floats
    bag: Ints
    height: Floats
    share: Floats
    parts: Ints
    looks: tuple[tuple[str, ...], ...]
    items: tuple[Item, ...]


def sightings(
    snapshot: Snapshot,
    exposure: Exposure,
    viewpoint: Viewpoint,
    looks: Sequence[tuple[str, ...]],
    inspected: int | None = None,
    stands: tuple[float, float] | None = None,
) -> Sightings:
    """The part of a snapshot that an exposure lets through; `looks` by person id."""
    seen = (exposure.share >= GLIMPSE).nonzero()[0]
    ids = snapshot.ids.take(seen)
    return Sightings(
        tick=snapshot.tick,
        viewpoint=viewpoint,
        inspected=inspected,
        stands=stands,
        ids=ids,
        **{name: getattr(snapshot, name).take(seen, axis=0) for name in _SHARED},
        height=exposure.height.take(seen),
        share=exposure.share.take(seen),
        parts=exposure.parts.take(seen),
        looks=tuple([looks[person] for person in ids.tolist()]),
        items=_within(snapshot.items, viewpoint),
    )


def _within(items: tuple[Item, ...], viewpoint: Viewpoint) -> tuple[Item, ...]:
    """The items that stand inside a view."""
    if not items:
        return ()
    right, down = viewpoint.project(np.array([(item.x, item.y) for item in items])).T
    inside = (right >= 0) & (right < viewpoint.width) & (down >= 0) & (down < viewpoint.height)
    return tuple(item for item, there in zip(items, inside.tolist(), strict=True) if there)


def write(landmarks: Iterable[Landmark], stream: Iterable[Sightings]) -> Iterator[str]:
    """A stream of sightings as JSON lines, the venue's landmarks first. Nothing is rounded."""
    yield json.dumps([[mark.name, mark.kind, mark.x, mark.y, mark.z] for mark in landmarks])
    for sightings in stream:
        yield json.dumps([_plain(getattr(sightings, column.name)) for column in fields(Sightings)])


def read(lines: Iterable[str]) -> tuple[tuple[Landmark, ...], Iterator[Sightings]]:
    """The landmarks and the sightings that `write` wrote."""
    rest = iter(lines)
    landmarks = tuple(Landmark(*mark) for mark in json.loads(next(rest)))
    return landmarks, (_sightings(json.loads(line)) for line in rest)


def _plain(value: object) -> object:
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, Viewpoint):
        return [value.x, value.y, value.scale, value.turn, value.width, value.height]
    if isinstance(value, tuple) and not (value and isinstance(value[0], float)):
        return [
            [item.kind, item.x, item.y, item.turn, item.colour] if isinstance(item, Item) else list(item)
            for item in value
        ]
    return value


_WHOLE = ("ids", "pose", "held", "bag", "parts")
_PAIRS = ("position", "heading", "head", "gaze", "hand")


def _sightings(row: Sequence[Any]) -> Sightings:
    said = dict(zip((column.name for column in fields(Sightings)), row, strict=True))
    return Sightings(**{name: _read_column(name, value) for name, value in said.items()})


_MADE: Mapping[str, Callable[[Any], object]] = {
    "tick": int,
    "inspected": lambda person: person,
    "viewpoint": lambda numbers: Viewpoint(*numbers),
    "stands": lambda point: point and tuple(point),
    "looks": lambda people: tuple(tuple(words) for words in people),
    "items": lambda items: tuple(Item(*item) for item in items),
}


def _read_column(name: str, value: Any) -> Any:
    if name in _MADE:
        return _MADE[name](value)
    if name in _PAIRS:
        return np.array(value, dtype=np.float64).reshape(-1, 2)
    return np.array(value, dtype=np.int64 if name in _WHOLE else np.float64)
