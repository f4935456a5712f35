"""Nothing but behaviour gives anybody away; and what would is found."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.authoring.leaks import Case, area, attributes, cases, leaks
from game.authoring.rehearsal import Stage, play, set_stage
from game.cast import Cast, Person, Step
from game.clock import PRE_ROLL
from game.scenario import Production, Verb, find, read
from game.scenario.model import Account, Crowd, Decoy, Planned, Subject

SEEDS, PLANTED = range(24), range(100, 110)
TELL = 0
"""The number of the one act that each player of the short scene is staged for."""


@pytest.fixture(scope="module")
def small() -> Production:
    """A short scene in which every subject and decoy arrives, lingers and acts by chance alone."""
    production = read(find("king_street_morning"))
    account = Account(claims="I am waiting for somebody.", breaks_on=("who",))
    subject = Subject(tells=(Planned(name="films_security_feature"),), account=account)
    decoy = Decoy(look_alikes=(Planned(name="films_departure_board"),), account=account)
    doors = ("west door", "south door")
    crowd = (
        Crowd.model_validate(
            {"role": "waiting passenger", "arrive": "22 per minute", "from": doors, "to": ("platform 2",)}
        ),
        Crowd(role="security guard", present=1, at=("north guard",)),
    )
    scenario = production.scenario.model_copy(
        update={
            "subjects": (subject,) * 4,
            "decoys": (decoy,) * 3,
            "crowd": crowd,
            "clock": production.scenario.clock.model_copy(update={"lasts": 100.0}),
        }
    )
    return production.model_copy(update={"scenario": scenario})


def _cases(production: Production, seeds: range, plant: Callable[[Stage], Stage]) -> list[Case]:
    found: list[Case] = []
    for seed in seeds:
        staged = plant(set_stage(production, seed))
        found += cases(staged, play(staged))
    return found


def _with_subjects(staged: Stage, change: Callable[[Person], Person]) -> Stage:
    subjects = {entry.person for entry in staged.key.entries}
    people = tuple(change(person) if person.id in subjects else person for person in staged.cast.people)
    return replace(staged, cast=Cast(staged.cast.scenario, staged.cast.seed, people))


@pytest.fixture(scope="module")
def honest(small: Production) -> list[Case]:
    """What could be seen before the first act, over many seeds."""
    return _cases(small, SEEDS, lambda staged: staged)


def test_nothing_gives_anybody_away(honest: list[Case]) -> None:
    """Appearance, way in, arrival, id, walking speed, standing, place: no classifier does better than chance."""
    players = sum(case.kind != "crowd" for case in honest)
    assert players >= 100
    assert leaks(honest) == {}


def test_a_planted_hat_is_found(honest: list[Case]) -> None:
    """Players who wear a cap two times in three are given away by their hats, and by nothing else."""
    dressed = [
        replace(case, seen={**case.seen, "hat": "cap"}) if case.kind != "crowd" and n % 3 else case
        for n, case in enumerate(honest)
    ]
    assert set(leaks(dressed)) - {"everything together"} == {"hat"}


def _first(person: Person) -> Person:
    return replace(person, part=replace(person.part, arrive=-PRE_ROLL + 5))


def _restless(person: Person) -> Person:
    holds = (Verb.WAIT, Verb.SIT, Verb.READ, Verb.LOOK, Verb.LEAN)

    def hurried(step: Step) -> Step:
        return replace(step, ticks=0) if step.verb in holds and step.act != TELL else step

    steps = [hurried(step) for step in person.part.steps]
    return replace(person, part=replace(person.part, steps=tuple(steps)))


@pytest.mark.parametrize(
    ("change", "name"), [(_first, "arrival"), (_restless, "share standing")], ids=["spawn first", "never stop"]
)
def test_a_planted_habit_is_found(small: Production, change: Callable[[Person], Person], name: str) -> None:
    """Players who come first, or who never stop, are found by just that."""
    planted = _cases(small, PLANTED, lambda staged: _with_subjects(staged, change))
    half = len(planted) // 2
    assert name in attributes(planted)
    found = area(planted[:half], planted[half:], (name,))
    assert found.low > 0.5
