"""Puts a verb's meaning on a body: pose, hands, eyes, facing. The same for whoever does it."""

from ..cast import Step
from ..scenario.verbs import GRAMMAR, Verb
from ..view import Held, Pose
from .bodies import BODY, GAZE, HAND, HELD_NUMBER, POSE_NUMBER, Bodies
from .relations import Relations, Spot
from .verbs import meaning, pose_with

DOWN, IN_HAND = -0.75, -0.5
HURRIED = 1.3
"""Factor on the free speed from which a walk is a hurry."""
_KNOWN = {str(held): held for held in Held}


class Gestures:
    """What bodies do with themselves while a step is done."""

    def __init__(self, bodies: Bodies, relations: Relations) -> None:
        """Over these bodies."""
        self._bodies, self._relations = bodies, relations
        self._said: dict[int, str] = {}

    def do(self, person: int, step: Step, other: int | None, ticks: int, *, seated: bool = False) -> None:
        """Show the step with the body, standing or sitting."""
        bodies, means = self._bodies, meaning(step.verb)
        self._say(person, step.says)
        held = _KNOWN.get(step.held, Held.NOTHING)
        if held is Held.NOTHING and means.held is not None:
            held = means.held
        if step.verb is Verb.PICK_UP:
            held = Held.NOTHING
        pose = Pose.SIT if seated else pose_with(step.verb, means.pose, held)
        bodies.pose[person] = POSE_NUMBER[pose]
        bodies.held[person] = HELD_NUMBER[held]
        bodies.rate[person] = 1.0 / max(ticks, 1) if means.once else 0.1 / means.seconds
        bodies.phase[person] = 0.0 if means.once else bodies.phase[person]
        self.relax(person)
        self._eyes(person, step, other, held)
        self._face(person, step, other, seated=seated)

    @property
    def words(self) -> tuple[tuple[int, str], ...]:
        """Who is saying what, in ascending order of id."""
        return tuple(sorted(self._said.items()))

    def _say(self, person: int, words: str) -> None:
        if words:
            self._said[person] = words
        else:
            self._said.pop(person, None)

    def _eyes(self, person: int, step: Step, other: int | None, held: Held) -> None:
        bodies, means = self._bodies, meaning(step.verb)
        eyes = means.eyes
        if step.verb is Verb.WAIT and held is Held.PHONE:
            eyes = "hands"
        bodies.rest_pitch[person] = {"down": DOWN, "hands": IN_HAND}.get(eyes, 0.0)
        bodies.sweeps[person] = eyes == "sweep"
        bodies.intent[person] = eyes in ("down", "hands")
        if bodies.intent[person]:
            bodies.idle[:, person] = 1.0, 0.0
        at = step.at or (step.facing if means.points else None)
        relation = at.relation if at else None
        if relation in ("around", "ahead", "down"):
            bodies.sweeps[person] = relation == "around"
            bodies.rest_pitch[person] = DOWN if relation == "down" else 0.0
            return
        spot = self._relations.spot(person, at) if at else None
        if spot is None and other is not None:
            spot = self._relations.of(other)
        if spot is None:
            return
        if means.points:
            self._aim(person, HAND, self._pointed(person, step) or spot)
        if not means.averts:
            self._aim(person, GAZE, spot)

    def _pointed(self, person: int, step: Step) -> Spot | None:
        return self._relations.spot(person, step.facing) if step.facing else None

    def _face(self, person: int, step: Step, other: int | None, *, seated: bool) -> None:
        if seated:
            return
        spot = self._relations.spot(person, step.facing) if step.facing else None
        if spot is None and other is not None:
            spot = self._relations.of(other)
        if spot is None and step.at is not None and meaning(step.verb).points:
            spot = self._relations.spot(person, step.at)
        if spot is not None:
            self._aim(person, BODY, spot)

    def face_point(self, person: int, x: float, y: float) -> None:
        """Turn the body to a point, unless it is turned to something already."""
        if not self._bodies.aims[BODY, person]:
            self._aim(person, BODY, Spot(x, y, 1.4))

    def go(self, person: int, step: Step) -> None:
        """Set off: eyes ahead unless the going itself has something to look at."""
        bodies = self._bodies
        self._say(person, "")
        self.relax(person)
        gait = Pose.STEP_OUT if step.verb is Verb.STEP_OUT else Pose.HURRY if step.pace >= HURRIED else Pose.WALK
        bodies.gait[person] = POSE_NUMBER[gait]
        bodies.pose[person] = POSE_NUMBER[Pose.STAND]
        bodies.rate[person] = 0.025
        held = _KNOWN.get(step.held, Held.NOTHING)
        bodies.held[person] = HELD_NUMBER[held] if GRAMMAR[step.verb].moves or step.verb is Verb.HAND_OVER else 0
        bodies.rest_pitch[person] = DOWN if step.verb is Verb.STEP_OUT else 0.0
        bodies.sweeps[person] = bodies.intent[person] = False
        spot = self._relations.spot(person, step.at) if step.at and GRAMMAR[step.verb].moves else None
        if spot is not None:
            self._aim(person, GAZE, spot)

    def watch(self, person: int, other: int, *, body: bool) -> None:
        """Look at somebody, and turn to them."""
        spot = self._relations.of(other)
        if spot is not None:
            self._aim(person, GAZE, spot)
            if body:
                self._aim(person, BODY, spot)

    def forget(self, other: int) -> None:
        """Let those who look at someone look at where they were last: they are about to go."""
        bodies = self._bodies
        row, who = (bodies.aim_at == other).nonzero()
        bodies.aim_x[row, who], bodies.aim_y[row, who] = bodies.at(other)
        bodies.aim_at[row, who] = -1

    def relax(self, person: int) -> None:
        """Let go of all aims."""
        self._bodies.aims[:, person] = False
        self._bodies.aim_at[:, person] = -1

    def _aim(self, person: int, row: int, spot: Spot) -> None:
        bodies = self._bodies
        bodies.aims[row, person] = True
        bodies.aim_x[row, person], bodies.aim_y[row, person] = spot.x, spot.y
        bodies.aim_at[row, person] = -1 if spot.person is None else spot.person
        if row == GAZE:
            bodies.aim_height[person] = spot.z
