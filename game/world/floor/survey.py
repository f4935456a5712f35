"""What depends on a floor alone: its ground and the ways over it, which worlds of many seeds may share."""

from functools import cached_property

from game.scenario.venue.free_floor import FreeFloor
from game.scenario.venue.layout import Layout

from .ground import Ground
from .routes import Routes


class Survey:
    """A floor as people move over it, worked out when first asked for. No world changes it."""

    def __init__(self, floor: FreeFloor) -> None:
        self._floor = floor

    @property
    def layout(self) -> Layout:
        """The venue with each prop in its place."""
        return self._floor.layout

    @cached_property
    def ground(self) -> Ground:
        """How much room there is at every spot."""
        return Ground(self._floor)

    @cached_property
    def routes(self) -> Routes:
        """How to get from anywhere to anywhere."""
        return Routes(self.ground)
