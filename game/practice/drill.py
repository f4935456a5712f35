"""A drill: what comes next, by what was answered so far."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.chance import stream

from .ability import Ability, ability, crowd_for, difficulty
from .confusion import Pair, find_confused
from .exemplar import Exemplar
from .pool import AIM
from .sorting import Sorting

RESTS = 3
"""Prompts that lie between two showings of one behaviour, where there are others."""
SETTLES = 2
"""Prompts between a confusion and the two side by side: at once, it would be the last answer that is remembered."""
BLOCK = 8
"""Prompts among which half are tells, in an order drawn by lot: so many that nobody counts what is left."""
WANTED = 0.3
"""What it is worth, in terms of the share of right answers aimed at, that something is due or was asked for."""
OFTEN = 0.06
"""What each showing in this drill costs, so that all of them come."""
SLOW, HESITANT = 0.05, 6.0
"""What it is worth that the last answer to something took longer than so many seconds: it is not yet known."""
UNRULY = 0.04
"""How far chance may set one prompt before another."""
DISTANCES = 3
SIGNS = 4
"""Among how many signs the one that was shown is to be named."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What to show: one behaviour or two side by side, from so far (0 near to 2 far) among so many (0 to 2)."""

    shown: tuple[Exemplar, ...]
    distance: int
    crowd: int

    @property
    def meant(self) -> Exemplar | None:
        """The tell among what is shown."""
        return next((exemplar for exemplar in self.shown if exemplar.meant), None)

    @property
    def subtlety(self) -> int:
        """That of the tell of two, or of the only one."""
        return (self.meant or self.shown[0]).subtlety


class Drill:
    """One sitting at drills with a pool of behaviours; the same seed and answers give the same prompts."""

    def __init__(
        self, pool: Mapping[str, Exemplar], past: Sequence[Sorting], seed: int, wanted: Collection[str] = ()
    ) -> None:
        """`past` are all answers of the trainee before; `wanted` are due, or were asked for, and come first."""
        self._pool, self._wanted = pool, wanted
        self.past, self.answers = list(past), list[Sorting]()
        self.crowd = crowd_for(ability(past).level)
        self._chance = stream(seed, "drill")
        self._order: list[bool] = []
        self._shown: list[str] = []
        self._confused_for: tuple[Pair, int] | None = None

    @property
    def trainee(self) -> Ability:
        """What is known of the trainee by now."""
        return ability([*self.past, *self.answers])

    def next(self, *, alone: bool = False) -> Prompt:
        """What to show now; `alone` one thing, though two be confused."""
        prompt = (None if alone else self._side_by_side()) or self._single()
        self._shown += [exemplar.name for exemplar in prompt.shown]
        return prompt

    def signs(self, prompt: Prompt) -> tuple[str, ...]:
        """The cues to choose the sign of a tell among, in order: its own, and others that may be shown here."""
        own = prompt.meant.cue if prompt.meant else ""
        others = sorted({exemplar.cue for exemplar in self._pool.values() if exemplar.meant} - {own})
        drawn = self._chance.permutation(len(others))[: SIGNS - 1]
        return tuple(sorted([own, *(others[int(n)] for n in drawn)]))

    def take(self, answer: Sorting) -> None:
        """The answer to what was shown last."""
        self.answers.append(answer)

    def _side_by_side(self) -> Prompt | None:
        """Two that were confused again, once that is a little while ago; the tell on a side drawn by lot."""
        pairs = find_confused([*self.past, *self.answers], self._pool)
        if not pairs:
            return None
        pair, since = self._confused_for or (pairs[0], len(self.answers))
        if pair not in pairs:
            pair, since = pairs[0], len(self.answers)
        self._confused_for = pair, since
        if len(self.answers) - since < SETTLES:
            return None
        both = [self._pool[name] for name in pair]
        if self._chance.random() < 0.5:
            both.reverse()
        return Prompt(tuple(both), 0, self.crowd)

    def _single(self) -> Prompt:
        if not self._order:
            self._order = [bool(n % 2) for n in self._chance.permutation(BLOCK)]
        meant, trainee = self._order.pop(), self.trainee
        fitting = [exemplar for exemplar in self._pool.values() if exemplar.meant is meant]
        rested = [exemplar for exemplar in fitting if exemplar.name not in self._shown[-RESTS:]] or fitting
        prompts = [Prompt((exemplar,), distance, self.crowd) for exemplar in rested for distance in range(DISTANCES)]
        unruly = UNRULY * self._chance.random(len(prompts))
        costs = [self._cost(prompt, trainee) + extra for prompt, extra in zip(prompts, unruly.tolist(), strict=True)]
        return prompts[int(np.argmin(costs))]

    def _cost(self, prompt: Prompt, trainee: Ability) -> float:
        """How far a prompt is from what should come now."""
        exemplar = prompt.shown[0]
        off = abs(trainee.chance(exemplar.name, difficulty(exemplar.subtlety, prompt.distance, prompt.crowd)) - AIM)
        wanted = WANTED * (exemplar.name in self._wanted and not self._shown.count(exemplar.name))
        last = next((answer for answer in reversed(self.answers) if answer.shown == (exemplar.name,)), None)
        slow = SLOW * (last is not None and last.seconds > HESITANT)
        return off - wanted - slow + OFTEN * self._shown.count(exemplar.name)
