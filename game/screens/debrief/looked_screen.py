"""Where the trainee looked: the plan, coloured by how long they watched, and where those who mattered showed it."""

from collections.abc import Callable

import numpy as np
import pygame

from game.exercise import sightline
from game.geometry import Point
from game.log import Looked, Stood
from game.picture import Plan, mix
from game.score import PersonTold
from game.theme import Colour
from game.view.snapshot import Floats
from game.widgets.boxes import Card, Column, Row
from game.widgets.screen import Back, Next, PageScreen, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Drawing, Label, Widget

from .debrief_setup import Debriefed
from .watched_floor import CELL, PEOPLED_EVERY, FloorWatched, find_peopled, watch_floor

Project = Callable[[Floats], Floats]
"""Pixels (n, 2) of floor points (n, 2)."""
SOFT = 4
"""Pixels over which the edges of cells run into one another: nobody looks in squares."""
NEVER: Colour = (10, 14, 24)
VEIL = 205
"""How opaque the colours lie over the plan, of 255: its walls still show."""
MEANS = (
    "Yellow: you had it in view longest, for {longest} s. Blue: for less. Dark: people were there, and you never had "
    "it in view large enough to make out what hands do. The insets of cameras and of somebody chosen are not counted."
)
DOTS = "The dots are where those who mattered showed something:"


class LookedScreen(PageScreen[Back]):
    """The plan on the left, what it means on the right."""

    def __init__(self, style: Style, told: Debriefed, plan: Plan) -> None:
        super().__init__(style)
        self._told, self._plan = told, plan
        looks = list(told.recording.log.of(Looked))
        self._turn = looks[-1].turn if looks else 0
        self._watched = _watch_floor(told, looks)
        self._dots = [_dots(told, person) for person in told.debrief.people if person.part == "subject"]
        self._heat: pygame.Surface | None = None

    def build(self) -> Widget:
        """Both sides."""
        watched = self._watched
        said: list[Widget] = [
            Label(f"{watched.ever:.0%}", "display", "accent"),
            Label("of the floor that people were on was in your view at some time."),
            Label(f"{watched.at_once:.0%}", "title", "accent"), Label("of it at any one moment, on average."),
        ] if len(watched.middles) else [Label("Nobody was on the floor.")]
        said.append(Label(MEANS.format(longest=round(watched.seconds.max(initial=0.0))), "small", "text_soft"))
        if any(self._dots):
            said += [
                Label(DOTS, "small", "text_soft"),
                Row([Label("found (round)", "strong", "hit"), Label("missed (square)", "strong", "miss")], gap=14),
            ]
        words = Column([Scroll(Column([Card(Column(said, gap=8))], gap=0), self.page.offsets, grow=1)], grow=3)
        plan = Column([Drawing(self._paint, ratio=1.6)], grow=8)
        return sheet("Where you looked", "", Row([plan, words], gap=16, centred=False))

    def respond(self, event: Back) -> Next | None:
        """There is nothing to press but the way back."""
        return self.back()

    def _paint(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        own = self._plan.view(rect.size, self._turn)
        self._plan.draw(surface, rect, own)
        if self._heat is None or self._heat.get_size() != rect.size:
            blue, yellow = self.style.theme.solid("accent"), self.style.theme.solid("focus")
            self._heat = _heat(self._watched, own.project, rect.size, (NEVER, blue, yellow))
        surface.blit(self._heat, rect, special_flags=pygame.BLEND_PREMULTIPLIED)
        for at, found in (dot for dots in self._dots for dot in dots):
            (x, y), = own.project(np.array([at])).tolist()
            colour = self.style.colour("hit" if found else "miss")
            for ink, radius in ((self.style.colour("backdrop"), 7), (colour, 5)):
                spot = pygame.Rect(0, 0, 2 * self.style.px(radius), 2 * self.style.px(radius))
                spot.center = rect.x + round(x), rect.y + round(y)
                self.style.box(surface, spot, ink, radius=spot.w // 2 if found else 0)


def _watch_floor(told: Debriefed, looks: list[Looked]) -> FloorWatched:
    recording = told.recording
    moments = range(max(0, recording.first), recording.last + 1, PEOPLED_EVERY)
    middles = find_peopled((recording.snapshot(tick).position for tick in moments), told.layout.venue.size)
    stood = list(recording.log.of(Stood)) if told.own else []
    return watch_floor(middles, looks, stood, sightline(told.layout), recording.last)


def _dots(told: Debriefed, person: PersonTold) -> list[tuple[Point, bool]]:
    """Where somebody who mattered was at each thing that they showed, and whether they were found."""
    dots: list[tuple[Point, bool]] = []
    for act in person.acts:
        now = told.recording.snapshot((act.showing.began + act.showing.ended) // 2)
        at = now.position[now.ids == person.person]
        dots += [((float(x), float(y)), person.miss is None) for x, y in at.tolist()]
    return dots


def _heat(
    watched: FloorWatched, project: Project, size: tuple[int, int], stops: tuple[Colour, Colour, Colour]
) -> pygame.Surface:
    """The cells over a plan of this size: from the first colour, never watched, to the last, watched longest."""
    sheet = pygame.Surface(size, pygame.SRCALPHA)
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * CELL / 2
    longest = max(1.0, float(watched.seconds.max(initial=0.0)))
    for middle, seconds in zip(watched.middles, watched.seconds.tolist(), strict=True):
        share = seconds / longest
        colour = mix(stops[0], stops[1], 2 * share) if share < 0.5 else mix(stops[1], stops[2], 2 * share - 1)
        pygame.draw.polygon(sheet, (*colour, VEIL), project(middle + corners).tolist())
    return pygame.transform.gaussian_blur(sheet.premul_alpha(), SOFT, False)
