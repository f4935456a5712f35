"""What a trainee without a face hears: how far a talk has come, what can be said, what was claimed and found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeardAnswer:
    """What a person has claimed of a topic, and what control has found of it; None: not asked, or not back yet."""

    person: int
    topic: str
    act: int | None
    claim: str
    found: str | None


@dataclass(frozen=True, slots=True)
class Heard:
    """All that is told of talks: with whom one is, how far it is, what can be put to them, and all answers so far.

    `met` they stand before one, and nothing was said · `free` they wait for a question, and last spoke at `since` ·
    `wants` it is they who came up · `topics` what can be put, each with the act it is about if it is about one.
    """

    tick: int
    person: int | None
    met: bool
    free: bool
    since: int
    wants: bool
    topics: tuple[tuple[str, int | None], ...]
    answers: tuple[HeardAnswer, ...]
