"""How vehicles drive: in lanes, behind one another, up to a red light and on when it is green.

Everything moves on by a step at a time from before the first tick; what has been is remembered, so that any moment that
has once been reached can be looked at again.
"""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil, floor, inf, sqrt

from game.chance import pick, stream
from game.clock import TICK, TICKS_PER_SECOND
from game.geometry import Point

from .fleet import VEHICLES, Vehicle
from .signals import Signal

SPEED = 8.0
"""Metres a second: a little below twenty miles an hour, the limit in most streets of London."""
BEGINS = -1400
"""The tick before which nothing drives: a lane has filled by the first that is shown, 90 s before a scene starts."""
_STEP = 2
"""Ticks of a step, between which places are read off a straight line: 1.6 m at full speed, and half the work."""
_QUICKEN, _BRAKE, _HARD = 1.5, 2.0, 4.5
"""m/s² at which one sets off and brakes in town, and above which one does not brake for a light that has changed."""
_LEAST = -7.0
"""m/s² of an emergency stop on a dry road."""
_HEADWAY, _GAP = 1.3, 2.0
"""Seconds behind whoever drives ahead, and metres when both stand."""
_SHORT = 0.5
"""Metres before a line at which one stops."""
_MINDED = 50.0
"""Metres before a line from which one drives by what it shows: three times what one brakes in."""
_ENTERS = 6.0
"""Metres that must be free for somebody to come in behind another."""
_EVERY = 11.0
"""Seconds between two on a lane, besides what they take themselves: some 250 an hour, as in a side street."""


@dataclass(frozen=True)
class StopLine:
    """A line on a lane at which one stops unless it is shown green, and where one has crossed what lies behind it."""

    at: float
    clear: float
    shows: Callable[[float], Signal]


@dataclass(frozen=True)
class Lane:
    """One lane: a point of it, which way it goes, from where to where along it, and its lines in order."""

    name: str
    at: Point
    ahead: Point
    first: float
    last: float
    lines: tuple[StopLine, ...] = ()

    def spot(self, along: float) -> Point:
        """The point that lies so many metres along the lane."""
        return self.at[0] + along * self.ahead[0], self.at[1] + along * self.ahead[1]


@dataclass(eq=False, slots=True)
class Driver:
    """One vehicle on its lane: where its nose is, how fast it is, how many lines it has passed, where it has been."""

    vehicle: Vehicle
    begins: int
    nose: float
    speed: float = SPEED
    passed: int = 0
    been: "array[float]" = field(default_factory=lambda: array("f"))

    @property
    def tail(self) -> float:
        """Where along the lane it ends."""
        return self.nose - self.vehicle.length

    def find_tail(self, tick: float) -> float | None:
        """Where it ended at a moment, if it was on the lane."""
        since = (tick - self.begins) / _STEP
        before, after = floor(since), ceil(since)
        if before < 0 or after >= len(self.been):
            return None
        return self.been[before] + (self.been[after] - self.been[before]) * (since - before)


class Driving:
    """Everything that drives on one lane, up to the step that has been reached."""

    def __init__(self, lane: Lane, street: str) -> None:
        """The lane is empty; `street` names its own chance."""
        self.lane = lane
        self._chance = stream(0, "traffic", f"{street}/{lane.name}")
        self._tick = BEGINS
        self._here: list[Driver] = []
        self._moments: list[tuple[Driver, ...]] = []
        """By step, who was on the lane."""
        self._coming, self._due = self._draw(), float(BEGINS)

    def under_way(self, tick: float) -> list[tuple[Vehicle, float]]:
        """Everything on the lane at a moment: what it is, and how far along its tail is."""
        while self._tick <= tick + _STEP:
            self._go_on()
        at = floor((tick - BEGINS) / _STEP)
        if at < 0:
            return []
        found = ((driver.vehicle, driver.find_tail(tick)) for driver in self._moments[at])
        return [(vehicle, tail) for vehicle, tail in found if tail is not None]

    def _draw(self) -> Vehicle:
        return VEHICLES[pick(self._chance, (other.share for other in VEHICLES))]

    def _go_on(self) -> None:
        """One step."""
        if self._tick >= self._due:
            self._let_in()
        self._moments.append(tuple(self._here))
        shown = [line.shows(self._tick / TICKS_PER_SECOND) for line in self.lane.lines]
        changes = []
        for n, driver in enumerate(self._here):
            driver.been.append(driver.tail)
            left = self._find_stop(n, shown)
            change = _QUICKEN if left is None else _accelerate(driver.speed, left - _SHORT + _GAP, driver.speed)
            if n:
                leader = self._here[n - 1]
                behind = _accelerate(driver.speed, leader.tail - driver.nose, driver.speed - leader.speed)
                change = min(change, behind)
            changes.append(min(change, _accelerate(driver.speed, inf, 0.0)))
        for driver, change in zip(self._here, changes, strict=True):
            driver.speed = max(driver.speed + change * _STEP * TICK, 0.0)
            driver.nose += driver.speed * _STEP * TICK
        self._here = [driver for driver in self._here if driver.nose <= self.lane.last]
        self._tick += _STEP

    def _let_in(self) -> None:
        """Whoever is due comes, as soon as there is room at the beginning of the lane."""
        vehicle, nose, speed = self._coming, self.lane.first + self._coming.length, SPEED
        if self._here:
            room = self._here[-1].tail - nose
            if room < _ENTERS:
                return
            if room < SPEED * SPEED / _BRAKE:
                speed = self._here[-1].speed
        self._here.append(Driver(vehicle, self._tick, nose, speed))
        takes = vehicle.length / SPEED + _HEADWAY + float(self._chance.exponential(_EVERY))
        self._coming, self._due = self._draw(), self._tick + takes * TICKS_PER_SECOND

    def _find_stop(self, n: int, shown: Sequence[Signal]) -> float | None:
        """Metres to the line at which the n-th has to stop now, if there is one; a line that it goes over is passed."""
        driver, lines = self._here[n], self.lane.lines
        while driver.passed < len(lines):
            line = lines[driver.passed]
            left = line.at - driver.nose
            if left > _MINDED:
                return None
            if shown[driver.passed] is Signal.GREEN and self._has_room(n):
                if left > 0:
                    return None
            elif left > 0 and driver.speed**2 <= 2 * _HARD * left:
                return left
            driver.passed += 1
        return None

    def _has_room(self, n: int) -> bool:
        """Whether the n-th finds room beyond its next line, so that it never stands where others cross."""
        driver, lines = self._here[n], self.lane.lines
        after = driver.passed + 1
        if after == len(lines):
            return True
        before_it = [other.vehicle.length + _GAP for other in self._here[:n] if other.passed <= after]
        return sum(before_it) + driver.vehicle.length + _GAP <= lines[after].at - lines[driver.passed].clear


def _accelerate(speed: float, room: float, nearing: float) -> float:
    """m/s² by which one drives on with so much room ahead, which shrinks by `nearing` m/s.

    The intelligent driver model (Treiber, Hennecke and Helbing 2000): whoever keeps to it runs into nobody.
    """
    wanted = _GAP + max(speed * _HEADWAY + speed * nearing / (2 * sqrt(_QUICKEN * _BRAKE)), 0.0)
    return max(_QUICKEN * (1 - (speed / SPEED) ** 4 - (wanted / max(room, 0.1)) ** 2), _LEAST)
