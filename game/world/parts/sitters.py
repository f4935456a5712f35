"""Those bound for a seat, on one, or getting up: their way to it, how they turn, and when it is free again."""

from game.cast import Step
from game.scenario.verbs import Verb

from .entrances import Thresholds
from .player import GettingUp, Player, SittingDown, UnderWay
from .walking import NEAR
from .workings import Workings

AT_SEAT = 0.12
"""Metres from where one stands before sitting down that count as there."""


class Sitters:
    """Takes a seat for somebody, and gives it back."""

    def __init__(self, workings: Workings, thresholds: Thresholds) -> None:
        self._bodies, self._going, self._gestures = workings.bodies, workings.going, workings.gestures
        self._seats, self._thresholds = workings.seats, thresholds

    def is_on_it(self, player: Player, step: Step) -> bool:
        """Whether somebody sits where the step is to be done."""
        if not player.seated or player.seat is None or step.to is None:
            return False
        return step.to.seat == self._seats.seats[player.seat].name

    def wants(self, player: Player, step: Step) -> bool:
        """Whether the step is done on a seat, and somebody has none; a wheelchair user has one with them."""
        sits = step.verb is Verb.SIT or (step.verb is Verb.USE and step.to is not None and step.to.seat is not None)
        return sits and player.seat is None and player.person.looks.aid != "wheelchair"

    def set_out(self, player: Player, step: Step, tick: int) -> bool:
        """Go to a seat, or to the other level where it is; false if all are taken."""
        if step.to is None:
            return False
        near = step.to.point[:2] if step.to.point else self._bodies.at(player.row)
        player.seat = self._seats.take(player.id, step.to, near)
        if player.seat is None:
            return False
        spot = self._seats.standing_spot(player.seat)
        self._going.leave_berth(player.row)
        player.stage = UnderWay()
        self._gestures.go(player.row, step)
        if self._thresholds.to_other_level(player, spot, step.pace, tick):
            self.give_up(player)
            return True
        self._going.set_off(player, spot, step.pace, tick, reach=AT_SEAT, stops=True)
        return True

    def sit_down(self, player: Player, seat: int) -> bool:
        """Before the seat: sit down; false if somebody is in the way, and one does without."""
        self._bodies.stop(player.row)
        if self._going.far(player.row, *self._seats.standing_spot(seat)) > NEAR:
            self.give_up(player)
            return False
        player.stage = SittingDown()
        self.face_from(player, seat)
        self._seats.sit_down(player.row, seat)
        return True

    def face_from(self, player: Player, seat: int) -> None:
        """Look straight ahead from a seat."""
        (x, y), (fx, fy) = self._seats.seats[seat].at, self._seats.seats[seat].facing
        self._gestures.face_point(player.row, x + 3 * fx, y + 3 * fy)

    def rise(self, player: Player, seat: int) -> None:
        """Get up from the seat."""
        self._seats.get_up(player.row, seat)
        player.stage = GettingUp()

    def give_up(self, player: Player) -> None:
        """Another may sit there now."""
        if player.seat is not None:
            self._seats.free(player.seat)
        player.seat, player.seated = None, False
