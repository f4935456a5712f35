"""What can be wrong with the crowd: who they are, whence and whither, and how many the place holds."""

from collections.abc import Mapping

from ..model import MOST_STAGED, Clock, Crowd, Role
from ..premises import Portal
from ..reading.document import Document, Path_
from ..timed import TimedEvent
from ..venue.passages import SERVED
from .kit import Kit, complain_of, lengths_of
from .name_rules import check_portal, check_role
from .time_rules import FIRST_COME

MOST_PEOPLE = 400
"""In a place at once, on average: of more nobody can be followed by eye."""
PER_METRE = 0.8
"""People on a square metre of floor above which a crowd hardly moves."""
BY = {"train": (("platform", "train"), "platforms", "platform"), "bus": (("bus",), "stands", "stand")}
"""By what people come: the kinds of portals at which that stops, and what several and one of them are called."""
A_BUS_TAKES = 20
"""People who get on a bus while it stands: one in two seconds, from two seconds after its doors open."""
WALK = 1.3
"""Metres a second at which people cross the place as a rule."""


def check_crowd(kit: Kit, clock: Clock | None) -> None:
    """Note what is wrong with the lines of the crowd, and with all of them together."""
    lines = kit.draft.sheet.each("crowd", Crowd)
    for path, line in lines:
        _line(kit, path, line)
    if clock and lines and kit.ground.floor:
        events = kit.draft.sheet.each("events", TimedEvent)
        brought = sum(event.bring.how_many.high for _, event in events if event.bring)
        _in_all(kit, lines, clock, brought)
        _numbers(kit, [(path, line, _at_once(kit, line, clock)) for path, line in lines], brought)
    _for_each_bus(kit, lines)


def _line(kit: Kit, path: Path_, line: Crowd) -> None:
    check_role(kit, (*path, "role"), line.role)
    _how_many(kit, path, line)
    _by_train(kit, path, line)
    for n, name in enumerate(line.from_):
        check_portal(kit, (*path, "from", n), name, or_place=True)
    for key, names in (("to", line.to), ("at", line.at)):
        for n, name in enumerate(names):
            complain_of(kit.draft.sheet.document, (*path, key, n), kit.atlas.doubt(name, go=True, mine=()))
            _reachable(kit, (*path, key, n), name)


def _how_many(kit: Kit, path: Path_, line: Crowd) -> None:
    document = kit.draft.sheet.document
    said = document.keys.keys() | document.forgiven  # a key that is misspelt says it too
    if not any((*path, key) in said for key in ("arrive", "present")):
        document.fault(
            "SL403",
            (*path, "role"),
            f"This line does not say how many of `{line.role}` there are.",
            "Add `arrive: 10 per minute` (they come and go) or `present: 5` (they are there).",
        )
    if line.arrive is not None and line.present is not None:
        document.complain(
            "SL403",
            document.key((*path, "present")),
            "This line says both how many come and how many are there.",
            "Keep `arrive` or `present`, and make the other a line of its own.",
        )


def _by_train(kit: Kit, path: Path_, line: Crowd) -> None:
    """Whoever comes by train or bus comes at a rate, and from platforms or stands."""
    document, portals = kit.draft.sheet.document, kit.layout.portals if kit.layout else {}
    if line.by == "foot":
        _on_foot(document, path, line, portals)
        return
    kinds, at, named = BY[line.by]
    if line.present is not None or not line.from_:
        document.fault(
            "SL430",
            (*path, "by"),
            f"`by: {line.by}` needs to know how many come, and from which {at}.",
            f"Write `arrive: 12 per minute, from: [{named} 1, {named} 2], by: {line.by}`.",
        )
    for n, name in enumerate(line.from_):
        if name in portals and portals[name].kind not in kinds:
            document.fault(
                "SL430",
                (*path, "from", n),
                f"No {line.by} comes in at `{name}`: it is a portal of the kind `{portals[name].kind}`.",
                f"Leave out `by: {line.by}`, name {at} alone, or write `kind: {kinds[0]}` for it in the venue.",
            )


def _on_foot(document: Document, path: Path_, line: Crowd, portals: Mapping[str, Portal]) -> None:
    """Advise on people who would come out of a train or bus that is not there."""
    for n, name in enumerate(line.from_):
        kind = portals[name].kind if name in portals else ""
        if kind in SERVED:
            message = f"These people come out at `{name}` at any time, whether a {kind} stands there or not."
            way_out = f"Add `by: {kind}` and say how many come with `arrive`; or name another way in."
            document.fault("SL430", (*path, "from", n), message, way_out, "advice")


def _reachable(kit: Kit, path: Path_, name: str) -> None:
    place = kit.layout.places.get(name) if kit.layout and name not in kit.troubled else None
    if (
        kit.ground.floor
        and kit.ground.floor.main
        and place
        and not kit.ground.floor.reaches(place.at, (place.size[0] / 2, place.size[1] / 2))
    ):
        kit.draft.sheet.document.fault(
            "SL402",
            path,
            f"`{name}` cannot be reached: walls or props close it off.",
            "Choose another place, or open a way of at least 1 m in the venue.",
        )


def _numbers(kit: Kit, lines: list[tuple[Path_, Crowd, float]], brought: float) -> None:
    total, area = brought + sum(number for _, _, number in lines), kit.ground.area
    path, biggest, _ = max(lines, key=lambda entry: entry[2])
    path = (*path, "arrive" if biggest.arrive is not None else "present")
    if total > MOST_PEOPLE:
        kit.draft.sheet.document.fault(
            "SL405",
            path,
            f"About {total:.0f} people would be here at once, and {MOST_PEOPLE} is the most.",
            "Lower `arrive` or `present`; this line brings the most.",
        )
    elif area and total / area > PER_METRE:
        kit.draft.sheet.document.fault(
            "SL404",
            path,
            f"About {total:.0f} people would be here at once on {area:.0f} m² of floor: nobody could move.",
            f"Lower `arrive` or `present` to {area * PER_METRE:.0f} in all at most; this line brings the most.",
        )


def _in_all(kit: Kit, lines: list[tuple[Path_, Crowd]], clock: Clock, more: float) -> None:
    """Advise on more people than are staged, the last of whom would be left out."""
    roles = kit.draft.roles.things
    brought = [
        (line.arrive or 0.0) * _together(roles[line.role]) * (clock.lasts - FIRST_COME) if line.role in roles else 0.0
        for _, line in lines
    ]
    total = more + sum(brought) + sum(line.present or 0 for _, line in lines)
    if total > MOST_STAGED:
        path, _ = lines[max(range(len(lines)), key=brought.__getitem__)]
        said = f"About {total:.0f} people would come in all, and {MOST_STAGED} are staged at the most."
        way_out = "Lower `arrive`, or let the scene be shorter; this line brings the most."
        kit.draft.sheet.document.fault("SL419", (*path, "arrive"), said, way_out, "advice")


def _for_each_bus(kit: Kit, lines: list[tuple[Path_, Crowd]]) -> None:
    """Advise on stands for which more people come than their buses take."""
    roles, layout = kit.draft.roles.things, kit.layout
    for name in layout.stands if layout else ():
        coming = [
            (line.arrive * _together(roles[line.role]) / len(line.to), path)
            for path, line in lines
            if line.arrive and name in line.to and line.role in roles
        ]
        for_each = sum(rate for rate, _ in coming) * (layout.portals[name].every if layout else 0.0)
        if for_each > A_BUS_TAKES:
            _, path = max(coming)
            message = f"About {for_each:.0f} people would come for each bus at `{name}`, and {A_BUS_TAKES} get on."
            way_out = "Let fewer people come (`arrive`), name more stands (`to`), or let buses come oftener (`every`)."
            kit.draft.sheet.document.fault("SL423", (*path, "arrive"), message, way_out, "advice")


def _at_once(kit: Kit, line: Crowd, clock: Clock) -> float:
    role = kit.draft.roles.things.get(line.role)
    if line.present is not None:
        return float(line.present)
    if role is None or kit.layout is None or line.arrive is None:
        return 0.0
    width, depth = kit.layout.venue.size
    stay = lengths_of(kit.draft.behaviours, 0.45 * (width + depth) / WALK).of(role.steps)
    return line.arrive * _together(role) * min(stay, clock.lasts - FIRST_COME)


def _together(role: Role) -> float:
    """How many of a role come at a time, on average."""
    total = sum(role.group.values())
    return sum(size * weight for size, weight in role.group.items()) / total if total > 0 else 1.0
