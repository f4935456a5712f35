"""What a trainee, with a face or without, can do. Imperative; the exercise may refuse."""

from dataclasses import dataclass
from typing import Literal

from game.duty import Decision, FourC, Outcome, Reason, ReportLine, Search
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
    grounds: tuple[Reason, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Report about a person to whom one has decided to tell of them: these sentences, in this order."""

    person: int
    lines: tuple[ReportLine, ...]


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
class Finds:
    """What is found on this person, whom I search?"""

    person: int


@dataclass(frozen=True, slots=True)
class IsBorne:
    """Do the grounds that I gave for my last decision about this person bear it, by what I had truly seen?"""

    person: int


Question = IsMeant | Hint | BearsOut | Finds | IsBorne


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask the umpire."""

    question: Question


Opening = Literal["explained", "blunt"]
"""How one begins to speak with somebody: who one is and why one asks, or straight with a question."""


@dataclass(frozen=True, slots=True)
class Approach:
    """Go up to a person to speak with them; from the control room, send a colleague who is on the floor."""

    person: int


@dataclass(frozen=True, slots=True)
class Speak:
    """Begin to speak with whom one has come up to."""

    opening: Opening


@dataclass(frozen=True, slots=True)
class Put:
    """Put a topic to whom one is speaking with; `act` is the number of theirs that one saw, where it is about one."""

    topic: str
    act: int | None = None


@dataclass(frozen=True, slots=True)
class AskControl:
    """Ask control to look up what the cameras say of a topic that the person has answered; it takes a while."""

    topic: str
    act: int | None = None


@dataclass(frozen=True, slots=True)
class TakeLeave:
    """Let whom one is speaking with go, or give up going up to them; whether with thanks, and with why one asked."""

    thanked: bool = True
    explained: bool = False


@dataclass(frozen=True, slots=True)
class LookOver:
    """Say how an item lies: hidden, obviously suspicious, typical of what is lost here."""

    item: int
    hidden: bool
    obvious: bool
    typical: bool


@dataclass(frozen=True, slots=True)
class SeekOwner:
    """Ask aloud whose an item is, or have control look back who left it."""

    item: int
    how: Search


@dataclass(frozen=True, slots=True)
class TakeStep:
    """Take one of the four Cs about an item."""

    item: int
    step: FourC


@dataclass(frozen=True, slots=True)
class Settle:
    """Have done with an item."""

    item: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class SayNormal:
    """Answer the question that is put about what is normal here, with the choice of this number."""

    choice: int


@dataclass(frozen=True, slots=True)
class BeginWork:
    """Have done with watching what is normal, once its time is up: from now on everything counts."""


ItemAct = LookOver | SeekOwner | TakeStep | Settle
TalkAct = Approach | Speak | Put | AskControl | TakeLeave
NormalAct = SayNormal | BeginWork
Act = (
    Look | Select | Mark | Clear | Decide | Report | Go | Ask | TalkAct | ItemAct | NormalAct | Pause | Resume | Finish
)
