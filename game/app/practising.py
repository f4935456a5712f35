"""A drill put together: what the trainee answered before, the clips of a pool of behaviours, and the record of it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from game.practice import Drill, Exemplar, Sorting, ability, counterparts, crowd_for, deal, due_today
from game.record import Seal, Unsealable, begin_drill, keep, read_sortings, take_seal
from game.scenario import Behaviour
from game.screens.clip_player import Take
from game.screens.debrief.next_step import Taught
from game.screens.drill.timed_drill import DrillSetup
from game.screens.guide.book import GuidePlace
from game.screens.navigation import Learning
from game.widgets.screen import Screen

from .background import Tell
from .errors import Wrong
from .locations import Location
from .trainees import Learner

CROWDS = (1, 3, 6)
"""How many times as many wait and come by as in the guide, by how crowded a drill is to be."""
MIDDLING = 3
"""The subtlety of a behaviour of which nothing is said."""
MORE = 5
"""Seeds after the drill's own with which what was asked for is tried until it has been shown."""
NO_DRILL = "There is no drill of this: no place on the list can show it beside what it is taken for."
TWO_MINUTES, TEN_MINUTES = 120.0, 600.0
"""How long a drill lasts, in seconds: on signs that were asked for by name, and on whatever comes."""


@dataclass(frozen=True)
class Dealt:
    """A drill that is about to begin: the place, what comes, its clips."""

    place: GuidePlace
    drill: Drill
    pool: Collection[str]
    takes: dict[str, Take]
    seed: int
    lasts: float


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def exemplars(place: GuidePlace) -> dict[str, Exemplar]:
    """What can be practised in a place, by name."""
    return _exemplars({name: place.behaviours[name] for name in sorted(place.shown)})


def _exemplars(behaviours: Mapping[str, Behaviour]) -> dict[str, Exemplar]:
    return {
        name: Exemplar(
            name, behaviour.kind == "tell", behaviour.cue, behaviour.subtlety or MIDDLING, behaviour.looks_like
        )
        for name, behaviour in behaviours.items()
        if behaviour.cue and behaviour.kind != "everyday"
    }


def find_taught(behaviours: Mapping[str, Behaviour], held: frozenset[str]) -> Taught:
    """What of these behaviours guide and drills do not have, where those `held` are kept for tests."""
    known = _exemplars({name: behaviour for name, behaviour in behaviours.items() if name not in held})
    return Taught(held, frozenset(name for name in known if not counterparts(known[name], known)))


def deal_drill(
    trainee: Learner, places: Sequence[tuple[Location, GuidePlace]], seed: int, names: Sequence[str] | None, tell: Tell
) -> Dealt:
    """Choose what comes and play it; `names` are asked for, None: whatever is due. Raises Wrong."""
    past = read_sortings(trainee.folder)
    asked = due_today(past, now().astimezone()) if names is None else frozenset(names)
    location, place = _best_place(places, asked, seed)
    able, known = ability(past), exemplars(place)
    wanted = set(asked)
    for name in names or ():  # who asks for one thing is to tell it from what is taken for it
        wanted |= {exemplar.name for exemplar in counterparts(known[name], known)} if name in known else set()
    pool = deal(known, able, seed, wanted)
    tell(0.6, "Getting the clips ready")
    if names and not pool.keys() & set(names):
        raise Wrong(NO_DRILL)
    crowd = CROWDS[crowd_for(able.level)]
    takes = location.take(list(pool), (seed,), crowd)
    if left := [name for name in names or () if name in pool and name not in takes]:
        takes |= location.take(left, range(seed + 1, seed + MORE), crowd)  # somebody was in its way
    if names and not takes.keys() & set(names):
        raise Wrong(NO_DRILL)
    shown = {name: exemplar for name, exemplar in pool.items() if name in takes}
    if len({exemplar.meant for exemplar in shown.values()}) < 2:
        raise Wrong(f"There is nothing to tell apart in {place.title}: no tell with a look-alike.")
    lasts = TEN_MINUTES if names is None else TWO_MINUTES
    return Dealt(place, Drill(shown, past, seed, wanted), list(shown), takes, seed, lasts)


def begin_dealt(
    dealt: Dealt, trainee: Learner, learning: Learning, again: Callable[[], Screen], ended: Callable[[], None]
) -> DrillSetup:
    """Begin the record of a drill: from here on it has taken place. Once it is closed, `ended` hears of it."""
    seal: Seal | None = None
    with suppress(Unsealable):  # an answer that nothing vouches for still counts in practice
        seal = take_seal(trainee.home)
    journal = begin_drill(trainee.folder, dealt.seed, dealt.pool, now(), seal)

    def write(answer: Sorting) -> str:
        keep(journal, answer)
        return str(journal.trouble or "")

    def close() -> None:
        journal.end(0, None)
        ended()

    cues = {cue.cue: cue.wording for family in dealt.place.families for cue in family.cues}
    return DrillSetup(
        dealt.drill, dealt.takes, dealt.place.behaviours, cues, write, close, now, dealt.lasts, learning, again,
    )


def _best_place(
    places: Sequence[tuple[Location, GuidePlace]], wanted: Collection[str], seed: int
) -> tuple[Location, GuidePlace]:
    """The place that can show most of what is wanted; of several, another from time to time."""
    if not places:
        raise Wrong("There is no scenario to practise with.")
    most = max(len(place.shown & set(wanted)) for _, place in places)
    fitting = [place for place in places if len(place[1].shown & set(wanted)) == most]
    return fitting[seed % len(fitting)]
