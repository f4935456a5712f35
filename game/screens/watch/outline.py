"""Who is outlined: whoever the pointer is over now, or whom the keyboard came to."""

from collections.abc import Callable, Sequence

Pixel = tuple[int, int]


class Outlined:
    """People walk on while the pointer rests, so `look` is asked for every picture."""

    def __init__(self) -> None:
        self.version = 0
        """Grows as the keyboard comes to somebody or leaves them."""
        self.person: int | None = None
        self._at: Pixel | None = None

    def point(self, at: Pixel | None) -> None:
        """The pointer is there; None: on no part of the scene."""
        self.version += self.by_keys is not None
        self._at = at
        if at is None:
            self.person = None

    def choose(self, person: int | None) -> None:
        """The keyboard is on somebody, wherever the pointer rests."""
        self.version += 1
        self._at, self.person = None, person

    @property
    def by_keys(self) -> int | None:
        """Whom the keyboard is on; nobody while it is the pointer that outlines."""
        return self.person if self._at is None else None

    def look(self, under: Callable[[Pixel], Sequence[int]]) -> None:
        """Outline the nearest of those under the pointer."""
        if self._at is not None:
            self.person = next(iter(under(self._at)), None)
