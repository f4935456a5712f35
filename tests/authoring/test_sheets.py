"""A behaviour's sheet: its moments, and what it says of eyes, lens and words."""

import pytest

from game.authoring.pages.contact_sheet import MOMENTS, choose_moments
from game.run.gaze_targets import Regard
from game.run.performing import Performance, perform
from game.scenario import find, read

NAMES = ("asks_about_security", "films_from_the_hip", "keeps_clear_of_guards", "leaves_bag")


@pytest.fixture(scope="module")
def played() -> dict[str, Performance]:
    """Some tells as played in King Street."""
    return perform(read(find("king_street_morning")), NAMES, 1)


def _find_looked_at(performance: Performance) -> set[str]:
    found = (Regard(performance).at(tick) for tick in range(performance.began, performance.ended))
    return {seen.name for seen in found if seen}


def test_every_behaviour_asked_for_is_played(played: dict[str, Performance]) -> None:
    """Each has a player, a beginning and an end."""
    assert set(played) == set(NAMES)
    assert all(performance.began < performance.ended for performance in played.values())


def test_the_moments_are_of_what_is_shown(played: dict[str, Performance]) -> None:
    """In order, as many as fit, and at most one of the way there."""
    for performance in played.values():
        moments = choose_moments(performance, MOMENTS)
        assert moments == sorted(set(moments))
        assert len(moments) == MOMENTS
        assert sum(tick < performance.began for tick in moments) <= 1


def test_what_the_eyes_are_on_is_named(played: dict[str, Performance]) -> None:
    """Who asks about a camera looks at the guard and at the camera, and at nothing else by name."""
    assert _find_looked_at(played["asks_about_security"]) == {"guard", "camera"}
    assert _find_looked_at(played["keeps_clear_of_guards"]) == {"guard"}


def test_a_lens_held_low_looks_elsewhere_than_the_eyes(played: dict[str, Performance]) -> None:
    """The phone at the hip is turned to what the face does not look at."""
    performance = played["films_from_the_hip"]
    regard = Regard(performance)
    aimed = {tick: found for tick in range(performance.began, performance.ended) if (found := regard.lens(tick))}
    assert len({found.name for found in aimed.values()}) == 1
    assert len(aimed) > 60
    assert all(regard.at(tick) is None for tick in aimed)


def test_what_is_asked_is_heard_on_the_sheet(played: dict[str, Performance]) -> None:
    """The question about the camera is in the snapshots while it is asked."""
    performance = played["asks_about_security"]
    said = [
        dict(performance.snapshot(tick).said).get(performance.person, "")
        for tick in range(performance.began, performance.ended)
    ]
    assert any("camera" in words for words in said)
