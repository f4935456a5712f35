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
    found = _found(path)
    own = known_seal(place())
    whole = [one for one in found if _state(one) == "whole"]
    if as_json:
        answer({"records": [_as_data(one, own) for one in found]})
    elif found:
        width = max(len(one.name) for one in found)
        say(*(f"{one.name:<{width}}  {_state(one):<8}  {_why(one, own)}".rstrip() for one in found))
        say(f"{len(whole)} of {len(found)} are whole.")
    else:
        say("No records yet.")
    return 0 if len(whole) == len(found) else 1


def _found(path: Path | None) -> list[Summary]:
    if path and path.is_file():
        return [summary(path)]
    if path and not path.is_dir():
        raise Wrong(f"There is no record and no folder “{path}”.")
    if path:
        return list(summaries(path))
    home = place()
    return [one for who in (Learner(home), *each_trainee(home)) for one in summaries(who.records)]


def _state(one: Summary) -> str:
    """The state in a word; of what is no record, or cannot be opened, that."""
    return one.soundness.state if one.soundness and (one.header or one.soundness.state == "changed") else "damaged"


def _why(one: Summary, own: str) -> str:
    match _state(one):
        case "whole":
            assert one.soundness
            return "sealed here" if one.soundness.by == own else f"sealed elsewhere, by {mark(one.soundness.by)}"
        case "changed":
            assert one.soundness
            return WHAT_CHANGED.format(line=one.soundness.line)
        case "cut":
            return "breaks off before its end"
        case "unsealed":
            return "bears no seal"
        case _:
            return one.problem


def _as_data(one: Summary, own: str) -> dict[str, object]:
    by = one.soundness.by if one.soundness else ""
    return {"name": one.name, "state": _state(one), "why": _why(one, own), "seal": by, "here": bool(by) and by == own}
