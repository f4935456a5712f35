"""How far one person has come in their part, and until when everybody does the step that they are at."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.cast import Person, Reaction, Step
from game.geometry import Point


@dataclass(frozen=True, slots=True)
class NotYet:
    """Not here yet."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Going to where the present step is done, to a seat, or to a door."""


@dataclass(frozen=True, slots=True)
class Doing:
    """Doing the present step, to the tick `until`."""

    until: int


@dataclass(frozen=True, slots=True)
class InLine:
    """Queuing for the present step, to the tick `until` at the most."""

    step: Step
    until: int


@dataclass(frozen=True, slots=True)
class ComingNear:
    """Going up to somebody who may move, since the tick `since`."""

    since: int


@dataclass(frozen=True, slots=True)
class SittingDown:
    """From standing before a seat to being on it."""


@dataclass(frozen=True, slots=True)
class GettingUp:
    """From a seat to standing before it."""


@dataclass(frozen=True, slots=True)
class Gone:
    """Out by a door, for good."""


StepStage = NotYet | UnderWay | Doing | InLine | ComingNear | SittingDown | GettingUp | Gone
"""What a person is at in the present step."""


@dataclass(slots=True)
class ActTally:
    """One act of a part: its showing steps still to come, and what has been shown of it."""

    steps: int
    planned: int
    ran: int = 0
    moved: int = 0
    """The part of it that was shown by going, which is planned as it runs."""
    began: bool = False


@dataclass(slots=True)
class Player:
    """A person's place in their part. Times are ticks."""

    person: Person
    row: int = -1
    """The row of their body; -1 while they have none."""
    stage: StepStage = NotYet()
    number: int = -1
    """Which of their steps they are at; -1 before the first."""
    step: Step | None = None
    """The step that they are at; None before they are here, and after."""
    steps: tuple[Step, ...] = ()
    acts: dict[int, ActTally] = field(default_factory=dict)
    way: list[Point] = field(default_factory=list)
    """The bends still to come, the next one last."""
    left: int | None = None
    """What is left of an interrupted step."""
    shows_since: int | None = None
    other: int | None = None
    """With whom the step is done."""
    seat: int | None = None
    """The seat that they are on, or bound for."""
    seated: bool = False
    crossing: str | None = None
    """The portal to another level that one is bound for, or comes out of."""
    detours: int = 0
    reactions: list[Reaction] = field(default_factory=list)
    paused: tuple[tuple[Step, ...], int, int | None] | None = None
    """The part that a reaction interrupted: its steps, which one, and what was left of it."""

    @property
    def id(self) -> int:
        """The person's number."""
        return self.person.id

    def ticks_of(self, step: Step, tick: int) -> int:
        """How long a step is to be done from this tick on: what is left of it, if it was interrupted."""
        ticks, self.left = step.ticks if self.left is None else self.left, None
        return ticks if step.until is None else max(ticks, step.until - tick)

    def set_aside(self) -> None:
        """Come back to this later; whoever is interrupted in a reaction does not come back to that."""
        self.paused = self.paused or (self.steps, self.number, self.left)

    def take_up(self, steps: tuple[Step, ...]) -> None:
        """Stand before the first of these steps."""
        self.steps, self.number, self.left = steps, -1, None

    def come_back(self) -> None:
        """Go back to what was interrupted, if anything was."""
        if self.paused:
            self.steps, self.number, self.left = self.paused
            self.paused = None

    @property
    def stops(self) -> bool:
        """Whether they mean to stay where they are going, and not to go through a door there."""
        return self.crossing is None and (self.step is None or self.step.verb.meaning.goes != "out")


def make_player(person: Person) -> Player:
    """Someone about to play their part."""
    part = person.part
    acts: dict[int, ActTally] = {}
    for steps in (part.steps, *(reaction.steps for reaction in part.reactions)):
        for step in steps:
            if step.shows and step.act is not None:
                act = acts.setdefault(step.act, ActTally(0, 0))
                act.steps += 1
    return Player(person, steps=part.steps, acts=acts, reactions=list(part.reactions))


class Agenda:
    """Those who do something for a time, by the tick in which it is over."""

    def __init__(self) -> None:
        self._due: dict[int, list[Player]] = {}

    def hold(self, player: Player, tick: int, ticks: int) -> None:
        """Let somebody do their step for so many ticks from now, one at least."""
        player.stage = Doing(tick + max(1, ticks))
        self._due.setdefault(player.stage.until, []).append(player)

    def over(self, tick: int) -> Iterator[Player]:
        """Those who are done at this tick and not called away; one by one, for each may call the next one away."""
        return (player for player in self._due.pop(tick, ()) if player.stage == Doing(tick))
