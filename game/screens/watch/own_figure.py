"""The trainee on the floor: their own figure in the picture, what it cannot see, and where it is going."""

from dataclasses import replace

import numpy as np
import pygame

from game.exercise import Officer
from game.geometry import Point, step_length
from game.picture import Ring
from game.view import POSES, Pose, Snapshot, Viewpoint
from game.view.gait import stride
from game.view.viewpoint import SIN_DOWN
from game.widgets.style import Style

from .watch_setup import Watched

STRIDE = 1.8
"""Metres that one press of a walking key goes."""
NOBODY: frozenset[int] = frozenset()
_STAND, _WALK = POSES.index(Pose.STAND), POSES.index(Pose.WALK)
_TURN = 0.3
"""The share of a turn that the figure makes in one tick."""


class OnFloor:
    """The own figure's row is the one after the cast's. In the control room there is none, and nothing here happens."""

    def __init__(self, style: Style, watched: Watched) -> None:
        self._style, self._exercise = style, watched.exercise
        self._id = len(watched.descriptions)
        self._tall = watched.own.stature if watched.own else 1.75
        self._last: Point = self.at
        self._facing: Point = (1.0, 0.0)
        self._phase = 0.0
        self._goal: Point | None = None

    @property
    def officer(self) -> Officer | None:
        """The figure, if the post is on the floor."""
        return self._exercise.officer

    @property
    def at(self) -> Point:
        """Where it stands, in m."""
        return (self.officer.x, self.officer.y) if self.officer else (0.0, 0.0)

    def among(self, snapshot: Snapshot) -> Snapshot:
        """The same moment with the own figure in it. Asked once a tick, as its legs go on with it."""
        officer = self.officer
        if officer is None:
            return snapshot
        gone = step_length(officer.x - self._last[0], officer.y - self._last[1])
        self._last = self.at
        self._face(officer.facing)
        speed = gone * 10
        if speed > 0.2:
            self._phase = (self._phase + gone / float(stride(speed, self._tall))) % 1.0
        return with_figure(snapshot, self._id, self.at, self._facing, self._phase, speed)

    def find_hidden(self, snapshot: Snapshot) -> frozenset[int]:
        """Who is out of its sight, and therefore no more than a pale shape."""
        if self.officer is None:
            return NOBODY
        return frozenset(snapshot.ids.tolist()).difference(self._exercise.field.in_sight)

    def sees(self, person: int) -> bool:
        """Whether a person's body language can be seen from where it stands."""
        return self.officer is None or person in self._exercise.field.in_sight

    def sees_spot(self, x: float, y: float) -> bool:
        """Whether a floor point (m) can be seen from where it stands."""
        return self.officer is None or self.officer.sees_point(x, y)

    def hears(self, snapshot: Snapshot, person: int) -> str:
        """What a person is saying, if the figure stands near enough; in the control room nothing is heard."""
        return self.officer.hears(snapshot, person) if self.officer and person in snapshot.ids else ""

    def signs(self) -> tuple[Ring, ...]:
        """The ring that tells the own figure from all others."""
        return (Ring(self._id, self._style.colour("accent")[:3], double=True),) if self.officer else ()

    def heads_for(self, x: float, y: float) -> None:
        """Remember where the figure was sent, to show it."""
        self._goal = x, y

    def beside(self, right: float, down: float, viewpoint: Viewpoint) -> Point:
        """The floor point a few steps from the figure, in a direction of the picture."""
        centred = replace(viewpoint, x=self.at[0], y=self.at[1])
        far = STRIDE * viewpoint.scale / step_length(right, down)
        return centred.floor_at(
            viewpoint.width / 2 + right * far, viewpoint.height / 2 + down * far * SIN_DOWN
        )

    def draw(self, surface: pygame.Surface, viewpoint: Viewpoint) -> None:
        """Where the figure is going, as a mark on the floor, until it is there."""
        if self.officer is None or self._goal is None:
            return
        if not self.officer.walking:
            self._goal = None
            return
        x, y = viewpoint.project(np.array([self._goal]))[0].tolist()
        wide = 0.36 * viewpoint.scale
        box = pygame.Rect(0, 0, round(2 * wide), round(2 * wide * SIN_DOWN))
        box.center = round(x), round(y)
        for ink, thick in (((13, 18, 24), 5), (self._style.colour("accent")[:3], 3)):
            pygame.draw.ellipse(surface, ink, box.inflate(thick - 3, thick - 3), thick)
            pygame.draw.circle(surface, ink, box.center, thick)

    def _face(self, facing: Point) -> None:
        """Turn towards a direction, a part of the way each tick; right about, by the left."""
        x = self._facing[0] + (facing[0] - self._facing[0]) * _TURN
        y = self._facing[1] + (facing[1] - self._facing[1]) * _TURN
        long = step_length(x, y)
        self._facing = (x / long, y / long) if long > 0.2 else (-facing[1], facing[0])


def with_figure(
    snapshot: Snapshot, person: int, at: Point, facing: Point, phase: float, speed: float
) -> Snapshot:
    """The same moment with one more figure, whose id comes after all others; it looks straight ahead."""
    ahead = np.array([facing])
    walks = speed > 0.2

    def more(column: np.ndarray, value: float) -> np.ndarray:
        return np.append(column, np.array([value], dtype=column.dtype))

    return replace(
        snapshot,
        ids=more(snapshot.ids, person),
        position=np.vstack([snapshot.position, [at]]),
        heading=np.vstack([snapshot.heading, ahead]),
        head=np.vstack([snapshot.head, ahead]),
        gaze=np.vstack([snapshot.gaze, ahead]),
        hand=np.vstack([snapshot.hand, ahead]),
        pitch=more(snapshot.pitch, 0.0),
        pose=more(snapshot.pose, _WALK if walks else _STAND),
        phase=more(snapshot.phase, phase if walks else 0.3),
        held=more(snapshot.held, 0),
        speed=more(snapshot.speed, speed if walks else 0.0),
        base=more(snapshot.base, 0.0),
        bag=more(snapshot.bag, 1),
    )
