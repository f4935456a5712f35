"""Events as JSON and back. What changes little from sample to sample is written as its change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from functools import reduce
from operator import or_
from types import GenericAlias
from typing import Annotated, Any, Literal, get_args, get_type_hints

from pydantic import Discriminator, Field, GetPydanticSchema, Tag

from game.log import Event, Exposed, Observable

View = tuple[int, int, int]
UPON = 1 << 16
"""Added to the mask of parts, which has five bits, where the eyes were probably on somebody."""
KINDS: Mapping[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}
_VALUES = {kind: [field.name for field in fields(kind) if field.name != "tick"] for kind in KINDS.values()}
"""What is written of each kind, in order: all but the tick, which the line has."""
_Numbers = list[Annotated[int, Field(ge=0, le=100_000)]]
_SAMPLE = (Literal[0, 1], _Numbers, _Numbers)
"""Of a sample: whether it stands by itself, who is gone, and who has come or changed."""


def _shape(kind: type[Event]) -> Any:
    """The type of a packed event of this kind."""
    hints = get_type_hints(kind, include_extras=True)
    plain = tuple(hints[name] for name in _VALUES[kind])
    packed: Any = GenericAlias(tuple, (str, *(_SAMPLE if kind in (Exposed, Observable) else plain)))
    return Annotated[packed, Tag(kind.__name__)]


def _name(packed: object) -> str | None:
    """Of which kind a packed event says it is."""
    return packed[0] if isinstance(packed, list) and packed and isinstance(packed[0], str) else None


_ANY_KIND = reduce(or_, map(_shape, KINDS.values()))
_SHAPE: Any = Annotated[_ANY_KIND, Discriminator(_name)]
PackedEvent = Annotated[tuple[Any, ...], GetPydanticSchema(lambda _, handler: handler.generate_schema(_SHAPE))]
"""The name of an event's kind, and its values."""


class EventWriter:
    """Packs events; `start_afresh` makes the next samples stand by themselves."""

    def __init__(self) -> None:
        self.start_afresh()

    def start_afresh(self) -> None:
        """Forget the last samples, so that a reader can come in here."""
        self._exposed: dict[int, View] | None = None
        self._observable: frozenset[int] | None = None

    def pack(self, event: Event) -> list[object]:
        """One event, without its tick, which the line has."""
        if isinstance(event, Exposed):
            return self._pack_exposed(event)
        if isinstance(event, Observable):
            return self._pack_observable(event)
        kind = type(event)
        return [kind.__name__, *(getattr(event, name) for name in _VALUES[kind])]

    def _pack_exposed(self, event: Exposed) -> list[object]:
        parts = [mask | UPON * (person in event.upon) for person, mask in zip(event.people, event.parts, strict=True)]
        now = dict(zip(event.people, zip(event.height, event.share, parts, strict=True), strict=True))
        before, fresh = self._exposed or {}, self._exposed is None
        self._exposed = now
        gone = [person for person in before if person not in now]
        changed = [number for person, view in now.items() if before.get(person) != view for number in (person, *view)]
        return ["Exposed", int(fresh), gone, changed]

    def _pack_observable(self, event: Observable) -> list[object]:
        now = frozenset(event.people)
        before, fresh = self._observable or frozenset(), self._observable is None
        self._observable = now
        return ["Observable", int(fresh), sorted(before - now), sorted(now - before)]


class EventReader:
    """Unpacks what an `EventWriter` packed of a cast of so many `people`.

    After `lose`, samples are left out until one stands by itself.
    """

    def __init__(self, people: int) -> None:
        self._people = people
        self.lose()

    def lose(self) -> None:
        """Something is missing: changes can no longer be followed."""
        self._exposed: dict[int, View] | None = None
        self._observable: frozenset[int] | None = None

    def unpack(self, tick: int, packed: Iterable[PackedEvent]) -> list[Event]:
        """The events of one line. Raises ValueError where they speak of nobody in the cast."""
        events = (self._event(tick, name, values) for name, *values in packed)
        return [event for event in events if event is not None]

    def _event(self, tick: int, name: str, values: list[Any]) -> Event | None:
        kind = KINDS[name]
        if kind is Exposed:
            return self._unpack_exposed(tick, *values)
        if kind is Observable:
            return self._unpack_observable(tick, *values)
        event = kind(tick, *values)
        person = getattr(event, "person", None)
        if person is not None:
            self._check((person,))
        return event

    def _unpack_exposed(self, tick: int, fresh: int, gone: list[int], changed: list[int]) -> Exposed | None:
        if fresh:
            self._exposed = {}
        if self._exposed is None:
            return None
        for person in gone:
            self._exposed.pop(person, None)
        self._check(changed[::4])
        for person, *view in zip(*[iter(changed)] * 4, strict=True):
            self._exposed[person] = (view[0], view[1], view[2])
        people = tuple(sorted(self._exposed))
        views = [self._exposed[person] for person in people]
        height, share, parts = zip(*views, strict=True) if views else ((), (), ())
        upon = tuple(person for person, mask in zip(people, parts, strict=True) if mask & UPON)
        return Exposed(tick, people, height, share, tuple(mask & ~UPON for mask in parts), upon)

    def _unpack_observable(self, tick: int, fresh: int, gone: list[int], come: list[int]) -> Observable | None:
        if fresh:
            self._observable = frozenset()
        if self._observable is None:
            return None
        self._check(come)
        self._observable = (self._observable - frozenset(gone)) | frozenset(come)
        return Observable(tick, tuple(sorted(self._observable)))

    def _check(self, people: Sequence[int]) -> None:
        if people and not 0 <= min(people) <= max(people) < self._people:
            raise ValueError("someone who is not in the cast")
