"""Telling a drag from a click, and a click from a click again on the same spot."""

CLICK_SLACK = 5
"""Pixels that a hand may move between press and release of a click."""


class Dragging:
    """One button at a time."""

    def __init__(self) -> None:
        self._from: tuple[int, int] | None = None
        self._moved = 0
        self._clicked: tuple[int, int] | None = None
        self._nth = 0

    @property
    def on(self) -> bool:
        """Whether a button is held."""
        return self._from is not None

    def begin(self, at: tuple[int, int]) -> None:
        """A button goes down."""
        self._from, self._moved = at, 0

    def move(self, at: tuple[int, int]) -> tuple[int, int]:
        """The pointer moves: by how much the picture is to be dragged."""
        if self._from is None:
            return 0, 0
        by = at[0] - self._from[0], at[1] - self._from[1]
        self._from = at
        self._moved += abs(by[0]) + abs(by[1])
        return by if self._moved > CLICK_SLACK else (0, 0)

    def end(self, at: tuple[int, int]) -> int | None:
        """The button goes up: None after a drag; else how many clicks came before on this spot."""
        self._from = None
        if self._moved > CLICK_SLACK:
            return None
        again = self._clicked is not None and _near(self._clicked, at)
        self._nth = self._nth + 1 if again else 0
        self._clicked = at
        return self._nth


def _near(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return abs(a[0] - b[0]) + abs(a[1] - b[1]) <= 2 * CLICK_SLACK
