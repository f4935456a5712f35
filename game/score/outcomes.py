"""What became of each trial."""

from dataclasses import dataclass

from game.course import Judgement, Miss
from game.log import Marked

from .grounds import Named, named
from .marks import Dealings
from .shown import Showing
from .sight import SightLog
from .trials import Trial


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one trial: the result, the mark that stands, its grounds, and the time taken.

    `seconds` from the start of the first shown tell to the mark; None unless a hit or a crime noticed.
    """

    trial: Trial
    result: Judgement
    miss: Miss | None
    mark: Marked | None
    named: tuple[Named, ...]
    seconds: float | None

    @property
    def before_mark(self) -> tuple[Showing, ...]:
        """Of the acts of the key, those that had begun when the mark that stands was made, cut short or not."""
        return tuple(one for one in self.trial.showings if self.mark and one.ran and one.began <= self.mark.tick)

    @property
    def invented(self) -> int:
        """How many of the cues named had nothing behind them."""
        return sum(one.grounds == "invented" for one in self.named)


def outcome(trial: Trial, dealt: Dealings | None, sight: SightLog) -> Outcome:
    """The outcome of one trial, by the latest mark on the person."""
    suspected = dealt.suspected if dealt else None
    standing = dealt.standing if dealt else None
    result = _result(trial, suspected)
    found = result in ("hit", "crime noticed")
    decided = dealt.decided(trial.first_tell) if found and dealt and trial.first_tell is not None else None
    return Outcome(
        trial=trial,
        result=result,
        miss=_miss(trial, dealt) if result in ("miss", "crime missed") else None,
        mark=standing,
        named=named(standing, trial.showings, sight) if standing else (),
        seconds=None if decided is None or trial.first_tell is None else (decided - trial.first_tell) / 10,
    )


def _result(trial: Trial, suspected: Marked | None) -> Judgement:
    if trial.kind in ("decoy", "crowd"):
        return "false alarm" if suspected else "correct rejection"
    if trial.kind in ("void", "hidden", "companion") or trial.first_tell is None:
        return "not judged"
    if trial.kind == "crime":
        return "crime noticed" if suspected and suspected.tick >= trial.first_tell else "crime missed"
    if not suspected:
        return "miss"
    return "hit" if suspected.tick >= trial.first_tell else "unfounded"


def _miss(trial: Trial, dealt: Dealings | None) -> Miss:
    if dealt:
        return "decision"
    return "recognition" if any(one.noticed for one in trial.shown) else "search"
