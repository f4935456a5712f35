"""What went wrong, in one sentence for a person; the details go to a file."""

import errno
import traceback
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path

from game.invocation import command

from .settings_file import folder as usual


class Wrong(Exception):
    """What was asked cannot be done: a sentence and an exit code."""

    def __init__(self, sentence: str, code: int = 2) -> None:
        super().__init__(sentence)
        self.code = code


def near(name: str, known: Iterable[str]) -> str:
    """A way out for a name that is not known: the nearest one, or all there are."""
    names = sorted(known)
    close = get_close_matches(name, names, n=1, cutoff=0.5)
    if close:
        return f" Did you mean “{close[0]}”?"
    return f" There are: {', '.join(names)}." if names else ""


SENTENCES: dict[int, str] = {
    errno.ENOSPC: "The disk is full, so the record cannot be kept. Free some room and try again.",
    errno.EACCES: "The folder for records may not be written to. Set SECOND_LOOK_HOME to one that may.",
    errno.EPERM: "The folder for records may not be written to. Set SECOND_LOOK_HOME to one that may.",
    errno.EROFS: "The folder for records may not be written to. Set SECOND_LOOK_HOME to one that may.",
    errno.EMFILE: "Too many files are open. Close other programs and try again.",
}


def sentence(why: BaseException) -> str:
    """What went wrong, as far as it is known."""
    if problems := getattr(why, "problems", None):
        first = problems[0]
        more = f" ({len(problems) - 1} more: run “{command()} check”)" if len(problems) > 1 else ""
        return f"{first.message} ({first.file}, line {first.line}){more}"
    if isinstance(why, OSError):
        named = f" ({why.filename})" if why.filename else ""
        return SENTENCES.get(why.errno or 0, f"{why.strerror or why}{named}.")
    if isinstance(why, MemoryError):
        return "There is not enough memory. Close other programs and try again."
    return str(why) if str(why).endswith(".") else f"Something unforeseen happened: {type(why).__name__} {why}".strip()


def explain(why: Exception) -> str:
    """The sentence; what nobody foresaw is written down with its details first."""
    if getattr(why, "problems", None) or isinstance(why, (OSError, MemoryError)) or str(why).endswith("."):
        return sentence(why)
    kept = keep_details(why)
    return f"{sentence(why)}. The details are in {kept}." if kept else f"{sentence(why)}."


def keep_details(why: BaseException, folder: Callable[[], Path] | None = None) -> Path | None:
    """Write the details where a maintainer can be sent them from; where they are, or None."""
    try:
        path = (folder or usual)() / "trouble.log"
        with path.open("a", encoding="utf-8") as file:
            file.write("".join(traceback.format_exception(why)) + "\n")
    except Exception:
        return None
    return path
