"""What `list` prints: the scenarios there are."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from game.invocation import command, quote
from game.scenario import Finding, Glance, Glances, Production, errors, examine, files_of, library, summary

from ..console import answer, say
from ..errors import Wrong

CHECKED = 200
"""As many files are each checked whole, at some 7 ms. Of more, most are glanced at, so that 3,000 take two seconds."""
Row = dict[str, str | float]


def listing(folder: Path | None = None, as_json: bool = False) -> int:
    """The shipped scenarios, or those of a folder: name, title, venue, length and summary.

    A file that cannot be read as anything may have been meant as one, and is named with the rest.
    """
    if folder is not None and not folder.is_dir():
        raise Wrong(f"“{folder}” is no folder.")
    files = list(library() if folder is None else files_of([folder]))
    seen = _glance(files) if len(files) > CHECKED else {}
    unseen = [path for path in files if path not in seen]
    found = {finding.path: finding for finding in examine(unseen)} if unseen else {}
    rows: list[Row] = []
    for path in files:
        name = path.stem if folder is None else str(path)
        if path in seen:
            rows.append({"name": name, **seen[path]})
        elif found[path].sort in ("", "scenario"):
            production = found[path].production
            rows.append({"name": name, **(_row(production) if production else {"title": _why_not(found[path])})})
    _tell(rows, folder if seen else None, as_json=as_json)
    return 1 if any(finding.sort in ("", "scenario") and errors(finding.problems) for finding in found.values()) else 0


def _tell(rows: Sequence[Row], unchecked: Path | None, *, as_json: bool) -> None:
    """The rows, and how to check a folder of which most files were only glanced at."""
    if as_json:
        answer({"scenarios": rows, "checked": unchecked is None})
        return
    width = max((len(str(row["name"])) for row in rows), default=0)
    for row in rows:
        more = f" · {row['venue']} · {row['minutes']:g} min" if "venue" in row else ""
        say(f"{row['name']:<{width}}  {row['title']}{more}")
    if unchecked:
        say(f"So many files are not checked one by one here. To check them all: {command()} check {quote(unchecked)}")


def _glance(files: Iterable[Path]) -> dict[Path, Row]:
    """What those scenarios say of themselves that say all that a list shows."""
    glances = Glances()
    seen = ((path, glances.glance(path)) for path in files)
    return {path: _say_of(glance) for path, glance in seen if glance}


def _say_of(glance: Glance) -> Row:
    return {
        "title": glance.title, "venue": glance.venue, "minutes": glance.lasts / 60, "post": glance.post,
        "summary": glance.summary,
    }  # fmt: skip


def _why_not(found: Finding) -> str:
    wrong = errors(found.problems)
    if found.sort or len(wrong) > 1:
        return f"cannot be played: {summary(found.problems)}"
    return f"cannot be played: {found.problems[0].message}"


def _row(production: Production) -> Row:
    scenario, venue = production.scenario, production.venue
    return _say_of(
        Glance(scenario.scenario, venue.venue, scenario.briefing.post, scenario.clock.lasts, scenario.summary)
    )
