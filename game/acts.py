"""What a trainee, with a face or without, can do. Imperative; the exercise may refuse."""

from dataclasses import dataclass

from game.duty import Decision, Ground
from game.view.close_up import SIZE
from game.view.exposure import Panel
from game.view.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True)
class Look:
    """Turn the main view to this viewpoint; panels cover these parts of it, and the inspector is so large (px).

    All that decides how large and how free somebody is seen comes with this act; nothing that paints tells it.
    """

    viewpoint: Viewpoint
    panels: tuple[Panel, ...] = ()
    inspector: tuple[int, int] = SIZE


@dataclass(frozen=True, slots=True)
class Select:
    """Open the inspector on a person, or close it (None)."""

    person: int | None


@dataclass(frozen=True, slots=True)
class Mark:
    """Mark a person: level 1 note, 2 concern, 3 act, with the ids of the cues seen."""

    person: int
    level: int
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clear:
    """Take the mark on a person back."""

    person: int


@dataclass(frozen=True, slots=True)
class Decide:
    """Decide what to do about a person, on these grounds; before a search `said` are letters of GOWISELY, in order."""

    person: int
    decision: Decision
    grounds: tuple[Ground, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class Go:
    """Walk your own figure to this spot (post officer only)."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clock (practice only)."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Let the clock go on."""


@dataclass(frozen=True, slots=True)
class Finish:
    """End the exercise before the clock does."""


@dataclass(frozen=True, slots=True)
class IsMeant:
    """Is this person, whom I have marked, one of those the lesson means?"""

    person: int


@dataclass(frozen=True, slots=True)
class Hint:
    """Whom should I look at now, and what should I watch for?"""


@dataclass(frozen=True, slots=True)
class BearsOut:
    """Does anything of this person that I have had in view bear out my mark on them?"""

    person: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What does this person say to this topic? Without one: why are they here?"""

    person: int
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Finds:
    """What is found on this person, whom I search?"""

    person: int


@dataclass(frozen=True, slots=True)
class IsBorne:
    """Do the grounds that I gave for my last decision about this person bear it, by what I had truly seen?"""

    person: int


Question = IsMeant | Hint | BearsOut | Reply | Finds | IsBorne


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask the umpire."""

    question: Question


Act = Look | Select | Mark | Clear | Decide | Go | Ask | Pause | Resume | Finish
