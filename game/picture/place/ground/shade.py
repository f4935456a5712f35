"""Soft light and shadow on the floor: one small map of the venue for each turn, laid over the tiles by multiplying."""

from math import ceil, floor

import numpy as np
import pygame

from game.chance import stream
from game.geometry import Point
from game.scenario import Layout
from game.theme import Colour
from game.view.viewpoint import Viewpoint

from ...colour import mix, multiply
from ...daylight import Daylight
from .lights import lamps, sunbeams

REACH = 26
"""Metres of ground round the venue that are drawn."""
GRAIN = 8
"""Pixels per metre of the map."""
_NIGHT: Colour = (134, 136, 160)
_DUSK, _LATE = ((104, 112, 128), (222, 224, 230)), ((34, 38, 56), (98, 104, 134))
"""The light on the ground far off and close by, beside a hall, by day and after dark."""
_SHADE, _NIGHTFALL = ((160, 166, 176), (250, 250, 252)), ((70, 74, 96), (250, 250, 252))
"""The same beside a place under the sky."""
_SOAKED, _SHEEN, _PUDDLES = (198, 204, 217), (219, 227, 240), 260
"""The tone of wet ground and of water that stands on it, and how many such spots there are."""
_SUN: Colour = (66, 48, 18)


class Shade:
    """The map of one turn: x east, y down from the north edge, from REACH m outside the venue."""

    def __init__(self, layout: Layout, turn: int, now: Daylight) -> None:
        """Draw the map: ambient shade at walls and props, cast shadows, light from the roof, dusk outside."""
        self._wide, self._deep = layout.venue.size
        size = (ceil((self._wide + 2 * REACH) * GRAIN), ceil((self._deep + 2 * REACH) * GRAIN))
        self.surface = pygame.Surface(size)
        self.surface.fill((255, 255, 255))
        self._clouds()
        self._inside(layout, turn, now)
        self._outside(now, roofed=layout.venue.roof)
        self._wet(now, roofed=layout.venue.roof)
        self._lamplight(layout, now)
        self.surface.fill(now.light, special_flags=pygame.BLEND_MULT)

    def _px(self, point: Point) -> Point:
        return (point[0] + REACH) * GRAIN, (self._deep - point[1] + REACH) * GRAIN

    def _layer(self) -> pygame.Surface:
        sheet = pygame.Surface(self.surface.get_size())
        sheet.fill((255, 255, 255))
        return sheet

    def _multiply(self, sheet: pygame.Surface, blur: int) -> None:
        self.surface.blit(_soft(sheet, blur), (0, 0), special_flags=pygame.BLEND_MULT)

    def _clouds(self) -> None:
        """Large, faint differences of tone, as on any floor that is walked on."""
        # As faint as to be felt rather than seen: a spread of 4 levels in 255, and no spot more than 20 from white.
        tones = np.clip(stream(0, "clouds").normal(250, 4, (28, 22)), 236, 255).astype(np.uint8)
        cloud = pygame.surfarray.make_surface(np.repeat(tones[:, :, None], 3, axis=2))
        soft = pygame.transform.smoothscale(cloud, self.surface.get_size())
        self.surface.blit(soft, (0, 0), special_flags=pygame.BLEND_MULT)

    def _inside(self, layout: Layout, turn: int, now: Daylight) -> None:
        self._roof_light(now, roofed=layout.venue.roof)
        walls, cast, contact = self._layer(), self._layer(), self._layer()
        for a, b in layout.walls:
            pygame.draw.line(walls, (150, 152, 162), self._px(a), self._px(b), round(1.5 * GRAIN))
        view = Viewpoint(0, 0, 1, turn, 0, 0)
        origin = view.floor_at(0, 0)
        # Shadows fall to the right and a little towards the viewer at every turn, so that shapes read alike from each
        # side.
        to = view.floor_at(0.72, -0.26)
        lean = (to[0] - origin[0], to[1] - origin[1])
        for thing in layout.standing:
            for box in thing.kind.boxes:
                z, h = box.at[2], box.size[2]
                # What is as low as a kerb casts none.
                if z + h < 0.1:
                    continue
                corners = thing.footprint(box)
                # 0.62 m of shadow for each metre of height; things above 2.2 m would throw theirs over the people.
                far = min(z + h, 2.2) * 0.62
                near = z * 0.62 if z < 2 else 0.0
                shift = [(cx + lean[0] * far, cy + lean[1] * far) for cx, cy in corners]
                base = [(cx + lean[0] * near, cy + lean[1] * near) for cx, cy in corners]
                if z < 2:
                    hull = _hull(base + shift)
                    pygame.draw.polygon(cast, (178, 182, 198), [self._px(p) for p in hull])
                # What stands on the floor, or nearly, darkens it; what hangs higher only a little.
                if z < 0.5:
                    pygame.draw.polygon(contact, (120, 118, 126), [self._px(p) for p in corners])
                else:
                    pygame.draw.polygon(contact, (214, 214, 220), [self._px(p) for p in corners])
        self._multiply(walls, 9)
        self._sunlight(layout, lean, now)
        self._multiply(cast, 3)
        self._multiply(contact, 2)

    def _roof_light(self, now: Daylight, *, roofed: bool) -> None:
        """By day, long panes in the roof lay pale bands over the floor; after dark it is dim and cool between lamps."""
        base = mix((243, 242, 240), _NIGHT, now.lamps)
        sheet = self._layer()
        rect = pygame.Rect(*self._px((0, self._deep)), round(self._wide * GRAIN), round(self._deep * GRAIN))
        pygame.draw.rect(sheet, base, rect if roofed else sheet.get_rect())
        # Metres from one pane to the next; each is 4.2 m wide and slants by 5 m from one end of the hall to the other.
        step = 10.0
        for n in range(ceil(self._wide / step) + 1 if roofed else 0):
            x = n * step + 2
            band = [(x, 0.0), (x + 4.2, 0.0), (x + 4.2 + 5, self._deep), (x + 5, self._deep)]
            inside = [(min(max(px, 0.0), self._wide), py) for px, py in band]
            pygame.draw.polygon(sheet, mix((255, 254, 250), base, now.lamps), [self._px(p) for p in inside])
        self._multiply(sheet, 14)

    def _lamplight(self, layout: Layout, now: Daylight) -> None:
        """After dark, everything that shines lays light on the floor, soft at its edges."""
        if now.lamps <= 0.05:
            return
        share = (round(255 * now.lamps),) * 3
        # A bright middle and a wide, faint rim: one disc alone looks like a coin on the floor.
        for wide, blur in ((False, 9), (True, 20)):
            pools = pygame.Surface(self.surface.get_size())
            for light in lamps(layout):
                colour = multiply(light.colour, share)
                if light.radius:
                    r = light.radius * GRAIN * (1.5 if wide else 0.8)
                    spot = pygame.Surface((2 * r, 2 * r))
                    pygame.draw.circle(spot, mix((0, 0, 0), colour, 0.5), (r, r), r)
                    x, y = self._px(light.points[0])
                    pools.blit(spot, (x - r, y - r), special_flags=pygame.BLEND_ADD)
                elif not wide:
                    points = [self._px(p) for p in light.points]
                    self._patch(pools, points, mix((0, 0, 0), colour, 0.8))
            self.surface.blit(_soft(pools, blur), (0, 0), special_flags=pygame.BLEND_ADD)

    @staticmethod
    def _patch(sheet: pygame.Surface, points: list[Point], colour: Colour) -> None:
        """Add light over a polygon."""
        left, top = floor(min(x for x, _ in points)), floor(min(y for _, y in points))
        size = (ceil(max(x for x, _ in points)) - left + 1, ceil(max(y for _, y in points)) - top + 1)
        patch = pygame.Surface(size)
        pygame.draw.polygon(patch, colour, [(x - left, y - top) for x, y in points])
        sheet.blit(patch, (left, top), special_flags=pygame.BLEND_ADD)

    def _sunlight(self, layout: Layout, lean: Point, now: Daylight) -> None:
        """Early and late in the day the sun comes in low through the windows."""
        if now.low_sun <= 0.05:
            return
        beams = pygame.Surface(self.surface.get_size())
        for beam in sunbeams(layout, lean):
            pygame.draw.polygon(beams, multiply(_SUN, (round(255 * now.low_sun),) * 3), [self._px(p) for p in beam])
        self.surface.blit(_soft(beams, 4), (0, 0), special_flags=pygame.BLEND_ADD)

    def _outside(self, now: Daylight, *, roofed: bool) -> None:
        """The ground darkens away from the venue, so that the eye stays inside; under the sky it does so less."""
        dusk = self._layer()
        by_day, by_night = (_DUSK, _LATE) if roofed else (_SHADE, _NIGHTFALL)
        dark, near = (mix(day, night, now.lamps) for day, night in zip(by_day, by_night, strict=True))
        dusk.fill(dark)
        # In a dozen rings out to 15 m, which the blur makes one slope of.
        for step in range(12):
            grow = 15.0 * (1 - step / 12)
            corner = self._px((-grow, self._deep + grow))
            rect = pygame.Rect(*corner, round((self._wide + 2 * grow) * GRAIN), round((self._deep + 2 * grow) * GRAIN))
            colour = mix(dark, near, (step + 1) / 12)
            pygame.draw.rect(dusk, colour, rect, border_radius=round(grow * GRAIN))
        hall = pygame.Rect(*self._px((0, self._deep)), round(self._wide * GRAIN), round(self._deep * GRAIN))
        soft = _soft(dusk, 12)
        soft.fill((255, 255, 255), hall)
        self.surface.blit(soft, (0, 0), special_flags=pygame.BLEND_MULT)

    def _wet(self, now: Daylight, *, roofed: bool) -> None:
        """In rain what lies in the open is darker, with a paler sheen where water stands."""
        if not now.rain:
            return
        sheet = self._layer()
        sheet.fill(_SOAKED)
        chance = stream(0, "puddles")
        wide, deep = sheet.get_size()
        for x, y, half, flat in chance.uniform((0, 0, 0.5, 0.4), (wide, deep, 2.6, 0.8), (_PUDDLES, 4)).tolist():
            box = pygame.Rect(0, 0, round(2 * half * GRAIN), round(2 * half * flat * GRAIN))
            box.center = round(x), round(y)
            pygame.draw.ellipse(sheet, _SHEEN, box)
        if roofed:
            corner = self._px((0, self._deep))
            pygame.draw.rect(sheet, (255, 255, 255), (*corner, round(self._wide * GRAIN), round(self._deep * GRAIN)))
        self._multiply(sheet, 5)

    def lay(self, tile: pygame.Surface, west: float, south: float, east: float, north: float) -> None:
        """Multiply a north-up picture of this stretch of floor by the map."""
        scale = tile.get_width() / (east - west)
        left, top = self._px((west, north))
        right, bottom = self._px((east, south))
        x0, y0 = max(0, floor(left) - 2), max(0, floor(top) - 2)
        x1, y1 = min(self.surface.get_width(), ceil(right) + 2), min(self.surface.get_height(), ceil(bottom) + 2)
        if x1 - x0 < 2 or y1 - y0 < 2:
            tile.fill(self.surface.get_at((0, 0)), special_flags=pygame.BLEND_MULT)
            return
        grow = scale / GRAIN
        part = self.surface.subsurface((x0, y0, x1 - x0, y1 - y0))
        # Enlarging lays the middle of the first pixel on the left edge, and stops a pixel short of the right one.
        size = (max(1, round((x1 - x0 - 1) * grow)), max(1, round((y1 - y0 - 1) * grow)))
        soft = pygame.transform.smoothscale(part, size)
        at = (round((x0 + 0.5 - left) * grow), round((y0 + 0.5 - top) * grow))
        tile.blit(soft, at, special_flags=pygame.BLEND_MULT)
        self._rim(tile, pygame.Rect(at, size))

    def _rim(self, tile: pygame.Surface, drawn: pygame.Rect) -> None:
        """Beyond the map all is as dark as at its edge."""
        dark = self.surface.get_at((0, 0))
        whole = tile.get_rect()
        for rect in (
            pygame.Rect(0, 0, whole.width, drawn.top),
            pygame.Rect(0, drawn.bottom, whole.width, whole.height - drawn.bottom),
            pygame.Rect(0, drawn.top, drawn.left, drawn.height),
            pygame.Rect(drawn.right, drawn.top, whole.width - drawn.right, drawn.height),
        ):
            if rect.width > 0 and rect.height > 0:
                tile.fill(dark, rect, special_flags=pygame.BLEND_MULT)


def _soft(sheet: pygame.Surface, blur: int) -> pygame.Surface:
    """A blurred copy: small blurs are done in full, large ones on a smaller copy, which looks the same."""
    shrunk = max(1, blur // 4)
    if shrunk == 1:
        return pygame.transform.box_blur(sheet, blur)
    size = sheet.get_size()
    small = pygame.transform.smoothscale(sheet, (size[0] // shrunk, size[1] // shrunk))
    small = pygame.transform.box_blur(pygame.transform.box_blur(small, 3), 3)
    return pygame.transform.smoothscale(small, size)


def _hull(points: list[Point]) -> list[Point]:
    """The convex hull, anticlockwise."""
    ordered = sorted(set(points))

    def half(row: list[Point]) -> list[Point]:
        out: list[Point] = []
        for p in row:
            while len(out) > 1 and (out[-1][0] - out[-2][0]) * (p[1] - out[-2][1]) <= (out[-1][1] - out[-2][1]) * (
                p[0] - out[-2][0]
            ):
                out.pop()
            out.append(p)
        return out[:-1]

    return half(ordered) + half(ordered[::-1])
