"""The first lines of a journal: which exercise this is, and all that is needed to open it for ever."""

from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass, fields
from datetime import datetime
from typing import cast

from pydantic import ValidationError

from game.cast import Account, Cast, Looks, Part, Person
from game.key import Entry, Key, KeyAct
from game.scenario import Production

from .journal import FORMAT
from .trouble import UnreadableError

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Header:
    """Which exercise a record is of. `started` is UTC, `trainee` a pseudonym or a robot's name, `lasts` ticks."""

    scenario: str
    title: str
    venue: str
    seed: int
    mode: str
    post: str
    started: datetime
    lasts: int
    people: int
    program: str
    trainee: str = ""


def header(
    production: Production, cast: Cast, key: Key, *, mode: str, started: datetime, program: str, trainee: str = ""
) -> tuple[Json, Json]:
    """The two lines: a short one to list records by, and the whole stage. `started` in UTC."""
    scenario = production.scenario
    short = Header(
        scenario=production.id,
        title=scenario.scenario,
        venue=production.venue.venue,
        seed=cast.seed,
        mode=mode,
        post=scenario.briefing.post,
        started=started,
        lasts=round(scenario.clock.lasts * 10),
        people=len(cast.people),
        program=program,
        trainee=trainee,
    )
    return _short(short), {
        "production": production.model_dump(mode="json", by_alias=True, exclude_none=True),
        "cast": {"fields": [field.name for field in fields(Looks)], "people": [_person(one) for one in cast.people]},
        "key": asdict(key),
    }


def read_header(line: Mapping[str, object]) -> Header:
    """The short line as a value."""
    known = {field.name for field in fields(Header)}
    values = {name: value for name, value in line.items() if name in known}
    values["started"] = datetime.fromisoformat(str(line["started"]))
    return Header(**values)  # type: ignore[arg-type]


def read_production(stage: Mapping[str, object]) -> Production:
    """The scenario as it was played, with everything it refers to. Raises UnreadableError, with a sentence."""
    try:
        return Production.model_validate(stage["production"])
    except (ValidationError, KeyError) as error:
        raise UnreadableError(
            "What this record says of its scenario cannot be understood by this version of the program."
        ) from error


def read_cast(header: Header, stage: Mapping[str, object]) -> Cast:
    """The cast, without the steps of their parts, which the log tells better."""
    packed = cast("Json", stage["cast"])
    names = cast("list[str]", packed["fields"])
    people = cast("list[Json]", packed["people"])
    return Cast(header.scenario, header.seed, tuple(_read_person(one, names) for one in people))


def read_key(stage: Mapping[str, object]) -> Key:
    """The key."""
    packed = cast("Json", stage["key"])
    entries = cast("list[Json]", packed["entries"])
    return Key(tuple(_read_entry(entry) for entry in entries), tuple(cast("list[int]", packed.get("companions", []))))


def _short(header: Header) -> Json:
    return {"second_look": "journal", "format": FORMAT, **asdict(header), "started": header.started.isoformat()}


def _person(person: Person) -> Json:
    packed: Json = {
        "id": person.id,
        "role": person.role,
        "looks": list(astuple(person.looks)),
        "speed": round(person.speed, 3),
        "arrive": person.part.arrive,
        "enter": [round(number, 2) for number in person.part.enter],
    }
    if person.account.claims:
        packed["account"] = [person.account.claims]
    return packed | {
        name: value
        for name, value in (("staff", person.staff), ("officer", person.officer), ("leader", person.leader))
        if value or (name == "leader" and value is not None)
    }


def _read_person(packed: Json, names: list[str]) -> Person:
    known = {field.name for field in fields(Looks)}
    looks = dict(zip(names, cast("list[object]", packed["looks"]), strict=True))
    claims, *_ = cast("list[str]", packed.get("account", [""]))  # earlier records go on: details, and where they fail
    return Person(
        id=cast("int", packed["id"]),
        role=str(packed["role"]),
        looks=Looks(**{name: value for name, value in looks.items() if name in known}),  # type: ignore[arg-type]
        part=Part(cast("int", packed["arrive"]), cast("tuple[float, float]", tuple(packed["enter"])), ()),  # type: ignore[arg-type]
        speed=cast("float", packed["speed"]),
        account=Account(claims),
        staff=bool(packed.get("staff", False)),
        officer=bool(packed.get("officer", False)),
        leader=cast("int | None", packed.get("leader")),
    )


def _read_entry(packed: Json) -> Entry:
    acts = tuple(KeyAct(**act) for act in cast("list[Json]", packed["acts"]))  # type: ignore[arg-type]
    return Entry(**{**packed, "acts": acts})  # type: ignore[arg-type]
