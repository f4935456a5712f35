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
    for bound in some:
        word = {"kept": "kept    ", "broken": "GIVEN   ", "open": "unsure  "}[bound.verdict]
        if bound.least <= 0:
            limits = f"at most {bound.most:.2f}"
        else:
            limits = f"{bound.least:.2f} to {bound.most:.2f}" if bound.most < 1 else f"at least {bound.least:.2f}"
        yield f"  {word} {bound.name}: {bound.value:.2f} ({bound.low:.2f} to {bound.high:.2f}; {limits})"
        if bound.verdict == "broken":
            yield f"           {bound.helps}"
        elif bound.verdict == "open":
            yield f"           {_more(bound)}"


def _more(bound: Bound) -> str:
    if bound.runs_needed is None:
        return "it lies so near the limit that more seeds would hardly tell"
    return f"that takes about {bound.runs_needed} runs in which there is somebody; there were {bound.runs}"
