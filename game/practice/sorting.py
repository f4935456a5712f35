"""One answer of a drill, as it is kept for ever."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from pydantic import Field

Name = Annotated[str, Field(max_length=60)]


@dataclass(frozen=True, slots=True)
class Sorting:
    """What was shown and what was answered, at a moment in UTC.

    `shown` is one behaviour, or two side by side · `meant` the one of them that is a tell, "" if none is · `said` the
    one that was taken for a tell, "" for "nothing" · `sign` is the cue that was named for it, "" if none was asked for,
    and `cue` the one it shows · `subtlety`, `distance` (0 near to 2 far) and `crowd` (0 few to 2 many) are what made it
    hard · `seconds` until the answer, and `looks` how often it was looked at · `frozen` if nobody was ringed,
    and it was asked once the picture was gone · `foreseen` whether what came next was then said rightly, None if that
    was not asked.
    """

    when: datetime
    shown: Annotated[tuple[Name, ...], Field(min_length=1, max_length=2)]
    meant: Name
    said: Name
    cue: Name = ""
    sign: Name = ""
    subtlety: Annotated[int, Field(ge=1, le=5)] = 3
    distance: Annotated[int, Field(ge=0, le=2)] = 0
    crowd: Annotated[int, Field(ge=0, le=2)] = 0
    seconds: Annotated[float, Field(ge=0, le=86_400)] = 0.0
    looks: Annotated[int, Field(ge=1, le=1000)] = 1
    frozen: bool = False
    foreseen: bool | None = None

    @property
    def right(self) -> bool:
        """Whether it was sorted rightly; a sign that was named wrongly does not make it wrong."""
        return self.said == self.meant

    @property
    def paired(self) -> bool:
        """Whether two were shown side by side."""
        return len(self.shown) == 2
