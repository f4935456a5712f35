"""Who plays what. Values only: no one here knows who is a subject."""

from dataclasses import dataclass
from typing import Literal

from game.clock import PRE_ROLL
from game.scenario.verbs import Verb

Relation = Literal[
    "nearest staff", "nearest guard", "nearest patrol", "nearest officer", "nearest person", "nearest visitor",
    "nearest bystander", "nearest bag", "nearest passer-by", "next at the gates", "same person", "nearest camera",
    "nearest exit", "leader", "partner",
    "ahead", "around", "down", "object", "away from officer", "away from staff",
]


@dataclass(frozen=True, slots=True)
class Target:
    """What a step is about: a point (x, y, z in m), a person by row id, or a relation resolved as the step begins.

    `name` is for people to read. A point may carry a `queue` or `seat` name, where the place keeps order itself.
    """

    name: str
    point: tuple[float, float, float] | None = None
    person: int | None = None
    relation: Relation | None = None
    queue: str | None = None
    seat: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done, with nothing left to chance.

    `to` where to go first (walking there is never part of the showing unless the verb itself moves) · `at` what the
    eyes rest on · `facing` what the body or the object is turned to · `ticks` how long it is held after arriving ·
    `pace` a factor on the person's free speed · `act` the number of the act it belongs to among this person's acts ·
    `shows` whether its time counts as that act being shown · `says` what is heard of it close by · `decisive` whether
    it is what must be seen of a behaviour; None for a step that is no part of one · `until` the tick to which a step
    of no length is held; it is left out once that is past.
    """

    verb: Verb
    ticks: int = 0
    to: Target | None = None
    at: Target | None = None
    facing: Target | None = None
    held: str | None = None
    pace: float = 1.0
    act: int | None = None
    shows: bool = False
    says: str = ""
    decisive: bool | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Reaction:
    """What this person will do when the stimulus comes within `radius` m (drawn at staging), at most once.

    Before tick `since` they do not mind it.
    """

    stimulus: str
    radius: float
    steps: tuple[Step, ...]
    since: int = -PRE_ROLL


@dataclass(frozen=True, slots=True)
class Part:
    """A person's whole stay: enters at `arrive` (ticks, negative in the pre-roll) at `enter` m, plays, leaves."""

    arrive: int
    enter: tuple[float, float]
    steps: tuple[Step, ...]
    reactions: tuple[Reaction, ...] = ()
    starts_inside: bool = False


@dataclass(frozen=True, slots=True)
class Looks:
    """An appearance: words and indices into `assets/looks.yaml`, metres for the body; None for what somebody has not.

    A colour is drawn for everybody, also of a hat or a bag that they have not: what is put into their hands has it.
    """

    stature: float
    build: float
    age: str
    frame: str
    skin: int
    hair: str
    hair_colour: int
    hat: str | None
    hat_colour: int
    top: str
    top_colour: int
    bottom: str
    bottom_colour: int
    shoes: int
    glasses: bool
    uniform: str | None
    carries: str | None
    carries_colour: int
    aid: str | None
    beard: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What a person says when asked why they are here, in the author's words.

    Everybody has that much to say. What only some were given to say beyond it, and where it fails, is the umpire's.
    """

    claims: str


@dataclass(frozen=True, slots=True)
class Person:
    """One of the cast. `id` is the row for the whole run, `speed` the free speed in m/s, `leader` whom they keep to."""

    id: int
    role: str
    looks: Looks
    part: Part
    speed: float
    account: Account
    staff: bool = False
    officer: bool = False
    leader: int | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone of a run, in order of id."""

    scenario: str
    seed: int
    people: tuple[Person, ...]
