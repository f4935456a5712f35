"""All marks of a class in one scenario on a page: where on the plan, and when."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from game.clock import clock
from game.geometry import Point
from game.scenario import Layout

from .paper import shelf
from .plan_drawing import SIGN, in_drawing, plan_drawing

SPAN = 300
"""Ticks that marks are counted over: half a minute."""
OnWhom = Literal["subject", "decoy", "crowd"]
KINDS: Mapping[OnWhom, str] = {"subject": "on somebody to be found", "decoy": "on a decoy", "crowd": "on a passer-by"}


@dataclass(frozen=True, slots=True)
class ClassMark:
    """One trainee's first mark of suspicion on one person: when (tick), and where (m) that person stood."""

    trainee: str
    seed: int
    tick: int
    at: Point
    part: OnWhom


def marks_page(
    title: str, venue: Layout, lasts: int, marks: Sequence[ClassMark], sat: Sequence[str], left_out: Sequence[str],
    made: str,
) -> str:
    """The page, of as many sittings as there are names in `sat`."""
    spans = [(start, _count(marks, start)) for start in range(0, max(1, lasts), SPAN)]
    return shelf().get_template("marks.html").render(
        title=title, made=made, sittings=len(sat), people=len(set(sat)), left_out=left_out,
        seeds=len({mark.seed for mark in marks}), kinds=KINDS, totals=Counter(mark.part for mark in marks),
        plan=plan_drawing(venue, _dots(venue, marks)), most=max(1, *(sum(counts.values()) for _, counts in spans)),
        spans=[(f"{clock(start)} – {clock(start + SPAN)}", counts) for start, counts in spans],
    )  # fmt: skip


def _count(marks: Sequence[ClassMark], start: int) -> dict[str, int]:
    """How many there were from a tick on, by whom they were on."""
    parts = [mark.part for mark in marks if start <= mark.tick < start + SPAN]
    return {kind: parts.count(kind) for kind in KINDS}


def _dots(venue: Layout, marks: Sequence[ClassMark]) -> Iterator[Markup]:
    """A sign each, by whom it was on, so that colour is never the only difference: those to be found come last."""
    r = SIGN * max(venue.venue.size) / 2
    for mark in sorted(marks, key=lambda mark: ("crowd", "decoy", "subject").index(mark.part)):
        x, y = in_drawing(venue, mark.at)
        shape = {
            "subject": f'<path d="M{x} {y - 1.3 * r:.2f}l{1.3 * r:.2f} {1.3 * r:.2f}l{-1.3 * r:.2f} {1.3 * r:.2f}'
            f'l{-1.3 * r:.2f} {-1.3 * r:.2f}z"',
            "decoy": f'<circle cx="{x}" cy="{y}" r="{r:.2f}"',
            "crowd": f'<rect x="{x - 0.8 * r:.2f}" y="{y - 0.8 * r:.2f}" width="{1.6 * r:.2f}" height="{1.6 * r:.2f}"',
        }[mark.part]
        yield Markup(f'{shape} class="{mark.part}"/>')
