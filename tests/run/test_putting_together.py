"""A run is put together in one way, on a place that is worked out once, whoever plays it."""

from pathlib import Path

import numpy as np
import pytest

from game.app.background import Tell
from game.app.opening import open_exercise
from game.clock import PRE_ROLL
from game.exercise import Exercise
from game.log import Looked
from game.record import Digest
from game.run import Replay, Site, let_people_in, open_world, play, set_stage, sit_down
from game.scenario import Production, library, read
from game.scenario.venue.free_floor import survey
from game.staging import find_spots
from game.world import Survey
from tests.support.drawn_venues import venue

SEED = 5
TO_THE_EDGE = venue(
    """
    ..............................
    ..............................
    A......####...................
    .......####..............q....
    ..............................
    ..............................B
    """
)
"""A place without walls: its floor goes on to its edge."""


def _floors() -> list[tuple[str, Site]]:
    productions = {production.venue_id: production for production in map(read, library())}
    return [(name, Site(production)) for name, production in productions.items()]


def _digest(exercise: Exercise, ticks: int) -> str:
    """All that could be seen and all that happened, but for where the first view looked."""
    digest = Digest()
    digest.add_events([event for event in exercise.log.events if not isinstance(event, Looked)])
    for _ in range(ticks):
        digest.add_events([event for event in exercise.step() if not isinstance(event, Looked)])
        digest.add_snapshot(exercise.snapshot())
    return digest.hex()


@pytest.mark.parametrize(("name", "site"), _floors(), ids=lambda value: value if isinstance(value, str) else "")
def test_staging_puts_people_where_the_world_lets_them_stand(name: str, site: Site) -> None:
    """Every spot of the staging is one to which the world's people can go, and lies on the floor of the one survey."""
    ground, nodes = site.survey.ground, site.spots.nodes
    assert len(nodes) > 1000
    assert ground.open_at(nodes[:, 0], nodes[:, 1]).all()
    assert site.spots.layout is site.survey.layout is site.floor.layout is site.layout


def test_floors_go_to_the_edge_and_bodies_keep_off_it() -> None:
    """Where nothing walls a place in, its floor is all of it; nobody is put or walks so near to the edge as to fall."""
    floor = survey(TO_THE_EDGE)
    ground, spots = Survey(floor).ground, find_spots(floor)
    assert floor.area() == pytest.approx(15.5 * 3 - 2.5 * 1.5, abs=4)
    assert floor.patch[0, 0] == floor.main
    assert not ground.open[0, :].any()
    assert not ground.open[:, -1].any()
    assert ground.open_at(spots.nodes[:, 0], spots.nodes[:, 1]).all()
    assert np.all(ground.room <= floor.room)


def test_stagings_share_a_site(quay: Production, site: Site) -> None:
    """What is staged and played on a place that others have used is the same as on one of its own."""
    first = set_stage(quay, SEED, site=site)
    set_stage(quay, SEED + 1, site=site)
    again, alone = set_stage(quay, SEED, site=site), set_stage(quay, SEED)
    assert first.cast == again.cast == alone.cast
    assert first.key == again.key == alone.key
    shared, own = (play(staged, every=50) for staged in (again, alone))
    assert shared.events == own.events


def test_the_window_and_the_command_line_play_the_same_run(quay: Production, site: Site) -> None:
    """With a window or without, by a pre-roll that is watched or not, the same scenario and seed are the same run."""
    staged = set_stage(quay, SEED, site=site)
    shown = open_exercise(staged, "practice", Tell())
    alone = sit_down(staged, open_world(staged), mode="practice", size=(1280, 720))
    assert _digest(shown, 200) == _digest(alone, 200)


def test_the_pre_roll_ends_at_nought(quay: Production, site: Site) -> None:
    """All of it is played, and how far it is goes up to the whole."""
    world = open_world(set_stage(quay, SEED, site=site))
    assert world.tick == -PRE_ROLL
    shares = list(let_people_in(world))
    assert world.tick == 0
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


@pytest.mark.parametrize(
    ("post", "deployment", "uniform"),
    [
        ("control room", "uniform", None), ("officer", "uniform", "police officer"),
        ("officer", "plain clothes", None), ("staff", "uniform", "steward"), ("staff", "plain clothes", "steward"),
    ],
)  # fmt: skip
def test_the_own_figure_is_there_where_the_post_is_on_the_floor(
    quay: Production, site: Site, post: str, deployment: str, uniform: str | None
) -> None:
    """An officer has a figure, dressed as deployed, and begins with a view of it; the control room sees the middle."""
    briefing = quay.scenario.briefing.model_copy(update={"post": post, "deployment": deployment})
    scenario = quay.scenario.model_copy(update={"briefing": briefing})
    staged = set_stage(quay.model_copy(update={"scenario": scenario}), SEED, site=site)
    assert (staged.own_looks.uniform if staged.own_looks else None) == uniform
    exercise = sit_down(staged, open_world(staged))
    centre = (exercise.look.viewpoint.x, exercise.look.viewpoint.y)
    if post == "control room":
        assert exercise.officer is None
        assert staged.own_looks is None
        assert centre == (10.0, 7.0)
    else:
        assert exercise.officer is not None
        assert centre == (exercise.officer.x, exercise.officer.y)


def test_nobody_walks_about_in_a_run_that_is_over(quay: Production, site: Site) -> None:
    """Who watches a world that has been played already stands nowhere in it, whatever the post."""
    briefing = quay.scenario.briefing.model_copy(update={"post": "officer"})
    scenario = quay.scenario.model_copy(update={"briefing": briefing})
    staged = set_stage(quay.model_copy(update={"scenario": scenario}), SEED, site=site)
    assert sit_down(staged, Replay(play(staged, every=5))).officer is None


def test_a_stage_describes_everybody_and_names_every_cue(quay: Production, site: Site) -> None:
    """A description and an appearance each, in order of person id; the cues a mark may name, with their wording."""
    staged = set_stage(quay, SEED, site=site)
    assert len(staged.descriptions) == len(staged.looks) == len(staged.cast.people)
    assert all(staged.descriptions)
    assert staged.looks[3] == staged.cast.people[3].looks
    assert {act.cue for entry in staged.key.entries for act in entry.acts} <= set(staged.cues)
    assert all(staged.cues.values())


def test_one_place_lays_out_and_stages() -> None:
    """Nothing else in the game lays a scenario's venue out, surveys it, stages or opens a world."""
    game = Path(__file__).parents[2] / "game"
    allowed = {
        "layout(production.": {"run/site.py"},
        "find_spots(": {"run/site.py", "staging/spots.py"},
        " stage(production": {"run/staged.py", "staging/stage.py"},
        " World(": {"run/live.py"},
        " Exercise(": {"run/seating.py"},
        "Umpire(": {"run/seating.py"},
    }
    for call, rooms in allowed.items():
        files = {str(path.relative_to(game)) for path in game.rglob("*.py") if call in path.read_text()}
        assert files == rooms, call
