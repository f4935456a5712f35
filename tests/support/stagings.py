"""Scenarios staged, and worlds opened, for tests that care for one of their sides alone."""

from collections.abc import Callable

from game.cast import Cast
from game.course import Prevalence
from game.key import Key
from game.programme import ORDINARY, Programme
from game.run import Stage, set_stage
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
