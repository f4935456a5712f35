"""A program that answers drills until it is killed, saying each answer that has been written."""

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from game.practice import Sorting
from game.record import begin_drill, keep

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ANSWER = Sorting(NOW, ("films",), "films", "films", "F2.1", "F2.2", 4, 2, 1, 3.25, 2)

if __name__ == "__main__":
    journal = begin_drill(Path(sys.argv[1]), 1, ["films"], NOW)
    for n in count():
        keep(journal, replace(ANSWER, when=NOW + timedelta(seconds=n)))
        print(n, flush=True)
