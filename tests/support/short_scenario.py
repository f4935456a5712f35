"""A scenario that is over in half a minute."""

from pathlib import Path
from shutil import copytree

VENUES = Path(__file__).parent / "venues"
"""Places as small as will do: to lay out and to draw a shipped one takes seconds."""
TEXT = """
scenario: A short watch
venue: small_station
summary: Half a minute in a nearly empty hall.
briefing: {objective: Try the program., text: Watch the hall for half a minute.}
clock: {starts: "10:40", lasts: 30 s}
crowd:
  - {role: security guard, present: 2, at: [north guard, south guard]}
decoys:
  - arrive: 0-1 s
    role: tourist
    carries: camera
    look_alikes: [{name: films_departure_board, target: departure board}]
    account: {claims: I am on holiday.}
"""


def write_short_scenario(folder: Path) -> Path:
    """Its file, `short_watch.yaml`, written into the folder, with the small places beside it."""
    path = folder / "short_watch.yaml"
    path.write_text(TEXT, encoding="utf-8")
    copytree(VENUES, folder / "venues", dirs_exist_ok=True)
    return path
