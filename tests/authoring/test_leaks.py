"""Nothing but behaviour gives anybody away; and what would is found."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.authoring.proof.classifier import Matched, areas
from game.authoring.proof.counted import count
from game.authoring.proof.leaks import DOUBT, Leak, leaks, matched
from game.cast import Cast, Person, Step
from game.clock import PRE_ROLL
from game.run import SAMPLED, Stage, play, set_stage
from game.scenario import Production, Verb, read
from game.scenario.model import Crowd
from game.scenario.plans import Account, Decoy, Planned, Subject

QUAY = Path(__file__).parent / "quay" / "quay.yaml"
SEEDS, DRESSED, PLANTED = range(200), range(60), range(1000, 1040)
TELL = 0
"""The number of the one act that each player of the short scene is staged for."""
Runs = Sequence[dict[str, list[Matched]]]


@pytest.fixture(scope="module")
def small() -> Production:
    """A short scene in which every subject and decoy arrives, lingers and acts by chance alone."""
    production = read(QUAY)
    account = Account(claims="I am waiting for somebody.", breaks_on=("who",))
    subject = Subject(tells=(Planned(name="films_security_feature"),), account=account)
    decoy = Decoy(look_alikes=(Planned(name="films_departure_board"),), account=account)
    crowd = (
        Crowd.model_validate(
            {"role": "waiting passenger", "arrive": "10 per minute", "from": ("street door",), "to": ("boat door",)}
        ),
        Crowd(role="security guard", present=1, at=("guard post",)),
    )
    scenario = production.scenario.model_copy(
        update={
            "subjects": (subject,) * 3,
            "decoys": (decoy,) * 3,
            "crowd": crowd,
            "clock": production.scenario.clock.model_copy(update={"lasts": 90.0}),
        }
    )
    return production.model_copy(update={"scenario": scenario})


def _changed(staged: Stage, change: Callable[[Person], Person]) -> Stage:
    """The same stage, with something about its subjects changed."""
    subjects = {entry.person for entry in staged.key.subjects()}
    people = tuple(change(person) if person.id in subjects else person for person in staged.cast.people)
    return replace(staged, cast=Cast(staged.cast.scenario, staged.cast.seed, people))


def _hatted(person: Person) -> Person:
    return replace(person, looks=replace(person.looks, hat="cap"))


@pytest.fixture(scope="module")
def played(small: Production) -> tuple[Runs, Runs]:
    """What could be seen in hundreds of runs; and in some of them, had the subjects worn caps."""
    honest, dressed = [], []
    for seed in SEEDS:
        staged = set_stage(small, seed)
        run = play(staged, SAMPLED)
        honest.append(matched(staged, run, count(staged, run)))
        if seed in DRESSED:
            hatted = _changed(staged, _hatted)
            dressed.append(matched(hatted, run, count(hatted, run)))
    return honest, dressed


def test_nothing_gives_anybody_away(played: tuple[Runs, Runs]) -> None:
    """Looks, way in, arrival, order, walk, place: no classifier tells who is who, before the first act or after it."""
    honest, _ = played
    asked = {question: sum(len(run[question]) for run in honest) for question in honest[0]}
    assert min(asked["arrivals"], asked["players"], asked["subjects"]) >= 300
    assert asked["afterwards"] >= 100
    assert leaks(honest) == ()


def _found(some: Sequence[Leak], question: str) -> set[str]:
    return {leak.name for leak in some if leak.question == question} - {"everything together"}


def test_subjects_who_wear_hats_are_found(played: tuple[Runs, Runs]) -> None:
    """By their hats, among the crowd and among decoys; and by nothing else."""
    _, dressed = played
    found = leaks(dressed)
    assert _found(found, "players") == {"hat"}
    assert _found(found, "subjects") == {"hat"}


def _first(person: Person) -> Person:
    return replace(person, part=replace(person.part, arrive=-PRE_ROLL + 5))


def _restless(person: Person) -> Person:
    holds = (Verb.WAIT, Verb.SIT, Verb.READ, Verb.LOOK, Verb.LEAN)

    def hurried(step: Step) -> Step:
        return replace(step, ticks=0) if step.verb in holds and step.act != TELL else step

    return replace(person, part=replace(person.part, steps=tuple(hurried(step) for step in person.part.steps)))


@pytest.mark.parametrize(
    ("change", "name"), [(_first, "arrival"), (_restless, "share standing")], ids=["spawn first", "never stop"]
)
def test_a_planted_habit_is_found(small: Production, change: Callable[[Person], Person], name: str) -> None:
    """Subjects who come first, or who never stop, are found by just that."""
    runs = []
    for seed in PLANTED:
        staged = _changed(set_stage(small, seed), change)
        run = play(staged, SAMPLED)
        runs.append(matched(staged, run, count(staged, run)))
    assert name in {leak.name for leak in leaks(runs)}


def _drawn(chance: np.random.Generator, runs: int, odd: float = 0.0) -> list[Matched]:
    """Sets of people who share the mood of their run; the ones in question off by so many deviations in one thing."""
    sets = []
    for run in range(runs):
        mood = chance.normal(size=3)
        for _ in range(3):
            first, *others = mood + chance.normal(size=(5, 3))
            sets.append(Matched(run, _seen(first + np.array([odd, 0.0, 0.0])), tuple(_seen(one) for one in others)))
    return sets


def _seen(one: np.ndarray) -> dict[str, str | float]:
    return {"pace": float(one[0]), "x": float(one[1]), "hat": "abcd"[int(one[2] * 9) % 4]}


def test_the_interval_covers_chance_as_often_as_it_says() -> None:
    """Over hundreds of draws without a leak, though people of one run are alike: 95 % of the intervals cover 0.5."""
    chance = np.random.default_rng(5)
    drawn = [area for _ in range(250) for area in areas(_drawn(chance, 40), 0.95).values()]
    covered = sum(area.low <= 0.5 <= area.high for area in drawn) / len(drawn)
    assert 0.92 < covered < 0.98


def test_many_questions_are_not_held_against_a_scene() -> None:
    """Corrected for all that is asked, hardly any draw without a leak is called one."""
    chance = np.random.default_rng(6)
    cried = sum(
        any(area.tells for area in areas(_drawn(chance, 40), 1 - DOUBT / 4).values()) for _ in range(250)
    )
    assert cried <= 8


def test_what_is_there_is_found() -> None:
    """With 200 runs, half a deviation in one thing is found nearly always, though three questions' worth is asked."""
    chance = np.random.default_rng(7)
    found = [areas(_drawn(chance, 200, odd=0.5), 1 - DOUBT / 80)["pace"].tells for _ in range(12)]
    assert sum(found) >= 10


def test_too_few_runs_say_nothing() -> None:
    """Where there are not enough runs to fit on and to try on, nothing is claimed."""
    assert areas(_drawn(np.random.default_rng(8), 10, odd=5.0), 0.95) == {}
