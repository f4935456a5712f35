"""`check --seeds`: scenarios staged and run many times, with a progress bar and a plain summary."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from ..authoring import Proof, proof_data, proof_lines, prove
from ..scenario import read


def proofs(paths: Sequence[Path], seeds: int, jobs: int) -> Iterator[Proof]:
    """Prove one scenario after another."""
    for path in paths:
        with typer.progressbar(length=seeds, label=path.stem, file=sys.stderr) as bar:
            yield prove(read(path), range(1, seeds + 1), jobs, lambda _: bar.update(1))


def proving(paths: Sequence[Path], seeds: int, jobs: int, *, as_json: bool) -> int:
    """Prove each scenario, and print what came of it."""
    told = []
    for proof in proofs(paths, seeds, jobs):
        told.append(proof_data(proof))
        if not as_json:
            print("\n".join(proof_lines(proof)))
    if as_json:
        print(json.dumps({"proofs": told}, indent=2, ensure_ascii=False))
    return 1 if any(one["leaks"] for one in told) else 0
