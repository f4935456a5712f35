"""The debrief: who was there, what they did and when, what the trainee saw of it and did about it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from game.course import Evidence, Judgement, Miss
from game.key import Key
from game.log import Cleared, Log, Marked, Met, Stood
from game.truth import Nature

from .decided import Judged
from .grounds import Named
from .marks import Dealings
from .outcomes import Outcome, outcome
from .reading import HONESTY, BaseRate, base_rate, flags
from .scoring import Score
from .shown import Showing, showings
from .sight import sight
from .summary import summary
from .trials import Trial
from .verdict import Behaviours, Told, saw, title, verdict


@dataclass(frozen=True, slots=True)
class ActTold:
    """One thing that a person did: when (`showing`), in words, what the trainee saw of it, what it is taken for."""

    showing: Showing
    title: str
    saw: str
    why: str
    differs: str
    taken_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonTold:
    """One person of the debrief. How they looked is for the caller to describe; `in_view` is in seconds."""

    person: int
    part: Literal["subject", "decoy", "crowd"]
    nature: Nature
    result: Judgement
    evidence: Evidence | None
    miss: Miss | None
    acts: tuple[ActTold, ...]
    marks: tuple[Marked | Cleared, ...]
    named: tuple[Named, ...]
    seconds: float | None
    in_view: float
    verdict: str
    decisions: tuple[Judged, ...] = ()

    @property
    def standing(self) -> Marked | None:
        """The mark that stands at the end, if any."""
        last = self.marks[-1] if self.marks else None
        return last if isinstance(last, Marked) else None


@dataclass(frozen=True, slots=True)
class Debrief:
    """What the trainee is told: the summary, each person, and what the numbers mean."""

    summary: tuple[str, ...]
    people: tuple[PersonTold, ...]
    flags: str
    base_rate: BaseRate
    honesty: tuple[str, ...]


def debrief(behaviours: Behaviours, key: Key, log: Log, score: Score) -> Debrief:
    """Tell the run: `behaviours` is the catalogue by name, `score` what `score` made of the same key and log."""
    return Debrief(
        summary=summary(score),
        people=tuple(_people(behaviours, key, log, score)),
        flags=flags(score),
        base_rate=base_rate(),
        honesty=HONESTY,
    )


def _people(behaviours: Behaviours, key: Key, log: Log, score: Score) -> Iterator[PersonTold]:
    """Subjects, then decoys, then whoever else was suspected, then whoever else was dealt with at all."""
    seen, afoot = sight(log), next(log.of(Stood), None) is not None
    dealt = {dealings.person: dealings for dealings in score.dealings}
    judged = {outcome.trial.person: outcome for outcome in score.outcomes}
    entries = (*key.subjects(), *key.decoys())
    staged = [entry.person for entry in entries]
    decided = {decision.decided.person for decision in score.decisions}
    spoken_with = {event.person for event in log.of(Met)}
    owners = {item.put.person for item in score.items}
    others = sorted(
        (person for person in sorted({*dealt, *decided, *spoken_with, *owners}) if person not in staged),
        key=lambda other: not (other in dealt and dealt[other].suspected),
    )
    unjudged = [Trial(entry.person, "decoy", entry, showings(entry, log, seen)) for entry in entries]
    unjudged += [Trial(person, "companion" if person in key.companions else "crowd") for person in others]
    for trial in unjudged:
        if trial.person not in judged:
            judged[trial.person] = outcome(trial, dealt.get(trial.person), seen)
    for person in (*staged, *others):
        told = _person(
            judged[person], dealt.get(person), behaviours, seen.in_view_ticks(person, score.lasted),
            early=score.early, afoot=afoot,
        )
        decisions = tuple(decision for decision in score.decisions if decision.decided.person == person)
        yield replace(told, decisions=decisions) if decisions else told


def _person(
    judged: Outcome, dealt: Dealings | None, behaviours: Behaviours, in_view: int, *, early: int | None, afoot: bool
) -> PersonTold:
    entry = judged.trial.entry
    return PersonTold(
        person=judged.trial.person,
        part=entry.part if entry else "crowd",
        nature=entry.nature if entry else "none",
        result=judged.result,
        evidence=judged.evidence,
        miss=judged.miss,
        acts=tuple(_act(showing, behaviours, afoot=afoot) for showing in judged.trial.showings),
        marks=dealt.acts if dealt else (),
        named=judged.named,
        seconds=judged.seconds,
        in_view=in_view / 10,
        verdict=verdict(judged, dealt, behaviours, in_view, early=early is not None),
    )


def _act(showing: Showing, behaviours: Behaviours, *, afoot: bool) -> ActTold:
    told: Told | None = behaviours.get(showing.act.name)
    return ActTold(
        showing=showing,
        title=title(showing, behaviours),
        saw=saw(showing, afoot=afoot),
        why=(told.why or "") if told else "",
        differs=(told.differs or "") if told else "",
        taken_for=tuple(behaviours[name].title for name in told.looks_like if name in behaviours) if told else (),
    )
