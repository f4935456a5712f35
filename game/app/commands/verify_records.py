"""What `records verify` prints: of each record whether it is as it was written."""

from pathlib import Path

from game.record import Summary, known_seal, summaries, summary

from ..archive import mark
from ..console import answer, say
from ..errors import Wrong
from ..settings_file import place
from ..trainees import Learner, each_trainee

WHAT_CHANGED = "line {line} is not what was written, or what stands before it is not"


def verify(path: Path | None, *, as_json: bool) -> int:
    """Of one file, of a folder, or of all that the program keeps: 0 if every one of them is whole, otherwise 1.

    Nothing is written, not even a key.
    """
    found = _find(path)
    own = known_seal(place())
    whole = [passed for passed in found if _state(passed) == "whole"]
    if as_json:
        answer({"records": [_as_data(passed, own) for passed in found]})
    elif found:
        width = max(len(passed.name) for passed in found)
        say(*(f"{passed.name:<{width}}  {_state(passed):<8}  {_why(passed, own)}".rstrip() for passed in found))
        say(f"{len(whole)} of {len(found)} are whole.")
    else:
        say("No records yet.")
    return 0 if len(whole) == len(found) else 1


def _find(path: Path | None) -> list[Summary]:
    if path and path.is_file():
        return [summary(path)]
    if path and not path.is_dir():
        raise Wrong(f"There is no record and no folder “{path}”.")
    if path:
        return list(summaries(path))
    home = place()
    return [passed for who in (Learner(home), *each_trainee(home)) for passed in summaries(who.records)]


def _state(passed: Summary) -> str:
    """The state in a word; of what is no record, or cannot be opened, that."""
    return (
        passed.soundness.state
        if passed.soundness and (passed.header or passed.soundness.state == "changed")
        else "damaged"
    )


def _why(passed: Summary, own: str) -> str:
    found = passed.soundness
    if found is None or _state(passed) == "damaged":
        return passed.problem
    match found.state:
        case "whole":
            return "sealed here" if found.by == own else f"sealed elsewhere, by {mark(found.by)}"
        case "changed":
            return WHAT_CHANGED.format(line=found.line)
        case "cut":
            return "breaks off before its end"
        case "unsealed":
            return "bears no seal"


def _as_data(passed: Summary, own: str) -> dict[str, object]:
    by = passed.soundness.by if passed.soundness else ""
    return {
        "name": passed.name,
        "state": _state(passed),
        "why": _why(passed, own),
        "seal": by,
        "here": bool(by) and by == own,
    }
