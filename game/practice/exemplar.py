"""What is practised: a tell or a look-alike of the catalogue, as far as practice needs to know it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exemplar:
    """A behaviour. `meant` if it is a tell; `cue` is what it shows or resembles; `subtlety` from 1 (plain) to 5.

    `looks_like` are the names of what it is taken for: a tell's look-alikes, a look-alike's tells.
    """

    name: str
    meant: bool
    cue: str
    subtlety: int
    looks_like: tuple[str, ...]


def counterparts(exemplar: Exemplar, known: Mapping[str, Exemplar]) -> list[Exemplar]:
    """Those of the other kind among the known that it is taken for, or that are taken for it."""
    names = [*exemplar.looks_like, *(other.name for other in known.values() if exemplar.name in other.looks_like)]
    found = (known[name] for name in dict.fromkeys(names) if name in known)
    return [other for other in found if other.meant != exemplar.meant]
