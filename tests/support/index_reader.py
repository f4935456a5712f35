"""A program that reads a folder of records by its index, over and over, until it is killed; says so after each time."""

import sys
from pathlib import Path

from game.record import index
from game.record.index import Presented, RecordIndex


def main(folder: Path, times: int) -> None:
    """Each time the index is another's, so that all is written anew."""
    index.SETTLED, index.AT_ONCE = 0, 20
    for n in range(times):
        found = list(RecordIndex(folder.parent, f"{n % 2}").read(folder, lambda seen: Presented(seen.result)))
        print(len(found), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
