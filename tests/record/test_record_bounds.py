"""A record holds no more than a scenario's file may: what is beyond that is damage, and never more than a sentence."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.record import Recording, UnreadableError
from game.record.recording import read_lines

KEPT = (Path(__file__).parent / "kept" / "format-3-played.jsonl").read_bytes().splitlines(keepends=True)


def open_changed(number: int, change: Callable[[Any], object]) -> Recording:
    """The kept record with one of its lines changed."""
    said = json.loads(KEPT[number])
    change(said)
    lines = list(KEPT)
    lines[number] = json.dumps(said).encode() + b"\n"
    return read_lines(lines, "record.jsonl")


def mark(said: dict[str, Any], *values: object) -> None:
    """A mark in place of what the line tells."""
    said["e"] = [["Marked", *values]]


@pytest.mark.parametrize(("number", "change"), [
    (0, lambda said: said.update(format=[])), (0, lambda said: said.update(format=None)),
    (0, lambda said: said.update(title=None)), (0, lambda said: said.update(title="x" * 201)),
    (0, lambda said: said.update(people=10**8)), (0, lambda said: said.update(lasts=10**9)),
    (1, lambda said: said["cast"]["people"][3].update(id=10**8)), (1, lambda said: said["cast"]["people"].pop()),
    (1, lambda said: said["key"]["entries"][0].update(person=-1)), (1, lambda said: said.update(cast=[])),
])  # fmt: skip
def test_an_opening_out_of_bounds_is_refused_in_a_sentence(number: int, change: Callable[[Any], object]) -> None:
    """Whatever is too large, missing or of another kind."""
    with pytest.raises(UnreadableError, match=r"^record\.jsonl (cannot be read|is not a record).*\.$"):
        open_changed(number, change)


@pytest.mark.parametrize("change", [
    lambda said: said.update(size=[3000, 3000]), lambda said: said.update(size=[1e308, 5]),
    lambda said: said.update(size=[0, 0]), lambda said: said["props"][0].update(repeat=10**7, step=[0.1, 0]),
    lambda said: said.pop("size"), lambda said: said.update(portals=None),
])  # fmt: skip
def test_a_venue_out_of_bounds_is_never_laid_out(change: Callable[[Any], object]) -> None:
    """3,000 m of floor took 4.75 GB; the log can still be read."""
    recording = open_changed(1, lambda said: change(said["production"]["venue"]))
    assert recording.log.events
    with pytest.raises(UnreadableError, match=r"This record|What this record says"):
        _ = recording.production


@pytest.mark.parametrize("change", [
    lambda said: mark(said, 1, 99, []), lambda said: mark(said, 10**8, 1, []), lambda said: mark(said, 1, None, []),
    lambda said: mark(said, 1, 1, "F2.1"), lambda said: said.update(t=[1]), lambda said: said.update(t="1"),
    lambda said: said.update(t=1.5), lambda said: said.update(t=10**9),
    lambda said: said.update({"in": [[10**8] * 13]}),
    lambda said: said.update(e=[["Exposed", 1, [], [10**8, 1, 1, 1]]]), lambda said: said.update(e=[["NoSuchThing"]]),
])  # fmt: skip
def test_a_moment_out_of_bounds_is_a_damaged_line(change: Callable[[Any], object]) -> None:
    """It is named, and all others are there."""
    number = next(n for n, line in enumerate(KEPT) if n > 1 and b'"whole"' in line)
    recording = open_changed(number, change)
    assert len(recording.damage) == 1
    assert recording.damage[0].startswith(f"Line {number + 1} is damaged")
    assert recording.complete
