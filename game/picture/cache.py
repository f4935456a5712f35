"""What is kept because it is dear to make, within a limit of bytes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Cache(Generic[Kept]):
    """Keeps things of one kind by key; those not used for longest are let go first."""

    def __init__(self, limit: int, size: Callable[[Kept], int]) -> None:
        """Nothing is kept; room for so many bytes, of which a thing takes its `size`; `taken` counts all ever kept."""
        self.limit, self.bytes, self.taken = limit, 0, 0
        self._size = size
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()

    def __contains__(self, key: Hashable) -> bool:
        """Whether something is kept under this key; asking is no use of it."""
        return key in self._kept

    def get(self, key: Hashable) -> Kept | None:
        """What is kept under this key, which is now the last to be let go."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: Hashable, thing: Kept) -> Kept:
        """Keep this; it stays though it be larger than the limit."""
        self.drop(key)
        self._kept[key] = thing
        self.bytes += self._size(thing)
        self.taken += self._size(thing)
        while self.bytes > self.limit and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self.bytes -= self._size(gone)
        return thing

    def drop(self, key: Hashable) -> None:
        """Let go of what is kept under this key, if anything is."""
        if key in self._kept:
            self.bytes -= self._size(self._kept.pop(key))
