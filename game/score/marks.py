"""What the trainee did about each person: marks set, changed and taken back."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.course import CONCERN
from game.log import Cleared, Log, Marked


@dataclass(frozen=True, slots=True)
class Dealings:
    """All marks and clearings of one person, in order of time."""

    person: int
    acts: tuple[Marked | Cleared, ...]

    @property
    def standing(self) -> Marked | None:
        """The mark that stands at the end, if any."""
        last = self.acts[-1] if self.acts else None
        return last if isinstance(last, Marked) else None

    @property
    def suspected(self) -> Marked | None:
        """The mark that stands at the end, if it says "suspicious"."""
        return self.standing if self.standing and self.standing.level >= CONCERN else None

    def find_decision(self, after: int) -> int | None:
        """The tick of the first mark of the unbroken suspicion that stands at the end, set at `after` or later."""
        if not self.suspected:
            return None
        since: int | None = None
        for act in self.acts:
            if not isinstance(act, Marked) or act.level < CONCERN:
                since = None
            elif since is None and act.tick >= after:
                since = act.tick
        return since


def dealings(log: Log) -> dict[int, Dealings]:
    """What was done about each person of whom anything was done, in order of person id."""
    acts: dict[int, list[Marked | Cleared]] = {}
    for event in log.events:
        if isinstance(event, (Marked, Cleared)):
            acts.setdefault(event.person, []).append(event)
    return {person: _dealings(person, acts[person]) for person in sorted(acts)}


def _dealings(person: int, acts: Sequence[Marked | Cleared]) -> Dealings:
    return Dealings(person, tuple(acts))
