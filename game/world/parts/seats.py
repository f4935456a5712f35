"""Seats: who sits where, one at a time."""

from game.cast import Target
from game.geometry import Point
from game.scenario.venue.layout import Layout, Seat

from ..bodies import Bodies
from ..floor.ground import Ground

BEFORE = 0.55
"""Metres in front of a seat where one stands before sitting down."""
SLIDE = 0.12
"""Metres in a tick when sitting down or getting up."""


class Seats:
    """The seats of a venue and who has taken them."""

    def __init__(self, layout: Layout, ground: Ground) -> None:
        """All free."""
        self.seats = layout.seats
        self._by_name = {seat.name: n for n, seat in enumerate(layout.seats)}
        self._taken: dict[int, int] = {}
        self.slides: dict[int, Point] = {}
        """The rows of those who sit down or get up, and where to."""
        self._fronts = [_front(seat, ground) for seat in layout.seats]

    def take(self, person: int, target: Target, near: Point) -> int | None:
        """The seat that was asked for if it is free, or the nearest free one within 12 m."""
        wanted = self._by_name.get(target.seat or "")
        if wanted is not None and wanted not in self._taken:
            self._taken[wanted] = person
            return wanted
        x, y = self.seats[wanted].at if wanted is not None else near
        free = [
            ((seat.at[0] - x) * (seat.at[0] - x) + (seat.at[1] - y) * (seat.at[1] - y), n)
            for n, seat in enumerate(self.seats)
            if n not in self._taken
        ]
        if not free or min(free)[0] > 12.0 * 12.0:
            return None
        seat = min(free)[1]
        self._taken[seat] = person
        return seat

    def front(self, seat: int) -> Point:
        """Where one stands before sitting down."""
        return self._fronts[seat]

    def slide(self, bodies: Bodies) -> list[int]:
        """Move those who sit down or get up; who has done so."""
        done = []
        for who, to in sorted(self.slides.items()):
            x, y = bodies.at(who)
            dx, dy = to[0] - x, to[1] - y
            far = (dx * dx + dy * dy) ** 0.5
            if far > SLIDE:
                bodies.place(who, x + dx * SLIDE / far, y + dy * SLIDE / far)
            else:
                bodies.place(who, *to)
                del self.slides[who]
                done.append(who)
        return done

    def free(self, seat: int) -> None:
        """Give the seat back."""
        self._taken.pop(seat, None)


def _front(seat: Seat, ground: Ground) -> Point:
    x, y = seat.at[0] + seat.facing[0] * BEFORE, seat.at[1] + seat.facing[1] * BEFORE
    return ground.snap(x, y)
