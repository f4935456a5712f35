"""Puts a verb's meaning on a body: pose, hands, eyes, facing. The same for whoever does it."""

from game.cast import Step
from game.scenario.venue.layout import Layout
from game.scenario.verbs import Verb
from game.view import Held, Pose
from game.view.eyes import EYE_LEVEL
from game.view.poses import clips

from ..bodies import BODY, GAZE, HAND, HELD_NUMBER, POSE_NUMBER, Bodies
from .relations import Relations, Whereabouts

DOWN, IN_HAND = -0.75, -0.5
"""How far down eyes are turned to the floor ahead, and to what is in the hands, as `Bodies.rise` has it: down as a
share of down and ahead together, thus 72° and 45°."""
HURRIED = 1.3
"""Factor on the free speed from which a walk is a hurry."""
_KNOWN = {str(held): held for held in Held}


class Gestures:
    """What bodies do with themselves while a step is done."""

    def __init__(self, bodies: Bodies, relations: Relations) -> None:
        """Over these bodies."""
        self._bodies, self._relations = bodies, relations
        self._said: dict[int, str] = {}

    def do(self, row: int, step: Step, other: int | None, ticks: int, *, seated: bool = False) -> None:
        """Show the step with the body, standing or sitting."""
        bodies, means = self._bodies, step.verb.meaning
        self._say(row, step.says)
        held = _KNOWN.get(step.held or "", Held.NOTHING)
        if held is Held.NOTHING and means.held is not None:
            held = means.held
        if step.verb is Verb.PICK_UP:
            held = Held.NOTHING
        pose = means.pose_with(held)
        if seated:
            pose = Pose.PLAY if pose is Pose.USE else Pose.SIT
        elif pose is Pose.SIT:
            pose = Pose.STAND  # no seat was free
        bodies.pose[row] = POSE_NUMBER[pose]
        bodies.held[row] = HELD_NUMBER[held]
        bodies.rate[row] = 1.0 / max(ticks, 1) if means.once else 0.1 / means.round
        bodies.phase[row] = 0.0 if means.once else bodies.phase[row]
        self.relax(row)
        self._eyes(row, step, other, pose)
        self._face(row, step, other, seated=seated)

    @property
    def words(self) -> tuple[tuple[int, str], ...]:
        """Who is saying what, in ascending order of id."""
        who = self._bodies.who
        return tuple(sorted((int(who[row]), words) for row, words in self._said.items()))

    def _say(self, row: int, words: str) -> None:
        if words:
            self._said[row] = words
        else:
            self._said.pop(row, None)

    def _eyes(self, row: int, step: Step, other: int | None, pose: Pose) -> None:
        bodies, means = self._bodies, step.verb.meaning
        eyes = "hands" if pose is Pose.PHONE_READ else means.eyes  # whoever waits with a phone looks at it
        bodies.rest_pitch[row] = {"down": DOWN, "hands": IN_HAND}.get(eyes, 0.0)
        bodies.sweeps[row] = eyes == "sweep"
        bodies.intent[row] = eyes in ("down", "hands")
        if bodies.intent[row]:
            bodies.idle[:, row] = 1.0, 0.0
        at = step.at or (step.facing if means.points else None)
        relation = at.relation if at else None
        if relation in ("around", "ahead", "down"):
            bodies.sweeps[row] = relation == "around"
            bodies.rest_pitch[row] = DOWN if relation == "down" else 0.0
            return
        # Whose bag a hand is at is settled: the nearest may be another by now.
        spot = self._relations.spot(row, at) if at and not means.behind else None
        if spot is None and other is not None:
            spot = self._relations.of(other)
        if spot is None:
            return
        if means.points:
            self._aim(row, HAND, self._find_pointed(row, step) or spot)
        if not means.averts:
            self._aim(row, GAZE, spot)

    def _find_pointed(self, row: int, step: Step) -> Whereabouts | None:
        return self._relations.spot(row, step.facing) if step.facing else None

    def _face(self, row: int, step: Step, other: int | None, *, seated: bool) -> None:
        if seated:
            return
        spot = self._relations.spot(row, step.facing) if step.facing else None
        if spot is None and other is not None:
            spot = self._relations.of(other)
        if spot is None and step.at is not None and step.verb.meaning.points:
            spot = self._relations.spot(row, step.at)
        if spot is not None:
            self._aim(row, BODY, spot)

    def face_point(self, row: int, x: float, y: float) -> None:
        """Turn the body to a point, unless it is turned to something already."""
        if not self._bodies.aims[BODY, row]:
            self._aim(row, BODY, Whereabouts(x, y, EYE_LEVEL))

    def face_place(self, row: int, step: Step, layout: Layout) -> None:
        """Turn to what a place faces, or to the thing that one came for; to lean on it, turn the back to it."""
        if step.to is None or step.to.point is None:
            return
        place = layout.places.get(step.to.name)
        x, y = self._bodies.at(row)
        if place is not None and place.faces is not None:
            self.face_point(row, x + 3 * place.faces[0], y + 3 * place.faces[1])
            return
        mark = layout.landmark(step.to.name)
        if mark is not None and step.verb.meaning.turns is not None:
            way = 1 if step.verb.meaning.turns == "to" else -1
            self.face_point(row, x + way * (mark.x - x), y + way * (mark.y - y))

    def go(self, row: int, step: Step) -> None:
        """Set off: eyes ahead unless the going itself has something to look at."""
        bodies = self._bodies
        self._say(row, "")
        self.relax(row)
        gait = Pose.STEP_OUT if step.verb is Verb.STEP_OUT else Pose.HURRY if step.pace >= HURRIED else Pose.WALK
        bodies.gait[row] = POSE_NUMBER[gait]
        bodies.pose[row] = POSE_NUMBER[Pose.STAND]
        # Of the clip of standing, in a tick: one pass takes 4 s.
        bodies.rate[row] = 0.025
        held = _KNOWN.get(step.held or "", Held.NOTHING)
        bodies.held[row] = HELD_NUMBER[held] if step.verb.meaning.moves or step.verb is Verb.HAND_OVER else 0
        bodies.rest_pitch[row] = DOWN if step.verb is Verb.STEP_OUT else 0.0
        bodies.sweeps[row] = bodies.intent[row] = False
        spot = self._relations.spot(row, step.at) if step.at and step.verb.meaning.moves else None
        if spot is not None:
            self._aim(row, GAZE, spot)

    def watch(self, row: int, spot: Whereabouts | None, *, body: bool) -> None:
        """Look at somebody, and turn to them."""
        if spot is not None:
            self._aim(row, GAZE, spot)
            if body:
                self._aim(row, BODY, spot)

    def answer(self, row: int, other: int, pose: Pose, ticks: int) -> None:
        """Turn to somebody who does something with this one, and take it in a pose, for so many ticks."""
        bodies, spot = self._bodies, self._relations.of(other)
        bodies.pose[row], bodies.phase[row] = POSE_NUMBER[pose], 0.0
        bodies.rate[row] = 1.0 / max(ticks, 1) if clips()[pose].once else 0.1 / clips()[pose].seconds
        if spot is not None:
            for part in (GAZE, HAND, BODY):
                self._aim(row, part, spot)

    def forget(self, other: int) -> None:
        """Let those who look at someone look at where they were last: they are about to go, and say no more."""
        bodies = self._bodies
        self._say(other, "")
        part, row = (bodies.aim_at == other).nonzero()
        bodies.aim[0, part, row], bodies.aim[1, part, row] = bodies.at(other)
        bodies.aim_at[part, row] = -1

    def relax(self, row: int) -> None:
        """Let go of all aims."""
        self._bodies.aims[:, row] = False
        self._bodies.aim_at[:, row] = -1

    def _aim(self, row: int, part: int, spot: Whereabouts) -> None:
        bodies = self._bodies
        bodies.aims[part, row] = True
        bodies.aim[:, part, row] = spot.x, spot.y
        bodies.aim_at[part, row] = -1 if spot.person is None else bodies.row_of[spot.person]
        if part == GAZE:
            bodies.aim_height[row] = spot.z
