"""The first lines of a journal: which exercise this is, and all that is needed to open it for ever."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from game.cast import Account, Cast, Looks, Part, Person
from game.clock import ticks
from game.course import Mode, Occasion, Prevalence, Text
from game.key import Key
from game.scenario import Production
from game.scenario.checks.kit import MOST_PROPS, in_size

from .line import MOST_TICKS, Tick, unpack
from .trouble import UnreadableError

Json = dict[str, object]
T = TypeVar("T")
FORMAT = 4
"""The version of the format; a reader refuses later ones. 2 added the prevalence in the header and the result,
3 the steps of acts, on whom the eyes were, and which exercises are lessons, 4 talks and decisions, and what tells
whether it was changed."""
MOST_PEOPLE = 10_000
"""In a cast; eight times what is staged at most."""
_ABSENT = {"hat": "none", "uniform": "none", "carries": "nothing", "aid": "none", "beard": "none"}
"""What stands in a record where somebody has not got this."""
_Metres = Annotated[float, Field(ge=-1000, le=1000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Header(Occasion):
    """Which exercise a record is of. `lasts` ticks, if not ended early; `program` the version that made it."""

    lasts: Annotated[int, Field(ge=0, le=MOST_TICKS)]
    people: Annotated[int, Field(ge=0, le=MOST_PEOPLE)]
    program: Text

    @property
    def occasion(self) -> Occasion:
        """Which exercise, when, and whose, by itself."""
        return Occasion(**{name.name: getattr(self, name.name) for name in fields(Occasion)})


class _Stamp(BaseModel):
    second_look: Literal["journal"]


class _Version(BaseModel):
    format: Annotated[int, Field(ge=1)]


class _PersonLine(BaseModel):
    """One of the cast, without the steps of their part.

    `account` is what they claim; earlier records go on: its details, and the topics at which it fails.
    """

    model_config = ConfigDict(allow_inf_nan=False)

    id: int
    role: str
    looks: list[Any]
    speed: Annotated[float, Field(ge=0, le=20)]
    arrive: Tick
    enter: tuple[_Metres, _Metres]
    account: tuple[str] | tuple[str, dict[str, str], tuple[str, ...]] = ("",)
    staff: bool = False
    officer: bool = False
    leader: int | None = None


class _CastLine(BaseModel):
    """The names of what is said of everyone's looks, and the people."""

    fields: list[str]
    people: Annotated[list[_PersonLine], Field(max_length=MOST_PEOPLE)]


class StageLine(BaseModel):
    """The whole stage. The production is looked at when it is asked for, as a list of records never does."""

    production: dict[str, Any]
    cast: _CastLine
    key: Key


_STAMP, _VERSION, _HEADER = TypeAdapter(_Stamp), TypeAdapter(_Version), TypeAdapter(Header)
_STAGE, _KEY, _LOOKS = TypeAdapter(StageLine), TypeAdapter(Key), TypeAdapter(Looks)


def make_header(
    production: Production, cast: Cast, *, mode: Mode, started: datetime, program: str, trainee: str = "",
    prevalence: Prevalence | None = None,
) -> Header:  # fmt: skip
    """What a record says of itself at first sight.

    `started` knows its offset from UTC; `prevalence` is what was asked of staging, None for what the scenario says.
    """
    scenario = production.scenario
    return Header(
        scenario=production.id,
        title=scenario.scenario,
        venue=production.venue.venue,
        seed=cast.seed,
        mode=mode,
        prevalence=prevalence or scenario.prevalence,
        post=scenario.briefing.post,
        started=started,
        lasts=ticks(scenario.clock.lasts),
        people=len(cast.people),
        program=program,
        trainee=trainee,
        lesson=bool(scenario.lesson),
    )


def pack_opening(header: Header, production: Production, cast: Cast, key: Key) -> tuple[Json, Json]:
    """The first two lines: a short one to list records by, and the whole stage."""
    names = [field.name for field in fields(Looks)]
    everyone = _CastLine(fields=names, people=[_pack_person(person) for person in cast.people])
    return {"second_look": "journal", "format": FORMAT, **_HEADER.dump_python(header, mode="json")}, {
        "production": production.model_dump(mode="json", by_alias=True, exclude_none=True),
        "cast": everyone.model_dump(mode="json", exclude_defaults=True),
        "key": _KEY.dump_python(key, mode="json"),
    }


def read_header(line: bytes, name: str) -> Header:
    """The short line of the file of this name. Raises UnreadableError, with a sentence."""
    damaged = f"{name} cannot be read: its first line is damaged."
    _sound(_STAMP, line, f"{name} is not a record of Second Look.")
    version = _sound(_VERSION, line, damaged).format
    if version > FORMAT:
        raise UnreadableError(
            f"{name} was made by a newer Second Look (record format {version}; this one reads up to {FORMAT}). "
            "Update the program to open it."
        )
    return _sound(_HEADER, line, damaged)


def read_stage(line: bytes, name: str) -> StageLine:
    """The line of the whole stage. Raises UnreadableError, with a sentence."""
    return _sound(_STAGE, line, f"{name} cannot be read: its second line, which says who is on stage, is damaged.")


def _sound(shape: TypeAdapter[T], line: bytes, otherwise: str) -> T:
    try:
        return unpack(line, shape)
    except ValueError:
        raise UnreadableError(otherwise) from None


def read_production(stage: StageLine) -> Production:
    """The scenario as it was played, with everything it refers to. Raises UnreadableError, with a sentence."""
    try:
        production = Production.model_validate(stage.production)
    except ValidationError as error:
        raise UnreadableError(
            "What this record says of its scenario cannot be understood by this version of the program."
        ) from error
    venue = production.venue
    if not in_size(venue) or sum(prop.repeat for prop in venue.props) > MOST_PROPS:
        raise UnreadableError("This record is damaged: its venue is of a size that cannot be played.")
    return production


def read_cast(header: Header, stage: StageLine) -> Cast:
    """The cast, without the steps of their parts, which the log tells better. Raises ValueError if it is damaged."""
    people = stage.cast.people
    if [line.id for line in people] != list(range(header.people)):
        raise ValueError("people are missing")
    return Cast(header.scenario, header.seed, tuple(_unpack_person(line, stage.cast.fields) for line in people))


def read_key(stage: StageLine) -> Key:
    """The key. Raises ValueError if it speaks of people who are not in the cast."""
    named = {*(entry.person for entry in stage.key.entries), *stage.key.companions}
    if not named <= set(range(len(stage.cast.people))):
        raise ValueError("someone who is not in the cast")
    return stage.key


def _pack_person(person: Person) -> _PersonLine:
    return _PersonLine(
        id=person.id,
        role=person.role,
        looks=[_ABSENT[name] if value is None else value for name, value in asdict(person.looks).items()],
        speed=round(person.speed, 3),
        arrive=person.part.arrive,
        enter=(round(person.part.enter[0], 2), round(person.part.enter[1], 2)),
        account=(person.account.claims,),
        staff=person.staff,
        officer=person.officer,
        leader=person.leader,
    )


def _unpack_person(packed: _PersonLine, names: list[str]) -> Person:
    return Person(
        id=packed.id,
        role=packed.role,
        looks=_unpack_looks(dict(zip(names, packed.looks, strict=True))),
        part=Part(packed.arrive, packed.enter, ()),
        speed=packed.speed,
        account=Account(packed.account[0]),
        staff=packed.staff,
        officer=packed.officer,
        leader=packed.leader,
    )


def _unpack_looks(packed: Json) -> Looks:
    looks: Looks = _LOOKS.validate_python(
        {name: None if value == _ABSENT.get(name) else value for name, value in packed.items()}
    )
    return looks
