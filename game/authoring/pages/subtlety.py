"""How hard each tell is to see: a reader of bodies, with the same unsteady eye for all, tries to know it from
its counterpart. It knows neither names nor labels: only angles, hands, things held and speed, a few glimpses at a time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray

from game.chance import stream
from game.run import Performance, perform
from game.scenario import Production
from game.view import HELD, Snapshot
from game.view.eyes import EYE_LEVEL
from game.view.skeleton import PHASES, POINTS

Floats = NDArray[np.float64]

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
TURN, RISE, LIMB, SPEED, GRIP, NEAR = 0.35, 0.18, 0.12, 0.2, 0.45, 0.05
"""Standard deviations of what is seen: directions of face, eyes and hand (rad), the rise of the eyes (part of a unit
vector), hands and feet (m), speed (m/s), what the hand holds (1 is certain), nearness (tens of metres)."""
GLIMPSES, LOOKS = 8, 10
"""Moments seen in one look at a behaviour, and looks taken at each time it was played."""
RIDGE = 1.0
"""How much large weights cost when two behaviours are told apart: with less, a few looks are learnt by heart."""
NEAREST, FAR, SHARP = 3, 10.0, 0.3
"""How many of each kind of target are thought of, from where on all is equally far (m), and how straight a look
or a hand must go to something to count as turned to it (rad)."""


@dataclass(frozen=True)
class BodyView:
    """What there is to see of one person, a row a moment: `turns` of eyes, hand and hips (t, 3) in rad; the rise of
    the eyes (t,); bearing and rise of targets (t, kinds, nearest, 2); `rest` (t, m) and its noise (m,)."""

    turns: Floats
    rise: Floats
    targets: Floats
    rest: Floats
    noise: Floats


Seen = dict[str, list[BodyView]]


@dataclass(frozen=True)
class Telling:
    """How a tell and its counterpart were told apart: the share of looks judged right."""

    tell: str
    counterpart: str
    subtlety: int
    accuracy: float


def sight(played: Performance, every: int = 5) -> BodyView:
    """What there is to see of a player while the behaviour is shown, before any noise."""
    ticks = [tick for tick in range(played.began, played.ended, every) if played.there(tick)]
    turns, rise, targets, rest = zip(*(_moment(played, tick) for tick in ticks), strict=True)
    return BodyView(np.array(turns), np.array(rise), np.array(targets), np.array(rest), _noise())


def _moment(played: Performance, tick: int) -> tuple[list[float], float, Floats, Floats]:
    snapshot, row = played.snapshot(tick), played.row(tick)
    here = snapshot.position[row]
    turns = [_bearing(turn[row]) for turn in (snapshot.gaze, snapshot.hand, snapshot.heading)]
    spots = _targets(played, snapshot, row)
    ways = np.array([_ways(some, here) for some in spots])
    near = [min(FAR, float(np.min(_distance(some, here), initial=FAR))) / 10 for some in spots]
    limbs = POINTS[snapshot.pose[row], int(snapshot.phase[row] * PHASES) % PHASES].reshape(-1)
    held = np.eye(len(HELD))[snapshot.held[row]]
    things = [float(snapshot.bag[row]), float(len(snapshot.items))]
    place = here / 10
    rest = np.concatenate([near, limbs, held, things, [float(snapshot.speed[row])], place])
    return turns, float(snapshot.pitch[row]), ways, rest


def _noise() -> Floats:
    limbs = POINTS.shape[2] * POINTS.shape[3]
    grip = len(HELD) + 2
    return np.array([NEAR] * (len(KINDS) + 3) + [LIMB] * limbs + [GRIP] * grip + [SPEED, NEAR, NEAR])


def _bearing(direction: Floats) -> float:
    return float(np.arctan2(direction[1], direction[0]))


def _targets(played: Performance, snapshot: Snapshot, row: int) -> list[Floats]:
    """Where there is something to turn to, (n, 3) for each kind: landmarks, then uniforms, other people, and things."""
    marks = played.staged.layout.landmarks
    found = [np.array([(m.x, m.y, m.z) for m in marks if m.kind in kinds]).reshape(-1, 3) for kinds in KINDS]
    others = [n for n in range(len(snapshot.ids)) if n != row]
    people = played.staged.cast.people
    uniforms = [n for n in others if people[int(snapshot.ids[n])].staff]
    rest = [n for n in others if not people[int(snapshot.ids[n])].staff]
    faces = [np.column_stack([snapshot.position[some], np.full(len(some), EYE_LEVEL)]) for some in (uniforms, rest)]
    return [*found, *faces, np.array([(item.x, item.y, 0.2) for item in snapshot.items]).reshape(-1, 3)]


def _distance(spots: Floats, here: Floats) -> Floats:
    return np.asarray(np.sqrt(((spots[:, :2] - here) ** 2).sum(axis=1)))


def _ways(spots: Floats, here: Floats) -> Floats:
    """Bearing and rise of the nearest of the spots; a rise of 9 where there is none."""
    found = np.full((NEAREST, 2), 9.0)
    away = _distance(spots, here)
    for n, spot in enumerate(np.argsort(away)[:NEAREST].tolist()):
        way = spots[spot] - np.array([here[0], here[1], EYE_LEVEL])
        found[n] = _bearing(way[:2]), way[2] / max(0.3, float(np.sqrt((way**2).sum())))
    return found


def glimpse(seen: BodyView, chance: np.random.Generator) -> Floats:
    """One look: a few moments in order, each seen with noise, summed up by their means, heights and changes."""
    chosen = np.sort(chance.integers(0, len(seen.rise), GLIMPSES))
    turns = seen.turns[chosen] + TURN * chance.normal(size=(GLIMPSES, 3))
    rise = seen.rise[chosen] + RISE * chance.normal(size=GLIMPSES)
    rest = seen.rest[chosen] + seen.noise * chance.normal(size=(GLIMPSES, len(seen.noise)))
    bearing, height = seen.targets[chosen][..., 0], seen.targets[chosen][..., 1]
    eyes = _match_target(turns[:, 0, None, None] - bearing, rise[:, None, None] - height)
    hand = _match_target(turns[:, 1, None, None] - bearing, 0.5 * (height > 5))
    body = np.column_stack([np.cos(np.diff(turns[:, k], append=turns[:1, k])) for k in range(3)])
    shown = np.column_stack([eyes, hand, body, rise, rest[:, :-2]])
    half = GLIMPSES // 2
    later = shown[half:].mean(axis=0) - shown[:half].mean(axis=0)
    moved = np.sqrt((np.diff(rest[:, -2:], axis=0) ** 2).sum(axis=1))
    back = np.sqrt(((rest[0, -2:] - rest[-1, -2:]) ** 2).sum())
    return np.concatenate([shown.mean(axis=0), shown.max(axis=0), shown.std(axis=0), later, [moved.sum(), back]])


def _match_target(aside: Floats, above: NDArray[np.floating]) -> Floats:
    """1 where something is straight at a target of a kind, falling to 0 beside it."""
    off = ((2 - 2 * np.cos(aside)) + above**2) / SHARP**2
    return np.asarray(np.exp(-0.5 * off).max(axis=-1))


def watch_behaviours(
    production: Production, names: Sequence[str], seeds: Sequence[int], side_by_side: int = 32
) -> Seen:
    """Play the behaviours with each seed, some at a time, and keep what there was to see."""
    seen: Seen = {name: [] for name in names}
    for seed in seeds:
        order = [names[int(n)] for n in stream(seed, "order of behaviours").permutation(len(names))]
        for first in range(0, len(order), side_by_side):
            for name, played in perform(production, order[first : first + side_by_side], seed).items():
                seen[name].append(sight(played))
    return seen


def tell_apart(tells: Sequence[BodyView], others: Sequence[BodyView], seed: int = 1) -> float:
    """The share of looks judged right: fitted on all seeds but two, tried on these, each pair in its turn."""
    chance = stream(seed, "glimpses")
    looks = [[[glimpse(body, chance) for _ in range(LOOKS)] for body in side] for side in (tells, others)]
    right: list[float] = []
    rounds = min(len(tells), len(others)) // 2
    for turn in range(rounds):
        held = [2 * turn, 2 * turn + 1]
        fitted = [np.array([x for n, look in enumerate(side) if n not in held for x in look]) for side in looks]
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
    weights = np.linalg.solve(x.T @ x + RIDGE * len(x) * np.eye(x.shape[1]), x.T @ y)
    return [np.asarray((look - middle) / spread @ weights) for look in tried]


def pairs(production: Production, only: str = "") -> list[tuple[str, str]]:
    """Each tell beside each of its counterparts; `only` those in which a tell or look-alike has its part."""
    return [
        (name, other)
        for name, behaviour in production.behaviours.items()
        if behaviour.kind == "tell"
        for other in behaviour.looks_like
        if not only or only in (name, other)
    ]


def measure(production: Production, seen: Mapping[str, Sequence[BodyView]]) -> list[Telling]:
    """How well each tell was told from each counterpart that was played."""
    return [
        Telling(tell, other, production.behaviours[tell].subtlety or 0, tell_apart(seen[tell], seen[other]))
        for tell, other in pairs(production)
        if len(seen.get(tell, ())) > 3 and len(seen.get(other, ())) > 3
    ]


def by_tell(tellings: Sequence[Telling]) -> dict[str, float]:
    """The accuracy of each tell: the mean over its counterparts."""
    found: dict[str, list[float]] = {}
    for telling in tellings:
        found.setdefault(telling.tell, []).append(telling.accuracy)
    return {tell: sum(some) / len(some) for tell, some in found.items()}


def measure_tells(production: Production, seeds: Sequence[int], jobs: int = -1, only: str = "") -> list[Telling]:
    """Play all tells, or `only` one behaviour, and their counterparts with each seed, several at once, and measure."""
    names = sorted({name for pair in pairs(production, only) for name in pair})
    runs = Parallel(n_jobs=jobs)(delayed(watch_behaviours)(production, names, [seed]) for seed in seeds)
    return measure(production, {name: [view for run in runs for view in run[name]] for name in names})


def fall(tellings: Sequence[Telling]) -> float:
    """The rank correlation (Spearman) of accuracy with the labelled subtlety, over tells: −1 falls throughout."""
    accuracy, label = by_tell(tellings), {telling.tell: telling.subtlety for telling in tellings}
    ranks = _rank([label[tell] for tell in accuracy]), _rank(list(accuracy.values()))
    return float(np.asarray(np.corrcoef(*ranks))[0, 1])


def _rank(values: Sequence[float]) -> Floats:
    """The place of each by its size; those that are equal share the middle of their places.

    `scipy.stats.rankdata` does the same; to load it takes a second, of every command that an author gives.
    """
    _, which, count = np.unique(values, return_inverse=True, return_counts=True)
    places: Floats = np.cumsum(count) - (count - 1) / 2
    return places[which]


def subtlety_lines(tellings: Sequence[Telling]) -> list[str]:
    """The table, most open first, and what it comes to for each label."""
    accuracy, label = by_tell(tellings), {telling.tell: telling.subtlety for telling in tellings}
    lines = ["| subtlety | told right | tell | beside |", "| --- | --- | --- | --- |"]
    for tell in sorted(accuracy, key=lambda one: (label[one], -accuracy[one])):
        beside = ", ".join(
            f"`{telling.counterpart}` {telling.accuracy:.0%}" for telling in tellings if telling.tell == tell
        )
        lines.append(f"| {label[tell]} | {accuracy[tell]:.1%} | `{tell}` | {beside} |")
    if len(accuracy) == 1:
        return lines
    levels = [(level, [accuracy[tell] for tell in accuracy if label[tell] == level]) for level in range(1, 6)]
    means = [f"{level}: {sum(some) / len(some):.1%} of {len(some)}" for level, some in levels if some]
    return [*lines, "", f"By label – {' · '.join(means)}. Rank correlation {fall(tellings):.2f}."]
