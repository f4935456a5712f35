"""Nobody sits on air, stands in the air, is within what is solid, or in one spot with another."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from game.cast import Looks, Person
from game.picture.place.staff_doors import HALF, OPENS
from game.scenario import Layout
from game.scenario.venue.passages import Passage
from game.view import POSES, Pose
from game.view.gait import SHARES, stride
from game.view.skeleton import STATURE, body
from game.view.snapshot import Floats
from game.world import Survey

from .finding import FIGURE, Episodes, Finding, Moment, make_finding

ON_SEAT, ALONG_SEAT = 0.08, 0.94
"""Metres from a seat, and cosine between the two ways they face, within which somebody sits on it."""
SITTING = (Pose.SIT, Pose.PLAY)
DEPTH = 0.05
"""Metres into a solid that clothes and rounding allow for."""
NEAR_SOLID = 0.75
"""Metres of room beyond which no limb of a body meets anything."""
LIMBS = (
    "pelvis", "chest", "head", "left_knee", "right_knee", "left_ankle", "right_ankle", "left_ball", "right_ball",
)  # fmt: skip
"""What of a body may not be within a solid; hands may lie on things."""
ONE_SPOT, LASTS = 0.2, 20
"""Metres between two bodies that are in one spot, and the ticks after which that is a fault."""
LEFT = 1 / 7
"""The share of a person's picture below which nobody sees them any more, beyond a door or at the end of stairs."""


class OnAir:
    """A sitting pose needs a seat under it, and feet that are not on steps are on the floor."""

    def __init__(self, layout: Layout, people: tuple[Person, ...]) -> None:
        seats = layout.seats + layout.stools
        self._seats = np.array([(*seat.at, *seat.facing) for seat in seats], dtype=float).reshape(-1, 4)
        self._passages = list(layout.passages.values())
        self._chairs = {person.id for person in people if person.looks.aid == "wheelchair"}
        self._episodes = Episodes()

    def look(self, moment: Moment) -> Iterator[Finding]:
        """Those who sit on nothing, or whose feet are off the floor."""
        now = moment.now
        sitting = np.isin(now.pose, [POSES.index(pose) for pose in SITTING])
        for row in np.flatnonzero(sitting).tolist():
            person = int(now.ids[row])
            seated = person in self._chairs or self._is_seated(now.position[row], now.heading[row])
            if not seated and self._episodes.new(person, now.tick):
                yield make_finding("on air", now, row, "sits where no seat is")
        for row in np.flatnonzero(np.abs(now.base) > 0.02).tolist():
            x, y = now.position[row].tolist()
            if not any(passage.rise and _on(passage, x, y) for passage in self._passages):
                yield make_finding("on air", now, row, f"feet {now.base[row]:.2f} m above the floor")

    def _is_seated(self, at: Floats, facing: Floats) -> bool:
        off = self._seats[:, :2] - at
        near = (off * off).sum(axis=1) < ON_SEAT * ON_SEAT
        return bool((near & (self._seats[:, 2:] @ facing > ALONG_SEAT)).any())


def _on(passage: Passage, x: float, y: float) -> bool:
    across, forth = passage.measure((x, y))
    return -0.5 <= forth <= passage.run + 0.5 and abs(across) <= passage.half


class Within:
    """No limb of anybody who is seen is inside a box of a prop; whoever goes through a staff door finds it open."""

    def __init__(self, survey: Survey, people: tuple[Person, ...]) -> None:
        self._ground, self._passages = survey.ground, list(survey.layout.passages.values())
        self._doors = [passage for passage in self._passages if passage.kind == "staff only"]
        self._looks = [person.looks for person in people]
        self._wheeled = {person.id for person in people if person.looks.aid == "wheelchair"}
        self._episodes = Episodes()
        self._boxes: list[tuple[Floats, float, float]] = []
        for thing in survey.layout.standing:
            if thing.kind.solid:
                for box in thing.kind.boxes:
                    low, high = box.at[2], box.at[2] + box.size[2]
                    self._boxes.append((np.array(thing.footprint(box)), low + DEPTH, high - DEPTH))
        self._middles = np.array([shape.mean(axis=0) for shape, _, _ in self._boxes]).reshape(-1, 2)
        self._reach = np.array([
            np.sqrt(((shape - shape.mean(axis=0)) ** 2).sum(axis=1)).max() for shape, _, _ in self._boxes
        ])  # fmt: skip

    def look(self, moment: Moment) -> Iterator[Finding]:
        """Those of whom a limb is inside something."""
        now = moment.now
        i = np.clip((now.position / 0.25 + 0.5).astype(np.int64), 0, np.array(self._ground.room.shape) - 1)
        for row in np.flatnonzero(self._ground.room[i[:, 0], i[:, 1]] < NEAR_SOLID).tolist():
            person = int(now.ids[row])
            if person in self._wheeled or has_faded(self._passages, *now.position[row].tolist()):
                continue
            worst = self._worst(moment, row, self._looks[person])
            if worst and self._episodes.new(person, now.tick):
                yield make_finding("inside", now, row, worst)

    def _worst(self, moment: Moment, row: int, looks: Looks) -> str:
        now = moment.now
        off = self._middles - now.position[row]
        near = np.flatnonzero((off * off).sum(axis=1) < (self._reach + 0.8) ** 2)
        if not len(near):
            return ""
        points = limbs(now.position[row], now.heading[row], POSES[now.pose[row]], float(now.phase[row]), looks,
                       float(now.speed[row]))
        solid = ~self._is_in_open_door(now.position[row], points)
        for n in near.tolist():
            shape, low, high = self._boxes[n]
            inside = solid & (points[:, 2] > low) & (points[:, 2] < high) & (_depth(shape, points[:, :2]) > DEPTH)
            if inside.any():
                k = int(inside.argmax())
                return f"{LIMBS[k]} {_depth(shape, points[k : k + 1, :2])[0]:.2f} m inside a prop"
        return ""

    def _is_in_open_door(self, at: Floats, points: Floats) -> NDArray[np.bool_]:
        """Which of somebody's limbs are in a doorway that stands open, as they go through it."""
        x, y = at.tolist()
        for door in self._doors:
            if _on(door, x, y) and door.measure((x, y))[1] > OPENS:
                across, forth = np.array([door.measure((px, py)) for px, py in points[:, :2].tolist()]).T
                through: NDArray[np.bool_] = (np.abs(across) <= HALF) & (forth > 0.0)
                return through
        return np.zeros(len(points), dtype=np.bool_)


def limbs(at: Floats, facing: Floats, pose: Pose, phase: float, looks: Looks, speed: float) -> Floats:
    """Where the limbs (n, 3) of somebody are in the venue, in m."""
    size = looks.stature / STATURE
    joints = body(pose, phase, stride=float(stride(speed, looks.stature, SHARES[looks.age])) / size).joints
    right, forward, up = (np.array([joints[name] for name in LIMBS]) * size).T
    hx, hy = facing.tolist()
    return np.stack([at[0] + right * hy + forward * hx, at[1] - right * hx + forward * hy, up], axis=1)


def _depth(shape: Floats, points: Floats) -> Floats:
    """How far each of the points is within a convex outline, anticlockwise or not; below 0 outside."""
    ends = np.roll(shape, -1, axis=0)
    along = ends - shape
    along = along / np.maximum(np.sqrt((along * along).sum(axis=1)), 1e-9)[:, None]
    inward = np.stack([-along[:, 1], along[:, 0]], axis=1)
    if ((shape.mean(axis=0) - shape) * inward).sum() < 0:
        inward = -inward
    depth: Floats = ((points[:, None] - shape[None]) * inward[None]).sum(axis=2).min(axis=1)
    return depth


class InOneSpot:
    """No two bodies are within 0.2 m of each other for over two seconds, the trainee's own figure among them.

    Those who wait at the end of stairs for room on the other level have faded from sight.
    """

    def __init__(self, layout: Layout) -> None:
        self._passages = list(layout.passages.values())
        self._since: dict[tuple[int, int], int] = {}

    def look(self, moment: Moment) -> Iterator[Finding]:
        """Pairs that have been in one spot for just so long now."""
        now = moment.now
        ids, at, base = now.ids.tolist(), now.position, now.base
        if moment.figure is not None:
            ids, at, base = [*ids, FIGURE], np.vstack([at, moment.figure]), np.append(base, 0.0)
        dx, dy, dz = (column[:, None] - column[None, :] for column in (at[:, 0], at[:, 1], base))
        close = np.argwhere(np.triu(dx * dx + dy * dy + dz * dz < ONE_SPOT * ONE_SPOT, 1)).tolist()
        pairs = {(ids[one], ids[other]): one for one, other in close}
        self._since = {pair: self._since.get(pair, now.tick) for pair in pairs}
        for pair, row in pairs.items():
            if now.tick - self._since[pair] == LASTS and not has_faded(self._passages, *at[row].tolist()):
                yield make_finding("one spot", now, row, f"with {'the own figure' if FIGURE in pair else pair[1]}")


def has_faded(passages: Sequence[Passage], x: float, y: float) -> bool:
    """Whether somebody here is drawn no more, or next to nothing of them."""
    for passage in passages:
        begins, ends = passage.fades
        if _on(passage, x, y) and passage.measure((x, y))[1] > ends - LEFT * (ends - begins):
            return True
    return False
