"""Trays on the belts of security lanes: each goes along with whoever walks past, and what they carried lies in it.

Which person has one, and where it is, is a matter of where they are at the moment: they put it down where the belt
begins, it goes through the scanner at their pace, and they take it where the belt ends.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pygame

from game.cast import Looks
from game.geometry import Point, Polygon
from game.scenario import Layout, vocabulary
from game.scenario.venue.layout import Standing
from game.theme import Colour
from game.view import POSES, Pose, Snapshot
from game.view.viewpoint import up_the_picture

from ..cache import Cache
from ..daylight import Daylight
from ..people.outfit import outfit
from ..sprite import Blit, Sprite
from .belts import Belt, find_belt
from .block import Block, lay_out, see
from .pieces import Pieces
from .props import Group, blocks_of, cut, picture

REACH = 4.2
"""Metres to either side of a belt from which people use it: to the next belt of a hall with several lanes."""
LONG, _WIDE, _DEEP = 0.6, 0.44, 0.1
"""Metres of a tray along the belt, across it, and up."""
APART = 0.72
"""Metres from the middle of a tray to the next: whoever comes close behind lets theirs wait."""
_BAGS = {
    "rucksack": (0.40, 0.30, 0.22), "shoulder bag": (0.34, 0.26, 0.18), "handbag": (0.28, 0.20, 0.16),
    "briefcase": (0.42, 0.30, 0.12), "laptop bag": (0.40, 0.30, 0.10), "wheeled case": (0.54, 0.36, 0.26),
    "holdall": (0.48, 0.30, 0.24), "shopping bag": (0.32, 0.24, 0.20), "camera": (0.16, 0.12, 0.1),
}  # fmt: skip
"""What goes into a tray: so many metres along, across and up. Whoever carries none of it puts in coat and phone."""
_COAT = (0.40, 0.30, 0.1)
_TRAY: Colour = (154, 163, 170)
_PHONE: Colour = (36, 40, 46)
_CUTS = 20
"""So many lengths of a tray are told apart for each metre of it that is outside the scanner."""
_WALKS = (POSES.index(Pose.WALK), POSES.index(Pose.HURRY))
_OVER_BELT, _SCANNER, _OVER_ALL = 1e-4, 2e-4, 3e-4
"""Metres by which what lies on a belt is sorted nearer than it: beyond the scanner, the scanner itself, before it."""
_KEPT = 2 * 2**20
"""Bytes of pictures of trays that are kept, and of scanners."""


@dataclass(frozen=True)
class TrayBelt(Belt):
    """A belt for trays: what it is of, which number that has, and from where to where nothing is seen on it."""

    thing: Standing
    number: int
    unseen: tuple[float, float]

    def measure(self, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """How far along it points (n, 2) are, and how far to its left."""
        dx, dy = (places - self.at).T
        ax, ay = self.ahead
        return dx * ax + dy * ay, dy * ax - dx * ay

    def spot(self, along: float, aside: float) -> Point:
        """The point so many m along it, and so many to the left of its middle."""
        (x, y), (ax, ay) = self.at, self.ahead
        return x + along * ax - aside * ay, y + along * ay + aside * ax


@dataclass(frozen=True, slots=True)
class Tray:
    """Somebody's tray: its owner's number, and where its middle is along its belt."""

    belt: TrayBelt
    owner: int
    along: float


class TraysOnBelts:
    """The trays of one venue, and of one cast."""

    def __init__(self, layout: Layout, looks: Sequence[Looks]) -> None:
        """Nothing is drawn before it is in sight."""
        self.belts = tuple(_belts(layout))
        words = vocabulary()
        self._outfits = tuple(outfit(other, words) for other in looks) if self.belts else ()
        self._kept: Cache[Sprite] = Cache(_KEPT, lambda sprite: sprite.size)
        self._scanners: Cache[Pieces] = Cache(_KEPT, lambda drawn: sum(sprite.size for sprite, _ in drawn))
        self._groups: dict[tuple[int, int], tuple[Group, Group]] = {}

    def lay(self, crowd: Snapshot) -> tuple[Snapshot, tuple[Tray, ...]]:
        """The trays at a moment, and the crowd as it is then seen: what lies in a tray, nobody carries."""
        if not self.belts or not len(crowd.ids):
            return crowd, ()
        trays = tuple(self._find(crowd))
        owners = {tray.owner for tray in trays if self._outfits[tray.owner].carries in _BAGS}
        if not owners:
            return crowd, trays
        put_in = np.array([person in owners for person in crowd.ids.tolist()], dtype=bool)
        return replace(crowd, bag=np.where(put_in, 0, crowd.bag)), trays

    def _find(self, crowd: Snapshot) -> Iterator[Tray]:
        """Whoever walks along a belt uses that to their left or to their right, by their number."""
        measured = [belt.measure(crowd.position) for belt in self.belts]
        users: list[list[tuple[float, int]]] = [[] for _ in self.belts]
        walks = np.isin(crowd.pose, _WALKS)
        for row in np.flatnonzero(walks).tolist():
            person = int(crowd.ids[row])
            beside = [
                (float(aside[row]), n) for n, (along, aside) in enumerate(measured)
                if 0.0 < along[row] < self.belts[n].length and abs(aside[row]) < REACH
                and float(crowd.heading[row] @ np.array(self.belts[n].ahead)) > 0.3
            ]  # fmt: skip
            if beside and self._outfits[person].vest is None:
                left = max((pair for pair in beside if pair[0] < 0), default=None)
                right = min((pair for pair in beside if pair[0] >= 0), default=None)
                near = [pair for pair in (left, right) if pair is not None]
                n = near[person % len(near)][1]
                users[n].append((float(measured[n][0][row]), person))
        for belt, here in zip(self.belts, users, strict=True):
            free = belt.length
            for along, person in sorted(here, reverse=True):
                at = min(along, free)
                if at > LONG / 2:
                    yield Tray(belt, person, at)
                free = at - APART

    def show(
        self, trays: Sequence[Tray], window: pygame.Rect, scale: float, turn: int, now: Daylight
    ) -> tuple[list[Blit], list[float]]:
        """Trays and the scanners they go through: pictures, and the depth by which each is sorted."""
        blits: list[Blit] = []
        depths: list[float] = []
        for belt in {tray.belt.number: tray.belt for tray in trays}.values():
            whole, _ = self._see(belt, turn)
            drawn = [(piece, _SCANNER) for piece in self._scanner(belt, scale, turn, now)]
            for tray in (tray for tray in trays if tray.belt is belt):
                for low, high in _outside(belt, tray.along):
                    beyond = _is_beyond(belt, (low + high) / 2, turn)
                    sprite = self._tray(tray, (low - tray.along, high - tray.along), scale, turn, now)
                    placed = _place(sprite, belt.spot(tray.along, 0.0), scale, turn)
                    over = _OVER_BELT if beyond else _OVER_ALL
                    drawn += [(piece, over) for piece in cut(placed, whole.strips(), scale)]
            for (sprite, key), over in drawn:
                blits.append(sprite.at(-window.left, -window.top))
                depths.append(key - over)
        return blits, depths

    def _see(self, belt: TrayBelt, turn: int) -> tuple[Group, Group]:
        """The whole belt as it lies in a turn, and its scanner: what of it begins above the trays."""
        key = belt.number, turn
        if key not in self._groups:
            blocks = blocks_of(belt.thing)
            high = [block for block in blocks if block.low > belt.high]
            self._groups[key] = (
                Group(f"belt {belt.number}", belt.thing.at, tuple(see(block, turn) for block in blocks), 1),
                Group(f"scanner {belt.number}", belt.thing.at, tuple(see(block, turn) for block in high), 1),
            )
        return self._groups[key]

    def _scanner(self, belt: TrayBelt, scale: float, turn: int, now: Daylight) -> Pieces:
        whole, scanner = self._see(belt, turn)
        key = (belt.number, scale, turn, now.lamps)
        kept = self._scanners.get(key)
        if kept is None:
            drawn = picture(scanner, scale, now) if scanner.blocks else None
            kept = self._scanners.put(key, cut(drawn, whole.strips(), scale) if drawn else [])
        return kept

    def _tray(self, tray: Tray, part: tuple[float, float], scale: float, turn: int, now: Daylight) -> Sprite:
        """The part of a tray between two distances from its middle, about the middle."""
        worn = self._outfits[tray.owner]
        bag = _BAGS.get(worn.carries) if worn.carries else None
        size, colour = (bag, worn.carries_colour) if bag else (_COAT, worn.top_colour)
        low, high = (round(end * _CUTS) / _CUTS for end in part)
        key = (size, colour, low, high, tray.belt.ahead, tray.belt.high, scale, turn, now.lamps)
        kept = self._kept.get(key)
        if kept is None:
            blocks = _blocks(tray.belt, (low, high), size, colour)
            group = Group("tray", (0.0, 0.0), tuple(see(block, turn) for block in blocks), 1)
            kept = self._kept.put(key, picture(group, scale, now).trim())
        return kept


def _belts(layout: Layout) -> Iterator[TrayBelt]:
    for number, thing in enumerate(layout.standing):
        trays = thing.kind.trays
        if trays is not None:
            belt = find_belt(thing, trays)
            unseen = trays.unseen or (belt.length, belt.length)
            yield TrayBelt(belt.at, belt.ahead, belt.length, belt.high, thing, number, unseen)


def _outside(belt: TrayBelt, along: float) -> Iterator[tuple[float, float]]:
    """The parts of a tray that are not within the scanner, from and to so many m along the belt."""
    low, high = along - LONG / 2, along + LONG / 2
    for start, end in ((low, min(high, belt.unseen[0])), (max(low, belt.unseen[1]), high)):
        if end - start > 1.5 / _CUTS:
            yield start, end


def _is_beyond(belt: TrayBelt, along: float, turn: int) -> bool:
    """Whether a place on a belt is behind the scanner's middle, as one looks at it."""
    middle = sum(belt.unseen) / 2
    spots = (Block((belt.spot(far, 0.0),), 0.0, 0.0, _TRAY) for far in (along, middle))
    here, scanner = (see(block, turn).corners[0][1] for block in spots)
    return here > scanner


def _place(sprite: Sprite, at: Point, scale: float, turn: int) -> Sprite:
    """A picture about 0, 0 where its point lies in the whole picture."""
    across, depth = see(Block((at,), 0.0, 0.0, _TRAY), turn).corners[0]
    x, y = round(across * scale), -round(up_the_picture(depth) * scale)
    return Sprite(sprite.surface, sprite.left + x, sprite.top + y)


def _blocks(
    belt: TrayBelt, part: tuple[float, float], size: tuple[float, float, float], colour: Colour
) -> Iterator[Block]:
    """A tray about 0, 0 as far as it is seen, with what lies in it."""
    low, high = part

    def box(start: float, end: float, half: float) -> Polygon:
        return lay_out(belt.ahead, (max(start, low), min(end, high)), (-half, half))

    def seen(start: float, end: float) -> bool:
        return min(end, high) - max(start, low) > 0.01

    half, floor = _WIDE / 2, belt.high
    yield Block(box(-LONG / 2, LONG / 2, half), floor, floor + _DEEP, _TRAY)
    if seen(-size[0] / 2, size[0] / 2):
        yield Block(box(-size[0] / 2, size[0] / 2, size[1] / 2), floor + _DEEP, floor + _DEEP + size[2] * 0.8, colour)
    if seen(LONG / 2 - 0.12, LONG / 2 - 0.04):
        yield Block(box(LONG / 2 - 0.12, LONG / 2 - 0.04, 0.08), floor + _DEEP, floor + _DEEP + 0.02, _PHONE)
