"""Exercises taken together, those alone in which about as many people were there to be found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from game.course import Result

from .detection import Measures, add_up
from .rating import RATINGS, Levels, Ratings, Roc, rating_roc
from .sensitivity import FEWEST_SUBJECTS, Estimate, Tally, estimate

Scenes = Literal["few", "some", "many", "nobody"]
"""How many of the people of a scene were there to be found. Where they are rare, everybody comes to mark less readily
(Wolfe 2007: misses double or treble at 1 to 2 %, and half of all in short bursts cures it), so that exercises of
different kinds say different things and are never added up."""
RARE, HALF = 0.02, 0.25
"""Shares below which there are few, and from which there are many."""


@dataclass(frozen=True, kw_only=True)
class Sums:
    """Plain counts over several exercises, whoever sat them, and what they bear.

    `found` `of` the subjects, `decoys_marked` of `decoys`, `passers_by_marked` of those watched, `crimes_noticed` of
    `crimes` · `estimate` is against decoys, None where the counts do not bear one.
    """

    found: int
    of: int
    decoys_marked: int
    decoys: int
    passers_by_marked: int
    passers_by_watched: int
    crimes_noticed: int
    crimes: int
    estimate: Estimate | None

    @property
    def per_hundred(self) -> float:
        """Passers-by marked for every 100 watched closely."""
        return 100 * self.passers_by_marked / max(1, self.passers_by_watched)


@dataclass(frozen=True, kw_only=True)
class Pooled(Sums):
    """What several exercises of one trainee come to.

    `right` of the `flags`, that is of all whom the trainee marked as suspicious · `mattered` of the people `there` had
    something to hide, the base rate · `ratings` is None where the counts do not bear it · `added_up` what the sums
    would give if the trainee's caution stood still.
    """

    scenes: Scenes
    sittings: int
    right: int
    flags: int
    mattered: int
    there: int
    ratings: Roc | None
    added_up: Measures | None


def by_prevalence(results: Iterable[Result]) -> tuple[Pooled, ...]:
    """The exercises in which no help was given, by how many people were there to be found."""
    alike: dict[Scenes, list[Result]] = {}
    for result in results:
        if not result.occasion.lesson:
            alike.setdefault(scenes_of(result), []).append(result)
    return tuple(take_together(alike[scenes]) for scenes in get_args(Scenes) if scenes in alike)


def take_together(results: Sequence[Result]) -> Pooled:
    """Exercises of which the caller knows that they can be compared; at least one."""
    found, of = sum(result.found for result in results), sum(result.of for result in results)
    marked, decoys = sum(result.decoys_marked for result in results), sum(result.decoys_judged for result in results)
    mattered = sum(map(_count_mattering, results))
    return Pooled(
        scenes=scenes_of(results[0]),
        sittings=len(results),
        found=found,
        of=of,
        decoys_marked=marked,
        decoys=decoys,
        passers_by_marked=sum(result.passers_by_marked for result in results),
        passers_by_watched=sum(result.passers_by_watched for result in results),
        crimes_noticed=sum(result.crimes_noticed for result in results),
        crimes=sum(result.crimes for result in results),
        right=sum(result.right for result in results),
        flags=sum(result.flags for result in results),
        mattered=mattered,
        there=mattered + sum(result.observable for result in results),
        estimate=estimate(map(tally, results)),
        ratings=rating_roc([_ratings(result) for result in results]) if of >= FEWEST_SUBJECTS else None,
        added_up=add_up(found, of, marked, decoys),
    )


def tally(result: Result) -> Tally:
    """How many were found, and how many decoys marked, in one exercise."""
    return Tally(result.of, result.found, result.decoys_judged, result.decoys_marked)


def _count_mattering(result: Result) -> int:
    return result.of + result.crimes


def scenes_of(result: Result) -> Scenes:
    """How many of the people of an exercise were there to be found."""
    mattered = _count_mattering(result)
    share = mattered / (mattered + result.observable) if mattered else 0.0
    return "nobody" if not share else "few" if share < RARE else "some" if share < HALF else "many"


def _ratings(result: Result) -> Ratings:
    """A mark on a subject that rests on nothing made out is as good as none, here as among the hits."""
    judged = [case for case in result.cases if case.judgement in ("hit", "miss")]
    return Ratings(
        _levels([case.grounded_level for case in judged]), _levels([case.level for case in result.decoy_cases])
    )


def _levels(left: Sequence[int]) -> Levels:
    none, note, concern, act = (left.count(level) for level in range(RATINGS))
    return none, note, concern, act
