"""What to do about the selected person: which decision, on which reasons, and before a search, what is said."""

from dataclasses import dataclass
from typing import assert_never

from game.acts import Clear, Decide, Mark
from game.duty import Decision, Reason
from game.exercise import Exercise, leaves

from ..actions import Deed, Hands, LevelChosen
from ..choosing import Choosing
from ..mark_signs import MARK_LEVELS

ACT = 3
"""The level of a mark that says that something is to be done."""


@dataclass(frozen=True, slots=True)
class DecidingAsked:
    """Show what can be done about the selected person."""


@dataclass(frozen=True, slots=True)
class DecisionChosen:
    """Think of this decision; None: of all of them."""

    decision: Decision | None


@dataclass(frozen=True, slots=True)
class ReasonToggled:
    """Give this as a reason, or no longer."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class LetterSaid:
    """Say this part of GOWISELY next, or take it back."""

    letter: str


@dataclass(frozen=True, slots=True)
class DecisionGiven:
    """Do it."""


DecidingEvent = DecidingAsked | DecisionChosen | ReasonToggled | LetterSaid | DecisionGiven


class Deciding:
    """What is being thought of, for the person selected now; another selection begins anew. `version` as elsewhere."""

    def __init__(self, exercise: Exercise, hands: Hands, choosing: Choosing) -> None:
        self.version = 0
        self._exercise, self._hands, self._choosing = exercise, hands, choosing
        self._about = -1
        self._decision: Decision | None = None
        self._reasons: tuple[Reason, ...] = ()
        self._said = ""
        self._raised_from: int | None = None
        """The level of the mark, 0 for none, before it was raised so that one would be asked."""

    @property
    def open(self) -> bool:
        """Whether what can be done is shown, and not what was seen."""
        return self._about == self._choosing.selections

    @property
    def decision(self) -> Decision | None:
        """The decision that is thought of, if one is."""
        return self._decision if self.open else None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons chosen so far."""
        return self._reasons

    @property
    def said(self) -> str:
        """The letters of GOWISELY said so far, in order."""
        return self._said

    def close(self) -> None:
        """Show what was seen again."""
        self._about, self._raised_from = -1, None
        self.version += 1

    def _begin_anew(self) -> None:
        self._decision, self._reasons, self._said, self._raised_from = None, (), "", None

    def mark(self, event: Deed) -> None:
        """Do it. Whoever marks somebody to act is asked what is to be done; the same again takes that mark back."""
        person, marks = self._exercise.selected, self._exercise.marks
        before = None if person is None else marks.get(person)
        if event == LevelChosen(ACT) and self.raised:
            self._take_back()
            return
        self._hands.take(event)
        now = None if person is None else marks.get(person)
        if now is None or now.level != ACT:
            self._raised_from = None
        elif event == LevelChosen(ACT):
            self.take(DecidingAsked())
            if before is None or before.level != ACT:
                self._raised_from = before.level if before else 0

    @property
    def raised(self) -> bool:
        """Whether they were marked to act just now, and nothing has been decided since."""
        return self.open and self._raised_from is not None

    def _take_back(self) -> None:
        """Let the mark be what it was before it was raised to that."""
        level = self._raised_from
        if level:
            self._hands.mark(level)
        else:
            self._hands.clear()
        self.close()
        self._hands.say(f"Your mark on them is {say_level(level or 0)} again.")

    def take(self, event: DecidingEvent) -> None:
        """Do what a key or a button asks."""
        self.version += 1
        match event:
            case DecidingAsked():
                self._ask()
            case DecisionChosen(decision):
                self._decision, self._reasons, self._said = decision, (), ""
            case ReasonToggled(reason):
                others = tuple(other for other in self._reasons if other != reason)
                self._reasons = others if reason in self._reasons else (*others, reason)
            case LetterSaid(letter):
                said = self._said
                self._said = said.replace(letter, "") if letter in said else said + letter
            case DecisionGiven():
                self._give()
            case _:
                assert_never(event)

    def _ask(self) -> None:
        if self._exercise.selected is None:
            return
        if not self.open:
            self._about = self._choosing.selections
            self._begin_anew()

    def _give(self) -> None:
        """Do it, and say what that does to the mark; what cannot be done from here is said, and stays thought of."""
        person, decision = self._exercise.selected, self.decision
        if person is None or decision is None:
            return
        after = leaves(decision, self._exercise.marks.get(person))
        if self._hands.decide(Decide(person, decision, self._reasons, self._said)):
            self._begin_anew()
            if after:
                self._hands.say(f"Your mark on them is now {say_left(after)}.")


def say_left(after: Clear | Mark) -> str:
    """What a decision makes of the mark on somebody, in words."""
    return say_level(0 if isinstance(after, Clear) else after.level)


def say_level(level: int) -> str:
    """A level of a mark, in words; 0 is none."""
    return next((f"“{number}\u00a0{word}”" for number, word, _ in MARK_LEVELS if number == level), "cleared")
