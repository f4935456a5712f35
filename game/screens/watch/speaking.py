"""Speaking with people: what keys and buttons ask for, and how the screen keeps up with what is said."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import assert_never

from game.acts import Act, Approach, AskControl, Opening, Put, Speak, TakeLeave
from game.exercise import OfferedTopic, Talk, Talking, TalkStage
from game.log import Approached, Asked, CameUp, CheckReturned, Parted, Replied, TalkEvent
from game.widgets.page import Page

from .actions import NOBODY, Hands
from .choosing import Choosing, GoTo
from .watch_setup import Watched


@dataclass(frozen=True, slots=True)
class SpeechAsked:
    """Go up to whoever is selected or outlined; in a talk, put the keyboard on what can be said.

    `keys` if it was asked for with the keyboard, which is then put on the choices as soon as there are any.
    """

    keys: bool = False


@dataclass(frozen=True, slots=True)
class OpeningChosen:
    """Begin to speak in this way."""

    opening: Opening


@dataclass(frozen=True, slots=True)
class TopicPut:
    """Ask this; about an act, the number of it."""

    topic: str
    act: int | None = None


@dataclass(frozen=True, slots=True)
class CheckAsked:
    """Ask control about what was answered to this."""

    topic: str
    act: int | None = None


@dataclass(frozen=True, slots=True)
class LeaveTaken:
    """Let them go, with thanks or without, and with why one asked or without."""

    thanked: bool
    explained: bool


SpeechEvent = SpeechAsked | OpeningChosen | TopicPut | CheckAsked | LeaveTaken
WHY = {
    "broke off": "They have had enough, and go.", "gone": "They have left before anybody reached them.",
    "not reached": "They could not be reached.",
}  # fmt: skip


SETTLES = 1.0
"""Seconds for which somebody who has just come up takes no key: it was pressed before they could be noticed."""
BUSY = 3.0
"""Seconds from choosing somebody in which whoever comes up does not take their place."""


class Speaking:
    """Each request goes to the exercise. What control says is shown for a while.

    Whoever comes up is selected, unless the trainee is about to do something with somebody else.
    """

    def __init__(self, watched: Watched, hands: Hands, choosing: Choosing, page: Page) -> None:
        self._exercise, self._hands, self._choosing, self._page = watched.exercise, hands, choosing, page
        self._told = self._radioed = 0
        self._by_keys = False
        self._stage: TalkStage | None = None
        self._came = self._chose = BUSY
        """Seconds since somebody came up, and since somebody was chosen."""
        self._selections = choosing.selections

    @property
    def talking(self) -> Talking | None:
        """What is said in this exercise, where people can be spoken with."""
        return self._exercise.talking

    @property
    def talk(self) -> Talk | None:
        """The present talk."""
        return self.talking.talk if self.talking else None

    def take(self, event: SpeechEvent) -> None:
        """Do what a key or a button asks."""
        match event:
            case SpeechAsked(keys):
                self._by_keys = keys
                self._speak()
            case OpeningChosen(opening):
                self._say(Speak(opening))
            case TopicPut(topic, act):
                self._say(Put(topic, act))
            case CheckAsked(topic, act):
                self._say(AskControl(topic, act))
            case LeaveTaken(thanked, explained):
                self._say(TakeLeave(thanked, explained))
            case _:
                assert_never(event)

    def keep_up(self, seconds: float) -> None:
        """Show what has been said since; put the keyboard back on the choices where it was among them."""
        self._came += seconds
        self._chose = 0.0 if self._selections != self._choosing.selections else self._chose + seconds
        self._selections = self._choosing.selections
        radioed = self._exercise.lookouts.told
        for sighted in radioed[self._radioed :]:
            self._hands.say(sighted.text)
        self._radioed = len(radioed)
        if self.talking is None:
            return
        told = self.talking.told
        for event in told[self._told :]:
            self._show(event)
        self._told = len(told)
        stage = self.talk.stage if self.talk else None
        elsewhere = self.talk and self.talk.wants and self.talk.person != self._exercise.selected
        if stage is not self._stage and (self._page.ringed or self._by_keys) and not elsewhere:
            self._put_keyboard(stage)
        self._stage = stage

    def _put_keyboard(self, stage: TalkStage | None) -> None:
        """Put the keyboard on what can be said now, and back on the scene once the talk is over."""
        if stage in (TalkStage.MET, TalkStage.LISTENING):
            self._page.turn_to(self._first())
        elif stage is None and isinstance(self._page.focus, SpeechEvent):
            self._page.turn_to(None)
        self._by_keys = self._by_keys and stage is not None

    def _show(self, event: TalkEvent) -> None:
        if isinstance(event, CheckReturned):
            self._hands.say(event.text)
        elif isinstance(event, CameUp):
            busy = self._is_busy
            self._hands.say(f"Somebody asks you: “{event.text}”" + " Choose them to answer." * busy)
            if not busy:
                self._came = 0.0
                self._choosing.take(GoTo(event.person))
        elif isinstance(event, Replied) and event.topic:
            self._hands.hear(event.person)
        elif isinstance(event, Parted):
            self._show_parted(event)

    def _show_parted(self, parted: Parted) -> None:
        """Why a talk is over, where the trainee did not end it; or what somebody says who asked them in vain."""
        lines = self.lines(parted.person)
        before = lines[: lines.index(parted)]
        began = next((event for event in reversed(before) if isinstance(event, Approached | CameUp)), None)
        last = before[-1] if before else None
        if isinstance(began, CameUp) and isinstance(last, Replied) and not parted.thanked:
            self._hands.say(f"They go without an answer: “{last.text}”")
        elif parted.why in WHY:
            self._hands.say(WHY[parted.why])

    @property
    def _is_busy(self) -> bool:
        """Whether the trainee is about to do something with somebody whom they have chosen."""
        chosen = self._exercise.selected is not None and self._chose < BUSY
        return chosen or self._choosing.awaits_enter or self._page.ringed

    @property
    def _other(self) -> int | None:
        """Whom the trainee has chosen instead of somebody who came up to them."""
        outlined, talk = self._choosing.outlined.by_keys, self.talk
        chosen = self._exercise.selected if outlined is None else outlined
        return chosen if talk and talk.wants and chosen != talk.person else None

    def _speak(self) -> None:
        if self.talk is not None and self._other is None:
            if self.talk.wants and self._came < SETTLES:
                self._by_keys = False
                return
            self._choosing.take(GoTo(self.talk.person))
            self._page.turn_to(self._first())
            return
        outlined = self._choosing.outlined.person
        person = self._exercise.selected if outlined is None else outlined
        if person is None:
            self._hands.say(NOBODY)
        elif self._hands.do(Approach(person)):
            self._hands.select(person)

    def _first(self) -> SpeechEvent:
        """What the keyboard is put on: the first choice, or to leave it."""
        talk = self.talk
        if talk and talk.stage is TalkStage.MET and not talk.wants:
            return OpeningChosen("explained")
        asked = self.find_asked(talk.person) if talk else ()
        open_now = [topic for topic in talk.list_topics() if topic in talk.choices] if talk else []
        fresh = [topic for topic in open_now if (topic.topic, topic.act) not in asked]
        return put(fresh[0]) if fresh else LeaveTaken(thanked=True, explained=False)

    def _say(self, act: Act) -> None:
        self._hands.do(act)

    def find_asked(self, person: int) -> Collection[tuple[str, int | None]]:
        """What a person has been asked already."""
        return {(event.topic, event.act) for event in self.lines(person) if isinstance(event, Asked)}

    def lines(self, person: int) -> Sequence[TalkEvent]:
        """All that was said with a person, and of them, in order."""
        return [event for event in self.talking.told if event.person == person] if self.talking else ()


def put(offered: OfferedTopic) -> TopicPut:
    """What pressing a choice asks for."""
    return TopicPut(offered.topic, offered.act)
