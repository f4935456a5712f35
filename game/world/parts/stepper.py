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
from .player import Agenda, ComingNear, Doing, GettingUp, InLine, Player, SittingDown, UnderWay, make_player
from .queues import JOINS, Lines
from .relations import Relations, Whereabouts, partner
from .seats import Seats
from .sitters import Sitters
from .travels import Travels
from .walking import NEAR, Going
from .workings import Workings

MOST_STEPS_AT_ONCE = 12
"""Steps that take no time may be passed over in one tick; a part that is all of them waits for the next, and does not
hang."""
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
        self.players = [make_player(person) for person in cast.people]
        self.going = Going(bodies, ground, survey.routes)
        self.gestures = Gestures(bodies, self.relations)
        self.company = Groups(bodies, self.gestures, self.relations, ground, self.going)
        self.showing = ActsShown(bodies)
        self._lines = Lines(layout, ground, bodies, self.going, self.gestures, self._serve)
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
        self._keeping = Keeping(bodies, ground, self.going, self.gestures, self.relations, self._end_keeping)

    # --- a tick -------------------------------------------------------------------------------------------------------

    def decide(self, tick: int) -> bool:
        """Everything that is decided in this tick; whether somebody came in close to others."""
        self.tick = tick
        self.doors.closed = self._programme.find_closed(tick)
        crowded = self.thresholds.enter(tick)
        for player in self._agenda.over(tick):
            self._finish(player)
        self.objects.handle(tick, self._bodies)
        if self.objects.events:
            self.showing.events += self.objects.events
            self.objects.events = []
        self._answers.pass_on(tick)
        for player in self._lines.find_given_up(tick):
            self._finish(player)
        for player in self._travels.over(tick):
            self._arrive(player)
        for row in self._seats.slide(self._bodies) if self._seats.slides else ():
            self._end_slide(self.thresholds.here[row])
        while alone := self.company.take_lost():
            for row in alone:
                self._lose_leader(self.thresholds.here[row])
        self.company.keep_up(tick)
        self._keeping.keep_up(tick)
        for player in self._travels.find_given_up(tick):
            self._arrive(player)
        return crowded

    def _inside(self, player: Player) -> None:
        """Someone's feet are on the floor: for the first time, or on another level."""
        if player.crossing is None or not self._begin(player):
            self._next(player)

    # --- steps --------------------------------------------------------------------------------------------------------

    def _next(self, player: Player) -> None:
        """Go on to the step that comes next, and over those that take no time."""
        for _ in range(MOST_STEPS_AT_ONCE):
            player.number += 1
            if player.number >= len(player.steps):
                player.come_back()
            player.step = player.steps[player.number] if player.number < len(player.steps) else _OUT
            past = player.step.until is not None and player.step.until <= self.tick
            if not past and self._begin(player):
                return
        self._agenda.hold(player, self.tick, 1)

    def _begin(self, player: Player) -> bool:
        """Begin the present step; false if there is none, or it is over already."""
        step = player.step
        if step is None:
            return False
        player.crossing = None
        player.other = partner(self.relations, player.row, step)
        if self._takes_or_leaves_a_seat(player, step):
            return True
        if step.verb.meaning.goes == "out":
            self._leave(player, step)
            return True
        if step.verb.meaning.goes == "with":
            return self._begin_keeping(player, step)
        return self._set_out(player, step)

    def _leave(self, player: Player, step: Step) -> None:
        """Go out; first wait, if it is by a train that is not there."""
        if first := self._boarding.before(player, step, self.tick):
            player.take_up((first, step))
            self._next(player)
            return
        to = self.thresholds.way_out(player, step)
        if to is None or not self._go(player, step, to, OUT):
            self.thresholds.out(player, self.tick)

    def _set_out(self, player: Player, step: Step) -> bool:
        """Go where the step is done: to the end of a queue, back, to a spot, near a person, or nowhere."""
        if step.verb is Verb.QUEUE and (line := self._lines.find(step.to)):
            return self._go(player, step, line.tail(), JOINS)
        if step.verb is Verb.TURN_BACK and step.to is None:
            return self._go(player, step, self.going.behind(player), NEAR)
        spot = self.relations.spot(player.row, step.to) if step.to else None
        if spot is None and player.other is not None and step.verb.meaning.near is not None:
            spot = self.relations.of(player.other)
        if spot is None:
            return self._do(player)
        if spot.person is not None:
            player.other = spot.person if player.other is None else player.other
            return self._approach(player, step, spot)
        return self._go(player, step, self.going.berth(player.row, spot.x, spot.y), NEAR)

    def _go(self, player: Player, step: Step, to: Point, reach: float) -> bool:
        if self.going.far(player.row, *to) <= reach + 0.05:
            return self._do(player)
        player.stage = UnderWay()
        self.gestures.go(player.row, step)
        if self.thresholds.to_other_level(player, to, step.pace, self.tick):
            return True
        self.going.set_off(player, to, step.pace, self.tick, reach=reach, stops=player.stops)
        if player.stops:
            self.going.keep(player.row, *to)
        if step.verb.meaning.moves:
            self.showing.begin(player, self.tick)
        return True

    def _arrive(self, player: Player) -> None:
        """At the end of a way."""
        player.way = []
        if player.crossing is not None and player.crossing in self.doors.closed:
            self._inside(player)  # as whoever has come to this level: by another way, if there is one
        elif player.crossing is not None:
            self.thresholds.cross(player, self.tick)
        elif isinstance(player.stage, InLine):
            self._lines.in_place(player)
        elif isinstance(player.stage, ComingNear) or (player.step and player.step.verb.meaning.goes == "with"):
            self._bodies.stop(player.row)
        elif player.seat is not None:
            if not self._sitters.sit_down(player, player.seat) and not self._do(player):
                self._next(player)
        elif player.step is not None and player.step.verb.meaning.goes == "out":
            if self._boarding.is_shut(player, self.tick) or self.doors.is_shut(player):
                self._leave(player, player.step)
            else:
                self.thresholds.out(player, self.tick)
        elif not self._do(player):
            self._next(player)

    def _do(self, player: Player) -> bool:
        """Do the present step where one is; false if there is none, or it takes no time."""
        step = player.step
        if step is None:
            return False
        if step.verb is Verb.QUEUE and not self._lines.hold(player) and (line := self._lines.find(step.to)):
            self._lines.join(player, step, line, self.tick)
            return True
        self._bodies.stop(player.row)
        ticks = player.ticks_of(step, self.tick)
        if ticks <= 0 or (step.verb.meaning.moves and step.verb is not Verb.WALK):
            self.showing.end(player, self.tick)
            return False
        if not player.seated:
            self.going.keep(player.row, *self._bodies.at(player.row))
        self.gestures.do(player.row, step, player.other, ticks, seated=player.seated)
        if not player.seated:
            self.gestures.face_place(player.row, step, self._layout)
        elif player.seat is not None:
            self._sitters.face_from(player, player.seat)
        self._answers.begin(player, self.tick, ticks)
        self.objects.expect(player, step, self.tick + max(1, ticks // 2))
        self.showing.begin(player, self.tick)
        self._agenda.hold(player, self.tick, ticks)
        return True

    def _finish(self, player: Player) -> None:
        """The present step is over."""
        self.showing.end(player, self.tick)
        self._answers.end(player, self.tick)
        self._lines.leave(player, self.tick)
        self._keeping.part(player)
        self.company.part(player.row)
        self._next(player)

    # --- seats --------------------------------------------------------------------------------------------------------

    def _takes_or_leaves_a_seat(self, player: Player, step: Step) -> bool:
        if self._sitters.is_on_it(player, step):
            return self._do(player)
        if player.seated and player.seat is not None and (step.to is not None or not step.verb.meaning.seated):
            self._sitters.rise(player, player.seat)
            return True
        return self._sitters.wants(player, step) and self._sitters.set_out(player, step, self.tick)

    def _end_slide(self, player: Player) -> None:
        """Down on the seat, or up from it."""
        player.seated = not isinstance(player.stage, GettingUp)
        if player.seated and player.seat is not None:
            begun = self._do(player)
        else:
            self._sitters.give_up(player)
            begun = self._begin(player)
        if not begun:
            self._next(player)

    def _serve(self, player: Player) -> None:
        """At the head of a queue."""
        if not self._do(player):
            self._finish(player)

    # --- with someone -------------------------------------------------------------------------------------------------

    def _begin_keeping(self, player: Player, step: Step) -> bool:
        if player.other is None or self.relations.of(player.other) is None:
            if step.verb is Verb.TAILGATE and step.to is not None and step.to.point is not None:
                return self._go(player, step, self.going.berth(player.row, *step.to.point[:2]), NEAR)
            return False
        self.going.leave_berth(player.row)
        self.gestures.go(player.row, step)
        self.showing.begin(player, self.tick)
        ticks = player.ticks_of(step, self.tick)
        self._agenda.hold(player, self.tick, ticks)
        if step.verb is Verb.ACCOMPANY:
            self.company.join(player.row, int(self._bodies.row_of[player.other]))
        else:
            self._keeping.join(player, self.tick)
        return True

    def _lose_leader(self, player: Player) -> None:
        """The leader is no longer there: gone, or on the way to another level, where one goes too."""
        leader = self.players[player.other] if player.other is not None else None
        keeping = player.stage
        if (
            isinstance(keeping, Doing)
            and leader is not None
            and leader.crossing is not None
            and self.thresholds.follow(player, leader, self.tick)
        ):
            self.company.part(player.row)
            player.left = max(keeping.until - self.tick, 1)
        else:
            self._finish(player)

    def _approach(self, player: Player, step: Step, there: Whereabouts) -> bool:
        """Come near a person, who may be moving."""
        if self._keeping.is_near(player, there):
            return self._do(player)
        if self.thresholds.to_other_level(player, (there.x, there.y), step.pace, self.tick):
            return True
        player.stage, player.other = ComingNear(self.tick), there.person
        self.going.leave_berth(player.row)
        self.gestures.go(player.row, step)
        if step.verb.meaning.moves:
            self.showing.begin(player, self.tick)
        self._keeping.join(player, self.tick)
        return True

    def _end_keeping(self, player: Player) -> None:
        """Near the other, or the other has gone."""
        self._keeping.part(player)
        player.way = []
        self._bodies.stop(player.row)
        if isinstance(player.stage, Doing) or self._keeping.grasps_at_nothing(player):
            self._finish(player)
        elif not self._do(player):
            self._next(player)

    # --- reactions ----------------------------------------------------------------------------------------------------

    def interrupt(self, player: Player, steps: tuple[Step, ...]) -> bool:
        """Drop what one does, do this, and resume later at the same step; false halfway down to a seat, and outside."""
        seat_between = isinstance(player.stage, SittingDown | GettingUp)
        if not self._bodies.present[player.row] or player.step is None or not steps or seat_between:
            return False
        if not player.seated:
            self._sitters.give_up(player)
        player.crossing = None
        if isinstance(player.stage, Doing):
            # Half a second at least, for what was cut off at its very end has to be seen to be taken up again.
            player.left = max(player.stage.until - self.tick, 5)
        player.set_aside()
        self.turn_to(player, steps)
        return True

    def turn_to(self, player: Player, steps: tuple[Step, ...]) -> None:
        """Let go of what one is at, and do these steps; then whatever was set aside."""
        self.showing.pause(player, self.tick)
        self._answers.end(player, self.tick)
        self._lines.leave(player, self.tick)
        self._keeping.part(player)
        self.company.part(player.row)
        player.way = []
        self._bodies.stop(player.row)
        player.take_up(steps)
        self._next(player)
