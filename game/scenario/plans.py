"""Who is staged: subjects and decoys, written one by one or drawn anew each time from a pool."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

from game.truth import family

from .frozen import Family, Frozen, Name, Text
from .units import Count, Range, Span, count

EARLIEST, MOMENT, AT_THE_END = 20.0, 22.0, 15.0
"""Seconds from 0:00 before which no act begins, as nobody could be asked to notice it sooner; that an act takes as a
rule, with the way to it if it needs one; and before the end by which it is over, so that there is time to mark it."""


class WrittenAccount(Frozen):
    """What a person says when asked why they are here, and how it stands up."""

    claims: Text
    details: dict[Name, Text] = Field(default_factory=dict)
    breaks_on: tuple[Name, ...] = ()


class Planned(Frozen):
    """A tell or look-alike in a part: which, at what target, how long after the one before (or the arrival)."""

    name: str
    target: Name | None = None
    after: Span | None = None


def _levels(given: object) -> Range:
    levels = count(given)
    if levels.low >= 1 and levels.high <= 5:
        return levels
    raise ValueError("a level of subtlety from 1 to 5, or a range such as 2-4")


Levels = Annotated[
    Range,
    BeforeValidator(_levels),
    WithJsonSchema({
        "anyOf": [{"type": "string", "pattern": r"^ *[1-5]( ?(-|–|to) ?[1-5])? *$"}, {"enum": [1, 2, 3, 4, 5]}],
        "examples": ["2-4", 3],
        "description": "A level from 1 to 5, or a range: 3 or 2-4.",
    }),
]


class DrawnTells(Frozen):
    """Tells that are drawn anew each time, by family and subtlety; their targets are what the venue has."""

    how_many: Count = Field(default="3-4", validate_default=True)
    families: tuple[Family, ...] = ()
    subtlety: Levels = Field(default="1-5", validate_default=True)


class DrawnLookAlikes(Frozen):
    """Look-alikes that are drawn anew each time, by family and subtlety; their targets are what the venue has."""

    how_many: Count = Field(default="1-3", validate_default=True)
    families: tuple[Family, ...] = ()
    subtlety: Levels = Field(default="1-5", validate_default=True)


def allows(drawn: DrawnTells | DrawnLookAlikes, cue: str, subtlety: int | None) -> bool:
    """Whether something of this cue and level may be drawn; a level that nobody has said is in the middle."""
    low, high = drawn.subtlety
    return (not drawn.families or family(cue) in drawn.families) and low <= (subtlety or 3) <= high


def _drawn(given: object) -> str:
    """Whether something is written out in a list, or to be drawn: whoever writes keys means a pool."""
    return "drawn." if isinstance(given, (dict, BaseModel)) else "written."


class Subject(Frozen):
    """A person whom the key marks. What is not written is as it happens to be of one of the crowd."""

    weight: float = Field(default=1.0, gt=0, le=1000)
    nature: Literal["reconnaissance", "crime"] = "reconnaissance"
    finds: Text | None = None
    """What is found on somebody who commits a crime: the key's alone."""
    role: Name | None = None
    arrive: Span | None = None
    from_: Name | None = Field(default=None, alias="from")
    carries: Name | None = None
    tells: Annotated[
        Annotated[tuple[Planned, ...], Field(min_length=1, max_length=12), Tag("written.")]
        | Annotated[DrawnTells, Tag("drawn.")],
        Discriminator(_drawn),
    ]
    account: WrittenAccount | None = None


class Decoy(Frozen):
    """A person staged with look-alikes."""

    weight: float = Field(default=1.0, gt=0, le=1000)
    role: Name | None = None
    arrive: Span | None = None
    from_: Name | None = Field(default=None, alias="from")
    carries: Name | None = None
    look_alikes: Annotated[
        Annotated[tuple[Planned, ...], Field(min_length=1, max_length=8), Tag("written.")]
        | Annotated[DrawnLookAlikes, Tag("drawn.")],
        Discriminator(_drawn),
    ]
    account: WrittenAccount | None = None


MOST_SUBJECTS, MOST_DECOYS = 8, 20
"""More of them are no needle in a haystack."""


def _weights(given: object) -> object:
    """A number, or a range of numbers that are equally likely, as weights by number."""
    if isinstance(given, dict):
        return given
    numbers = count(given)
    if numbers.high > MOST_DECOYS:
        raise ValueError(f"a number up to {MOST_DECOYS}, such as 5-8")
    return dict.fromkeys(range(int(numbers.low), int(numbers.high) + 1), 1.0)


HowMany = Annotated[
    dict[Annotated[int, Field(ge=0, le=MOST_DECOYS)], Annotated[float, Field(ge=0, le=1000)]],
    BeforeValidator(_weights),
    WithJsonSchema({
        "anyOf": [
            {"type": "string", "pattern": r"^ *(1?\d|20) ?(-|–|to) ?(1?\d|20) *$"},
            {"type": "integer", "minimum": 0, "maximum": MOST_DECOYS},
            {"type": "object", "additionalProperties": {"type": "number"}, "propertyNames": {"pattern": r"^\d+$"}},
        ],
        "examples": ["5-8", 2],
        "description": "A number, a range, or weights by number: 2, 5-8 or {0: 3, 1: 5, 2: 2}.",
    }),
]


class SubjectPool(Frozen):
    """Subjects drawn anew each time: how many, and from which entries. Nobody at all is a result too."""

    how_many: HowMany
    pool: tuple[Subject, ...] = Field(min_length=1, max_length=40)


class DecoyPool(Frozen):
    """Decoys drawn anew each time; without a pool of their own they do what resembles the subjects' tells."""

    how_many: HowMany
    pool: Annotated[tuple[Decoy, ...], Field(min_length=1, max_length=40)] | None = None


Subjects = Annotated[
    Annotated[tuple[Subject, ...], Field(max_length=MOST_SUBJECTS), Tag("written.")]
    | Annotated[SubjectPool, Tag("drawn.")],
    Discriminator(_drawn),
]
Decoys = Annotated[
    Annotated[tuple[Decoy, ...], Field(max_length=MOST_DECOYS), Tag("written.")] | Annotated[DecoyPool, Tag("drawn.")],
    Discriminator(_drawn),
]


Staged = tuple[Subject, ...] | tuple[Decoy, ...] | SubjectPool | DecoyPool
"""Subjects or decoys, written or drawn."""


def find_written_acts(person: Subject | Decoy) -> tuple[Planned, ...]:
    """The tells or look-alikes that are written out for somebody; none if they are drawn."""
    acts = person.tells if isinstance(person, Subject) else person.look_alikes
    return acts if isinstance(acts, tuple) else ()


def least(people: Staged) -> int:
    """The fewest subjects, or decoys, that there can be."""
    return min(_numbers(people), default=0)


def most(people: Staged) -> int:
    """The most subjects, or decoys, that there can be."""
    return max(_numbers(people), default=0)


def _numbers(people: Staged) -> list[int]:
    if isinstance(people, (SubjectPool, DecoyPool)):
        return [number for number, weight in people.how_many.items() if weight > 0]
    return [len(people)]


def any_look_alike(people: tuple[Decoy, ...] | DecoyPool) -> bool:
    """Whether some decoys do just anything that looks like a tell."""
    entries = people.pool or () if isinstance(people, DecoyPool) else people
    return (isinstance(people, DecoyPool) and not entries) or any(not find_written_acts(decoy) for decoy in entries)
