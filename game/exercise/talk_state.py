"""What a talk stands at: with whom, how far it has come, what can be said; and as much of it as a robot is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol

from game.acts import Opening
from game.geometry import Point
from game.log import CheckReturned, Replied, TalkEvent
from game.view.heard import Heard, HeardAnswer

from .conversing import OfferedTopic
from .rapport import Rapport


class SpeakingWorld(Protocol):
    """What a talk needs of a world's people."""

    def where(self, person: int) -> Point | None:
        """Where somebody is (m); None if they are not on the floor."""
        ...

    def hold(self, person: int, x: float, y: float) -> bool:
        """Let somebody stop and listen to whoever is at this point; false if they cannot just now."""
        ...

    def speak(self, person: int, words: str, ticks: int) -> None:
        """Let them say something for so long."""
        ...

    def listen(self, person: int) -> None:
        """Let them listen again."""
        ...

    def release(self, person: int, afterwards: str) -> None:
        """Let them go."""
        ...

    def colleague(self, person: int) -> int | None:
        """The colleague on the floor who is nearest to somebody."""
        ...

    def send(self, colleague: int, person: int) -> bool:
        """Let a colleague go up to somebody."""
        ...

    def follow(self, colleague: int) -> None:
        """Let a colleague who stopped too soon go after whom they were sent to."""
        ...

    def fetch(self, person: int) -> None:
        """Let somebody go back for what they put down."""
        ...

    def send_off(self, person: int) -> bool:
        """Let somebody leave the place at once; false if they cannot just now."""
        ...

    def come_up(self, person: int, x: float, y: float) -> bool:
        """Let somebody come up to this point, to ask."""
        ...

    def near(self, x: float, y: float, within: float) -> list[int]:
        """Passers-by so near a point, the nearest first."""
        ...


class TalkStage(Enum):
    """How far a talk has come."""

    COMING = auto()
    """On the way to somebody."""
    MET = auto()
    """Face to face; nothing has been said."""
    OPENING = auto()
    """The trainee says their first words."""
    ASKING = auto()
    """The trainee, or the colleague, says a question."""
    ANSWERING = auto()
    """The person speaks."""
    LISTENING = auto()
    """The person waits for what comes next."""
    COMES_UP = auto()
    """A passer-by is on the way to the trainee."""


@dataclass
class Talk:
    """One talk. `until` the tick at which its stage ends · `heard` when the person last stopped speaking."""

    person: int
    by: int | None
    began: int
    stage: TalkStage = TalkStage.COMING
    until: int = 0
    heard: int = 0
    rapport: Rapport = field(default_factory=lambda: Rapport(0.0))
    opening: Opening | None = None
    asked: OfferedTopic | None = None
    choices: tuple[OfferedTopic, ...] = ()
    """What can be said now."""
    wants: bool = False
    """Whether it is they who came up to ask."""
    _listed: dict[tuple[str, str], OfferedTopic] = field(default_factory=dict)

    def offer(self, choices: Iterable[OfferedTopic]) -> None:
        """Let this be what can be said now."""
        self.choices = tuple(choices)
        self._listed |= {(topic.topic, topic.short): topic for topic in self.choices}

    def list_topics(self) -> Sequence[OfferedTopic]:
        """All that could be said so far, each where it came first: a choice is found again by its place."""
        return tuple(self._listed.values())


def hear(talk: Talk | None, told: Sequence[TalkEvent], tick: int) -> Heard:
    """All of the present talk as it is now, and of what has come of talks so far."""
    back = {(event.person, event.topic, event.act): event.found for event in told if isinstance(event, CheckReturned)}
    answers = tuple(
        HeardAnswer(event.person, event.topic, event.act, event.claim, back.get((event.person, event.topic, event.act)))
        for event in told
        if isinstance(event, Replied) and event.topic
    )
    if talk is None:
        return Heard(tick, None, met=False, free=False, since=tick, wants=False, topics=(), answers=answers)
    met, free = (talk.stage is stage for stage in (TalkStage.MET, TalkStage.LISTENING))
    topics = tuple((topic.topic, topic.act) for topic in talk.choices)
    return Heard(tick, talk.person, met, free, talk.heard, talk.wants, topics, answers)
