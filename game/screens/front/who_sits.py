"""Who is practising: what is kept of one trainee is not mixed with that of another at the same machine."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.widgets.boxes import Column, Grid
from game.widgets.press import Press
from game.widgets.screen import Next, Pop, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Label, Widget

from ..line_screen import LineScreen
from ..navigation import Ways
from ..preferences import LONGEST_NAME

NO_NAME = "no name"
WORDS = (
    "Exercises, drills, progress and settings are kept apart for each of you. A number will do as well as a name; it "
    "stays on this machine. It is no password: anybody here can choose it."
)


@dataclass(frozen=True, slots=True)
class SitsDown:
    """Somebody of this name; "" for none."""

    name: str


@dataclass(frozen=True, slots=True)
class NameGiven:
    """What was typed is the name."""


class WhoSits(LineScreen[SitsDown | NameGiven]):
    """A name is typed, or one of those known is chosen."""

    def __init__(self, style: Style, ways: Ways) -> None:
        super().__init__(style, NameGiven(), LONGEST_NAME)
        self._ways = ways
        self._known: Sequence[str] = ways.seat.known()

    def build(self) -> Widget:
        """The field, and below it everybody known."""
        parts = self.field("Type a new name or number", "Begin", "strong")
        now = self._ways.seat.name
        parts.append(Grid([
            Press(Label(name or NO_NAME.capitalize()), yields=SitsDown(name), chosen=name == now, pad=12)
            for name in ("", *self._known)
        ], least=260, gap=8, most=4))
        return sheet("Who is practising?", WORDS, Scroll(Column(parts, gap=12), self.page.offsets))

    def respond(self, event: SitsDown | NameGiven) -> Next | None:
        """Let them sit down, and go back."""
        self._problem = self._ways.sit(event.name if isinstance(event, SitsDown) else self._typed)
        return None if self._problem else Pop()
