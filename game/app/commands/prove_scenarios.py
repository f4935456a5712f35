"""`check --seeds`: scenarios staged and run many times, with a progress bar and a plain summary."""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn, Protocol, TypeVar

import typer

from game.authoring import (
    BlindProof,
    Proof,
    blind_data,
    blind_lines,
    proof_data,
    proof_lines,
    prove,
    prove_blind,
)
from game.scenario import Production, read
from game.text import on_one_line

from ..console import answer, say
from ..stopping import handle_signals

STOPPED = 130
"""The exit code of what was stopped by hand."""


class Bar(Protocol):
    """What shows how far it has come."""

    def update(self, n_steps: int) -> None:
        """So many more are done."""
        ...


def _take_for_interrupt(_signal: int, _frame: object) -> NoReturn:
    """Take being told to end for Ctrl-C: what is known is said, and no process is left behind."""
    raise KeyboardInterrupt


def _one_more(bar: Bar, _done: int) -> None:
    bar.update(1)


Stops = TypeVar("Stops", Proof, BlindProof)
Prover = Callable[[Production, Sequence[int], int, Callable[[int], None]], Stops]


def proofs(paths: Sequence[Path], seeds: int, jobs: int, by: Prover[Stops]) -> Iterator[Stops]:
    """Prove one scenario after another, until one is stopped."""
    for path in paths:
        shown = typer.progressbar(length=seeds, label=on_one_line(path.stem), show_pos=True, file=sys.stderr)
        with handle_signals(_take_for_interrupt), shown as bar:
            proof = by(read(path), range(1, seeds + 1), jobs, partial(_one_more, bar))
        yield proof
        if proof.stopped:
            return


def prove_all(paths: Sequence[Path], seeds: int, jobs: int, *, as_json: bool) -> int:
    """Prove each scenario with trainees, and print what came of it."""
    return _print_proof(proofs(paths, seeds, jobs, prove), proof_lines, proof_data, as_json=as_json)


def prove_all_blind(paths: Sequence[Path], seeds: int, jobs: int, *, as_json: bool) -> int:
    """Prove with the world alone that a scenario cannot be counted, and print what came of it."""
    return _print_proof(proofs(paths, seeds, jobs, prove_blind), blind_lines, blind_data, as_json=as_json)


def _print_proof(
    proved: Iterator[Stops],
    lines: Callable[[Stops], Iterator[str]],
    data: Callable[[Stops], dict[str, object]],
    *,
    as_json: bool,
) -> int:
    told, code = [], 0
    for proof in proved:
        told.append(data(proof))
        code = STOPPED if proof.stopped else max(code, int(proof.verdict == "broken"))
        if not as_json:
            say(*lines(proof))
    if as_json:
        answer({"proofs": told})
    return code
