"""Taking one's seat: from a stage and its world to an exercise that stands at 0:00."""

from collections.abc import Iterator

from game.clock import PRE_ROLL, ticks
from game.course import Mode
from game.exercise import Exercise, Gaze, NormalWatch, Officer, Terms, gaze_over, on_floor
from game.view import Viewpoint
from game.world import World

from .live import Live, Replay
from .staged import Stage
from .umpire import Umpire
from .witness import Witness

SIZE = (1920, 1080)
"""Width and height in px of the view that a synthetic trainee opens with."""
SCALE = 44.0
"""Scale of the first view in px/m: people are some 60 px tall, so that what hands do can be made out."""
AT_ONCE = 50
"""Ticks of the pre-roll played between two looks at how far it is."""


def let_people_in(world: World) -> Iterator[float]:
    """Play the pre-roll; the share of it that is done, now and then."""
    for tick in range(-PRE_ROLL, 0, AT_ONCE):
        world.run_until(min(0, tick + AT_ONCE))
        yield min(1.0, (tick + AT_ONCE + PRE_ROLL) / PRE_ROLL)


def call_umpire(staged: Stage) -> Umpire:
    """Who knows what is true of a stage."""
    return Umpire(
        staged.production, staged.layout, staged.cast, staged.key, call_witness(staged), staged.headed
    )


def call_witness(staged: Stage) -> Witness:
    """Who knows what was so at a stage, for whoever may be told: an umpire, a debrief, an author."""
    production = staged.production
    return Witness(staged.layout, staged.cast, production.scenario.clock.starts, production.speech)


def first_view(staged: Stage, officer: Officer | None, size: tuple[int, int]) -> Viewpoint:
    """The view of the middle of a venue, or of where the own figure stands; `size` in px."""
    east, north = staged.layout.venue.size
    x, y = (officer.x, officer.y) if officer else (east / 2, north / 2)
    return Viewpoint(x, y, SCALE, 0, *size)


def sit_down(
    staged: Stage,
    world: World | Live | Replay,
    *,
    mode: Mode = "assess",
    size: tuple[int, int] = SIZE,
    gaze: Gaze | None = None,
    waits: bool = False,
) -> Exercise:
    """An exercise in this world, at 0:00; it may wait for the trainee at its end.

    Nobody stands on the floor of a world that has been played already.
    """
    briefing = staged.production.scenario.briefing
    first = ticks(staged.production.scenario.watches_first)
    normal = NormalWatch(first, staged.cast.people, staged.layout.public) if first else None
    afoot = None if isinstance(world, Replay) else on_floor(briefing, staged.layout, world)
    return Exercise(
        world, gaze or gaze_over(staged.layout, staged.cast.people),
        Terms(staged.lasts, mode, staged.cues, waits, briefing.duty),
        viewpoint=first_view(staged, afoot, size), officer=afoot,
        umpire=call_umpire(staged),
        people=None if isinstance(world, Replay) or not staged.production.speech.topics else world.talks,
        normal=normal,
    )  # fmt: skip
