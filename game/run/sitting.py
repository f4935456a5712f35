"""One sitting: an exercise and its record go on together, with a window or without."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from game.acts import Act
from game.course import Mode, Result
from game.exercise import Refusal
from game.log import Event, Log
from game.record import Digest, Header, Journal, Recorder, Seal, Trouble, begin, make_header, pack_opening
from game.view import Snapshot

from .staged import Stage


class Playable(Protocol):
    """What a sitting needs of an exercise."""

    @property
    def tick(self) -> int:
        """The present moment."""
        ...

    @property
    def log(self) -> Log:
        """Everything that has happened so far."""
        ...

    def step(self) -> Sequence[Event]:
        """Let one tick pass."""
        ...

    def do(self, act: Act) -> Refusal | None:
        """Do it, or say why not."""
        ...

    def snapshot(self) -> Snapshot:
        """What an eye could see now."""
        ...


class Sitting:
    """Drives an exercise and writes down what happens. Without a journal it only drives; a digest is taken if given."""

    def __init__(self, exercise: Playable, journal: Journal | None = None, digest: Digest | None = None) -> None:
        """A sitting that stands at 0:00."""
        self.exercise, self.journal, self.digest = exercise, journal, digest
        self._recorder = Recorder(journal, digest)
        self._keep(moved=True)

    @property
    def trouble(self) -> Trouble | None:
        """Why the record is not on disk at present, if it is not."""
        return self.journal.trouble if self.journal else None

    def advance(self) -> None:
        """Let one tick pass."""
        before = self.exercise.tick
        self.exercise.step()
        self._keep(moved=self.exercise.tick != before)

    def do(self, act: Act) -> Refusal | None:
        """Do it, or say why not."""
        refused = self.exercise.do(act)
        self._keep(moved=False)
        return refused

    def close(self, result: Result | None = None) -> None:
        """End the record, with what the run came to if that is known. Closing twice does no harm."""
        if self.journal and not self.journal.closed:
            self.journal.end(self.exercise.tick, result)

    def _keep(self, *, moved: bool) -> None:
        exercise = self.exercise
        self._recorder.keep(exercise.tick, exercise.log.events, exercise.snapshot, moved=moved)


def head_record(staged: Stage, *, mode: Mode, started: datetime, program: str, trainee: str = "") -> Header:
    """What a record of a sitting at this stage says of itself; `started` with its offset, `trainee` "" for a person."""
    return make_header(
        staged.production, staged.cast, mode=mode, started=started, program=program, trainee=trainee,
        prevalence=staged.prevalence,
    )  # fmt: skip


def begin_record(staged: Stage, header: Header, folder: Path, seal: Seal | None = None) -> Journal:
    """A journal of a sitting at this stage, in a folder of records, signed at its end if there is a `seal`."""
    return begin(folder, pack_opening(header, staged.production, staged.cast, staged.key), header.started, seal)
