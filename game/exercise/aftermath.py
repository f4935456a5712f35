"""What follows on the floor from a decision: who is kept standing, who is led away, who of staff comes."""

from game.acts import Approach, TakeLeave
from game.duty import DECISIONS
from game.log import Decided, Log, TalkEvent

from .officer import Officer
from .refusal import Refusal
from .talk_state import SpeakingWorld
from .talking import Talking

SEARCH_TAKES = 200
"""Ticks for which somebody is kept for a search: outer clothing and a bag take less than a minute, and the rest of the
exercise is to be played, too."""
ARREST_TAKES = 50
"""Ticks until somebody who is arrested is led away."""
STAFF_STAY = 150
"""Ticks until staff who were told go back to their own work."""


class Aftermath:
    """Does what a decision brings about, as far as it can be seen; in a run that is only watched again, nothing."""

    def __init__(self, floor: SpeakingWorld | None, officer: Officer | None, talking: Talking | None) -> None:
        self._floor, self._officer, self._talking = floor, officer, talking
        self._kept: list[tuple[int, int, str]] = []
        """Until when somebody is kept, who, and what they do afterwards."""

    def follow(self, decided: Decided, tick: int, log: Log) -> list[TalkEvent]:
        """Begin what a decision brings about, if this post may do so; what is said in it."""
        if self._floor is None or decided.post in DECISIONS[decided.decision].closed:
            return []
        match decided.decision:
            case "stop and account":
                return self._say(Approach(decided.person), tick, log) if not self._busy else []
            case "no concern":
                return self._part(decided.person, tick, log, thanked=True)
            case "search":
                self._keep(decided.person, tick + SEARCH_TAKES, "goes on")
            case "arrest":
                parted = self._part(decided.person, tick, log, thanked=False)
                self._keep(decided.person, tick + ARREST_TAKES, "leaves")
                return parted
            case "tell staff":
                colleague = self._floor.colleague(decided.person)
                if colleague is not None and self._floor.send(colleague, decided.person):
                    self._kept.append((tick + STAFF_STAY, colleague, "goes on"))
        return []

    def step(self, tick: int) -> None:
        """Let those go who were kept for long enough; who is spoken with meanwhile, once that is over."""
        if self._floor is None or not self._kept:
            return
        due = [call for call in self._kept if call[0] <= tick and not self._with(call[1])]
        self._kept = [call for call in self._kept if call not in due]
        for _, person, afterwards in due:
            self._floor.release(person, afterwards)

    @property
    def _busy(self) -> bool:
        return self._talking is not None and self._talking.talk is not None

    def _with(self, person: int) -> bool:
        """Whether somebody is in the present talk."""
        talk = self._talking.talk if self._talking else None
        return talk is not None and person in (talk.person, talk.by)

    def _keep(self, person: int, until: int, afterwards: str) -> None:
        """Let somebody stand before the officer; who is spoken with stands there already, and goes on speaking."""
        if self._floor is None or self._officer is None or (self._with(person) and afterwards == "goes on"):
            return
        if self._floor.hold(person, self._officer.x, self._officer.y):
            self._kept.append((until, person, afterwards))

    def _part(self, person: int, tick: int, log: Log, *, thanked: bool) -> list[TalkEvent]:
        """End a talk with them, if there is one."""
        return self._say(TakeLeave(thanked, explained=thanked), tick, log) if self._with(person) else []

    def _say(self, act: Approach | TakeLeave, tick: int, log: Log) -> list[TalkEvent]:
        said = self._talking.take(act, tick, log) if self._talking else []
        return [] if isinstance(said, Refusal) else said
