"""Whoever a lone player meets: staged beside them, and judged fairly."""

from game.course import Prevalence
from game.key import Key
from game.log import Finished, Log, Marked, Observable
from game.run.performing import apart
from game.scenario import Production
from game.scenario.plans import Planned, Subject
from game.score import score
from tests.support.stagings import stage


def _lone(production: Production) -> Production:
    """King Street with one subject, who signals to somebody, and hardly anybody else."""
    quiet = apart(production, ["gives_friend_something"])
    names = ("signals_to_stranger", "films_security_feature", "tries_staff_door")
    subject = Subject(
        role=quiet.scenario.decoy_entries[0].role,
        account=quiet.scenario.decoy_entries[0].account,
        tells=tuple(Planned(name=name) for name in names),
        nature="reconnaissance",
    )
    clock = quiet.scenario.clock.model_copy(update={"lasts": 300.0})
    scenario = quiet.scenario.model_copy(update={"subjects": (subject,), "clock": clock})
    return quiet.model_copy(update={"scenario": scenario})


def _stage(production: Production, prevalence: Prevalence | None = None) -> tuple[int, Key]:
    cast, key = stage(_lone(production), 4, prevalence)
    return len(cast.people), key


def test_only_a_subjects_companion_is_set_apart(king_street: Production) -> None:
    """The one who meets a lone subject is in the key; a decoy's friend is one of the crowd, and so are a twin's."""
    people, key = _stage(king_street)
    assert len(key.companions) == 1
    assert not {entry.person for entry in key.entries} & set(key.companions)
    twins, innocent = _stage(king_street, "none")
    assert twins == people
    assert innocent.companions == ()


def test_a_subjects_companion_is_nobodys_to_judge(king_street: Production) -> None:
    """Marking a subject's companion is neither a hit nor a false alarm, and not marking them no correct rejection."""
    people, key = _stage(king_street)
    everyone = tuple(range(people))
    seen = [Observable(tick, everyone) for tick in range(0, 600, 10)]
    (friend,) = key.companions
    left = score(key, Log((*seen, Finished(600, early=False))), people)
    marked = score(key, Log((Marked(0, friend, 3, ("F9.1",)), *seen, Finished(600, early=False))), people)
    assert left.counts == marked.counts
    assert left.outcome_of(friend) is None
    judged = marked.outcome_of(friend)
    assert judged is not None
    assert judged.result == "not judged"
