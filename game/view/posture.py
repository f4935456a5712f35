"""How somebody holds themselves: the channels of a pose at a phase, in lengths and angles that can be blended."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, dist, pi, radians, sin, sqrt

from .axes import Axes, along, axes, between, into, rotate
from .gait import FREE_STRIDE, Striding, striding
from .pose import Pose
from .poses import Clip, Vec, clips, ease

THIGH, SHIN = 0.43, 0.42
"""Lengths of the bones of the leg in m."""
SIDES = (("left", -1.0), ("right", 1.0))
_HIP, _LOW_SPINE, _SPINE = 0.935, 0.17, 0.325
"""Metres: the hips above the floor in one who stands, and the two stretches of the back, of a body of 1.75 m."""
_ANKLE = (-0.125, 0.065)
"""From the ball of a flat foot back and up to the ankle."""
_SEATED_LEAN = 25.0
"""Degrees that somebody in a wheelchair leans forward at the most: further down the chest would be in the lap."""
_STEP = 0.035
"""How high (m) a foot is lifted that is set down elsewhere."""
_ARC = 0.20
"""How far forward a hand swings out (m) for each metre that it goes up or down, so that it goes round the body."""
_BOW = 1.3
"""Radians that the chest leans forward for each metre that the hips sink or rise, halfway."""


@dataclass(frozen=True, slots=True)
class Foot:
    """The ball of a foot (right, forward, up) in m, how far its heel is lifted (degrees), its toes turned out (m)."""

    ball: Vec
    heel: float
    out: float

    @property
    def tip(self) -> float:
        """How far a foot that lands on its heel carries the ball above the floor, in m."""
        return 0.17 * sin(-radians(self.heel)) if self.heel < 0 else 0.0

    @property
    def ankle(self) -> Vec:
        """Where the ankle is."""
        a = radians(self.heel)
        back, up = _ANKLE
        y, z = back * cos(a) + up * sin(a), up * cos(a) - back * sin(a)
        return self.ball[0] * 0.97, self.ball[1] + y, self.ball[2] + 0.025 + z + self.tip


@dataclass(frozen=True, slots=True)
class Posture:
    """All that is chosen of a body; the rest follows from its bones.

    `pelvis` (right, forward, up) m · `hips` yaw and roll, `chest` twist, lean and sway (radians) · `head` nod and tilt
    (degrees) · hands from the middle of the shoulders in the axes of the chest, left and right · elbows in degrees.
    """

    pelvis: Vec
    hips: Vec
    chest: Vec
    head: Vec
    feet: tuple[Foot, Foot]
    hands: tuple[Vec, Vec]
    elbows: tuple[float, float]


def posture(
    pose: Pose, phase: float, *, stride: float = FREE_STRIDE, aim: float = 0.0,
    grips: Mapping[str, Vec] | None = None, seated: bool = False,
) -> Posture:  # fmt: skip
    """A pose at a phase 0 … 1.

    `stride` in m of this body · `aim` radians to the left by which the aiming hands turn · `grips` where a hand that
    the pose leaves free holds something, from the middle of the shoulders · `seated` keeps the legs as in a wheelchair.
    """
    clip = clips()[pose]
    legs, moment = (clips()[Pose.SIT], 0.0) if seated else (clip, phase)
    walk = striding(stride, legs.gait) if legs.gait else None
    # No further round than 80°: the chest goes along by less than half, and an arm across the body would pass through
    # it.
    aim = max(-1.4, min(1.4, aim)) if clip.aim else 0.0
    number = clip.number
    x, y, z = legs.vector("pelvis", moment)
    yaw, roll = radians(number("yaw", phase)), radians(legs.number("roll", moment))
    twist, lean, sway = number("twist", phase), number("lean", phase), number("sway", phase)
    if walk:
        # The hips swing over the foot that stands, and the shoulders turn against them. By how much was set by eye.
        way = walk.share * cos(2 * pi * phase)
        x, z = x + 0.018 * sin(2 * pi * phase), z + walk.rise(phase)
        yaw, twist, lean = yaw + radians(5.0) * way, twist - 6.0 * way, lean + 4.0 * walk.run
    chest = radians(twist) + 0.45 * aim, radians(min(lean, _SEATED_LEAN) if seated else lean), radians(sway)
    feet = _foot(legs, moment, "left", -1.0, walk), _foot(legs, moment, "right", 1.0, walk)
    pelvis = (x, y, min(_HIP + z, _reach(x, y, feet)))
    left, right = (_hand(clip, phase, side, sign, walk, grips or {}) for side, sign in SIDES)
    if clip.from_floor:
        _, shoulders, own = trunk(pelvis, chest)
        left, right = into(shoulders, own, left), into(shoulders, own, right)
    elif aim:
        left, right = (
            rotate(hand, 0.75 * aim if side in clip.aim else 0.0)
            for hand, side in ((left, "left"), (right, "right"))
        )
    return Posture(
        pelvis, (yaw, roll, 0.0), chest, (number("nod", phase), number("tilt", phase), 0.0), feet, (left, right),
        (number("left_elbow", phase), number("right_elbow", phase)),
    )  # fmt: skip


def trunk(pelvis: Vec, chest: Vec) -> tuple[Vec, Vec, Axes]:
    """Where the waist and the middle of the shoulders are, and the axes of the chest."""
    twist, lean, _ = chest
    own = axes(*chest)
    waist = along(pelvis, axes(twist * 0.5, lean * 0.5, 0.0)[2], _LOW_SPINE)
    return waist, along(waist, own[2], _SPINE), own


def blend(posture: Posture, two: Posture, share: float) -> Posture:
    """On the way from one posture to another: eased, the hands round the body, the feet lifted one after the other."""
    if share >= 1.0:
        return two
    k = ease(share)
    swing = 4.0 * k * (1.0 - k)
    x, y, z = between(posture.pelvis, two.pelvis, k)
    twist, lean, sway = between(posture.chest, two.chest, k)
    feet = _step(posture.feet, two.feet, share)
    left, right = (_carry(a, b, k, swing) for a, b in zip(posture.hands, two.hands, strict=True))
    elbow_left, elbow_right = (a + (b - a) * k for a, b in zip(posture.elbows, two.elbows, strict=True))
    return Posture(
        (x, y, min(z, _reach(x, y, feet))), between(posture.hips, two.hips, k),
        (twist, lean + _BOW * abs(posture.pelvis[2] - two.pelvis[2]) * swing, sway), between(posture.head, two.head, k),
        feet, (left, right), (elbow_left, elbow_right),
    )  # fmt: skip


def _step(one: tuple[Foot, Foot], two: tuple[Foot, Foot], share: float) -> tuple[Foot, Foot]:
    """The foot that is off the floor, or else the one that goes further, is set down first."""
    ahead = [foot.ball[2] * 10 + dist(foot.ball, other.ball) for foot, other in zip(one, two, strict=True)]
    first = 0 if ahead[0] >= ahead[1] else 1
    # Each takes three fifths of the time: for a fifth both are on the way, as nobody waits between the two.
    left, right = (
        _set_down(a, b, ease(share / 0.6 if n == first else (share - 0.4) / 0.6))
        for n, (a, b) in enumerate(zip(one, two, strict=True))
    )
    return left, right


def _set_down(foot: Foot, two: Foot, k: float) -> Foot:
    x, y, z = between(foot.ball, two.ball, k)
    # A foot that goes less than 10 cm is hardly lifted: it shuffles.
    lift = _STEP * min(1.0, dist(foot.ball, two.ball) / 0.10) * 4.0 * k * (1.0 - k)
    return Foot((x, y, z + lift), foot.heel + (two.heel - foot.heel) * k, foot.out + (two.out - foot.out) * k)


def _carry(one: Vec, two: Vec, k: float, swing: float) -> Vec:
    x, y, z = between(one, two, k)
    return x, y + _ARC * abs(one[2] - two[2]) * swing, z


def _foot(clip: Clip, phase: float, side: str, sign: float, walk: Striding | None) -> Foot:
    if walk is None:
        return Foot(clip.vector(f"{side}_foot", phase), clip.number(f"{side}_heel", phase), 0.09)
    y, z, heel = walk.foot((phase + (0.5 if sign < 0 else 0.0)) % 1.0)
    return Foot((sign * 0.065, y, z), heel, 0.07)


def _hand(clip: Clip, phase: float, side: str, sign: float, walk: Striding | None, grips: Mapping[str, Vec]) -> Vec:
    x, y, z = clip.vector(f"{side}_hand", phase)
    if side not in clip.free:
        return x, y, z
    if side in grips:
        return grips[side]
    if walk is None or clip.gait is None:
        return x, y, z
    # The arm swings against the leg of its side, and bends in a run. All sizes were set by eye, on pictures.
    bent = max(clip.gait.elbow, walk.run)
    swung = 0.24 * clip.gait.swing * walk.share * (1.0 - 0.4 * bent) * sign * -cos(2 * pi * phase)
    forward = swung + 0.05 + 0.09 * bent
    lifted = bent * (0.30 + 0.5 * swung) + 0.10 * max(0.0, forward)
    return x - sign * (0.06 * max(0.0, forward) + 0.03 * bent), forward, z + lifted + 0.22 * forward * forward


def _reach(x: float, y: float, feet: tuple[Foot, Foot]) -> float:
    """The greatest height of the hips at which both feet still reach where they stand."""
    best = 9.0
    for foot, (_, sign) in zip(feet, SIDES, strict=True):
        ax, ay, az = foot.ankle
        flat = (ax - x - sign * 0.09) ** 2 + (ay - y) ** 2
        # Not quite straight: a knee that locks and opens again jerks.
        best = min(best, az + sqrt(max(0.01, (0.994 * (THIGH + SHIN)) ** 2 - flat)))
    return best
