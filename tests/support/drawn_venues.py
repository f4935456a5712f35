"""Small venues drawn in letters, and casts made by hand.

One letter is half a metre square; the first line is the north edge. `#` wall, `.` floor, `S` a seat facing north,
a capital letter from A to H a portal three metres wide, a small letter a place of that name.
"""

from collections.abc import Iterable, Sequence

from game.cast import Account, Cast, Part, Person, Reaction, Step, Target
from game.geometry import Point
from game.scenario import Box, Layout, Place, Portal, Prop, PropKind, Venue, layout
from game.scenario.verbs import Verb
from tests.support.plain_looks import plain_looks

CELL = 0.5
STOOL = PropKind(
    prop="stool", boxes=(Box(at=(0, 0, 0), size=(CELL, CELL, 0.45), colour="#888888"),), seats=((0.25, 0.25, 0.0),)
)
LOOKS = plain_looks(carries="bag")


def _block(run: int, cell: float) -> PropKind:
    return PropKind(prop=f"block{run}", boxes=(Box(at=(0, 0, 0), size=(run * cell, cell, 2.5), colour="#888888"),))


def venue(drawing: str, queues: dict[str, Point] | None = None, cell: float = CELL) -> Layout:
    """The layout of a drawing, its letters `cell` m wide."""
    rows = [line.strip() for line in drawing.strip().splitlines()]
    portals, places, props = [], [], []
    kinds = {"stool": STOOL}
    for n, row in enumerate(rows):
        y = (len(rows) - 1 - n) * cell
        x = 0
        while x < len(row):
            letter, at = row[x], ((x + 0.5) * cell, y + 0.5 * cell)
            run = 1
            if letter == "#":
                while x + run < len(row) and row[x + run] == "#":
                    run += 1
                props.append(Prop(prop=f"block{run}", at=(x * cell, y)))
                kinds[f"block{run}"] = _block(run, cell)
            elif letter == "S":
                props.append(Prop(prop="stool", at=(x * cell, y), name=f"stool{len(props)}"))
            elif letter in "ABCDEFGH":
                portals.append(Portal(portal=letter, at=at, width=3.0))
            elif letter.islower():
                places.append(Place(place=letter, kind="spot", at=at, queue=(queues or {}).get(letter)))
            x += run
    made = Venue(
        venue="Drawn", kind="railway station", size=(len(rows[0]) * cell, len(rows) * cell), baseline="none",
        portals=tuple(portals), places=tuple(places), props=tuple(props),
    )  # fmt: skip
    return layout(made, kinds)


def place(where: Layout, name: str) -> Target:
    """A place or portal of the drawing as a target."""
    spot = where.places[name].at if name in where.places else where.portals[name].at
    queue = name if name in where.places and where.places[name].queue else None
    return Target(name, point=(*spot, 0.0), queue=queue)


def person(
    number: int,
    enter: Point,
    steps: Iterable[Step],
    *,
    arrive: int = -890,
    speed: float = 1.34,
    inside: bool = True,
    reactions: Sequence[Reaction] = (),
    officer: bool = False,
    leader: int | None = None,
) -> Person:
    """Someone who plays these steps."""
    part = Part(arrive, enter, tuple(steps), tuple(reactions), starts_inside=inside)
    return Person(number, "passer-by", LOOKS, part, speed, Account("none"), officer=officer, leader=leader)


def cast(*people: Person) -> Cast:
    """A cast of these people, in order of id."""
    return Cast("drawn", 1, tuple(sorted(people, key=lambda person: person.id)))


def walk(to: Target, **more: object) -> Step:
    """A walk."""
    return Step(Verb.WALK, to=to, **more)  # type: ignore[arg-type]


def wait(ticks: int = 100) -> Step:
    """A wait."""
    return Step(Verb.WAIT, ticks)


def at(x: float, y: float) -> Target:
    """A point as a target."""
    return Target("spot", point=(x, y, 0.0))
