"""Where trains and buses stop: what has no room or would meet is named, with its place and a way out."""

import shutil
from pathlib import Path

import pytest

from game.clock import clock
from game.run import set_stage
from game.scenario import check, read

ROOT = Path(__file__).parents[2]
VENUE = """venue: Stands
kind: bus station
size: 70 x 20 m
surroundings: square
baseline: Buses come and go.
portals:
  - {{portal: way in, at: [35, 0.5], width: 4 m, kind: street}}
  - {{portal: stand A, at: [15, 12], width: 10.4 m, kind: bus, towards: [0, 1], route: 41 Fernley, queue: [1, 0]}}
{more}
"""
STOP = "  - {{portal: other, at: {at}, width: {width}, kind: {kind}, towards: [0, 1]{rest}}}"


def _stop(at: str, width: str = "10.4 m", kind: str = "bus", rest: str = "") -> str:
    return STOP.format(at=at, width=width, kind=kind, rest=rest)


@pytest.mark.parametrize(("more", "code", "token", "help_"), [
    (_stop("[36.4, 12]"), "", "", ""),
    (_stop("[30, 12]"), "SL422", "[30", "21.4 m"),
    (_stop("[45, 15]"), "SL422", "[45", "7 m"),
    (_stop("[45, 18]", "20 m", "train"), "SL422", "[45", "3.1 m"),
    (_stop("[45, 12]", "4 m"), "SL422", "4 m", "10.4 m"),
    (f"{_stop('[36.4, 12]', rest=', every: 90 s')}\n{_stop('[57.8, 12]').replace('other', 'third')}", "SL422",
     "90 s", "2:24"),
    (_stop("[45, 12]", rest=", leads: up, every: 3 min"), "", "", ""),
    (_stop("[45, 12]").replace("[0, 1]", "[1, 1]"), "SL414", "[1, 1]", "[0, -1]"),
    (f"{_stop('[20, 16]', '9 m', 'train')}\n{_stop('[45, 16]', '9 m', 'train').replace('other', 'third')}", "SL422",
     "[45", "another track"),
    ("  - {portal: hall door, at: [5, 0.5], width: 3 m, every: 2 min}", "SL422", "2 min", "`kind: train` or `kind:"),
    ("  - {portal: hall door, at: [5, 0.5], width: 3 m, route: 41 Fernley}", "SL422", "41 Fernley", "Take it out"),
])
def test_what_stops_has_room(tmp_path: Path, more: str, code: str, token: str, help_: str) -> None:
    """One thing is said, where it stands, with what to write; of sound stands nothing is."""
    path = tmp_path / "venues" / "stands.yaml"
    path.parent.mkdir()
    path.write_text(VENUE.format(more=more))
    found = [problem for problem in check([path]) if problem.code in ("SL422", "SL414")]
    assert [problem.code for problem in found] == [code] * bool(code)
    for problem in found:
        assert path.read_text().split("\n")[problem.line - 1][problem.column - 1 :].startswith(token)
        assert help_ in problem.help


def test_a_road_across_a_street_outside_is_advised_on(tmp_path: Path) -> None:
    """Buses would drive through its traffic; nothing is said where the place lies on a square."""
    for around, count in (("street", 1), ("square", 0)):
        path = tmp_path / around / "venues" / "stands.yaml"
        path.parent.mkdir(parents=True)
        side = "  - {portal: side, at: [0.5, 5], width: 3 m, kind: street}"
        path.write_text(VENUE.format(more=side).replace("surroundings: square", f"surroundings: {around}"))
        found = [problem for problem in check([path]) if problem.code == "SL422"]
        assert [problem.severity for problem in found] == ["advice"] * count


@pytest.mark.parametrize(("by", "start", "codes"), [
    ("bus", "stand A", []), ("bus", "west door", ["SL430"]), ("train", "stand A", ["SL430"]),
    ("foot", "stand A", ["SL430"]), ("foot", "west door", []),
])  # fmt: skip
def test_people_come_by_bus_where_buses_stop(good: Path, by: str, start: str, codes: list[str]) -> None:
    """`by: bus` goes with stands alone, `by: train` with none of them, and nobody comes on foot out of no bus."""
    line = f"crowd:\n  - {{role: passenger, arrive: 6 per minute, by: {by}, from: [{start}]}}\n"
    path = _with_stand(good, "crowd:\n", line)
    assert [problem.code for problem in check([path]) if problem.code in ("SL430", "SL206")] == codes


def _with_stand(good: Path, old: str, new: str) -> Path:
    """The good scenario, in its hall with a bus stand, and something in it changed."""
    hall, path = good / "venues" / "hall.yaml", good / "good.yaml"
    stand = "  - {portal: stand A, at: [10, 7.2], width: 10.4 m, kind: bus, towards: [0, -1], route: 41 Fernley}\n"
    hall.write_text(hall.read_text().replace("places:", f"{stand}places:", 1))
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    return path


@pytest.mark.parametrize(("rate", "codes"), [("6 per minute", []), ("20 per minute", ["SL423"])])
def test_a_queue_that_only_grows_is_advised_on(good: Path, rate: str, codes: list[str]) -> None:
    """Where more people come in the time between two buses than get on one, at the line that brings the most."""
    line = f"crowd:\n  - {{role: passenger, arrive: {rate}, to: [stand A]}}\n"
    found = [problem for problem in check([_with_stand(good, "crowd:\n", line)]) if problem.code == "SL423"]
    assert [problem.code for problem in found] == codes
    assert all(problem.severity == "advice" and "`every`" in problem.help for problem in found)


def test_a_delay_that_nobody_would_see_is_advised_on(good: Path) -> None:
    """Where the late bus comes after the end, or one stands there just then; the times at which they come are said."""
    shutil.copy(ROOT / "assets" / "looks.yaml", good / "assets")
    (*_, stopping) = set_stage(read(_with_stand(good, "subjects:", "subjects:")), 3).call_sheet().stopping
    opens = next(tick for tick in stopping.opens if tick > 400)
    text = (good / "good.yaml").read_text()
    found = {}
    for at, by in ((opens - 300, 20), (opens - 300, 600), (opens + 300, 20)):
        event = f"events:\n  - {{at: {at // 10} s, delay: stand A, by: {by} s}}\nsubjects:"
        (good / "good.yaml").write_text(text.replace("subjects:", event, 1))
        found[at, by] = [problem for problem in check([good / "good.yaml"]) if problem.code == "SL433"]
    assert [len(some) for some in found.values()] == [0, 1, 1]
    assert all(clock(opens) in problem.help for some in found.values() for problem in some)
    assert "only after the end" in found[opens - 300, 600][0].message
    assert "stands at `stand A` just then" in found[opens + 300, 20][0].message


@pytest.mark.parametrize(("by", "count"), [(20, 0), (600, 1)])
def test_a_delay_of_trains_that_end_here_is_advised_on(good: Path, by: int, count: int) -> None:
    """At a platform too, off whose trains people come, where the late one comes after the end."""
    hall, path = good / "venues" / "hall.yaml", good / "good.yaml"
    platform = "  - {portal: platform 1, at: [10, 0.5], width: 3 m, kind: platform}\n"
    hall.write_text(hall.read_text().replace("places:", f"{platform}places:", 1))
    line = "crowd:\n  - {role: passenger, arrive: 6 per minute, from: [platform 1], by: train}\n"
    event = f"events:\n  - {{at: 1 s, delay: platform 1, by: {by} s}}\nsubjects:"
    path.write_text(path.read_text().replace("crowd:\n", line, 1).replace("subjects:", event, 1))
    found = [problem for problem in check([path]) if problem.code == "SL433"]
    assert [problem.severity for problem in found] == ["advice"] * count


@pytest.mark.parametrize(("bench", "queue", "codes"), [
    ("[5.8, 10]", "", []), ("[14.2, 10]", "", ["SL417"]), ("[14.2, 10]", ", queue: [-1, 0]", []),
    ("[11, 8.1]", ", queue: [-1, 0]", ["SL417"]),
])  # fmt: skip
def test_what_stands_in_a_queue_for_a_bus_is_advised_on(good: Path, bench: str, queue: str, codes: list[str]) -> None:
    """A thing before the front door, where the queue grows by itself or as the portal says."""
    path = _with_stand(good, "subjects:", "subjects:")
    hall = good / "venues" / "hall.yaml"
    text = hall.read_text().replace("route: 41 Fernley", f"route: 41 Fernley{queue}")
    hall.write_text(text.replace("{prop: bench, at: [6, 9]", f"{{prop: bench, at: {bench}"))
    assert [problem.code for problem in check([path]) if problem.code == "SL417"] == codes


def test_a_late_bus_is_called_one(good: Path) -> None:
    """What happens of itself is told in the words of the place."""
    shutil.copy(ROOT / "assets" / "looks.yaml", good / "assets")
    path = _with_stand(good, "subjects:", "events:\n  - {at: 1:00, delay: stand A, by: 2 min}\nsubjects:")
    assert [timed.words for timed in set_stage(read(path), 3).call_sheet().events] == [
        "the next bus at stand A is 2:00 late"
    ]


def test_the_call_sheet_says_when_buses_come(good: Path) -> None:
    """For each stand the times within the scene at which doors open, about as far apart as its author says."""
    shutil.copy(ROOT / "assets" / "looks.yaml", good / "assets")
    line = "crowd:\n  - {role: passenger, arrive: 6 per minute, by: bus, from: [stand A]}\n"
    staged = set_stage(read(_with_stand(good, "crowd:\n", line)), 3)
    (stopping,) = staged.call_sheet().stopping
    assert (stopping.portal, stopping.kind, stopping.route) == ("stand A", "bus", "41 Fernley")
    assert 1 <= len(stopping.opens) <= 3
    at = staged.site.layout.portals["stand A"].at
    # Those without `from` come by the doors: whoever comes out here has a bus to come out of.
    off = [person.part.arrive for person in staged.cast.people if person.part.enter == at]
    assert off
    assert all(any(0 <= tick - opens < 200 for opens in stopping.opens) for tick in off if tick >= 0)
