"""The trainee's own marks as listed: in the order in which they were made, each with when its level was set."""

from game.exercise import Exercise
from game.log import Cleared, Marked


class OwnMarks:
    """A mark that is changed keeps its place; one taken back and made anew does not."""

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self._read = 0
        self._asked: int | None = None
        self._set: dict[int, Marked] = {}
        """The mark by which each has the level that it has, in the order in which they were first made."""

    def list_marks(self) -> list[tuple[Marked, int]]:
        """Each mark and the tick at which its level was set, the latest made first."""
        events = self._exercise.log.events
        for event in events[self._read :]:
            if isinstance(event, Marked):
                before = self._set.get(event.person)
                if before is None or before.level != event.level:
                    self._set[event.person] = event
            elif isinstance(event, Cleared):
                self._set.pop(event.person, None)
        self._read = len(events)
        marks = self._exercise.marks
        return [(marks[person], event.tick) for person, event in reversed(self._set.items()) if person in marks]

    def next(self) -> int | None:
        """Whoever comes in the list after the one asked for before, the first after the last; None if it is empty."""
        people = [mark.person for mark, _ in self.list_marks()]
        after = people.index(self._asked) + 1 if self._asked in people else 0
        self._asked = people[after % len(people)] if people else None
        return self._asked
