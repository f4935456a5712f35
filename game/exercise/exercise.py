"""One sitting: the world runs, the trainee looks and marks, and all of it is logged as it happens."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from math import inf, isfinite
from typing import Protocol

import numpy as np

from game.acts import Act, Ask, Clear, Finish, Go, Look, Mark, Pause, Question, Resume, Select
from game.cast import Person
from game.course import Mode
from game.log import Cleared, Event, Finished, Log, Looked, Marked, Paused, Resumed, Selected, Stood, WorldEvent
from game.sampling import EXPOSED_EVERY, GLIMPSE, OBSERVABLE_EVERY
from game.scenario import Layout
from game.view import Snapshot, Viewpoint
from game.view.exposure import Panel
from game.view.sighting import Sightings, sightings

from . import refusal
from .answers import Answer, Answering, refusal_to_ask
from .description import itemise
from .gaze import INSPECTOR_SIZE, Watch, best, exposed
from .officer import Officer
from .refusal import Refusal


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


def watch_over(layout: Layout, people: Sequence[Person], played: Sequence[Snapshot] = ()) -> Watch:
    """A watch over these people, in order of id, in a venue; of a run played already, what every tick looked like."""
    sampled = [snapshot for snapshot in played if snapshot.tick >= 0 and snapshot.tick % EXPOSED_EVERY == 0]
    return Watch(layout.prisms, np.array([person.looks.stature for person in people]), sampled)


class Exercise:
    """A trainee at work in a world. What is left of the pre-roll is played at once; the clock then stands at 0:00."""

    def __init__(
        self,
        world: Running,
        layout: Layout,
        people: Sequence[Person],
        *,
        viewpoint: Viewpoint,
        lasts: int,
        mode: Mode,
        cues: Collection[str],
        officer: Officer | None = None,
        watch: Watch | None = None,
        umpire: Answering | None = None,
    ) -> None:
        """An exercise of `lasts` ticks; `cues` are the ids a mark may name; `people` in order of id.

        With an `officer` the trainee stands on the floor and sees with that figure's eyes; without, by camera.
        Exercises in the very same run may share a `watch`. What the trainee asks, the `umpire` answers.
        """
        self.lasts, self.mode, self.viewpoint = lasts, mode, viewpoint
        self.panels: tuple[Panel, ...] = ()
        self.inspector_size = INSPECTOR_SIZE
        self.selected: int | None = None
        self.paused = self.over = False
        self.officer = officer
        self.answer: Answer | None = None
        """What the umpire last answered."""
        self._world, self._cues = world, frozenset(cues)
        self._looks = tuple(itemise(person.looks) for person in people)
        self._watch, self._umpire = watch or watch_over(layout, people), umpire
        self._marks: dict[int, Marked] = {}
        self._seen = np.zeros(len(people), dtype=bool)
        self._events: list[Event] = list(world.past)
        while world.tick < 0:
            self._events.extend(world.step())
        self._logged_view: Viewpoint | None = None
        self._logged_stand: Stood | None = None
        self._look()
        self._sample()

    @property
    def tick(self) -> int:
        """The present moment."""
        return self._world.tick

    @property
    def log(self) -> Log:
        """Everything that has happened so far."""
        return Log(self._events)

    @property
    def marks(self) -> Mapping[int, Marked]:
        """The present mark on each person who has one."""
        return self._marks

    @property
    def inspector(self) -> Viewpoint | None:
        """Where the inspector looks, if it is open."""
        if self.selected is None:
            return None
        return self._watch.inspector(self.viewpoint, self._snapshot, self.selected, self.inspector_size)

    def step(self) -> list[Event]:
        """Let one tick pass, unless the clock is stopped; what happened."""
        if self.paused or self.over:
            return []
        known = len(self._events)
        self._look()
        self._events.extend(self._world.step())
        if self.officer:
            self.officer.step()
        if self.tick % EXPOSED_EVERY == 0:
            self._sample()
        if self.tick >= self.lasts:
            self._finish(early=False)
        return self._events[known:]

    @property
    def in_sight(self) -> tuple[int, ...]:
        """Whose body language can be seen at all: from the control room everyone's, on the floor not all of them."""
        return tuple(self._snapshot.ids[self._sees].tolist())

    def has_seen(self, person: int) -> bool:
        """Whether the trainee has had more than a glimpse of a person so far."""
        return bool(self._seen[person])

    def snapshot(self) -> Snapshot:
        """What an eye could see now, if it were everywhere."""
        return self._world.snapshot()

    def sightings(self) -> Sightings:
        """What the trainee's views showed at the last sample."""
        stands = (self.officer.x, self.officer.y) if self.officer else None
        return sightings(self._snapshot, self._exposure, self.viewpoint, self._looks, self.selected, stands)

    def do(self, act: Act) -> Refusal | None:
        """Do it, or say why not."""
        return refusal.OVER if self.over else self._do(act)

    def _do(self, act: Act) -> Refusal | None:
        match act:
            case Look(viewpoint):
                refused = self._turn_to(viewpoint)
            case Select(person):
                refused = self._select(person)
            case Mark():
                refused = self._mark(act)
            case Clear(person):
                refused = self._clear(person)
            case Go(x, y):
                refused = self._go(x, y)
            case Ask(question):
                refused = self._ask(question)
            case Pause():
                refused = self._pause()
            case Resume():
                refused = self._resume()
            case Finish():
                self._finish(early=True)
                refused = None
        return refused

    def _turn_to(self, viewpoint: Viewpoint) -> Refusal | None:
        somewhere = isfinite(viewpoint.x) and isfinite(viewpoint.y) and 0 < viewpoint.scale < inf
        if not (somewhere and viewpoint.width > 0 and viewpoint.height > 0 and viewpoint.turn in range(4)):
            return refusal.VIEWPOINT
        self.viewpoint = viewpoint
        return None

    def _select(self, person: int | None) -> Refusal | None:
        if person is not None and not self._present(person):
            return refusal.NOT_PRESENT
        if person != self.selected:
            self.selected = person
            self._events.append(Selected(self.tick, person))
        return None

    def _mark(self, act: Mark) -> Refusal | None:
        if act.level not in (1, 2, 3):
            return refusal.LEVEL
        for cue in act.cues:
            if cue not in self._cues:
                return refusal.unknown_cue(cue)
        if not self._present(act.person):
            return refusal.NOT_PRESENT
        if not self._seen[act.person]:
            return refusal.NEVER_SEEN
        marked = Marked(self.tick, act.person, act.level, tuple(dict.fromkeys(act.cues)))
        self._marks[act.person] = marked
        self._events.append(marked)
        return None

    def _clear(self, person: int) -> Refusal | None:
        if person not in self._marks:
            return refusal.NO_MARK
        del self._marks[person]
        self._events.append(Cleared(self.tick, person))
        return None

    def _go(self, x: float, y: float) -> Refusal | None:
        if self.officer is None:
            return refusal.NOT_ON_THE_FLOOR
        if not (isfinite(x) and isfinite(y)):
            return refusal.VIEWPOINT
        self.officer.send(x, y)
        return None

    def _ask(self, question: Question) -> Refusal | None:
        assessed = self.mode == "assess"
        refused = refusal_to_ask(question, self._marks, self.officer, self._snapshot, assessed=assessed)
        if refused or self._umpire is None:
            return refused or refusal.NO_UMPIRE
        answer = self._umpire.answer(question, self.log)
        if isinstance(answer, Refusal):
            return answer
        self.answer = answer
        self._events.append(answer.logged(self.tick))
        return None

    def _pause(self) -> Refusal | None:
        if self.mode == "assess":
            return refusal.NO_PAUSE
        if self.paused:
            return refusal.PAUSED_ALREADY
        self.paused = True
        self._events.append(Paused(self.tick))
        return None

    def _resume(self) -> Refusal | None:
        if not self.paused:
            return refusal.NOT_PAUSED
        self.paused = False
        self._events.append(Resumed(self.tick))
        return None

    def _finish(self, *, early: bool) -> None:
        self.over = True
        self._events.append(Finished(self.tick, early))

    def _present(self, person: int) -> bool:
        return person in self._snapshot.ids

    def _look(self) -> None:
        """Log the view if it has changed: at most once a tick, however often the hand moves."""
        if self.viewpoint != self._logged_view:
            view = self._logged_view = self.viewpoint
            self._events.append(Looked(self.tick, view.x, view.y, view.scale, view.turn, view.width, view.height))

    def _sample(self) -> None:
        """See who is in view, and now and then who could have been."""
        self._snapshot = self._world.snapshot()
        inspector = self.inspector
        if self.selected is not None and inspector is None:
            self.selected = None
            self._events.append(Selected(self.tick, None))
        shown = self._watch.shown(self.viewpoint.turn, self._snapshot)
        self._exposure = best(shown, self.viewpoint, self.panels, inspector)
        self._sees = np.ones(len(self._snapshot.ids), dtype=bool)
        if self.officer:
            self._stand(self.officer)
        self._seen[self._snapshot.ids[self._exposure.share >= GLIMPSE]] = True
        self._events.append(exposed(self._snapshot, self._exposure, GLIMPSE))
        if self.tick % OBSERVABLE_EVERY == 0:
            self._events.append(self._watch.observable(self._snapshot, shown))

    def _stand(self, officer: Officer) -> None:
        """See with the own figure's eyes, and be seen where it wears a uniform."""
        self._sees = officer.sees(self._snapshot)
        self._exposure = officer.seen(self._snapshot, self._exposure, self._sees)
        stood = officer.stood(self.tick)
        if self._logged_stand is None or replace(stood, tick=0) != replace(self._logged_stand, tick=0):
            self._logged_stand = stood
            self._events.append(stood)
        officer.be_noticed()
