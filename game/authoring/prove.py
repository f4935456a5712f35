"""Proving a scenario: staged and run with many seeds and synthetic trainees, what really happens is counted."""

import pickle
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import mean

from joblib import Parallel, delayed

from ..scenario import Production
from ..score import Measures, Score, pooled
from .concordance import Matched
from .difficulty import Factors, factors
from .jams import Jam, jams
from .leaks import Leak, leaks, matched
from .rehearsal import rehearse, set_stage

ROBOTS = ("novice", "skilled", "ideal")
ENOUGH = 20
"""Runs without which no leak is looked for."""


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
    matched: dict[str, list[Matched]]
    factors: Factors
    jams: tuple[Jam, ...]
    held_up: int


@dataclass(frozen=True)
class Proof:
    """What many seeds of a scenario came to; `planned` is how many were asked for."""

    scenario: str
    planned: int
    trials: tuple[Trial, ...]
    measures: dict[str, Measures]
    acts: tuple[Told, ...]
    leaks: tuple[Leak, ...]
    factors: Factors
    worst: int

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before all were done."""
        return len(self.trials) < self.planned

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
    """Run every seed, on `jobs` processes; `tell` hears how many are done.

    Stopped by hand, it sums up those that are done; if there is none yet, the KeyboardInterrupt goes on.
    """
    packed = pickle.dumps(production)
    done: list[Trial] = []
    try:
        runs = Parallel(n_jobs=jobs, return_as="generator_unordered")(
            delayed(_attempt_packed)(packed, seed) for seed in seeds
        )
        for trial in runs:
            done.append(trial)
            tell(len(done))
    except KeyboardInterrupt:
        if not done:
            raise
    return _sum_up(production, tuple(sorted(done, key=lambda trial: trial.seed)), len(seeds))


def _attempt_packed(packed: bytes, seed: int) -> Trial:
    return attempt(_unpacked(packed), seed)


@lru_cache(maxsize=1)
def _unpacked(packed: bytes) -> Production:
    """The scenario, unpacked once in each process."""
    production: Production = pickle.loads(packed)
    return production


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
        seed, sat, tuple(told), matched(staged, run), factors(staged, run), jams(staged, run), len(run.held_up)
    )


def _sum_up(production: Production, trials: tuple[Trial, ...], planned: int) -> Proof:
    scores = {name: [trial.scores[name] for trial in trials] for name in ROBOTS}
    return Proof(
        scenario=production.id,
        planned=planned,
        trials=trials,
        measures={name: pooled(scores[name]) for name in ROBOTS},
        acts=_added(act for trial in trials for act in trial.acts),
        leaks=leaks([trial.matched for trial in trials]) if len(trials) >= ENOUGH else (),
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
