"""`subtlety`: how hard each tell of the catalogue is to see, as measured, beside its label."""

from pathlib import Path

from game.authoring import fall, measure_tells, pairs, subtlety_lines
from game.scenario import read

from ..console import answer, say
from ..errors import Wrong, near


def subtlety(path: Path, seeds: int, first: int, jobs: int, only: str, *, as_json: bool) -> int:
    """Measure the catalogue, or `only` one behaviour of it, in the scenario's venue, and print the table."""
    production = read(path)
    if only and not pairs(production, only):
        known = sorted({name for pair in pairs(production) for name in pair})
        raise Wrong(f"There is no tell or look-alike “{only}” that is told from another.{near(only, known)}")
    tellings = measure_tells(production, range(first, first + seeds), jobs, only)
    if as_json:
        rows = [
            {
                "tell": telling.tell,
                "beside": telling.counterpart,
                "labelled": telling.subtlety,
                "told": round(telling.accuracy, 4),
            }
            for telling in tellings
        ]
        several = len({telling.tell for telling in tellings}) > 1
        answer({"pairs": rows, "rank_correlation": round(fall(tellings), 4) if several else None})
    else:
        say(*subtlety_lines(tellings))
    return 0
