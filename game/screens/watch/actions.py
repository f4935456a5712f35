"""What the trainee's hands do: choose, mark, say what was seen; and what is said where that cannot be."""

from game.acts import Act, Clear, Finish, Go, Look, Mark, Pause, Resume, Select
from game.view import Viewpoint

from .lesson import Coach
from .watch_setup import Watched

FOR = 4.0
"""Seconds that a message stays."""
NOBODY = "Select a person first: click one, or press Tab and then Enter."


class Hands:
    """Each act goes to the exercise; the lesson hears of those that were done."""

    def __init__(self, watched: Watched, coach: Coach) -> None:
        self._watched = watched
        self._exercise = watched.exercise
        self._coach = coach
        self._message = ""
        self._left = 0.0

    @property
    def message(self) -> str:
        """What there is to be said just now."""
        return self._message if self._left > 0 else ""

    def say(self, sentence: str) -> None:
        """Say it for a while."""
        self._message, self._left = sentence, FOR

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self._left = max(0.0, self._left - seconds)

    def look(self, viewpoint: Viewpoint) -> None:
        """Turn to this view."""
        self._do(Look(viewpoint))

    def select(self, person: int | None) -> bool:
        """Open the inspector on a person, or close it; whether anything changed."""
        if person == self._exercise.selected or not self._do(Select(person)):
            return False
        self._coach.did("close" if person is None else "select")
        return True

    def mark(self, level: int) -> None:
        """Mark the selected person, keeping the cues named before."""
        person = self._exercise.selected
        if person is None:
            self.say(NOBODY)
        elif self._do(Mark(person, level, self._cues(person))):
            self._coach.did("note" if level == 1 else "concern")

    def cue(self, cue: str) -> None:
        """Name a cue, or take it back; on someone not marked yet this makes a note."""
        person = self._exercise.selected
        if person is None:
            self.say(NOBODY)
            return
        now = self._exercise.marks.get(person)
        before = self._cues(person)
        cues = tuple(one for one in before if one != cue) if cue in before else (*before, cue)
        if self._do(Mark(person, now.level if now else 1, cues)):
            self._coach.did("cue")

    def clear(self) -> None:
        """Take the mark of the selected person back."""
        person = self._exercise.selected
        if person is not None and person in self._exercise.marks and self._do(Clear(person)):
            self._coach.did("clear")

    def pause(self) -> None:
        """Stop the clock, or let it go on."""
        if self._do(Resume() if self._exercise.paused else Pause()):
            self._coach.did("pause")

    def go(self, x: float, y: float) -> bool:
        """Send the own figure to a floor point; whether it set off."""
        return self._do(Go(x, y))

    def finish(self) -> None:
        """End the exercise."""
        self._do(Finish())

    def _cues(self, person: int) -> tuple[str, ...]:
        now = self._exercise.marks.get(person)
        return now.cues if now else ()

    def _do(self, act: Act) -> bool:
        refused = self._watched.sitting.do(act)
        if refused is not None:
            self.say(str(refused))
        return refused is None
