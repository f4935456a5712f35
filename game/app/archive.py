"""The past exercises, read one by one, the newest first."""

from collections.abc import Iterator
from pathlib import Path

from game.clock import clock
from game.course import Result, headline, in_short
from game.log import Finished
from game.record import Header, Summary, UnreadableError, open_journal, summaries
from game.score import score, sum_up
from game.screens.navigation import Kept


def each_kept(home: Path) -> Iterator[Kept]:
    """Every record of the data folder at a glance."""
    for summary in summaries(home / "records"):
        yield kept(summary)


def kept(summary: Summary) -> Kept:
    """A record as the list shows it."""
    path, header = summary.path, summary.header
    if header is None:
        return Kept(path, title=Path(summary.name).stem, problem=summary.problem, opens=False)
    when, kind = f"{header.started.astimezone():%d %B %Y, %H:%M}", _kind(header)
    if summary.problem:
        return Kept(path, when, header.title, kind, problem=summary.problem)
    if not summary.ended:
        return Kept(path, when, header.title, kind, f"Broken off at {clock(summary.tick)}.")
    try:
        result = summary.result or judge_again(path)
    except UnreadableError as error:
        return Kept(path, when, header.title, kind, problem=str(error), opens=False)
    if result is None:
        return Kept(path, when, header.title, kind, "Not finished.")
    return Kept(path, when, header.title, kind, headline(result), in_short(result))


def judge_again(path: Path) -> Result | None:
    """What an exercise came to whose record does not say, as those of the first format; None if it was not finished.

    Raises UnreadableError.
    """
    recording = open_journal(path, pictures=False)
    if not any(recording.log.of(Finished)):
        return None
    return sum_up(score(recording.key, recording.log, len(recording.cast.people)), recording.header.occasion)


def _kind(header: Header) -> str:
    if header.trainee:
        return f"Robot: {header.trainee}"
    return "Assessment" if header.mode == "assess" else "Practice"
