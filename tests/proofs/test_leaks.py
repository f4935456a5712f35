"""Nothing but behaviour gives anybody away; and what would is found."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.proof.blind_gate import bounds
from game.authoring.proof.classifier import Matched
from game.authoring.proof.counted import Counted, count
from game.authoring.proof.leaks import Leak, leaks, match_people
from game.cast import Cast, Person, Step
from game.clock import PRE_ROLL
from game.run import Stage, play, set_stage
from game.sampling import EXPOSED_EVERY
from game.scenario import Production, Verb, read
from game.scenario.model import Crowd
from game.scenario.plans import Decoy, Planned, Subject, WrittenAccount

QUAY = Path(__file__).parents[1] / "authoring" / "quay" / "quay.yaml"
SEEDS, DRESSED, PLANTED, HABITS = range(380), range(60), range(1000, 1080), range(1000, 1040)
Change = Callable[[Person, Collection[int]], Person]
"""Something that is changed about a subject, given the numbers of their acts of the key."""
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


@pytest.fixture(scope="module")
def longer(small: Production) -> Production:
    """The same scene, in which most people have gone before the end: how long they stay, and stop, can be seen."""
    scenario = small.scenario
    clock = scenario.clock.model_copy(update={"lasts": 360.0})
    return small.model_copy(update={"scenario": scenario.model_copy(update={"clock": clock})})


def _change(staged: Stage, change: Change) -> Stage:
    """The same stage, with something about its subjects changed."""
    acts = {entry.person: {act.act for act in entry.acts} for entry in staged.key.subjects()}
    people = tuple(
        change(person, acts[person.id]) if person.id in acts else person for person in staged.cast.people
    )
    return replace(staged, cast=Cast(staged.cast.scenario, staged.cast.seed, people))


def _put_hat_on(person: Person, _: Collection[int]) -> Person:
    return replace(person, looks=replace(person.looks, hat="cap"))


@pytest.fixture(scope="module")
def played(small: Production) -> tuple[Runs, Runs]:
    """What could be seen in hundreds of runs; and in some of them, had the subjects worn caps."""
    honest, dressed = [], []
    for seed in SEEDS:
        staged = set_stage(small, seed)
        run = play(staged, EXPOSED_EVERY)
        honest.append(match_people(staged, run, count(staged, run)))
        if seed in DRESSED:
            hatted = _change(staged, _put_hat_on)
            dressed.append(match_people(hatted, run, count(hatted, run)))
    return honest, dressed


def test_nothing_gives_anybody_away(played: tuple[Runs, Runs]) -> None:
    """Looks, way in, arrival, order, walk, place: no classifier tells who is who, before the first act or after it."""
    honest, _ = played
    asked = {question: sum(len(run[question]) for run in honest) for question in honest[0]}
    assert min(asked["arrivals"], asked["players"], asked["subjects"]) >= 300
    assert asked["afterwards"] >= 100
    assert leaks(honest) == ()


def _find(some: Sequence[Leak], question: str) -> set[str]:
    return {leak.name for leak in some if leak.question == question} - {"everything together"}


def test_subjects_who_wear_hats_are_found(played: tuple[Runs, Runs]) -> None:
    """By their hats, among the crowd and among decoys; and by nothing else."""
    _, dressed = played
    found = leaks(dressed)
    assert _find(found, "players") == {"hat"}
    assert _find(found, "subjects") == {"hat"}


def _move(person: Person, arrive: int) -> Person:
    return replace(person, part=replace(person.part, arrive=arrive))


def _first(person: Person, _: Collection[int]) -> Person:
    return _move(person, -PRE_ROLL + 5)


def _late(person: Person, _: Collection[int]) -> Person:
    return _move(person, max(person.part.arrive, 400))


def _before_leaving(person: Person, some: Sequence[Step]) -> Person:
    *steps, last = person.part.steps
    return replace(person, part=replace(person.part, steps=(*steps, *some, last)))


def _lingering(person: Person, _: Collection[int]) -> Person:
    # Less than the two minutes by which subjects once stayed longer than decoys.
    return _before_leaving(person, [Step(Verb.READ, 800, held="phone")])


def _pottering(person: Person, _: Collection[int]) -> Person:
    spots = [step.to for step in person.part.steps if step.to and step.to.point and not step.to.queue][:-1]
    stops = [(Step(Verb.WALK, to=spot), Step(Verb.WAIT, 40)) for spot in (spots * 4)[:4]]
    return _before_leaving(person, [step for stop in stops for step in stop])


def _restless(person: Person, acts: Collection[int]) -> Person:
    holds = (Verb.WAIT, Verb.SIT, Verb.READ, Verb.LOOK, Verb.LEAN)

    def hurry(step: Step) -> Step:
        return replace(step, ticks=0) if step.verb in holds and step.act not in acts else step

    return replace(person, part=replace(person.part, steps=tuple(hurry(step) for step in person.part.steps)))


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (_first, "arrival"),
        (_late, "arrival"),
    ],
    ids=["spawn first", "come late"],
)
def test_a_planted_arrival_is_found(small: Production, change: Change, name: str) -> None:
    """Subjects who come first or late are found by just that."""
    found, _ = _try([_change(set_stage(small, seed), change) for seed in PLANTED])
    assert name in {leak.name for leak in found}


@pytest.mark.parametrize(
    ("change", "name"),
    [(_restless, "stops"), (_lingering, "stay"), (_pottering, "stops")],
    ids=["hardly stop", "stay longer", "stop more"],
)
def test_a_planted_habit_is_found(longer: Production, change: Change, name: str) -> None:
    """Subjects who hardly stop, stay longer or stop more, are found by just that, and the blind gate says so."""
    found, counted = _try([_change(set_stage(longer, seed), change) for seed in HABITS])
    assert name in {leak.name for leak in found}
    verdicts = {bound.name: bound.verdict for bound in bounds(counted, ())}
    assert verdicts[f"{name} of subjects against decoys"] == "broken"


def test_subjects_who_never_come_in_company_are_found(small: Production) -> None:
    """Where whoever came with a subject is on their own instead, and with decoys they are not, that is found."""
    found, _ = _try([_part(set_stage(small, seed)) for seed in range(1000, 1160)])
    assert "group" in {leak.name for leak in found}


def _part(staged: Stage) -> Stage:
    subjects = {entry.person for entry in staged.key.subjects()}
    people = tuple(
        replace(person, leader=None) if person.leader in subjects else person for person in staged.cast.people
    )
    return replace(staged, cast=Cast(staged.cast.scenario, staged.cast.seed, people))


def _try(stages: Sequence[Stage]) -> tuple[tuple[Leak, ...], list[Counted]]:
    """What gives anybody away when these are played, and what can be counted."""
    runs, counted = [], []
    for staged in stages:
        run = play(staged, EXPOSED_EVERY)
        counted.append(count(staged, run))
        runs.append(match_people(staged, run, counted[-1]))
    return leaks(runs), counted
