"""The key: who is a subject, and which of whose acts are tells or look-alikes. Sealed apart from the cast."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from game.truth import Nature, decoy_fault, subject_fault

Kind = Literal["tell", "look-alike"]


@dataclass(frozen=True, slots=True)
class Lies:
    """How an item lies that was left: hidden, obviously suspicious, typical of what is lost there."""

    hidden: bool = False
    obvious: bool = False
    typical: bool = True


@dataclass(frozen=True, slots=True)
class KeyAct:
    """Act `act` of a person shows a cue, or only resembles it.

    `name` is the catalogue's · `legible_at` the standing height in px from which it can be made out · `parts` the
    body parts (mask as in `log.Exposed`) of which one must be in view · `planned` ticks · `conditional` for reactions,
    which are a bonus and not counted on · `leaves` how what it leaves behind lies, if it leaves anything.
    """

    act: int
    kind: Kind
    name: str
    cue: str
    legible_at: int
    parts: int
    planned: int
    conditional: bool = False
    leaves: Lies | None = None

    @property
    def family(self) -> str:
        """The cue's family: F2 of F2.1."""
        return self.cue.split(".")[0]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is true of one subject (`nature` says of what) or decoy ("none").

    `slot` counts them: subjects/0 is the first · `entry` is where they are written: "subjects/0" in a list,
    "subjects/pool/2" in a pool, "decoys" where nobody wrote more than how many · `finds` what is on somebody who
    commits a crime.
    """

    person: int
    slot: str
    part: Literal["subject", "decoy"]
    nature: Nature
    acts: tuple[KeyAct, ...]
    entry: str = ""
    finds: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """One entry for each subject and decoy, in order of person id. Everyone else is crowd.

    `companions` are those with whom a lone subject signals, meets or deals: to suspect them is neither right nor wrong.
    """

    entries: tuple[Entry, ...]
    companions: tuple[int, ...] = ()

    def subjects(self) -> tuple[Entry, ...]:
        """The entries of subjects, of whatever nature."""
        return tuple(entry for entry in self.entries if entry.part == "subject")

    def decoys(self) -> tuple[Entry, ...]:
        """The entries of decoys."""
        return tuple(entry for entry in self.entries if entry.part == "decoy")



def meets_subject_rule(acts: Iterable[KeyAct]) -> bool:
    """The truth rule at two moments or more. Reactions are a bonus and do not count."""
    tells = [act for act in acts if act.kind == "tell" and not act.conditional]
    return len(tells) >= 2 and not subject_fault([act.cue for act in tells])


def meets_decoy_rule(acts: Iterable[KeyAct]) -> bool:
    """Look-alikes only, and no more than the truth rule lets a decoy resemble."""
    shown = list(acts)
    return all(act.kind == "look-alike" for act in shown) and not decoy_fault([act.cue for act in shown])
