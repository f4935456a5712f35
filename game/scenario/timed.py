"""What a scenario lets happen of itself at a time: something is called, a way is shut, a train is late, people come."""

from typing import Annotated

from pydantic import Field

from .frozen import Frozen, Name, Names
from .units import Count, Seconds, Span


class Bring(Frozen):
    """People who come all together: off a flight that has landed, out of a show that has ended."""

    role: Name
    how_many: Count
    from_: Annotated[Names, Field(alias="from", min_length=1)]
    """The portals by which they come in."""
    to: Names = ()
    within: Seconds = Field(default=40.0, ge=1, le=600)
    """Seconds in which the last of them comes after the first."""


class TimedEvent(Frozen):
    """One thing that happens, at a time or at one drawn from a range; several of these may go together."""

    at: Span | None = None
    """Seconds from 0:00; None for a way that is shut before the scene begins."""
    announce: Annotated[str, Field(min_length=1, max_length=120)] | None = None
    close: Names = ()
    """Portals that nobody can use meanwhile."""
    for_: Span | None = Field(default=None, alias="for")
    """For how long they are shut; to the end if not said."""
    delay: Names = ()
    """Platforms whose next train is late."""
    by: Span | None = None
    """How late it is."""
    bring: Bring | None = None
