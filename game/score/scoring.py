"""From key and log to a score."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from game.course import Judgement
from game.key import Key
from game.log import Finished, Log

from .detection import Counts, Measures, measure, pool
from .marks import CONCERN, Dealings, dealings
from .outcomes import Outcome, outcome
from .shown import showings
from .sight import sight
from .trials import trials


@dataclass(frozen=True, slots=True)
class FalseAlarms:
    """Innocent people marked as suspicious: those staged with look-alikes, and the rest."""

    decoys: int
    crowd: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.decoys + self.crowd


@dataclass(frozen=True, slots=True)
class Score:
    """What a run came to. Two measures belong together: `measures.d_prime` and `measures.criterion`.

    `outcomes` one for each trial, in order of person id · `dealings` all marks, by person · `people` in the cast ·
    `subjects` and `decoys` staged · `unfounded` marks on subjects set before anything was shown · `void` subjects who
    showed too little, `hidden` ones who showed it out of sight · `cues_named`, `cues_borne_out` and `invented` (nothing
    of the kind was there) count the cues of marks that say "suspicious"; a note accuses nobody · `lasted` ticks
    from 0:00 to the end · `early` the tick at which the trainee ended it, if that was before the clock ran out.
    """

    people: int
    subjects: int
    decoys: int
    outcomes: tuple[Outcome, ...]
    dealings: tuple[Dealings, ...]
    measures: Measures
    false_alarms: FalseAlarms
    unfounded: int
    void: int
    hidden: int
    crimes_noticed: int
    crimes_missed: int
    cues_named: int
    cues_borne_out: int
    invented: int
    seconds_to_mark: tuple[float, ...]
    lasted: int
    early: int | None = None

    @property
    def counts(self) -> Counts:
        """The four outcomes."""
        return self.measures.counts

    def outcome_of(self, person: int) -> Outcome | None:
        """What became of one person, if they were a trial."""
        return next((one for one in self.outcomes if one.trial.person == person), None)


def score(key: Key, log: Log, people: int) -> Score:
    """Judge one run: nothing but the key, the log and the number of people in the cast is needed."""
    seen, dealt = sight(log), dealings(log)
    acts = {entry.person: showings(entry, log, seen) for entry in key.entries}
    judged = trials(key, seen, acts, dealt, people)
    outcomes = tuple(outcome(trial, dealt.get(trial.person), seen) for trial in judged)
    early = next((event.tick for event in log.of(Finished) if event.early), None)
    lasted = max(log.events[-1].tick, 0) if log.events else 0
    return _tally(key, people, outcomes, tuple(dealt.values()), lasted, early)


def _tally(
    key: Key, people: int, outcomes: tuple[Outcome, ...], dealt: tuple[Dealings, ...], lasted: int, early: int | None
) -> Score:
    result: Counter[Judgement] = Counter(one.result for one in outcomes)
    kind = Counter(one.trial.kind for one in outcomes)
    alarms = Counter(one.trial.kind for one in outcomes if one.result == "false alarm")
    accused = (one for one in outcomes if one.mark and one.mark.level >= CONCERN)
    cues = [named for one in accused for named in one.named]
    counts = Counts(result["hit"], result["miss"], result["false alarm"], result["correct rejection"])
    return Score(
        people=people,
        subjects=len(key.subjects()),
        decoys=len(key.decoys()),
        outcomes=outcomes,
        dealings=dealt,
        measures=measure(counts),
        false_alarms=FalseAlarms(alarms["decoy"], alarms["crowd"]),
        unfounded=result["unfounded"],
        void=kind["void"],
        hidden=kind["hidden"],
        crimes_noticed=result["crime noticed"],
        crimes_missed=result["crime missed"],
        cues_named=len(cues),
        cues_borne_out=sum(named.borne_out for named in cues),
        invented=sum(named.grounds == "invented" for named in cues),
        seconds_to_mark=tuple(one.seconds for one in outcomes if one.result == "hit" and one.seconds is not None),
        lasted=lasted,
        early=early,
    )


def pooled(scores: Iterable[Score]) -> Measures:
    """The measures over several runs together: the only ones that several runs can bear."""
    return measure(pool(one.counts for one in scores))
