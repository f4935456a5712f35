"""What people carry, hold and lean on, and what they leave on the floor."""

from collections.abc import Mapping

from ..view import Held
from ..view.poses import Vec
from .figures_body import Dressed
from .figures_outfit import Outfit
from .figures_paint import Shape


def grips(outfit: Outfit, held: Held, *, bag: bool, walking: bool) -> Mapping[str, Vec]:
    """Where a hand that is free holds what is carried, from the middle of the shoulders."""
    return {}


def things(one: Dressed, held: Held, *, bag: bool) -> list[Shape]:
    """All that is carried and held."""
    return []
