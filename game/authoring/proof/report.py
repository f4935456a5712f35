"""A proof in plain words: lines for a terminal, data for other programs."""

from collections.abc import Iterator
from dataclasses import asdict

from ..billing import billed
from .difficulty import NAMES
from .jams import jam_lines
from .leaks import QUESTIONS
from .prove import ENOUGH, Proof
from .robot_counts import RobotCounts


def proof_lines(proof: Proof) -> Iterator[str]:
    """What an author needs to know, most important first."""
    runs = len(proof.trials)
    yield f"{proof.scenario}: {runs} {'run' if runs == 1 else 'runs'}, difficulty {proof.difficulty} of 5"
    if proof.stopped:
        yield f"  stopped  after {runs} of {proof.planned} runs: what follows rests on those that were done"
    if proof.share_shown is not None:
        yield f"  {proof.share_shown:.0%} of the planned tells and look-alikes were really shown"
    for act in proof.acts:
        if act.rare:
            yield f"  RARE     {billed(act.slot)}, {act.name}: shown in {act.shown} of {act.planned} runs"
        elif act.hidden:
            hidden = "HIDDEN  " if proof.hides(act) else "passed  "
            yield f"  {hidden} {billed(act.slot)}, {act.name}: could be made out in {act.seen} of {act.shown} runs"
    if proof.afoot:
        yield "           On the floor nobody sees everything: what the ideal trainee passed, another may see."
    for slot, count in proof.unjudged.items():
        yield f"  VOID     {billed(slot)} could be found by nobody in {count} of {runs} runs: too little was shown"
    for name, counts in proof.robots.items():
        yield f"  {name:<8} {_counted(counts)}"
    yield "  factors  " + ", ".join(
        f"{name} {value:.2f}" for name, value in zip(NAMES, proof.factors.values, strict=True)
    )
    for line in jam_lines([jam for trial in proof.trials for jam in trial.jams]):
        yield f"  stuck    {line}"
    held_up = sum(trial.held_up for trial in proof.trials)
    yield f"  held up  {held_up / runs:.1f} times a run somebody had to look for another way"
    yield from _leaking(proof)
    yield f"  worst    seed {proof.worst}: play it with --seed {proof.worst}"
    yield "  in order " + ("yes" if proof.sound else "NO: see the lines in capitals")


def _counted(counts: RobotCounts) -> str:
    found = f"{counts.found} of {counts.of} subjects" if counts.of else "no subject to find"
    crimes = f", {counts.crimes_noticed} of {counts.crimes} crimes" if counts.crimes else ""
    told = f"; d′ against decoys {counts.sensitivity}" if counts.estimate else ""
    return (
        f"{found}{crimes}; marked {counts.decoys_marked} of {counts.decoys} decoys, {counts.per_hundred:.1f} of 100 "
        f"passers-by{told}"
    )


def _leaking(proof: Proof) -> Iterator[str]:
    if len(proof.trials) < ENOUGH:
        yield f"  leaks    not looked for: that takes {ENOUGH} runs or more"
    elif not proof.leaks:
        yield "  leaks    none: nothing but what people do gives anybody away"
    for leak in proof.leaks:
        area = leak.area
        yield f"  LEAK     {leak.name} tells {QUESTIONS[leak.question]}"
        between = f"{area.low:.0%} to {area.high:.0%}"
        yield f"           of two, the right one is picked {area.value:.0%} of the time ({between})"
        if leak.way_out:
            yield f"           {leak.way_out}"


def proof_data(proof: Proof) -> dict[str, object]:
    """The proof for other programs."""
    return {
        "scenario": proof.scenario,
        "runs": len(proof.trials),
        "stopped": proof.stopped,
        "difficulty": proof.difficulty,
        "share_shown": proof.share_shown,
        "factors": dict(zip(NAMES, proof.factors.values, strict=True)),
        "robots": {
            name: {
                "found": one.found,
                "of": one.of,
                "decoys_marked": one.decoys_marked,
                "decoys": one.decoys,
                "passers_by_marked": one.passers_by_marked,
                "passers_by_watched": one.passers_by_watched,
                "crimes_noticed": one.crimes_noticed,
                "crimes": one.crimes,
                "estimate": asdict(one.estimate) if one.estimate else None,
            }
            for name, one in proof.robots.items()
        },
        "acts": [
            {"slot": act.slot, "name": act.name, "planned": act.planned, "shown": act.shown, "seen": act.seen}
            for act in proof.acts
        ],
        "unjudged": proof.unjudged,
        "sound": proof.sound,
        "leaks": [
            {"question": one.question, "name": one.name, **asdict(one.area)} for one in proof.leaks
        ],
        "held_up": sum(trial.held_up for trial in proof.trials),
        "jams": [asdict(jam) for trial in proof.trials for jam in trial.jams],
        "worst_seed": proof.worst,
    }
