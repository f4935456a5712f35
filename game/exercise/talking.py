"""Speaking with people: going up to somebody or sending a colleague, asking, checking, and letting them go."""

from typing import Literal

from game.acts import Approach, AskControl, Opening, Put, Speak, TakeLeave, TalkAct
from game.geometry import Point
from game.log import (
    Approached,
    Asked,
    CameUp,
    Log,
    Met,
    Parted,
    Replied,
    Spoke,
    TalkEvent,
)

from . import refusal
from .askers import Askers
from .conversing import Conversing, OfferedTopic
from .looking_up import LookingUp
from .officer import Officer
from .rapport import WAITS, Rapport
from .refusal import Refusal
from .talk_state import SpeakingWorld, Talk, TalkStage

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
WAITS_FOR_WORD = 250
"""Ticks that a passer-by waits for an answer."""
HELP = "help"
"""The topic of an answer to a passer-by who came up to ask."""


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
        self._askers = Askers(floor, umpire, officer)

    # --- acts ---------------------------------------------------------------------------------------------------------

    def take(self, act: TalkAct, tick: int, log: Log) -> list[TalkEvent] | Refusal:
        """What comes of an act at once, or why it cannot be done."""
        match act:
            case Approach(person):
                done = self._approach(person, tick, log)
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

    def _approach(self, person: int, tick: int, log: Log) -> list[TalkEvent] | Refusal:
        if self.talk is not None and not self.talk.wants:
            return refusal.SPEAKING_ALREADY
        if self._floor.where(person) is None:
            return refusal.NOT_PRESENT
        by = None
        if self._officer is None:
            by = self._floor.colleague(person)
            if by is None or not self._floor.send(by, person):
                return refusal.NO_COLLEAGUE
        before = self._turn_away(self.talk, tick, log) if self.talk is not None else []
        self.talk = Talk(person, by, tick)
        return [*before, Approached(tick, person, by)]

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
        offered = next((other for other in talk.choices if (other.topic, other.act) == (topic, act)), None)
        if offered is None:
            return refusal.NOT_TO_BE_ASKED
        talk.stage, talk.asked, talk.until = TalkStage.ASKING, offered, tick + time_speech(offered.words)
        return [Asked(tick, talk.person, topic, act, offered.words)]

    def _take_leave(self, tick: int, log: Log, *, thanked: bool, explained: bool) -> list[TalkEvent] | Refusal:
        talk = self.talk
        if talk is None:
            return refusal.NOBODY_LISTENS
        if talk.stage in (TalkStage.COMING, TalkStage.COMES_UP):
            return self._end(talk, Parted(tick, talk.person, "let go", thanked=False, explained=False))
        why = "gave up" if talk.wants else "thanked" if thanked else "let go"
        last = _part(self._umpire, talk.person, why, tick, log)
        return [last, *self._end(talk, Parted(tick, talk.person, "let go", thanked, explained))]

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
            asker = self._askers.set_off(tick)
            if asker is not None:
                self.talk = Talk(asker, None, tick, TalkStage.COMES_UP, wants=True)
                self.version += 1
        elif talk.wants and self._officer and self._officer.walking:
            happened += self._turn_away(talk, tick, log)
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
        if talk.stage is TalkStage.OPENING and talk.opening:
            return self._greet(talk, talk.opening, tick, log)
        if talk.stage is TalkStage.ASKING and talk.asked:
            return self._answer(talk, talk.asked, tick, log)
        return self._fall_silent(talk, tick, log)

    def _come(self, talk: Talk, tick: int, log: Log) -> list[TalkEvent]:
        """Nearer, by a step; once there, the person stops."""
        if tick - talk.began > GIVES_UP:
            return self._end(talk, Parted(tick, talk.person, "not reached", thanked=False, explained=False))
        there, here = self._floor.where(talk.person), speaker(talk, self._officer, self._floor)
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

    def _greet(self, talk: Talk, opening: Opening, tick: int, log: Log) -> list[TalkEvent]:
        words = self._umpire.open_talk(talk.person, opening, log)
        talk.rapport = talk.rapport.open_talk(opening)
        self._say(talk, words, tick)
        return [Spoke(tick, talk.person, opening, words)]

    def _answer(self, talk: Talk, question: OfferedTopic, tick: int, log: Log) -> list[TalkEvent]:
        topic, act = question.topic, question.act
        if talk.wants:
            last = _part(self._umpire, talk.person, "helped", tick, log, topic)
            return [last, *self._end(talk, Parted(tick, talk.person, "let go", thanked=True, explained=False))]
        asked = tick - time_speech(question.words)
        again = any((reply.person, reply.topic, reply.act) == (talk.person, topic, act) for reply in log.of(Replied))
        talk.rapport = talk.rapport.question(asked - talk.heard, again=again)
        said = self._umpire.ask(talk.person, topic, act, log, curt=talk.rapport.curt)
        self._say(talk, said.words, tick)
        return [Replied(tick, talk.person, topic, act, said.words, said.claim)]

    def _say(self, talk: Talk, words: str, tick: int) -> None:
        talk.stage, talk.until = TalkStage.ANSWERING, tick + time_speech(words)
        self._floor.speak(talk.person, words, time_speech(words))

    def _fall_silent(self, talk: Talk, tick: int, log: Log) -> list[TalkEvent]:
        """The person has said what they say: they wait for more, or have had enough."""
        talk.heard = tick
        if talk.rapport.spent:
            return self._break_off(talk, tick, log)
        self._floor.listen(talk.person)
        talk.stage = TalkStage.LISTENING
        talk.offer(self._umpire.choices(talk.person, log, assessed=self._assessed))
        self.version += 1
        return []

    def _break_off(self, talk: Talk, tick: int, log: Log) -> list[TalkEvent]:
        last = _part(self._umpire, talk.person, "broke off", tick, log)
        return [last, *self._end(talk, Parted(tick, talk.person, "broke off", thanked=False, explained=False))]

    def _stand_about(self, talk: Talk, tick: int, log: Log) -> list[TalkEvent]:
        """Whoever is kept waiting loses patience; a passer-by who gets no answer goes."""
        if talk.wants:
            return self._turn_away(talk, tick, log, "broke off") if tick - talk.heard > WAITS_FOR_WORD else []
        if (tick - talk.heard) % WAITS == WAITS - 1:
            talk.rapport = talk.rapport.wait(WAITS)
        return self._break_off(talk, tick, log) if talk.rapport.spent else []

    def _end(self, talk: Talk, parted: Parted) -> list[TalkEvent]:
        afterwards = self._umpire.disposition(talk.person).afterwards if talk.opening else "goes on"
        if talk.stage is not TalkStage.COMING:
            self._floor.release(talk.person, afterwards)
        if talk.by is not None:
            self._floor.release(talk.by, "goes on")
        if self._officer:
            self._officer.halt()
        self.talk = None
        self._askers.keep_off(parted.tick)
        return [parted]

    # --- passers-by who ask -------------------------------------------------------------------------------------------

    def _turn_away(
        self, talk: Talk, tick: int, log: Log, why: Literal["let go", "broke off"] = "let go"
    ) -> list[TalkEvent]:
        """A passer-by who came up gets no answer, and if they have asked, does not go without a word.

        The trainee has something else to do, or else they have waited long enough, and break it off.
        """
        asked = talk.stage is not TalkStage.COMES_UP
        last = [_part(self._umpire, talk.person, "gave up", tick, log)] if asked else []
        return [*last, *self._end(talk, Parted(tick, talk.person, why, thanked=False, explained=False))]

    def _came_up(self, talk: Talk, tick: int, log: Log) -> list[TalkEvent]:
        words, answer = self._umpire.wants(talk.person, log)
        talk.stage, talk.heard = TalkStage.MET, tick
        talk.offer((OfferedTopic(HELP, None, "Help them", answer),))
        self._floor.speak(talk.person, words, time_speech(words))
        return [CameUp(tick, talk.person, HELP, words)]


def _part(umpire: Conversing, person: int, why: str, tick: int, log: Log, topic: str = "") -> Replied:
    """Somebody's last words."""
    return Replied(tick, person, topic, None, umpire.part(person, why, log), "")


def speaker(talk: Talk, officer: Officer | None, floor: SpeakingWorld) -> Point | None:
    """Where whoever speaks with somebody is: the own figure, or the colleague who was sent."""
    if officer:
        return officer.x, officer.y
    return floor.where(talk.by) if talk.by is not None else None


def time_speech(words: str) -> int:
    """For how many ticks somebody says this."""
    return TO_SPEAK + round(len(words) * PER_LETTER)
