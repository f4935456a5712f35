"""The place that an author wrote, as frozen values: the venue, and the kinds of things that stand in it."""

from typing import Annotated, Literal

from pydantic import Field

from .frozen import XY, Frozen, Hue, Name, Text
from .units import Height, Metres, Seconds, Size


class Wall(Frozen):
    """A run of wall through the points, `height` m; one sees through glass and rails."""

    points: tuple[XY, ...] = Field(min_length=2, max_length=200)
    height: Height = 1.0
    finish: Literal["plaster", "glass", "brick", "stone", "rail", "tile"] = "plaster"

    @property
    def seen_through(self) -> bool:
        """Whether it is a pane or a rail, which hides nobody."""
        return self.finish in ("glass", "rail")


class Lights(Frozen):
    """The lights of a crossing: for how long, in s, people may step off, the road is let clear, and traffic drives.

    Between traffic and people lie another five, of amber and of red for all.
    """

    people: Seconds = Field(default=7.0, ge=4, le=30)
    clearing: Seconds = Field(default=8.0, ge=8, le=20)
    """At the least the 8.6 m of the road at 1.2 m/s, and a second."""
    traffic: Seconds = Field(default=25.0, ge=10, le=180)


class Portal(Frozen):
    """A way in and out: a line `width` m wide centred on `at`. People come and go there, or beyond it in sight."""

    portal: Name
    at: XY
    width: Metres = Field(default=3.0, ge=0.5, le=300)
    kind: Literal[
        "door", "platform", "train", "bus", "street", "stairs", "escalator", "lift", "shop", "staff only",
    ] = "door"  # fmt: skip
    towards: XY | None = None
    """Where stairs, an escalator, a lift, a train's or a bus's doors lead on to; over the nearest edge if not said."""
    leads: Literal["up", "down"] = "down"
    leads_to: Name | None = None
    """Another portal of the venue, on another level: people come out there, `takes` s later."""
    takes: Seconds = Field(default=12.0, ge=0, le=120)
    every: Seconds = Field(default=150.0, ge=90, le=1800)
    """Seconds from one to the next, where trains stop at the edge of a platform, or buses at a kerb, and go on."""
    route: str = Field(default="", max_length=30)
    """What the buses of a stand say on their front."""
    queue: XY | None = None
    """Direction in which the queue of a bus stand grows; away from the kerb and then along it if not said."""
    lights: Lights | None = None
    """Of the crossing before it, over the street outside; without, it is a zebra crossing."""


class Place(Frozen):
    """A named spot or area that scenarios refer to; `kind` is what relations and tells look for."""

    place: Name
    kind: Name = "place"
    at: XY
    size: Size = (1.0, 1.0)
    height: Height = 0.0
    faces: XY | None = None
    queue: XY | None = None
    """Direction in which a queue grows from `at`, if people queue here."""


class Prop(Frozen):
    """A thing of the kit in `assets/props.yaml`, placed; `turn` in degrees, `repeat` copies it `step` m apart."""

    prop: Name
    at: XY
    turn: Annotated[float, Field(ge=-360, le=360)] = 0.0
    name: Name | None = None
    text: str = Field(default="", max_length=120)
    colour: Hue | None = None
    """The colour of its sign, if it has one."""
    repeat: int = Field(default=1, ge=1, le=60)
    step: XY = (0.0, 0.0)


class Camera(Frozen):
    """A CCTV camera: where it hangs, how high, and the floor point it watches."""

    camera: Name
    at: XY
    height: Height = 3.2
    watches: XY


class Marking(Frozen):
    """A painted or laid part of the floor: a box from `at` (south-west corner) of `size`."""

    marking: Literal["tactile", "line", "mat", "tiles", "carpet", "crossing"]
    at: XY
    size: Size
    colour: Hue | None = None


class Void(Frozen):
    """A part of the venue that is no floor: a box from `at` (south-west corner) of `size`."""

    at: XY
    size: Size


class Venue(Frozen):
    """A place to watch, in metres, x east and y north, origin at the south-west corner."""

    venue: Name
    kind: Literal[
        "railway station", "tube station", "bus station", "ferry terminal", "airport", "shopping centre", "attraction",
        "stadium", "market", "public building",
    ]  # fmt: skip
    size: Size
    floor: Literal["stone", "terrazzo", "tile", "wood", "carpet", "paving"] = "stone"
    surroundings: Literal["street", "square", "earth", "airfield", "park"] = "street"
    """What lies around it, and is seen beyond its edge and in what is no floor."""
    roof: bool = True
    """Whether it has a roof, or lies under the sky."""
    baseline: Text
    voids: tuple[Void, ...] = Field(default=(), max_length=60)
    walls: tuple[Wall, ...] = Field(default=(), max_length=400)
    portals: tuple[Portal, ...] = Field(min_length=1, max_length=60)
    places: tuple[Place, ...] = Field(default=(), max_length=400)
    props: tuple[Prop, ...] = Field(default=(), max_length=1000)
    cameras: tuple[Camera, ...] = Field(default=(), max_length=60)
    markings: tuple[Marking, ...] = Field(default=(), max_length=200)


class Box(Frozen):
    """Part of a prop in its own frame (m): south-west-bottom corner `at`, `size` east, north and up."""

    at: tuple[float, float, float]
    size: tuple[float, float, float]
    colour: Hue
    round: bool = False
    """Whether it is as round as its footprint allows."""
    skin: str = ""
    """How the faces are drawn, beyond a flat colour: glass, board, sign, shop, leaves, timber, screen, poster …"""


class Rides(Frozen):
    """Where cases ride along a prop, in its own frame (m): over its top, from `begins` to `ends`."""

    begins: tuple[float, float]
    ends: tuple[float, float]
    high: Metres
    """How high the belt is on which they lie."""


class Trays(Rides):
    """Where trays ride along a prop in the same way, beside whoever walks past it."""

    unseen: tuple[float, float] | None = None
    """Between how many m from `begins` they are within a scanner; its boxes are those that begin above the belt."""


class PropKind(Frozen):
    """A kind of prop: its boxes, whether people walk round it, whether it hides what is behind, where people sit."""

    prop: Name
    boxes: tuple[Box, ...] = Field(min_length=1, max_length=60)
    solid: bool = True
    opaque: bool = True
    seats: tuple[tuple[float, float, float], ...] = ()
    """Where people sit: (x, y, facing in degrees: 0 is local north)."""
    stool: tuple[float, float, float] | None = None
    """Where one sits to use it, said as a seat; nobody else sits there."""
    landmark: Name | None = None
    """The kind of landmark that it is, if any: camera, board, bench, help point, column …"""
    height: Metres | None = None
    """Height in m of the spot that people look at; the top of the prop if not said."""
    rides: Rides | None = None
    """Where cases ride along it, if it is a belt that runs."""
    trays: Trays | None = None
    """Where trays ride along it with people's things, if it is the belt of a security lane."""
