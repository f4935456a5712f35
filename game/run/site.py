"""The place of a scenario, worked out once for everything that is staged there."""

from functools import cached_property

from game.scenario import Layout, Production, layout
from game.scenario.venue.free_floor import FreeFloor, survey
from game.staging import Spots, find_spots
from game.world import Survey


class Site:
    """A scenario's venue, laid out and surveyed once: stagings of many seeds and their worlds share it.

    What nobody asks for is not worked out: a record that is opened again needs the layout alone.
    """

    def __init__(self, production: Production) -> None:
        self.layout: Layout = layout(production.venue, production.props)
        self._rain = production.scenario.weather == "rain"

    @cached_property
    def floor(self) -> FreeFloor:
        """Where feet can go."""
        return survey(self.layout)

    @cached_property
    def spots(self) -> Spots:
        """Where the staging may put people."""
        return find_spots(self.floor, rain=self._rain)

    @cached_property
    def survey(self) -> Survey:
        """How the world's people get about."""
        return Survey(self.floor)
