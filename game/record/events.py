"""Events as JSON and back. What changes little from sample to sample is written as its change."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple
from typing import cast

from game.log import (
    ActBegan,
    ActEnded,
    Answered,
    Cleared,
    Entered,
    Event,
    Exposed,
    Finished,
    Left,
    Looked,
    Marked,
    Observable,
    Paused,
    Resumed,
    Selected,
    Stood,
)

Packed = list[object]
View = tuple[int, int, int]
_PLAIN: tuple[type[Event], ...] = (
    Entered, Left, ActBegan, ActEnded, Looked, Selected, Marked, Cleared, Stood, Answered, Paused, Resumed,
    Finished,
)
_NAMED = {kind.__name__: kind for kind in _PLAIN}


class EventWriter:
    """Packs events; `start_afresh` makes the next samples stand by themselves."""

    def __init__(self) -> None:
        """A writer that knows no sample yet."""
        self.start_afresh()

    def start_afresh(self) -> None:
        """Forget the last samples, so that a reader can come in here."""
        self._exposed: dict[int, View] | None = None
        self._observable: frozenset[int] | None = None

    def pack(self, event: Event) -> Packed:
        """One event, without its tick, which the line has."""
        if isinstance(event, Exposed):
            return self._pack_exposed(event)
        if isinstance(event, Observable):
            return self._pack_observable(event)
        return [type(event).__name__, *astuple(event)[1:]]

    def _pack_exposed(self, event: Exposed) -> Packed:
        now = dict(zip(event.people, zip(event.height, event.share, event.parts, strict=True), strict=True))
        before, fresh = self._exposed or {}, self._exposed is None
        self._exposed = now
        gone = [person for person in before if person not in now]
        changed = [number for person, view in now.items() if before.get(person) != view for number in (person, *view)]
        return ["Exposed", int(fresh), gone, changed]

    def _pack_observable(self, event: Observable) -> Packed:
        now = frozenset(event.people)
        before, fresh = self._observable or frozenset(), self._observable is None
        self._observable = now
        return ["Observable", int(fresh), sorted(before - now), sorted(now - before)]


class EventReader:
    """Unpacks what an `EventWriter` packed. After `lose`, samples are left out until one stands by itself."""

    def __init__(self) -> None:
        """A reader at the start of a journal."""
        self.lose()

    def lose(self) -> None:
        """Something is missing: changes can no longer be followed."""
        self._exposed: dict[int, View] | None = None
        self._observable: frozenset[int] | None = None

    def unpack(self, tick: int, packed: Iterable[Packed]) -> list[Event]:
        """The events of one line. Raises ValueError, TypeError or KeyError for what is not an event."""
        events = (self._event(tick, one) for one in packed)
        return [event for event in events if event is not None]

    def _event(self, tick: int, packed: Packed) -> Event | None:
        name, *values = packed
        if name == "Exposed":
            return self._unpack_exposed(tick, values)
        if name == "Observable":
            return self._unpack_observable(tick, values)
        kind = _NAMED[str(name)]
        return kind(tick, *(tuple(value) if isinstance(value, list) else value for value in values))  # type: ignore[arg-type]

    def _unpack_exposed(self, tick: int, values: Sequence[object]) -> Exposed | None:
        fresh, gone, changed = cast("tuple[int, list[int], list[int]]", values)
        if fresh:
            self._exposed = {}
        if self._exposed is None:
            return None
        for person in gone:
            self._exposed.pop(person, None)
        for person, *view in zip(*[iter(changed)] * 4, strict=True):
            self._exposed[person] = (view[0], view[1], view[2])
        people = tuple(sorted(self._exposed))
        views = [self._exposed[person] for person in people]
        height, share, parts = zip(*views, strict=True) if views else ((), (), ())
        return Exposed(tick, people, height, share, parts)

    def _unpack_observable(self, tick: int, values: Sequence[object]) -> Observable | None:
        fresh, gone, come = cast("tuple[int, list[int], list[int]]", values)
        if fresh:
            self._observable = frozenset()
        if self._observable is None:
            return None
        self._observable = (self._observable - frozenset(gone)) | frozenset(come)
        return Observable(tick, tuple(sorted(self._observable)))
