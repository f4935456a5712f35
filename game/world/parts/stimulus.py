"""What people may react to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stimulus:
    """Something that happens at (x, y) m, to one `person` or to whoever is near, or to everybody (neither said).

    `kind` is the scenario's word: officer near, dog near, looked at, announcement …
    """

    kind: str
    x: float | None = None
    y: float | None = None
    person: int | None = None
