"""`results --marks`: when and where a class marked people in one scenario, all records laid over each other."""

from collections.abc import Iterable
from pathlib import Path

from game.authoring import ClassMark, marks_page
from game.course import CONCERN, Result
from game.log import Marked
from game.record import Recording, UnreadableError, open_journal
from game.record.index import Indexed
from game.scenario import Layout, layout

from ..console import say
from ..errors import Wrong, near


def class_marks(records: Iterable[tuple[str, Indexed, Result | str]], scenario: str, html: Path, made: str) -> int:
    """Take the marks out of those `records` that are of the scenario of this id or title, and write the page.

    Each comes with whose it is, and with what it came to or why it is left out.
    """
    marks: list[ClassMark] = []
    sat, left_out, known = list[str](), list[str](), set[str]()
    venue: Layout | None = None
    title, lasts = scenario, 0
    for name, entry, result in records:
        if isinstance(result, str):
            left_out.append(f"{name}: {result}")
            continue
        at = result.occasion
        known |= {at.scenario}
        if scenario not in (at.scenario, at.title) or at.lesson:
            continue
        try:
            recording = open_journal(entry.summary.path)
            place = layout(recording.production.venue, recording.production.props)
        except UnreadableError as why:
            left_out.append(f"{name}: {why}")
            continue
        venue, title, lasts = venue or place, at.title, max(lasts, recording.header.lasts)
        sat.append(name)
        marks += _marks(name, recording)
    if venue is None:
        raise Wrong(f"Nobody in these folders has sat “{scenario}”.{near(scenario, known)}")
    html.write_text(marks_page(title, venue, lasts, marks, sat, left_out, made), encoding="utf-8")
    say(f"{html} is written: open it in a browser. It names who is to be found: keep it from trainees.")
    return 0


def _marks(name: str, recording: Recording) -> list[ClassMark]:
    """The first mark on each person that says "suspicious", where they stood then."""
    parts = {entry.person: entry.part for entry in recording.key.entries}
    first: dict[int, Marked] = {}
    for event in recording.log.of(Marked):
        if event.level >= CONCERN:
            first.setdefault(event.person, event)
    found = []
    for person, event in first.items():
        now = recording.snapshot(event.tick)
        where = now.position[now.ids == person].tolist()
        if where:
            x, y = where[0]
            found.append(ClassMark(name, recording.header.seed, event.tick, (x, y), parts.get(person, "crowd")))
    return found
