"""What can be wrong with where trains and buses stop: no room for a track or a road, and what would meet on one."""

from collections.abc import Mapping
from itertools import combinations

from ..premises import Portal, Venue
from ..reading.document import Document
from ..reading.sheets import Sheet
from ..venue.passages import OUTDOORS, ROADS, SERVED, Passage, passages
from ..venue.stands import LENGTH, ROAD, ROOM, BusStand, stands
from ..venue.tracks import BED, tracks

_SPARE = 0.5
"""Metres by which a track or road may reach beyond the venue's edge."""
_ONE_LINE = 0.1
"""Metres by which two edges may be apart and still be one."""
_MOST_OF_A_ROAD = 0.5
"""The share of all time for which a road may be taken by buses that come and go: more of it, and they hold each other
up so much that what `every` says would not be so."""
_TAKES = 24.0
"""Seconds of its road that a bus takes: six before and after it each time that it drives there."""


def check_stops(sheet: Sheet[Venue], venue: Venue) -> None:
    """Note what is wrong with the portals at which something stops."""
    document, ways = sheet.document, passages(venue)
    _note_idle_keys(document, venue)
    rails, kerbs = tracks(venue, ways), stands(venue, ways)
    numbers = {portal.portal: n for n, portal in enumerate(venue.portals)}
    for name, track in rails.items():
        _note_no_room(document, numbers[name], venue, track.way, "track", BED)
    for name, kerb in kerbs.items():
        _note_no_room(document, numbers[name], venue, kerb.way, "road", ROAD)
        _note_short(document, numbers[name], kerb)
    for (name, kerb), (other, behind) in combinations(kerbs.items(), 2):
        if kerb.road == behind.road and abs(kerb.along - behind.along) < ROOM:
            apart = abs(kerb.along - behind.along)
            message = f"`{name}` and `{other}` are {apart:g} m apart at one kerb: a bus could not get in between."
            way_out = f"Move one of them along, so that it is {ROOM:g} m or more from middle to middle."
            document.fault("SL422", ("portals", numbers[other], "at"), message, way_out)
    for (name, track), (other, along) in combinations(rails.items(), 2):
        if _on_one_line(track.way, along.way):
            message = f"`{name}` and `{other}` are on one track: a train at one would drive through that at the other."
            way_out = "Make one portal of them, as wide as both; or move one to another track."
            document.fault("SL422", ("portals", numbers[other], "at"), message, way_out)
    for road in sorted({kerb.road for kerb in kerbs.values()}):
        shared = [portal for portal in venue.portals if portal.portal in kerbs and kerbs[portal.portal].road == road]
        _note_busy(document, numbers, shared)
        _note_across(document, numbers, venue, ways, kerbs[shared[0].portal])


def _note_idle_keys(document: Document, venue: Venue) -> None:
    """Advise on keys of stops at portals where nothing stops."""
    for n, portal in enumerate(venue.portals):
        for key, kinds in (("every", SERVED), ("route", ("bus",)), ("queue", ("bus",))):
            if ("portals", n, key) in document.keys and portal.kind not in kinds:
                message = f"`{key}` says nothing of `{portal.portal}`, which is a portal of the kind `{portal.kind}`."
                named = " or ".join(f"`kind: {kind}`" for kind in kinds)
                document.fault("SL422", ("portals", n, key), message, f"Take it out, or write {named}.", "advice")


def _note_no_room(document: Document, n: int, venue: Venue, way: Passage, what: str, takes: float) -> None:
    """Note a track or a road, `takes` m wide, that reaches out of the venue."""
    (x, y), (ox, oy), (width, depth) = way.at, way.out, venue.size
    room = (width - x if ox > 0 else x) if ox else (depth - y if oy > 0 else y)
    if room < takes - _SPARE:
        message = f"The {what} beyond `{way.portal}` is {takes:g} m wide, and the venue ends after {room:g} m."
        way_out = f"Move the portal inwards, so that {takes:g} m are left beyond it, or make the venue larger."
        document.fault("SL422", ("portals", n, "at"), message, way_out)


def _note_short(document: Document, n: int, stand: BusStand) -> None:
    """Note a stand that is shorter than a bus."""
    if 2 * stand.way.half < LENGTH - _SPARE:
        path = ("portals", n, "width") if ("portals", n, "width") in document.keys else ("portals", n, "portal")
        message = f"`{stand.way.portal}` is {2 * stand.way.half:g} m wide, and a bus is {LENGTH:g} m long."
        document.fault("SL422", path, message, "Write `width: 10.4 m`, with `at` where the middle of the bus is.")


def _note_busy(document: Document, numbers: dict[str, int], shared: list[Portal]) -> None:
    """Note more buses than a road can take."""
    if sum(_TAKES / portal.every for portal in shared) > _MOST_OF_A_ROAD:
        often = min(shared, key=lambda portal: portal.every)
        least = _TAKES * len(shared) / _MOST_OF_A_ROAD
        key = ("portals", numbers[often.portal], "every")
        path = key if key in document.keys else (*key[:2], "portal")
        message = "More buses would come along this kerb than its road can take: they would hold each other up."
        minutes = f"{int(least // 60)}:{int(least % 60):02d}"
        document.fault("SL422", path, message, f"Let all {len(shared)} of its stands have `every: {minutes}` or more.")


def _note_across(
    document: Document, numbers: dict[str, int], venue: Venue, ways: Mapping[str, Passage], stand: BusStand
) -> None:
    """Advise on a street outside that a road would lead across."""
    ox, oy = stand.way.out
    ends = {(-oy, ox), (oy, -ox)}
    for name, way in ways.items():
        if way.kind in OUTDOORS and way.out in ends and way.lane and venue.surroundings in ROADS:
            message = f"`{name}` leads on to a street that the road beyond `{stand.way.portal}` would run across."
            way_out = "Move this way in to an edge along which the road runs, or choose other `surroundings`."
            document.fault("SL422", ("portals", numbers[name], "at"), message, way_out, "advice")


def _on_one_line(one: Passage, other: Passage) -> bool:
    """Whether two edges lie along one track."""
    (ox, oy), (x, y) = one.out, one.at
    return one.out == other.out and abs((other.at[0] - x) * ox + (other.at[1] - y) * oy) < _ONE_LINE
