"""What a watcher remembers of one person."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Sign:
    """A cue seen in a person: since when, when last, and for how many ticks in all."""

    cue: str
    first: int
    last: int
    ticks: int


@dataclass(slots=True)
class Track:
    """One person over time: `lately` when the eyes were last on each sort of thing, and what signs there were."""

    person: int
    lately: dict[str, int] = field(default_factory=dict)
    resting: dict[str, int] = field(default_factory=dict)
    posed: dict[str, int] = field(default_factory=dict)
    spots: list[tuple[int, float, float]] = field(default_factory=list)
    signs: dict[str, Sign] = field(default_factory=dict)
    dropped: tuple[float, float, int] | None = None
    asked: dict[str, int] = field(default_factory=dict)

    def see(self, cue: str, tick: int, ticks: int) -> None:
        """Add so many ticks of a cue."""
        sign = self.signs.get(cue)
        if sign is None:
            self.signs[cue] = Sign(cue, tick, tick, ticks)
        else:
            sign.last, sign.ticks = tick, sign.ticks + ticks

    def disprove(self, cue: str) -> None:
        """Forget a cue that has found its innocent explanation."""
        self.signs.pop(cue, None)

    def within(self, what: dict[str, int], key: str, tick: int, ticks: int) -> bool:
        """Whether it was so at most so many ticks ago."""
        return tick - what.get(key, -(10**9)) <= ticks
