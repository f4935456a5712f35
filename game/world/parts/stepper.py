"""Whose step is over, and what comes next: plays every part, one step after another."""

from collections.abc import Mapping

from game.cast import Cast, Step
from game.geometry import Point
from game.programme import ORDINARY, Programme
from game.scenario.verbs import Verb
from game.timetable import Service

from ..bodies import Bodies
from ..floor.survey import Survey
from .acts_shown import ActsShown
from .answering import Answers
from .boarding import Boarding
from .doors import OUT, Doors
from .entrances import Thresholds
from .following import Keeping
from .gestures import Gestures
from .groups import Groups
from .objects import Objects
from .player import Agenda, Player, StepStage, player
from .queues import JOINS, Lines
from .relations import Relations, Whereabouts, partner
from .seats import Seats
from .sitters import Sitters
from .travels import Travels
from .walking import NEAR, Going
from .workings import Workings

MOST_STEPS_AT_ONCE = 12
_OUT = Step(Verb.LEAVE)


class Stepper:
    """Plays the parts of the cast on the bodies."""

    def __init__(
        self, survey: Survey, cast: Cast, bodies: Bodies, start: int, services: Mapping[str, Service],
        programme: Programme = ORDINARY,
    ) -> None:
        """Everyone waits outside for their time; `services` are the trains, by the portal beside which they stop."""
        self.tick = start
        layout, ground = survey.layout, survey.ground
        self.objects = Objects()
        self.relations = Relations(layout, cast.people, bodies, self.objects, ground)
        self._bodies, self._layout = bodies, layout
        self.players = [player(person) for person in cast.people]
        self.going = Going(bodies, ground, survey.routes)
        self.gestures = Gestures(bodies, self.relations)
        self.company = Groups(bodies, self.gestures, self.relations, ground)
        self.showing = ActsShown(bodies)
        self._lines = Lines(layout, ground, bodies, self.going, self.gestures, self._served)
        self._seats = Seats(layout, ground)
        self._agenda = Agenda()
        workings = Workings(bodies, self.going, self.gestures, self.company, self._seats, self.showing)
        self.doors = Doors(layout, ground, bodies)
        self._programme = programme
        self.thresholds = Thresholds(self.players, self.doors, workings, self._inside, start)
        self._boarding = Boarding(services, self.doors, ground, bodies)
        self._travels = Travels(self.going, self.thresholds)
        self._sitters = Sitters(workings, self.thresholds)
        self._answers = Answers(bodies, self.gestures, self.showing, self.players)
        self._keeping = Keeping(bodies, ground, self.going, self.gestures, self.relations, self._kept)

    # --- a tick -------------------------------------------------------------------------------------------------------

    def decide(self, tick: int) -> None:
        """Everything that is decided in this tick."""
        self.tick = tick
        self.doors.closed = self._programme.closed(tick)
        self.thresholds.enter(tick)
        for one in self._agenda.over(tick):
            if one.stage is StepStage.DOING and one.until == tick:
                self._finish(one)
        self.objects.handle(tick, self._bodies)
        if self.objects.events:
            self.showing.events += self.objects.events
            self.objects.events = []
        self._answers.pass_on(tick)
        for one in self._lines.given_up(tick):
            self._finish(one)
        for one in self._travels.over(tick):
            self._arrived(one)
        for row in self._seats.slide(self._bodies) if self._seats.slides else ():
            self._slid(self.thresholds.here[row])
        while alone := self.company.lost():
            for row in alone:
                self._left_behind(self.thresholds.here[row])
        self.company.keep_up(tick)
        self._keeping.keep_up(tick)
        for one in self._travels.given_up(tick):
            self._arrived(one)

    def _inside(self, one: Player) -> None:
        """Someone's feet are on the floor: for the first time, or on another level."""
        if one.crossing is None or not self._begin(one):
            self._next(one)

    # --- steps --------------------------------------------------------------------------------------------------------

    def _next(self, one: Player) -> None:
        """Go on to the step that comes next, and over those that take no time."""
        for _ in range(MOST_STEPS_AT_ONCE):
            one.number += 1
            if one.number >= len(one.steps):
                one.come_back()
            one.step = one.steps[one.number] if one.number < len(one.steps) else _OUT
            past = one.step.until is not None and one.step.until <= self.tick
            if not past and self._begin(one):
                return
        self._agenda.hold(one, self.tick, 1)

    def _begin(self, one: Player) -> bool:
        """Begin the present step; false if it is over already."""
        step = one.step
        assert step is not None
        one.crossing = None
        one.other = partner(self.relations, one.row, step)
        if self._takes_or_leaves_a_seat(one, step):
            return True
        if step.verb.meaning.goes == "out":
            self._leave(one, step)
            return True
        if step.verb.meaning.goes == "with":
            return self._begin_keeping(one, step)
        if step.verb is Verb.QUEUE and self._lines.has(step.to):
            return self._go(one, self._lines.tail(step.to), JOINS)
        if step.verb is Verb.TURN_BACK and step.to is None:
            return self._go(one, self.going.behind(one), NEAR)
        return self._set_out(one, step)

    def _leave(self, one: Player, step: Step) -> None:
        """Go out; first wait, if it is by a train that is not there."""
        if first := self._boarding.before(one, step, self.tick):
            one.take_up((first, step))
            self._next(one)
            return
        to = self.thresholds.way_out(one, step)
        if to is None or not self._go(one, to, OUT):
            self.thresholds.out(one, self.tick)

    def _set_out(self, one: Player, step: Step) -> bool:
        """Go where the step is done: to a spot, near a person, or nowhere."""
        spot = self.relations.spot(one.row, step.to) if step.to else None
        if spot is None and one.other is not None and step.verb.meaning.near is not None:
            spot = self.relations.of(one.other)
        if spot is None:
            return self._do(one)
        if spot.person is not None:
            one.other = spot.person if one.other is None else one.other
            return self._approach(one, spot)
        return self._go(one, self.going.berth(one.row, spot.x, spot.y), NEAR)

    def _go(self, one: Player, to: Point, reach: float) -> bool:
        step = one.step
        assert step is not None
        if self.going.far(one.row, *to) <= reach + 0.05:
            return self._do(one)
        one.stage = StepStage.GOING
        self.gestures.go(one.row, step)
        if self.thresholds.to_other_level(one, to, step.pace, self.tick):
            return True
        self.going.set_off(one, to, step.pace, self.tick, reach=reach, stops=one.stops)
        if one.stops:
            self.going.keep(one.row, *to)
        if step.verb.meaning.moves:
            self.showing.begin(one, self.tick)
        return True

    def _arrived(self, one: Player) -> None:
        """At the end of a way."""
        one.way = []
        if one.crossing is not None and one.crossing in self.doors.closed:
            self._inside(one)  # as whoever has come to this level: by another way, if there is one
        elif one.crossing is not None:
            self.thresholds.cross(one, self.tick)
        elif one.stage is StepStage.QUEUING:
            self._lines.in_place(one)
        elif one.stage is StepStage.NEARING or (one.step is not None and one.step.verb.meaning.goes == "with"):
            self._bodies.stop(one.row)
        elif one.seat is not None:
            if not self._sitters.sit_down(one, one.seat) and not self._do(one):
                self._next(one)
        elif one.step is not None and one.step.verb.meaning.goes == "out":
            if self._boarding.shut(one, self.tick) or self.doors.is_shut(one):
                self._leave(one, one.step)
            else:
                self.thresholds.out(one, self.tick)
        elif not self._do(one):
            self._next(one)

    def _do(self, one: Player) -> bool:
        """Do the step where one is; false if it takes no time."""
        step = one.step
        assert step is not None
        if step.verb is Verb.QUEUE and one.queue is None and self._lines.has(step.to):
            self._lines.join(one, self.tick)
            return True
        self._bodies.stop(one.row)
        ticks = one.ticks_of(step, self.tick)
        if ticks <= 0 or (step.verb.meaning.moves and step.verb is not Verb.WALK):
            self.showing.end(one, self.tick)
            return False
        if not one.seated:
            self.going.keep(one.row, *self._bodies.at(one.row))
        self.gestures.do(one.row, step, one.other, ticks, seated=one.seated)
        if not one.seated:
            self.gestures.face_place(one.row, step, self._layout)
        self._answers.begin(one, self.tick, ticks)
        self.objects.expect(one, step, self.tick + max(1, ticks // 2))
        self.showing.begin(one, self.tick)
        self._agenda.hold(one, self.tick, ticks)
        return True

    def _finish(self, one: Player) -> None:
        """The present step is over."""
        self.showing.end(one, self.tick)
        self._answers.end(one, self.tick)
        self._lines.leave(one, self.tick)
        self._keeping.part(one)
        self.company.part(one.row)
        self._next(one)

    # --- seats --------------------------------------------------------------------------------------------------------

    def _takes_or_leaves_a_seat(self, one: Player, step: Step) -> bool:
        if self._sitters.is_on_it(one, step):
            return self._do(one)
        if one.seated and (step.to is not None or not step.verb.meaning.seated):
            self._sitters.rise(one)
            return True
        return self._sitters.wants(one, step) and self._sitters.set_out(one, step, self.tick)

    def _slid(self, one: Player) -> None:
        """Down on the seat, or up from it."""
        one.seated = one.stage is not StepStage.RISING
        if one.seated and one.seat is not None:
            begun = self._do(one)
            self._sitters.face_from(one, one.seat)
        else:
            self._sitters.give_up(one)
            begun = self._begin(one)
        if not begun:
            self._next(one)

    def _served(self, one: Player) -> None:
        """At the head of a queue."""
        if not self._do(one):
            self._finish(one)

    # --- with someone -------------------------------------------------------------------------------------------------

    def _begin_keeping(self, one: Player, step: Step) -> bool:
        if one.other is None or self.relations.of(one.other) is None:
            if step.verb is Verb.TAILGATE and step.to is not None and step.to.point is not None:
                return self._go(one, self.going.berth(one.row, *step.to.point[:2]), NEAR)
            return False
        self.going.leave_berth(one.row)
        self.gestures.go(one.row, step)
        self.showing.begin(one, self.tick)
        ticks = one.ticks_of(step, self.tick)
        self._agenda.hold(one, self.tick, ticks)
        if step.verb is Verb.ACCOMPANY:
            self.company.join(one.row, int(self._bodies.row_of[one.other]))
        else:
            self._keeping.join(one, self.tick)
        return True

    def _left_behind(self, one: Player) -> None:
        """The leader is no longer there: gone, or on the way to another level, where one goes too."""
        leader = self.players[one.other] if one.other is not None else None
        if leader is not None and leader.crossing is not None and self.thresholds.follow(one, leader, self.tick):
            self.company.part(one.row)
            one.left, one.until = max(one.until - self.tick, 1), -1_000_000
        else:
            self._finish(one)

    def _approach(self, one: Player, there: Whereabouts) -> bool:
        """Come near a person, who may be moving."""
        step = one.step
        assert step is not None
        if self._keeping.is_near(one, there):
            return self._do(one)
        if self.thresholds.to_other_level(one, (there.x, there.y), step.pace, self.tick):
            return True
        one.stage, one.since, one.other = StepStage.NEARING, self.tick, there.person
        self.going.leave_berth(one.row)
        self.gestures.go(one.row, step)
        if step.verb.meaning.moves:
            self.showing.begin(one, self.tick)
        self._keeping.join(one, self.tick)
        return True

    def _kept(self, one: Player) -> None:
        """Near the other, or the other has gone."""
        self._keeping.part(one)
        one.way = []
        self._bodies.stop(one.row)
        if one.stage is StepStage.DOING or self._keeping.grasps_at_nothing(one):
            self._finish(one)
        elif not self._do(one):
            self._next(one)

    # --- reactions ----------------------------------------------------------------------------------------------------

    def interrupt(self, one: Player, steps: tuple[Step, ...]) -> bool:
        """Drop what one does, do this, and resume later at the same step; false halfway down to a seat, and outside."""
        seat_between = one.stage in (StepStage.SITTING, StepStage.RISING)
        if not self._bodies.present[one.row] or one.step is None or not steps or seat_between:
            return False
        if not one.seated:
            self._sitters.give_up(one)
        one.crossing = None
        if one.stage is StepStage.DOING:
            one.left = max(one.until - self.tick, 5)
        one.set_aside()
        self.turn_to(one, steps)
        return True

    def turn_to(self, one: Player, steps: tuple[Step, ...]) -> None:
        """Let go of what one is at, and do these steps; then whatever was set aside."""
        self.showing.pause(one, self.tick)
        self._answers.end(one, self.tick)
        self._lines.leave(one, self.tick)
        self._keeping.part(one)
        self.company.part(one.row)
        one.until = -1_000_000
        one.way = []
        self._bodies.stop(one.row)
        one.take_up(steps)
        self._next(one)
