"""Things put down on the floor, and whose they are."""

from dataclasses import dataclass

from game.belongings import PutDown, TakenUp
from game.cast import Step
from game.geometry import Point
from game.log import WorldEvent
from game.scenario.verbs import Verb
from game.view import Item

from ..bodies import BODY, HELD_NUMBER, Bodies
from .player import Doing, Player

WONDERED_AT = frozenset({"parcel"})
"""Things that somebody may ask the owner of, besides bags: nobody does so of a cup or a newspaper."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """A thing on the floor, who put it there, whether it is the bag that goes with them, and the how-manieth it is."""

    item: Item
    owner: int
    bag: bool
    number: int


class Objects:
    """What lies about."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._left: list[Belonging] = []
        self.items: tuple[Item, ...] = ()
        self.events: list[WorldEvent] = []
        """What has been put down and taken up, of bags and parcels."""
        self._count = 0
        self._due: dict[int, list[tuple[Player, Step]]] = {}

    def put_down(self, owner: int, kind: str, x: float, y: float, *, bag: bool, colour: int = -1) -> int:
        """Leave a thing on a spot; the how-manieth it is."""
        number, self._count = self._count, self._count + 1
        self._left.append(Belonging(Item(kind, x, y, owner % 4, colour), owner, bag, number))
        self.items = tuple(belonging.item for belonging in self._left)
        return number

    def expect(self, player: Player, step: Step, tick: int) -> None:
        """If the step puts down or picks up, the hand will be at the floor in that tick."""
        if step.verb in (Verb.PUT_DOWN, Verb.PICK_UP):
            self._due.setdefault(tick, []).append((player, step))

    def handle(self, tick: int, bodies: Bodies) -> None:
        """Let those whose hand is at the floor put down what is in it, or take what lies there."""
        for player, step in self._due.pop(tick, ()):
            if player.step is step and isinstance(player.stage, Doing):
                self._handle(player, step, bodies, tick)
                held = step.held if step.verb is Verb.PICK_UP else None
                bodies.held[player.row] = HELD_NUMBER.get(held, 0) if held else 0

    def _handle(self, player: Player, step: Step, bodies: Bodies, tick: int) -> None:
        x, y = bodies.at(player.row)
        if step.verb is Verb.PUT_DOWN:
            carries = player.person.looks.carries
            # Without a word for what is put down, it is what they carry; who carries nothing was handed a bag.
            bag = step.held in (None, "bag", carries)
            kind = (carries if bag else step.held) or "bag"
            hx, hy = (float(part) for part in bodies.turn[:, BODY, player.row])
            # Before the left foot, as far as a hand reaches that lets go of a bag: 0.45 m ahead and 0.25 m to the left.
            at = x + 0.45 * hx - 0.25 * hy, y + 0.45 * hy + 0.25 * hx
            item = self.put_down(
                player.id, kind, *at, bag=bag, colour=player.person.looks.carries_colour if bag else -1
            )
            if bag or kind in WONDERED_AT:
                self.events.append(PutDown(tick, player.id, item, kind, round(at[0], 2), round(at[1], 2), step.act))
            bodies.bag[player.row] = 0 if bag else bodies.bag[player.row]
        elif step.verb is Verb.PICK_UP:
            taken = self.pick_up(player.id, x, y)
            if taken is not None and (taken.bag or taken.item.kind in WONDERED_AT):
                self.events.append(TakenUp(tick, player.id, taken.number))
            if taken is not None and taken.bag:
                bodies.bag[player.row] = 1

    def nearest(self, person: int, x: float, y: float) -> Point | None:
        """Where the person's own thing lies, or else the nearest thing."""
        found = self._nearest(person, x, y)
        return (found.item.x, found.item.y) if found else None

    def pick_up(self, person: int, x: float, y: float) -> Belonging | None:
        """Take the person's own thing, or else the nearest within 2 m."""
        found = self._nearest(person, x, y)
        if found is None or (found.item.x - x) * (found.item.x - x) + (found.item.y - y) * (found.item.y - y) > 4.0:
            return None
        self._left.remove(found)
        self.items = tuple(belonging.item for belonging in self._left)
        return found

    def _nearest(self, person: int, x: float, y: float) -> Belonging | None:
        ranked = [
            (
                belonging.owner != person,
                (belonging.item.x - x) * (belonging.item.x - x) + (belonging.item.y - y) * (belonging.item.y - y),
                n,
            )
            for n, belonging in enumerate(self._left)
        ]
        return self._left[min(ranked)[2]] if ranked else None
