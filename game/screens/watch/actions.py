"""What the trainee's hands do: choose, mark, say what was seen; and what is said where that cannot be."""

from dataclasses import dataclass
from typing import assert_never

from game.acts import Act, Clear, Decide, Finish, Go, Look, Mark, Pause, Resume, Select

from .lesson import Coach
from .watch_setup import Watched
from .watch_sound import Hearing

FOR = 4.0
"""Seconds that a message stays: a sentence is read in three, and a second more to notice it."""
NOBODY = "Select a person first: click one, or press Tab and then Enter."


@dataclass(frozen=True, slots=True)
class LevelChosen:
    """Mark the selected person with this level."""

    level: int


@dataclass(frozen=True, slots=True)
class CueChosen:
    """Say that this cue was seen of the selected person, or take that back."""

    cue: str


@dataclass(frozen=True, slots=True)
class MarkCleared:
    """Clear the mark on the selected person."""


@dataclass(frozen=True, slots=True)
class PauseToggled:
    """Stop the clock, or let it go on."""


Deed = LevelChosen | CueChosen | MarkCleared | PauseToggled


class Hands:
    """Each act goes to the exercise; the lesson hears of those that were done. `version` grows with the message."""

    def __init__(self, watched: Watched, coach: Coach, hearing: Hearing) -> None:
        self.message = ""
        """What there is to be said just now."""
        self.version = 0
        self._sitting, self._exercise = watched.sitting, watched.exercise
        self._coach, self._hearing = coach, hearing
        self._left = 0.0

    def take(self, event: Deed) -> None:
        """Do what a key or a button asks."""
        match event:
            case LevelChosen(level):
                self.mark(level)
            case CueChosen(cue):
                self.name_cue(cue)
            case MarkCleared():
                self.clear()
            case PauseToggled():
                self.pause()
            case _:
                assert_never(event)

    def say(self, sentence: str, seconds: float = FOR) -> None:
        """Say it for a while."""
        self._left = seconds
        self._show(sentence)

    def unsay(self, sentence: str) -> None:
        """Say it no longer, if it is what is said."""
        if sentence == self.message:
            self._show("")

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self._left = max(0.0, self._left - seconds)
        if self._left == 0:
            self._show("")

    def look(self, look: Look) -> None:
        """Turn to this view."""
        self.do(look)

    def select(self, person: int | None) -> bool:
        """Open the inspector on a person, or close it; whether anything changed."""
        if person == self._exercise.selected or not self.do(Select(person)):
            return False
        self._coach.did("close" if person is None else "select", person)
        return True

    def mark(self, level: int) -> None:
        """Mark the selected person, keeping the cues named before."""
        person = self._exercise.selected
        if person is None:
            self.say(NOBODY)
        elif self.do(Mark(person, level, self._cues(person))):
            self._coach.did("note" if level == 1 else "concern", person)

    def name_cue(self, cue: str) -> None:
        """Name a cue, or take it back; on someone not marked yet this makes a note."""
        person = self._exercise.selected
        if person is None:
            self.say(NOBODY)
            return
        now = self._exercise.marks.get(person)
        before = self._cues(person)
        cues = tuple(named for named in before if named != cue) if cue in before else (*before, cue)
        if self.do(Mark(person, now.level if now else 1, cues)):
            self._coach.did("cue", person)

    def clear(self) -> None:
        """Clear the mark of the selected person."""
        person = self._exercise.selected
        if person is not None and person in self._exercise.marks and self.do(Clear(person)):
            self._coach.did("clear", person)

    def decide(self, decision: Decide) -> bool:
        """Do something about a person; whether it could be done."""
        done = self.do(decision)
        if done:
            self._coach.did("decide", decision.person)
        return done

    def hear(self, person: int) -> None:
        """Take note that somebody has answered a question."""
        self._coach.did("speak", person)

    def pause(self) -> None:
        """Stop the clock, or let it go on, and the sound with it."""
        if self.do(Resume() if self._exercise.paused else Pause()) and not self._exercise.paused:
            self._coach.did("pause")
        self._hearing.hush(quiet=self._exercise.paused)

    def go(self, x: float, y: float) -> bool:
        """Send the own figure to a floor point; whether it set off."""
        return self.do(Go(x, y))

    def finish(self) -> None:
        """End the exercise."""
        self.do(Finish())

    def _cues(self, person: int) -> tuple[str, ...]:
        now = self._exercise.marks.get(person)
        return now.cues if now else ()

    def do(self, act: Act) -> bool:
        """Do it; whether it could be done. If not, it is said why."""
        refused = self._sitting.do(act)
        if refused is not None:
            self.say(str(refused))
        return refused is None

    def _show(self, message: str) -> None:
        self.version += message != self.message
        self.message = message
