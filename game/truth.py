"""The truth rule: what a subject must show, and what a decoy must not exceed, in cues such as F2.1."""

from collections.abc import Collection
from typing import Literal

from game.numerals import say_count

Nature = Literal["reconnaissance", "crime", "none"]
"""What somebody is up to."""
GROUNDED = frozenset({"F1", "F2", "F5", "F6"})
"""The families of which a subject of reconnaissance shows at least one."""
STRESS = "F11"
"""The family of signs that everybody shows alike, so that they say nothing."""
CRIME = "F12"
"""The family of other offences: worth reporting, and no reconnaissance."""


def subject_fault(cues: Collection[str]) -> str:
    """Why these cues do not make a subject; empty if they do."""
    kinds, families = set(cues), {family(cue) for cue in cues}
    if len(kinds) < 3:
        return f"{'it shows' if len(kinds) != 1 else 'it shows only'} {say_count(len(kinds), 'cue', 'cues')}"
    if len(families) < 2:
        return f"all of it is of one family, {families.pop()}"
    return "" if families & GROUNDED else "none of it is from F1, F2, F5 or F6"


def decoy_fault(cues: Collection[str]) -> str:
    """Why these cues are more than a decoy may resemble; empty if they are not."""
    kinds, families = set(cues), {family(cue) for cue in cues}
    if len(kinds) > 2 and len(families) > 1:
        return (
            f"it resembles {say_count(len(kinds), 'cue', 'cues')} from {say_count(len(families), 'family', 'families')}"
        )
    return ""


def family(cue: str) -> str:
    """The cue's family: F2 of F2.1."""
    return cue.partition(".")[0]
