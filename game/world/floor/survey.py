"""What depends on a layout alone: its floor and the ways over it, which worlds of many seeds may share."""

from functools import cached_property

from game.scenario.venue.layout import Layout

from .grid import Ground
from .routes import Routes


class Survey:
    """The floor of a layout and the ways over it, measured when first asked for. No world changes them."""

    def __init__(self, layout: Layout) -> None:
        """Nothing is measured yet."""
        self.layout = layout

    @cached_property
    def ground(self) -> Ground:
        """How much room there is at every spot."""
        return Ground(self.layout)

    @cached_property
    def routes(self) -> Routes:
        """How to get from anywhere to anywhere."""
        return Routes(self.ground)
