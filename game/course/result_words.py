"""A result in words: all that is said of one, long and short."""

from game.clock import clock
from game.numerals import counted, number

from .result import Result


def headline(result: Result) -> str:
    """How it went, in a sentence; before it, when the trainee ended it, if that was early."""
    ended = f"You ended it early, at {clock(result.lasted)}. " if result.early else ""
    return f"{ended}{_how_it_went(result)}"


def in_short(result: Result) -> str:
    """How it went in a word or two, for a list: "1 of 2 found, 1 wrong"."""
    short = _in_short(result)
    return f"{short}, {result.wrong}\u00a0wrong" if result.wrong else short


def _in_short(result: Result) -> str:
    if not result.of:
        return "Too little shown" if result.subjects else "Nobody to find"
    if result.of == 1 and result.unfounded:
        return "Marked too soon"
    return f"{result.found} of {result.of} found"


def _how_it_went(result: Result) -> str:
    troubled = f"marked {counted(result.wrong, 'person', 'people')} with nothing to hide"
    if not result.of:
        nobody = _nobody(result)
        return f"{nobody}. You {troubled}." if result.wrong else f"{nobody}, and you {_left_alone(result)}."
    if result.wrong:
        return f"{_found(result)}, and {troubled}."
    return f"{_found(result)}, and {'troubled nobody else' if result.found else 'marked nobody wrongly'}."


def _nobody(result: Result) -> str:
    if not result.subjects:
        return "There was nobody to find"
    return "Nobody had shown enough by then to be found" if result.early else "Nobody showed enough to be found"


def _left_alone(result: Result) -> str:
    return "marked nobody wrongly" if result.subjects or result.early else "were right"


def _found(result: Result) -> str:
    if result.found == result.of:
        everyone = {1: "the one who mattered", 2: "both who mattered"}
        return f"You found {everyone.get(result.of, f'all {number(result.of)} who mattered')}"
    if result.of == 1 and result.unfounded:
        return "You marked the one who mattered too soon, before they had shown anything"
    if result.of == 1:
        return "You did not find the one who mattered"
    return f"You found {number(result.found)} of the {number(result.of)} who mattered"
