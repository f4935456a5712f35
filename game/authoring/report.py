"""A proof in plain words: lines for a terminal, data for other programs."""

from collections.abc import Iterator
from dataclasses import asdict

from ..score import Measures
from .difficulty import NAMES
from .jams import jam_lines
from .prove import Proof

FEW = 0.9
"""A planned act that is shown in fewer of the runs than this is worth a line."""


def proof_lines(proof: Proof) -> Iterator[str]:
    """What an author needs to know, most important first."""
    runs = len(proof.trials)
    yield f"{proof.scenario}: {runs} {'run' if runs == 1 else 'runs'}, difficulty {proof.difficulty} of 5"
    if proof.share_shown is not None:
        yield f"  {proof.share_shown:.0%} of the planned tells and look-alikes were really shown"
    for act in proof.acts:
        if act.shown < FEW * act.planned:
            yield f"  rare     {act.slot} {act.name}: shown in {act.shown} of {act.planned} runs"
        elif act.seen < FEW * act.shown:
            yield f"  hidden   {act.slot} {act.name}: could be made out in {act.seen} of {act.shown} runs"
    for name, measures in proof.measures.items():
        yield f"  {name:<8} {_measured(measures)}"
    yield "  factors  " + ", ".join(
        f"{name} {value:.2f}" for name, value in zip(NAMES, proof.factors.values, strict=True)
    )
    for line in jam_lines([jam for trial in proof.trials for jam in trial.jams]):
        yield f"  stuck    {line}"
    held_up = sum(trial.held_up for trial in proof.trials)
    yield f"  held up  {held_up / runs:.1f} times a run somebody had to look for another way"
    yield from _leaking(proof)
    yield f"  worst    seed {proof.worst}: play it with --seed {proof.worst}"


def _measured(measures: Measures) -> str:
    counts = measures.counts
    found = f"{counts.hits} of {counts.hits + counts.misses} subjects, {counts.false_alarms} false alarms"
    if measures.d_prime is None:
        return found
    interval = measures.d_prime_interval
    between = f" ({interval.low:.2f} to {interval.high:.2f})" if interval else ""
    return f"{found}; d′ {measures.d_prime:.2f}{between}"


def _leaking(proof: Proof) -> Iterator[str]:
    if len(proof.trials) < 20:
        yield "  leaks    not looked for: that takes 20 runs or more"
    elif not proof.leaks:
        yield "  leaks    none: before the first act nothing gives anybody away"
    for name, area in proof.leaks.items():
        yield f"  LEAK     {name} gives people away: area {area.value:.2f} ({area.low:.2f} to {area.high:.2f})"


def proof_data(proof: Proof) -> dict[str, object]:
    """The proof for other programs."""
    return {
        "scenario": proof.scenario,
        "runs": len(proof.trials),
        "difficulty": proof.difficulty,
        "share_shown": proof.share_shown,
        "factors": dict(zip(NAMES, proof.factors.values, strict=True)),
        "robots": {
            name: {
                "d_prime": one.d_prime,
                "criterion": one.criterion,
                "hits": one.counts.hits,
                "misses": one.counts.misses,
                "false_alarms": one.counts.false_alarms,
            }
            for name, one in proof.measures.items()
        },
        "acts": [
            {"slot": act.slot, "name": act.name, "planned": act.planned, "shown": act.shown, "seen": act.seen}
            for act in proof.acts
        ],
        "leaks": {name: {"area": one.value, "low": one.low, "high": one.high} for name, one in proof.leaks.items()},
        "held_up": sum(trial.held_up for trial in proof.trials),
        "jams": [asdict(jam) for trial in proof.trials for jam in trial.jams],
        "worst_seed": proof.worst,
    }
