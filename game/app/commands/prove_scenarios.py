"""`check --seeds`: scenarios staged and run many times, with a progress bar and a plain summary."""

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer

from game.authoring import Proof, proof_data, proof_lines, prove
from game.scenario import read
from game.text import on_one_line

from ..console import answer, say

STOPPED = 130
"""The exit code of what was stopped by hand."""


@contextmanager
def _asked_to_stop() -> Iterator[None]:
    """Take being told to end for Ctrl-C: what is known is said, and no process is left behind."""

    def stop(_signal: int, _frame: object) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def proofs(paths: Sequence[Path], seeds: int, jobs: int) -> Iterator[Proof]:
    """Prove one scenario after another, until one is stopped."""
    for path in paths:
        shown = typer.progressbar(length=seeds, label=on_one_line(path.stem), show_pos=True, file=sys.stderr)
        with _asked_to_stop(), shown as bar:
            proof = prove(read(path), range(1, seeds + 1), jobs, lambda _: bar.update(1))
        yield proof
        if proof.stopped:
            return


def proving(paths: Sequence[Path], seeds: int, jobs: int, *, as_json: bool) -> int:
    """Prove each scenario, and print what came of it."""
    told, stopped = [], False
    for proof in proofs(paths, seeds, jobs):
        told.append(proof_data(proof))
        stopped = proof.stopped
        if not as_json:
            say(*proof_lines(proof))
    if as_json:
        answer({"proofs": told})
    if stopped:
        return STOPPED
    return 0 if all(one["sound"] for one in told) else 1
