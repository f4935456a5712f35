"""What `list` prints: the scenarios there are."""

from pathlib import Path

from game.scenario import Finding, Production, errors, examine, library, summary

from ..console import answer, say
from ..errors import Wrong


def listing(folder: Path | None = None, as_json: bool = False) -> int:
    """The shipped scenarios, or those of a folder: name, title, venue, length and summary.

    A file that cannot be read as anything may have been meant as one, and is named with the rest.
    """
    if folder is not None and not folder.is_dir():
        raise Wrong(f"“{folder}” is no folder.")
    rows: list[dict[str, str | float]] = []
    code = 0
    for found in examine(library() if folder is None else [folder]):
        if found.sort not in ("", "scenario"):
            continue
        name = found.path.stem if folder is None else str(found.path)
        if found.production is None:
            rows.append({"name": name, "title": _why_not(found)})
            code = 1 if errors(found.problems) else code
        else:
            rows.append({"name": name, **_row(found.production)})
    if as_json:
        answer({"scenarios": rows})
        return code
    width = max((len(str(row["name"])) for row in rows), default=0)
    for row in rows:
        more = f" · {row['venue']} · {row['minutes']:g} min" if "venue" in row else ""
        say(f"{row['name']:<{width}}  {row['title']}{more}")
    return code


def _why_not(found: Finding) -> str:
    wrong = errors(found.problems)
    if found.sort or len(wrong) > 1:
        return f"cannot be played: {summary(found.problems)}"
    return f"cannot be played: {found.problems[0].message}"


def _row(production: Production) -> dict[str, str | float]:
    scenario, venue = production.scenario, production.venue
    return {
        "title": scenario.scenario, "venue": venue.venue,
        "minutes": scenario.clock.lasts / 60, "post": scenario.briefing.post, "summary": scenario.summary,
    }
