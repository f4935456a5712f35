"""What somebody looks at while a behaviour is played: the landmark, person or thing that their eyes are on, by name."""

from dataclasses import dataclass
from math import dist

import numpy as np

from game.geometry import Point
from game.view import POSES, Landmark, Pose, Snapshot
from game.view.eyes import EYE_LEVEL
from game.view.footage import Regarded
from game.world import Aim

from .performing import Performance

TURNED = 0.8
"""Cosine from which a face is turned to what the eyes mean to rest on."""
ATTENDED = 2.6
"""Metres from a post within which someone in uniform is on it."""
POSTS = frozenset({"guard post", "staff post", "patrol post", "information desk"})
FRONTS = frozenset({"shop window", "ticket window", "staff door", "service door", "service cabinet"})
"""What is seen from its front alone."""
UNIFORMS = {"security guard": "guard", "police officer": "police officer", "cleaner": "cleaner"}
SAID = {
    "gateline": "gates", "gate": "gate", "way out gate": "gate", "gate inside": "gates", "exit": "way out",
    "staff doorway": "staff door", "guard post": "guard's post", "patrol post": "guard's post",
    "platform end": "trains", "platform": "trains", "bus stand": "buses", "busker pitch": "busker's pitch",
}  # fmt: skip
"""Kinds of landmark in plainer words."""


def is_seen_from_front(regarded: Regarded | None) -> bool:
    """Whether somebody is turned to what can be seen from its front alone."""
    return regarded is not None and regarded.name in FRONTS


@dataclass(frozen=True)
class Regard:
    """Names what whoever plays a behaviour has turned to."""

    played: Performance

    def at(self, tick: int) -> Regarded | None:
        """What they look at, if it is anything that has a name."""
        snapshot, row = self.played.snapshot(tick), self.played.row(tick)
        return self._name_aim(tick, self._aims(tick)[0], snapshot.gaze[row])

    def lens(self, tick: int) -> Regarded | None:
        """What a lens held low is turned to."""
        snapshot, row = self.played.snapshot(tick), self.played.row(tick)
        filming = POSES[snapshot.pose[row]] is Pose.FILM_LOW
        return self._name_aim(tick, self._aims(tick)[1], snapshot.hand[row]) if filming else None

    def _aims(self, tick: int) -> tuple[Aim | None, Aim | None]:
        return self.played.aims[tick - self.played.run.first]

    def _name_aim(self, tick: int, aim: Aim | None, turned: np.ndarray) -> Regarded | None:
        if aim is None:
            return None
        snapshot = self.played.snapshot(tick)
        x, y = snapshot.position[self.played.row(tick)].tolist()
        way = np.array([aim[0] - x, aim[1] - y])
        far = float(np.sqrt((way**2).sum()))
        # Nearer than a hand's length there is no telling which way it lies.
        if far < 0.2 or float(way @ turned) / far < TURNED:
            return None
        if aim[3] >= 0:
            return Regarded(self._who(aim[3]), (aim[0], aim[1], EYE_LEVEL), aim[3])
        return self._thing(snapshot, aim)

    def _thing(self, snapshot: Snapshot, aim: Aim) -> Regarded | None:
        for item in snapshot.items:
            # An aim is rounded to centimetres on its way here.
            if dist((item.x, item.y), aim[:2]) < 0.05:
                return Regarded(item.kind, (item.x, item.y, aim[2]))
        mark = self._mark(aim[:2])
        if mark is None:
            return None
        on_it = self._on_duty(snapshot, mark) if mark.kind in POSTS else None
        return on_it or Regarded(SAID.get(mark.kind, mark.kind), (aim[0], aim[1], mark.aim[2]))

    def _mark(self, at: Point) -> Landmark | None:
        """The landmark at a point, or the long one that the point is part of."""
        layout = self.played.staged.layout
        near = min(layout.landmarks, key=lambda mark: dist((mark.x, mark.y), at), default=None)
        if near is not None and dist((near.x, near.y), at) < 0.1:
            return near
        for name, place in layout.places.items():
            east, north = abs(at[0] - place.at[0]), abs(at[1] - place.at[1])
            if east <= place.size[0] / 2 and north <= place.size[1] / 2 and max(place.size) > 2:
                return layout.landmark(name)
        return None

    def _on_duty(self, snapshot: Snapshot, mark: Landmark) -> Regarded | None:
        for person, (x, y) in zip(snapshot.ids.tolist(), snapshot.position.tolist(), strict=True):
            if self._is_staff(person) and dist((x, y), (mark.x, mark.y)) < ATTENDED:
                return Regarded(self._who(person), (x, y, EYE_LEVEL), person)
        return None

    def _is_staff(self, person: int) -> bool:
        return self.played.staged.cast.people[person].staff

    def _who(self, person: int) -> str:
        uniform = self.played.staged.cast.people[person].looks.uniform
        return UNIFORMS.get(uniform or "", "staff") if self._is_staff(person) else "somebody"
