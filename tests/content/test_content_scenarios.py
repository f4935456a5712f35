"""What the shipped scenarios owe to a trainee: they read clean, play out in time, and are furnished from the kit."""

from statistics import median

import pytest

from game.clock import ticks
from game.key import meets_decoy_rule, meets_subject_rule
from game.log import ActEnded
from game.run import play, set_stage
from game.sampling import EXPOSED_EVERY
from game.scenario import check, find, layout, library, read
from tests.support.stagings import open_world, stage

NAMES = [path.stem for path in library()]


def test_what_is_shipped_reads_clean() -> None:
    """No shipped scenario has an error, nor an advice that its author left unheard."""
    assert [(problem.file, problem.line, problem.message) for problem in check(library())] == []


def test_there_is_a_scene_with_nobody_to_find() -> None:
    """At least one scenario has no subject, so that finding nothing can be right."""
    assert any(not read(path).scenario.subjects for path in library())


@pytest.mark.parametrize("name", NAMES)
def test_as_staged_parts_are_true_and_in_time(name: str) -> None:
    """Subjects of reconnaissance show enough and decoys do not; acts begin neither at once, too late nor together."""
    production = read(find(name))
    lasts = ticks(production.scenario.clock.lasts)
    staged = set_stage(production, 1)
    for entry in staged.key.entries:
        if entry.part == "decoy":
            assert meets_decoy_rule(entry.acts), entry.slot
        elif entry.nature == "reconnaissance":
            assert meets_subject_rule(entry.acts), entry.slot
    for call in staged.call_sheet().calls:
        begins = [act.tick for act in call.acts if act.tick is not None]
        assert all(ticks(10) <= tick <= lasts - ticks(10) for tick in begins), (call.slot, begins)
        assert call.part == "decoy" or max(begins) - min(begins) >= ticks(30), (call.slot, begins)


def test_first_steps_always_has_something_to_find() -> None:
    """In the guided exercise the one subject shows every tell to the end."""
    production = read(find("first_steps"))
    cast, key = stage(production, 1)
    world = open_world(layout(production.venue, production.props), cast)
    events = world.run_until(ticks(production.scenario.clock.lasts))
    ended = {(e.person, e.act): e.ran / e.planned for e in events if isinstance(e, ActEnded)}
    for entry in key.subjects():
        assert all(ended.get((entry.person, act.act), 0.0) >= 0.9 for act in entry.acts)


def test_first_steps_teaches_every_control() -> None:
    """The lesson leads through all that watching needs, in an order that can be done."""
    taught = [step.until for step in read(find("first_steps")).scenario.lesson]
    done = [act for act in taught if act != "key"]
    assert len(done) == len(set(done))
    for act in (
        "pan", "zoom", "turn", "select", "note", "concern", "cue", "clear", "pause", "follow", "plan", "cameras",
        "hint", "speak", "decide",
    ):
        assert act in taught
    assert taught.index("select") < taught.index("note") < taught.index("concern")


def test_the_kit_furnishes_any_place() -> None:
    """At least 45 kinds of prop, each standing on or over the floor, none taller than a hall."""
    kinds = read(find("first_steps")).props.values()
    assert len(kinds) >= 45
    for kind in kinds:
        assert all(box.at[2] >= 0 and box.at[2] + box.size[2] <= 6 for box in kind.boxes), kind.prop
        assert all(length > 0 for box in kind.boxes for length in box.size), kind.prop
        assert all(box.colour.startswith("#") and len(box.colour) == 7 for box in kind.boxes), kind.prop


@pytest.mark.parametrize("name", sorted({read(path).venue_id for path in library()}))
def test_venues_can_be_watched_and_worked_in(name: str) -> None:
    """Each venue has cameras, ways in and out, seats, places to wait, and posts for guards."""
    production = next(read(path) for path in library() if read(path).venue_id == name)
    room = layout(production.venue, production.props)
    assert len(room.of_kind("camera")) >= 4
    assert len(room.of_kind("exit")) >= 2
    assert len(room.seats) >= 8
    assert room.of_kind("waiting area")
    assert room.of_kind("guard post")
    names = [mark.name for mark in room.landmarks]
    assert len(names) == len(set(names))


def test_the_call_sheet_knows_how_many_are_there_at_once() -> None:
    """The planned number is near the played one, as the median over the scene."""
    staged = set_stage(read(find("king_street_quiet")), 3)
    played = median(len(snapshot.ids) for snapshot in play(staged, EXPOSED_EVERY).watch(10 * EXPOSED_EVERY))
    assert staged.call_sheet().at_once == pytest.approx(played, rel=0.25)
