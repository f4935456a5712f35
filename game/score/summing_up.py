"""From a score to the result that is kept of it."""

from game.course import Case, Occasion, Result

from .marks import NOTE
from .outcomes import Outcome
from .scoring import Score


def sum_up(score: Score, occasion: Occasion) -> Result:
    """What this exercise came to."""
    counts, alarms = score.counts, score.false_alarms
    standing = [dealt.standing for dealt in score.dealings]
    return Result(
        occasion=occasion,
        lasted=score.lasted,
        early=score.early is not None,
        subjects=score.subjects,
        found=counts.hits,
        of=counts.signals + score.unfounded,
        unfounded=score.unfounded,
        observable=counts.noise,
        decoys=score.decoys,
        decoys_marked=alarms.decoys,
        passers_by_marked=alarms.crowd,
        notes=sum(mark is not None and mark.level == NOTE for mark in standing),
        crimes=score.crimes_noticed + score.crimes_missed,
        crimes_noticed=score.crimes_noticed,
        cases=tuple(_case(outcome) for outcome in score.outcomes if _is_subject(outcome)),
    )


def _is_subject(outcome: Outcome) -> bool:
    entry = outcome.trial.entry
    return entry is not None and entry.part == "subject"


def _case(outcome: Outcome) -> Case:
    shown = [showing.act for showing in outcome.trial.shown if showing.act.kind == "tell"]
    return Case(
        judgement=outcome.result,
        miss=outcome.miss,
        tells=tuple(dict.fromkeys(act.name for act in shown)),
        cues=tuple(dict.fromkeys(act.cue for act in shown)),
        seconds=outcome.seconds,
    )
