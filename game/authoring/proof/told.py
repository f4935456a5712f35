"""What became of the acts that were planned: shown or not, seen or not, over many runs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from scipy.special import bdtr

from game.key import Entry
from game.score import Score

FEW = 0.9
"""Share of the runs in which what is planned has to come about."""
CHANCE = 0.001
"""How likely so few may be where all is well; of dozens of acts that are drawn some come off badly by chance."""


@dataclass(frozen=True)
class ActCount:
    """How often one act really came about: of `planned` times, `shown`, and `seen` by the ideal trainee.

    `entry` is where it is written, or where that is from which it is `drawn`.
    """

    entry: str
    name: str
    planned: int
    shown: int
    seen: int
    drawn: bool = False

    @property
    def rare(self) -> bool:
        """Whether it too often does not come about."""
        return self._too_few(self.shown, self.planned)

    @property
    def hidden(self) -> bool:
        """Whether it too often cannot be made out where it does."""
        return self._too_few(self.seen, self.shown)

    def _too_few(self, count: int, of: int) -> bool:
        return count < FEW * of and (not self.drawn or float(bdtr(count, of, FEW)) < CHANCE)


def count_told(entry: Entry, ideal: Score) -> Iterable[ActCount]:
    """The acts of somebody with a part in one run, as an ideal trainee's score tells of them."""
    outcome = ideal.outcome_of(entry.person)
    shown = {showing.act.act: showing for showing in outcome.trial.showings} if outcome else {}
    for act in entry.acts:
        if not act.conditional:
            went = shown.get(act.act)
            came = bool(went and went.shown)
            seen = came and bool(went and went.noticed)
            yield ActCount(entry.entry, act.name, 1, int(came), int(seen), entry.entry != entry.slot)


def together(acts: Iterable[ActCount]) -> tuple[ActCount, ...]:
    """The acts of many runs, those of one name and place as one."""
    sums: dict[tuple[str, str, bool], list[int]] = defaultdict(lambda: [0, 0, 0])
    for act in acts:
        for n, value in enumerate((act.planned, act.shown, act.seen)):
            sums[act.entry, act.name, act.drawn][n] += value
    return tuple(
        ActCount(entry, name, planned, shown, seen, drawn)
        for (entry, name, drawn), (planned, shown, seen) in sums.items()
    )
