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
        found=sum(one.counts.hits for one in scores),
        of=sum(one.counts.signals for one in scores),
        decoys_marked=sum(one.false_alarms.decoys for one in scores),
        decoys=sum(one.decoys_judged for one in scores),
        passers_by_marked=sum(one.false_alarms.crowd for one in scores),
        passers_by_watched=sum(one.watching.passers_by for one in scores),
        crimes_noticed=sum(one.crimes_noticed for one in scores),
        crimes=sum(one.crimes_noticed + one.crimes_missed for one in scores),
        estimate=estimate(
            Tally(one.counts.signals, one.counts.hits, one.decoys_judged, one.false_alarms.decoys) for one in scores
        ),
    )
