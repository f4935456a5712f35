"""A proof in plain words: lines for a terminal, data for other programs."""

from collections.abc import Iterator
from dataclasses import asdict

from game.progress import Sums

from ..billing import bill
from .bound import Bound, bound_lines
from .jams import jam_lines
from .leaks import QUESTIONS
from .prove import ENOUGH, BlindProof, Proof
from .robot_counts import sensitivity


def proof_lines(proof: Proof) -> Iterator[str]:
    """What an author needs to know, most important first."""
    runs = len(proof.trials)
    hard = proof.difficulty
    between = f" ({hard.least} to {hard.most})" if hard.least < hard.most else ""
    yield f"{proof.scenario}: {_runs(runs)}, difficulty {hard.level} of 5{between}"
    if proof.stopped:
        yield f"  stopped  after {runs} of {proof.planned} runs: what follows rests on those that were done"
    if proof.share_shown is not None:
        yield f"  {proof.share_shown:.0%} of the planned tells and look-alikes were really shown"
    yield from _not_shown(proof)
    for name, counts in proof.robots.items():
        yield f"  {name:<8} {_say_counts(counts)}"
    if proof.solved:
        yield from bound_lines([proof.solved])
    yield "  factors  " + ", ".join(
        f"{name} {value:.2f} ({low:.2f} to {high:.2f})" for name, (value, low, high) in hard.factors.items()
    )
    yield from (f"  easier   {lever}" for lever in hard.levers())
    for line in jam_lines([jam for trial in proof.trials for jam in trial.jams]):
        yield f"  stuck    {line}"
    held_up = sum(trial.held_up for trial in proof.trials)
    yield f"  held up  {held_up / runs:.1f} times a run somebody had to look for another way"
    yield from _say_given_away(proof.blind)
    yield f"  worst    seed {proof.worst}: play it with --seed {proof.worst}"
    yield f"  in order {_in_order(proof)}"


def _not_shown(proof: Proof) -> Iterator[str]:
    """What too seldom came about, or could be made out."""
    for act in proof.acts:
        if act.rare:
            yield f"  RARE     {bill(act.entry)}, {act.name}: shown in {act.shown} of {act.planned} runs"
        elif act.hidden:
            hidden = "HIDDEN  " if proof.hides(act) else "passed  "
            yield f"  {hidden} {bill(act.entry)}, {act.name}: could be made out in {act.seen} of {act.shown} runs"
    if proof.afoot:
        yield "           On the floor nobody sees everything: what the ideal trainee passed, another may see."
    for slot, count in proof.unjudged.items():
        void = f"could be found by nobody in {count} of {len(proof.trials)} runs: too little was shown"
        yield f"  VOID     {bill(slot)} {void}"


def blind_lines(proof: BlindProof) -> Iterator[str]:
    """What counting comes to in a scene, in plain words."""
    yield f"{proof.scenario}: {_runs(proof.runs)}, with nobody watching"
    if proof.stopped:
        yield f"  stopped  after {proof.runs} of {proof.planned} runs: what follows rests on those that were done"
    yield from _say_given_away(proof)
    yield "  blind    " + {
        "kept": "nothing can be counted: only what people do tells who they are",
        "broken": "it can be counted: see the lines in capitals",
        "open": "cannot tell yet: see what is unsure",
    }[proof.verdict]


def _runs(number: int) -> str:
    return f"{number} {'run' if number == 1 else 'runs'}"


def _in_order(proof: Proof) -> str:
    if proof.verdict == "kept":
        return "solvable: by noticing, and by nothing else"
    if proof.verdict == "broken":
        return "not: see the lines in capitals"
    needed = proof.runs_needed
    more = f"that takes about {max(needed, len(proof.trials) + 1)} seeds" if needed else "it lies on the limit"
    return f"cannot tell yet: {more}"


def _say_counts(counts: Sums) -> str:
    found = f"{counts.found} of {counts.of} subjects" if counts.of else "no subject to find"
    crimes = f", {counts.crimes_noticed} of {counts.crimes} crimes" if counts.crimes else ""
    told = f"; d′ against decoys {sensitivity(counts.estimate)}" if counts.estimate else ""
    return (
        f"{found}{crimes}; marked {counts.decoys_marked} of {counts.decoys} decoys, {counts.per_hundred:.1f} of 100 "
        f"passers-by{told}"
    )


def _say_given_away(proof: BlindProof) -> Iterator[str]:
    yield from bound_lines(proof.bounds)
    if not proof.bounds:
        yield "  blind    nobody to be found by counting: there is no subject"
    if proof.runs < ENOUGH:
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


SOLVABLE = {"kept": "yes", "broken": "no", "open": "cannot tell yet"}


def blind_data(proof: BlindProof) -> dict[str, object]:
    """The same for other programs."""
    return {
        "scenario": proof.scenario,
        "runs": proof.runs,
        "stopped": proof.stopped,
        "verdict": proof.verdict,
        "bounds": [_bound(bound) for bound in proof.bounds],
        "leaks": [{"question": leak.question, "name": leak.name, **asdict(leak.area)} for leak in proof.leaks],
    }


def _bound(bound: Bound) -> dict[str, object]:
    return {**asdict(bound), "verdict": bound.verdict, "runs_needed": bound.runs_needed}


def proof_data(proof: Proof) -> dict[str, object]:
    """The proof for other programs."""
    return {
        "scenario": proof.scenario,
        "runs": len(proof.trials),
        "stopped": proof.stopped,
        "difficulty": asdict(proof.difficulty),
        "share_shown": proof.share_shown,
        "robots": {
            name: {
                "found": sums.found,
                "of": sums.of,
                "decoys_marked": sums.decoys_marked,
                "decoys": sums.decoys,
                "passers_by_marked": sums.passers_by_marked,
                "passers_by_watched": sums.passers_by_watched,
                "crimes_noticed": sums.crimes_noticed,
                "crimes": sums.crimes,
                "estimate": asdict(sums.estimate) if sums.estimate else None,
            }
            for name, sums in proof.robots.items()
        },
        "acts": [
            {"entry": act.entry, "name": act.name, "planned": act.planned, "shown": act.shown, "seen": act.seen}
            for act in proof.acts
        ],
        "unjudged": proof.unjudged,
        "solvable": SOLVABLE[proof.verdict],
        "runs_needed": proof.runs_needed,
        "solved": _bound(proof.solved) if proof.solved else None,
        "blind": blind_data(proof.blind),
        "held_up": sum(trial.held_up for trial in proof.trials),
        "jams": [asdict(jam) for trial in proof.trials for jam in trial.jams],
        "worst_seed": proof.worst,
    }
