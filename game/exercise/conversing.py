"""What people say when they are spoken with, as it comes through the umpire's door: words, and what they claim."""

from dataclasses import dataclass
from typing import Literal, Protocol

from game.acts import Opening
from game.log import Log


@dataclass(frozen=True, slots=True)
class OfferedTopic:
    """Something that can be put to a person: a topic, the act of theirs it is about if it is about one seen.

    `short` is what the choice is called, `words` what is said to the person.
    """

    topic: str
    act: int | None
    short: str
    words: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What a person says. `claim` is what it says of a fact that can be checked, "" where it says nothing of one."""

    words: str
    claim: str = ""


@dataclass(frozen=True, slots=True)
class CameraReport:
    """What control says of a topic, `after` so many ticks.

    `found` is what was so, as a claim would put it; "" where no camera tells.
    """

    words: str
    found: str
    after: int


Afterwards = Literal["goes on", "leaves", "comes back"]
"""What somebody does once they have been let go."""


@dataclass(frozen=True, slots=True)
class Disposition:
    """How somebody takes being spoken with: how much they put up with, and what they do once they are let go."""

    patience: float
    afterwards: Afterwards


class Conversing(Protocol):
    """Who knows what is true of people and what they will say of it. Whether it is true is never told: only said."""

    def choices(self, person: int, log: Log, *, assessed: bool) -> tuple[OfferedTopic, ...]:
        """What can be put to a person by now: what all can be asked, and what this trainee has seen them do."""
        ...

    def disposition(self, person: int) -> Disposition:
        """How a person takes it; drawn alike for all."""
        ...

    def open_talk(self, person: int, opening: Opening, log: Log) -> str:
        """A person's first words."""
        ...

    def ask(self, person: int, topic: str, act: int | None, log: Log, *, curt: bool) -> Statement:
        """What a person says to a topic; `curt` if they have had nearly enough of it."""
        ...

    def part(self, person: int, why: str, log: Log) -> str:
        """A person's last words: "thanked", "let go", "helped", "broke off", or "gave up" if they asked in vain."""
        ...

    def asks(self, person: int) -> bool:
        """Whether a passer-by is one who would ask an officer the way."""
        ...

    def wants(self, person: int, log: Log) -> tuple[str, str]:
        """What a passer-by says who comes up to an officer, and what can be said to help them."""
        ...

    def look_up(self, person: int, topic: str, act: int | None, log: Log) -> CameraReport:
        """What the cameras say of a topic."""
        ...
