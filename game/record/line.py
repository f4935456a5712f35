"""The lines of a journal as they stand in the file: read with their bounds, and written.

A file may be damaged, or a stranger's. Whatever is not within the bounds of what the program writes is refused here, so
that nothing behind need be wary: no numbers where there should be none, nothing endless. Text may be any: whoever shows
it makes it fit to be shown (`game.text`, `game.typeface`).
"""

import json
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from game.course import Result

from .events import PackedEvent

T = TypeVar("T")
MOST_BYTES = 10_000_000
"""The longest line, which has the whole stage: 30 times that of the largest scenario that comes with the program."""
MOST_TICKS = 20_000
"""An exercise lasts at most 18,000."""
Tick = Annotated[int, Field(ge=-MOST_TICKS, le=MOST_TICKS)]
Numbers = tuple[int, ...]
PackedItem = tuple[str, float, float, int, int] | tuple[str, float, float, int]
"""Kind, place, turn and colour of a thing on the floor; the first records do not say the colour."""
_RESULT = TypeAdapter(Result)


class Line(BaseModel):
    """A moment: its events `e`, what is new in the picture if there is a frame `f`, and at last how it ended.

    `whole` if the frame stands by itself · `in_` who comes, each an id and a row of columns · `out` who goes · `m`, `s`
    what was foretold wrongly of position and phase · `items` on the floor · the columns that changed, by their numbers.
    `end` is the result; an empty mapping, or older words, where there is none · `h` and `seal` say whether anything was
    changed (`soundness`).
    """

    model_config = ConfigDict(extra="allow", allow_inf_nan=False)
    __pydantic_extra__: dict[str, Numbers] = Field(init=False)

    t: Tick
    e: tuple[PackedEvent, ...] = ()
    f: int | None = None
    whole: int | None = None
    in_: tuple[Numbers, ...] = Field(default=(), alias="in")
    out: Numbers = ()
    m: Numbers = ()
    s: Numbers = ()
    items: tuple[PackedItem, ...] | None = None
    end: Result | dict[str, Any] | None = None
    h: str = ""
    seal: str = ""

    @property
    def columns(self) -> Mapping[str, Numbers]:
        """What changed of each column, by its number."""
        return self.__pydantic_extra__


LINE = TypeAdapter(Line)


def unpack(line: bytes, shape: TypeAdapter[T]) -> T:
    """What a line holds. Raises ValueError if it is not of this shape."""
    if len(line) > MOST_BYTES:
        raise ValueError("out of bounds")
    return shape.validate_json(line, strict=True)


def pack(line: Mapping[str, object]) -> bytes:
    """One line of a journal."""
    return json.dumps(line, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode() + b"\n"


def write_ending(tick: int, result: Result | None) -> Mapping[str, object]:
    """The last line: when it ended, and what it came to if that is known."""
    return {"t": tick, "end": {} if result is None else _RESULT.dump_python(result, mode="json")}
