"""Trainees who are no more than a skill: they answer drills by chance, as it and the difficulty of a clip say."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np

from game.chance import stream
from game.practice import Drill, Exemplar, Prompt, Sorting, ability, deal, difficulty
from game.practice.ability import PAIR_EASE, chance
from game.practice.exemplar import counterparts

BEGINS = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
PROMPTS = 15
"""Answers in a drill of two minutes, at eight seconds each."""
OWN = 0.4
"""Logits (SD) by which a behaviour is harder than what is known of it says."""


def catalogue(seed: int = 0, tells: int = 55, alike: int = 60) -> dict[str, Exemplar]:
    """About as many tells and look-alikes as there are, of all subtleties; each tell looks like two of the others."""
    draw = stream(seed, "catalogue")
    partners = {n: [int(k) for k in draw.choice(alike, size=2, replace=False)] for n in range(tells)}
    made = {
        f"tell_{n}": Exemplar(f"tell_{n}", True, f"F{n % 9 + 1}.1", int(draw.integers(1, 6)),
                              tuple(f"alike_{k}" for k in partners[n]))
        for n in range(tells)
    }
    for k in range(alike):
        mine = tuple(f"tell_{n}" for n in range(tells) if k in partners[n])
        made[f"alike_{k}"] = Exemplar(f"alike_{k}", False, f"F{k % 9 + 1}.1", int(draw.integers(1, 6)), mine)
    return made


@dataclass
class SimulatedTrainee:
    """Answers drills. `mixes_up` are taken for one another until they have been seen side by side."""

    skill: float
    seed: int
    known: Mapping[str, Exemplar]
    mixes_up: Collection[str] = ()
    now: datetime = BEGINS
    sortings: list[Sorting] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Draw how hard each behaviour really is."""
        self._draw = stream(self.seed, "trainee")
        own = self._draw.normal(0, OWN, len(self.known)).tolist()
        self._own = dict(zip(self.known, own, strict=True))

    def drill(self, seed: int, wanted: Collection[str] = (), prompts: int = PROMPTS) -> Drill:
        """Sit one drill."""
        sitting = Drill(deal(self.known, ability(self.sortings), seed, wanted), list(self.sortings), seed, wanted)
        for _ in range(prompts):
            answer = self.answer(sitting.next())
            sitting.take(answer)
            self.sortings.append(answer)
        self.now += timedelta(days=1)
        return sitting

    def answer(self, prompt: Prompt) -> Sorting:
        """Answer a prompt, by chance."""
        self.now += timedelta(seconds=8)
        names = tuple(exemplar.name for exemplar in prompt.shown)
        own = float(np.mean([self._own[name] for name in names]))
        hard = difficulty(prompt.subtlety, prompt.distance, prompt.crowd) + own
        paired = len(names) == 2
        right = self._draw.random() < chance(self.skill, hard - PAIR_EASE * paired)
        if not paired and names[0] in self.mixes_up:
            right = False
        meant = prompt.meant.name if prompt.meant else ""
        wrong = next((name for name in names if name != meant), "") if paired or not meant else ""
        return Sorting(
            self.now, names, meant, meant if right else wrong, subtlety=prompt.subtlety, distance=prompt.distance,
            crowd=prompt.crowd, seconds=3.0,
        )


def a_pair(known: Mapping[str, Exemplar], drill: Drill) -> tuple[str, str]:
    """A tell and its look-alike that are both in a drill."""
    names = {name for answer in drill.answers for name in answer.shown}
    return next(
        (name, other.name) for name in sorted(names) if known[name].meant
        for other in counterparts(known[name], known) if other.name in names
    )
