"""A sound scene is let be; planted faults of teaching are found where they are written."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.teaching.outlook import Outlook
from game.authoring.teaching.teach import teach
from game.scenario import Problem, check, layout, read
from game.scenario.venue.free_floor import survey
from game.view.prism import Prism

CHEST, GAIT = 2, 25
ALCOVE = """walls:
  - {points: [[5.2, 14], [5.2, 12], [9, 12]], height: 3 m}
  - {points: [[6.9, 14], [6.9, 13]], height: 3 m}
portals:
"""
DOORS = """portals:
  - {portal: second crew door, at: [13, 13.4], width: 1.2 m, kind: staff only}
  - {portal: third crew door, at: [17, 13.4], width: 1.2 m, kind: staff only}
"""
SHORT = """- tell: looks_up
  title: looked up
  cue: F1.1
  why: They look at what protects the place.
  looks_like: [looks_round]
  targets: [camera]
  steps: [{walk: {to: near target}}, {glance: {at: target, for: 1 s}}]
- look_alike: looks_round
  title: looked round
  cue: F1.1
  why: They look for a friend.
  differs: They look at faces.
  looks_like: [looks_up]
  steps: [{scan: {for: 4-6 s}}]
"""


def _change(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text)


def _find(quay: Path) -> list[tuple[str, str]]:
    """What is found in the scenario: codes, and what stands at the caret."""
    return [(problem.code, _token(problem)) for problem in teach(quay)]


def _token(problem: Problem) -> str:
    return problem.excerpt[problem.column - 1 :][: problem.width]


def test_a_sound_scene_is_let_be(quay: Path) -> None:
    """The small scene has no problem of reading and none of teaching."""
    assert check([quay]) == ()
    assert teach(quay) == ()


def test_a_tell_behind_walls_is_found(quay: Path) -> None:
    """What an officer on the floor, or a camera overhead, can hardly ever see is an error: walls hide it."""
    _change(quay.parent / "venues" / "quay.yaml", ("portals:\n", ALCOVE))
    assert _find(quay) == [("SL601", "tries_staff_door"), ("SL601", "takes_wrong_door")]
    _change(quay, ("post: control room", "post: officer"), ("[takes_wrong_door]", "[waits_to_ask_guard]"))
    problems = teach(quay)
    assert [(problem.code, problem.severity, _token(problem)) for problem in problems] == [
        ("SL601", "error", "tries_staff_door")
    ]


def test_a_tell_hidden_now_and_then_is_found(quay: Path) -> None:
    """One of three doors is out of sight: where the target is left open, that is worth a word."""
    _change(quay.parent / "venues" / "quay.yaml", ("portals:\n", ALCOVE), ("portals:\n", DOORS))
    _change(quay, ("post: control room", "post: officer"), ("[takes_wrong_door]", "[waits_to_ask_guard]"))
    _change(quay, ("target: crew door, ", ""))
    assert _find(quay) == [("SL602", "tries_staff_door")]


def test_a_roof_hides_from_every_turn(quay: Path) -> None:
    """What stands under a wide roof is seen from none of the four turns, and beside it from some."""
    production = read(quay)
    roof = Prism(((5.0, 3.0), (15.0, 3.0), (15.0, 11.0), (5.0, 11.0)), 2.2, 2.4)
    place = replace(layout(production.venue, production.props), prisms=(roof,))
    outlook = Outlook(survey(place), afoot=False)
    assert not outlook.open_to((10.0, 7.0), CHEST, GAIT)
    assert outlook.open_to((2.0, 7.0), CHEST, GAIT)


def test_a_tell_over_in_a_moment_is_found(quay: Path) -> None:
    """What shows for less than two seconds is over before it is found."""
    (quay.parent / "catalogue").mkdir()
    (quay.parent / "catalogue" / "short.yaml").write_text(SHORT)
    _change(quay, ("tell: films_security_feature", "tell: looks_up"))
    assert _find(quay) == [("SL603", "looks_up")]


def test_tells_that_pile_up_are_found(quay: Path) -> None:
    """Seven people who do the same in two minutes are more than can be followed."""
    text = quay.read_text()
    first, last = text.index("  - role: waiting passenger\n    arrive: 2-6 s"), text.index("decoys:")
    subject = text[first:last].replace("2-6 s", "2 s").replace("15-20 s", "20 s")
    quay.write_text(text[:first] + 7 * subject + text[last:])
    assert {code for code, _ in _find(quay)} == {"SL604"}


def test_a_tell_after_the_end_is_found(quay: Path) -> None:
    """What the end of the scene cuts off is named, and nothing else."""
    _change(quay, ("lasts: 2:30", "lasts: 75 s"))
    assert ("SL605", "tries_staff_door") in _find(quay)


def test_a_thing_that_nobody_else_carries_is_found(quay: Path) -> None:
    """An instrument among handbags gives its owner away."""
    _change(quay, ("    arrive: 2-6 s\n", "    arrive: 2-6 s\n    carries: instrument\n"))
    assert _find(quay) == [("SL606", "instrument")]


def test_a_way_in_that_nobody_else_takes_is_found(quay: Path) -> None:
    """Who comes in where nobody comes in is given away."""
    _change(quay, ("from: [street door, boat door]", "from: [street door]"), ("    from: street", "    from: boat"))
    assert _find(quay) == [("SL607", "boat door")]


def test_a_briefing_without_a_baseline_is_found(quay: Path) -> None:
    """Who is not told what is normal cannot see what is not."""
    _change(quay, ("  text: Nothing", "  baseline: A quay.\n  text: Nothing"))
    assert _find(quay) == [("SL608", "A quay.")]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("quay.yaml", "[takes_wrong_door]", "[waits_to_ask_guard]", "SL503"),
        ("venues/quay.yaml", "portals:\n", "walls:\n  - {points: [[13, 14], [13, 9], [20, 9]]}\nportals:\n", "SL402"),
    ],
    ids=["decoy-less tell", "unreachable place"],
)
def test_what_reading_finds_of_teaching(quay: Path, file: str, old: str, new: str, code: str) -> None:
    """A tell that nothing innocent resembles, and a place that cannot be reached, are found by reading alone."""
    _change(quay.parent / file, (old, new))
    assert code in {problem.code for problem in check([quay])}


FAR = """- tell: turns_far
  title: turned back all the way
  cue: F1.1
  why: They avoid what is ahead.
  looks_like: [turns_near]
  targets: [camera]
  steps: [{walk: {to: near target}}, {turn back: {to: TO}}, {watch: {at: target, for: 6 s}}]
- look_alike: turns_near
  title: turned back to look
  cue: F1.1
  why: They look for a friend.
  differs: They look at faces.
  looks_like: [turns_far]
  steps: [{scan: {for: 4-6 s}}]
"""


@pytest.mark.parametrize(("there", "codes"), [("same spot", set()), ("boat door", {"SL609"})])
def test_a_time_that_a_step_cannot_keep_is_found(quay: Path, there: str, codes: set[str]) -> None:
    """A way that takes much longer than is planned for it is said at the tell, with both times."""
    folder = quay.parent / "catalogue"
    folder.mkdir()
    (folder / "far.yaml").write_text(FAR.replace("TO", there))
    text = quay.read_text()
    first = text.index("- ", text.index("tells:")) + 2
    end = text.index("\n", first)
    quay.write_text(f"{text[:first]}turns_far{text[end:]}")
    found = [problem for problem in teach(quay) if problem.code == "SL609"]
    assert {problem.code for problem in found} == codes
    for problem in found:
        assert "turns_far" in problem.excerpt
        assert "3 s are planned" in problem.message
