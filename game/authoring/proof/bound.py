"""A number that has to lie between limits, and whether it does: yes, no, or not to be told yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import Literal

Verdict = Literal["kept", "broken", "open"]
FEWEST = 8
"""Runs below which an interval by resampling says nothing: so few may all come out the same by chance."""
ENOUGH = 1000
"""Runs beyond which it is no use to say how many would be needed."""


@dataclass(frozen=True)
class Bound:
    """What the number is, with its interval and its limits, of how many runs; and what helps where it is not kept."""

    name: str
    value: float
    low: float
    high: float
    least: float
    most: float
    runs: int
    helps: str

    @property
    def verdict(self) -> Verdict:
        """Kept if the whole interval lies within the limits, broken if all of it lies outside, else open."""
        if self.runs < FEWEST:
            return "open"
        if self.least <= self.low and self.high <= self.most:
            return "kept"
        return "broken" if self.low > self.most or self.high < self.least else "open"

    @property
    def runs_needed(self) -> int | None:
        """With how many runs the interval would lie on one side of the limits, were the number to stay what it is.

        None if that is more than anybody will run.
        """
        if self.verdict != "open":
            return self.runs
        room = min(abs(self.value - limit) for limit in self._limits)
        margin = max(self.high - self.value, self.value - self.low)
        needed = ceil(self.runs * (margin / room) ** 2) if room > 0 else ENOUGH + 1
        return max(FEWEST, self.runs + 1, needed) if needed <= ENOUGH else None

    @property
    def _limits(self) -> tuple[float, ...]:
        """Those of the limits that the number can go beyond: a count is never below 0, nor a share above 1."""
        return (self.most,) if self.least <= 0 else (self.least,) if self.most == 1 else (self.least, self.most)


def bound_lines(some: Iterable[Bound]) -> Iterator[str]:
    """The bounds in plain words, with what helps where one is not kept."""
    for one in some:
        word = {"kept": "kept    ", "broken": "GIVEN   ", "open": "unsure  "}[one.verdict]
        if one.least <= 0:
            limits = f"at most {one.most:.2f}"
        else:
            limits = f"{one.least:.2f} to {one.most:.2f}" if one.most < 1 else f"at least {one.least:.2f}"
        yield f"  {word} {one.name}: {one.value:.2f} ({one.low:.2f} to {one.high:.2f}; {limits})"
        if one.verdict == "broken":
            yield f"           {one.helps}"
        elif one.verdict == "open":
            yield f"           {_more(one)}"


def _more(one: Bound) -> str:
    if one.runs_needed is None:
        return "it lies so near the limit that more seeds would hardly tell"
    return f"that takes about {one.runs_needed} runs in which there is somebody; there were {one.runs}"
