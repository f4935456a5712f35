"""What `check` and `list` print, and the exit codes they end with: 0 fine, 1 problems, 2 nothing to look at."""

import json
from collections.abc import Sequence
from pathlib import Path

from ..scenario import Invalid, Problem, as_data, errors, find, library, read, render, summary
from ..scenario import check as problems_in


def check(paths: Sequence[str | Path] = (), as_json: bool = False) -> int:
    """Read and check the files, or all that is shipped; print every problem."""
    problems = problems_in([find(str(path)) for path in paths])
    if as_json:
        print(json.dumps({"problems": [as_data(problem) for problem in problems]}, indent=2, ensure_ascii=False))
    else:
        _print(problems)
    return _code(problems)


def _print(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(render(problem), end="\n\n")
    codes = sorted({problem.code for problem in problems})
    pages = f" docs/problems has a page on {', '.join(codes)}." if codes else ""
    print(f"{summary(problems).capitalize()}.{pages}")


def _code(problems: Sequence[Problem]) -> int:
    if any(problem.code in ("SL001", "SL002", "SL003") for problem in problems):
        return 2
    return 1 if errors(problems) else 0


def listing(as_json: bool = False) -> int:
    """The shipped scenarios: name, title, venue, length and summary."""
    rows, code = [], 0
    for path in library():
        try:
            rows.append(_row(path))
        except Invalid as invalid:
            rows.append({"name": path.stem, "title": f"cannot be played: {summary(invalid.problems)}"})
            code = 1
    if as_json:
        print(json.dumps({"scenarios": rows}, indent=2, ensure_ascii=False))
        return code
    width = max((len(str(row["name"])) for row in rows), default=0)
    for row in rows:
        more = f" · {row['venue']} · {row['minutes']:g} min" if "venue" in row else ""
        print(f"{row['name']:<{width}}  {row['title']}{more}")
    return code


def _row(path: Path) -> dict[str, str | float]:
    production = read(path)
    scenario = production.scenario
    return {
        "name": path.stem, "title": scenario.scenario, "venue": production.venue.venue,
        "minutes": scenario.clock.lasts / 60, "post": scenario.briefing.post, "summary": scenario.summary,
    }
