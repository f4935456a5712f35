"""Synthetic trainees over many seeds: the assumed novice as it was set, all of them in order, each told for what it is.

`python -m pytest tests/proofs/test_robots_in_order.py -o addopts= -s` prints the figures that `docs/scoring.md` has; it
takes half an hour.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import hypot, sqrt

import pytest
from joblib import Parallel, delayed

from game.authoring.proof.robot_counts import count_up, sensitivity
from game.progress import Sums
from game.progress.fairness import wilson
from game.run import Site, rehearse, set_stage
from game.scenario import Production, find, read
from game.scenario.plans import Planned, Subject, WrittenAccount
from game.score import Score, manner

MORNING, EVENING, QUIET = "king_street_morning", "king_street_evening", "king_street_quiet"
TOLD = {"trigger-happy": "trigger-happy", "timid": "holding back", "lucky": "guessing"}
"""By robot, what the debrief has to say of it."""
CRIMES = ("picks_pocket", "keeps_hand_at_waist", "approaches_strangers")
"""Those that need no partner and no place of their own."""
Sat = dict[str, Score]


def sat(production: Production, seed: int, robots: Sequence[str]) -> Sat:
    """What each robot came to."""
    staged = set_stage(production, seed, site=Site(production))
    return {sitting.robot: sitting.score for sitting in rehearse(staged, robots)[1]}


def sittings(scenario: str, seeds: Sequence[int], *robots: str) -> list[Sat]:
    """All the seeds, on all cores."""
    production = read(find(scenario))
    done = list(Parallel(n_jobs=-1)(delayed(sat)(production, seed, robots) for seed in seeds))
    for robot in robots:
        counts = count_up([sitting[robot] for sitting in done])
        print(
            f"\n{scenario}, {robot}: found {counts.found} of {counts.of}, decoys marked {counts.decoys_marked} of "
            f"{counts.decoys}, {counts.per_hundred:.1f} of 100 passers-by, crimes {counts.crimes_noticed} of "
            f"{counts.crimes}, d' {sensitivity(counts.estimate) or '-'}",
            end="",
        )
    return done


def test_the_novice_is_as_it_was_set() -> None:
    """On the morning it was set on, seeds 1 to 60: half of the subjects, and a quarter of the decoys."""
    counts = count_up([sitting["novice"] for sitting in sittings(MORNING, range(1, 61), "novice")])
    assert 0.45 <= counts.found / counts.of <= 0.70
    assert 0.15 <= counts.decoys_marked / counts.decoys <= 0.40


@pytest.mark.parametrize("scenario", [MORNING, EVENING, QUIET])
def test_the_robots_are_in_order(scenario: str) -> None:
    """The better a robot sees, the better it tells subjects from decoys, to within chance; the ends lie apart.

    Where there is nobody to find, the decoys marked are all that can be told of it.
    """
    robots = ("novice", "skilled", "ideal")
    done = sittings(scenario, range(101, 141), *robots)
    counts = [count_up([sitting[robot] for sitting in done]) for robot in robots]
    for worse, better in pairwise(counts):
        assert ease(better) >= ease(worse) - 2 * hypot(error(better), error(worse))
    novice, _, ideal = counts
    if novice.of >= 20:
        assert novice.estimate is not None
        assert ideal.estimate is not None
        assert novice.estimate.sensitivity.high < ideal.estimate.sensitivity.low
    else:
        assert wilson(ideal.decoys_marked, ideal.decoys)[1] < wilson(novice.decoys_marked, novice.decoys)[0]


def ease(counts: Sums) -> float:
    """The share of subjects found, less the share of decoys marked."""
    return counts.found / max(1, counts.of) - counts.decoys_marked / max(1, counts.decoys)


def error(counts: Sums) -> float:
    """The standard error of that, with one more of each outcome, as at the ends it would be none."""
    shares = [(counts.found, counts.of), (counts.decoys_marked, counts.decoys)]
    smoothed = [((some + 1) / (of + 2), of) for some, of in shares if of]
    return sqrt(sum(share * (1 - share) / of for share, of in smoothed))


def test_each_robot_is_told_for_what_it_is() -> None:
    """Over 30 seeds the debrief says it of nine in ten sittings of those it is true of, and of few of the skilled."""
    done = sittings(MORNING, range(1, 31), *TOLD, "skilled")
    for robot, said in TOLD.items():
        manners = Counter(manner(sitting[robot]) for sitting in done)
        print(f"\n{robot} told as {dict(manners)}", end="")
        fitting = [sitting[robot] for sitting in done if robot != "timid" or _noted_somebody(sitting[robot])]
        assert sum(manner(score) == said for score in fitting) >= 0.9 * len(fitting)
    assert sum(manner(sitting["skilled"]) in TOLD.values() for sitting in done) <= 10


def _noted_somebody(score: Score) -> bool:
    """Whether anybody to be found had a note when something of theirs had been made out: only then is it held back."""
    return any(
        outcome.mark and any(tell.was_noticed_by(outcome.mark.tick) for tell in outcome.trial.tells)
        for outcome in score.outcomes
        if outcome.trial.is_subject
    )


def test_a_crime_is_noticed_by_whoever_can_see_it() -> None:
    """Of those that the ideal robot has made out on the morning with one of each crime, most are marked."""
    morning = read(find(MORNING))
    account = WrittenAccount(claims="I am only going through.", breaks_on=("where",))
    thieves = tuple(
        Subject(nature="crime", role="passer-by", tells=(Planned(name=name),), account=account) for name in CRIMES
    )
    scenario = morning.scenario.model_copy(update={"subjects": thieves})
    crimes = morning.model_copy(update={"scenario": scenario})
    done = Parallel(n_jobs=-1)(delayed(sat)(crimes, seed, ("ideal",)) for seed in range(1, 11))
    made_out, noticed = Counter[str](), Counter[str]()
    for outcome in (outcome for sitting in done for outcome in sitting["ideal"].outcomes):
        if outcome.trial.kind == "crime" and any(tell.noticed for tell in outcome.trial.tells):
            made_out[outcome.trial.tells[0].act.name] += 1
            noticed[outcome.trial.tells[0].act.name] += outcome.result == "crime noticed"
    print(f"\ncrimes made out {dict(made_out)}, noticed {dict(noticed)}", end="")
    assert noticed.total() >= 0.8 * made_out.total()
