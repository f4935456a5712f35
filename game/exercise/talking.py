"""Speaking with people: going up to somebody or sending a colleague, asking, checking, and letting them go."""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Literal, Protocol

from game.acts import Approach, AskControl, Opening, Put, Speak, TakeLeave, TalkAct
from game.geometry import Point
from game.log import (
    Approached,
    Asked,
    CameUp,
    CheckReturned,
    Log,
    Met,
    Parted,
    Replied,
    Spoke,
    TalkEvent,
)

from . import refusal
from .conversing import Conversing, OfferedTopic
from .looking_up import LookingUp
from .officer import Officer
from .rapport import WAITS, Rapport
from .refusal import Refusal

REACH = 1.7
"""Metres from which one speaks with somebody."""
CHASE = 5
"""Ticks between looks at where somebody is whom one goes up to."""
GIVES_UP = 600
"""Ticks after which one no longer follows somebody, or waits for a colleague to."""
TO_SPEAK, PER_LETTER = 12, 0.55
"""Ticks that saying something takes at least, and more for every letter: some 18 letters a second, as people talk."""
EXPLAINING = 45
"""Ticks that it takes to say who one is and why one asks."""
HEARD_EVERY = 10
"""Ticks between moments at which others notice that an officer speaks with somebody."""
IDLE, NEARBY = 300, 6.0
"""Ticks that an officer in uniform stands about before anybody comes up; and from how many metres off they come."""
WAITS_FOR_WORD = 250
"""Ticks that a passer-by waits for an answer."""
HELP = "help"
"""The topic of an answer to a passer-by who came up to ask."""


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
    ends: Literal["broke off"] | None = None
    wants: bool = False
    """Whether it is they who came up to ask."""


@dataclass(frozen=True, slots=True)
class HeardAnswer:
    """What a person has claimed of a topic, and what control has found of it; None: not asked, or not back yet."""

    person: int
    topic: str
    act: int | None
    claim: str
    found: str | None


@dataclass(frozen=True, slots=True)
class Heard:
    """All that a trainee without a face is told of talks: with whom, how far it is, what can be said, and what was.

    `since` is when the person last stopped speaking · `wants` whether it is they who came up.
    """

    tick: int
    person: int | None
    stage: TalkStage | None
    since: int
    wants: bool
    choices: tuple[OfferedTopic, ...]
    answers: tuple[HeardAnswer, ...]


class Talking:
    """Everything that a trainee says to people and hears from them. `talk` is the present one, if there is any."""

    def __init__(
        self, floor: SpeakingWorld, umpire: Conversing, officer: Officer | None, *, assessed: bool
    ) -> None:
        """With an `officer` the trainee goes up to people; without, a colleague on the floor is sent."""
        self.talk: Talk | None = None
        self.told: list[TalkEvent] = []
        """All that came of speaking with people, in order."""
        self.control = LookingUp(umpire)
        """Whom one asks what the cameras say."""
        self.version = 0
        """Grows with every change that can be told of a talk."""
        self._floor, self._umpire, self._officer, self._assessed = floor, umpire, officer, assessed
        self._idle = 0
        self._helped: set[int] = set()

    def heard(self, tick: int) -> Heard:
        """All of it as it is now."""
        talk = self.talk
        back = {(one.person, one.topic, one.act): one.found for one in self.told if isinstance(one, CheckReturned)}
        answers = tuple(
            HeardAnswer(one.person, one.topic, one.act, one.claim, back.get((one.person, one.topic, one.act)))
            for one in self.told
            if isinstance(one, Replied) and one.topic
        )
        if talk is None:
            return Heard(tick, None, None, tick, wants=False, choices=(), answers=answers)
        return Heard(tick, talk.person, talk.stage, talk.heard, talk.wants, talk.choices, answers)

    # --- acts ---------------------------------------------------------------------------------------------------------

    def take(self, act: TalkAct, tick: int, log: Log) -> list[TalkEvent] | Refusal:
        """What comes of an act at once, or why it cannot be done."""
        match act:
            case Approach(person):
                done = self._approach(person, tick)
            case Speak(opening):
                done = self._begin(opening, tick)
            case Put(topic, number):
                done = self._put(topic, number, tick)
            case AskControl(topic, number):
                asked = self.control.ask(topic, number, self.talk.person if self.talk else None, tick, log)
                done = asked if isinstance(asked, Refusal) else [asked]
            case TakeLeave(thanked, explained):
                done = self._take_leave(tick, log, thanked=thanked, explained=explained)
        return done if isinstance(done, Refusal) else self._tell(done)

    def _approach(self, person: int, tick: int) -> list[TalkEvent] | Refusal:
        if self.talk is not None:
            return refusal.SPEAKING_ALREADY
        if self._floor.where(person) is None:
            return refusal.NOT_PRESENT
        by = None
        if self._officer is None:
            by = self._floor.colleague(person)
            if by is None or not self._floor.send(by, person):
                return refusal.NO_COLLEAGUE
        self.talk = Talk(person, by, tick)
        return [Approached(tick, person, by)]

    def _begin(self, opening: Opening, tick: int) -> list[TalkEvent] | Refusal:
        talk = self.talk
        if talk is None or talk.stage is not TalkStage.MET:
            return refusal.NOBODY_LISTENS
        if talk.wants:
            return refusal.THEY_ASK
        talk.stage, talk.opening = TalkStage.OPENING, opening
        talk.until = tick + (EXPLAINING if opening == "explained" else TO_SPEAK)
        return []

    def _put(self, topic: str, act: int | None, tick: int) -> list[TalkEvent] | Refusal:
        talk = self.talk
        if talk is None or talk.stage not in (TalkStage.LISTENING, TalkStage.MET):
            return refusal.NOBODY_LISTENS
        if talk.stage is TalkStage.MET and not talk.wants:
            return refusal.SAY_WHY_FIRST
        offered = next((one for one in talk.choices if (one.topic, one.act) == (topic, act)), None)
        if offered is None:
            return refusal.NOT_TO_BE_ASKED
        talk.stage, talk.asked, talk.until = TalkStage.ASKING, offered, tick + spoken(offered.words)
        return [Asked(tick, talk.person, topic, act, offered.words)]

    def _take_leave(self, tick: int, log: Log, *, thanked: bool, explained: bool) -> list[TalkEvent] | Refusal:
        talk = self.talk
        if talk is None:
            return refusal.NOBODY_LISTENS
        if talk.stage in (TalkStage.COMING, TalkStage.COMES_UP):
            return self._end(talk, Parted(tick, talk.person, "let go", thanked=False, explained=False))
        why = "thanked" if thanked else "let go"
        words = self._umpire.parting(talk.person, why, log)
        last: list[TalkEvent] = [Replied(tick, talk.person, "", None, words, "")]
        return last + self._end(talk, Parted(tick, talk.person, "let go", thanked, explained))

    def _tell(self, happened: list[TalkEvent]) -> list[TalkEvent]:
        self.told += happened
        self.version += 1
        return happened

    # --- time ---------------------------------------------------------------------------------------------------------

    def step(self, tick: int, log: Log) -> list[TalkEvent]:
        """What happens of itself in this tick."""
        happened: list[TalkEvent] = [*self.control.step(tick)]
        talk = self.talk
        if talk is None:
            self._wait_for_askers(tick)
        elif self._floor.where(talk.person) is None:
            why: Literal["gone", "broke off"] = "gone" if talk.opening is None else "broke off"
            happened += self._end(talk, Parted(tick, talk.person, why, thanked=False, explained=False))
        else:
            happened += self._go_on(talk, tick, log)
        return self._tell(happened) if happened else []

    def _go_on(self, talk: Talk, tick: int, log: Log) -> list[TalkEvent]:
        if talk.stage in (TalkStage.COMING, TalkStage.COMES_UP):
            return self._come(talk, tick, log)
        if self._officer and tick % HEARD_EVERY == 0:
            self._officer.be_heard()
        if talk.stage in (TalkStage.LISTENING, TalkStage.MET):
            return self._stand_about(talk, tick, log)
        if tick < talk.until:
            return []
        if talk.stage is TalkStage.OPENING:
            return self._greeted(talk, tick, log)
        if talk.stage is TalkStage.ASKING:
            return self._answered(talk, tick, log)
        return self._fall_silent(talk, tick, log)

    def _come(self, talk: Talk, tick: int, log: Log) -> list[TalkEvent]:
        """Nearer, by a step; once there, the person stops."""
        if tick - talk.began > GIVES_UP:
            return self._end(talk, Parted(tick, talk.person, "not reached", thanked=False, explained=False))
        there, here = self._floor.where(talk.person), self._speaker(talk)
        if tick % CHASE or there is None or here is None:
            return []
        if self._officer and talk.stage is TalkStage.COMING:
            self._officer.send(*there)
        if (there[0] - here[0]) ** 2 + (there[1] - here[1]) ** 2 > REACH * REACH:
            if talk.by is not None:
                self._floor.follow(talk.by)
            return []
        if talk.stage is TalkStage.COMES_UP:
            return self._came_up(talk, tick, log)
        return self._meet(talk, tick, here, there)

    def _meet(self, talk: Talk, tick: int, here: Point, there: Point) -> list[TalkEvent]:
        """Stand before the person, who is `there`; not yet where they cannot stop just now."""
        if not self._floor.hold(talk.person, *here):
            return []
        if self._officer:
            self._officer.face(*there)
        talk.stage, talk.heard = TalkStage.MET, tick
        talk.rapport = Rapport(self._umpire.disposition(talk.person).patience)
        return [Met(tick, talk.person)]

    def _speaker(self, talk: Talk) -> Point | None:
        """Where whoever speaks with them is."""
        if self._officer:
            return self._officer.x, self._officer.y
        return self._floor.where(talk.by) if talk.by is not None else None

    def _greeted(self, talk: Talk, tick: int, log: Log) -> list[TalkEvent]:
        assert talk.opening is not None
        words = self._umpire.opened(talk.person, talk.opening, log)
        talk.rapport = talk.rapport.opened(talk.opening)
        self._say(talk, words, tick)
        return [Spoke(tick, talk.person, talk.opening, words)]

    def _answered(self, talk: Talk, tick: int, log: Log) -> list[TalkEvent]:
        assert talk.asked is not None
        topic, act = talk.asked.topic, talk.asked.act
        if talk.wants:
            words = self._umpire.parting(talk.person, "helped", log)
            self._helped.add(talk.person)
            last: list[TalkEvent] = [Replied(tick, talk.person, topic, None, words, "")]
            return last + self._end(talk, Parted(tick, talk.person, "let go", thanked=True, explained=False))
        asked = tick - spoken(talk.asked.words)
        again = any((one.person, one.topic, one.act) == (talk.person, topic, act) for one in log.of(Replied))
        talk.rapport = talk.rapport.questioned(asked - talk.heard, again=again)
        said = self._umpire.asked(talk.person, topic, act, log, curt=talk.rapport.curt)
        self._say(talk, said.words, tick)
        if talk.rapport.spent:
            talk.ends = "broke off"
        return [Replied(tick, talk.person, topic, act, said.words, said.claim)]

    def _say(self, talk: Talk, words: str, tick: int) -> None:
        talk.stage, talk.until = TalkStage.ANSWERING, tick + spoken(words)
        self._floor.speak(talk.person, words, spoken(words))

    def _fall_silent(self, talk: Talk, tick: int, log: Log) -> list[TalkEvent]:
        """The person has said what they say: they wait for more, or have had enough."""
        talk.heard = tick
        if talk.ends:
            return self._break_off(talk, tick, log)
        self._floor.listen(talk.person)
        talk.stage = TalkStage.LISTENING
        talk.choices = self._umpire.choices(talk.person, log, assessed=self._assessed)
        self.version += 1
        return []

    def _break_off(self, talk: Talk, tick: int, log: Log) -> list[TalkEvent]:
        last: list[TalkEvent] = [
            Replied(tick, talk.person, "", None, self._umpire.parting(talk.person, "broke off", log), "")
        ]
        return last + self._end(talk, Parted(tick, talk.person, "broke off", thanked=False, explained=False))

    def _stand_about(self, talk: Talk, tick: int, log: Log) -> list[TalkEvent]:
        """Whoever is kept waiting loses patience; a passer-by who gets no answer goes."""
        if talk.wants:
            waited = tick - talk.heard > WAITS_FOR_WORD
            gone = Parted(tick, talk.person, "broke off", thanked=False, explained=False)
            return self._end(talk, gone) if waited else []
        if (tick - talk.heard) % WAITS == WAITS - 1:
            talk.rapport = talk.rapport.waited(WAITS)
        return self._break_off(talk, tick, log) if talk.rapport.spent else []

    def _end(self, talk: Talk, parted: Parted) -> list[TalkEvent]:
        afterwards = self._umpire.disposition(talk.person).afterwards if talk.opening else "goes on"
        if talk.stage is not TalkStage.COMING:
            self._floor.release(talk.person, afterwards)
        if talk.by is not None:
            self._floor.release(talk.by, "goes on")
        if self._officer:
            self._officer.halt()
        self.talk, self._idle = None, parted.tick
        return [parted]

    # --- passers-by who ask -------------------------------------------------------------------------------------------

    def _wait_for_askers(self, tick: int) -> None:
        """Now and then somebody comes up to an officer in uniform who stands about."""
        officer = self._officer
        if officer is None or not officer.in_uniform or officer.walking:
            self._idle = tick
            return
        if tick - self._idle < IDLE or tick % CHASE:
            return
        for person in self._floor.near(officer.x, officer.y, NEARBY):
            if person not in self._helped and self._umpire.asks(person):
                if self._floor.come_up(person, officer.x, officer.y):
                    self._helped.add(person)
                    self.talk = Talk(person, None, tick, TalkStage.COMES_UP, wants=True)
                return

    def _came_up(self, talk: Talk, tick: int, log: Log) -> list[TalkEvent]:
        words, answer = self._umpire.wants(talk.person, log)
        talk.stage, talk.heard = TalkStage.MET, tick
        talk.choices = (OfferedTopic(HELP, None, "Help them", answer),)
        self._floor.speak(talk.person, words, spoken(words))
        return [CameUp(tick, talk.person, HELP, words)]


def spoken(words: str) -> int:
    """For how many ticks somebody says this."""
    return TO_SPEAK + round(len(words) * PER_LETTER)
