"""Scenarios staged, and worlds opened, for tests that care for one of their sides alone."""

from collections.abc import Callable
from copy import deepcopy

from game import run
from game.cast import Cast
from game.course import Prevalence
from game.key import Key
from game.programme import ORDINARY, Programme
from game.run import Stage, let_people_in, set_stage
from game.scenario import Layout, Production
from game.scenario.venue.free_floor import survey
from game.world import Survey, World

SetOnce = Callable[[int], Stage]
"""A scenario as it is staged with a seed, the same stage each time."""


def stage(production: Production, seed: int, prevalence: Prevalence | None = None) -> tuple[Cast, Key]:
    """The cast and the key of a staging."""
    staged = set_stage(production, seed, prevalence)
    return staged.cast, staged.key


def open_world(layout: Layout, cast: Cast, programme: Programme = ORDINARY) -> World:
    """A world to itself, before its pre-roll."""
    return World(Survey(survey(layout)), cast, programme=programme)


_FILLED: dict[tuple[Survey, Cast, str, Programme], World] = {}


def open_filled(staged: Stage) -> World:
    """The world of a stage at 0:00, of one's own: it is filled with people once, and every other is a copy."""
    survey, cast, starts = staged.site.survey, staged.cast, staged.production.scenario.clock.starts
    key = survey, cast, starts, staged.programme
    if key not in _FILLED:
        world = run.open_world(staged)
        for _ in let_people_in(world):
            pass
        _FILLED[key] = world
    as_they_are = (survey, *vars(survey).values(), staged.layout, staged.programme, cast, *cast.people)
    return deepcopy(_FILLED[key], {id(one): one for one in as_they_are})
