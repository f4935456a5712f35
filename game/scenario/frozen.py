"""What all that an author writes is made of: texts, names, coordinates, and values that never change."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

Text = Annotated[
    str, Field(min_length=1, max_length=2000),
    BeforeValidator(lambda given: " ".join(given.split()) if isinstance(given, str) else given),
]
"""Words that are shown: one paragraph, however its author broke it into lines."""
Name = Annotated[str, Field(min_length=1, max_length=60)]
Coordinate = Annotated[float, Field(ge=-1000, le=1000)]
XY = tuple[Coordinate, Coordinate]
Hue = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
"""A colour, `#rrggbb`."""
Names = Annotated[
    tuple[Name, ...],
    BeforeValidator(lambda given: (given,) if isinstance(given, str) else given),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""Names in a list; one alone needs no brackets."""
Family = Literal["F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F11", "F12"]
Stimulus = Literal["officer near", "officer speaks", "dog near", "announcement", "way closed", "looked at", "spoken to"]


HAPPENING: tuple[Stimulus, ...] = (
    "officer near", "officer speaks", "dog near", "announcement", "way closed", "looked at",
)  # fmt: skip
"""The stimuli that come about in a run. The other waits until words are remembered."""


class Frozen(BaseModel):
    """A value that never changes and has no other keys than these."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, allow_inf_nan=False)
