"""People who are stopped and spoken with, and colleagues who are sent to do it."""

from collections.abc import Iterator

from game.cast import Step, Target
from game.scenario.model import GUARDS
from game.scenario.verbs import Verb
from game.view.eyes import EYE_LEVEL

from ..bodies import Bodies
from .player import Doing, GettingUp, InLine, Player, UnderWay
from .stepper import Stepper

LONG = 30_000
"""Ticks for which somebody stands and listens, if nobody lets them go before: longer than any exercise."""
BRISK = 1.25
"""Factor on the pace of a colleague who is sent: whom they are sent to may be on the way out."""
A_WHILE = 80
"""Ticks that somebody stays away who comes back afterwards."""
_OUT = (Step(Verb.LEAVE),)
_THERE_AND_BACK = (
    Step(Verb.WALK, to=Target("away", relation="away from officer")),
    Step(Verb.WAIT, A_WHILE),
)  # fmt: skip

_OWN_THING = Target("their own thing", relation="object")
_FETCHES = (Step(Verb.WALK, to=_OWN_THING), Step(Verb.PICK_UP, 25, to=_OWN_THING, held="bag"))
"""To go back for one's own bag and pick it up, which takes two seconds and a half."""


class Talks:
    """Interrupts what people do for as long as they are spoken with; nothing here is left to chance."""

    def __init__(self, stepper: Stepper, bodies: Bodies) -> None:
        """Nobody speaks with anybody."""
        self._stepper, self._bodies = stepper, bodies
        self._players, self._rows = stepper.players, stepper.thresholds.here
        self._going, self._gestures = stepper.going, stepper.gestures
        self._held: dict[int, Step] = {}
        """What those who are spoken with do meanwhile, by person."""

    def where(self, person: int) -> tuple[float, float] | None:
        """Where somebody is (m); None if they are not on the floor."""
        player = self._here(person)
        return self._bodies.at(player.row) if player else None

    def hold(self, person: int, x: float, y: float) -> bool:
        """Let somebody stop, turn to whoever is at this point, and listen; false if they cannot just now."""
        player = self._here(person)
        at = Target("whoever speaks to them", point=(x, y, EYE_LEVEL))
        step = Step(Verb.LISTEN, LONG, at=at, facing=at)
        if player is None or not self._stepper.interrupt(player, (step,)):
            return False
        self._held[person] = step
        return True

    def speak(self, person: int, words: str, ticks: int) -> None:
        """Let somebody who was stopped, or comes up to speak, say something for so long."""
        self._gesture(person, Verb.TALK, words, ticks)

    def listen(self, person: int) -> None:
        """Let them listen again."""
        self._gesture(person, Verb.LISTEN, "", LONG)

    def _gesture(self, person: int, verb: Verb, words: str, ticks: int) -> None:
        player, held = self._here(person), self._held.get(person)
        if player is not None and held is not None and isinstance(player.stage, Doing) and not player.seated:
            step = Step(verb, ticks, at=held.at, facing=held.facing, says=words)
            self._gestures.do(player.row, step, None, ticks)

    def release(self, person: int, afterwards: str) -> None:
        """Let somebody go: they go on, leave, or go away for a while and come back."""
        self._held.pop(person, None)
        player = self._here(person)
        if player is None:
            return
        if afterwards == "leaves":
            player.paused = None
        self._turn_to(player, {"leaves": _OUT, "comes back": _THERE_AND_BACK}.get(afterwards, ()))

    def _turn_to(self, player: Player, steps: tuple[Step, ...]) -> None:
        """Let somebody do this, and then go on where they were; whoever is getting up from a seat does that first."""
        if isinstance(player.stage, GettingUp):
            player.take_up(steps)
            player.step = Step(Verb.WAIT, 1)
        else:
            self._stepper.turn_to(player, steps)

    def fetch(self, person: int) -> None:
        """Let somebody go back for what they put down, and then on where they were."""
        player = self._here(person)
        if player is not None:
            self._stepper.interrupt(player, _FETCHES)

    def send_off(self, person: int) -> bool:
        """Let somebody drop what they do and leave; false if they cannot just now, or are spoken with."""
        player = self._here(person)
        return player is not None and person not in self._held and self._stepper.interrupt(player, _OUT)

    # --- colleagues ---------------------------------------------------------------------------------------------------

    def colleague(self, person: int) -> int | None:
        """The colleague on the floor who is nearest to somebody: of the guards, or else of the staff."""
        here = self.where(person)
        if here is None:
            return None
        staff = [
            player
            for player in self._present()
            if (player.person.staff or player.person.officer) and player.id != person
        ]
        guards = [player for player in staff if player.person.looks.uniform in GUARDS]
        free = [
            player
            for player in guards or staff
            if player.id not in self._held and not isinstance(player.stage, InLine)
        ]
        far = [(self._going.far(player.row, *here), player.id) for player in free]
        return min(far)[1] if far else None

    def send(self, colleague: int, person: int) -> bool:
        """Let a colleague go up to somebody; false if they cannot just now."""
        player = self._here(colleague)
        step = Step(Verb.TALK, LONG, at=Target("whom they are sent to", person=person), pace=BRISK)
        if player is None or not self._stepper.interrupt(player, (step,)):
            return False
        self._held[colleague] = step
        return True

    def follow(self, colleague: int) -> None:
        """Let a colleague who had come up to somebody go after them, who went on."""
        player, step = self._here(colleague), self._held.get(colleague)
        if player is not None and step is not None and isinstance(player.stage, Doing):
            self._turn_to(player, (step,))

    def come_up(self, person: int, x: float, y: float) -> bool:
        """Let somebody go up to this point, to ask; false if they cannot just now."""
        player = self._here(person)
        at = Target("whom they ask", point=(x, y, EYE_LEVEL))
        step = Step(Verb.ASK, LONG, to=Target("whom they ask", point=(x, y, 0.0)), at=at, facing=at)
        if player is None or not self._stepper.interrupt(player, (step,)):
            return False
        self._held[person] = step
        return True

    def near(self, x: float, y: float, within: float) -> list[int]:
        """Passers-by so near a point (m), the nearest first: nobody of staff, and nobody who stands in a queue."""
        far = [(self._going.far(player.row, x, y), player.id) for player in self._present() if _is_free(player)]
        return [person for away, person in sorted(far) if away <= within]

    def _present(self) -> Iterator[Player]:
        here = [row for row in sorted(self._rows) if self._bodies.present[row] and not self._bodies.passing[row]]
        return (self._rows[row] for row in here)

    def _here(self, person: int) -> Player | None:
        player = self._players[person]
        return player if player.row >= 0 and self._bodies.present[player.row] and self._is_on_floor(player) else None

    def _is_on_floor(self, player: Player) -> bool:
        return self._rows.get(player.row) is player and not self._bodies.passing[player.row]


def _is_free(player: Player) -> bool:
    of_staff = player.person.staff or player.person.officer
    return not of_staff and player.paused is None and isinstance(player.stage, UnderWay | Doing)
