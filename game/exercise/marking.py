"""The trainee's marks: one a person, each with how suspicious and what was seen."""

from collections.abc import Collection

from game.acts import Clear, Mark
from game.log import Cleared, Marked

from . import refusal
from .refusal import Refusal

MARKABLE = (1, 2, 3)


class Marks:
    """`standing` is the present mark on each person who has one; a mark may name these cues."""

    def __init__(self, cues: Collection[str]) -> None:
        self.standing: dict[int, Marked] = {}
        self._cues = frozenset(cues)

    def mark(self, act: Mark, tick: int, unknown: Refusal | None) -> Marked | Refusal:
        """Put a mark on somebody, unless there is a reason why they are unknown."""
        if act.level not in MARKABLE:
            return refusal.LEVEL
        for cue in act.cues:
            if cue not in self._cues:
                return refusal.unknown_cue(cue)
        if unknown:
            return unknown
        marked = Marked(tick, act.person, act.level, tuple(dict.fromkeys(act.cues)))
        self.standing[act.person] = marked
        return marked

    def clear(self, act: Clear, tick: int) -> Cleared | Refusal:
        """Take the mark on a person back."""
        if self.standing.pop(act.person, None) is None:
            return refusal.NO_MARK
        return Cleared(tick, act.person)
