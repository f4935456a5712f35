"""The picture of the watching screens: the scene, with rings and signs over it, and the close-up."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pygame

from game.log import Marked
from game.picture import ZOOMS, Annotation, Badge, Instant, Outline, Plan, Ring, Scene
from game.view import Snapshot, Viewpoint
from game.widgets.style import Style

from .mark_signs import MARK_LEVELS, SHAPES

CLOSE_UP_EVERY = 3
"""A close-up shows large figures, which are dear to draw; twenty pictures a second are enough for it."""
EFFORT, AFTER_TICK, ASIDE = 4.0, 1.0, 1.5
"""Milliseconds that one picture of the scene may spend on what it lacks, one just after a tick, and one of a panel."""
AT_REST = 8.0
"""The same while the view rests: there is time to make ready what a turn or a zoom will show."""
SHARPENING, SHARPENED = 24.0, 10
"""The same for so many pictures after a zoom, when all is lacking: a few slower ones are less of a nuisance than a
second of blur. On two cores they take a quarter of a second."""


class Picture:
    """Draws what the trainee sees; the same for watching and for seeing a moment again."""

    def __init__(self, style: Style, scene: Scene, plan: Plan) -> None:
        self.plan = plan
        self._style = style
        self._scene = scene
        self._panel = pygame.Surface((1, 1))
        self._close = pygame.Surface((1, 1))
        self._last: Snapshot | None = None
        self._close_up_of: tuple[int, int, tuple[int, int], bool] | None = None
        self._waited = 0
        self._viewpoint: Viewpoint | None = None
        self._scale, self._since = 0.0, 0
        """The scale of the last picture, and how many came before it at that scale."""

    def draw(self, surface: pygame.Surface, instant: Instant) -> None:
        """The scene over the whole surface."""
        scale = instant.viewpoint.scale
        self._since = 0 if scale != self._scale else self._since + 1
        self._scale = scale
        calm = AT_REST if instant.viewpoint == self._viewpoint else EFFORT
        effort = calm if instant.after is self._last else AFTER_TICK
        if self._since < SHARPENED and scale in ZOOMS:
            effort = SHARPENING
        self._last, self._viewpoint = instant.after, instant.viewpoint
        self._scene.draw(surface, replace(instant, lettering=self._style.scale), effort=effort)

    def inset(self, surface: pygame.Surface, rect: pygame.Rect, instant: Instant, *, use: str) -> None:
        """The scene in a box of a panel, which has this use."""
        if self._panel.get_size() != rect.size:
            self._panel = pygame.Surface(rect.size)
        viewpoint = replace(instant.viewpoint, width=rect.w, height=rect.h)
        shown = replace(instant, viewpoint=viewpoint, lettering=self._style.scale)
        self._scene.draw(self._panel, shown, effort=ASIDE, use=use)
        surface.blit(self._panel, rect)

    def feed(self, surface: pygame.Surface, instant: Instant, number: int) -> None:
        """A small picture from one of the place's cameras, completed little by little."""
        self._scene.draw(surface, instant, effort=ASIDE, use=f"camera {number}")

    def close_up(
        self, surface: pygame.Surface, rect: pygame.Rect, instant: Instant, person: int, stature: float
    ) -> None:
        """One person of this stature (m), whole, in a box; drawn anew for every third picture of the scene."""
        asked = person, instant.viewpoint.turn, rect.size, person in instant.pale
        self._waited += 1
        if asked != self._close_up_of or self._waited >= CLOSE_UP_EVERY:
            if self._close.get_size() != rect.size:
                self._close = pygame.Surface(rect.size)
            if near := instant.upon(person, stature, rect.size):
                self._scene.draw(self._close, near, effort=ASIDE, use="close-up")
            self._close_up_of, self._waited = asked, 0
        surface.blit(self._close, rect)

    def pick(self, at: tuple[int, int], now: Snapshot, viewpoint: Viewpoint) -> list[int]:
        """Who stands under a pixel, the nearest to the eye first."""
        return self._scene.pick(at[0], at[1], now, viewpoint)

    def signs(
        self, now: Snapshot, marks: Mapping[int, Marked], selected: int | None = None, outlined: int | None = None
    ) -> tuple[Annotation, ...]:
        """A ring round who is selected, a line round who is pointed at, the signs of the marks; of those present."""
        present = frozenset(now.ids.tolist())
        return tuple(sign for sign in self._signs(marks, selected, outlined) if sign.person in present)

    def _signs(
        self, marks: Mapping[int, Marked], selected: int | None, outlined: int | None
    ) -> Iterator[Ring | Badge | Outline]:
        if selected is not None:
            yield Ring(selected, self._style.colour("focus")[:3])
        if outlined is not None and outlined != selected:
            yield Outline(outlined, self._style.colour("text")[:3])
            yield Ring(outlined, self._style.colour("text")[:3], dashed=True)
        for person, mark in marks.items():
            yield badge(self._style, person, mark.level)


def badge(style: Style, person: int, level: int) -> Badge:
    """The sign of a level above a head: a shape, the first letter of its word, and a colour."""
    _, word, tint = MARK_LEVELS[level - 1]
    return Badge(person, SHAPES[level - 1], style.colour(tint)[:3], word[0])
