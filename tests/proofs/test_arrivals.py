"""When people come in: those with a part to play and those who take the places of others."""

import numpy as np
import pytest
from scipy.stats import kstest, mannwhitneyu

from game.clock import PRE_ROLL, ticks
from game.scenario import Production
from tests.support.stagings import stage

SEEDS = range(60)


@pytest.fixture(scope="module")
def arrivals(king_street: Production) -> dict[str, list[int]]:
    """When subjects, decoys and those who wait for trains come in, over many stagings, in ticks."""
    found: dict[str, list[int]] = {"subject": [], "decoy": [], "waits": []}
    for seed in SEEDS:
        cast, key = stage(king_street, seed)
        part = {entry.person: entry.part for entry in key.entries}
        for person in cast.people:
            if person.id in part:
                found[part[person.id]].append(person.part.arrive)
            elif person.role == "Passenger waiting for a train" and not person.part.starts_inside:
                found["waits"].append(person.part.arrive)
    return found


def test_trains_empty_in_pulses(king_street: Production) -> None:
    """Those who come off trains do so in pulses: their number in 15 s varies three times as much as by chance alone.

    A Poisson stream has a ratio of variance to mean of 1; over some 700 quarters of a minute its error is about 0.05.
    """
    counts = []
    for seed in range(30):
        cast, _ = stage(king_street, seed)
        came = [
            person.part.arrive
            for person in cast.people
            if person.role == "Commuter off a train" and person.leader is None
        ]
        counts += np.histogram(came, bins=np.arange(0, ticks(king_street.scenario.clock.lasts) + 1, 150))[0].tolist()
    assert np.var(counts) / np.mean(counts) >= 3


def test_subjects_and_decoys_come_at_the_same_times(arrivals: dict[str, list[int]]) -> None:
    """A decoy has less to do than a subject, and comes no later for it."""
    assert len(arrivals["subject"]) >= len(SEEDS) // 2
    assert mannwhitneyu(arrivals["subject"], arrivals["decoy"]).pvalue > 0.05


def test_some_with_a_part_come_in_while_one_watches(arrivals: dict[str, list[int]]) -> None:
    """In the morning peak, one in ten at least of those with a part comes in after the scene has begun."""
    players = np.array(arrivals["subject"] + arrivals["decoy"])
    assert players.min() < 0
    assert (players > 0).mean() >= 0.1


def test_those_who_are_replaced_leave_one_by_one(king_street: Production, arrivals: dict[str, list[int]]) -> None:
    """Those present at the beginning are in the midst of their stay, so that others take their places at all times."""
    lasts = ticks(king_street.scenario.clock.lasts)
    waits = (np.array(arrivals["waits"]) + PRE_ROLL) / (lasts + PRE_ROLL)
    assert kstest(waits, "uniform").statistic < 0.05
