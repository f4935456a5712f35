"""Looks, drawn from `assets/looks.yaml` with no regard to who is a subject, a decoy or one of the crowd."""

from collections.abc import Mapping
from itertools import accumulate
from typing import Any

import numpy as np

from game.cast import Looks
from game.chance import pick, pick_by
from game.scenario.model import Role

Entry = Mapping[str, Any]


class Wardrobe:
    """A vocabulary of looks, and the running sums of its weights for each age and frame met with so far."""

    def __init__(self, vocabulary: Mapping[str, Any]) -> None:
        """Nothing drawn yet."""
        self._vocabulary = vocabulary
        self._sums: dict[tuple[str, str, str], list[float]] = {}

    def looks(self, role: Role, chance: np.random.Generator, *, alone: bool = True) -> Looks:
        """One appearance, given the role alone: every attribute is drawn, in the same order, for everybody.

        Children do not come alone and do not work here: for those drawn so, the age is adult.
        """

        def choose(kind: str) -> Any:
            return self._vocabulary[kind][index(kind)]

        def index(kind: str) -> int:
            return self._index(kind, age, frame, chance)

        age = frame = ""
        age = choose("ages")["age"]
        if age == "child" and alone:
            age = "adult"
        frame = choose("frames")["frame"]
        stature = next(row for row in self._vocabulary["statures"] if row["age"] == age and row["frame"] == frame)
        mean, sd = float(stature["mean"]), float(stature["sd"])
        height = float(np.clip(chance.normal(mean, sd), mean - 2 * sd, mean + 2 * sd))
        drawn: dict[str, Any] = {
            "build": float(choose("builds")["build"]),
            "skin": index("skins"),
            "hair": choose("hair")["hair"],
            "hair_colour": index("hair_colours"),
            "hat": choose("hats")["hat"],
            "hat_colour": index("colours"),
            "top": choose("tops")["top"],
            "top_colour": index("colours"),
            "bottom": choose("bottoms")["bottom"],
            "bottom_colour": index("bottom_colours"),
            "shoes": index("shoes"),
            "glasses": bool(chance.random() < float(self._vocabulary["glasses"][age])),
            "carries": _draw_carried(role, chance),
            "carries_colour": index("colours"),
            "aid": choose("aids")["aid"],
            "beard": choose("beards")["beard"],
        }
        if role.staff:
            drawn["aid"] = "none"
        if drawn["aid"] == "wheelchair" and drawn["carries"] == "pushchair":
            drawn["carries"] = "nothing"
        return Looks(stature=height, age=age, frame=frame, uniform=role.uniform or "none", **drawn)

    def pace_of(self, worn: Looks) -> float:
        """The factor on the free speed that comes with age."""
        return float(next(entry.get("pace", 1.0) for entry in self._vocabulary["ages"] if entry["age"] == worn.age))

    def _index(self, kind: str, age: str, frame: str, chance: np.random.Generator) -> int:
        sums = self._sums.get((kind, age, frame))
        if sums is None:
            sums = list(accumulate(_weight(entry, age, frame) for entry in self._vocabulary[kind]))
            self._sums[kind, age, frame] = sums
        return pick_by(chance, sums)


def _draw_carried(role: Role, chance: np.random.Generator) -> str:
    names = list(role.carries)
    return names[pick(chance, (role.carries[name] for name in names))]


def _weight(entry: Entry, age: str, frame: str) -> float:
    if frame and frame not in entry.get("frames", (frame,)):
        return 0.0
    ages = entry.get("ages")
    if isinstance(ages, Mapping):
        return float(ages.get(age, 0.0))
    if ages is not None and age not in ages:
        return 0.0
    return float(entry.get("weight", 1.0))
