"""How hard each tell is to see: a reader of bodies, with the same unsteady eye for all, tries to know it from
its counterpart. It knows neither names nor labels: only angles, hands, things held and speed, a few glimpses at a time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..chance import stream
from ..scenario import Production
from ..view import HELD, Snapshot
from ..view.skeleton import PHASES, POINTS
from .performing import Played, perform

Floats = NDArray[np.float64]
Seen = dict[str, list[Floats]]

KINDS: tuple[tuple[str, ...], ...] = (
    ("camera",),
    ("guard post", "staff post", "information desk", "patrol post"),
    ("gateline", "gate", "security arch"),
    ("exit",),
    ("staff door", "service door", "service cabinet", "fire point"),
    ("board", "sign", "clock", "map"),
    ("shop window", "stall", "kiosk", "shelf"),
    ("platform end", "busker pitch", "piano", "statue", "column"),
    ("bench", "bin", "poster", "ticket machine"),
)
"""What the eyes and hands of people can be seen to be turned to, besides people and things on the floor."""
ANGLE, PITCH, LIMB, SPEED, HAND_FULL = 0.5, 0.25, 0.18, 0.2, 0.45
"""Standard deviations of what is seen: directions and the rise of the eyes (parts of a unit vector), limbs (m),
speed (m/s), what the hand holds (1 is certain)."""
GLIMPSES, LOOKS = 8, 10
"""Moments seen in one look at a behaviour, and looks taken at each time it was played."""
RIDGE = 6.0
_EYES = 1.6


@dataclass(frozen=True)
class Telling:
    """How a tell and its counterpart were told apart: the share of looks judged right."""

    tell: str
    counterpart: str
    subtlety: int
    accuracy: float


def moments(played: Played, every: int = 5) -> Floats:
    """What there is to see of a player, moment by moment, before any noise: one row each."""
    return np.array([_moment(played, tick) for tick in range(played.began, played.ended, every) if played.there(tick)])


def _moment(played: Played, tick: int) -> Floats:
    snapshot, row = played.snapshot(tick), played.row(tick)
    here = snapshot.position[row]
    targets = _targets(played, snapshot, row)
    gaze = np.array([*snapshot.gaze[row], snapshot.pitch[row]])
    towards = np.array([_cosines(spots, here, gaze, snapshot.hand[row]) for spots in targets])
    near = np.array([min(10.0, float(np.min(_distance(spots, here), initial=10.0))) / 10 for spots in targets])
    limbs = POINTS[snapshot.pose[row], int(snapshot.phase[row] * PHASES) % PHASES].reshape(-1)
    held = np.zeros(len(HELD))
    held[snapshot.held[row]] = 1.0
    moving = np.array([snapshot.speed[row], snapshot.pitch[row], *here / 10, *snapshot.heading[row]])
    bag = np.array([float(snapshot.bag[row]), float(len(snapshot.items))])
    return np.concatenate([towards.reshape(-1), near, limbs, held, bag, moving])


def _targets(played: Played, snapshot: Snapshot, row: int) -> list[Floats]:
    marks = played.staged.layout.landmarks
    found = [np.array([(m.x, m.y, m.z) for m in marks if m.kind in kinds]).reshape(-1, 3) for kinds in KINDS]
    others = [n for n in range(len(snapshot.ids)) if n != row]
    people = played.staged.cast.people
    uniforms = [n for n in others if people[int(snapshot.ids[n])].staff]
    rest = [n for n in others if not people[int(snapshot.ids[n])].staff]
    faces = [np.column_stack([snapshot.position[some], np.full(len(some), _EYES)]) for some in (uniforms, rest)]
    return [*found, *faces, np.array([(item.x, item.y, 0.2) for item in snapshot.items]).reshape(-1, 3)]


def _distance(spots: Floats, here: Floats) -> Floats:
    return np.asarray(np.sqrt(((spots[:, :2] - here) ** 2).sum(axis=1)))


def _cosines(spots: Floats, here: Floats, gaze: Floats, hand: Floats) -> tuple[float, float]:
    """How straight the eyes and the hand are turned to the nearest few of the spots, each 1 at most."""
    if not len(spots):
        return 0.0, 0.0
    nearest = spots[np.argsort(_distance(spots, here))[:3]]
    way = nearest - np.array([*here, _EYES])
    flat = way[:, :2] / np.maximum(0.1, np.sqrt((way[:, :2] ** 2).sum(axis=1)))[:, None]
    length = np.maximum(0.1, np.sqrt((way**2).sum(axis=1)))
    eyes = flat @ gaze[:2] - np.abs(way[:, 2] / length - gaze[2])
    return float(np.exp(6 * (np.max(eyes) - 1))), float(np.exp(6 * (np.max(flat @ hand) - 1)))


def _spread() -> Floats:
    """The noise of each column of a moment."""
    aims, limbs = len(KINDS) + 3, POINTS.shape[2] * POINTS.shape[3]
    return np.array(
        [ANGLE] * 2 * aims + [0.1] * aims + [LIMB] * limbs + [HAND_FULL] * (len(HELD) + 2)
        + [SPEED, PITCH, 0.05, 0.05, ANGLE, ANGLE]
    )  # fmt: skip


def glimpsed(seen: Floats, chance: np.random.Generator) -> Floats:
    """One look: a few moments in order, each seen with noise, summed up by their means, spread and change."""
    chosen = np.sort(chance.integers(0, len(seen), GLIMPSES))
    blurred = seen[chosen] + chance.normal(size=(GLIMPSES, seen.shape[1])) * _spread()
    turns = np.abs(np.diff(blurred, axis=0)).mean(axis=0)
    half = GLIMPSES // 2
    later = blurred[half:].mean(axis=0) - blurred[:half].mean(axis=0)
    return np.concatenate([blurred.mean(axis=0), blurred.max(axis=0), turns, later])


def watched(production: Production, names: Sequence[str], seeds: Sequence[int], side_by_side: int = 16) -> Seen:
    """Play the behaviours with each seed, some at a time, and keep what there was to see."""
    seen: Seen = {name: [] for name in names}
    for seed in seeds:
        order = [names[int(n)] for n in stream(seed, "order of behaviours").permutation(len(names))]
        for first in range(0, len(order), side_by_side):
            for name, played in perform(production, order[first : first + side_by_side], seed).items():
                some = moments(played)
                if len(some):
                    seen[name].append(some)
    return seen





def told_apart(tells: Sequence[Floats], others: Sequence[Floats], seed: int = 1) -> float:
    """The share of looks judged right: fitted on all seeds but two, tried on these, each pair in its turn."""
    chance = stream(seed, "glimpses")
    looks = [[[glimpsed(one, chance) for _ in range(LOOKS)] for one in side] for side in (tells, others)]
    right: list[float] = []
    rounds = min(len(tells), len(others)) // 2
    for turn in range(rounds):
        held = [2 * turn, 2 * turn + 1]
        fitted = [np.array([x for n, one in enumerate(side) if n not in held for x in one]) for side in looks]
        tried = [np.array([x for n in held for x in side[n]]) for side in looks]
        scores = _reader(*fitted, *tried)
        right += [float(np.mean(scores[0] > 0)), float(np.mean(scores[1] < 0))]
    return float(np.mean(right)) if right else 0.5


def _reader(tells: Floats, others: Floats, *tried: Floats) -> list[Floats]:
    """A linear reader (ridge regression on standard scores), and what it makes of the looks tried."""
    both = np.concatenate([tells, others])
    middle, spread = both.mean(axis=0), both.std(axis=0) + 1e-9
    x = (both - middle) / spread
    y = np.concatenate([np.full(len(tells), 1 / len(tells)), np.full(len(others), -1 / len(others))]) * len(both) / 2
    weights = np.linalg.solve(x.T @ x + RIDGE * len(x) * np.eye(x.shape[1]) / 10, x.T @ y)
    return [np.asarray((one - middle) / spread @ weights) for one in tried]


def pairs(production: Production) -> list[tuple[str, str]]:
    """Each tell beside each of its counterparts."""
    return [
        (name, other)
        for name, behaviour in production.behaviours.items()
        if behaviour.kind == "tell"
        for other in behaviour.looks_like
    ]


def measure(production: Production, seen: Mapping[str, list[Floats]]) -> list[Telling]:
    """How well each tell was told from each counterpart that was played."""
    return [
        Telling(tell, other, production.behaviours[tell].subtlety or 0, told_apart(seen[tell], seen[other]))
        for tell, other in pairs(production)
        if len(seen.get(tell, ())) > 3 and len(seen.get(other, ())) > 3
    ]


def by_tell(tellings: Sequence[Telling]) -> dict[str, float]:
    """The accuracy of each tell: the mean over its counterparts."""
    found: dict[str, list[float]] = {}
    for one in tellings:
        found.setdefault(one.tell, []).append(one.accuracy)
    return {tell: sum(some) / len(some) for tell, some in found.items()}
