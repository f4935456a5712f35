"""What is wrong with what an author wrote: where, in which words, and the way out of it."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "advice"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of one line of a file: line and column count from 1, `width` is for the caret."""

    line: int = 1
    column: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `code` never changes its meaning and has a page in `docs/problems`."""

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    help: str = ""
    excerpt: str = ""
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


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, file by file, from the top down."""
    return tuple(sorted(set(problems), key=lambda one: (one.file, one.line, one.column, one.code, one.message)))


def render(problem: Problem) -> str:
    """The problem as a person reads it: where, the line with a caret under it, what is wrong, a way out."""
    gutter = " " * max(1, len(str(problem.line)))
    lines = [
        f"{problem.severity}[{problem.code}]: {problem.message}",
        f"{gutter}--> {problem.file}:{problem.line}:{problem.column}",
    ]
    if problem.excerpt:
        text, column = _window(problem.excerpt, problem.column)
        caret = " " * (column - 1) + "^" * max(1, min(problem.width, len(text) - column + 1))
        lines += [f"{gutter} |", f"{problem.line} | {text}", f"{gutter} | {caret}"]
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


def _window(line: str, column: int, room: int = 110) -> tuple[str, int]:
    """A part of a long line that shows the column, and the column within it. Controls are shown as spaces."""
    clean = "".join(letter if letter.isprintable() else " " for letter in line)
    if len(clean) <= room:
        return clean, column
    start = max(0, min(column - room // 2, len(clean) - room))
    head = "…" if start else ""
    return head + clean[start : start + room], column - start + len(head)


def _many(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
