"""From a score to the result that is kept of it."""

from collections import Counter
from collections.abc import Sequence

from game.course import RULE, Case, DecisionCase, DecoyCase, Group, ItemCase, LooksCount, Occasion, Result

from .decided import Judged
from .items_judged import ItemJudged
from .outcomes import Outcome
from .scoring import Score
from .shown import Showing


def sum_up(score: Score, occasion: Occasion, groups: Sequence[Sequence[Group]] = ()) -> Result:
    """What this exercise came to; `groups` of everybody by id, if false alarms are counted by group."""
    counts, alarms = score.counts, score.false_alarms
    return Result(
        occasion=occasion,
        rule=RULE,
        lasted=score.lasted,
        early=score.early is not None,
        subjects=score.subjects,
        found=counts.hits,
        of=counts.signals,
        observable=counts.noise,
        watched=score.watching.people,
        decoys=score.decoys,
        decoys_marked=alarms.decoys,
        passers_by_watched=score.watching.passers_by,
        passers_by_marked=alarms.crowd,
        notes=score.noted,
        crimes=score.crimes_noticed + score.crimes_missed,
        crimes_noticed=score.crimes_noticed,
        cases=tuple(_case(outcome) for outcome in score.outcomes if outcome.trial.is_subject),
        decoy_cases=tuple(_decoy(outcome) for outcome in score.outcomes if outcome.trial.kind == "decoy"),
        decisions=tuple(_decision(judged) for judged in score.decisions),
        items=tuple(_item(judged) for judged in score.items),
        by_looks=_count_groups(score, groups),
    )


def _count_groups(score: Score, groups: Sequence[Sequence[Group]]) -> tuple[LooksCount, ...]:
    """How many of each group had nothing to hide and were judged, and how many of them were marked."""
    judged, marked = Counter[Group](), Counter[Group]()
    for outcome in score.outcomes if groups else ():
        if outcome.result in ("false alarm", "correct rejection"):
            judged.update(groups[outcome.trial.person])
            marked.update(groups[outcome.trial.person] if outcome.result == "false alarm" else ())
    return tuple(
        LooksCount(trait=which[0], group=which[1], marked=marked[which], judged=number)
        for which, number in sorted(judged.items())
    )


def _case(outcome: Outcome) -> Case:
    return Case(
        judgement=outcome.result,
        level=outcome.mark.level if outcome.mark else 0,
        evidence=outcome.evidence,
        seen=tuple(dict.fromkeys(showing.act.cue for showing in outcome.seen)),
        miss=outcome.miss,
        tells=_name(outcome.trial.tells),
        cues=tuple(dict.fromkeys(showing.act.cue for showing in outcome.trial.tells)),
        seconds=outcome.seconds,
    )


def _decoy(outcome: Outcome) -> DecoyCase:
    return DecoyCase(
        judgement=outcome.result,
        level=outcome.mark.level if outcome.mark else 0,
        look_alikes=_name(outcome.trial.shown),
        made_out=_name(outcome.made_out),
    )


def _name(showings: Sequence[Showing]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(showing.act.name for showing in showings))


def _decision(judged: Judged) -> DecisionCase:
    return DecisionCase(
        decision=judged.decided.decision,
        proportionate=judged.proportionate,
        resolution=judged.resolution,
        found=judged.found,
        spoken=judged.spoken,
    )


def _item(judged: ItemJudged) -> ItemCase:
    right = sum(sign_held.so == sign_held.said for sign_held in judged.signs) if judged.said else None
    return ItemCase(resolution=judged.resolution, looked=right, sought=judged.sought)
