"""Putting acts in the place of everyday deeds, so that they stay as long and stop as often as before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

import numpy as np

from game import cast
from game.clock import ticks
from game.geometry import Point
from game.scenario.plans import AT_THE_END
from game.scenario.units import Range
from game.scenario.verbs import Verb

from .everyday import Deed, Feet, Footprint, shape
from .idle import SHORTEST
from .walks import Walks

LAST_ACT = ticks(AT_THE_END)
"""Ticks kept free before the end of the scene."""
TRIES = 80
"""Orders that are thought of; the best of them is taken."""
GOOD = 0.1
"""What may count against an order that is taken at once."""
TOGETHER = 0.5
"""Share of the orders that are thought of in which acts may follow each other at once, where that saves a way."""
SURPLUS = 3
"""How many more deeds than acts may be left out: some acts take two stops, and longer."""
A_STOP, A_MINUTE, A_MINUTE_OFF, MISPLACED = 2.0, 2.0, 0.5, 100.0
"""What it counts against an order: a stop too many or too few; a minute too long or too short; an act a minute sooner
or later than the author wished; and an act before anybody can be asked to notice it, or after the end."""
STRETCH = 0.6
"""Share of its time by which an everyday deed may be longer or shorter than it was drawn."""
STANDS = 120
"""Ticks for which somebody may just stand and read, where nothing else is left to be longer."""
DELAY = 20
"""Ticks by which each deed makes the next one later than planned: others are in the way."""
MINUTE = 600


@dataclass(frozen=True)
class Stay:
    """One of the crowd as they would be without an act: what they do, from where and when on, how fast.

    Acts may begin from tick `earliest` on and have to be over by `latest`. `seen` says from which tick of the stay to
    which the scene is; of the `shape`, the stops are those of that time.
    """

    deeds: tuple[Deed, ...]
    arrive: int
    enter: Point
    speed: float
    earliest: int
    latest: int
    seen: tuple[float, float]
    shape: Footprint


@dataclass(frozen=True)
class Act:
    """An act to be put in.

    `here` is the same without the way to it, if it can be shown where the act before it was · `after` for how many
    seconds everyday life goes on before it, if its author says so.
    """

    deed: Deed
    here: Deed | None = None
    after: Range | None = None


@dataclass(frozen=True)
class Order:
    """Deeds in an order: which of them are acts, how ill they fit the stay, by how many ticks they are too short."""

    deeds: tuple[Deed, ...]
    acts: tuple[bool, ...]
    misfit: float
    short: int


def stay_of(walks: Walks, part: cast.Part, some: Sequence[Deed], speed: float, scene: tuple[int, int]) -> Stay:
    """The stay of someone whose part comes to these deeds; in the `scene` acts may begin from one tick on, and it ends
    at the other."""
    earliest, lasts = scene
    seen = (-part.arrive, lasts - part.arrive)
    whole = shape(walks, chain.from_iterable(deed.steps for deed in some), part.enter, speed, seen)
    return Stay(tuple(some), part.arrive, part.enter, speed, earliest, lasts - LAST_ACT, seen, whole)


def room(walks: Walks, stay: Stay) -> tuple[int, int]:
    """For how many ticks of the time for acts someone does what could as well be left out, and in how many deeds."""
    total, count = 0.0, 0
    for deed, (began, ended) in zip(stay.deeds, _find_spans(walks, stay), strict=True):
        inside = min(ended, stay.latest) - max(began, stay.earliest)
        if deed.spare and inside > 0:
            total, count = total + inside, count + (2 * inside > ended - began)
    return round(total), count


def _find_in_time(walks: Walks, stay: Stay) -> list[int]:
    """The deeds that could be left out and begin when an act may be shown, by number."""
    return [
        n for n, (began, _) in enumerate(_find_spans(walks, stay))
        if stay.deeds[n].spare and stay.earliest <= began <= stay.latest
    ]  # fmt: skip


def _find_spans(walks: Walks, stay: Stay) -> Iterator[tuple[float, float]]:
    """From which tick to which each deed goes on, on paper, the way to it with it."""
    feet, ended = Feet(walks, stay.enter, stay.speed), float(stay.arrive)
    for deed in stay.deeds:
        began, ended = ended, stay.arrive + feet.go(deed.legs)
        yield began, ended


def arrange(
    walks: Walks, stay: Stay, acts: Sequence[Act], chance: np.random.Generator, moments: int = 0
) -> Order:
    """The best order found of the acts among the everyday deeds.

    The first of them comes as early as if there were as many as `moments`: a decoy shows fewer than a subject, and were
    they strewn at random, decoys would begin later and have stood about for longer by then.
    """
    if not acts:
        return Order(stay.deeds, (False,) * len(stay.deeds), 0.0, 0)
    orders = _think_of_orders(walks, stay, acts, chance, moments)
    best = _weigh(walks, stay, next(orders))
    for placed in islice(orders, TRIES - 1):
        if best.misfit < GOOD:
            break
        best = _weigh(walks, stay, placed, best)
    return best


def _think_of_orders(
    walks: Walks, stay: Stay, acts: Sequence[Act], chance: np.random.Generator, moments: int
) -> Iterator[list[Deed | Act]]:
    """Orders of the deeds with the acts in the place of some of them, by chance, without end."""
    spare = np.array([n for n, deed in enumerate(stay.deeds) if deed.spare] or [max(0, len(stay.deeds) - 1)])
    leads = moments > len(acts)
    in_time = np.array(_find_in_time(walks, stay) or spare) if leads else spare
    least, most = max(1, min(len(acts) - 2, len(spare))), min(len(acts) + SURPLUS, len(spare))
    while True:
        number = int(chance.integers(least, most + 1))
        out = sorted(chance.permutation(spare)[:number].tolist())
        if leads:
            first = int(chance.permutation(in_time)[:moments].min())
            out = [first, *(n for n in out if n > first)]
        yield _put(stay.deeds, acts, out, chance, leads=leads)


def _put(
    everyday: Sequence[Deed], acts: Sequence[Act], out: Sequence[int], chance: np.random.Generator, *, leads: bool
) -> list[Deed | Act]:
    """The deeds without those that are left out, and in the places of some of these the acts.

    With `leads` an act is in the first of these places.
    """
    together = len(out) < len(acts) or (any(act.here for act in acts) and chance.random() < TOGETHER)
    drawn = chance.integers(0, len(out), len(acts)) if together else chance.permutation(len(out))[: len(acts)]
    each = [out[n] for n in drawn.tolist()]
    if leads:
        each[each.index(min(each))] = out[0]
    at: dict[int, list[Act]] = {}
    for place, act in zip(sorted(each), acts, strict=True):
        at.setdefault(place, []).append(act)
    placed: list[Deed | Act] = []
    for n, deed in enumerate(everyday):
        placed.extend(at.get(n, ()))
        if not (deed.spare and n in out):
            placed.append(deed)
    return placed


def _weigh(walks: Walks, stay: Stay, placed: Sequence[Deed | Act], best: Order | None = None) -> Order:
    """The order with what counts against it; or the best so far, where that is not more."""
    feet, misfit, free = Feet(walks, stay.enter, stay.speed, stay.seen), 0.0, 0.0
    deeds: list[Deed] = []
    for n, act in enumerate(placed):
        began = feet.ticks
        if not isinstance(act, Act):
            feet.go(act.legs)
            deeds.append(act)
            continue
        stays = act.here is not None and n > 0 and isinstance(placed[n - 1], Act)
        deeds.append(act.here if stays and act.here else act.deed)
        ended = feet.go(deeds[-1].legs)
        in_time = stay.earliest <= stay.arrive + began and stay.arrive + ended + n * DELAY <= stay.latest
        misfit += 0.0 if in_time else MISPLACED
        misfit += A_MINUTE_OFF * _off(began - free, act.after) / MINUTE
        free = ended
        if best and misfit >= best.misfit:
            return best
    acts = tuple(isinstance(act, Act) for act in placed)
    short = stay.shape.ticks - round(feet.ticks)
    rest = 1 + max((n for n, act in enumerate(acts) if act), default=-1)
    pushed = max(0, short - _ease(deeds[rest:], acts[rest:], longer=True))
    misfit += MISPLACED if any(acts) and stay.arrive + free + pushed > stay.latest else 0.0
    misfit += A_STOP * abs(stay.shape.stops - feet.stops)
    misfit += A_MINUTE * max(0, abs(short) - _ease(deeds, acts, longer=short > 0)) / MINUTE
    return best if best and misfit >= best.misfit else Order(tuple(deeds), acts, misfit, short)


def _off(ticks: float, wished: Range | None) -> float:
    """By how many ticks this is more or less than an author wished."""
    return max(10 * wished.low - ticks, ticks - 10 * wished.high, 0.0) if wished else 0.0


def _ease(deeds: Sequence[Deed], acts: Sequence[bool], *, longer: bool) -> int:
    """By how many ticks everyday deeds may be longer, or else shorter."""
    kept = [step.ticks for deed, act in zip(deeds, acts, strict=True) if deed.spare and not act for step in deed.steps]
    if longer:
        return STANDS + round(STRETCH * sum(kept))
    return round(sum(min(STRETCH * ticks, max(0, ticks - SHORTEST)) for ticks in kept))


def settle(order: Order, fresh: int) -> tuple[cast.Step, ...]:
    """The steps of an order, with everyday deeds made longer or shorter until the whole lasts as long as it should.

    Those after the last act come first, so that none comes too late; those before the first are as they were drawn, as
    far as can be. `fresh` is the number of an act that nobody has yet.
    """
    first = order.acts.index(True) if any(order.acts) else 0
    last = max((n for n, act in enumerate(order.acts) if act), default=0)
    by_turn = [n for n in range(len(order.deeds)) if order.deeds[n].spare and not order.acts[n]]
    left, made = order.short, [deed.steps for deed in order.deeds]
    for n in sorted(by_turn, key=lambda n: (n < last) + (n < first)):
        made[n], left = _change(made[n], left)
    if left > SHORTEST:
        reads = cast.Step(Verb.READ, min(left, STANDS), held="phone", act=fresh, shows=True)
        made[last] = (*made[last], reads)
    return tuple(chain.from_iterable(made))


def _change(steps: tuple[cast.Step, ...], left: int) -> tuple[tuple[cast.Step, ...], int]:
    """The steps made longer by up to so many ticks, or shorter if it is below 0; and what is left to be done."""
    made: list[cast.Step] = []
    for step in steps:
        most = round(STRETCH * step.ticks)
        by = min(left, most) if left > 0 else -min(-left, most, max(0, step.ticks - SHORTEST))
        left -= by
        made.append(replace(step, ticks=step.ticks + by))
    return tuple(made), left
