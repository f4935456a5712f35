"""What `check` prints, and the exit codes it ends with: 0 fine, 1 problems, 2 nothing to look at."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from game.authoring import teach_of
from game.scenario import Finding, Problem, as_data, errors, examine, find, put_in_order, render, summary

from ..console import answer, say


def check(paths: Sequence[str | Path] = (), as_json: bool = False) -> int:
    """Read and check the files, or all that is shipped, and stage what can be staged; print every problem."""
    findings = list(examine([find(str(path)) for path in paths]))
    problems = problems_of(findings)
    if as_json:
        answer({"problems": [as_data(problem) for problem in problems]})
    else:
        _print(problems, _sum_up(findings))
    return _code(problems)


def problems_of(findings: Sequence[Finding]) -> tuple[Problem, ...]:
    """The problems of reading and, where all could be read, of teaching."""
    problems = put_in_order(problem for finding in findings for problem in finding.problems)
    if errors(problems):
        return problems
    taught = (problem for finding in findings if finding.production for problem in teach_of(finding))
    return put_in_order([*problems, *taught])


_MANY = {
    "catalogue": "list of behaviours",
    **{part: f"list of {part}" for part in ("roles", "cues", "topics", "accounts", "phrases", "props")},
}


def _sum_up(findings: Sequence[Finding]) -> str:
    """Such as "2 scenarios, 1 venue"."""
    found = Counter(_MANY.get(finding.sort, finding.sort or "file") for finding in findings)
    return ", ".join(f"{count} {_plural(what) if count > 1 else what}" for what, count in found.items())


def _plural(what: str) -> str:
    return what.replace("list ", "lists ") if what.startswith("list ") else what + "s"


def _print(problems: Sequence[Problem], looked_at: str) -> None:
    for problem in problems:
        say(*render(problem).split("\n"), "")
    codes = sorted({problem.code for problem in problems})
    pages = f" The manual has a page on {', '.join(codes)}." if codes else ""
    say(f"{looked_at}: {summary(problems)}.{pages}")


def _code(problems: Sequence[Problem]) -> int:
    if any(problem.code in ("SL001", "SL002", "SL003") for problem in problems):
        return 2
    return 1 if errors(problems) else 0
