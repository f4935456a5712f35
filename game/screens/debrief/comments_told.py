"""Comments on moments: those there are, to be pressed for their moment; and the screen on which one is written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.clock import clock
from game.record import LONGEST
from game.widgets.boxes import Column
from game.widgets.press import Press
from game.widgets.screen import Next, Pop, sheet
from game.widgets.style import Style
from game.widgets.widget import Label, Widget

from ..line_screen import LineScreen
from .debrief_setup import Debriefed
from .moments import CommentChosen

WORDS = (
    "It is kept beside the record, which stays as it was sealed, and shown in its debrief. Whoever is to read it needs "
    "the file that ends in .comments along with the record."
)


def tell_comments(told: Debriefed) -> Iterator[Widget]:
    """All comments, in order of their moments."""
    comments = told.commented.comments if told.commented else []
    if comments:
        yield Label("Comments", "heading")
    for remark in comments:
        yield Press(Label(f"{clock(remark.tick)}  {remark.words}"), yields=CommentChosen(remark.tick), pad=11)


@dataclass(frozen=True, slots=True)
class CommentGiven:
    """What was typed is the comment."""


class CommentScreen(LineScreen[CommentGiven]):
    """A comment is typed; `keep` takes it, and says in a sentence what went wrong, if anything did."""

    def __init__(self, style: Style, tick: int, keep: Callable[[str], str]) -> None:
        super().__init__(style, CommentGiven(), LONGEST)
        self._tick, self._keep = tick, keep

    def build(self) -> Widget:
        """The field."""
        parts = self.field("Type what is to be said of this moment", "Keep it")
        return sheet(f"A comment at {clock(self._tick)}", WORDS, Column(parts, gap=12))

    def respond(self, event: CommentGiven) -> Next | None:
        """Keep it, and go back."""
        self._problem = self._keep(self._typed.strip())
        return None if self._problem else Pop()
