"""The grounds drill: which of what one ticked and heard are grounds, and for what; answered at once, with reasons."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

from game.duty import DECISIONS, NEEDS, Reason
from game.numerals import number, say_count
from game.score import WORTHS, GroundsCard, Offered, Purpose, name_reason
from game.text import capitalise, uncapitalise
from game.widgets.boxes import Card, Column, Grid
from game.widgets.press import Button, Chip
from game.widgets.screen import Next, PageScreen, Pop, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Label, Widget

from .debrief_setup import Debriefed

ASKED: dict[Purpose, str] = {
    "stop and account": "Which of these are reason enough to stop them, and ask them to account for what they do?",
    "search": "Which of these count as grounds for a search?",
}
SAID: dict[bool, str] = {True: "a ground", False: "no ground"}


@dataclass(frozen=True, slots=True)
class GroundToggled:
    """Take this for a ground, or no longer."""

    reason: Reason


class GoingOn(Enum):
    """How one goes on."""

    ANSWER = auto()
    NEXT = auto()


class GroundsScreen(PageScreen[GroundToggled | GoingOn]):
    """One question after another, about the people of whom the trainee ticked or heard most."""

    def __init__(self, style: Style, told: Debriefed) -> None:
        super().__init__(style)
        self._told = told
        self._at = 0
        self._chosen: tuple[Reason, ...] = ()
        self._answered = False
        self._trouble = ""
        self._right = self._of = 0

    def build(self) -> Widget:
        """The question, or its answer; after the last one, what it came to."""
        cards = self._told.cards
        if self._at >= len(cards):
            return self._end()
        card = cards[self._at]
        lines = [*self._show_asked(card), *(self._answers(card) if self._answered else self._offers(card))]
        action = (
            Button("Next", "primary", "Enter", yields=GoingOn.NEXT) if self._answered
            else Button("That is my answer", "primary", yields=GoingOn.ANSWER)
        )  # fmt: skip
        body = Scroll(Column(lines, gap=8), self.page.offsets, f"grounds {self._at} {self._answered}")
        return sheet("Grounds", "", body, action, aside=f"{self._at + 1} of {len(cards)}")

    def respond(self, event: GroundToggled | GoingOn) -> Next | None:
        """Choose, answer, go on."""
        match event:
            case GroundToggled(reason):
                others = tuple(other for other in self._chosen if other != reason)
                self._chosen = others if reason in self._chosen else (*others, reason)
            case GoingOn.ANSWER:
                self._answer(self._told.cards[self._at])
            case GoingOn.NEXT:
                return self._go_on()
            case _:
                assert_never(event)
        return None

    def _answer(self, card: GroundsCard) -> None:
        right, of = card.right(self._chosen), len(card.offered)
        self._right, self._of, self._answered = self._right + right, self._of + of, True
        if self._told.book:
            chosen = tuple(" ".join((reason.kind, reason.about)).strip() for reason in self._chosen)
            self._trouble = self._told.book.add(card.person, card.purpose, chosen, right, of)
        self.page.turn_to(GoingOn.NEXT)

    def _go_on(self) -> Next | None:
        if self._at >= len(self._told.cards):
            return Pop()
        self._at, self._chosen, self._answered = self._at + 1, (), False
        first = self._told.cards[self._at].offered[0] if self._at < len(self._told.cards) else None
        self.page.turn_to(GroundToggled(first.weighed.ground) if first else GoingOn.NEXT)
        return None

    def _show_asked(self, card: GroundsCard) -> list[Widget]:
        return [
            Label(self._told.descriptions[card.person], "heading"),
            Label(ASKED[card.purpose]),
            Label("Go by what you yourself had made out or been told by the end.", "small", "text_soft"),
        ]

    def _offers(self, card: GroundsCard) -> list[Widget]:
        chips = [
            Chip(self._name_ground(offered), offered.weighed.ground in self._chosen,
                 yields=GroundToggled(offered.weighed.ground),
                 most=4, listed=True)
            for offered in card.offered
        ]  # fmt: skip
        return [Grid(chips, least=420, gap=6, most=1)]

    def _answers(self, card: GroundsCard) -> list[Widget]:
        needs = DECISIONS[card.purpose].needs
        together = "Together, what counts is enough." if card.borne else "Together, what counts is not enough."
        lines: list[Widget] = [Card(Column([
            Label(f"{card.right(self._chosen)} of {len(card.offered)} right", "heading"),
            Label(f"{DECISIONS[card.purpose].title}: {uncapitalise(NEEDS[needs])} {together}"),
            *([Label(self._trouble, "small", "act")] if self._trouble else []),
        ], gap=4), pad=12)]  # fmt: skip
        return [*lines, *(self._show_judged(offered) for offered in card.offered)]

    def _show_judged(self, offered: Offered) -> Widget:
        right = (offered.weighed.ground in self._chosen) == offered.counts
        said = f"{'Right' if right else 'Wrong'}: {SAID[offered.counts]}. {WORTHS[offered.weighed.worth]}."
        return Card(Column([
            Label(self._name_ground(offered), "small"),
            Label(_sentences(said), "small", "hit" if right else "false_alarm"),
        ], gap=3), pad=10)  # fmt: skip

    def _name_ground(self, offered: Offered) -> str:
        name = name_reason(offered.weighed.ground, self._told.wordings)
        return f"{name}: {offered.said}" if offered.said else name

    def _end(self) -> Widget:
        kept = self._told.book.answers if self._told.book else []
        before = say_count(len(kept) - len(self._told.cards), "answer", "answers")
        lines: list[Widget] = [
            Label(f"Of {say_count(self._of, 'reason', 'reasons')} you judged {number(self._right)} rightly.",
                  "heading"),
            Label("A ground is something that you saw them do, or that they said and was not so. How somebody looks is "
                  "none, alone or beside others; a feeling is reason to look again; a sign of stress tells nothing."),
            *([Label(f"Kept beside this record, with {before} of before.", "small", "text_soft")]
              if len(kept) > len(self._told.cards) else []),
        ]  # fmt: skip
        return sheet("Grounds", "", Column([Card(Column(lines, gap=8))], gap=10),
                     Button("Back to the debrief", "primary", "Enter", yields=GoingOn.NEXT))


def _sentences(words: str) -> str:
    """With a capital at the beginning of what follows the first full stop."""
    first, _, rest = words.partition(". ")
    return f"{first}. {capitalise(rest)}"
