"""Coming in, going out, and changing levels: all that happens in doors and beyond them."""

from collections.abc import Callable

from game.cast import Step
from game.clock import TICK
from game.geometry import Point
from game.log import Entered, Left

from ..bodies import FAR_OFF
from .beyond_doors import Outside, course
from .doors import Door, Doors
from .player import Player, StepStage
from .stair_riders import Passages
from .workings import Workings

NOTICED = 1.2
"""Metres within which others take note at once of someone who comes in."""
AGAIN = 3
"""Ticks until someone who found no room in a door tries again."""


class Thresholds:
    """Who waits outside, who is in a passage, and who is between two levels.

    `goes_on` is told of everyone whose feet came to the floor.
    """

    def __init__(
        self, players: list[Player], doors: Doors, workings: Workings, goes_on: Callable[[Player], None], start: int
    ) -> None:
        """Everyone waits outside for their time; the first tick is the one after `start`."""
        self._players, self._doors, self._workings, self._goes_on = players, doors, workings, goes_on
        self._bodies, self._going, self._showing = workings.bodies, workings.going, workings.showing
        self.here: dict[int, Player] = {}
        """Who is in each row."""
        self.passages = Passages(self._bodies, doors.free)
        self.outside = Outside(self._bodies, doors.free)
        self._start = start
        self._due = sorted((max(self._sets_out(one), start), one.id) for one in players)[::-1]
        self._between: list[tuple[int, int]] = []
        self.crowded = False
        """Whether someone came in close to others since this was last taken back."""

    def enter(self, tick: int) -> None:
        """Let those come in whose time it is."""
        self._pass(tick)
        came: list[Player] = []
        late: list[Player] = []
        while self._due and self._due[-1][0] <= tick:
            one = self._players[self._due.pop()[1]]
            (came if self._come_in(one, tick) else late).append(one)
        if late:
            self._due = sorted([*self._due, *((tick + AGAIN, one.id) for one in late)])[::-1]
        for one in came:
            if self._bodies.present[one.row]:
                self._goes_on(one)

    def _come_in(self, one: Player, tick: int) -> bool:
        part = one.person.part
        door = None if part.starts_inside else self._doors.at(*part.enter)
        begun = max(self._start - self._sets_out(one), 0) * TICK * one.person.speed
        if not self._appear(one, door, part.enter, begun):
            return False
        self._showing.events.append(Entered(tick, one.id))
        return True

    def _sets_out(self, one: Player) -> int:
        """The tick in which someone must be at the far end of what lies beyond their door, to be at the door in time.

        For some it is before the first tick.
        """
        part = one.person.part
        door = None if part.starts_inside else self._doors.at(*part.enter)
        if door is None or door.passage is None or not door.passage.level:
            return part.arrive
        way = course(door.passage, 0.0, _party(one), one.id, comes=True)
        return part.arrive - round(way.length / one.person.speed / TICK)

    def _appear(self, one: Player, door: Door | None, at: Point, ahead: float = 0.0) -> bool:
        """Be there: in a door, at the far end of what lies beyond it or `ahead` m on, or on the floor."""
        if door is not None and door.passage is not None:
            self._take_row(one)
            spot = self._doors.inside(one.id, door)
            if (
                self.outside.come_in(one.row, door.passage, spot, _party(one), ahead) if door.passage.level
                else self.passages.go_in(one.row, door.passage, spot)
            ):  # fmt: skip
                return True
            if one.crossing is None:
                self._give_row(one)
            return False
        free = self._doors.way_in(one.id, door) if door else None
        if door is not None and free is None:
            return False
        self._take_row(one)
        facing = door.inward if door else ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[one.id % 4]
        self._stand(one, free or self._going.berth(one.row, *at))
        self._bodies.face(one.row, *facing)
        return True

    def _take_row(self, one: Player) -> None:
        """For those who were outside; who comes from another level has kept theirs."""
        if one.row >= 0:
            return
        one.row = self._bodies.enter(one.id)
        self.here[one.row] = one
        self._bodies.wary[one.row] = max((reaction.radius for reaction in one.reactions), default=-1.0)

    def _give_row(self, one: Player) -> None:
        self._bodies.leave(one.row)
        del self.here[one.row]
        one.row = -1

    def _stand(self, one: Player, spot: Point) -> None:
        self.crowded |= self._bodies.near(*spot, NOTICED)
        self._bodies.place(one.row, *spot)
        self._bodies.be(one.row, present=True)

    def carry(self, tick: int) -> None:
        """Move by one tick those who are on stairs, in lifts and beyond the doors."""
        self.passages.carry(tick)
        self.outside.carry(tick)

    # --- stairs, lifts and other levels -------------------------------------------------------------------------------

    def _pass(self, tick: int) -> None:
        """Let those go on who are at the end of a passage, or have been between two levels for long enough."""
        ends = [(row, self.passages.end(row)) for row in self.passages.landed(tick)]
        for row, came in ends + [(row, self.outside.end(row)) for row in self.outside.landed()]:
            one = self.here[row]
            if came:
                self._stand(one, self._bodies.at(row))
                self._goes_on(one)
            else:
                self._beyond(one, tick)
        due = [who for at, who in self._between if at <= tick]
        self._between = [pair for pair in self._between if pair[0] > tick]
        for who in due:
            one = self._players[who]
            door = self._doors.called(one.crossing)
            if not self._appear(one, door, door.at):
                self._between.append((tick + AGAIN, who))
            elif self._bodies.present[one.row]:
                self._goes_on(one)

    def _beyond(self, one: Player, tick: int) -> None:
        """Out of sight: gone, or on the way to another level."""
        if one.crossing is None:
            self._give_row(one)
            self._showing.events.append(Left(tick, one.id))
            return
        self._bodies.place(one.row, FAR_OFF, FAR_OFF)
        self._bodies.be(one.row, present=False)
        door = self._doors.called(one.crossing)
        one.crossing = door.leads_to
        self._between.append((tick + door.takes, one.id))

    def to_other_level(self, one: Player, to: Point, pace: float, tick: int) -> bool:
        """Set off for the portal through which the way leads; false if there is none to go through."""
        return self._set_off(one, self._doors.between(self._bodies.at(one.row), to), pace, tick)

    def follow(self, one: Player, leader: Player, tick: int) -> bool:
        """Set off for the portal through which a leader has gone to another level."""
        return self._set_off(one, self._doors.taken(leader.crossing), 1.0, tick)

    def _set_off(self, one: Player, door: Door | None, pace: float, tick: int) -> bool:
        if door is None:
            return False
        one.stage, one.crossing = StepStage.GOING, door.name
        self._going.leave_berth(one.row)
        self._going.set_off(one, self._doors.inside(one.id, door), pace, tick, reach=door.reach, stops=False)
        return True

    def cross(self, one: Player, tick: int) -> None:
        """Through the portal to another level."""
        door = self._doors.called(one.crossing)
        self._off_the_floor(one)
        self._go_through(one, door, tick)

    def _go_through(self, one: Player, door: Door | None, tick: int) -> None:
        """Go on beyond a door for as long as one is in sight."""
        if door is None or door.passage is None:
            self._bodies.halt(one.row)
            self._beyond(one, tick)
        elif door.passage.level:
            self.outside.go_out(one.row, door.passage, _party(one))
        else:
            self.passages.go_out(one.row, door.passage)

    # --- going out ----------------------------------------------------------------------------------------------------

    def way_out(self, one: Player, step: Step) -> Point | None:
        """Where to go out, with nobody's spot kept any longer."""
        self._going.leave_berth(one.row)
        return self._doors.way_out(one, step)

    def in_door(self, one: Player) -> bool:
        """Whether somebody stands in a door, to go out by it."""
        return self._doors.at(*self._bodies.at(one.row)) is not None

    def out(self, one: Player, tick: int) -> None:
        """Out by the door one stands in, for good."""
        self._showing.end_all(one, tick)
        door = self._doors.at(*self._bodies.at(one.row))
        self._off_the_floor(one)
        one.stage, one.step, one.crossing = StepStage.GONE, None, None
        self._go_through(one, door, tick)

    def _off_the_floor(self, one: Player) -> None:
        self._workings.gestures.relax(one.row)
        self._workings.gestures.forget(one.row)
        self._workings.company.leave(one.row)
        self._workings.seats.slides.pop(one.row, None)
        self._bodies.be(one.row, present=False)
        self._going.leave_berth(one.row)
        one.way = []


def _party(one: Player) -> int:
    """The number of the first of those who come and go together."""
    return one.id if one.person.leader is None else one.person.leader
