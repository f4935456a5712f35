"""What became of each trial."""

from dataclasses import dataclass

from game.course import GROUNDED, Evidence, Judgement, Miss
from game.log import Marked

from .grounds import Named, ground_cues
from .marks import Dealings
from .shown import Showing
from .sight import SightLog
from .trials import Trial


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one trial: the result, the mark that stands, its grounds, and the time taken.

    `evidence` is what the mark on a subject rested on; None without a mark, and for anybody else · `seconds` from the
    start of the first tell made out to the mark; None unless a hit or a crime noticed.
    """

    trial: Trial
    result: Judgement
    evidence: Evidence | None
    miss: Miss | None
    mark: Marked | None
    named: tuple[Named, ...]
    seconds: float | None

    @property
    def seen(self) -> tuple[Showing, ...]:
        """The tells that the trainee had made out when the mark that stands was made, in the order of making out."""
        return _made_out(self.trial, self.mark.tick) if self.mark else ()

    @property
    def made_out(self) -> tuple[Showing, ...]:
        """Of all that counts as shown, look-alikes too, what the trainee had made out when they made that mark."""
        return tuple(showing for showing in self.trial.shown if self.mark and showing.was_noticed_by(self.mark.tick))

    @property
    def before_mark(self) -> tuple[Showing, ...]:
        """Of the acts of the key, those that had begun when the mark that stands was made, cut short or not."""
        return tuple(
            showing for showing in self.trial.showings if self.mark and showing.ran and showing.began <= self.mark.tick
        )

    @property
    def invented(self) -> int:
        """How many of the cues named had nothing behind them."""
        return sum(named.grounds == "invented" for named in self.named)


def outcome(trial: Trial, dealt: Dealings | None, sight: SightLog) -> Outcome:
    """The outcome of one trial, by the latest mark on the person."""
    standing = dealt.standing if dealt else None
    evidence = _evidence(trial, standing) if standing and trial.is_subject else None
    result = _result(trial, dealt.suspected if dealt else None, evidence)
    seconds = _seconds(trial, dealt, standing) if result in ("hit", "crime noticed") and dealt and standing else None
    return Outcome(
        trial=trial,
        result=result,
        evidence=evidence,
        miss=_miss(trial, dealt) if result in ("miss", "crime missed") else None,
        mark=standing,
        named=ground_cues(standing, trial.showings, sight) if standing else (),
        seconds=seconds,
    )


def _evidence(trial: Trial, mark: Marked) -> Evidence:
    """What a mark on a subject rests on."""
    if not any(showing.began <= mark.tick for showing in trial.tells):
        return "unfounded"
    families = {showing.act.family for showing in _made_out(trial, mark.tick)}
    return "founded" if len(families) > 1 else "early" if families else "lucky"


def _made_out(trial: Trial, tick: int) -> tuple[Showing, ...]:
    """The tells made out by a tick, in the order of making out."""
    return tuple(
        sorted(
            (showing for showing in trial.tells if showing.was_noticed_by(tick)),
            key=lambda showing: showing.noticed_at or 0,
        )
    )


def _result(trial: Trial, suspected: Marked | None, evidence: Evidence | None) -> Judgement:
    found = suspected is not None and evidence in GROUNDED
    match trial.kind:
        case "decoy" | "crowd":
            return "false alarm" if suspected else "correct rejection"
        case "void" | "hidden" | "companion":
            return "not judged"
        case "crime":
            return "crime noticed" if found else "crime missed"
        case "signal":
            return "hit" if found else "miss"


def _seconds(trial: Trial, dealt: Dealings, mark: Marked) -> float | None:
    """From the start of the first tell made out to the mark."""
    first = _made_out(trial, mark.tick)[0]
    decided = dealt.find_decision(first.noticed_at or 0)
    return None if decided is None else (decided - first.began) / 10


def _miss(trial: Trial, dealt: Dealings | None) -> Miss:
    """What was done before anything had been made out is no decision."""
    noticed = [showing.noticed_at for showing in trial.tells if showing.noticed_at is not None]
    if not noticed:
        return "search"
    return "decision" if dealt and dealt.acts[-1].tick >= min(noticed) else "recognition"
