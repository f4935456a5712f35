"""What sets one level of watcher apart from another: where and how long they look, and what their eyes can make out."""

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Limits:
    """One level.

    `span` how many people are taken in at one look · `dwell` ticks at one view before the next · `scale` px/m of the
    overview · `panel` px of the picture · `turns` the quarter turns looked from · `follows` whether every other view
    goes to someone of interest · `approaches` whether, on the floor, they go up to them · `inspects` for how many
    ticks the inspector stays on one person, 0 if it is not used · `gait`, `hands`, `gaze` the standing height in px
    from which each is made out · `blur` how far off a direction is read, as a share of a right angle · `memory` ticks
    for which something noticed is kept.
    """

    span: int
    dwell: int
    scale: float
    panel: tuple[int, int]
    turns: tuple[int, ...]
    follows: bool
    approaches: bool
    inspects: int
    gait: int
    hands: int
    gaze: int
    blur: float
    memory: float


SKILLS = {
    "novice": Limits(
        span=10, dwell=100, scale=44.0, panel=(1920, 1080), turns=(0,), follows=False, approaches=False, inspects=0,
        gait=25, hands=50, gaze=100, blur=0.15, memory=600,
    ),
    "skilled": Limits(
        span=24, dwell=60, scale=38.0, panel=(1920, 1080), turns=(0,), follows=True, approaches=True, inspects=30,
        gait=25, hands=45, gaze=90, blur=0.03, memory=inf,
    ),
    "ideal": Limits(
        span=10_000, dwell=10, scale=110.0, panel=(12_000, 12_000), turns=(0, 1, 2, 3), follows=False, approaches=True,
        inspects=0, gait=25, hands=45, gaze=90, blur=0.0, memory=inf,
    ),
}  # fmt: skip
"""The levels. They differ in nothing else."""
