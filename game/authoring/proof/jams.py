"""Who could not get where they were bound, and where that was: of many runs, the worst cases in plain words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.clock import TICKS_PER_SECOND, clock
from game.geometry import Point, step_length
from game.log import Entered
from game.run import Run, Stage
from game.scenario import Layout
from game.text import uncapitalise

WORST = 5
"""How many cases are told; the rest are only counted."""
HOPELESS = 3
"""Who tries another way so often in one run is told of, even if they get there in the end."""
PATIENT = 60 * TICKS_PER_SECOND
"""Who is kept out of the place for longer than this did not come in at all."""
AT = 2.5
"""Metres within which a spot is called by the name of a place."""


@dataclass(frozen=True, slots=True)
class Jam:
    """One person who was held up: on the way where to, when and where (near what, at which point).

    `short` if they gave up before they were there; `outside` if they never came in.
    """

    seed: int
    role: str
    bound: str
    tick: int
    near: str
    at: Point
    short: bool
    outside: bool = False


def jams(staged: Stage, run: Run) -> tuple[Jam, ...]:
    """Everyone of a run who was kept out, gave up, or kept trying."""
    return (*_find_held_up(staged, run), *_find_kept_out(staged, run))


def _find_held_up(staged: Stage, run: Run) -> Iterator[Jam]:
    times = Counter(held_up.person for held_up in run.held_up)
    told: set[int] = set()
    for held_up in sorted(run.held_up, key=lambda held_up: not held_up.short):
        if held_up.person in told or not (held_up.short or times[held_up.person] >= HOPELESS):
            continue
        told.add(held_up.person)
        here = (round(held_up.x, 1), round(held_up.y, 1))
        bound, near = _name_spot(staged.layout, held_up.bound), _near(staged.layout, here)
        role = staged.cast.people[held_up.person].role
        place = staged.layout.places.get(bound)
        inside = place is not None and _outside(here, place.at, place.size) == 0
        yield Jam(staged.cast.seed, role, bound, held_up.tick, near, here, held_up.short and not inside)


def _find_kept_out(staged: Stage, run: Run) -> Iterator[Jam]:
    entered = {event.person for events in run.events for event in events if isinstance(event, Entered)}
    inside = {person for snapshot in run.snapshots[:1] for person in snapshot.ids.tolist()}
    for person in staged.cast.people:
        part = person.part
        if person.id not in entered and person.id not in inside and part.arrive < staged.lasts - PATIENT:
            way_in = _name_spot(staged.layout, part.enter)
            yield Jam(staged.cast.seed, person.role, way_in, part.arrive, way_in, part.enter, short=True, outside=True)


def _name_spot(layout: Layout, point: Point) -> str:
    """What a spot is called: the place or portal that it belongs to, or else where it is."""
    spots = [*((place.place, place.at, place.size) for place in layout.places.values())]
    spots += [(name, portal.at, _line(layout, name)) for name, portal in layout.portals.items()]
    off = {name: _outside(point, at, size) for name, at, size in spots}
    name = min(off, key=lambda one: off[one], default="")
    return name if name and off[name] <= AT else f"{point[0]:.0f}, {point[1]:.0f}"


def _line(layout: Layout, portal: str) -> Point:
    """How far a portal reaches east and north: as wide as it is, and no deeper than a line where its way is known."""
    way, width = layout.passages.get(portal), layout.portals[portal].width
    return (width * abs(way.out[1]), width * abs(way.out[0])) if way else (width, width)


def _outside(point: Point, at: Point, size: Point) -> float:
    """How far a point is off a box around another."""
    dx, dy = (max(0.0, abs(point[k] - at[k]) - size[k] / 2) for k in (0, 1))
    return step_length(dx, dy)


def _near(layout: Layout, point: Point) -> str:
    """The thing that stands nearest."""
    things = [
        (thing.prop.name or thing.kind.prop.replace("_", " "), thing.at)
        for thing in layout.standing
        if thing.kind.solid
    ]
    things += [(portal.portal, portal.at) for portal in layout.portals.values()]
    return min(things, key=lambda one: _outside(point, one[1], (0.0, 0.0)), default=("", point))[0]


def jam_lines(found: Sequence[Jam]) -> Iterator[str]:
    """The worst cases, those who never got there first, each with its way out."""
    cases: dict[tuple[bool, bool, str, str], list[Jam]] = defaultdict(list)
    for jam in found:
        cases[jam.short, jam.outside, jam.role, jam.bound].append(jam)
    worst = sorted(cases.items(), key=lambda other: (not other[0][0], -len(other[1]), other[0]))
    for (short, outside, role, bound), some in worst[:WORST]:
        yield _tell(role, bound, some, short=short, outside=outside)
    if len(worst) > WORST:
        rest = sum(len(some) for _, some in worst[WORST:])
        yield f"and {rest} more of other roles or on other ways"


def _tell(role: str, bound: str, some: Sequence[Jam], *, short: bool, outside: bool) -> str:
    jam, role = some[0], uncapitalise(role)
    who = f"{len(some)} × {role}"
    when = clock(jam.tick) if jam.tick >= 0 else "before 0:00"
    if outside:
        return f"{who} never came in by “{bound}” ({when}, seed {jam.seed}): let fewer come there at once"
    where = f"from {jam.at[0]:.0f}, {jam.at[1]:.0f}, where the {jam.near} is near ({when}, seed {jam.seed})"
    if short:
        return f"{who} could not reach “{bound}” {where}: leave more room there, or send fewer that way"
    return f"{who} kept trying to get to “{bound}” {where}: it is tight there"
