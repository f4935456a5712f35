"""How long a stride is and the way of a foot in it, so that the foot on the floor stays where it is."""

from dataclasses import dataclass
from math import cos, pi, sin

import numpy as np

from .poses import Gait
from .snapshot import Floats

_REACH = 0.92
"""Fits 1.41 m (two steps) at 1.34 m/s and 1.75 m; people lengthen and quicken their steps alike (Froude)."""
SLOWEST = 0.15
"""Speed in m/s below which steps grow no shorter."""
SHARES = {"child": 0.96, "young": 1.0, "adult": 1.0, "older": 0.88}
"""What age leaves of a stride: at the same speed the old take shorter steps, and more of them."""
_WALKED = (1.74, 1.88)
"""Strides (m, of a body of 1.75 m) up to which all walk and from which all run: a Froude number of 0.5 lies between."""
_STRIKE, _PUSH, _KICK = 15.0, 58.0, 84.0
"""Degrees of the foot: toes up when it meets the floor, heel up when it leaves it, walking and running."""


def stride(speed: Floats | float, stature: Floats | float, share: Floats | float = 1.0) -> Floats:
    """Metres gone in one stride (two steps) at a speed in m/s by someone `stature` m tall; `share` as in `SHARES`.

    A walking clip's phase grows by speed ÷ stride per second. Square roots only: this is part of the world's state.
    """
    length: Floats = _REACH * share * np.sqrt(np.maximum(speed, SLOWEST) * stature)
    return length


FREE_STRIDE = float(stride(1.34, 1.75))
"""Metres of a stride at a free walk."""


@dataclass(frozen=True, slots=True)
class Striding:
    """A stride of `length` m by a body of 1.75 m: `share` of the free one, `run` from 0 walking to 1 running.

    `duty` is the share of the stride that a foot is on the floor.
    """

    length: float
    share: float
    run: float
    lift: float

    @property
    def duty(self) -> float:
        """More than half in a walk, where one foot comes down before the other leaves."""
        # 0.615 of the stride at a free walk and more when slower, as people have both feet down for longer then; 0.37
        # when running, so that for a quarter of the time neither is. Drawn from what is usual for adults, and set by
        # eye.
        return (0.67 - 0.055 * self.share) * (1.0 - self.run) + 0.37 * self.run

    def foot(self, phase: float) -> tuple[float, float, float]:
        """How far forward and up the ball of a foot is (m), and how far the heel is up (degrees).

        On the floor it goes back as fast as the body goes forward.
        """
        duty, share, run = self.duty, self.share, self.run
        # The curves from here on were set by eye, on pictures: the heel comes down first, and lifts in the
        # second half of standing; a runner lands on the middle of the foot, and kicks up behind.
        front, strike = 0.015 + self.length * duty * (0.5 - 0.05 * run), -_STRIKE * share * (1.0 - 0.8 * run)
        push = (_PUSH + (_KICK - _PUSH) * run) * min(1.0, 0.1 + 0.9 * share)
        if phase < duty:
            late = max(0.0, (phase / duty - 0.45) / 0.55)
            down = max(0.0, 1.0 - phase / 0.09)
            return front - self.length * phase, 0.0, strike * down + push * late**1.7 * (1.0 - 0.4 * run)
        # In the air: a cubic that leaves and lands with the speed of the floor, so that no foot jerks or slides.
        u = (phase - duty) / (1.0 - duty)
        back, slope = front - self.length * duty, -self.length * (1.0 - duty)
        y = (
            (2 * u**3 - 3 * u**2 + 1) * back + (u**3 - 2 * u**2 + u) * slope * 0.35
            + (3 * u**2 - 2 * u**3) * front + (u**3 - u**2) * slope
        )  # fmt: skip
        lift = (self.lift * share + 0.13 * run) * 4.0 * u * (1.0 - u) * (1.35 - 0.7 * u)
        kicked = (1.0 - 0.4 * run) * (1.0 - u) ** 1.5 + 0.9 * run * sin(pi * min(1.0, u * 1.15)) * (1.0 - u)
        return y, lift, push * kicked + strike * u**2

    def rise(self, phase: float) -> float:
        """How far below standing the hips are kept in m: a runner sinks into each step and leaps off it."""
        bounce = cos(4 * pi * (phase - self.duty / 2))
        return -0.010 - self.run * (0.035 + 0.028 * bounce)


def striding(length: float, gait: Gait) -> Striding:
    """A stride of this length in m by a body of 1.75 m, in this manner."""
    run = max(0.0, min(1.0, (length - _WALKED[0]) / (_WALKED[1] - _WALKED[0])))
    own = length * gait.stride
    return Striding(own, min(1.2, own / FREE_STRIDE), run, gait.lift)
