"""What one behaviour looks like: played for real in an empty venue, and told in a strip of moments."""

from collections.abc import Sequence
from dataclasses import replace
from math import dist
from pathlib import Path

import numpy as np

from game.clock import clock
from game.geometry import Point
from game.picture import WIDE, Annotation, EyeLine, FloorLabel, Ring, Shot, Way, around, png, strip
from game.run import LASTS, Performance, Regard, is_seen_from_front, perform
from game.scenario import Production
from game.theme import theme
from game.view import Viewpoint
from game.view.best_side import best_side
from game.view.eyes import EYE_LEVEL
from game.view.footage import Regarded

MOMENTS = 8
"""Pictures to a strip."""
APPROACH = 40
"""Ticks before the behaviour begins that belong to its way, if they are walked."""
STILL_FROM, CLOSEST = 30.0, 62.0
"""Scale in px/m from which one still picture serves all moments; below it the camera goes along."""
SIGHT = 13.0
"""How far off, in m, what is looked at is still taken into the picture."""
BESIDE = 1.6
"""How far off, in m, it belongs in the close picture too."""
SEEN, AIMED = (126, 214, 255), (255, 150, 84)
"""Colours of what the eyes end on, and of what a lens held low is turned to."""
DOWN, AHEAD = -0.4, 1.6
"""The rise of the eyes from which they are down, and how far (m) a look at nothing in particular is drawn."""
OVERHEAD, LOW = 2.2, 0.9
"""Heights in m of what is said, and of a lens held low."""
STEPS_OF_GAZE = 8
"""Directions that count as different when moments are chosen that differ."""
Span = tuple[int, int, tuple[int, ...]]
BRIEF = 3
"""Ticks below which a posture is on its way to another and not shown for itself."""


class NotPlayed(RuntimeError):
    """The behaviour did not come to be shown, with these words as the reason."""


def contact_sheet(production: Production, name: str, out: Path, seed: int = 1, moments: int = MOMENTS) -> Performance:
    """Save the strip of a behaviour. It does not say which behaviour it is."""
    played = perform(production, [name], seed).get(name)
    if played is None:
        raise NotPlayed(f"{name} was not shown within {LASTS} seconds.")
    picture(played, out, production.scenario.clock.starts, moments)
    return played


def picture(played: Performance, out: Path, starts: str, moments: int = MOMENTS) -> None:
    """Save the strip of a behaviour as it went."""
    looks = [person.looks for person in played.staged.cast.people]
    looks[played.person] = replace(looks[played.person], hat=None, glasses=False)
    ticks = choose_moments(played, moments)
    regard = Regard(played)
    regarded = [regard.at(tick) for tick in ticks]
    turn = best_turn(played, list(zip(ticks, regarded, strict=True)))
    wanted = [other or regard.lens(tick) for tick, other in zip(ticks, regarded, strict=True)]
    views = _viewpoints(played, ticks, wanted, turn)
    shots = [_shot(played, regard, *each) for each in zip(ticks, views, regarded, strict=True)]
    png(strip(played.staged.layout, looks, shots, _way(played, ticks), starts), out)


def _shot(played: Performance, regard: Regard, tick: int, view: Viewpoint, regarded: Regarded | None) -> Shot:
    snapshot, row = played.snapshot(tick), played.row(tick)
    said = f"eyes on: {regarded.name}" if regarded else "eyes down" if snapshot.pitch[row] < DOWN else ""
    here = _at(played, tick)
    beside = regarded.at[:2] if regarded and dist(here, regarded.at[:2]) < BESIDE else None
    marks: list[Annotation] = [Ring(played.person, theme().solid("focus"))]
    eyes = (*here, EYE_LEVEL)
    if regarded:
        marks.append(EyeLine(eyes, regarded.at, SEEN, regarded.name))
    elif not _walks(played, tick) and snapshot.pitch[row] > DOWN:
        east, north = snapshot.gaze[row].tolist()
        marks.append(EyeLine(eyes, (here[0] + AHEAD * east, here[1] + AHEAD * north, EYE_LEVEL), SEEN))
    if regarded and regarded.person is not None:
        marks.append(Ring(regarded.person, SEEN))
    if (aimed := regard.lens(tick)) is not None:
        marks.append(EyeLine((*here, LOW), aimed.at, AIMED, f"phone: {aimed.name}"))
    marks += [FloorLabel((*here, OVERHEAD), f"“{words}”") for who, words in snapshot.said if who == played.person]
    caption = f"{clock(tick - played.began)}    {said}"
    turn = best_turn(played, [(tick, regarded)], view.turn)
    return Shot(snapshot, played.person, view, tuple(marks), caption, turn, beside)


def choose_moments(played: Performance, moments: int) -> list[int]:
    """The ticks to show, in order: each distinct thing done, the longest first; then what was done again."""
    first = played.began
    while first > played.began - APPROACH and played.there(first - 1) and _walks(played, first - 1):
        first -= 1
    spans: list[Span] = []
    for tick in range(first, played.ended):
        if not played.there(tick):
            break
        state = _state(played, tick)
        if spans and spans[-1][2] == state and tick != played.began:
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
    while len(chosen) < moments:
        long = [span for span in chosen if span[0] >= played.began and span[1] - span[0] > 2 * BRIEF]
        if not long:
            break
        a, b = max(long, key=lambda span: _worth(played, span))
        chosen.remove((a, b))
        chosen = sorted([*chosen, (a, (a + b) // 2), ((a + b) // 2 + 1, b)])
    return [(a + b) // 2 for a, b in chosen]


def _worth(played: Performance, span: tuple[int, int]) -> float:
    """How much a span is worth dwelling on: by its length, and mere walking less."""
    return (span[1] - span[0]) / (3 if _walks(played, sum(span) // 2) else 1)


def _walks(played: Performance, tick: int) -> bool:
    return float(played.snapshot(tick).speed[played.row(tick)]) > 0.3


def _state(played: Performance, tick: int) -> tuple[int, ...]:
    """What the body does, what it holds, and roughly where face and eyes are turned."""
    snapshot, row = played.snapshot(tick), played.row(tick)
    east, north = snapshot.head[row].tolist()
    sector = round(float(np.arctan2(north, east)) / (2 * np.pi) * STEPS_OF_GAZE) % STEPS_OF_GAZE
    moving = _walks(played, tick)
    rise = round(2 * float(snapshot.pitch[row]))
    return int(snapshot.pose[row]), int(snapshot.held[row]), int(moving), 0 if moving else sector, rise


def _viewpoints(
    played: Performance, ticks: Sequence[int], regarded: Sequence[Regarded | None], turn: int
) -> list[Viewpoint]:
    """One still viewpoint for all moments where that shows enough of them, or one for each."""
    stops = [_at(played, tick) for tick in ticks]
    pairs = zip(regarded, stops, strict=True)
    points = [other.at[:2] if other and dist(other.at[:2], stop) < SIGHT else stop for other, stop in pairs]
    still = around([*stops, *points], turn, WIDE, margin=1.6, most=CLOSEST)
    if still.scale >= STILL_FROM:
        return [still] * len(ticks)
    return [around(pair, turn, WIDE, margin=2.0, most=44.0) for pair in zip(stops, points, strict=True)]


def _at(played: Performance, tick: int) -> Point:
    x, y = played.snapshot(tick).position[played.row(tick)].tolist()
    return x, y


def best_turn(played: Performance, moments: Sequence[tuple[int, Regarded | None]], like: int | None = None) -> int:
    """The quarter turn from which these moments are seen best, doors and windows from their front."""
    statures = np.array([person.looks.stature for person in played.staged.cast.people])
    shown = [(played.snapshot(tick), played.row(tick), is_seen_from_front(regarded)) for tick, regarded in moments]
    return best_side(shown, statures, played.staged.layout.prisms, like)


def _way(played: Performance, ticks: Sequence[int]) -> Way:
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
