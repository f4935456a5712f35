"""Coming in, going out, and changing levels: all that happens in doors and beyond them."""

from collections.abc import Callable

from ..cast import Step
from ..geometry import Point
from ..log import Entered, Left
from .bodies import Bodies
from .doors import OUT, Door, Doors
from .gestures import Gestures
from .going import Going
from .passages import Passages
from .player import Player, Stage
from .showing import Showing

AGAIN = 3
"""Ticks until someone who found no room in a door tries again."""
CROWDED = 20
"""Ticks for which someone waits at the foot of the stairs for a spot to be free."""


class Thresholds:
    """Who waits outside, who is in a passage, and who is between two levels.

    `goes_on` is told of everyone whose feet came to the floor.
    """

    def __init__(
        self, players: list[Player], doors: Doors, bodies: Bodies, going: Going, gestures: Gestures, showing: Showing,
        goes_on: Callable[[Player], None],
    ) -> None:  # fmt: skip
        """Everyone waits outside for their time."""
        self._players, self._doors, self._bodies = players, doors, bodies
        self._going, self._gestures, self._showing, self._goes_on = going, gestures, showing, goes_on
        self.passages = Passages(bodies, doors.free)
        self._outside = sorted((one.person.part.arrive, one.id) for one in players)[::-1]
        self._between: list[tuple[int, int]] = []
        self._crowded: dict[int, int] = {}
        self.came = False
        """Whether someone came in since this was last taken back."""

    def enter(self, tick: int) -> None:
        """Let those come in whose time it is."""
        self._pass(tick)
        came: list[Player] = []
        late: list[Player] = []
        while self._outside and self._outside[-1][0] <= tick:
            one = self._players[self._outside.pop()[1]]
            (came if self._come_in(one, tick) else late).append(one)
        if late:
            self._outside = sorted([*self._outside, *((tick + AGAIN, one.id) for one in late)])[::-1]
        for one in came:
            if self._bodies.present[one.id]:
                self._goes_on(one)

    def _come_in(self, one: Player, tick: int) -> bool:
        part = one.person.part
        door = None if part.starts_inside else self._doors.at(*part.enter)
        if not self._appear(one, door, part.enter):
            return False
        self._showing.events.append(Entered(tick, one.id))
        return True

    def _appear(self, one: Player, door: Door | None, at: Point) -> bool:
        """Be there: in a door, at the far end of what lies beyond it, or on the floor."""
        if door is not None and door.passage is not None:
            return self.passages.go_in(one.id, door.passage, self._doors.inside(one.id, door))
        spot = self._doors.way_in(one.id, door) if door else self._going.berth(one.id, *at)
        if spot is None:
            return False
        facing = door.inward if door else ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[one.id % 4]
        self._stand(one, spot)
        self._bodies.face(one.id, *facing)
        return True

    def _stand(self, one: Player, spot: Point) -> None:
        self._bodies.place(one.id, *spot)
        self._bodies.present[one.id] = True
        self.came = True

    # --- stairs, lifts and other levels -------------------------------------------------------------------------------

    def _pass(self, tick: int) -> None:
        """Let those go on who are at the end of a passage, or have been between two levels for long enough."""
        for who in self.passages.landed():
            one = self._players[who]
            if self.passages.comes(who):
                self._step_off(one, tick)
            else:
                self.passages.end(who)
                self._beyond(one, tick)
        due = [who for at, who in self._between if at <= tick]
        self._between = [pair for pair in self._between if pair[0] > tick]
        for who in due:
            one = self._players[who]
            door = self._doors.called(one.crossing)
            if not self._appear(one, door, door.at):
                self._between.append((tick + AGAIN, who))
            elif self._bodies.present[who]:
                self._goes_on(one)

    def _step_off(self, one: Player, tick: int) -> None:
        """Come to the floor; where somebody is in the way, wait a while."""
        spot = self._bodies.at(one.id)
        if not self._doors.free(*spot) and tick - self._crowded.setdefault(one.id, tick) < CROWDED:
            return
        self._crowded.pop(one.id, None)
        self.passages.end(one.id)
        self._stand(one, spot)
        self._goes_on(one)

    def _beyond(self, one: Player, tick: int) -> None:
        """Out of sight: gone, or on the way to another level."""
        self._bodies.place(one.id, -1000.0, -1000.0)
        if one.crossing is None:
            self._showing.events.append(Left(tick, one.id))
            return
        door = self._doors.called(one.crossing)
        one.crossing = door.leads_to
        self._between.append((tick + door.takes, one.id))

    def to_other_level(self, one: Player, to: Point, pace: float, tick: int) -> bool:
        """Set off for the portal through which the way leads; false if there is none to go through."""
        return self._set_off(one, self._doors.between(self._bodies.at(one.id), to), pace, tick)

    def follow(self, one: Player, leader: Player, tick: int) -> bool:
        """Set off for the portal through which a leader has gone to another level."""
        return self._set_off(one, self._doors.taken(leader.crossing), 1.0, tick)

    def _set_off(self, one: Player, door: Door | None, pace: float, tick: int) -> bool:
        if door is None:
            return False
        one.stage, one.crossing = Stage.GOING, door.name
        self._going.leave_berth(one.id)
        self._going.set_off(one, self._doors.inside(one.id, door), pace, tick, reach=OUT, stops=False)
        return True

    def cross(self, one: Player, tick: int) -> None:
        """Through the portal to another level."""
        door = self._doors.called(one.crossing)
        self._off_the_floor(one)
        if door.passage is not None:
            self.passages.go_out(one.id, door.passage)
        else:
            self._beyond(one, tick)

    # --- going out ----------------------------------------------------------------------------------------------------

    def way_out(self, one: Player, step: Step) -> Point | None:
        """Where to go out, with nobody's spot kept any longer."""
        self._going.leave_berth(one.id)
        return self._doors.way_out(one.id, step)

    def out(self, one: Player, tick: int) -> None:
        """Out by the door one stands in, for good."""
        self._showing.end_all(one, tick)
        door = self._doors.at(*self._bodies.at(one.id))
        self._off_the_floor(one)
        one.stage, one.step, one.crossing = Stage.GONE, None, None
        if door is not None and door.passage is not None:
            self.passages.go_out(one.id, door.passage)
        else:
            self._beyond(one, tick)

    def _off_the_floor(self, one: Player) -> None:
        self._bodies.stop(one.id)
        self._gestures.relax(one.id)
        self._gestures.forget(one.id)
        self._bodies.present[one.id] = False
        self._going.leave_berth(one.id)
        one.way = []
