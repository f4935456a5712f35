"""The plan of a venue as lines for paper: what cannot be walked through, ways in and out by number, cameras."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from game.geometry import Point
from game.scenario import Layout

SIGN = 1 / 45
"""The radius of a number, as a share of the longer side: it is read on A4, however large the venue is."""
_WALL, _SOLID, _GAP = "#16202c", "#cfd6df", "#9aa6b6"


def plan_drawing(layout: Layout, over: Iterable[Markup] = ()) -> Markup:
    """The drawing, in metres with north up, as an SVG that goes into a page; with what lies `over` it, if anything."""
    wide, deep = layout.venue.size
    edge = 2 * _sign(layout)
    box = f"{-edge:g} {-edge:g} {wide + 2 * edge:g} {deep + 2 * edge:g}"
    lines = [
        f'<svg class="plan" role="img" aria-label="{escape(f"Plan of {layout.venue.venue}")}" viewBox="{box}">',
        f'<rect width="{wide:g}" height="{deep:g}" fill="#fff" stroke="{_SOLID}" stroke-width=".2"/>',
        *_floor(layout), *_walls(layout), *_marks(layout), *over, "</svg>",
    ]
    return Markup("\n".join(lines))


def ways(layout: Layout) -> Mapping[int, str]:
    """The ways in and out by their numbers on the plan."""
    return dict(enumerate((portal.portal for portal in layout.venue.portals), 1))


def _floor(layout: Layout) -> Iterator[str]:
    gaps = {*layout.voids, *layout.beds}
    for solid in layout.solids:
        yield f'<polygon points="{_points(layout, solid)}" fill="{_GAP if solid in gaps else _SOLID}"/>'


def _walls(layout: Layout) -> Iterator[str]:
    for wall in layout.walls:
        yield f'<polyline points="{_points(layout, wall)}" stroke="{_WALL}" stroke-width=".35"/>'


def _marks(layout: Layout) -> Iterator[str]:
    r = _sign(layout)
    for camera in layout.venue.cameras:
        x, y = in_drawing(layout, camera.at)
        yield f'<circle cx="{x:g}" cy="{y:g}" r="{0.4 * r:g}" fill="{_WALL}"/>'
    for number, portal in enumerate(layout.venue.portals, 1):
        x, y = in_drawing(layout, portal.at)
        yield f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="#fff" stroke="{_WALL}" stroke-width="{r / 8:g}"/>'
        yield f'<text x="{x:g}" y="{y + 0.45 * r:g}" style="font-size: {1.25 * r:g}px">{number}</text>'


def _sign(layout: Layout) -> float:
    return round(SIGN * max(layout.venue.size), 2)


def _points(layout: Layout, points: Iterable[Point]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in (in_drawing(layout, point) for point in points))


def in_drawing(layout: Layout, point: Point) -> Point:
    """A point of the floor in the drawing, where y goes down."""
    return round(point[0], 2), round(layout.venue.size[1] - point[1], 2)
