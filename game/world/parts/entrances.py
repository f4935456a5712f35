"""Coming in, going out, and changing levels: all that happens in doors and beyond them."""

from collections.abc import Callable

from game.cast import Step
from game.clock import TICK
from game.geometry import Point
from game.log import Entered, Left

from ..bodies import FAR_OFF
from .beyond_doors import Outside, course
from .doors import Door, Doors
from .player import Gone, Player, UnderWay
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
        self.outside = Outside(self._bodies, doors.free, doors.standable)
        self._start = start
        self._due = sorted((max(self._sets_out(player), start), player.id) for player in players)[::-1]
        self._between: list[tuple[int, int]] = []
        self._crowded = False

    def enter(self, tick: int) -> bool:
        """Let those come in whose time it is; whether somebody came in close to others."""
        self._crowded = False
        self._pass(tick)
        came: list[Player] = []
        late: list[Player] = []
        while self._due and self._due[-1][0] <= tick:
            player = self._players[self._due.pop()[1]]
            (came if self._come_in(player, tick) else late).append(player)
        if late:
            self._due = sorted([*self._due, *((tick + AGAIN, player.id) for player in late)])[::-1]
        for player in came:
            if self._bodies.present[player.row]:
                self._goes_on(player)
        return self._crowded

    def _come_in(self, player: Player, tick: int) -> bool:
        part = player.person.part
        door = None if part.starts_inside else self._doors.at(*part.enter)
        begun = max(self._start - self._sets_out(player), 0) * TICK * player.person.speed
        if not self._appear(player, door, part.enter, begun):
            return False
        self._showing.events.append(Entered(tick, player.id))
        return True

    def _sets_out(self, player: Player) -> int:
        """The tick in which someone must be at the far end of what lies beyond their door, to be at the door in time.

        For some it is before the first tick.
        """
        part = player.person.part
        door = None if part.starts_inside else self._doors.at(*part.enter)
        if door is None or door.passage is None or not door.passage.level:
            return part.arrive
        way = course(door.passage, 0.0, _party(player), player.id, comes=True)
        return part.arrive - round(way.length / player.person.speed / TICK)

    def _appear(self, player: Player, door: Door | None, at: Point, ahead: float = 0.0) -> bool:
        """Be there: in a door, at the far end of what lies beyond it or `ahead` m on, or on the floor."""
        if door is not None and door.passage is not None:
            self._take_row(player)
            spot = self._doors.inside(player.id, door)
            if (
                self.outside.come_in(player.row, door.passage, spot, _party(player), ahead) if door.passage.level
                else self.passages.go_in(player.row, door.passage, spot)
            ):  # fmt: skip
                return True
            if player.crossing is None:
                self._give_row(player)
            return False
        free = self._doors.way_in(player.id, door) if door else None
        if door is not None and free is None:
            return False
        self._take_row(player)
        facing = door.inward if door else ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[player.id % 4]
        self._stand(player, free or self._going.berth(player.row, *at))
        self._bodies.face(player.row, *facing)
        return True

    def _take_row(self, player: Player) -> None:
        """For those who were outside; who comes from another level has kept theirs."""
        if player.row >= 0:
            return
        player.row = self._bodies.enter(player.id)
        self.here[player.row] = player
        self._bodies.wary[player.row] = max((reaction.radius for reaction in player.reactions), default=-1.0)

    def _give_row(self, player: Player) -> None:
        self._bodies.leave(player.row)
        del self.here[player.row]
        player.row = -1

    def _stand(self, player: Player, spot: Point) -> None:
        self._crowded |= self._bodies.near(*spot, NOTICED)
        self._bodies.place(player.row, *spot)
        self._bodies.be(player.row, present=True)

    def carry(self, tick: int) -> None:
        """Move by one tick those who are on stairs, in lifts and beyond the doors."""
        self.passages.carry(tick)
        self.outside.carry(tick)

    # --- stairs, lifts and other levels -------------------------------------------------------------------------------

    def _pass(self, tick: int) -> None:
        """Let those go on who are at the end of a passage, or have been between two levels for long enough."""
        ends = [(row, self.passages.end(row)) for row in self.passages.find_landed(tick)]
        for row, came in ends + [(row, self.outside.end(row)) for row in self.outside.find_landed()]:
            player = self.here[row]
            if came:
                self._stand(player, self._bodies.at(row))
                self._goes_on(player)
            else:
                self._beyond(player, tick)
        due = [who for at, who in self._between if at <= tick]
        self._between = [pair for pair in self._between if pair[0] > tick]
        for who in due:
            player = self._players[who]
            door = self._doors.find(player.crossing)
            if not self._appear(player, door, door.at):
                self._between.append((tick + AGAIN, who))
            elif self._bodies.present[player.row]:
                self._goes_on(player)

    def _beyond(self, player: Player, tick: int) -> None:
        """Out of sight: gone, or on the way to another level."""
        if player.crossing is None:
            self._give_row(player)
            self._showing.events.append(Left(tick, player.id))
            return
        self._bodies.place(player.row, FAR_OFF, FAR_OFF)
        self._bodies.be(player.row, present=False)
        door = self._doors.find(player.crossing)
        player.crossing = door.leads_to
        self._between.append((tick + door.takes, player.id))

    def to_other_level(self, player: Player, to: Point, pace: float, tick: int) -> bool:
        """Set off for the portal through which the way leads; false if there is none to go through."""
        return self._set_off(player, self._doors.between(self._bodies.at(player.row), to), pace, tick)

    def follow(self, player: Player, leader: Player, tick: int) -> bool:
        """Set off for the portal through which a leader has gone to another level."""
        return self._set_off(player, self._doors.find_taken(leader.crossing), 1.0, tick)

    def _set_off(self, player: Player, door: Door | None, pace: float, tick: int) -> bool:
        if door is None:
            return False
        player.stage, player.crossing = UnderWay(), door.name
        self._going.leave_berth(player.row)
        self._going.set_off(player, self._doors.inside(player.id, door), pace, tick, reach=door.reach, stops=False)
        return True

    def cross(self, player: Player, tick: int) -> None:
        """Through the portal to another level."""
        door = self._doors.find(player.crossing)
        self._off_the_floor(player)
        self._go_through(player, door, tick)

    def _go_through(self, player: Player, door: Door | None, tick: int) -> None:
        """Go on beyond a door for as long as one is in sight."""
        if door is None or door.passage is None:
            self._bodies.halt(player.row)
            self._beyond(player, tick)
        elif door.passage.level:
            self.outside.go_out(player.row, door.passage, _party(player))
        else:
            self.passages.go_out(player.row, door.passage)

    # --- going out ----------------------------------------------------------------------------------------------------

    def way_out(self, player: Player, step: Step) -> Point | None:
        """Where to go out, with nobody's spot kept any longer."""
        self._going.leave_berth(player.row)
        return self._doors.way_out(player, step)

    def in_door(self, player: Player) -> bool:
        """Whether somebody stands in a door, to go out by it."""
        return self._doors.at(*self._bodies.at(player.row)) is not None

    def out(self, player: Player, tick: int) -> None:
        """Out by the door one stands in, for good."""
        self._showing.end_all(player, tick)
        door = self._doors.at(*self._bodies.at(player.row))
        self._off_the_floor(player)
        player.stage, player.step, player.crossing = Gone(), None, None
        self._go_through(player, door, tick)

    def _off_the_floor(self, player: Player) -> None:
        self._workings.gestures.relax(player.row)
        self._workings.gestures.forget(player.row)
        self._workings.company.leave(player.row)
        self._workings.seats.slides.pop(player.row, None)
        self._bodies.be(player.row, present=False)
        self._going.leave_berth(player.row)
        player.way = []


def _party(player: Player) -> int:
    """The number of the first of those who come and go together."""
    return player.id if player.person.leader is None else player.person.leader
