"""From key and log to a score."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from game.baseline import NormalTold
from game.clock import TICKS_PER_SECOND
from game.course import CONCERN, Evidence, Judgement
from game.key import Key
from game.log import Finished, Log

from .counts import Counts
from .decided import Judged, judge_decisions
from .items_judged import ItemJudged, judge_items
from .marks import Dealings, dealings
from .outcomes import Outcome, outcome
from .shown import showings
from .sight import SightLog, sight
from .trials import LONG_ENOUGH, trials


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
class Watching:
    """How much of what there was to see was looked at closely: large enough to see what hands do.

    `people` with nothing to hide were so in view for `LONG_ENOUGH`, `passers_by` of them no decoys; whoever was marked
    as suspicious is taken to have been looked at · of all who were marked as suspicious, `unseen` had not been so in
    view for one second before.
    """

    people: int
    passers_by: int
    unseen: int


@dataclass(frozen=True, slots=True)
class Score:
    """What a run came to, in plain counts.

    `outcomes` one for each trial, in order of person id · `dealings` all marks, by person · `people` in the cast ·
    `subjects` and `decoys` staged · `void` subjects who showed too little, `hidden` ones who showed it out of sight ·
    `cues_named`, `cues_borne_out` and `invented` (nothing of the kind was there) count the cues of marks that say
    "suspicious"; a note accuses nobody · `lasted` ticks from 0:00 to the end · `early` the tick at which the trainee
    ended it, if that was before the clock ran out · `decisions` what was decided about people, each judged ·
    `items` what was done about items that lay about · `normal` what was said to be normal, where that was asked.
    """

    people: int
    subjects: int
    decoys: int
    outcomes: tuple[Outcome, ...]
    dealings: tuple[Dealings, ...]
    counts: Counts
    false_alarms: FalseAlarms
    watching: Watching
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
    decisions: tuple[Judged, ...] = ()
    items: tuple[ItemJudged, ...] = ()
    normal: tuple[NormalTold, ...] = ()

    @property
    def decoys_judged(self) -> int:
        """How many of the decoys could be seen for long enough to be judged."""
        return sum(outcome.trial.kind == "decoy" for outcome in self.outcomes)

    @property
    def flagged(self) -> tuple[Outcome, ...]:
        """Those who were judged and marked as suspicious, rightly or not."""
        return tuple(
            outcome
            for outcome in self.outcomes
            if outcome.result != "not judged" and outcome.mark and outcome.mark.level >= CONCERN
        )

    @property
    def noted(self) -> int:
        """How many people were only noted."""
        return sum(dealings.standing is not None and not dealings.suspected for dealings in self.dealings)

    def resting_on(self, evidence: Evidence) -> int:
        """How many marks on those who were to be found rested on this."""
        return sum(outcome.evidence == evidence for outcome in self.flagged if outcome.trial.kind == "signal")

    def outcome_of(self, person: int) -> Outcome | None:
        """What became of one person, if they were a trial."""
        return next((outcome for outcome in self.outcomes if outcome.trial.person == person), None)


def score(key: Key, log: Log, people: int) -> Score:
    """Judge one run: nothing but the key, the log and the number of people in the cast is needed."""
    seen, dealt = sight(log), dealings(log)
    acts = {entry.person: showings(entry, log, seen) for entry in key.entries}
    judged = trials(key, seen, acts, dealt, people)
    outcomes = tuple(outcome(trial, dealt.get(trial.person), seen) for trial in judged)
    result: Counter[Judgement] = Counter(outcome.result for outcome in outcomes)
    kind = Counter(outcome.trial.kind for outcome in outcomes)
    alarms = Counter(outcome.trial.kind for outcome in outcomes if outcome.result == "false alarm")
    cues = [named for outcome in outcomes if outcome.mark and outcome.mark.level >= CONCERN for named in outcome.named]
    lasted = max(log.events[-1].tick, 0) if log.events else 0
    return Score(
        people=people,
        subjects=len(key.subjects()),
        decoys=len(key.decoys()),
        outcomes=outcomes,
        dealings=tuple(dealt.values()),
        counts=Counts(result["hit"], result["miss"], result["false alarm"], result["correct rejection"]),
        false_alarms=FalseAlarms(alarms["decoy"], alarms["crowd"]),
        watching=_watching(outcomes, dealt, seen, lasted),
        void=kind["void"],
        hidden=kind["hidden"],
        crimes_noticed=result["crime noticed"],
        crimes_missed=result["crime missed"],
        cues_named=len(cues),
        cues_borne_out=sum(named.borne_out for named in cues),
        invented=sum(named.grounds == "invented" for named in cues),
        seconds_to_mark=tuple(
            outcome.seconds for outcome in outcomes if outcome.result == "hit" and outcome.seconds is not None
        ),
        lasted=lasted,
        early=next((event.tick for event in log.of(Finished) if event.early), None),
        decisions=judge_decisions(key, log, [trial.person for trial in judged if trial.kind in ("void", "hidden")]),
        items=judge_items(key, log),
        normal=tuple(log.of(NormalTold)),
    )


def _watching(outcomes: tuple[Outcome, ...], dealt: Mapping[int, Dealings], sight: SightLog, lasted: int) -> Watching:
    marks = [dealings.suspected for dealings in dealt.values() if dealings.suspected]
    innocent = [outcome for outcome in outcomes if outcome.trial.kind in ("decoy", "crowd")]
    watched = Counter(
        outcome.trial.kind
        for outcome in innocent
        if outcome.result == "false alarm" or sight.close_ticks(outcome.trial.person, lasted) >= LONG_ENOUGH
    )
    return Watching(
        people=watched.total(),
        passers_by=watched["crowd"],
        unseen=sum(sight.close_ticks(mark.person, mark.tick) < TICKS_PER_SECOND for mark in marks),
    )
