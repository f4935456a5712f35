"""A hint in practice: whom to look at now, and what to watch of them."""

from dataclasses import dataclass

from game.acts import Hint
from game.exercise import Refusal

from .actions import Hands
from .choosing import Choosing
from .lesson import Coach
from .viewing import Viewing
from .watch_setup import Watched

WATCH = {"gaze": "what they look at", "hands": "what their hands do", "gait": "where they stand and how they move"}
"""What the umpire's codes mean."""
NOBODY_NOW = "Nobody in particular to look at just now. Ask again in a while."


@dataclass(frozen=True, slots=True)
class HintAsked:
    """The trainee wants to be shown somebody."""


class Hinting:
    """Asks the umpire, and brings the view to whom it names."""

    def __init__(self, watched: Watched, hands: Hands, viewing: Viewing, choosing: Choosing, coach: Coach) -> None:
        self._watched, self._hands, self._viewing = watched, hands, viewing
        self._choosing, self._coach = choosing, coach

    def take(self, event: HintAsked) -> None:
        """Show whom to look at, or say why nobody is shown."""
        answer = self._watched.ask(Hint())
        if answer is None or isinstance(answer, Refusal):
            self._hands.say(str(answer))
            return
        if answer.person is not None and self._viewing.go_to(answer.person):
            self._viewing.looking.come_close()
            self._viewing.follow(on=False)
            self._choosing.outlined.choose(answer.person)
            # Those with a part to play and those who only resemble them are pointed out alike, but for a lesson.
            honest = "" if self._watched.lesson else " It may be harmless."
            self._hands.say(f"Watch the person outlined, and {WATCH[answer.about]}.{honest}")
            self._coach.did("hint")
        else:
            self._hands.say(NOBODY_NOW)
        if answer.answer == "gone":
            self._coach.scene_over()
