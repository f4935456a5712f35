"""Pictures kept by what they show, within a limit of bytes."""

from collections import OrderedDict
from collections.abc import Hashable

from .easel import Sprite

Pieces = list[tuple[Sprite, float]]
"""Pictures, each with the depth by which it is sorted."""


class Shelf:
    """Those not used for longest are let go first."""

    def __init__(self, limit: int) -> None:
        """An empty shelf for so many bytes."""
        self.limit, self.bytes = limit, 0
        self._kept: OrderedDict[Hashable, tuple[Pieces, int]] = OrderedDict()

    def __contains__(self, key: Hashable) -> bool:
        """Whether something is kept under this key; asking is no use of it."""
        return key in self._kept

    def get(self, key: Hashable) -> Pieces | None:
        """What is kept under this key."""
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[0]

    def put(self, key: Hashable, pieces: Pieces) -> Pieces:
        """Keep these pieces."""
        self.drop(key)
        size = sum(sprite.size for sprite, _ in pieces)
        self._kept[key] = (pieces, size)
        self.bytes += size
        while self.bytes > self.limit and len(self._kept) > 1:
            _, (_, gone) = self._kept.popitem(last=False)
            self.bytes -= gone
        return pieces

    def drop(self, key: Hashable) -> None:
        """Let go of what is kept under this key, if anything is."""
        _, size = self._kept.pop(key, ((), 0))
        self.bytes -= size
