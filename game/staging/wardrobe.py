"""Looks, drawn from `assets/looks.yaml` with no regard to who is a subject, a decoy or one of the crowd."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

import numpy as np

from game.cast import Looks
from game.chance import pick, pick_by
from game.scenario.model import Role
from game.scenario.vocabulary import Age, Drawn, Frame, Vocabulary, or_none

D = TypeVar("D", bound=Drawn)


class Wardrobe:
    """A vocabulary of looks, and the running sums of its weights for each age and frame met with so far."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Nothing drawn yet."""
        self._vocabulary = vocabulary
        # By the list itself, which lives as long as the vocabulary, since its hash would cost more than the draw.
        self._sums: dict[tuple[int, Age | None, Frame | None], list[float]] = {}

    def looks(self, role: Role, chance: np.random.Generator, *, alone: bool = True) -> Looks:
        """One appearance, given the role alone: every attribute is drawn, in the same order, for everybody.

        Children do not come alone and do not work here: for those drawn so, the age is adult.
        """
        words = self._vocabulary
        age = words.ages[self._index(words.ages, None, None, chance)].age
        if age == "child" and alone:
            age = "adult"
        frame = words.frames[self._index(words.frames, age, None, chance)].frame

        def index(entries: Sequence[Drawn]) -> int:
            return self._index(entries, age, frame, chance)

        def draw(entries: Sequence[D]) -> D:
            return entries[index(entries)]

        stature = next(row for row in words.statures if row.age == age and row.frame == frame)
        # Nobody is to stand out by height alone: beyond two deviations it would be one in twenty.
        low, high = stature.mean - 2 * stature.sd, stature.mean + 2 * stature.sd
        # Arguments are drawn in the order they stand in: another order is another crowd for every seed.
        looks = Looks(
            stature=float(np.clip(chance.normal(stature.mean, stature.sd), low, high)),
            age=age,
            frame=frame,
            uniform=role.uniform,
            build=draw(words.builds).build,
            skin=index(words.skins),
            hair=draw(words.hair).name,
            hair_colour=index(words.hair_colours),
            hat=draw(words.hats).name,
            hat_colour=index(words.colours),
            top=draw(words.tops).name,
            top_colour=index(words.colours),
            bottom=draw(words.bottoms).name,
            bottom_colour=index(words.bottom_colours),
            shoes=index(words.shoes),
            glasses=bool(chance.random() < words.glasses[age]),
            carries=_draw_carried(role, chance),
            carries_colour=index(words.colours),
            aid=draw(words.aids).name,
            beard=draw(words.beards).name,
        )
        if role.staff:
            looks = replace(looks, aid=None)
        # Nobody pushes a pushchair from a wheelchair.
        return replace(looks, carries=None) if looks.aid == "wheelchair" and looks.carries == "pushchair" else looks

    def pace_of(self, worn: Looks) -> float:
        """The factor on the free speed that comes with age."""
        return next(group.pace for group in self._vocabulary.ages if group.age == worn.age)

    def _index(
        self, entries: Sequence[Drawn], age: Age | None, frame: Frame | None, chance: np.random.Generator
    ) -> int:
        key = id(entries), age, frame
        sums = self._sums.get(key)
        if sums is None:
            sums = self._sums[key] = list(accumulate(entry.weigh(age, frame) for entry in entries))
        return pick_by(chance, sums)


def _draw_carried(role: Role, chance: np.random.Generator) -> str | None:
    names = list(role.carries)
    return or_none(names[pick(chance, (role.carries[name] for name in names))])
