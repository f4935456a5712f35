"""Nothing but behaviour gives anybody away; and what would is found."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.proof.classifier import Matched
from game.authoring.proof.leaks import Leak, leaks, matched
from game.cast import Cast, Person, Step
from game.clock import PRE_ROLL
from game.run import Stage, play, set_stage
from game.sampling import EXPOSED_EVERY
from game.scenario import Production, Verb, read
from game.scenario.model import Crowd, Decoy, Planned, Subject, WrittenAccount

QUAY = Path(__file__).parents[1] / "authoring" / "quay" / "quay.yaml"
SEEDS, DRESSED, PLANTED = range(200), range(60), range(1000, 1040)
TELL = 0
"""The number of the one act that each player of the short scene is staged for."""
Runs = Sequence[dict[str, list[Matched]]]


@pytest.fixture(scope="module")
def small() -> Production:
    """A short scene in which every subject and decoy arrives, lingers and acts by chance alone."""
    production = read(QUAY)
    account = WrittenAccount(claims="I am waiting for somebody.", breaks_on=("who",))
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
        run = play(staged, EXPOSED_EVERY)
        honest.append(matched(staged, run))
        if seed in DRESSED:
            dressed.append(matched(_changed(staged, _hatted), run))
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
        runs.append(matched(staged, play(staged, EXPOSED_EVERY)))
    assert name in {leak.name for leak in leaks(runs)}
