"""What scenarios may let happen of themselves: sound events are taken, and what cannot be shut is named."""

from pathlib import Path

import pytest

from game.scenario import check, errors, look_into
from game.scenario.units import Range

SOUND = """events:
  - {at: 1-2 min, close: west door, for: 30-60 s, announce: The west door is closed.}
  - {close: platform}
  - {at: 1:00, bring: {role: passenger, how_many: 5-9, from: east door, to: west door, within: 20 s}}
subjects:"""
STAIRS = """
  - {portal: up, at: [4, 10], width: 2 m, kind: stairs, towards: [0, -1], leads_to: down}
  - {portal: down, at: [17, 11], width: 2 m, kind: stairs, towards: [0, 1], leads_to: up}
places:"""


def _write(good: Path, events: str, portals: str = "places:") -> Path:
    """The good scenario with these events, in its hall with more portals."""
    for file, old, new in (("good.yaml", "subjects:", events), ("venues/hall.yaml", "places:", portals.lstrip("\n"))):
        text = (good / file).read_text()
        (good / file).write_text(text.replace(old, new, 1))
    return good / "good.yaml"


def test_events_are_read_with_their_times(good: Path) -> None:
    """A time, a range, names in a list or alone, and people who come, stand in the scenario as written."""
    path = _write(good, SOUND, "  - {portal: platform, at: [10, 0.5], width: 3 m, kind: platform}\nplaces:")
    assert not errors(check([path]))
    shut, platform, brought = look_into(path).scenario.events
    assert (shut.at, shut.for_, shut.close) == (Range(60, 120), Range(30, 60), ("west door",))
    assert (platform.at, platform.close) == (None, ("platform",))
    assert brought.bring is not None
    assert (brought.bring.how_many, brought.bring.from_, brought.bring.within) == (Range(5, 9), ("east door",), 20)


@pytest.mark.parametrize(("portals", "name", "word"), [
    ("  - {portal: trains, at: [10, 2], width: 9 m, kind: train, towards: [0, -1]}\nplaces:", "trains", "delay"),
    (STAIRS, "up", "Leave one way"),
])
def test_people_can_still_get_about(good: Path, portals: str, name: str, word: str) -> None:
    """The edge at which trains stop, and the only way to another level, cannot be shut."""
    found = errors(check([_write(good, f"events:\n  - {{at: 1:00, close: {name}}}\nsubjects:", portals)]))
    assert [problem.code for problem in found if problem.code.startswith("SL43")] == ["SL432"]
    assert word in found[0].help


def test_rain_is_for_where_it_can_be_seen(good: Path) -> None:
    """Above ground it may rain; below ground it is named as a fault, where it stands."""
    path = _write(good, "weather: rain\nsubjects:")
    assert not errors(check([path]))
    hall = good / "venues" / "hall.yaml"
    hall.write_text(hall.read_text().replace("size: 20 x 14 m", "size: 20 x 14 m\nsurroundings: earth"))
    found = [problem for problem in errors(check([path])) if problem.code == "SL434"]
    assert [(problem.line, problem.column) for problem in found] == [
        next((n, 10) for n, line in enumerate(path.read_text().splitlines(), 1) if line == "weather: rain")
    ]


def test_one_of_two_ways_between_levels_can_be_shut(good: Path) -> None:
    """With a lift beside the stairs, the stairs may be shut."""
    lift = """
  - {portal: lift up, at: [8, 10], width: 1.8 m, kind: lift, towards: [0, 1], leads_to: lift down}
  - {portal: lift down, at: [19, 11], width: 1.8 m, kind: lift, towards: [0, 1], leads_to: lift up}
places:"""
    path = _write(good, "events:\n  - {at: 1:00, close: up}\nsubjects:", STAIRS.replace("\nplaces:", lift))
    assert "SL432" not in [problem.code for problem in check([path])]
