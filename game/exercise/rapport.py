"""How much more somebody puts up with: the same sums for everybody, so that it tells nothing of who they are."""

from dataclasses import dataclass, replace

from game.acts import Opening
from game.clock import TICKS_PER_SECOND

EXPLAINED, BLUNT = 3.0, -1.5
"""Questions more that are answered to somebody who says who they are and why they ask; fewer, to one who does not."""
HASTY = TICKS_PER_SECOND
"""Ticks after an answer within which the next question comes too soon: it has not been heard out."""
FOR_HASTE, FOR_PRESSING = 1.0, 1.5
"""What a question costs beyond itself that comes too soon, and one that was answered already."""
WAITS = 20 * TICKS_PER_SECOND
"""Ticks of standing about that cost as much as a question."""
CURT = 2.0
"""From here on down answers get short."""


@dataclass(frozen=True, slots=True)
class Rapport:
    """What is left of somebody's patience, in questions."""

    left: float

    @property
    def curt(self) -> bool:
        """Whether they say no more than they must."""
        return self.left <= CURT

    @property
    def spent(self) -> bool:
        """Whether they have had enough."""
        return self.left <= 0

    def open_talk(self, opening: Opening) -> "Rapport":
        """Once they have been spoken to."""
        return replace(self, left=self.left + (EXPLAINED if opening == "explained" else BLUNT))

    def question(self, since: int, *, again: bool) -> "Rapport":
        """Once they have been asked, `since` ticks after they last spoke; `again` if they had answered that already."""
        cost = 1.0 + FOR_HASTE * (since < HASTY) + FOR_PRESSING * again
        return replace(self, left=self.left - cost)

    def wait(self, ticks: int) -> "Rapport":
        """Once they have stood about for so long without being asked anything."""
        return replace(self, left=self.left - ticks / WAITS)
