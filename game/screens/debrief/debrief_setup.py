"""What the debrief is given: the record of an exercise, its score, and the words for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from game.cast import Looks
from game.course import RULE, Result
from game.log import Exposed, Stood
from game.record import CommentBook, GroundsBook, Recording
from game.sampling import EXPOSED_EVERY
from game.scenario import Layout
from game.score import Debrief, GroundsCard, PersonTold, ReportJudged, Score, TalkTold
from game.widgets.screen import Next, Pop, Screen

from ..navigation import Learning, Onward
from .next_step import Taught
from .own_way import Walked

Span = tuple[int, int]


@dataclass(frozen=True)
class Debriefed:
    """One exercise, judged. `descriptions` by person id; `caution` is what is amiss with its record, if anything is."""

    recording: Recording
    score: Score
    result: Result
    debrief: Debrief
    layout: Layout
    descriptions: Sequence[str]
    own: Looks | None = None
    """How the trainee's own figure looked, where the post was on the floor."""
    caution: str = ""
    reports: Sequence[ReportJudged] = ()
    """What was reported of people, judged line by line."""
    talks: Sequence[TalkTold] = ()
    """What was said to people and by them, beside what was so."""
    cards: Sequence[GroundsCard] = ()
    """The questions of the grounds drill, if anything was ticked or heard."""
    book: GroundsBook | None = None
    """Where its answers are kept."""
    commented: CommentBook | None = None
    """What an instructor said of its moments, and where that is kept."""
    taught: Taught = field(default_factory=Taught)
    """What of it guide and drills do not have."""

    @property
    def guided(self) -> bool:
        """Whether it was a lesson, in which nothing counts; older records say so in their scenario alone."""
        return bool(self.recording.production.scenario.lesson)

    @property
    def began_at(self) -> int:
        """The tick at which it began; later than 0:00 where it was played on from a moment, and nothing counts."""
        return max(0, self.recording.first)

    @property
    def counts(self) -> bool:
        """Whether it counts for anything."""
        return not self.guided and not self.began_at

    @property
    def judged_anew(self) -> bool:
        """Whether the record was ended under an older rule of scoring, or without a result."""
        kept = self.recording.result
        return self.recording.complete and (kept is None or kept.rule != RULE)

    @property
    def walked(self) -> Walked | None:
        """The way of that figure."""
        stood = list(self.recording.log.of(Stood))
        return Walked(stood, len(self.descriptions), self.own.stature) if self.own and stood else None

    @property
    def wordings(self) -> Mapping[str, str]:
        """What each cue says, and what each topic of a talk is called."""
        return self.recording.production.wordings

    def concerns(self, person: PersonTold) -> bool:
        """Whether somebody has to do with it: not who had done it all before it was played on from."""
        return not self.began_at or bool(person.marks) or any(act.showing.ended > self.began_at for act in person.acts)

    def told(self, person: int) -> PersonTold:
        """What is told of a person."""
        return next(told for told in self.debrief.people if told.person == person)

    def talks_with(self, person: int) -> list[TalkTold]:
        """The talks with a person, in order."""
        return [talk for talk in self.talks if talk.person == person]

    def seen(self, person: int) -> list[Span]:
        """When the trainee had the person in view, from tick to tick."""
        ticks = [event.tick for event in self.recording.log.of(Exposed) if person in event.people]
        spans: list[Span] = []
        for tick in ticks:
            if spans and tick - spans[-1][1] <= EXPOSED_EVERY:
                spans[-1] = spans[-1][0], tick
            else:
                spans.append((tick, tick + EXPOSED_EVERY))
        return spans


@dataclass(frozen=True)
class DebriefWays:
    """Where a debrief leads: `home`; to what each act can teach; `find` into the scene again from a tick on.

    `on_paper` writes it as a page and says where.
    `again` leads to the briefing of the same scenario, if it is still there; `onward`, after a lesson, to the first
    exercise. Either takes the place of the last so many screens, `outdated` by it: nobody comes back to an old debrief.
    """

    home: Pop
    learning: Learning
    find: Callable[[int], Next]
    on_paper: Callable[[], str]
    outdated: int = 1
    again: Callable[[], Screen] | None = None
    onward: Onward | None = None


def first_look(told: Debriefed, person: PersonTold) -> int:
    """The tick at which to begin with a person: a little before what they did first, or before they were dealt with."""
    ticks = [act.showing.began for act in person.acts] or [mark.tick for mark in person.marks]
    ticks = ticks or [judged.decided.tick for judged in person.decisions]
    ticks = ticks or [talk.began.tick for talk in told.talks_with(person.person)]
    return max(0, min(ticks, default=0) - 20)
