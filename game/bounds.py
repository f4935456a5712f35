"""Bounds of the values that events are made of: a record refuses what is out of them."""

from typing import Annotated

from pydantic import Field

Level = Annotated[int, Field(ge=1, le=3)]
"""Of a mark: 1 note, 2 concern, 3 act."""
Metres = Annotated[float, Field(ge=-1000, le=1000)]
MOST_GROUNDS = 40
"""In one decision: twice as many as anybody would give."""
Ticks = Annotated[int, Field(ge=-100_000, le=100_000)]
"""A length of time; more than five times that of the longest exercise."""

Item = Annotated[int, Field(ge=0, le=100_000)]
"""The number of a thing that was put down."""
Said = Annotated[str, Field(max_length=400)]
"""Words that somebody spoke."""
Topic = Annotated[str, Field(max_length=60)]
"""The name of a topic of a talk."""
