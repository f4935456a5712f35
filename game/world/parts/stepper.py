"""Whose step is over, and what comes next: plays every part, one step after another."""

from game.cast import Cast, Step
from game.geometry import Point
from game.log import WorldEvent
from game.scenario.verbs import Verb

from ..bodies import Bodies
from ..floor.survey import Survey
from .acts_shown import ActsShown
from .doors import OUT, Doors
from .entrances import Thresholds
from .following import Keeping
from .gestures import Gestures
from .groups import Groups
from .objects import Objects
from .player import Player, StepStage, player
from .queues import JOINS, Lines
from .relations import Relations, Whereabouts
from .seats import Seats
from .walking import NEAR, Going

MOST_STEPS_AT_ONCE = 12
AT_SEAT = 0.12
"""Metres from where one stands before sitting down that count as there."""
_OUT = Step(Verb.LEAVE)


class Stepper:
    """Plays the parts of the cast on the bodies."""

    def __init__(self, survey: Survey, cast: Cast, bodies: Bodies, start: int) -> None:
        """Everyone waits outside for their time."""
        self.tick = start
        layout, ground = survey.layout, survey.ground
        self.objects = Objects()
        self.relations = Relations(layout, cast.people, bodies, self.objects, ground)
        self._bodies, self._layout = bodies, layout
        self.players = [player(person) for person in cast.people]
        self.going = Going(bodies, ground, survey.routes)
        self.gestures = Gestures(bodies, self.relations)
        self.company = Groups(bodies, self.gestures, self.relations, ground)
        self._lines = Lines(layout, ground, bodies, self.going, self.gestures, self._served)
        self._seats = Seats(layout, ground)
        self._due: dict[int, list[Player]] = {}
        self._showing = ActsShown(self._bodies)
        self.thresholds = Thresholds(
            self.players, Doors(layout, ground, bodies), bodies, self.going, self.gestures, self.company, self._seats,
            self._showing, self._inside, start,
        )  # fmt: skip
        self._keeping = Keeping(bodies, ground, self.going, self.gestures, self.relations, self._kept)

    # --- a tick -------------------------------------------------------------------------------------------------------

    def decide(self, tick: int) -> None:
        """Everything that is decided in this tick."""
        self.tick = tick
        self.thresholds.enter(tick)
        for one in self._due.pop(tick, ()):
            if one.stage is StepStage.DOING and one.until == tick:
                self._finish(one)
        self.objects.handle(tick, self._bodies)
        for one in self._lines.given_up(tick):
            self._finish(one)
        self._arrivals()
        for row in self._seats.slide(self._bodies) if self._seats.slides else ():
            self._slid(self.thresholds.here[row])
        while alone := self.company.lost():
            for row in alone:
                self._left_behind(self.thresholds.here[row])
        self.company.keep_up(tick)
        self._keeping.keep_up(tick)
        self._patience()

    def _inside(self, one: Player) -> None:
        """Someone's feet are on the floor: for the first time, or on another level."""
        if one.crossing is None or not self._begin(one):
            self._next(one)

    def _arrivals(self) -> None:
        for row in self.going.there(self.tick):
            one = self.thresholds.here.get(row)
            if one is None or not one.way or not self.going.sees_on(one):
                continue
            if not self.going.bend(one, self.tick, stops=self._stops(one)):
                self._arrived(one)

    def _patience(self) -> None:
        for row in self.going.blocked(self.tick):
            one = self.thresholds.here.get(row)
            if one is None or not one.way:
                continue
            near = self.going.far(row, *one.way[0])
            gives_up = (near < 1.5 and self._stops(one)) or (one.detours >= 2 and near < 4.0) or one.detours > 8
            # Who goes out does so in a door: in the middle of the floor they would vanish before our eyes.
            if gives_up and (self._stops(one) or self.thresholds.in_door(one)):
                self.going.hold_up(one, self.tick, short=near >= 1.5)
                self._arrived(one)
            else:
                self.going.find_a_way(one, self.tick, stops=self._stops(one))

    def _stops(self, one: Player) -> bool:
        return one.crossing is None and (one.step is None or one.step.verb.meaning.goes != "out")

    def happened(self) -> list[WorldEvent]:
        """What happened since this was last asked."""
        events, self._showing.events = self._showing.events, []
        return events

    # --- steps --------------------------------------------------------------------------------------------------------

    def _next(self, one: Player) -> None:
        """Go on to the step that comes next, and over those that take no time."""
        for _ in range(MOST_STEPS_AT_ONCE):
            one.number += 1
            if one.number >= len(one.steps):
                one.come_back()
            one.step = one.steps[one.number] if one.number < len(one.steps) else _OUT
            if self._begin(one):
                return
        self._hold(one, 1)

    def _begin(self, one: Player) -> bool:
        """Begin the present step; false if it is over already."""
        step = one.step
        assert step is not None
        one.crossing = None
        one.other = self._with(one, step)
        if self._takes_or_leaves_a_seat(one, step):
            return True
        if step.verb.meaning.goes == "out":
            return self._leave(one, step)
        if step.verb.meaning.goes == "with":
            return self._begin_keeping(one, step)
        if step.verb is Verb.QUEUE and self._lines.has(step.to):
            return self._go(one, self._lines.tail(step.to), JOINS)
        if step.verb is Verb.TURN_BACK and step.to is None:
            return self._go(one, self.going.behind(one), NEAR)
        return self._set_out(one, step)

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

    def _with(self, one: Player, step: Step) -> int | None:
        """The other person of a step of two."""
        if step.verb.meaning.near is None and step.verb.meaning.goes != "with":
            return None
        for target in (step.at, step.to):
            if target is not None and (target.person is not None or target.relation is not None):
                spot = self.relations.spot(one.row, target)
                return spot.person if spot else None
        return None

    def _go(self, one: Player, to: Point, reach: float) -> bool:
        step = one.step
        assert step is not None
        if self.going.far(one.row, *to) <= reach + 0.05:
            return self._do(one)
        one.stage = StepStage.GOING
        self.gestures.go(one.row, step)
        if self.thresholds.to_other_level(one, to, step.pace, self.tick):
            return True
        self.going.set_off(one, to, step.pace, self.tick, reach=reach, stops=self._stops(one))
        if self._stops(one):
            self.going.keep(one.row, *to)
        if step.verb.meaning.moves:
            self._showing.begin(one, self.tick)
        return True

    def _arrived(self, one: Player) -> None:
        """At the end of a way."""
        one.way = []
        if one.crossing is not None:
            self.thresholds.cross(one, self.tick)
        elif one.stage is StepStage.QUEUING:
            self._lines.in_place(one)
        elif one.stage is StepStage.NEARING or (one.step is not None and one.step.verb.meaning.goes == "with"):
            self._bodies.stop(one.row)
        elif one.seat is not None:
            self._sit_down(one, one.seat)
        elif one.step is not None and one.step.verb.meaning.goes == "out":
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
        ticks = one.ticks_of(step)
        if ticks <= 0 or (step.verb.meaning.moves and step.verb is not Verb.WALK):
            self._showing.end(one, self.tick)
            return False
        if not one.seated:
            self.going.keep(one.row, *self._bodies.at(one.row))
        self.gestures.do(one.row, step, one.other, ticks, seated=one.seated)
        if not one.seated:
            self.gestures.face_place(one.row, step, self._layout)
        self.objects.expect(one, step, self.tick + max(1, ticks // 2))
        self._showing.begin(one, self.tick)
        self._hold(one, ticks)
        return True

    def _hold(self, one: Player, ticks: int) -> None:
        one.stage = StepStage.DOING
        one.since = self.tick
        one.until = self.tick + max(1, ticks)
        self._due.setdefault(one.until, []).append(one)

    def _finish(self, one: Player) -> None:
        """The present step is over."""
        self._showing.end(one, self.tick)
        self._lines.leave(one, self.tick)
        self._keeping.part(one)
        self.company.part(one.row)
        self._next(one)

    # --- going out ----------------------------------------------------------------------------------------------------

    def _leave(self, one: Player, step: Step) -> bool:
        to = self.thresholds.way_out(one, step)
        if to is None or not self._go(one, to, OUT):
            self.thresholds.out(one, self.tick)
        return True

    # --- seats --------------------------------------------------------------------------------------------------------

    def _sit(self, one: Player, step: Step) -> bool:
        if step.to is None:
            return False
        near = step.to.point[:2] if step.to.point else self._bodies.at(one.row)
        one.seat = self._seats.take(one.id, step.to, near)
        if one.seat is None:
            return False
        spot = self._seats.standing_spot(one.seat)
        self.going.leave_berth(one.row)
        one.stage = StepStage.GOING
        self.gestures.go(one.row, step)
        if self.thresholds.to_other_level(one, spot, step.pace, self.tick):
            self._give_up_seat(one)
            return True
        self.going.set_off(one, spot, step.pace, self.tick, reach=AT_SEAT, stops=True)
        return True

    def _sit_down(self, one: Player, seat: int) -> None:
        """Before the seat: sit down, or, where somebody is in the way, do without."""
        self._bodies.stop(one.row)
        if self.going.far(one.row, *self._seats.standing_spot(seat)) > NEAR:
            self._give_up_seat(one)
            if not self._do(one):
                self._next(one)
            return
        one.stage = StepStage.SITTING
        self._face_from(one, seat)
        self._seats.sit_down(one.row, seat)

    def _face_from(self, one: Player, seat: int) -> None:
        (x, y), (fx, fy) = self._seats.seats[seat].at, self._seats.seats[seat].facing
        self.gestures.face_point(one.row, x + 3 * fx, y + 3 * fy)

    def _give_up_seat(self, one: Player) -> None:
        if one.seat is not None:
            self._seats.free(one.seat)
        one.seat, one.seated = None, False

    def _takes_or_leaves_a_seat(self, one: Player, step: Step) -> bool:
        if one.seated and one.seat is not None and step.to and step.to.seat == self._seats.seats[one.seat].name:
            return self._do(one)
        if one.seated and (step.to is not None or not step.verb.meaning.seated):
            self._rise(one)
            return True
        sits = step.verb is Verb.SIT or (step.verb is Verb.USE and step.to is not None and step.to.seat is not None)
        return sits and one.seat is None and self._sit(one, step)

    def _rise(self, one: Player) -> None:
        assert one.seat is not None
        self._seats.get_up(one.row, one.seat)
        one.stage = StepStage.RISING

    def _slid(self, one: Player) -> None:
        """Down on the seat, or up from it."""
        one.seated = one.stage is not StepStage.RISING
        if one.seated and one.seat is not None:
            begun = self._do(one)
            self._face_from(one, one.seat)
        else:
            self._give_up_seat(one)
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
        self._showing.begin(one, self.tick)
        ticks = one.ticks_of(step)
        self._hold(one, ticks)
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
            self._showing.begin(one, self.tick)
        self._keeping.join(one, self.tick)
        return True

    def _kept(self, one: Player) -> None:
        """Near the other, or the other has gone."""
        self._keeping.part(one)
        one.way = []
        self._bodies.stop(one.row)
        if one.stage is StepStage.DOING:
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
            self._give_up_seat(one)
        one.crossing = None
        if one.stage is StepStage.DOING:
            one.left = max(one.until - self.tick, 5)
        self._drop(one)
        one.set_aside(steps)
        self._next(one)
        return True

    def resume(self, one: Player, first: tuple[Step, ...]) -> None:
        """Let somebody who was interrupted do this first, and then go on where they were."""
        one.left, one.steps, one.number = None, first, -1
        if one.stage is StepStage.RISING:
            one.step = Step(Verb.WAIT, 1)  # until they are up
            return
        self._drop(one)
        self._next(one)

    def _drop(self, one: Player) -> None:
        """Let go of what one is at."""
        self._showing.pause(one, self.tick)
        self._lines.leave(one, self.tick)
        self._keeping.part(one)
        self.company.part(one.row)
        one.until = -1_000_000
        one.way = []
        self._bodies.stop(one.row)
