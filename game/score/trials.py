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
`hidden`: showed enough, but not where the post could see it · `crime`: its own column · `decoy`, `crowd`: noise ·
`companion`: with a subject, and nobody's to judge: a trial only if suspected."""


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
        return tuple(one for one in self.showings if one.shown)

    @property
    def first_tell(self) -> int | None:
        """The tick at which the first tell that counts as shown began."""
        return next((one.began for one in self.shown if one.act.kind == "tell"), None)


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
    if entry.nature != "reconnaissance":
        return "crime"
    if not meets_truth_rule(showings):
        return "void"
    return "signal" if any(one.observable for one in showings if one.shown) else "hidden"
