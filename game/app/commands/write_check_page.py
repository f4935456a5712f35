"""`check --html`: all that a check finds, as one page with pictures."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from game.authoring import Chapter, page, proof_lines, prove
from game.scenario import Finding, errors, examine, summary

from ..console import say
from ..errors import Wrong
from .check_scenarios import problems_of
from .prove_scenarios import proofs


def check_page(paths: Sequence[Path], seeds: int, jobs: int, out: Path) -> int:
    """Check, prove as far as that is asked for and can be done, and write the page."""
    if out.is_dir() or not out.parent.is_dir():
        raise Wrong(f"The page cannot be written to {out}: name a file in a folder that is there.")
    found = [finding for finding in examine(paths) if finding.sort == "scenario"]
    if not found:
        raise Wrong("The page is about scenarios, and there is none among these files.")
    chapters = [_chapter(finding, seeds, jobs) for finding in found]
    out.write_text(page(chapters, _date(datetime.now())), encoding="utf-8")
    said = summary([problem for chapter in chapters for problem in chapter.problems])
    say(f"{out} is written: open it in a browser. {said.capitalize()}.")
    return 1 if any(chapter.wrong for chapter in chapters) else 0


def _date(now: datetime) -> str:
    return f"{now.day} {now:%B %Y at %H:%M}"


def _chapter(found: Finding, seeds: int, jobs: int) -> Chapter:
    path, problems = found.path, problems_of([found])
    if found.production is None or any(not problem.code.startswith("SL6") for problem in errors(problems)):
        return Chapter(path, problems)
    proof = next(proofs([path], seeds, jobs, prove)) if seeds else None
    if proof:
        say(*proof_lines(proof))
    return Chapter(path, problems, found.production, proof, proof.worst if proof else 1)
