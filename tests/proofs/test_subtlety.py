"""The label of subtlety says how hard a tell is to see: a reader of bodies finds it so."""

import pytest

from game.authoring.pages.subtlety import Seen, by_tell, measure, pairs, tell_apart, watch_behaviours
from game.scenario import Production, find, read

OPEN = ("tries_staff_door", "lingers_at_staff_door", "stays_when_others_go", "keeps_clear_of_guards")
SUBTLE = ("asks_about_security", "questions_staff", "hides_goods", "films_behind_a_call")


@pytest.fixture(scope="module")
def production() -> Production:
    """The morning at King Street, with the whole shipped catalogue."""
    return read(find("king_street_morning"))


@pytest.fixture(scope="module")
def seen(production: Production) -> Seen:
    """Some open and some subtle tells with their counterparts, each as played with six seeds."""
    names = sorted({name for pair in pairs(production) if pair[0] in OPEN + SUBTLE for name in pair})
    return watch_behaviours(production, names, range(1, 7))


def test_open_tells_are_told_and_subtle_ones_less_so(production: Production, seen: Seen) -> None:
    """Nine looks in ten are right at subtlety 1, with six seeds to learn from; at 4 and 5 clearly fewer."""
    assert {production.behaviours[tell].subtlety for tell in OPEN} == {1}
    assert {production.behaviours[tell].subtlety for tell in SUBTLE} <= {4, 5}
    accuracy = by_tell(measure(production, seen))
    plain, fine = (sum(accuracy[tell] for tell in some) / len(some) for some in (OPEN, SUBTLE))
    assert plain >= 0.9
    assert plain - fine >= 0.12


def test_what_is_mixed_cannot_be_told_apart(production: Production, seen: Seen) -> None:
    """The reader knows no labels: with tells and counterparts on both sides it can only guess."""
    values = []
    for tell, other in pairs(production):
        if tell in OPEN + SUBTLE:
            mixed = [body for pair in zip(seen[tell], seen[other], strict=True) for body in pair]
            values.append(tell_apart(mixed[:6], mixed[6:]))
    assert 0.35 < sum(values) / len(values) < 0.65
