"""Quantities as people write them: `1:30`, `90 s`, `4-8 s`, `40 per minute`, `8 m`, `60 x 36 m`."""

import re
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

_NUMBER = r"\d{1,6}(?:\.\d{1,6})?"
_SPAN = "a time or a range of times with its unit, such as 5 s, 4-8 s or 1:30"
_SECONDS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1.0),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), 60.0),
}
_HOURS = {"hour": 3600.0, **_SECONDS}
MORE_THAN_ALL = "more_than_all"
"""The sort of fault that a share above 100 % is."""


class Range(NamedTuple):
    """From low to high, both included; equal where a single value was written."""

    low: float
    high: float


def _pair(given: object) -> Range | None:
    """Two numbers as they are, where a program and not an author gives them."""
    if isinstance(given, (tuple, list)) and len(given) == 2 and all(isinstance(bound, (int, float)) for bound in given):
        return Range(float(given[0]), float(given[1]))
    return None


def seconds(text: object) -> float:
    """A length of time: "1:30", "90 s" or "1.5 min", in seconds."""
    if isinstance(text, (int, float)):
        return float(text)
    word = str(text).strip().lower()
    if match := re.fullmatch(r"(\d{1,3}):([0-5]\d)", word):
        return int(match[1]) * 60.0 + int(match[2])
    if (match := re.fullmatch(rf"({_NUMBER})\s*([a-z]+)", word)) and match[2] in _SECONDS:
        return float(match[1]) * _SECONDS[match[2]]
    raise ValueError("a time with its unit, such as 90 s, 1:30 or 2 min")


def span(text: object) -> Range:
    """A time or a range of times: "4-8 s", "1-2 min", "5 s", in seconds."""
    if pair := _pair(text):
        return pair
    if match := re.fullmatch(r"\s*(.+?)\s*(?:-|–|to)\s*(.+?)\s*", str(text).lower()):
        low, high = match[1], match[2]
        unit = re.search(r"[a-z]+$", high)
        bare = re.fullmatch(_NUMBER, low) and unit
        try:
            span = Range(seconds(f"{low} {unit[0]}" if bare and unit else low), seconds(high))
        except ValueError:
            raise ValueError(_SPAN) from None
        if span.low <= span.high:
            return span
        raise ValueError("the smaller time first, such as 4-8 s")
    try:
        return Range(seconds(text), seconds(text))
    except ValueError:
        raise ValueError(_SPAN) from None


def count(text: object) -> Range:
    """A number or a range of numbers: "3", "2-4"."""
    if pair := _pair(text):
        return pair
    if (match := re.fullmatch(r"\s*(\d{1,4})(?:\s*(?:-|–|to)\s*(\d{1,4}))?\s*", str(text))) and int(match[1]) <= int(
        match[2] or match[1]
    ):
        return Range(float(match[1]), float(match[2] or match[1]))
    raise ValueError("a whole number or a range such as 3 or 2-4")


def pace(text: object) -> Range:
    """A factor on walking speed, or a range: "1.2", "0.8-1.1"."""
    if pair := _pair(text):
        return pair
    if match := re.fullmatch(rf"\s*({_NUMBER})(?:\s*(?:-|–|to)\s*({_NUMBER}))?\s*", str(text)):
        low, high = float(match[1]), float(match[2] or match[1])
        if 0.2 <= low <= high <= 2.5:
            return Range(low, high)
    raise ValueError("a factor on walking speed from 0.2 to 2.5, such as 1.2 or 0.8-1.1")


def rate(text: object) -> float:
    """Arrivals: "40 per minute", "2 per hour", as a number per second."""
    if isinstance(text, (int, float)):
        return float(text)
    word = str(text).strip().lower()
    if (match := re.fullmatch(rf"({_NUMBER})\s*(?:per|an?|/)\s*([a-z]+)", word)) and match[2] in _HOURS:
        return float(match[1]) / _HOURS[match[2]]
    raise ValueError("a rate such as 40 per minute or 2 per hour")


def metres(text: object) -> float:
    """A length: "8 m" or "8", in metres."""
    if isinstance(text, (int, float)):
        return float(text)
    if match := re.fullmatch(rf"\s*({_NUMBER})\s*(?:m|metres|metre|meters|meter)?\s*", str(text).lower()):
        return float(match[1])
    raise ValueError("a length such as 8 m")


def share(text: object) -> float:
    """A share or a chance: "0.3" or "30%"; what is written may not be more than all, what a record holds may."""
    if isinstance(text, (int, float)):
        return float(text)
    if match := re.fullmatch(rf"\s*({_NUMBER})\s*(%?)\s*", str(text)):
        found = float(match[1]) / (100 if match[2] else 1)
        if found > 1:
            meant = f"Did you mean `{match[1]}%`? " if not match[2] and found <= 100 else ""
            way_out = "{meant}Write a share from 0 to 100%, such as 30%."
            raise PydanticCustomError(MORE_THAN_ALL, way_out, {"meant": meant})
        return found
    raise ValueError("a share from 0 to 1, such as 0.3 or 30%")


def size(text: object) -> tuple[float, float]:
    """An extent: "60 x 36 m", as metres east and north."""
    if pair := _pair(text):
        return pair
    if isinstance(text, list):
        text = " x ".join(str(side) for side in text)
    metres_ = r"\s*(?:m|metres|meters)?\s*"
    if match := re.fullmatch(rf"\s*({_NUMBER}){metres_}(?:[x×]|by)\s*({_NUMBER}){metres_}", str(text).lower()):
        return float(match[1]), float(match[2])
    raise ValueError("a size such as 60 x 36 m")


_N = r"\d+(\.\d+)?"
_TIME = rf"(\d{{1,3}}:[0-5]\d|{_N} ?(s|secs?|seconds?|mins?|minutes?))"
_JOIN = r" ?(-|–|to) ?"


def _form(pattern: str, examples: list[str | float], what: str, *, number: bool = False) -> WithJsonSchema:
    """What editors are told of a quantity: its form, and whether a bare number will do."""
    text = {"type": "string", "pattern": f"^ *{pattern} *$"}
    return WithJsonSchema(
        {**({"anyOf": [text, {"type": "number"}]} if number else text), "examples": examples, "description": what}
    )


Seconds = Annotated[
    float, BeforeValidator(seconds), _form(_TIME, ["6 min", "90 s", "1:30"], "A time: 90 s, 1:30 or 2 min.")
]
Span = Annotated[
    Range,
    BeforeValidator(span),
    _form(rf"(({_N}|{_TIME}){_JOIN})?{_TIME}", ["4-8 s", "5 s", "1:30"], "A time or a range: 5 s, 4-8 s or 1:30."),
]
Count = Annotated[
    Range,
    BeforeValidator(count),
    _form(rf"\d+({_JOIN}\d+)?", ["2-4", 3], "A number or a range: 3 or 2-4.", number=True),
]
Pace = Annotated[
    Range,
    BeforeValidator(pace),
    _form(rf"{_N}({_JOIN}{_N})?", ["0.9-1.1", 1.2], "A factor on walking speed: 1.2 or 0.8-1.1.", number=True),
]
Rate = Annotated[
    float,
    BeforeValidator(rate),
    _form(
        rf"{_N} ?(per|an?|/) ?(s|secs?|seconds?|min|mins|minutes?|hour)",
        ["40 per minute", "2 per hour"],
        "A rate: 40 per minute.",
    ),
]
Metres = Annotated[
    float,
    BeforeValidator(metres),
    _form(rf"{_N} ?(m|met(re|er)s?)?", ["8 m", 8], "A length in metres: 8 m.", number=True),
]
Share = Annotated[
    float,
    BeforeValidator(share),
    _form(rf"{_N} ?%?", ["30%", 0.3], "A share of all, or a chance: 0.3 or 30%.", number=True),
]
Size = Annotated[
    tuple[float, float],
    BeforeValidator(size),
    _form(
        rf"{_N} ?(m|metres|meters)? ?(x|×|by) ?{_N} ?(m|metres|meters)?",
        ["60 x 36 m"],
        "An extent, east and north: 60 x 36 m.",
    ),
]
Weight = Annotated[float, Field(ge=0, le=1000)]
"""What something is drawn by among others; not all of them 0."""
Height = Annotated[Metres, Field(ge=0, le=30)]
"""Metres above the floor, up to the roof of the highest hall."""
