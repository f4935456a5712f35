"""What a behaviour leaves behind."""

from .frozen import Frozen


class Leaves(Frozen):
    """How what a behaviour leaves behind lies there, for whoever looks at it and at the place."""

    hidden: bool = False
    """Whether it was put where it would not be seen."""
    obvious: bool = False
    """Whether wires, batteries, liquids or tape can be seen on it."""
    typical: bool = True
    """Whether it is what people leave behind at such a place."""
