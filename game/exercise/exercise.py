"""One sitting: the world runs, the trainee looks and marks, and all of it is logged as it happens."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import inf, isfinite
from typing import Protocol

from game.acts import (
    Act,
    Approach,
    Ask,
    Clear,
    Decide,
    Finish,
    Go,
    ItemAct,
    Look,
    Mark,
    NormalAct,
    Pause,
    Question,
    Report,
    Resume,
    Select,
    TalkAct,
)  # fmt: skip
from game.baseline import WatchedFirst
from game.cast import Person
from game.course import Mode
from game.duty import Post
from game.log import (
    Answered,
    Decided,
    Entered,
    Event,
    Finished,
    Left,
    Log,
    Looked,
    Marked,
    Paused,
    Reported,
    Resumed,
    Selected,
    WorldEvent,
)
from game.sampling import EXPOSED_EVERY
from game.scenario import Layout
from game.view import Snapshot, Viewpoint
from game.view.sighting import Sightings

from . import refusal
from .aftermath import Aftermath
from .answers import Answer, Answering, refusal_to_ask
from .deciding import DecisionMade, Decisions, leaves, why_out_of_reach
from .field_of_view import FieldOfView
from .gaze import Gaze
from .lookouts import Lookouts
from .marking import Marks
from .normal import NormalWatch
from .officer import Officer
from .refusal import Refusal
from .reporting import report
from .talk_state import SpeakingWorld
from .talking import Talking
from .unattended import Unattended


class Running(Protocol):
    """What an exercise needs of a world."""

    @property
    def tick(self) -> int:
        """The present moment."""
        ...

    @property
    def past(self) -> Sequence[WorldEvent]:
        """All that has happened so far."""
        ...

    def step(self) -> Sequence[WorldEvent]:
        """Let one tick pass."""
        ...

    def snapshot(self) -> Snapshot:
        """What an eye could see now."""
        ...


def gaze_over(layout: Layout, people: Sequence[Person], played: Sequence[Snapshot] = ()) -> Gaze:
    """A gaze over these people, in order of id, in a venue; of a run played already, what every tick looked like."""
    sampled = [snapshot for snapshot in played if snapshot.tick >= 0 and snapshot.tick % EXPOSED_EVERY == 0]
    return Gaze(layout.prisms, [person.looks for person in people], sampled)


@dataclass(frozen=True, slots=True)
class Terms:
    """By what an exercise is played: for `lasts` ticks, in which mode, with which ids of cues that a mark may name.

    Where it `waits`, as a lesson does, the scene stands still at its end until the trainee ends it. `post` is who the
    trainee is.
    """

    lasts: int
    mode: Mode
    cues: Collection[str]
    waits: bool = False
    post: Post = "control room"


class Exercise:
    """A trainee at work in a world. What is left of the pre-roll is played at once; the clock then stands at 0:00.

    `version` grows whenever anything has changed that a trainee could be told, but for the time itself and where they
    look: an act done, somebody come or gone, seen for the first time, in or out of sight.
    """

    def __init__(
        self,
        world: Running,
        gaze: Gaze,
        terms: Terms,
        *,
        viewpoint: Viewpoint,
        officer: Officer | None = None,
        umpire: Answering | None = None,
        people: SpeakingWorld | None = None,
        normal: NormalWatch | None = None,
    ) -> None:
        """With an `officer` the trainee stands on the floor and sees with that figure's eyes; without, by camera.

        Exercises in the very same run may share a `gaze`. What the trainee asks, the `umpire` answers. The `people` of
        a world that is played just now can be spoken with. If it begins with watching what is `normal`, nothing counts
        until that is over.
        """
        self.lasts, self.mode, self.waits, self.officer = terms.lasts, terms.mode, terms.waits, officer
        self.post = terms.post
        self.look = Look(viewpoint)
        self.selected: int | None = None
        self.paused = self.over = False
        self.answer: Answer | None = None
        """What the umpire last answered."""
        self._world, self._umpire, self._cues = world, umpire, terms.cues
        self.talking: Talking | None = None
        """What is said to people and heard from them, where they can be spoken with."""
        if umpire is not None and people is not None:
            self.talking = Talking(people, umpire.replies, officer, assessed=terms.mode == "assess")
        aftermath = Aftermath(people, officer, self.talking)
        self._decisions = Decisions(terms.post, terms.cues, umpire, aftermath, told=terms.mode == "practice")
        self.decisions: Mapping[int, DecisionMade] = self._decisions.made
        """What was decided last about each person about whom anything was."""
        self.normal = normal if normal and world.tick < normal.until else None
        """The watching of what is normal here, where the exercise begins with it."""
        self.lookouts = Lookouts(umpire.eyes if umpire else None)
        """Whom control and colleagues look out for at the trainee's word."""
        self.unattended = Unattended(people, umpire.owners if umpire else None, officer, told=terms.mode == "practice")
        """The items that lie about, and what is done about them."""
        self.field = FieldOfView(gaze, officer)
        """What the trainee's views show them, and from which side the inspector does."""
        self._marks = Marks(terms.cues)
        self.marks: Mapping[int, Marked] = self._marks.standing
        """The present mark on each person who has one."""
        self._events: list[Event] = list(world.past)
        self._changes = 0
        while world.tick < 0:
            self._events.extend(world.step())
        self.unattended.heed([event for event in self._events if isinstance(event, WorldEvent)])
        if self.normal:
            self._events.append(WatchedFirst(self._world.tick, self.normal.until - self._world.tick))
            self.normal.watch(self._world.snapshot())
        self._logged_look: Look | None = None
        self._log_look()
        self._events.extend(self.field.sample(self._world.snapshot(), self.look, self.selected))

    @property
    def tick(self) -> int:
        """The present moment."""
        return self._world.tick

    @property
    def log(self) -> Log:
        """Everything that has happened so far."""
        return Log(self._events)

    @property
    def version(self) -> int:
        """Grows with every change; see above."""
        return self._changes + self.field.version + (self.talking.version if self.talking else 0)

    @property
    def stands(self) -> bool:
        """Whether no time passes."""
        return self.paused or self.over or self.asks or (self.waits and self.tick >= self.lasts)

    @property
    def asks(self) -> bool:
        """Whether it waits to hear what is normal here."""
        return self.normal is not None and self.normal.due(self.tick)

    @property
    def speaking(self) -> bool:
        """Whether the trainee is with somebody, or on the way to them; whoever only came up to ask can be left."""
        return self.talking is not None and self.talking.talk is not None and not self.talking.talk.wants

    def snapshot(self) -> Snapshot:
        """What an eye could see now, if it were everywhere."""
        return self._world.snapshot()

    def sightings(self) -> Sightings:
        """What the trainee's views showed at the last sample."""
        return self.field.sightings(self.look, self.selected)

    def step(self) -> list[Event]:
        """Let one tick pass, unless the clock is stopped; what happened."""
        if self.stands:
            return []
        known = len(self._events)
        self._log_look()
        happened = self._world.step()
        self._events.extend(happened)
        self._changes += any(isinstance(event, Entered | Left) for event in happened)
        if self.officer:
            self.officer.step()
        if self.tick % EXPOSED_EVERY == 0:
            if self.normal and self.normal.open:
                self.normal.watch(self._world.snapshot())
            self._events.extend(self.field.sample(self._world.snapshot(), self.look, self.selected))
        if self.talking:
            self._events.extend(self.talking.step(self.tick, self.log))
        self._decisions.aftermath.step(self.tick)
        told: list[Event] = [*self.lookouts.step(self.tick, self._world.snapshot, self.log)]
        told += self.unattended.step(self.tick, self._world.snapshot, self.log)
        self._events.extend(told)
        self._changes += len(told) + self.unattended.heed(happened)
        if self.tick >= self.lasts and not self.waits:
            self.over = True
            self._events.append(Finished(self.tick, early=False))
            self._changes += 1
        return self._events[known:]

    def do(self, act: Act) -> Refusal | None:
        """Do it, or say why not."""
        if self.over:
            return refusal.OVER
        if isinstance(act, Look):
            return self._turn_to(act)
        if self.normal and self.normal.puts_off(act):
            return refusal.WATCH_FIRST
        done: Sequence[Event] | Refusal
        if isinstance(act, NormalAct):
            done = self.normal.take(act, self.tick) if self.normal else refusal.NOT_ASKED
        elif isinstance(act, ItemAct):
            done = self.unattended.take(act, self.tick)
        else:
            done = self._hear(act) if isinstance(act, TalkAct | Report) else self._take(act)
        if isinstance(done, Refusal):
            return done
        self._changes += 1
        self._events.extend(done)
        for event in done:
            if isinstance(event, Decided | Reported):
                self.lookouts.heed(event)
        if isinstance(act, Select) and done:
            self._look_anew()
        return None

    def _hear(self, act: TalkAct | Report) -> Sequence[Event] | Refusal:
        """What comes of speaking: with people, or about them. Only whom the trainee has seen can be gone up to."""
        if isinstance(act, Report):
            reported = report(act, self.tick, self.decisions, self._cues)
            return reported if isinstance(reported, Refusal) else (reported,)
        if self.talking is None:
            return refusal.NO_TALK
        if isinstance(act, Approach) and (unknown := self.field.why_unknown(act.person)):
            return unknown
        return self.talking.take(act, self.tick, self.log)

    def _take(
        self, act: Select | Mark | Clear | Decide | Go | Ask | Pause | Resume | Finish
    ) -> Sequence[Event] | Refusal:  # fmt: skip
        """What comes of an act, for the log; nothing where there is nothing to log yet."""
        done: Event | Refusal | None
        match act:
            case Select(person):
                done = self._select(person)
            case Mark(person):
                done = self._marks.mark(act, self.tick, self.field.why_unknown(person))
            case Clear():
                done = self._marks.clear(act, self.tick)
            case Decide():
                return self._decide(act)
            case Go(x, y):
                done = refusal.SPEAKING_ALREADY if self.speaking else _send(self.officer, x, y)
            case Ask(question):
                done = self._ask(question)
            case Pause() | Resume():
                done = self._hold(paused=isinstance(act, Pause))
            case Finish():
                self.over = True
                done = Finished(self.tick, early=True)
        if isinstance(done, Refusal):
            return done
        return () if done is None else (done,)

    def _turn_to(self, look: Look) -> Refusal | None:
        view, size = look.viewpoint, look.inspector
        somewhere = isfinite(view.x) and isfinite(view.y) and 0 < view.scale < inf
        if not (somewhere and min(view.width, view.height, *size) > 0 and view.turn in range(4)):
            return refusal.VIEWPOINT
        if look != self.look:
            self.look = look
            self._look_anew()
        return None

    def _select(self, person: int | None) -> Selected | Refusal | None:
        if person is not None and not self.field.present(person) and not self.field.has_seen(person):
            return refusal.NOT_PRESENT
        if person == self.selected:
            return None
        self.selected = person
        return Selected(self.tick, person)

    def _ask(self, question: Question) -> Answered | Refusal:
        assessed = self.mode == "assess"
        refused = refusal_to_ask(question, self.marks, assessed=assessed)
        if refused or self._umpire is None:
            return refused or refusal.NO_UMPIRE
        answer = self._umpire.answer(question, self.log)
        if isinstance(answer, Refusal):
            return answer
        self.answer = answer
        return answer.make_event(self.tick)

    def _decide(self, act: Decide) -> Sequence[Event] | Refusal:
        """What comes of a decision, and of the mark on the person by it."""
        unknown = self.field.why_unknown(act.person)
        unknown = unknown or why_out_of_reach(act, self.post, self.officer, self.field.snapshot)
        done = self._decisions.take(act, self.log, unknown, self.tick)
        if isinstance(done, Refusal):
            return done
        after = leaves(act.decision, self.marks.get(act.person))
        marked = self._take(after) if after else ()
        return done if isinstance(marked, Refusal) else [*done, *marked]

    def _hold(self, *, paused: bool) -> Paused | Resumed | Refusal:
        if paused and self.mode == "assess":
            return refusal.NO_PAUSE
        if paused == self.paused:
            return refusal.PAUSED_ALREADY if paused else refusal.NOT_PAUSED
        self.paused = paused
        return Paused(self.tick) if paused else Resumed(self.tick)

    def _log_look(self) -> None:
        """Log how the trainee looks if that has changed: at most once a tick, however often the hand moves."""
        if self.look != self._logged_look:
            self._logged_look = self.look
            self._events.append(record_look(self.tick, self.look))

    def _look_anew(self) -> None:
        """While no time passes, looking elsewhere is seen by the act itself, as no sample comes of it."""
        if self.stands:
            self._log_look()
            self._events.append(self.field.see(self._world.snapshot(), self.look, self.selected))
        else:
            self.field.find_side(self.field.snapshot, self.look, self.selected)


def _send(officer: Officer | None, x: float, y: float) -> Refusal | None:
    if officer is None:
        return refusal.NOT_ON_THE_FLOOR
    if not (isfinite(x) and isfinite(y)):
        return refusal.VIEWPOINT
    officer.send(x, y)
    return None


def record_look(tick: int, look: Look) -> Looked:
    """The log's record of how the trainee looks."""
    view = look.viewpoint
    panels = tuple((round(left), round(top), round(width), round(height)) for left, top, width, height in look.panels)
    return Looked(tick, view.x, view.y, view.scale, view.turn, view.width, view.height, panels, look.inspector)
