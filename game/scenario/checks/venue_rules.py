"""What can be wrong with a venue that is written in the right form."""

from collections.abc import Iterable, Iterator
from functools import partial
from math import dist

from ..premises import Camera, Marking, Place, Portal, Prop, PropKind, Rides, Trays, Venue, Void, Wall
from ..reading.document import Document, Path_
from ..reading.near_names import offer
from ..reading.sheets import Items, Sheet
from ..venue.free_floor import FreeFloor
from ..venue.layout import Standing, public
from ..venue.passages import BUILT, SERVED, crossed, passages
from .kit import LARGEST, MOST_PROPS, SMALLEST, VenueGround, in_size, known
from .stop_rules import check_stops

_EDGE = 0.5
"""Metres by which things on the rim may stand out."""
FARTHEST = 40
"""Metres that a box or a belt of a prop may reach: farther than any thing in a hall, and no burden to draw."""
STOOD_AT = ("waiting area", "meeting point", "guard post", "staff post", "patrol post", "busker pitch")
"""Kinds of places that are there to be stood at."""
_NAMES = {"places": "place", "portals": "portal", "cameras": "camera", "props": "name"}


def check_venue(ground: VenueGround) -> None:
    """Note what is wrong with the venue."""
    sheet = ground.sheet
    if sheet is None:
        return
    _names(ground, sheet)
    _kinds(sheet, ground.shelf.props)
    if sheet.value is None:
        return
    if not in_size(sheet.value):
        sheet.document.fault(
            "SL205",
            ("size",),
            "A venue of this size cannot be played.",
            f"Each side is from {SMALLEST:g} to {LARGEST:g} m.",
        )
        return
    _bounds(ground, sheet, sheet.value)
    _number(sheet, sheet.value)
    _levels(sheet, sheet.value)
    check_stops(sheet, sheet.value)
    _note_lights(sheet, sheet.value)
    _note_closed(sheet, sheet.value)
    _wide(sheet, sheet.value)
    _note_repeated(sheet, sheet.value)
    if ground.floor:
        _ways(sheet, sheet.value, ground.floor)


def _names(ground: VenueGround, sheet: Sheet[Venue]) -> None:
    first: dict[str, Path_] = {}
    data = sheet.data if isinstance(sheet.data, dict) else {}
    for key, name_key in _NAMES.items():
        listed = data.get(key)
        for n, entry in enumerate(listed if isinstance(listed, list) else []):
            name = entry.get(name_key) if isinstance(entry, dict) else None
            if not isinstance(name, str):
                continue
            path = (key, n, name_key)
            if name in first:
                ground.troubled.add(name)
                sheet.document.fault(
                    "SL310",
                    path,
                    f"`{name}` is the name of two things here.",
                    f"The first is in line {sheet.document.spot(first[name]).line}. Give one of them another name.",
                )
            first.setdefault(name, path)


def _kinds(sheet: Sheet[Venue], props: Items[PropKind]) -> None:
    for path, prop in sheet.each("props", Prop):
        if props.whole and prop.prop not in props.names:
            sheet.document.fault(
                "SL306",
                (*path, "prop"),
                f"There is no prop `{prop.prop}`.",
                partial(offer, prop.prop, known(props), "The props are"),
            )


def _bounds(ground: VenueGround, sheet: Sheet[Venue], venue: Venue) -> None:
    width, depth = venue.size
    for path, what, points in _points(sheet, venue, ground.shelf.props):
        for x, y in points:
            if not (-_EDGE <= x <= width + _EDGE and -_EDGE <= y <= depth + _EDGE):
                ground.troubled.add(what.strip("`"))
                sheet.document.fault(
                    "SL406",
                    path,
                    f"{what} lies outside the venue, at {x:g} m east, {y:g} m north.",
                    f"The venue reaches from 0 to {width:g} m east and from 0 to {depth:g} m north.",
                )
                break


def _points(
    sheet: Sheet[Venue], venue: Venue, kinds: Items[PropKind]
) -> Iterator[tuple[Path_, str, Iterable[tuple[float, float]]]]:
    for path, wall in sheet.each("walls", Wall):
        yield (*path, "points"), "This wall", wall.points
    for path, portal in sheet.each("portals", Portal):
        yield (*path, "at"), f"`{portal.portal}`", [portal.at]
    for path, place in sheet.each("places", Place):
        yield (*path, "at"), f"`{place.place}`", [place.at]
    for path, camera in sheet.each("cameras", Camera):
        yield (*path, "at"), f"`{camera.camera}`", [camera.at]
        yield (*path, "watches"), f"What `{camera.camera}` watches", [camera.watches]
    for path, marking in sheet.each("markings", Marking):
        yield (*path, "at"), "This marking", [marking.at]
    for path, void in sheet.each("voids", Void):
        yield (*path, "at"), "This void", [void.at]
    for path, prop in sheet.each("props", Prop):
        if _reaches_in(prop, venue, kinds.things.get(prop.prop)):
            continue
        last = prop.repeat - 1
        yield (*path, "at"), f"This {prop.prop.replace('_', ' ')}", [prop.at]
        if last:
            end = (prop.at[0] + last * prop.step[0], prop.at[1] + last * prop.step[1])
            yield (*path, "repeat"), f"The last {prop.prop.replace('_', ' ')} of this row", [end]


def _reaches_in(prop: Prop, venue: Venue, kind: PropKind | None) -> bool:
    """Whether a single thing that nothing refers to reaches into the venue from beyond its edge, as a train may."""
    if kind is None or prop.name or prop.repeat > 1:
        return False
    standing = Standing(prop, kind, prop.at, prop.turn)
    corners = [corner for box in kind.boxes for corner in standing.footprint(box)]
    return all(
        min((corner[axis] for corner in corners), default=side) < side and max(corner[axis] for corner in corners) > 0
        for axis, side in enumerate(venue.size)
    )


def _number(sheet: Sheet[Venue], venue: Venue) -> None:
    if sum(prop.repeat for prop in venue.props) > MOST_PROPS:
        sheet.document.complain(
            "SL209",
            sheet.document.key(("props",)),
            f"There are more than {MOST_PROPS} props, with their repeats.",
            "Leave out what nobody would miss.",
        )


def _levels(sheet: Sheet[Venue], venue: Venue) -> None:
    names = [other.portal for other in venue.portals]
    known = passages(venue)
    for n, portal in enumerate(venue.portals):
        if portal.leads_to is not None and portal.leads_to not in names:
            message = f"`{portal.portal}` leads to `{portal.leads_to}`, which is no portal here."
            sheet.document.fault(
                "SL307", ("portals", n, "leads_to"), message, partial(offer, portal.leads_to, names, "The portals are")
            )
        elif portal.leads_to == portal.portal:
            sheet.document.fault(
                "SL307",
                ("portals", n, "leads_to"),
                f"`{portal.portal}` leads to itself.",
                "Name another portal, on another level; or take `leads_to` out, so that people come and go there.",
            )
        if portal.kind in (*BUILT, *SERVED) and portal.portal not in known:
            sheet.document.fault(
                "SL414",
                ("portals", n, "at"),
                f"`{portal.portal}` does not say which way it leads on.",
                "Away from the edges of the venue, give `towards: [east, north]`, such as `towards: [0, 1]`.",
            )
        elif portal.kind in SERVED and 0.0 not in known[portal.portal].out:
            what = {"train": "track", "bus": "road"}[portal.kind]
            sheet.document.fault(
                "SL414",
                ("portals", n, "towards"),
                f"The {what} beside `{portal.portal}` would run slantwise.",
                "Write one of `[0, 1]`, `[0, -1]`, `[1, 0]` and `[-1, 0]`.",
            )


def _note_lights(sheet: Sheet[Venue], venue: Venue) -> None:
    """Note lights of a crossing where there is no street to cross."""
    for n, portal in enumerate(venue.portals):
        if portal.lights and not crossed(venue, portal):
            sheet.document.fault(
                "SL424",
                ("portals", n, "lights"),
                f"Before `{portal.portal}` there is no street that lights could let people over.",
                "Take `lights` out; or make it a `street` at the edge of the venue, without `towards` and `leads_to`, "
                "where the `surroundings` are a `street` or an `airfield`.",
            )


def _note_closed(sheet: Sheet[Venue], venue: Venue) -> None:
    """Note a venue that nobody can enter or leave: all its portals join levels, or are for staff or the shops."""
    if not public(venue):
        sheet.document.complain(
            "SL416",
            sheet.document.key(("portals",)),
            "Nobody can come into this venue or leave it: it has no portal to the world outside.",
            "Add one of another kind than `staff only` or `shop`, without `leads_to`, to which none leads.",
        )


def _wide(sheet: Sheet[Venue], venue: Venue) -> None:
    """Note what is larger than the venue."""
    width, depth = venue.size
    ways = passages(venue)
    for n, portal in enumerate(venue.portals):
        way = ways.get(portal.portal)
        side = max(width, depth) if way is None else abs(way.out[1]) * width + abs(way.out[0]) * depth
        if portal.width > side:
            said = f"`{portal.portal}` is {portal.width:g} m wide, and the venue only {side:g} m."
            sheet.document.fault("SL406", ("portals", n, "width"), said, f"Write `width` of {side:g} m at most.")
    sizes = [(("places", n, "size"), place.place, place.size) for n, place in enumerate(venue.places)]
    sizes += [(("markings", n, "size"), marking.marking, marking.size) for n, marking in enumerate(venue.markings)]
    sizes += [(("voids", n, "size"), "void", void.size) for n, void in enumerate(venue.voids)]
    for path, name, (east, north) in sizes:
        if east > width + 2 * _EDGE or north > depth + 2 * _EDGE:
            said = f"`{name}` is larger than the venue: {east:g} x {north:g} m."
            sheet.document.fault("SL406", path, said, f"The venue is {width:g} x {depth:g} m.")


def _note_repeated(sheet: Sheet[Venue], venue: Venue) -> None:
    """Note rows of props that all stand on one spot."""
    for n, prop in enumerate(venue.props):
        if prop.repeat > 1 and not any(prop.step):
            said = f"All {prop.repeat} of this row stand on the same spot: it has no `step`."
            way_out = "Add `step: [1.5, 0]`, the metres east and north from one to the next; or take `repeat` out."
            sheet.document.fault("SL417", ("props", n, "repeat"), said, way_out)


def _ways(sheet: Sheet[Venue], venue: Venue, floor: FreeFloor) -> None:
    for n, portal in enumerate(venue.portals):
        half = portal.width / 2
        inside = all(-_EDGE <= along <= side + _EDGE for along, side in zip(portal.at, venue.size, strict=True))
        if inside and not floor.reaches(portal.at, (half, half)):
            sheet.document.fault(
                "SL402",
                ("portals", n, "at"),
                f"Nobody can come in by `{portal.portal}`: walls or props close it off.",
                "Move it clear of them, or leave a gap of at least 1 m.",
            )


def check_standing(ground: VenueGround, document: Document) -> None:
    """Advise on places that are there to be stood at, and that nobody can come to."""
    venue, floor = ground.sheet.value if ground.sheet else None, ground.floor
    if venue is None or floor is None or not floor.main:
        return
    for n, place in enumerate(venue.places):
        stood_at = place.kind in STOOD_AT or place.queue is not None
        if stood_at and not floor.reaches(place.at, (place.size[0] / 2, place.size[1] / 2)):
            document.fault(
                "SL402",
                ("places", n, "at"),
                f"Nobody can come to `{place.place}`: walls or props close it off.",
                "Move it clear of them, or open a way of at least 1 m.",
                "advice",
            )


def check_props(items: Items[PropKind]) -> None:
    """Note what is wrong with the kit of props."""
    for name, kind in items.things.items():
        document, path = items.places[name]
        for n, box in enumerate(kind.boxes):
            if any(side <= 0 for side in box.size):
                _box(document, (*path, "boxes", n, "size"), "A box needs a size above 0 each way.")
            elif any(side > FARTHEST for side in box.size) or any(abs(side) > FARTHEST for side in box.at):
                _box(document, (*path, "boxes", n, "at"), f"This box reaches more than {FARTHEST} m.")
            elif box.at[2] < 0:
                _box(document, (*path, "boxes", n, "at"), "This box begins below the floor.")
        if kind.rides:
            _check_belt(document, (*path, "rides"), kind.rides)
        if kind.trays:
            _check_belt(document, (*path, "trays"), kind.trays)
            _check_unseen(document, (*path, "trays"), kind.trays)


def _check_unseen(document: Document, path: Path_, trays: Trays) -> None:
    """Note a scanner that reaches beyond the belt on which the trays go through it."""
    if trays.unseen and not 0 <= trays.unseen[0] < trays.unseen[1] <= dist(trays.begins, trays.ends):
        document.fault(
            "SL407", (*path, "unseen"), "Trays cannot be out of sight there: it is not on their belt.",
            f"Write two distances from `begins`, the shorter first, within the {dist(trays.begins, trays.ends):g} m of "
            "the belt.",
        )  # fmt: skip


def _check_belt(document: Document, path: Path_, rides: Rides) -> None:
    help_ = "Write two spots, in metres east and north in the prop's own frame."
    if dist(rides.begins, rides.ends) < 0.5:
        document.fault(
            "SL407", (*path, "ends"), "This belt ends where it begins, so that nothing can ride along it.", help_
        )
    for name, spot in (("begins", rides.begins), ("ends", rides.ends)):
        if any(abs(side) > FARTHEST for side in spot):
            document.fault("SL407", (*path, name), f"This belt reaches more than {FARTHEST} m.", help_)


def _box(document: Document, path: Path_, message: str) -> None:
    document.fault(
        "SL407", path, message, "`at` is its south-west-bottom corner, `size` east, north and up, in metres."
    )
