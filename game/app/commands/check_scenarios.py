"""What `check` prints, and the exit codes it ends with: 0 fine, 1 problems, 2 nothing to look at."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from game.authoring import teach
from game.scenario import Problem, as_data, errors, find, ordered, render, scenarios, sorts, summary
from game.scenario import check as problems_in


def check(paths: Sequence[str | Path] = (), as_json: bool = False) -> int:
    """Read and check the files, or all that is shipped, and stage what can be staged; print every problem."""
    problems = found([find(str(path)) for path in paths])
    if as_json:
        print(json.dumps({"problems": [as_data(problem) for problem in problems]}, indent=2, ensure_ascii=False))
    else:
        _print(problems, _looked_at([find(str(path)) for path in paths]))
    return _code(problems)


def found(paths: Sequence[Path]) -> tuple[Problem, ...]:
    """The problems of reading and, where a scenario can be read, of teaching."""
    problems = problems_in(paths)
    if errors(problems):
        return problems
    return ordered([*problems, *(problem for path in scenarios(paths) for problem in teach(path))])


_MANY = {"catalogue": "list of behaviours", "roles": "list of roles", "cues": "list of cues", "props": "list of props"}


def _looked_at(paths: Sequence[Path]) -> str:
    """Such as "2 scenarios, 1 venue"."""
    found = Counter(_MANY.get(sort, sort or "file") for sort in sorts(paths))
    return ", ".join(f"{count} {_plural(what) if count > 1 else what}" for what, count in found.items())


def _plural(what: str) -> str:
    return what.replace("list ", "lists ") if what.startswith("list ") else what + "s"


def _print(problems: Sequence[Problem], looked_at: str) -> None:
    for problem in problems:
        print(render(problem), end="\n\n")
    codes = sorted({problem.code for problem in problems})
    pages = f" The manual has a page on {', '.join(codes)}." if codes else ""
    print(f"{looked_at}: {summary(problems)}.{pages}")


def _code(problems: Sequence[Problem]) -> int:
    if any(problem.code in ("SL001", "SL002", "SL003") for problem in problems):
        return 2
    return 1 if errors(problems) else 0
