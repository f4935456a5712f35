"""Things put down on the floor, and whose they are."""

from dataclasses import dataclass

from ..geometry import Point
from ..view import Item


@dataclass(frozen=True, slots=True)
class Left:
    """A thing on the floor, who put it there, and whether it is the bag that goes with them."""

    item: Item
    owner: int
    bag: bool


class Objects:
    """What lies about."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._left: list[Left] = []
        self.items: tuple[Item, ...] = ()

    def put_down(self, owner: int, kind: str, x: float, y: float, *, bag: bool) -> None:
        """Leave a thing on a spot."""
        self._left.append(Left(Item(kind, x, y, owner % 4), owner, bag))
        self.items = tuple(one.item for one in self._left)

    def nearest(self, person: int, x: float, y: float) -> Point | None:
        """Where the person's own thing lies, or else the nearest thing."""
        found = self._nearest(person, x, y)
        return (found.item.x, found.item.y) if found else None

    def pick_up(self, person: int, x: float, y: float) -> Left | None:
        """Take the person's own thing, or else the nearest within 2 m."""
        found = self._nearest(person, x, y)
        if found is None or (found.item.x - x) * (found.item.x - x) + (found.item.y - y) * (found.item.y - y) > 4.0:
            return None
        self._left.remove(found)
        self.items = tuple(one.item for one in self._left)
        return found

    def _nearest(self, person: int, x: float, y: float) -> Left | None:
        ranked = [
            (one.owner != person, (one.item.x - x) * (one.item.x - x) + (one.item.y - y) * (one.item.y - y), n)
            for n, one in enumerate(self._left)
        ]
        return self._left[min(ranked)[2]] if ranked else None
