"""A report about the selected person in the making: which sentences, and what each rests on."""

from dataclasses import dataclass
from typing import assert_never

from game.acts import Report
from game.duty import ReportLine, Rests, answer_report
from game.exercise import Exercise

from ..actions import Hands
from ..choosing import Choosing

ONE_OF = ("place", "reason")
"""Of these kinds a report has one sentence."""


@dataclass(frozen=True, slots=True)
class TellingAsked:
    """Make a report of the selected person."""


@dataclass(frozen=True, slots=True)
class LineToggled:
    """Say this in the report, or leave it out again."""

    line: ReportLine


@dataclass(frozen=True, slots=True)
class RestsChosen:
    """Say what a sentence rests on."""

    line: ReportLine
    rests: Rests


@dataclass(frozen=True, slots=True)
class ReportGiven:
    """Give the report."""


@dataclass(frozen=True, slots=True)
class ReportLeft:
    """Leave the report as if it had not been begun."""


TellingEvent = TellingAsked | LineToggled | RestsChosen | ReportGiven | ReportLeft


class ReportDraft:
    """The sentences chosen so far, for the person selected now. `version` as elsewhere."""

    def __init__(self, exercise: Exercise, hands: Hands, choosing: Choosing) -> None:
        self.version = 0
        self.lines: tuple[ReportLine, ...] = ()
        """In the order in which they were chosen."""
        self._exercise, self._hands, self._choosing = exercise, hands, choosing
        self._about = -1

    @property
    def open(self) -> bool:
        """Whether a report of the selected person is being made."""
        return self._about == self._choosing.selections

    @property
    def says_what(self) -> bool:
        """Whether something that they did or said is in it: only then is it asked how they look."""
        return any(line.kind in ("sign", "answer") for line in self.lines)

    def find_chosen(self, line: ReportLine) -> ReportLine | None:
        """A sentence as it stands in the report, if it does."""
        return next((other for other in self.lines if other[:3] == line[:3]), None)

    def close(self) -> None:
        """Leave the report."""
        self._about = -1
        self.version += 1

    def take(self, event: TellingEvent) -> None:
        """Do what a key or a button asks."""
        self.version += 1
        match event:
            case TellingAsked():
                self._about, self.lines = self._choosing.selections, ()
            case LineToggled(line):
                self._toggle(line)
            case RestsChosen(line, rests):
                self.lines = tuple(
                    other._replace(rests=rests) if other[:3] == line[:3] else other for other in self.lines
                )
            case ReportLeft():
                self.close()
            case ReportGiven():
                self._give()
            case _:
                assert_never(event)

    def _toggle(self, line: ReportLine) -> None:
        if self.find_chosen(line):
            self.lines = tuple(other for other in self.lines if other[:3] != line[:3])
        else:
            self.lines = (*(other for other in self.lines if not _replaces(line, other)), line)
        if not self.says_what:
            self.lines = tuple(other for other in self.lines if other.kind != "look")

    def _give(self) -> None:
        """Report, and hear what comes back."""
        person = self._exercise.selected
        if person is not None and self._hands.do(Report(person, self.lines)):
            self._hands.say(answer_report(self.lines))
            self.close()


def _replaces(line: ReportLine, other: ReportLine) -> bool:
    """Whether a sentence says the same thing otherwise: the place, the reason, or one heading of a description."""
    if line.kind == "look" and other.kind == "look":
        return line.about.partition(": ")[0] == other.about.partition(": ")[0]
    return line.kind == other.kind and line.kind in ONE_OF
