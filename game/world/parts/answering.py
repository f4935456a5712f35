"""How those take it with whom something is done: they turn, listen, hold out their hands, if they are free to."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.cast import Step
from game.view import Held, Pose

from ..bodies import HELD_NUMBER, POSE_NUMBER, Bodies, Bools, Floats, Ints
from .acts_shown import ActsShown
from .gestures import Gestures
from .player import Doing, Player

_IDLE = {
    POSE_NUMBER[pose] for pose in (Pose.STAND, Pose.LEAN, Pose.ARMS_FOLDED, Pose.PHONE_READ, Pose.READ, Pose.LISTEN)
}  # fmt: skip
"""What is left off for somebody who comes up."""
_NOTHING = HELD_NUMBER[Held.NOTHING]


@dataclass(frozen=True, slots=True)
class _Answer:
    """Who takes it, in which pose, and what they did before: number of the pose, its phase and rate, and their aims."""

    other: Player
    step: Step | None
    pose: int
    did: tuple[int, float, float]
    aims: tuple[Bools, Ints, Floats]
    aim_height: float


class Answers:
    """Who is turned to somebody who does something with them."""

    def __init__(self, bodies: Bodies, gestures: Gestures, showing: ActsShown, players: Sequence[Player]) -> None:
        """Nobody yet. `players` by the number of the person; what they show meanwhile is not shown."""
        self._bodies, self._gestures, self._showing, self._players = bodies, gestures, showing, players
        self._given: dict[int, _Answer] = {}
        self._passing: dict[int, list[Player]] = {}

    def begin(self, player: Player, tick: int, ticks: int) -> None:
        """If somebody does something with another, let that one take it from this tick on, for so many ticks."""
        pose = player.step.verb.meaning.answered if player.step else None
        if pose is None or player.other is None or not self._is_free(self._players[player.other]):
            return
        other = self._players[player.other]
        bodies, row = self._bodies, other.row
        self._given[player.id] = _Answer(
            other, other.step, POSE_NUMBER[pose],
            (int(bodies.pose[row]), float(bodies.phase[row]), float(bodies.rate[row])),
            (bodies.aims[:, row].copy(), bodies.aim_at[:, row].copy(), bodies.aim[:, :, row].copy()),
            float(bodies.aim_height[row]),
        )  # fmt: skip
        self._showing.pause(other, tick)
        self._gestures.answer(row, player.id, pose, ticks)
        if pose is Pose.TAKE:
            bodies.held[row] = _NOTHING
            self._passing.setdefault(tick + max(1, ticks // 2), []).append(player)

    def _is_free(self, other: Player) -> bool:
        """Whether somebody stands about, with nothing in hand that cannot wait, and is in no talk of their own."""
        if not isinstance(other.stage, Doing) or other.seated or other.step is None:
            return False
        alone = other.step.verb.meaning.near is None and all(given.other is not other for given in self._given.values())
        return alone and not self._bodies.walking[other.row] and int(self._bodies.pose[other.row]) in _IDLE

    def pass_on(self, tick: int) -> None:
        """Let what is handed over in this tick go from hand to hand."""
        for player in self._passing.pop(tick, ()):
            given = self._given.get(player.id)
            if given is not None and self._lasts(given):
                self._bodies.held[given.other.row] = self._bodies.held[player.row]
                self._bodies.held[player.row] = _NOTHING

    def end(self, player: Player, tick: int) -> None:
        """What was done is over: the other goes on with what they did, but for what they hold now."""
        given = self._given.pop(player.id, None)
        if given is None or not self._lasts(given):
            return
        bodies, row = self._bodies, given.other.row
        bodies.pose[row], bodies.phase[row], bodies.rate[row] = given.did
        bodies.aims[:, row], bodies.aim_at[:, row], bodies.aim[:, :, row] = given.aims
        bodies.aim_height[row] = given.aim_height
        self._showing.begin(given.other, tick)

    def _lasts(self, given: _Answer) -> bool:
        """Whether the other has done nothing else since."""
        row = given.other.row
        return given.other.step is given.step and row >= 0 and int(self._bodies.pose[row]) == given.pose
