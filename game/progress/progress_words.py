"""What exercises say together, in words that go no further than the intervals do."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.numerals import say_count

from .rating import Roc
from .sensitivity import FEWEST_SUBJECTS, Estimate, Plausible
from .together import Pooled, Scenes

_WHERE: dict[Scenes, str] = {
    "few": "where few of the people could be found",
    "some": "where some of the people could be found",
    "many": "where many of the people could be found",
    "nobody": "where nobody could be found",
}


@dataclass(frozen=True, slots=True)
class ProgressTold:
    """A heading, and sentences under it, the plain counts first."""

    heading: str
    sentences: tuple[str, ...]


def tell(block: Pooled) -> ProgressTold:
    """What the exercises of a block say."""
    played = say_count(block.sittings, "exercise", "exercises").capitalize()
    return ProgressTold(f"{played} {_WHERE[block.scenes]}", (*_counts(block), _flags(block), *_estimates(block)))


def _counts(block: Pooled) -> Iterator[str]:
    if block.of:
        yield f"You found {block.found} of {block.of}{_percent(block.found, block.of)}."
    if block.decoys:
        yield (
            f"You marked {block.decoys_marked} of {block.decoys} decoys{_percent(block.decoys_marked, block.decoys)}, "
            f"who had nothing to hide.{_passers_by(block)}"
        )
    elif block.passers_by_watched:
        yield _passers_by(block).strip()
    if block.crimes:
        yield f"You noticed {block.crimes_noticed} of {say_count(block.crimes, 'crime', 'crimes')}, which count apart."


def _passers_by(block: Pooled) -> str:
    if not block.passers_by_watched:
        return ""
    return f" Of every 100 passers-by you had in clear view, you marked {block.per_hundred:.1f}."


def _flags(block: Pooled) -> str:
    """The own share of right flags, beside what marking at random would have come to."""
    among = "Nobody there had anything to hide."
    if block.mattered:
        among = f"Of all the people there, {100 * block.mattered / block.there:.1f}\u00a0% had something to hide."
    if not block.flags:
        return f"You marked nobody as suspicious. {among}"
    return (
        f"Of the {block.flags} you marked, {block.right or 'none'} {'was' if block.right == 1 else 'were'} rightly "
        f"marked{_percent(block.right, block.flags)}. {among}"
    )


def _percent(count: int, of: int) -> str:
    """In per cent, where there are enough for one more or less not to make much of a difference."""
    return f" ({100 * count / of:.0f}\u00a0%)" if of >= FEWEST_SUBJECTS else ""


def _estimates(block: Pooled) -> Iterator[str]:
    if block.estimate:
        yield sensitivity_read(block.estimate)
        yield criterion_read(block.estimate)
    elif block.of and block.decoys:
        yield _too_little(block)
    if block.ratings:
        yield _ratings_read(block.ratings)


def _too_little(block: Pooled) -> str:
    if block.of < FEWEST_SUBJECTS:
        return (
            f"How well you tell them apart, and how readily you mark, can be said from {FEWEST_SUBJECTS} people to be "
            f"found on; so far there were {block.of}."
        )
    return "How well you tell them apart cannot be said of somebody who has marked nobody."


def sensitivity_read(told: Estimate) -> str:
    """How well subjects are told from decoys: the interval, and no more than it bears."""
    likely = told.sensitivity
    said = f"Telling those who matter from decoys (d′): {_range(likely, at_least=told.at_least)}."
    if likely.low >= 2:
        return f"{said} You tell them apart very well."
    if likely.low >= 1:
        return f"{said} You tell them apart well."
    if likely.low > 0:
        return f"{said} You tell them apart better than chance would."
    if likely.high < 0 and not told.at_least:
        return f"{said} You mark decoys more readily than those who matter."
    return f"{said} That does not show yet that you tell them apart better than chance would."


def criterion_read(told: Estimate) -> str:
    """How readily the trainee marks."""
    likely = told.criterion
    said = f"Caution (c): {_range(likely)}."
    if likely.low > 0:
        return f"{said} You are slow to mark, rather than quick."
    if likely.high < 0:
        return f"{said} You are quick to mark, rather than slow."
    return f"{said} Whether you are quick or slow to mark cannot be said yet."


def _ratings_read(roc: Roc) -> str:
    area, low, high = (100 * share for share in (roc.area, roc.low, roc.high))
    chance = roc.low <= 0.5 <= roc.high
    surely = " That may be chance, which gives 50\u00a0%." if chance else " Chance gives 50\u00a0%."
    return (
        f"By the levels of your marks, one who mattered stood above a decoy {area:.0f}\u00a0% of the time "
        f"(95\u00a0% sure: {low:.0f} to {high:.0f}).{surely}"
    )


def between(likely: Plausible) -> str:
    """From where to where: "0.4 to 2.1"."""
    return f"{_sign(likely.low)} to {_sign(likely.high)}"


def _range(likely: Plausible, *, at_least: bool = False) -> str:
    if at_least:
        return f"at least {_sign(likely.low)}"
    return f"{_sign(likely.middle)} (95\u00a0% sure: {between(likely)})"


def _sign(value: float) -> str:
    """A measure as it is read: "−0.4"."""
    return f"{value:.1f}".replace("-0.0", "0.0").replace("-", "−")
