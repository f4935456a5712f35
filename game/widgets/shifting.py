"""What has only just come to lie under a resting pointer: a press there was meant for what lay there before."""

STEADY_AFTER = 0.5
"""Seconds after which it can be pressed: longer than lies between the two clicks of a double click."""
SHAKE = 5
"""Px that a hand may move the pointer which rests."""


class Shifting:
    """Where the pointer was when something else came to lie under it, and how long ago that was."""

    def __init__(self) -> None:
        self._at: tuple[int, int] | None = None
        self._since = 0.0

    def note(self, at: tuple[int, int]) -> None:
        """Something else lies under the pointer, which is here, from now on."""
        self._at, self._since = at, 0.0

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self._since += seconds

    def misleads(self, at: tuple[int, int]) -> bool:
        """Whether a press here is meant for what is no longer there."""
        if self._at is None or self._since >= STEADY_AFTER:
            return False
        return max(abs(at[0] - self._at[0]), abs(at[1] - self._at[1])) <= SHAKE
