"""The world of one run: people who come, do what their part says, and go."""

from game.cast import Cast
from game.clock import PRE_ROLL
from game.geometry import Point
from game.log import WorldEvent
from game.programme import ORDINARY, Programme
from game.view import Snapshot

from .bodies import GAZE, HAND, Bodies
from .floor.neighbours import Neighbours
from .floor.survey import Survey
from .motion.own_body import Figure
from .motion.striding import pace, shorten_steps
from .motion.turning import turn
from .motion.walk import walk
from .parts.held_up import HeldUp
from .parts.reactions import Reactions
from .parts.stepper import Stepper
from .parts.stimulus import Stimulus
from .parts.talks import Talks
from .visible import snapshot

Aim = tuple[float, float, float, int]
"""A point (x, y, z in m), and the person who is there, or -1."""


class World:
    """One run, from the pre-roll on. It knows neither scenario nor key, and its future only step by step."""

    def __init__(
        self, survey: Survey, cast: Cast, starts: str = "08:00", programme: Programme = ORDINARY
    ) -> None:
        """The venue is empty; the pre-roll has not begun. Worlds of one venue may share its survey.

        Trains stop as the timetable has it, where `starts` ("HH:MM") is the time of day at tick 0, but for what the
        programme says.
        """
        self.tick = -PRE_ROLL
        self._bodies = Bodies(cast)
        self._ground = survey.ground
        self._neighbours = Neighbours()
        services = programme.services(survey.layout.services(starts))
        stepper = self._stepper = Stepper(survey, cast, self._bodies, self.tick, services, programme)
        self._thresholds, self._doors, self._going = stepper.thresholds, stepper.doors, stepper.going
        self._showing, self._objects, self._gestures = stepper.showing, stepper.objects, stepper.gestures
        self._reactions = Reactions(self._stepper, self._bodies, self._ground, programme)
        self._figure = Figure(self._bodies, self._neighbours, self._ground)
        self.talks = Talks(self._stepper, self._bodies)
        """Stops people to be spoken with."""
        self._seen: Snapshot | None = None
        self.past: list[WorldEvent] = []
        """All that has happened so far."""

    @property
    def present(self) -> int:
        """How many people are in the venue."""
        return len(self._bodies.ids[0])

    @property
    def held_up(self) -> tuple[HeldUp, ...]:
        """Each time that somebody's way was blocked for so long that they tried another."""
        return tuple(self._going.held_up)

    def step(self) -> list[WorldEvent]:
        """Play one tick: decide, route, move, notice. What happened in it, in order."""
        self.tick += 1
        crowded = self._stepper.decide(self.tick)
        self._reactions.notice(self.tick)
        if crowded:
            self._neighbours.forget()
        walk(self._bodies, self._neighbours, self._ground, self.tick)
        self._thresholds.carry(self.tick)
        turn(self._bodies, self.tick)
        shorten_steps(self._bodies, self._ground)
        pace(self._bodies)
        self._seen = None
        happened = self._showing.take_events()
        self.past += happened
        return happened

    def run_until(self, tick: int) -> list[WorldEvent]:
        """Play up to and including a tick."""
        events: list[WorldEvent] = []
        while self.tick < tick:
            events += self.step()
        return events

    def snapshot(self) -> Snapshot:
        """What could be seen at this moment."""
        if self._seen is None:
            self._seen = snapshot(self._bodies, self.tick, self._objects.items, self._gestures.words)
        return self._seen

    def aims(self, person: int) -> tuple[Aim | None, Aim | None]:
        """What a person means to look at, and to point at: for those who explain a scene, never for who watches it."""
        row = int(self._bodies.row_of[person])
        return (self._bodies.find_aim(GAZE, row), self._bodies.find_aim(HAND, row)) if row >= 0 else (None, None)

    def way(self, start: Point, goal: Point) -> list[Point]:
        """How the trainee's own figure gets from one point to another: the bends, the last where it can stand."""
        return self._doors.way(start, goal, self._going.way)

    def takes(self, here: Point, there: Point) -> int:
        """For how many ticks the figure is between two bends of a way that are on two levels; 0 on one level."""
        return self._doors.takes(here, there)

    def free(self, x: float, y: float) -> bool:
        """Whether nobody but the trainee's own figure is on the spot."""
        return self._figure.has_room(x, y)

    def stand(self, x: float, y: float) -> None:
        """The trainee's own figure is here now. Said every tick, so that people walk round it."""
        self._figure.stand(x, y)
        self._seen = None

    def obey(self, stimulus: Stimulus) -> None:
        """Let people react to something from outside: an announcement, the trainee's own officer coming near.

        An officer at a point is also whom "nearest officer" means from now on.
        """
        if stimulus.kind.startswith("officer") and stimulus.x is not None and stimulus.y is not None:
            self._stepper.relations.observer = (stimulus.x, stimulus.y)
        self._reactions.obey(stimulus)
