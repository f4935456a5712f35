"""Seats: who sits where, one at a time, and how people sit down and get up, their weight following their feet."""

from dataclasses import dataclass

from game.cast import Target
from game.geometry import Point
from game.scenario.venue.layout import Layout, Seat
from game.view import Pose
from game.view.poses import ease

from ..bodies import BODY, POSE_NUMBER, Bodies
from ..floor.ground import Ground

BEFORE = (0.42, 0.46, 0.5, 0.55, 0.6)
"""Metres in front of a seat at which one may stand before sitting down: the nearest at which the calves are clear."""
BESIDE = ((0.48, 0.3), (-0.48, 0.3), (0.66, 0.0), (-0.66, 0.0))
"""Metres to the right and in front at which one stands where a table leaves no room: one slips in from the side."""
CALVES = 0.2
"""Metres that a body keeps from the seat's edge."""
FARTHEST = 12.0
"""Metres to a free seat beyond which one stands instead: nobody crosses a hall to sit for a moment."""
SETTLES = 12
"""Ticks that it takes to sit down or to get up."""
SQUARE = 0.95
"""Cosine from which one's back is to the seat."""
WAITS = 40
"""Ticks for which one waits to have turned round, or for somebody to go who stands in front of the seat."""
KNEE_ROOM = 0.4
"""Metres that must be free in front of one to get up."""
SETTLE, STAND = POSE_NUMBER[Pose.SETTLE], POSE_NUMBER[Pose.STAND]


@dataclass(slots=True)
class Slide:
    """Someone on the way down to a seat or up from it: where they stand, and how many ticks they are down already."""

    seat: int
    stands: Point
    sits: bool
    done: int
    waited: int = 0


class Seats:
    """The seats of a venue and who has taken them."""

    def __init__(self, layout: Layout, ground: Ground) -> None:
        """All free."""
        self.seats = layout.seats + layout.stools
        self._by_name = {seat.name: n for n, seat in enumerate(self.seats)}
        self._stools = {seat.name for seat in layout.stools}
        self._taken: dict[int, int] = {}
        self.slides: dict[int, Slide] = {}
        """The rows of those who sit down or get up."""
        self._spots = [_standing_spot(seat, ground) for seat in self.seats]

    def take(self, person: int, target: Target, near: Point) -> int | None:
        """The seat that was asked for if it is free, or the nearest free one within 12 m."""
        wanted = self._by_name.get(target.seat or "")
        if wanted is not None and wanted not in self._taken:
            self._taken[wanted] = person
            return wanted
        x, y = self.seats[wanted].at if wanted is not None else near
        if target.seat in self._stools:
            return None
        free = [
            ((seat.at[0] - x) * (seat.at[0] - x) + (seat.at[1] - y) * (seat.at[1] - y), n)
            for n, seat in enumerate(self.seats)
            if n not in self._taken and seat.name not in self._stools
        ]
        if not free or min(free)[0] > FARTHEST * FARTHEST:
            return None
        seat = min(free)[1]
        self._taken[seat] = person
        return seat

    def standing_spot(self, seat: int) -> Point:
        """Where one stands before sitting down."""
        return self._spots[seat]

    def free(self, seat: int) -> None:
        """Give the seat back."""
        self._taken.pop(seat, None)

    def sit_down(self, row: int, seat: int) -> None:
        """Turn the back to the seat, and sit down."""
        self.slides[row] = Slide(seat, self._spots[seat], sits=True, done=0)

    def get_up(self, row: int, seat: int) -> None:
        """Get up, to stand before the seat."""
        self.slides[row] = Slide(seat, self._spots[seat], sits=False, done=SETTLES)

    def slide(self, bodies: Bodies) -> list[int]:
        """Move those who sit down or get up by one tick; the rows of those who have done so."""
        over = [row for row, slide in sorted(self.slides.items()) if self._move(row, slide, bodies)]
        for row in over:
            del self.slides[row]
        return over

    def _move(self, row: int, slide: Slide, bodies: Bodies) -> bool:
        seat = self.seats[slide.seat]
        if slide.waited < WAITS and not _ready(row, slide, seat, bodies):
            slide.waited += 1
            return False
        if slide.sits and slide.done == 0:
            slide.stands = bodies.at(row)
        slide.waited = WAITS
        slide.done += 1 if slide.sits else -1
        share = slide.done / SETTLES
        gone, (x, y), (to_x, to_y) = ease(share), slide.stands, seat.at
        bodies.place(row, x + (to_x - x) * gone, y + (to_y - y) * gone)
        bodies.pose[row], bodies.phase[row], bodies.rate[row] = SETTLE, share, 0.0
        if slide.done == 0:
            bodies.pose[row] = STAND
        return slide.done in (0, SETTLES)


def _ready(row: int, slide: Slide, seat: Seat, bodies: Bodies) -> bool:
    """Whether somebody stands with their back to the seat; or has room to get up."""
    if slide.sits:
        hx, hy = bodies.turn[:, BODY, row]
        return bool(not bodies.moving[row] and hx * seat.facing[0] + hy * seat.facing[1] > SQUARE)
    return not bodies.near(*slide.stands, KNEE_ROOM, but=row)


def _standing_spot(seat: Seat, ground: Ground) -> Point:
    """Before the seat, as near as the calves allow; where something stands there, beside it."""
    (x, y), (fx, fy) = seat.at, seat.facing
    spots = [(x + fx * far, y + fy * far) for far in BEFORE]
    spots += [(x + fy * aside + fx * far, y - fx * aside + fy * far) for aside, far in BESIDE]
    for spot in spots:
        u, v = ground.snap(*spot)
        if ground.room_at(*spot) >= CALVES and abs(u - spot[0]) + abs(v - spot[1]) < CALVES:
            return spot
    return ground.snap(*spots[len(BEFORE) - 1])
