"""What can be wrong with what happens of itself: when, at which portals, whether people still get about; and rain."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from game.clock import clock, minute_of_day, ticks
from game.timetable import Service, terminate

from ..model import Clock, Crowd
from ..reading.document import Path_
from ..timed import TimedEvent
from ..venue.free_floor import ARM, FreeFloor
from ..venue.layout import Layout
from ..venue.passages import SERVED
from .kit import Kit, complain_of
from .name_rules import check_portal, check_role

BEFORE = -1e6
"""Seconds from 0:00 at which a way is shut that is shut before the scene begins."""
MOST_AT_ONCE = 200
"""People whom one event may bring: a full flight."""
Placed = tuple[Path_, TimedEvent]


def check_weather(kit: Kit) -> None:
    """Note rain that nobody would see."""
    sheet, venue = kit.draft.sheet, kit.layout.venue if kit.layout else None
    if isinstance(sheet.data, dict) and sheet.data.get("weather") == "rain" and venue and venue.surroundings == "earth":
        message = f"{venue.venue} is below ground: nobody would see that it rains."
        sheet.document.fault("SL434", ("weather",), message, "Take `weather` out, or choose a place above ground.")


def check_events(kit: Kit, scene: Clock | None) -> None:
    """Note what is wrong with each event, and with the ways that are shut at one time."""
    events = kit.draft.sheet.each("events", TimedEvent)
    for path, event in events:
        _says_enough(kit, path)
        _brings(kit, path, event)
        _delays(kit, path, event)
        if scene:
            _in_time(kit, path, event, scene)
            _comes_late(kit, path, event, scene)
    sound = [event for event in events if _may_be_shut(kit, *event)]
    if kit.layout and kit.ground.floor:
        _ways_left(kit, sound, kit.layout, kit.ground.floor)


def _says_enough(kit: Kit, path: Path_) -> None:
    """What happens, when, and nothing that goes with something else."""
    document = kit.draft.sheet.document
    said = document.keys.keys() | document.forgiven  # a key that is misspelt or faulty says it too

    def says(key: str) -> bool:
        return (*path, key) in said

    if not any(says(key) for key in ("announce", "close", "delay", "bring")):
        way_out = "Add `announce: …`, `close: [west door]`, `delay: [platform 1]` or `bring: {…}`."
        document.fault("SL431", path, "Nothing happens in this event.", way_out)
    elif not says("at") and (says("announce") or says("delay") or says("bring")):
        document.fault("SL431", path, "This event does not say when it happens.", "Add `at: 2:00`, or `at: 1-2 min`.")
    if says("delay") and not says("by"):
        message, way_out = "This delay does not say how late it is.", "Add `by: 3 min`."
        document.complain("SL431", document.key((*path, "delay")), message, way_out)
    for key, of, meant in (("for", "close", "how long a way is shut"), ("by", "delay", "how late a train is")):
        if says(key) and not says(of):
            message, way_out = f"`{key}` says {meant}, and nothing here is.", f"Add `{of}: […]`, or take `{key}` out."
            document.complain("SL431", document.key((*path, key)), message, way_out)


def _in_time(kit: Kit, path: Path_, event: TimedEvent, scene: Clock) -> None:
    if event.at and event.at.high >= scene.lasts:
        message, way_out = "This event may happen after the end.", "Let it happen earlier, or the scene last longer."
        kit.draft.sheet.document.fault("SL431", (*path, "at"), message, way_out)


def _brings(kit: Kit, path: Path_, event: TimedEvent) -> None:
    bring = event.bring
    if bring is None:
        return
    path = (*path, "bring")
    check_role(kit, (*path, "role"), bring.role)
    for n, name in enumerate(bring.from_):
        check_portal(kit, (*path, "from", n), name)
    for n, name in enumerate(bring.to):
        complain_of(kit.draft.sheet.document, (*path, "to", n), kit.atlas.doubt(name, go=True, mine=()))
    if not 1 <= bring.how_many.high <= MOST_AT_ONCE:
        message = f"An event brings 1 to {MOST_AT_ONCE} people."
        kit.draft.sheet.document.fault("SL431", (*path, "how_many"), message, "Write a number such as 20-30.")


def _delays(kit: Kit, path: Path_, event: TimedEvent) -> None:
    """Trains and buses are late where they stop and go on, or where some of the crowd come by them."""
    document, portals = kit.draft.sheet.document, kit.layout.portals if kit.layout else {}
    lines = kit.draft.sheet.each("crowd", Crowd)
    by_train = {name for _, line in lines if line.by == "train" for name in line.from_}
    for n, name in enumerate(event.delay):
        check_portal(kit, (*path, "delay", n), name)
        kind = portals[name].kind if name in portals else "train"
        if kind not in (*SERVED, "platform"):
            message = f"No train or bus comes in at `{name}`."
            way_out = "Name a portal of the kind `train`, `platform` or `bus`."
        elif kind == "platform" and name not in by_train:
            message = f"Nobody comes by a train at `{name}`, so that nobody would see that it is late."
            way_out = "Let a line of the crowd come `from` there `by: train`, or name another platform."
        else:
            continue
        document.fault("SL433", (*path, "delay", n), message, way_out)


def _comes_late(kit: Kit, path: Path_, event: TimedEvent, scene: Clock) -> None:
    """Advise on a delay of which nothing late would be seen in the scene, or not what the author may think of."""
    if kit.layout is None or event.at is None or event.by is None:
        return
    begins, latest, lasts = ticks(event.at.low), ticks(event.at.high), ticks(scene.lasts)
    services = _find_services(kit, kit.layout, scene)
    for n, name in enumerate(event.delay):
        if name not in services:
            continue
        way, opens = kit.layout.portals[name].kind, services[name].opens
        kind = "bus" if way == "bus" else "train"
        # What ends at a `platform` is not drawn: people come off it, and nobody sees whether it stands there.
        stands = services[name].runs.stands if way in SERVED else 0
        due = min((tick for tick in opens if tick >= latest), default=lasts)
        if any(tick < begins and latest < tick + stands for tick in opens):
            message = f"A {kind} stands at `{name}` just then, and it is the next that is late."
        elif due + ticks(event.by.high) >= lasts:
            message = f"The late {kind} at `{name}` may come only after the end."
        else:
            continue
        times = [clock(tick) for tick in opens if 0 <= tick < lasts]
        way_out = f"On time they come at {', '.join(times)}: let `at` be a little before one of them, and `by` shorter."
        none = "None comes in this scene, even on time: let it last longer."
        kit.draft.sheet.document.fault("SL433", (*path, "delay", n), message, way_out if times else none, "advice")


def _find_services(kit: Kit, layout: Layout, scene: Clock) -> dict[str, Service]:
    """When trains and buses come: those that stop and go on, and those that end where a line of the crowd comes in."""
    found = layout.services(scene.starts)
    minute = minute_of_day(scene.starts, 0)
    for _, line in kit.draft.sheet.each("crowd", Crowd):
        if line.by == "train":
            ends = [name for name in line.from_ if name in layout.portals and name not in found]
            found |= terminate(ends, minute, ticks(scene.lasts))
    return found


def _may_be_shut(kit: Kit, path: Path_, event: TimedEvent) -> bool:
    """Whether what is to be shut are ways that can be; what is wrong with them is noted."""
    document, layout = kit.draft.sheet.document, kit.layout
    portals = layout.portals if layout else {}
    for n, name in enumerate(event.close):
        check_portal(kit, (*path, "close", n), name)
        if name not in portals or layout is None:
            continue
        if portals[name].kind in SERVED:
            stops = SERVED[portals[name].kind]
            way_out = "Write `delay` and `by` if none is to come for a while."
            document.fault("SL432", (*path, "close", n), f"`{name}` is where {stops} stop.", way_out)
        elif layout.threshold(name) is None:
            message = f"`{name}` is not a way that anybody could see to be shut."
            document.fault("SL432", (*path, "close", n), message, "Name a door, street, shop, stairs or the like.")
    return bool(event.close) and all(name in portals for name in event.close)


def _ways_left(kit: Kit, events: Sequence[Placed], layout: Layout, floor: FreeFloor) -> None:
    """Whether people still get out, and to each level, whatever is shut at one time."""
    leads = list(_leads(layout, floor))
    for path, event in events:
        closed = {name for _, other in events if _may_meet(event, other) for name in other.close}
        document, place = kit.draft.sheet.document, (*path, "close")
        if not set(layout.public) - closed:
            way_out = "Leave one of them open, or shut one after the other."
            document.fault("SL432", place, "No way in or out would be left.", way_out)
            return
        if _join(leads, closed) != _join(leads, ()):
            way_out = "Leave one way between them open, each way."
            document.fault("SL432", place, "One level could no longer be reached from another.", way_out)
            return


def _may_meet(timed_event: TimedEvent, other: TimedEvent) -> bool:
    """Whether what two events shut may be shut at one time."""
    (a, b), (c, d) = _span(timed_event), _span(other)
    return a < d and c < b


def _span(event: TimedEvent) -> tuple[float, float]:
    """The seconds from the earliest at which it is shut to the latest."""
    begins, latest = (event.at.low, event.at.high) if event.at else (BEFORE, BEFORE)
    return begins, latest + event.for_.high if event.for_ else -BEFORE


def _leads(layout: Layout, floor: FreeFloor) -> Iterator[tuple[str, str, int, int]]:
    """Each portal to another level with the one that it leads to, and the levels on which both are."""
    for portal in layout.portals.values():
        other = layout.portals.get(portal.leads_to or "")
        if other is not None:
            parts = [floor.part_at(end.at, end.width / 2 + ARM) for end in (portal, other)]
            yield portal.portal, other.portal, parts[0], parts[1]


def _join(leads: Sequence[tuple[str, str, int, int]], closed: Collection[str]) -> Mapping[int, frozenset[int]]:
    """Which levels can be reached from each."""
    ways = [(start, end) for name, other, start, end in leads if not {name, other} & set(closed)]
    found: dict[int, frozenset[int]] = {}
    for start in {level for _, _, a, b in leads for level in (a, b)}:
        reached = {start}
        for _ in ways:
            reached |= {end for begin, end in ways if begin in reached}
        found[start] = frozenset(reached)
    return found
