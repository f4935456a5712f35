"""The trainee's own marks as they are listed: each with when it was first made, and in that order."""

from game.exercise import Exercise
from game.log import Cleared, Marked


class OwnMarks:
    """A mark that is changed keeps its time and its place; one taken back and made anew does not."""

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self._read = 0
        self._asked: int | None = None
        self._first: dict[int, int] = {}

    def list_marks(self) -> list[tuple[Marked, int]]:
        """Each mark and the tick at which it was first made, the latest made first."""
        events = self._exercise.log.events
        for event in events[self._read :]:
            if isinstance(event, Marked):
                self._first.setdefault(event.person, event.tick)
            elif isinstance(event, Cleared):
                self._first.pop(event.person, None)
        self._read = len(events)
        marks = self._exercise.marks
        return [(marks[person], tick) for person, tick in reversed(self._first.items()) if person in marks]

    def next(self) -> int | None:
        """Whoever comes in the list after the one asked for before, the first after the last; None if it is empty."""
        people = [mark.person for mark, _ in self.list_marks()]
        after = people.index(self._asked) + 1 if self._asked in people else 0
        self._asked = people[after % len(people)] if people else None
        return self._asked
