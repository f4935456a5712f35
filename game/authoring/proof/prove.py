"""Proving a scenario: staged and run with many seeds and synthetic trainees, what really happens is counted."""

import pickle
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import mean

from joblib import Parallel, delayed

from game.run import Site, rehearse, set_stage
from game.scenario import Production
from game.score import Measures, Score, pooled

from .classifier import Matched
from .difficulty import Factors, factors
from .jams import Jam, jams
from .leaks import Leak, leaks, matched

ROBOTS = ("novice", "skilled", "ideal")
ENOUGH = 20
"""Runs without which no leak is looked for."""
FEW = 0.9
"""Share of the runs in which what is planned has to come about."""


@dataclass(frozen=True)
class ActCount:
    """How often one planned act really came about: of `planned` runs, `shown`, and `seen` by the ideal trainee."""

    slot: str
    name: str
    planned: int
    shown: int
    seen: int

    @property
    def rare(self) -> bool:
        """Whether it too often does not come about."""
        return self.shown < FEW * self.planned

    @property
    def hidden(self) -> bool:
        """Whether it too often cannot be made out where it does."""
        return self.seen < FEW * self.shown


@dataclass(frozen=True)
class ProvedSeed:
    """One seed: the score of each robot, the acts, what could be seen of people beforehand, how it was to watch.

    `unjudged` are the slots of subjects who showed too little, or too little in sight, to be found by anybody.
    """

    seed: int
    scores: dict[str, Score]
    acts: tuple[ActCount, ...]
    unjudged: tuple[str, ...]
    matched: dict[str, list[Matched]]
    factors: Factors
    jams: tuple[Jam, ...]
    held_up: int


@dataclass(frozen=True)
class Proof:
    """What many seeds of a scenario came to; `planned` is how many were asked for.

    `afoot` if the post is on the floor, from where nobody can see everything.
    """

    scenario: str
    planned: int
    trials: tuple[ProvedSeed, ...]
    measures: dict[str, Measures]
    acts: tuple[ActCount, ...]
    leaks: tuple[Leak, ...]
    factors: Factors
    worst: int
    afoot: bool = False

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before all were done."""
        return len(self.trials) < self.planned

    @property
    def unjudged(self) -> dict[str, int]:
        """In how many runs each subject could be found by nobody, of those with whom that is so too often."""
        runs = Counter(slot for trial in self.trials for slot in trial.unjudged)
        return {slot: count for slot, count in sorted(runs.items()) if count > (1 - FEW) * len(self.trials)}

    @property
    def sound(self) -> bool:
        """Whether all that is planned comes about in sight, everyone can be judged, and nothing gives anybody away."""
        return not (self.leaks or self.unjudged or any(act.rare or self.hides(act) for act in self.acts))

    def hides(self, act: ActCount) -> bool:
        """Whether an act too often cannot be made out by someone who may look everywhere."""
        return act.hidden and not self.afoot

    def crimes(self, robot: str) -> tuple[int, int]:
        """How many of the crimes a robot noticed, and how many there were to notice."""
        scores = [trial.scores[robot] for trial in self.trials]
        noticed = sum(one.crimes_noticed for one in scores)
        return noticed, noticed + sum(one.crimes_missed for one in scores)

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
    done: list[ProvedSeed] = []
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


def _attempt_packed(packed: bytes, seed: int) -> ProvedSeed:
    production, site = _unpacked(packed)
    return attempt(production, seed, site)


@lru_cache(maxsize=1)
def _unpacked(packed: bytes) -> tuple[Production, Site]:
    """The scenario and its site, unpacked and worked out once in each process."""
    production: Production = pickle.loads(packed)
    return production, Site(production)


def attempt(production: Production, seed: int, site: Site | None = None) -> ProvedSeed:
    """One seed, watched by each of the robots."""
    staged = set_stage(production, seed, site=site)
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
                came = bool(went and went.shown)
                told.append(ActCount(entry.slot, act.name, 1, int(came), int(came and bool(went and went.noticed))))
    kinds = {one.trial.entry.slot: one.trial.kind for one in ideal.outcomes if one.trial.entry}
    unjudged = tuple(slot for slot, kind in kinds.items() if kind in ("void", "hidden"))
    return ProvedSeed(
        seed, sat, tuple(told), unjudged, matched(staged, run), factors(staged, run), jams(staged, run),
        len(run.held_up),
    )  # fmt: skip


def _sum_up(production: Production, trials: tuple[ProvedSeed, ...], planned: int) -> Proof:
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
        afoot=production.scenario.briefing.post == "officer",
    )


def _worth(trial: ProvedSeed) -> tuple[float, int, int]:
    """The worst seed is the one with most subjects who showed too little, then most missed by the skilled."""
    skilled = trial.scores["skilled"]
    shown = sum(act.shown for act in trial.acts) / max(1, len(trial.acts))
    return (shown - skilled.void - skilled.hidden, skilled.counts.hits - skilled.counts.misses, -len(trial.jams))


def _added(acts: Iterable[ActCount]) -> tuple[ActCount, ...]:
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for act in acts:
        for n, value in enumerate((act.planned, act.shown, act.seen)):
            sums[act.slot, act.name][n] += value
    return tuple(ActCount(slot, name, *counts) for (slot, name), counts in sums.items())
