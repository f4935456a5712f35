"""Events of a scenario: their times are drawn by the seed, and the crowd of the seed keeps to them."""


from collections.abc import Mapping

import numpy as np
import pytest

from game.programme import Late, Programme, held_back
from game.run import Site, set_stage
from game.scenario import Production, find, read
from game.scenario.timed import TimedEvent
from game.staging import programme
from game.timetable import Service

WEST = "west door"


def _with(production: Production, *events: Mapping[str, object]) -> Production:
    """The scenario with these events."""
    some = tuple(TimedEvent.model_validate(event) for event in events)
    return production.model_copy(update={"scenario": production.scenario.model_copy(update={"events": some})})


@pytest.fixture(scope="module")
def quiet() -> Production:
    """King Street on a quiet morning."""
    return read(find("king_street_quiet"))


def test_times_are_drawn_by_the_seed_and_within_their_range(quiet: Production) -> None:
    """One seed gives one time, other seeds others; one event's being there moves no other."""
    call = {"at": "1-2 min", "announce": "One."}
    one = [programme(_with(quiet, call), seed).called[0].tick for seed in range(20)]
    more = [programme(_with(quiet, call, {"close": WEST}), seed).called[0].tick for seed in range(20)]
    assert one == more
    assert len(set(one)) > 15
    assert all(600 <= tick <= 1200 for tick in one)


def test_a_way_to_another_level_is_shut_at_both_ends() -> None:
    """Also where only one of its ends is named; others are not."""
    closed = programme(_with(read(find("marlow_road_evening")), {"close": "stairs to street"}), 0).find_closed(0)
    assert closed == {"stairs to street", "stairs to trains"}


def test_nobody_comes_in_by_a_way_that_is_shut(quiet: Production) -> None:
    """Whoever would have comes by another; all others are as they were."""
    shut, plain = set_stage(_with(quiet, {"close": WEST}), 3).cast, set_stage(quiet, 3).cast
    at = next(portal.at for portal in quiet.venue.portals if portal.portal == WEST)
    came = [person for person in plain.people if not person.part.starts_inside and person.part.enter == at]
    assert came
    assert not [person for person in shut.people if not person.part.starts_inside and person.part.enter == at]
    assert len(shut.people) == pytest.approx(len(plain.people), abs=10)


def test_people_are_brought_at_once(quiet: Production) -> None:
    """So many more as are drawn, by one of the portals named, within the time said."""
    bring = {"role": "passer-by", "how_many": "20-30", "from": ["bakery"], "to": [WEST], "within": "20 s"}
    staged = set_stage(_with(quiet, {"at": "1:00", "bring": bring}), 5)
    pulse, = staged.programme.pulses
    at = next(portal.at for portal in quiet.venue.portals if portal.portal == "bakery")
    came = [person for person in staged.cast.people if person.part.enter == at and 600 <= person.part.arrive < 800]
    before = set_stage(quiet, 5).cast.people
    assert 20 <= pulse.people <= 30
    assert len(came) >= pulse.people
    assert len(staged.cast.people) - len(before) == pulse.people


def test_a_late_train_comes_with_all_that_were_due_meanwhile() -> None:
    """None comes before it, none on its heels, and it stands for so many as were due; others are on time."""
    service = held_back(Service((0, 1000, 2000, 3000, 4000), 100, 100), Late("platform", 900, 1900))
    assert service.opens == (0, 2900, 4000)
    assert service.loads == (1, 3, 1)
    assert held_back(service, Late("platform", 5000, 10)) == service


def test_the_call_sheet_tells_what_happens_when(quiet: Production) -> None:
    """In order of time, each once."""
    sheet = set_stage(_with(quiet, {"at": "2:00", "announce": "Two."}, {"at": "1:00", "close": WEST}), 1).call_sheet()
    assert [(timed.begins, timed.words) for timed in sheet.events] == [(600, "west door is shut"), (1200, "“Two.”")]


def test_most_who_stand_about_in_rain_do_so_in_the_dry() -> None:
    """Under a tree or close to a wall, far oftener than in fair weather; under a roof rain changes nothing."""
    square = read(find("assembly_square_midday"))
    trees = np.array([mark.at for mark in square.venue.props if mark.prop == "tree"])

    def dry_share(weather: str, production: Production) -> float:
        scenario = production.scenario.model_copy(update={"weather": weather})
        spots = Site(production.model_copy(update={"scenario": scenario})).spots
        chance = np.random.default_rng(1)
        at = np.array([spots.anywhere(chance) for _ in range(400)])
        under = (np.abs(at[:, None] - trees[None]) < 1.9).all(axis=2).any(axis=1)
        wide, deep = square.venue.size
        beside = (at[:, 1] > deep - 2.2) | ((at[:, 1] > 33) & ((at[:, 0] < 2.2) | (at[:, 0] > wide - 2.2)))
        return float((under | beside).mean())

    # 300 of 400 are expected to be in the dry, with a standard error below 9.
    assert dry_share("rain", square) > 0.6
    assert dry_share("dry", square) < 0.2
    king_street = read(find("king_street_quiet"))
    assert dry_share("rain", king_street) == dry_share("dry", king_street)


def test_nothing_else_is_called_about_a_call_of_ones_own() -> None:
    """The regular calls just before and after it are left out, and no others."""
    calls = Programme(called=set_stage(_quiet_with_call(), 0).programme.called)
    assert [calls.is_called(tick) for tick in (250, 800, 900, 1350)] == [True, False, True, True]


def _quiet_with_call() -> Production:
    return _with(read(find("king_street_quiet")), {"at": "1:30", "announce": "Tea is served."})
