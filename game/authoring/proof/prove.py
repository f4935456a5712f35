"""Proving a scenario: staged and run with many seeds, with trainees or without, what really happens is counted."""

import pickle
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np
from joblib import Parallel, delayed

from game.progress import Sums
from game.run import Site, play, rehearse, set_stage
from game.sampling import EXPOSED_EVERY
from game.scenario import Production
from game.score import Score

from .blind_gate import bounds
from .bound import Bound, Verdict
from .classifier import Matched
from .counted import Counted, count
from .difficulty import Difficulty, Factors, difficulty, factors
from .jams import Jam, jams
from .leaks import Leak, leaks, match_people
from .resampling import interval, share
from .robot_counts import count_up
from .told import FEW, ActCount, count_told, together

ROBOTS = ("novice", "skilled", "ideal")
ENOUGH = 20
"""Runs without which no leak is looked for."""
SOLVED = (0.1, 1.0)
"""Limits of the share of subjects whom a skilled trainee finds: below, noticing does not solve the scene."""
T = TypeVar("T", "Unwatched", "ProvedSeed")


@dataclass(frozen=True)
class Unwatched:
    """One seed played with nobody watching: what can be counted, and what could be seen of people beforehand."""

    seed: int
    counted: Counted
    matched: dict[str, list[Matched]]


@dataclass(frozen=True)
class ProvedSeed(Unwatched):
    """One seed with trainees: the score of each robot, the acts, how it was to watch.

    `unjudged` are the slots of subjects who showed too little, or too little in sight, to be found by anybody.
    """

    scores: dict[str, Score]
    acts: tuple[ActCount, ...]
    unjudged: tuple[str, ...]
    factors: Factors
    jams: tuple[Jam, ...]
    held_up: int


@dataclass(frozen=True)
class BlindProof:
    """What many seeds come to with the world alone: whether the scene can be counted, and what else gives away."""

    scenario: str
    planned: int
    runs: int
    bounds: tuple[Bound, ...]
    leaks: tuple[Leak, ...]

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before all were done."""
        return self.runs < self.planned

    @property
    def verdict(self) -> Verdict:
        """Whether nothing but behaviour tells who is who."""
        return _worst([*(bound.verdict for bound in self.bounds), *_judge_by(self.leaks, self.runs)])


@dataclass(frozen=True)
class Proof:
    """What many seeds of a scenario came to; `planned` is how many were asked for.

    `solved` is the share of subjects whom a skilled trainee finds · `afoot` if the post is on the floor, from where
    nobody can see everything.
    """

    scenario: str
    planned: int
    trials: tuple[ProvedSeed, ...]
    robots: dict[str, Sums]
    acts: tuple[ActCount, ...]
    blind: BlindProof
    solved: Bound | None
    difficulty: Difficulty
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
    def verdict(self) -> Verdict:
        """Whether the scene can be solved, and by noticing alone."""
        comes_about = not (self.unjudged or any(act.rare or self.hides(act) for act in self.acts))
        found = [self.solved.verdict] if self.solved else []
        return _worst(["kept" if comes_about else "broken", self.blind.verdict, *found])

    @property
    def runs_needed(self) -> int | None:
        """How many runs it would take to tell; None if more than anybody will run."""
        share_of_runs = len(self.trials) / max(1, sum(bool(bound.counted.those("subject")) for bound in self.trials))
        needed = [bound.runs_needed for bound in (*self.blind.bounds, *((self.solved,) if self.solved else ()))]
        known = [ENOUGH, *(round(runs * share_of_runs) for runs in needed if runs is not None)]
        return None if None in needed else max(known)

    def hides(self, act: ActCount) -> bool:
        """Whether an act too often cannot be made out by someone who may look everywhere."""
        return act.hidden and not self.afoot

    @property
    def share_shown(self) -> float | None:
        """The share of planned acts that were shown."""
        planned = sum(count.planned for count in self.acts)
        return sum(count.shown for count in self.acts) / planned if planned else None


def _worst(verdicts: Sequence[Verdict]) -> Verdict:
    return "broken" if "broken" in verdicts else "open" if "open" in verdicts else "kept"


def _judge_by(found: Sequence[Leak], runs: int) -> list[Verdict]:
    return ["broken"] if found else ["open"] if runs < ENOUGH else ["kept"]


def prove(
    production: Production, seeds: Sequence[int], jobs: int, tell: Callable[[int], None] = lambda _: None
) -> Proof:
    """Run every seed with trainees, on `jobs` processes; `tell` hears how many are done.

    Stopped by hand, it sums up those that are done; if there is none yet, the KeyboardInterrupt goes on.
    """
    return _sum_up(production, _run_all(attempt, production, seeds, jobs, tell), len(seeds))


def prove_blind(
    production: Production, seeds: Sequence[int], jobs: int, tell: Callable[[int], None] = lambda _: None
) -> BlindProof:
    """Run every seed with nobody watching; otherwise as `prove`."""
    trials = _run_all(attempt_blind, production, seeds, jobs, tell)
    return _blind(production, trials, len(seeds))


def _run_all(
    what: Callable[[Production, int, Site], T],
    production: Production,
    seeds: Sequence[int],
    jobs: int,
    tell: Callable[[int], None],
) -> tuple[T, ...]:
    packed = pickle.dumps(production)
    done: list[T] = []
    try:
        runs = Parallel(n_jobs=jobs, return_as="generator_unordered")(
            delayed(_run_packed)(what, packed, seed) for seed in seeds
        )
        for trial in runs:
            done.append(trial)
            tell(len(done))
    except KeyboardInterrupt:
        if not done:
            raise
    return tuple(sorted(done, key=lambda trial: trial.seed))


def _run_packed(what: Callable[[Production, int, Site], T], packed: bytes, seed: int) -> T:
    production, site = _unpack(packed)
    return what(production, seed, site)


@lru_cache(maxsize=1)
def _unpack(packed: bytes) -> tuple[Production, Site]:
    """The scenario and its site, unpacked and worked out once in each process."""
    production: Production = pickle.loads(packed)
    return production, Site(production)


def attempt_blind(production: Production, seed: int, site: Site | None = None) -> Unwatched:
    """One seed, watched by nobody."""
    staged = set_stage(production, seed, site=site)
    run = play(staged, EXPOSED_EVERY)
    counted = count(staged, run)
    return Unwatched(seed, counted, match_people(staged, run, counted))


def attempt(production: Production, seed: int, site: Site | None = None) -> ProvedSeed:
    """One seed, watched by each of the robots."""
    staged = set_stage(production, seed, site=site)
    run, sittings = rehearse(staged, ROBOTS)
    sat = {sitting.robot: sitting.score for sitting in sittings}
    ideal = sat["ideal"]
    kinds = {outcome.trial.entry.slot: outcome.trial.kind for outcome in ideal.outcomes if outcome.trial.entry}
    counted = count(staged, run)
    return ProvedSeed(
        seed=seed,
        counted=counted,
        matched=match_people(staged, run, counted),
        scores=sat,
        acts=tuple(act for entry in staged.key.entries for act in count_told(entry, ideal)),
        unjudged=tuple(slot for slot, kind in kinds.items() if kind in ("void", "hidden")),
        factors=factors(staged, run),
        jams=jams(staged, run),
        held_up=len(run.held_up),
    )


def _blind(production: Production, trials: Sequence[Unwatched], planned: int) -> BlindProof:
    before = [matched for trial in trials for matched in trial.matched["players"]]
    return BlindProof(
        scenario=production.id,
        planned=planned,
        runs=len(trials),
        bounds=bounds([trial.counted for trial in trials], before),
        leaks=leaks([trial.matched for trial in trials]) if len(trials) >= ENOUGH else (),
    )


def _sum_up(production: Production, trials: tuple[ProvedSeed, ...], planned: int) -> Proof:
    scores = {name: [trial.scores[name] for trial in trials] for name in ROBOTS}
    pairs = list(zip(scores["novice"], scores["skilled"], strict=True))
    return Proof(
        scenario=production.id,
        planned=planned,
        trials=trials,
        robots={name: count_up(scores[name]) for name in ROBOTS},
        acts=together(act for trial in trials for act in trial.acts),
        blind=_blind(production, trials, planned),
        solved=_bound_solved(scores["skilled"]),
        difficulty=difficulty(pairs, [trial.factors for trial in trials]),
        worst=min(trials, key=_worth).seed,
        afoot=production.scenario.briefing.afoot,
    )


def _bound_solved(scores: Sequence[Score]) -> Bound | None:
    """The share of subjects whom a skilled trainee finds; None where there is nobody to find."""
    sums = np.array([(score.counts.hits, score.counts.signals) for score in scores], dtype=float)
    found = interval(sums, share)
    helps = "let tells be shown for longer and in the open, or let fewer people be about"
    runs = int((sums[:, 1] > 0).sum())
    return Bound("subjects found by the skilled trainee", *found, *SOLVED, runs, helps) if found else None


def _worth(trial: ProvedSeed) -> tuple[float, int, int]:
    """The worst seed is the one with most subjects who showed too little, then most missed by the skilled."""
    skilled = trial.scores["skilled"]
    shown = sum(act.shown for act in trial.acts) / max(1, len(trial.acts))
    return (shown - skilled.void - skilled.hidden, skilled.counts.hits - skilled.counts.misses, -len(trial.jams))
