"""What `list` prints: the scenarios there are."""

import json
from pathlib import Path

from game.scenario import Invalid, library, read, scenarios, summary

from ..errors import Wrong


def listing(folder: Path | None = None, as_json: bool = False) -> int:
    """The shipped scenarios, or those of a folder: name, title, venue, length and summary."""
    if folder is not None and not folder.is_dir():
        raise Wrong(f"“{folder}” is no folder.")
    rows, code = [], 0
    for path in library() if folder is None else scenarios([folder]):
        name = path.stem if folder is None else str(path)
        try:
            rows.append({**_row(path), "name": name})
        except Invalid as invalid:
            rows.append({"name": name, "title": f"cannot be played: {summary(invalid.problems)}"})
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
