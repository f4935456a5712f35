"""What a watcher remembers of one person."""

from dataclasses import dataclass, field

from game.geometry import Point

LONG_AGO = -(10**9)


@dataclass(slots=True)
class Sign:
    """A cue seen in a person: since when, when last, and for how many ticks in all."""

    cue: str
    first: int
    last: int
    ticks: int


@dataclass(slots=True)
class PersonTrack:
    """One person over time: what signs there were, and what they rest on. Times are ticks.

    `heedless` whether what an act is aimed at is no matter to the watcher · `lately` when the eyes were last on each
    sort of thing, `resting` for how long · `called`, `talked` when they were last on the phone and in talk · `asked`
    for how long they have talked with staff · `spots` where they stood, since when · `dropped` where they put something
    down · `felt` when a hand was last at something under their clothes, and how many `times_felt` · `used`, `handed`,
    `offered` when they were last at a machine or a counter, passed something on, and showed something to a stranger,
    and how many `times_offered`.
    """

    person: int
    heedless: bool = False
    lately: dict[str, int] = field(default_factory=dict)
    resting: dict[str, int] = field(default_factory=dict)
    called: int = LONG_AGO
    talked: int = LONG_AGO
    asked: int = 0
    spots: list[tuple[int, float, float]] = field(default_factory=list)
    signs: dict[str, Sign] = field(default_factory=dict)
    dropped: Point | None = None
    felt: int = LONG_AGO
    times_felt: int = 0
    used: int = LONG_AGO
    handed: int = LONG_AGO
    offered: int = LONG_AGO
    times_offered: int = 0

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

    def has_looked(self, sort: str, tick: int, ticks: int) -> bool:
        """Whether the eyes were on this sort of thing at most so many ticks ago."""
        return tick - self.lately.get(sort, LONG_AGO) <= ticks
