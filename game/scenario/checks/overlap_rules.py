"""Things upon things: props that stand in each other, and on spots where people are to stand."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from game.geometry import Point, contains, step_length

from ..premises import Venue
from ..reading.sheets import Sheet
from ..venue.layout import Layout, Standing, measure_to_wall
from ..venue.stands import FRONT_DOOR
from .venue_rules import STOOD_AT

MOSTLY = 0.6
"""Share of the smaller of two things from which on one stands in the other; what is set together overlaps less."""
SPOT = 2.0
"""Metres up to which a place is a spot; in a larger one people stand beside what stands in it."""
BODY = 0.25
"""Metres from the middle of somebody who stands to where a wall may be."""
HEAD, QUEUE = 0.9, 6.0
"""Metres from the kerb to the head of a bus stand's queue, and from there to where it may turn."""
Extent = tuple[float, float, float, float]
"""West, south, east and north, in m."""


def check_overlaps(sheet: Sheet[Venue], layout: Layout) -> None:
    """Advise on props that stand in others, and on spots to stand at that a prop fills."""
    rows = [n for n, prop in enumerate(layout.venue.props) for _ in range(prop.repeat)]
    solid = [(n, thing, box) for n, thing in zip(rows, layout.standing, strict=True) if (box := _extent(thing))]
    _upon_each_other(sheet, solid)
    for n, place in enumerate(layout.venue.places):
        if place.kind in STOOD_AT and max(place.size) <= SPOT:
            filling = next((f"the {_name(thing)} stands" for _, thing, _ in solid if _fills(thing, place.at)), None)
            in_wall = any(measure_to_wall(place.at, wall)[0] < BODY for wall in layout.walls)
            if filling or in_wall:
                said = f"This is where people are to stand, and where {filling or 'a wall is'}."
                way_out = "Move the one or the other." if filling else "Move it away from the wall, by half a metre."
                sheet.document.fault("SL417", ("places", n, "at"), said, way_out, "advice")
    _in_queues(sheet, layout, solid)


def _in_queues(sheet: Sheet[Venue], layout: Layout, solid: Sequence[tuple[int, Standing, Extent]]) -> None:
    """Advise on things that stand where people queue for a bus."""
    for name, stand in layout.stands.items():
        (x, y), (ox, oy) = stand.way.spot(FRONT_DOOR, -HEAD), stand.way.out
        east, north = layout.portals[name].queue or (-ox, -oy)
        far = QUEUE / (step_length(east, north) or 1.0)
        xs, ys = sorted((x, x + east * far)), sorted((y, y + north * far))
        queue = xs[0] - BODY, ys[0] - BODY, xs[1] + BODY, ys[1] + BODY
        for n, thing, box in solid:
            if _measure_overlap(box, queue):
                said = f"This {_name(thing)} stands where people queue for the bus at `{name}`."
                way_out = "Move it aside, or let the queue grow another way: write `queue` at the portal."
                sheet.document.fault("SL417", ("props", n, "at"), said, way_out, "advice")


def _upon_each_other(sheet: Sheet[Venue], solid: Sequence[tuple[int, Standing, Extent]]) -> None:
    told: set[int] = set()
    for (m, thing, a), (n, other, b) in combinations(sorted(solid, key=lambda entry: entry[2][0]), 2):
        late = max(m, n)
        if m == n or late in told or _measure_overlap(a, b) < MOSTLY * min(_area(a), _area(b)):
            continue
        told.add(late)
        first, second = (thing, other) if m < n else (other, thing)
        line = sheet.document.spot(("props", min(m, n))).line
        said = f"This {_name(second)} stands in the {_name(first)} of line {line}."
        sheet.document.fault("SL417", ("props", late, "at"), said, "Move the one or the other.", "advice")


def _extent(thing: Standing) -> Extent | None:
    """The box round all of it that nobody can walk over or under; None if there is no such part."""
    corners = [corner for footprint in thing.solids for corner in footprint]
    if not corners:
        return None
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _area(a: Extent) -> float:
    return (a[2] - a[0]) * (a[3] - a[1])


def _measure_overlap(a: Extent, b: Extent) -> float:
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def _fills(thing: Standing, at: Point) -> bool:
    """Whether a part of it stands there: inside a counter of three sides there is room."""
    return any(bool(contains(footprint, np.array([at]))[0]) for footprint in thing.solids)


def _name(thing: Standing) -> str:
    return thing.prop.name or thing.kind.prop.replace("_", " ")
