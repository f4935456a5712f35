"""Trains that come, stand with their doors open and go on, as the timetable has it; and the tunnels they come from."""

from collections.abc import Iterator
from functools import partial

import numpy as np
import pygame

from game.geometry import Polygon
from game.programme import ORDINARY, Programme
from game.scenario import Layout
from game.scenario.venue.passages import Passage
from game.scenario.venue.tracks import BED, CARRIAGE, PlatformTrack
from game.theme import Colour
from game.view import Viewpoint

from ..daylight import Daylight
from ..sprite import Blit
from .block import Block, see
from .ground.streets import FAR
from .moving import Moved, MovingPieces
from .props import CUT, Group

_NEAR, _FAR, _COUPLED = 0.08, 2.72, 0.1
"""Metres from the platform's edge to the two sides of a carriage, and from one carriage's end to the next."""
_SILL, _HEAD, _ROOF = 0.95, 1.78, 2.3
"""Metres above the platform at which the windows begin and end, and the top of the roof."""
_OPENING = 0.62
"""Half the width of an open door in m."""
_RED: Colour = (176, 52, 46)
_PALE: Colour = (214, 220, 224)
_LIT: Colour = (250, 240, 212)
_BRICK: Colour = (96, 88, 80)
_DARK: Colour = (18, 18, 20)
_TUNNEL, _CROWN = CARRIAGE + 2.0, 3.2
"""Length and height in m of what is seen of a tunnel: long enough to hide a carriage that is not wholly out of it."""
_RIM, _SIDE, _ARCH = 0.15, 0.2, 0.86
"""Thickness in m of its dark mouth; metres that it reaches beyond the track; share of its height that is dark."""
_KEPT = 8 * 2**20
"""Bytes of pictures of carriages that are kept."""


class Trains:
    """The trains of one venue; `starts` is the hour on its clock at tick 0, by which they come."""

    def __init__(self, layout: Layout, starts: str, programme: Programme = ORDINARY) -> None:
        """Nothing is drawn before a train is in sight."""
        self._tracks, self._services = layout.tracks, programme.services(layout.services(starts))
        self._beyond = 0.0 if layout.venue.surroundings == "earth" else FAR
        self._pictures = MovingPieces(_KEPT)

    def show(
        self, tick: float, window: pygame.Rect, scale: float, turn: int, now: Daylight
    ) -> tuple[list[Blit], list[float]]:
        """All carriages in a window of the picture at a moment: pictures, and the depth by which each is sorted."""
        some = (self._draw_train(*carriage, turn) for carriage in self._carriages(tick))
        return self._pictures.place(some, window, scale, turn, now)

    def _carriages(self, tick: float) -> Iterator[tuple[str, PlatformTrack, float, bool]]:
        """Each carriage in sight: on which track, where along it, and whether its doors are open."""
        for name, track in self._tracks.items():
            low, high = -track.right - self._beyond - CARRIAGE, track.left + self._beyond
            for gone in self._services[name].off(tick):
                for start in track.starts:
                    if low < start + gone < high:
                        yield name, track, start + gone, gone == 0

    def _draw_train(self, name: str, track: PlatformTrack, start: float, is_open: bool, turn: int) -> Moved:
        """One, drawn as it stands to the left of the middle of the platform's edge."""
        blocks = partial(_blocks, track, is_open=is_open, is_cut=is_cut(track.way, turn))
        return Moved((name, is_open), blocks, track.way.at, track.way.spot(start, 0.0))


def is_cut(way: Passage, turn: int) -> bool:
    """Whether a train would stand between the viewer and the platform, and is cut low as walls are."""
    return float(Viewpoint(0, 0, 1, turn, 0, 0).across_and_depth(np.array(way.out))[1]) < 0


def _blocks(track: PlatformTrack, *, is_open: bool, is_cut: bool) -> Iterator[Block]:
    def part(near: float, far: float, left: float, right: float) -> tuple[tuple[float, float], ...]:
        a, b, c, d = track.way.strip(near, far, left, right)
        return b, c, d, a  # an end of the carriage is its front, as the skin has it

    body = part(_NEAR, _FAR, CARRIAGE - _COUPLED, 0.0)
    if is_cut:
        yield Block(body, 0.0, CUT, _RED, "cut")
        return
    yield Block(body, 0.0, _SILL, _RED, "train")
    yield Block(body, _SILL, _HEAD, _PALE, "train windows")
    yield Block(body, _HEAD, _ROOF, _PALE, "train")
    if is_open:
        for door in (CARRIAGE * 0.25, CARRIAGE * 0.75):
            yield Block(part(_NEAR - 0.03, _NEAR, door + _OPENING, door - _OPENING), 0.0, _HEAD + 0.1, _LIT)


def tunnels(layout: Layout, turn: int) -> list[Group]:
    """Below ground, what is seen of the tunnels at either end of each track: a crown, and a dark mouth."""
    found = []
    for name, track in layout.tracks.items() if layout.venue.surroundings == "earth" else ():
        high, skin = (CUT, "cut") if is_cut(track.way, turn) else (_CROWN, "brick")
        for n, (end, way) in enumerate(((track.left, 1.0), (-track.right, -1.0))):
            mouth = _across(track, end, end + way * _RIM)
            crown = _across(track, end + way * _RIM, end + way * _TUNNEL)
            blocks = Block(mouth, 0.0, _ARCH * high, _DARK), Block(crown, 0.0, high, _BRICK, skin)
            for part, block in enumerate(blocks):
                found.append(Group(f"tunnel {name}/{n}/{part}", track.way.at, (see(block, turn),), 1))
    return sorted(found, key=lambda group: -max(d for shape in group.blocks for _, d in shape.corners))


def _across(track: PlatformTrack, one: float, other: float) -> Polygon:
    """The ground of a track, and a little on either side, between two places along it."""
    return track.way.strip(-_SIDE, BED + _SIDE, max(one, other), min(one, other))
