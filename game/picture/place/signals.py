"""What the lights in the streets show at a moment: at crossings as the author says, where streets meet in turns."""

from enum import StrEnum

from game.scenario import Lights


class Signal(StrEnum):
    """What traffic is shown; only on green may anybody go who stands."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    RED_AMBER = "red and amber"


AMBER, STARTING = 3.0, 2.0
"""Seconds of amber, and of red with amber (Traffic Signs Regulations and General Directions 2016, schedule 14)."""
ALL_RED = 2.0
"""Seconds of red for all before the man turns green: a bus that went on at the last moment is then over."""
_CORNERS = 40.0
"""Seconds in which the lights at the corners go round: streets that meet have half of it each."""
_LAST = 3.0
"""Seconds of red for all at a corner: what comes last out of one street is then gone."""


def cycle(lights: Lights) -> float:
    """After how many seconds the same comes again."""
    return lights.traffic + AMBER + ALL_RED + lights.people + lights.clearing


def find_green_man(lights: Lights, turn: int) -> tuple[float, float]:
    """From which second to which the man is green in a turn of the lights."""
    begins = turn * cycle(lights) + lights.traffic + AMBER + ALL_RED
    return begins, begins + lights.people


def shows_green_man(lights: Lights, second: float) -> bool:
    """Whether people may step off."""
    begins, ends = find_green_man(lights, int(second // cycle(lights)))
    return begins <= second < ends


def traffic_signal(lights: Lights, second: float) -> Signal:
    """What traffic is shown at a crossing with these lights."""
    whole = cycle(lights)
    return _show(second % whole, lights.traffic, whole)


def corner_signal(side: str, second: float) -> Signal:
    """What traffic in the street on this side of a venue is shown where it meets another."""
    shift = 0.0 if side in ("south", "north") else _CORNERS / 2
    return _show((second - shift) % _CORNERS, _CORNERS / 2 - AMBER - _LAST, _CORNERS)


def _show(gone: float, green: float, whole: float) -> Signal:
    if gone < green:
        return Signal.GREEN
    if gone < green + AMBER:
        return Signal.AMBER
    return Signal.RED if gone < whole - STARTING else Signal.RED_AMBER
