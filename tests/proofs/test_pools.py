"""Scenes drawn from pools: each is another one, every subject is one, and each number comes as often as written."""

from collections import Counter
from functools import cache

import pytest
from scipy.stats import chisquare

from game.cast import Cast
from game.key import Entry, Key, meets_subject_rule
from game.run import Site, set_stage
from game.scenario import Production, find, read
from game.scenario.plans import SubjectPool
from game.staging.company import Company
from game.staging.repertoire import repertoire
from game.staging.wanted import find_wanted

MORNING = "king_street_morning"
STAGINGS, COUNTED = range(200), range(3000)
CROWDED = range(500, 625)
"""Stagings with eight subjects each: a thousand."""


@cache
def _site(production_id: str) -> tuple[Production, Site]:
    production = read(find(production_id))
    return production, Site(production)


def _keys(production: Production, site: Site, seeds: range) -> list[tuple[Cast, Key]]:
    stages = (set_stage(production, seed, site=site) for seed in seeds)
    return [(staged.cast, staged.key) for staged in stages]


def _aims(cast: Cast, entry: Entry) -> frozenset[tuple[str, str]]:
    """The tells of a subject, each with what it is aimed at."""
    steps = cast.people[entry.person].part.steps
    return frozenset(
        (act.name, next((step.at.name for step in steps if step.act == act.act and step.at), ""))
        for act in entry.acts
        if not act.conditional
    )


def test_no_scene_repeats_another() -> None:
    """Of 200 stagings of the morning, no two with a subject have the same tells at the same targets."""
    scenes = [
        frozenset((n, _aims(cast, entry)) for n, entry in enumerate(key.subjects()))
        for cast, key in _keys(*_site(MORNING), STAGINGS)
        if key.subjects()
    ]
    assert len(scenes) >= 100
    assert len(set(scenes)) == len(scenes)


@pytest.fixture(scope="module")
def thousand() -> list[Entry]:
    """A thousand subjects drawn as the morning draws them."""
    production, site = _site(MORNING)
    drawn = production.scenario.subjects
    assert isinstance(drawn, SubjectPool)
    many = production.scenario.model_copy(update={"subjects": drawn.model_copy(update={"how_many": {8: 1.0}})})
    keys = _keys(production.model_copy(update={"scenario": many}), site, CROWDED)
    return [entry for _, key in keys for entry in key.subjects()]


def test_a_thousand_drawn_subjects_meet_the_truth_rule(thousand: list[Entry]) -> None:
    """Whatever is drawn, it is three cues of two families, one of them F1, F2, F5 or F6."""
    assert len(thousand) == 8 * len(CROWDED)
    assert all(meets_subject_rule(entry.acts) for entry in thousand)


def test_no_tell_is_drawn_much_more_often_than_others(thousand: list[Entry]) -> None:
    """None comes more than twice as often as it would if all of the pool came equally often."""
    production, site = _site(MORNING)
    known = [behaviour.name for behaviour in repertoire(production, site.layout).tells if not behaviour.reacts_to]
    tells = Counter(act.name for entry in thousand for act in entry.acts if not act.conditional)
    assert set(tells) <= set(known)
    even = tells.total() / len(known)
    assert [name for name, times in tells.items() if times > 2 * even] == []


@pytest.mark.parametrize("name", [MORNING, "king_street_evening"])
def test_each_number_of_subjects_comes_as_often_as_written(name: str) -> None:
    """Chi-square of how many subjects there are against the weights, over 3,000 seeds: not rejected at 0.001."""
    production, site = _site(name)
    drawn = production.scenario.subjects
    assert isinstance(drawn, SubjectPool)
    asked = (find_wanted(Company(production, site.spots, seed)) for seed in COUNTED)
    found = Counter(sum(wanted.kind == "subject" for wanted in some) for some in asked)
    numbers, weights = zip(*sorted(drawn.how_many.items()), strict=True)
    assert set(found) <= set(numbers)
    expected = [len(COUNTED) * weight / sum(weights) for weight in weights]
    assert chisquare([found[number] for number in numbers], expected).pvalue > 0.001
