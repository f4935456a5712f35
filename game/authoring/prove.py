"""Proving a scenario: staged and run with many seeds and synthetic trainees, what really happens is counted."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

from joblib import Parallel, delayed

from ..scenario import Production
from ..score import Measures, Score, pooled
from .difficulty import Factors, factors
from .jams import Jam, jams
from .leaks import Area, Case, cases, leaks
from .rehearsal import rehearse, set_stage

ROBOTS = ("novice", "skilled", "ideal")


@dataclass(frozen=True)
class Told:
    """How often one planned act really came about: of `planned` runs, `shown`, and `seen` by the ideal trainee."""

    slot: str
    name: str
    planned: int
    shown: int
    seen: int


@dataclass(frozen=True)
class Trial:
    """One seed: the score of each robot, the acts, what could be seen of people beforehand, how it was to watch."""

    seed: int
    scores: dict[str, Score]
    acts: tuple[Told, ...]
    cases: tuple[Case, ...]
    factors: Factors
    jams: tuple[Jam, ...]
    held_up: int


@dataclass(frozen=True)
class Proof:
    """What many seeds of a scenario came to."""

    scenario: str
    trials: tuple[Trial, ...]
    measures: dict[str, Measures]
    acts: tuple[Told, ...]
    leaks: dict[str, Area]
    factors: Factors
    worst: int

    @property
    def difficulty(self) -> int:
        """From 1 easy to 5 hard, by how well the novice and the skilled trainee tell subjects from the rest."""
        told = [self.measures[name].d_prime for name in ("novice", "skilled")]
        known = [d_prime for d_prime in told if d_prime is not None]
        if not known:
            return self.factors.rating
        return 1 + sum(mean(known) < limit for limit in (4.0, 3.2, 2.4, 1.6))

    @property
    def share_shown(self) -> float | None:
        """The share of planned acts that were shown."""
        planned = sum(one.planned for one in self.acts)
        return sum(one.shown for one in self.acts) / planned if planned else None


def prove(
    production: Production, seeds: Sequence[int], jobs: int, tell: Callable[[int], None] = lambda _: None
) -> Proof:
    """Run every seed, on `jobs` processes; `tell` hears how many are done."""
    runs = Parallel(n_jobs=jobs, return_as="generator")(delayed(attempt)(production, seed) for seed in seeds)
    done: list[Trial] = []
    for trial in runs:
        done.append(trial)
        tell(len(done))
    return _sum_up(production, tuple(done))


def attempt(production: Production, seed: int) -> Trial:
    """One seed, watched by each of the robots."""
    staged = set_stage(production, seed)
    run, sittings = rehearse(staged, ROBOTS)
    sat = {one.robot: one.score for one in sittings}
    ideal = sat["ideal"]
    told = []
    for entry in staged.key.entries:
        outcome = ideal.outcome_of(entry.person)
        shown = {one.act.act: one for one in outcome.trial.showings} if outcome else {}
        for act in entry.acts:
            if not act.conditional:
                went = shown.get(act.act)
                told.append(
                    Told(entry.slot, act.name, 1, int(bool(went and went.shown)), int(bool(went and went.noticed)))
                )
    return Trial(
        seed, sat, tuple(told), tuple(cases(staged, run)), factors(staged, run), jams(staged, run), len(run.held_up)
    )


def _sum_up(production: Production, trials: tuple[Trial, ...]) -> Proof:
    scores = {name: [trial.scores[name] for trial in trials] for name in ROBOTS}
    everyone = [case for trial in trials for case in trial.cases]
    return Proof(
        scenario=production.id,
        trials=trials,
        measures={name: pooled(scores[name]) for name in ROBOTS},
        acts=_added(act for trial in trials for act in trial.acts),
        leaks=leaks(everyone) if len(trials) >= 20 else {},
        factors=Factors(*(mean(values) for values in zip(*(trial.factors.values for trial in trials), strict=True))),
        worst=min(trials, key=_worth).seed,
    )


def _worth(trial: Trial) -> tuple[float, int, int]:
    """The worst seed is the one with most subjects who showed too little, then most missed by the skilled."""
    skilled = trial.scores["skilled"]
    shown = sum(act.shown for act in trial.acts) / max(1, len(trial.acts))
    return (shown - skilled.void - skilled.hidden, skilled.counts.hits - skilled.counts.misses, -len(trial.jams))


def _added(acts: Iterable[Told]) -> tuple[Told, ...]:
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for act in acts:
        for n, value in enumerate((act.planned, act.shown, act.seen)):
            sums[act.slot, act.name][n] += value
    return tuple(Told(slot, name, *counts) for (slot, name), counts in sums.items())
