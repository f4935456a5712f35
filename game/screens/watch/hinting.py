"""A hint in practice: whom to look at now, and what to watch of them."""

from dataclasses import dataclass

from game.acts import Hint
from game.exercise import Refusal

from .actions import Hands
from .choosing import Choosing
from .lesson import Coach
from .own_figure import OnFloor
from .viewing import Viewing
from .watch_setup import Watched

WATCH = {"gaze": "what they look at", "hands": "what their hands do", "gait": "where they stand and how they move"}
"""What the umpire's codes mean."""
NOBODY_NOW = "Nobody in particular to look at just now. Ask again in a while."
NOBODY_ELSE = "Nobody else to look at just now: keep an eye on the person outlined, and ask again in a while."
NEARER = " You cannot see them from where you stand: go nearer."
FOR = 12.0
"""Seconds that a hint stays, as there is somebody to be found by it."""


@dataclass(frozen=True, slots=True)
class HintAsked:
    """The trainee wants to be shown somebody."""


class Hinting:
    """Asks the umpire, and brings the view to whom it names. `shown` is outlined for as long as the hint stays."""

    def __init__(
        self, watched: Watched, hands: Hands, viewing: Viewing, choosing: Choosing, coach: Coach, floor: OnFloor
    ) -> None:
        self._watched, self._hands, self._viewing = watched, hands, viewing
        self._choosing, self._coach, self._floor = choosing, coach, floor
        self._person: int | None = None
        self._says = ""
        self._selected: int | None = None
        """Who was selected when the hint was given."""

    @property
    def shown(self) -> int | None:
        """Whom the hint is about that is said just now."""
        return self._person if self._says and self._hands.message == self._says else None

    def keep_up(self) -> None:
        """Say no more of somebody once somebody else is chosen."""
        others = {self._choosing.outlined.by_keys, self._watched.exercise.selected} - {self._person, None}
        if self.shown is not None and others - {self._selected}:
            self._hands.unsay(self._says)

    def take(self, event: HintAsked) -> None:
        """Show whom to look at, or say why nobody is shown."""
        answer = self._watched.ask(Hint())
        if answer is None or isinstance(answer, Refusal):
            self._hands.say(str(answer))
            return
        if answer.person is not None and self._comes_to(answer.person):
            self._viewing.looking.come_close()
            self._viewing.follow(on=False)
            self._choosing.outlined.choose(answer.person)
            # Those with a part to play and those who only resemble them are pointed out alike, but for a lesson.
            honest = "" if self._watched.lesson else " It may be harmless."
            nearer = "" if self._floor.sees(answer.person) else NEARER
            self._tell(answer.person, f"Watch the person outlined, and {WATCH[answer.about]}.{nearer}{honest}")
            self._coach.did("hint")
        elif self._person in (self.shown, self._choosing.outlined.person) and self._comes_to(self._person):
            self._tell(self._person, NOBODY_ELSE)
        else:
            self._hands.say(NOBODY_NOW)
        if answer.answer == "gone":
            self._coach.scene_over()

    def _comes_to(self, person: int | None) -> bool:
        """Bring the view to somebody; whether they are there."""
        return person is not None and self._viewing.go_to(person)

    def _tell(self, person: int | None, words: str) -> None:
        self._person, self._says, self._selected = person, words, self._watched.exercise.selected
        self._hands.say(words, FOR)
