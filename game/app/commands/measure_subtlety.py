"""`subtlety`: how hard each tell of the catalogue is to see, as measured, beside its label."""

from pathlib import Path

from game.authoring import fall, measured, subtlety_lines
from game.scenario import read

from ..console import answer, say


def subtlety(path: Path, seeds: int, first: int, jobs: int, *, as_json: bool) -> int:
    """Measure the catalogue in the scenario's venue, and print the table."""
    tellings = measured(read(path), range(first, first + seeds), jobs)
    if as_json:
        rows = [
            {"tell": one.tell, "beside": one.counterpart, "labelled": one.subtlety, "told": round(one.accuracy, 4)}
            for one in tellings
        ]
        answer({"pairs": rows, "rank_correlation": round(fall(tellings), 4)})
    else:
        say(*subtlety_lines(tellings))
    return 0
