"""A scenario on paper: what a trainee is given before it, and, on a sheet apart, what the instructor knows."""

from collections.abc import Sequence

from game.clock import clock, ticks
from game.scenario import Layout, Production

from .chapter import staging
from .paper import shelf
from .plan_drawing import plan_drawing, ways
from .staging_told import tell_staging

NOTES = 13
"""Lines to write on: as many as go on a sheet of A4 below what is ordinary."""


def handout(production: Production, layout: Layout, told: Sequence[tuple[str, str]], seed: int | None) -> str:
    """The briefing as a page: headings with what is `told` under them, the plan, and a table to write in.

    With a `seed` it says which scene it is. Nothing of who comes is on it.
    """
    return shelf().get_template("handout.html").render(
        **_list_names(production), told=told, seed=seed, plan=plan_drawing(layout), ways=ways(layout),
        notes=range(NOTES),
    )  # fmt: skip


def answer_sheet(production: Production, seed: int) -> str:
    """Who had a part in the scene with this seed, what they did and when, and what only looked like it; with pictures.

    It is played for this, as it goes when nobody steps in.
    """
    return shelf().get_template("answers.html").render(
        **_list_names(production), staging=tell_staging(staging(production, seed))
    )


def _list_names(production: Production) -> dict[str, str]:
    scenario = production.scenario
    return {
        "title": scenario.scenario, "place": production.venue.venue, "starts": scenario.clock.starts,
        "lasts": clock(ticks(scenario.clock.lasts)),
    }
