"""What the watching screen is given: a sitting to drive, and the place in words and measures. Never who is who."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.acts import Act, Ask, Question
from game.cast import Looks
from game.course import Mode, Result
from game.exercise import Answer, Exercise, Refusal
from game.scenario import CueFamily, Layout, LessonStep


class Driven(Protocol):
    """An exercise that goes on together with its record."""

    @property
    def trouble(self) -> object | None:
        """Why the record is not kept at present, as a sentence; None if it is."""

    def advance(self) -> None:
        """Let one tick pass."""

    def do(self, act: Act) -> Refusal | None:
        """Do it, or say why not."""

    def close(self, result: Result | None = None) -> None:
        """End the record, with what the run came to if that is known."""


@dataclass(frozen=True)
class Watched:
    """One exercise, ready to be watched. `looks` and `descriptions` by person id; `starts` is the station clock."""

    sitting: Driven
    exercise: Exercise
    layout: Layout
    looks: Sequence[Looks]
    descriptions: Sequence[str]
    families: Sequence[CueFamily]
    title: str
    place: str
    starts: str
    mode: Mode
    post: str
    lesson: Sequence[LessonStep] = ()
    headed: Sequence[Mapping[str, str]] = ()
    """Everybody by the headings of a description, as anybody could see them, by person id."""
    own: Looks | None = None
    """How the trainee's own figure looks, where the post is on the floor."""

    @property
    def played_out(self) -> bool:
        """Whether the scene of a lesson has come to its end, and waits for the trainee."""
        exercise = self.exercise
        return exercise.waits and exercise.tick >= exercise.lasts and not exercise.over

    def ask(self, question: Question) -> Answer | Refusal | None:
        """What the umpire says to a question, or why it may not be asked."""
        return self.sitting.do(Ask(question)) or self.exercise.answer

    @property
    def wordings(self) -> Mapping[str, str]:
        """What each cue says."""
        return {cue.cue: cue.wording for family in self.families for cue in family.cues}

    def hour(self, tick: int) -> str:
        """What the station clock shows at a tick."""
        hours, minutes = map(int, self.starts.split(":"))
        seconds = hours * 3600 + minutes * 60 + max(0, tick) // 10
        return f"{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
