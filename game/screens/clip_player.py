"""Clips on a page: people's acts, moving, seen from where they can be made out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import dist
from typing import Protocol

import numpy as np
import pygame

from game.clock import TICKS_PER_SECOND
from game.geometry import Point
from game.picture import ZOOMS, Annotation, EyeLine, FloorLabel, Instant, Ring, Scene, around
from game.view import Snapshot, Viewpoint
from game.view.eyes import EYE_LEVEL
from game.view.footage import Footage, Regarded
from game.widgets.style import Style

RESTS = 1.0
"""Seconds for which the last moment stands before a clip begins again."""
EFFORT = 2.5
"""Milliseconds that one picture of a clip may spend on what it lacks: four open ones leave half of a picture's time."""
SIGHT = 9.0
"""How far off, in m, what is looked at is still taken into the picture."""
CLOSEST, STILL_FROM, FOLLOWED = 62.0, 30.0, 44.0
"""px/m at 720: the most, and from which on one still view serves all of a clip; below it the view goes along, at the
last."""
MARGIN = 0.5
"""Metres about the people of a clip. A view rests on a zoom level, which mostly leaves more."""
WINDOW = 15
"""Ticks before and after by which a view that goes along is steadied."""
SEEN, AIMED = (126, 214, 255), (255, 150, 84)
"""Colours of what the eyes end on, and of what a lens held low is turned to; as on the sheets for authors."""
OVERHEAD, LOW = 2.2, 0.9
"""Heights in m of what is said, and of a lens held low."""


@dataclass(frozen=True)
class Take:
    """A clip and the scene that draws it; takes of one scene are drawn one after the other."""

    scene: Scene
    footage: Footage


class Takes(Protocol):
    """Behaviours being played in the background, to be shown as they are ready."""

    @property
    def takes(self) -> Mapping[str, Take]:
        """By the name of the behaviour, those that were shown."""

    @property
    def ready(self) -> bool:
        """Whether that is all."""

    @property
    def problem(self) -> str:
        """What went wrong, in a sentence; empty if nothing has."""


@dataclass
class ClipPlayer:
    """One clip, played round and round, or once if it does not loop; `told` with what the eyes are on."""

    style: Style
    take: Take
    use: str
    loops: bool = True
    told: bool = True
    closest: float = CLOSEST
    _at: float = 0.0
    _panel: pygame.Surface = field(default_factory=lambda: pygame.Surface((1, 1)))
    _still: tuple[tuple[int, int], Viewpoint] | None = None

    @property
    def seconds(self) -> float:
        """How long the clip takes."""
        return (len(self.take.footage.snapshots) - 1) / TICKS_PER_SECOND

    @property
    def over(self) -> bool:
        """Whether all of it has been shown."""
        return self._at >= self.seconds

    def again(self) -> None:
        """From its beginning."""
        self._at = 0.0

    def update(self, seconds: float) -> None:
        """Let it go on."""
        self._at += seconds
        if self.loops and self._at > self.seconds + RESTS:
            self._at = 0.0

    def paint(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        """The present moment in a box."""
        if self._panel.get_size() != rect.size:
            self._panel = pygame.Surface(rect.size)
        clip = self.take.footage
        tick = min(self._at, self.seconds) * TICKS_PER_SECOND
        whole = int(tick)
        before, after = clip.snapshots[whole], clip.snapshots[min(whole + 1, len(clip.snapshots) - 1)]
        signs = _signs(self.style, clip, whole, told=self.told)
        view = self._view(rect.size, tick)
        instant = Instant(before, after, tick - whole, view, signs, lettering=self.style.scale)
        self.take.scene.draw(self._panel, instant, effort=EFFORT, use=self.use)
        surface.blit(self._panel, rect)

    def _view(self, size: tuple[int, int], tick: float) -> Viewpoint:
        followed, closest = FOLLOWED * self.style.scale, self.closest * self.style.scale
        still = STILL_FROM * self.style.scale * 100 / self.style.text  # large text leaves a picture no more room
        if self._still is None or self._still[0] != size:
            view = around(_points(self.take.footage), self.take.footage.turn, size, MARGIN, closest)
            self._still = size, view
        view = self._still[1]
        if view.scale >= min(still, closest):
            return at_level(view, view.scale)
        x, y = _steady(self.take.footage, tick)
        return at_level(Viewpoint(x, y, view.scale, view.turn, *size), min(followed, closest))


def at_level(view: Viewpoint, scale: float) -> Viewpoint:
    """The view at the level that pictures are made for which shows at least as much."""
    level = max((zoom for zoom in ZOOMS if zoom <= scale * 1.01), default=ZOOMS[0])
    return Viewpoint(view.x, view.y, level, view.turn, view.width, view.height)


def _where(clip: Footage, now: Snapshot) -> Point:
    row = int(np.searchsorted(now.ids, clip.person))
    x, y = now.position[row].tolist()
    return x, y


def _points(clip: Footage) -> list[Point]:
    """Where the person is, from feet to above the head, and what they turn to that is not far off."""
    unit = Viewpoint(0.0, 0.0, 1.0, clip.turn, 0, 0)

    def behind(at: Point, high: float) -> Point:
        """The point on the floor that lies in the picture where something so high (m) does."""
        return unit.floor_at(*unit.project(np.array([at]), high)[0].tolist())

    points: list[Point] = []
    for now, looked in zip(clip.snapshots[::5], clip.looked[::5], strict=True):
        here = _where(clip, now)
        points += [here, behind(here, OVERHEAD)]
        if looked and dist(here, looked.at[:2]) < SIGHT:
            points.append(behind(looked.at[:2], looked.at[2]))
    return points


def _steady(clip: Footage, tick: float) -> Point:
    """Where the person is about this moment, without their every step."""
    at, last = tick, len(clip.snapshots) - 1
    near = [clip.snapshots[n] for n in range(max(0, int(at) - WINDOW), min(last, int(at) + WINDOW) + 1, 3)]
    spots = np.array([_where(clip, now) for now in near])
    x, y = spots.mean(axis=0).tolist()
    return x, y


def _signs(style: Style, clip: Footage, n: int, *, told: bool) -> tuple[Annotation, ...]:
    now = clip.snapshots[n]
    here = _where(clip, now)
    signs: list[Annotation] = [Ring(clip.person, style.colour("focus")[:3])]
    signs += [FloorLabel((*here, OVERHEAD), f"“{words}”") for who, words in now.said if who == clip.person]
    if told:
        signs += _lines(here, clip.looked[n], clip.lens[n])
    return tuple(signs)


def _lines(here: Point, looked: Regarded | None, lens: Regarded | None) -> list[Annotation]:
    lines: list[Annotation] = []
    if looked:
        lines.append(EyeLine((*here, EYE_LEVEL), looked.at, SEEN, looked.name))
    if looked and looked.person is not None:
        lines.append(Ring(looked.person, SEEN, dashed=True))
    if lens:
        lines.append(EyeLine((*here, LOW), lens.at, AIMED, f"phone: {lens.name}"))
    return lines
