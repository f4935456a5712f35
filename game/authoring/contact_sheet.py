"""What one behaviour looks like: played for real in an empty venue, and told in a strip of moments."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..clock import clock
from ..geometry import Point
from ..picture import UNMARKED, WIDE, Label, Shot, Way, around, png, strip
from ..scenario import Production
from ..view import Viewpoint
from ..view.exposure import measure
from .performing import LASTS, Played, perform

MOMENTS = 8
APPROACH = 40
"""Ticks before the behaviour begins that belong to its way."""
STILL_FROM, CLOSEST = 30.0, 62.0
"""Scale in px/m from which one still picture serves all moments; below it the camera goes along."""
SIGHT = 9.0
"""How far off, in m, what is looked at is still taken into the picture."""
STEPS_OF_GAZE = 8
Span = tuple[int, int, tuple[int, ...]]
BRIEF = 3
"""Ticks below which a posture is on its way to another and not shown for itself."""


class NotPlayed(RuntimeError):
    """The behaviour did not come to be shown, with these words as the reason."""


def contact_sheet(production: Production, name: str, out: Path, seed: int = 1, moments: int = MOMENTS) -> Played:
    """Save the strip of a behaviour. It does not say which behaviour it is."""
    played = perform(production, [name], seed).get(name)
    if played is None:
        raise NotPlayed(f"{name} was not shown within {LASTS} seconds.")
    picture(played, out, production.scenario.clock.starts, moments)
    return played


def picture(played: Played, out: Path, starts: str, moments: int = MOMENTS) -> None:
    """Save the strip of a behaviour as it went."""
    looks = [person.looks for person in played.staged.cast.people]
    ticks = telling(played, moments)
    regarded = [_regarded(played, tick) for tick in ticks]
    views = _viewpoints(played, ticks, regarded)
    shots = [
        Shot(
            played.snapshot(tick),
            played.person,
            view,
            _labels(played, regarded) if not n or view != views[0] else (),
            clock(tick - played.began),
        )
        for n, (tick, view) in enumerate(zip(ticks, views, strict=True))
    ]
    png(strip(played.staged.layout, looks, shots, _way(played, ticks), starts), out)


def telling(played: Played, moments: int) -> list[int]:
    """The ticks to show, in order: each distinct thing done, the longest first; then what was done again."""
    first = played.began
    while first > played.began - APPROACH and played.there(first - 1):
        first -= 1
    spans: list[Span] = []
    for tick in range(first, played.ended):
        if not played.there(tick):
            break
        state = _state(played, tick)
        if spans and spans[-1][2] == state:
            spans[-1] = (spans[-1][0], tick, state)
        else:
            spans.append((tick, tick, state))
    spans = [span for span in spans if span[1] - span[0] >= BRIEF] or spans
    longest = sorted(spans, key=lambda span: span[0] - span[1])
    known: set[tuple[int, ...]] = set()
    fresh: list[Span] = []
    again: list[Span] = []
    for span in longest:
        (again if span[2] in known else fresh).append(span)
        known.add(span[2])
    chosen = [(a, b) for a, b, _ in sorted((fresh + again)[:moments])]
    while len(chosen) < moments and max(b - a for a, b in chosen) > 2 * BRIEF:
        a, b = max(chosen, key=lambda one: one[1] - one[0])
        chosen.remove((a, b))
        chosen = sorted([*chosen, (a, (a + b) // 2), ((a + b) // 2 + 1, b)])
    return [(a + b) // 2 for a, b in chosen]


def _state(played: Played, tick: int) -> tuple[int, ...]:
    """What the body does, what it holds, and roughly where face and eyes are turned."""
    snapshot, row = played.snapshot(tick), played.row(tick)
    east, north = snapshot.head[row].tolist()
    sector = round(float(np.arctan2(north, east)) / (2 * np.pi) * STEPS_OF_GAZE) % STEPS_OF_GAZE
    moving = float(snapshot.speed[row]) > 0.3
    rise = round(2 * float(snapshot.pitch[row]))
    return int(snapshot.pose[row]), int(snapshot.held[row]), int(moving), 0 if moving else sector, rise


def _regarded(played: Played, tick: int) -> Point | None:
    """Where on the floor the eyes or the hand end, if they end on a landmark, a thing or a person close enough."""
    snapshot, row = played.snapshot(tick), played.row(tick)
    here = snapshot.position[row]
    marks = [(m.x, m.y) for m in played.staged.layout.landmarks if m.kind not in UNMARKED]
    others = [tuple(at) for n, at in enumerate(snapshot.position.tolist()) if n != row]
    spots = np.array([*marks, *others, *((item.x, item.y) for item in snapshot.items)], dtype=float)
    way = spots - here
    far = np.sqrt((way**2).sum(axis=1))
    straight = (way @ snapshot.gaze[row]) / np.maximum(far, 0.1)
    fit = np.where((far < SIGHT) & (far > 0.3) & (straight > 0.97), straight - far / 60, -1.0)
    best = int(np.argmax(fit))
    return (float(spots[best, 0]), float(spots[best, 1])) if fit[best] > 0 else None


def _viewpoints(played: Played, ticks: Sequence[int], regarded: Sequence[Point | None]) -> list[Viewpoint]:
    """One still viewpoint for all moments where that shows enough of them, or one for each."""
    stops = [_at(played, tick) for tick in ticks]
    points = [*stops, *(at for at in regarded if at)]
    turn = _turn(played, ticks)
    still = around(points, turn, WIDE, margin=1.6, most=CLOSEST)
    if still.scale >= STILL_FROM:
        return [still] * len(ticks)
    pairs = [[stop, *([at] if at else [])] for stop, at in zip(stops, regarded, strict=True)]
    return [around(pair, turn, WIDE, margin=2.4, most=44.0) for pair in pairs]


def _at(played: Played, tick: int) -> Point:
    x, y = played.snapshot(tick).position[played.row(tick)].tolist()
    return x, y


def _turn(played: Played, ticks: Sequence[int]) -> int:
    """The quarter turn from which face and hands are seen best: half from the side, since an arm held out to the viewer
    cannot be told from one that hangs."""
    away = [(-0.28, 0.96), (-0.96, -0.28), (0.28, -0.96), (0.96, 0.28)]
    statures = np.array([person.looks.stature for person in played.staged.cast.people])
    scores = []
    for turn in range(4):
        total = 0.0
        for tick in ticks:
            snapshot, row = played.snapshot(tick), played.row(tick)
            x, y = _at(played, tick)
            seen = measure(Viewpoint(x, y, 80.0, turn, 600, 600), snapshot, statures, played.staged.layout.prisms)
            east, north = snapshot.head[row].tolist()
            aside = east * away[turn][0] + north * away[turn][1]
            total += 2 * float(seen.share[row]) - abs(aside + 0.45)
        scores.append(total)
    return scores.index(max(scores))


def _labels(played: Played, regarded: Sequence[Point | None]) -> tuple[Label, ...]:
    """The names of the landmarks looked at."""
    spots = {at for at in regarded if at}
    marks = (mark for mark in played.staged.layout.landmarks if mark.kind not in UNMARKED)
    found = {(mark.x, mark.y): Label((mark.x, mark.y, mark.z), mark.kind) for mark in marks}
    return tuple(found[at] for at in sorted(spots) if at in found)


def _way(played: Played, ticks: Sequence[int]) -> Way:
    first = max(played.run.first, played.began - APPROACH)
    points = tuple(_at(played, tick) for tick in range(first, played.ended, 3) if played.there(tick))
    stops = []
    for tick in ticks:
        east, north = played.snapshot(tick).head[played.row(tick)].tolist()
        stops.append((_at(played, tick), (east, north)))
    middle = played.snapshot(ticks[len(ticks) // 2])
    people = played.staged.cast.people
    staff = [
        (float(x), float(y))
        for id_, (x, y) in zip(middle.ids.tolist(), middle.position.tolist(), strict=True)
        if people[id_].staff
    ]
    return Way(points, tuple(stops), tuple(staff))
