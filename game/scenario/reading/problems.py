"""What is wrong with what an author wrote: where, in which words, and the way out of it."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from game.text import cells

Severity = Literal["error", "advice"]
ROOM = 110
"""Letters of a line that are shown: with the line's number they fit a usual terminal."""
LONGEST = 900
"""Letters of a message or a way out: a list of all there is to choose from may take as much, and nothing more."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of one line of a file: line and column count from 1, `width` is for the caret."""

    line: int = 1
    column: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `code` never changes its meaning and has a page in `docs/problems`.

    `excerpt` is as much of the line as is shown, and `caret` the column in it where the fault begins.
    """

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    help: str = ""
    excerpt: str = ""
    caret: int = 1
    width: int = 1


class Invalid(Exception):
    """What was read cannot be staged; `problems` says all that is wrong."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems."""
        super().__init__(f"{len(problems)} problems" if len(problems) != 1 else problems[0].message)
        self.problems = tuple(problems)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that stop a scenario from being played; the rest is advice."""
    return tuple(problem for problem in problems if problem.severity == "error")


def put_in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, file by file, from the top down."""
    return tuple(
        sorted(
            set(problems),
            key=lambda problem: (problem.file, problem.line, problem.column, problem.code, problem.message),
        )
    )


def render(problem: Problem) -> str:
    """The problem as a person reads it: where, the line with a caret under it, what is wrong, a way out."""
    gutter = " " * max(1, len(str(problem.line)))
    lines = [
        f"{problem.severity}[{problem.code}]: {problem.message}",
        f"{gutter}--> {problem.file}:{problem.line}:{problem.column}",
    ]
    if problem.excerpt:
        before, marked = problem.excerpt[: problem.caret - 1], problem.excerpt[problem.caret - 1 :][: problem.width]
        caret = " " * cells(before) + "^" * max(1, cells(marked))
        lines += [f"{gutter} |", f"{problem.line} | {problem.excerpt}", f"{gutter} | {caret}"]
    if problem.help:
        lines.append(f"{gutter} = {problem.help}")
    return "\n".join(lines)


def summary(problems: Sequence[Problem]) -> str:
    """The count of errors and of advice, in words."""
    wrong = len(errors(problems))
    parts = [_many(wrong, "error")] if wrong else ["no errors"]
    if advice := len(problems) - wrong:
        parts.append(_many(advice, "piece of advice", "pieces of advice"))
    return ", ".join(parts)


def as_data(problem: Problem) -> dict[str, str | int]:
    """The problem for other programs."""
    data = asdict(problem)
    return {key: data[key] for key in ("code", "severity", "file", "line", "column", "message", "help")}


def window(line: str, column: int) -> tuple[str, int]:
    """As much of a line as is shown round a column, and the column within it; what is not seen is shown as a space."""
    start = max(0, min(column - 1 - ROOM // 2, len(line) - ROOM)) if len(line) > ROOM else 0
    head, tail = "…" if start else "", "…" if len(line) > start + ROOM else ""
    part = "".join(letter if letter.isprintable() else " " for letter in line[start : start + ROOM])
    return head + part + tail, min(column - start, len(part) + 1) + len(head)


def _many(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
