"""The past exercises, read one by one, the newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from game.clock import clock
from game.course import RULE, Result, headline, in_short
from game.log import Finished
from game.progress import ProgressTold, by_prevalence, tell
from game.record import Header, Summary, UnreadableError, open_journal, summaries
from game.score import score, sum_up
from game.screens.navigation import Kept

ANEW = "(Played before the present rule of scoring, and judged by it.)"


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
        result, anew = present_result(summary)
    except UnreadableError as error:
        return Kept(path, when, header.title, kind, problem=str(error), opens=False)
    if result is None:
        return Kept(path, when, header.title, kind, "Not finished.")
    said = f"{headline(result)} {ANEW}" if anew else headline(result)
    return Kept(
        path, when, header.title, kind, said, in_short(result), result=result, scenario=header.scenario,
        done=not header.trainee,
    )  # fmt: skip


def present_result(summary: Summary) -> tuple[Result | None, bool]:
    """What an exercise came to by the present rule of scoring, and whether it had to be judged anew for that.

    None if it was not finished. Raises UnreadableError.
    """
    if summary.result and summary.result.rule == RULE:
        return summary.result, False
    recording = open_journal(summary.path, pictures=False)
    if not any(recording.log.of(Finished)):
        return None, True
    occasion = replace(recording.header.occasion, lesson=bool(recording.production.scenario.lesson))
    return sum_up(score(recording.key, recording.log, len(recording.cast.people)), occasion), True


def together(results: Iterable[Result], trainee: str = "") -> tuple[ProgressTold, ...]:
    """What the exercises of one trainee, the one at this machine if none is named, say together."""
    return tuple(tell(block) for block in by_prevalence(one for one in results if one.occasion.trainee == trainee))


def _kind(header: Header) -> str:
    if header.trainee:
        return f"Robot: {header.trainee}"
    return "Assessment" if header.mode == "assess" else "Practice"
