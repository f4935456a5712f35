"""What a synthetic trainee came to over many seeds of one scenario."""

from collections.abc import Sequence

from game.progress import Estimate, Sums, Tally, between, estimate
from game.score import Score


def sensitivity(told: Estimate | None) -> str:
    """d′ as it is read: "1.6 (0.9 to 2.4)"; empty where there is none."""
    if told is None:
        return ""
    likely = told.sensitivity
    return f"at least {likely.low:.1f}" if told.at_least else f"{likely.middle:.1f} ({between(likely)})"


def count_up(scores: Sequence[Score]) -> Sums:
    """All seeds together, each as a sitting of its own."""
    return Sums(
        found=sum(score.counts.hits for score in scores),
        of=sum(score.counts.signals for score in scores),
        decoys_marked=sum(score.false_alarms.decoys for score in scores),
        decoys=sum(score.decoys_judged for score in scores),
        passers_by_marked=sum(score.false_alarms.crowd for score in scores),
        passers_by_watched=sum(score.watching.passers_by for score in scores),
        crimes_noticed=sum(score.crimes_noticed for score in scores),
        crimes=sum(score.crimes_noticed + score.crimes_missed for score in scores),
        estimate=estimate(
            Tally(score.counts.signals, score.counts.hits, score.decoys_judged, score.false_alarms.decoys)
            for score in scores
        ),
    )
