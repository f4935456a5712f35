"""Everyone in view as sprites: what each looks like from here, looked up by whole steps of angle and phase."""

from collections.abc import Sequence

import numpy as np
import pygame
from numpy.typing import NDArray

from ..cast import Looks
from ..view import HELD, POSES, Snapshot, Viewpoint
from .figures import Figures
from .figures_drawing import Sprite, Stance
from .ink import Colour

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Blit = tuple[pygame.Surface, tuple[int, int]]
_MEMO = 5000
"""Sprites remembered by their steps; asked for again from the figures when there are more."""
_TAU = 2 * np.pi


class People:
    """The cast as pictures, found quickly frame after frame."""

    def __init__(self, looks: Sequence[Looks]) -> None:
        """Nothing is drawn before it is needed."""
        self._figures = Figures(looks)
        self._memo: dict[tuple[int, int, float], Sprite] = {}
        self._last: dict[tuple[int, float, int], Sprite] = {}

    def blits(
        self, crowd: Snapshot, rows: Ints, where: Floats, viewpoint: Viewpoint, effort: int,
        plain: Sequence[Colour] | None = None,
    ) -> list[Blit]:
        """A sprite and its place for each row; at most `effort` new ones are drawn, others keep their last."""
        stances = _Steps.of(crowd, rows, viewpoint)
        places = np.rint(where).astype(np.int64).tolist()
        out: list[Blit] = []
        scale, turn = viewpoint.scale, viewpoint.turn
        memo = self._memo
        if len(memo) > _MEMO:
            memo.clear()
            self._last.clear()
        for n, (one, two, (x, y)) in enumerate(zip(stances.first, stances.second, places, strict=True)):
            if plain is not None:
                sprite = self._figures.sprite(stances.people[n], stances.stance(n), scale, plain=plain[n])
                out.append((sprite.surface, (x + sprite.dx, y + sprite.dy)))
                continue
            found = memo.get((one, two, scale))
            if found is None:
                last = (stances.people[n], scale, turn)
                found = self._last.get(last) if effort <= 0 else None
                if found is None:
                    effort -= 1
                    found = self._figures.sprite(stances.people[n], stances.stance(n), scale)
                    memo[one, two, scale] = found
                    self._last[last] = found
            out.append((found.surface, (x + found.dx, y + found.dy)))
        return out


class _Steps:
    """The stances of some rows, in whole steps packed into two numbers each."""

    def __init__(self, people: list[int], columns: dict[str, Floats], first: list[int], second: list[int]) -> None:
        self.people, self.first, self.second = people, first, second
        self._columns = {name: column.tolist() for name, column in columns.items()}

    @classmethod
    def of(cls, crowd: Snapshot, rows: Ints, viewpoint: Viewpoint) -> "_Steps":
        """The stances as seen from a viewpoint."""
        fine = 1.75 * viewpoint.scale * 0.79 >= 120
        turn, beat, lean = (72, 32, 0.1) if fine else (20, 24, 0.34)
        hips = _left(viewpoint.direction(crowd.heading[rows]))
        head = _apart(_left(viewpoint.direction(crowd.head[rows])), hips)
        gaze = _apart(_left(viewpoint.direction(crowd.gaze[rows])), hips)
        hand = _apart(_left(viewpoint.direction(crowd.hand[rows])), hips)
        columns = {
            "heading": np.rint(hips * turn / _TAU) % turn,
            "head": np.rint(head * turn / _TAU), "gaze": np.rint(gaze * turn / _TAU),
            "hand": np.rint(hand * turn / _TAU),
            "phase": np.rint(crowd.phase[rows] * beat), "pitch": np.rint(crowd.pitch[rows] / lean),
            "speed": np.rint(crowd.speed[rows] / (0.05 if fine else 0.3)),
            "pose": crowd.pose[rows], "held": crowd.held[rows], "bag": crowd.bag[rows],
        }
        people = crowd.ids[rows]
        whole = {name: column.astype(np.int64) for name, column in columns.items()}
        first = (((people * 64 + whole["pose"]) * 64 + whole["phase"]) * 128 + whole["heading"]) * 64 + whole["held"]
        second = whole["bag"]
        for name in ("head", "gaze", "hand", "pitch", "speed"):
            second = second * 256 + whole[name] + 100
        steps = {"heading": turn, "head": turn, "gaze": turn, "hand": turn}
        for name, count in steps.items():
            columns[name] = columns[name] * (_TAU / count)
        columns["phase"] = columns["phase"] / beat
        columns["pitch"] = columns["pitch"] * lean
        columns["speed"] = crowd.speed[rows]
        return cls(people.tolist(), columns, first.tolist(), second.tolist())

    def stance(self, n: int) -> Stance:
        """One of them, as the figures know it."""
        of = self._columns
        return Stance(
            POSES[int(of["pose"][n])], of["phase"][n], of["heading"][n], of["head"][n], of["gaze"][n], of["pitch"][n],
            of["hand"][n], HELD[int(of["held"][n])], bool(of["bag"][n]), of["speed"][n],
        )


def _left(direction: Floats) -> Floats:
    """Angles from straight away from the viewer to the left."""
    angle: Floats = np.arctan2(-direction[:, 0], direction[:, 1])
    return angle


def _apart(angle: Floats, other: Floats) -> Floats:
    return (angle - other + np.pi) % _TAU - np.pi
