"""Who counts as a trial, and of which kind. A property of the run, not of where the trainee looked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.clock import TICKS_PER_SECOND
from game.key import Entry, Key

from .marks import Dealings
from .shown import Showing, meets_truth_rule
from .sight import SightLog

LONG_ENOUGH = 5 * TICKS_PER_SECOND
"""Someone with nothing to hide is a trial if they could be seen for this many ticks."""

Kind = Literal["signal", "void", "hidden", "crime", "decoy", "crowd", "companion"]
"""`signal`: showed enough, in sight of the post · `void`: showed too little, through no fault of the trainee ·
`hidden`: showed enough, but not where the post could see it · `crime`: showed one, in sight: its own column · `decoy`,
`crowd`: noise · `companion`: with a subject, and nobody's to judge: a trial only if suspected."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One person to be judged, of which kind, and the acts of the key that they performed."""

    person: int
    kind: Kind
    entry: Entry | None = None
    showings: tuple[Showing, ...] = ()

    @property
    def shown(self) -> tuple[Showing, ...]:
        """The acts that count as shown."""
        return tuple(showing for showing in self.showings if showing.shown)

    @property
    def tells(self) -> tuple[Showing, ...]:
        """The tells that count as shown."""
        return tuple(showing for showing in self.shown if showing.act.kind == "tell")

    @property
    def is_subject(self) -> bool:
        """Whether they are one of those with something to hide."""
        return self.entry is not None and self.entry.part == "subject"


def trials(
    key: Key, sight: SightLog, showings: Mapping[int, tuple[Showing, ...]], dealt: Mapping[int, Dealings], people: int
) -> tuple[Trial, ...]:
    """Everyone to be judged, in order of person id. Whoever was marked as suspicious is one, however briefly there."""
    entries = {entry.person: entry for entry in key.entries}
    found: list[Trial] = []
    for person in range(people):
        entry = entries.get(person)
        if entry and entry.part == "subject":
            found.append(Trial(person, _subject(entry, showings[person]), entry, showings[person]))
        elif person in key.companions:
            if person in dealt and dealt[person].suspected:
                found.append(Trial(person, "companion"))
        elif sight.observable_ticks(person) >= LONG_ENOUGH or (person in dealt and dealt[person].suspected):
            found.append(Trial(person, "decoy" if entry else "crowd", entry, showings.get(person, ())))
    return tuple(found)


def _subject(entry: Entry, showings: tuple[Showing, ...]) -> Kind:
    crime = entry.nature != "reconnaissance"
    shown = [showing for showing in showings if showing.shown and showing.act.kind == "tell"]
    if not (shown if crime else meets_truth_rule(showings)):
        return "void"
    if not any(showing.observable for showing in shown):
        return "hidden"
    return "crime" if crime else "signal"
