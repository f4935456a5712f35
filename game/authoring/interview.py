"""Speaking with a person of a staged scene, as an author: what they answer, beside what is so and how it was meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.claims import in_few
from game.log import Event, Log, Replied
from game.run import call_umpire
from game.staging import Statements

from .ahead import StagedScene

FORMS = {
    "fits": "as it is", "off": "otherwise than it is", "vague": "without saying anything", "declined": "not at all",
}
"""How an answer was drawn to be given."""


@dataclass(frozen=True, slots=True)
class Askable:
    """Something that can be asked: a topic, an act of theirs if it is about one, and what it is called."""

    topic: str
    act: int | None
    short: str


@dataclass(frozen=True, slots=True)
class ToldAnswer:
    """A question and the answer: `so` is what was so ("" where no camera knows), `drawn` how it was to be answered."""

    question: Askable
    words: str
    so: str
    drawn: str


class Interview:
    """A talk with one person at one moment; nobody's patience runs out."""

    def __init__(self, scene: StagedScene, person: int, tick: int) -> None:
        """What has happened until `tick` is what they can tell of."""
        self.person, self.tick = person, tick
        self.said: list[ToldAnswer] = []
        """What was said, in order."""
        staged = scene.staged
        self._replies = call_umpire(staged).replies
        self._statements = Statements(staged.production, staged.cast, staged.key)
        self._speech = staged.production.speech
        self._events: list[Event] = [event for event in scene.world.past if event.tick <= tick]
        self.questions: Sequence[Askable] = (
            *(Askable(topic.topic, None, topic.short) for topic in self._speech.topics if topic.fact != "act"),
            *self._about_acts(scene),
        )
        """What can be asked: every topic, and every act shown by now that one can ask about."""

    @property
    def account(self) -> str:
        """Whose account they give, and whether it is a cover."""
        account = self._statements.account(self.person)
        name = f"“{account.account}”" if account else "none of the general ones"
        return f"{name}, as a cover" if self._statements.hides(self.person) else name

    def ask(self, question: Askable) -> None:
        """Put a question to them."""
        log = Log(self._events)
        said = self._replies.ask(self.person, question.topic, question.act, log, curt=False)
        topic = self._speech.topic(question.topic)
        so, drawn = "", ""
        if topic is not None and topic.fact:
            so = in_few(self._replies.look_up(self.person, question.topic, question.act, log).found)
            drawn = FORMS[self._statements.draws(self.person, topic, question.act).form]
        self.said.append(ToldAnswer(question, said.words, so, drawn))
        replied = Replied(self.tick, self.person, question.topic, question.act, said.words, said.claim)
        self._events.append(replied)

    def _about_acts(self, scene: StagedScene) -> Sequence[Askable]:
        topics = [topic.topic for topic in self._speech.topics if topic.fact == "act"]
        log = Log(self._events)
        shown = [span for span in scene.spans(self.person) if span.began <= self.tick]
        return [
            Askable(topic, span.act, f"That they {span.title}") for topic in topics for span in shown
            if log.events and self._replies.look_up(self.person, topic, span.act, log).found
        ]  # fmt: skip
