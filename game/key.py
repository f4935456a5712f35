"""The key: who is a subject, and which of whose acts are tells or look-alikes. Sealed apart from the cast."""

from dataclasses import dataclass
from typing import Literal

Nature = Literal["reconnaissance", "crime", "none"]
Kind = Literal["tell", "look-alike"]


@dataclass(frozen=True, slots=True)
class KeyAct:
    """Act `act` of a person shows a cue, or only resembles it.

    `name` is the catalogue's · `legible_at` the standing height in px from which it can be made out · `parts` the
    body parts (mask as in `log.Exposed`) that must be in view · `planned` ticks · `conditional` for reactions, which
    are a bonus and not counted on.
    """

    act: int
    kind: Kind
    name: str
    cue: str
    legible_at: int
    parts: int
    planned: int
    conditional: bool = False

    @property
    def family(self) -> str:
        """The cue's family: F2 of F2.1."""
        return self.cue.split(".")[0]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is true of one subject (`nature` says of what) or decoy ("none"); `slot` is their line in the scenario."""

    person: int
    slot: str
    part: Literal["subject", "decoy"]
    nature: Nature
    acts: tuple[KeyAct, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One entry for each subject and decoy, in order of person id. Everyone else is crowd."""

    entries: tuple[Entry, ...]

    def subjects(self) -> tuple[Entry, ...]:
        """The entries of subjects, of whatever nature."""
        return tuple(entry for entry in self.entries if entry.part == "subject")

    def decoys(self) -> tuple[Entry, ...]:
        """The entries of decoys."""
        return tuple(entry for entry in self.entries if entry.part == "decoy")
