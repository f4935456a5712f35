"""A scene played ahead of the eye, so that one can go to any moment of it; and its file watched for changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from game.claims import agrees
from game.key import Entry
from game.log import ActBegan, ActEnded, Log, WorldEvent
from game.run import Stage, call_umpire, open_world, set_stage
from game.scenario import Invalid, Problem, Production, look_into, yaml_files
from game.scenario.talk import TalkTopic
from game.view import Snapshot

BATCH = 25
"""Ticks played between two looks at whether anybody still waits for them."""


@dataclass(frozen=True, slots=True)
class Span:
    """One act of a subject or decoy as it went (ticks; `ended` None while it runs), and what it is called.

    `planned` if it has not been played yet: `began` is then the call sheet's estimate.
    """

    act: int
    title: str
    cue: str
    kind: str
    began: int
    ended: int | None
    planned: bool = False


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """What somebody would answer to a topic: in these words; `found` is what was so, where what they claim was not."""

    topic: str
    words: str
    found: str


class StagedScene:
    """One staging of a scenario, with as much of its run as has been played so far.

    One thread may play it on while another looks at it.
    """

    def __init__(self, staged: Stage) -> None:
        self.staged = staged
        self.world = open_world(staged)
        self.first = self.world.tick
        self.snapshots: list[Snapshot] = [self.world.snapshot()]
        self._spans: dict[int, dict[int, Span]] = {entry.person: {} for entry in staged.key.entries}
        self._keyed = {(entry.person, act.act): act for entry in staged.key.entries for act in entry.acts}
        self._replies = call_umpire(staged).replies
        self._topics = [topic for topic in staged.production.speech.topics if topic.fact != "act"]
        sheet = staged.call_sheet()
        self._calls = {call.person: call for call in sheet.calls}
        self.events = sheet.events
        """What happens of itself, in order."""

    @property
    def last(self) -> int:
        """The last tick played."""
        return self.first + len(self.snapshots) - 1

    @property
    def whole(self) -> bool:
        """Whether it has been played to the end."""
        return self.last >= self.staged.lasts

    @property
    def people(self) -> tuple[Entry, ...]:
        """Subjects, then decoys, as the scenario has them."""
        return tuple(sorted(self.staged.key.entries, key=lambda entry: (entry.part != "subject", entry.slot)))

    def play(self, ticks: int) -> None:
        """Play some ticks further."""
        for _ in range(ticks):
            if self.whole:
                return
            for event in self.world.step():
                self._note(event)
            self.snapshots.append(self.world.snapshot())

    def at(self, tick: int) -> Snapshot:
        """What an eye could see at a tick, or at the nearest one played."""
        return self.snapshots[max(0, min(len(self.snapshots) - 1, tick - self.first))]

    def spans(self, person: int) -> Sequence[Span]:
        """What a subject or decoy has shown so far, in order."""
        return tuple(self._spans[person].values())

    def begins(self, name: str) -> tuple[int, int] | None:
        """When a behaviour of this name was first shown, and by whom, as far as the scene has been played."""
        acts = [(entry.person, act.act) for entry in self.people for act in entry.acts if act.name == name]
        spans = [(self._spans[person][act].began, person) for person, act in acts if act in self._spans[person]]
        return min(spans, default=None)

    def find_doing(self, person: int, tick: int) -> tuple[Span | None, Span | None]:
        """What they show at a tick, and what they show next: as played, or as planned where it has not been."""
        spans = self.spans(person)
        now = next((span for span in spans if span.began <= tick and (span.ended is None or tick < span.ended)), None)
        later = [span for span in spans if span.began > tick] or list(self._plan_acts(person))
        return now, min(later, key=lambda span: span.began, default=None)

    def next_act(self, tick: int) -> tuple[int, int] | None:
        """When the next act of anybody begins, and whose it is, as far as the scene has been played."""
        begins = ((span.began, entry.person) for entry in self.people for span in self.spans(entry.person))
        return min((begin for begin in begins if begin[0] > tick), default=None)

    def comes(self, person: int) -> int:
        """When somebody comes in."""
        return self._calls[person].arrives

    def answers(self, person: int, tick: int) -> Sequence[ShownAnswer]:
        """What somebody would answer at a tick, topic by topic, by what has happened until then."""
        log = Log([event for event in self.world.past if event.tick <= tick])
        return [] if not log.events else [self._answer(topic, person, log) for topic in self._topics]

    def _answer(self, topic: TalkTopic, person: int, log: Log) -> ShownAnswer:
        said = self._replies.ask(person, topic.topic, None, log, curt=False)
        found = self._replies.look_up(person, topic.topic, None, log).found if said.claim else ""
        return ShownAnswer(topic.short, said.words, "" if not said.claim or agrees(said.claim, found) else found)

    def _plan_acts(self, person: int) -> Iterator[Span]:
        for scheduled in self._calls[person].acts:
            if scheduled.tick is not None and scheduled.act not in self._spans[person]:
                kind = self._keyed[person, scheduled.act].kind
                yield Span(
                    scheduled.act,
                    scheduled.title,
                    scheduled.cue,
                    kind,
                    max(scheduled.tick, self.last),
                    None,
                    planned=True,
                )

    def _note(self, event: WorldEvent) -> None:
        if not isinstance(event, (ActBegan, ActEnded)) or (event.person, event.act) not in self._keyed:
            return
        act = self._keyed[event.person, event.act]
        title = self.staged.production.behaviours[act.name].title
        ended = event.tick if isinstance(event, ActEnded) else None
        known = self._spans[event.person].get(event.act)
        began = known.began if known else event.tick
        span = Span(act.act, title, act.cue, act.kind, began, ended)
        self._spans[event.person] = {**self._spans[event.person], event.act: span}


class Ahead:
    """Reads a file, stages it and plays it in the background; again whenever the file or what it draws on is saved.

    `scene` is the last good one, `problems` what is wrong with the file as it is now. A new scene takes the place of
    the one before as soon as it has come to the moment looked at.
    """

    def __init__(self, path: Path, seed: int) -> None:
        self.path, self.seed = path, seed
        self.scene: StagedScene | None = None
        self.problems: tuple[Problem, ...] = ()
        self.reading = False
        self._coming: StagedScene | None = None
        self._stamp: tuple[tuple[str, int], ...] = ()
        self._closed = False
        self._thread: Thread | None = None

    def look(self, tick: float) -> bool:
        """See whether the file was saved, and whether a new scene has come to this tick; whether the scene changed."""
        if self._thread is None or not self._thread.is_alive():
            stamp = _stamp(self.path)
            if stamp != self._stamp:
                self._stamp = stamp
                self.reading = True
                self._thread = Thread(target=self._work, daemon=True)
                self._thread.start()
        coming = self._coming
        if coming is not None and (coming.last >= tick + 1 or coming.whole):
            self.scene, self._coming = coming, None
            return True
        return False

    def restage(self, seed: int) -> None:
        """The same file with another seed."""
        self.seed, self._stamp = seed, ()

    def close(self) -> None:
        """Play no further."""
        self._closed = True

    def _work(self) -> None:
        stamp = self._stamp
        production = self._read()
        self.reading = False
        if production is None:
            return
        scene = StagedScene(set_stage(production, self.seed))
        self._coming = scene
        while not (scene.whole or self._closed or self._stamp != stamp or _stamp(self.path) != stamp):
            scene.play(BATCH)

    def _read(self) -> Production | None:
        try:
            production = look_into(self.path)
        except Invalid as invalid:
            self.problems = tuple(invalid.problems)
            return None
        self.problems = ()
        return production


def _stamp(path: Path) -> tuple[tuple[str, int], ...]:
    """When the file, and the files beside it that it may draw on, were last saved."""
    folders = (path.parent, path.parent / "venues", path.parent / "catalogue")
    beside = [path, *(file for folder in folders for file in yaml_files(folder))]
    found = []
    for file in beside:
        try:
            found.append((file.name, file.stat().st_mtime_ns))
        except OSError:
            continue
    return tuple(found)
