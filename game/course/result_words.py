"""A result in words: all that is said of one, long and short."""

from game.clock import clock
from game.numerals import number, say_count

from .result import Result

LESSON = "That was the lesson. Nothing in it counts; here is who was there, and what they did."
MOST_OF_THEM = 0.5
"""Share of the people there who must have been watched closely, for leaving an empty scene alone to be called right."""


def headline(result: Result) -> str:
    """How it went, in a sentence or two; before them, when it was ended, if early. In a lesson nothing counts."""
    if result.occasion.lesson:
        return LESSON
    ended = f"You ended it early, at {clock(result.lasted)}. " if result.early else ""
    return f"{ended}{_how_it_went(result)}"


def in_short(result: Result) -> str:
    """How it went in a few words, for a list: "1 of 2 found, 1 marked who had nothing to hide"."""
    if result.occasion.lesson:
        return "Done"
    short = f"{result.found} of {result.of} found" if result.of else _nobody_in_short(result)
    if not result.wrong:
        return short
    return f"{short}, {result.wrong}\u00a0marked who had nothing to hide"


def closely_watched(result: Result) -> str:
    """How much of what there was to see was watched, to follow a colon; decoys too, whom other counts leave out."""
    decoys = result.watched - result.passers_by_watched
    among = f", {'one of them a decoy' if decoys == 1 else f'{decoys} of them decoys'}" if decoys else ""
    return (
        f"of the {result.observable} people there, {result.watched or 'none'} "
        f"{'was' if result.watched == 1 else 'were'} in clear view for long enough to see what they did{among}"
    )


def _nobody_in_short(result: Result) -> str:
    return "Too little shown" if result.subjects else "Nobody to find"


def _how_it_went(result: Result) -> str:
    marked = f"marked {say_count(result.wrong, 'person', 'people') if result.wrong else 'nobody'} with nothing to hide"
    if result.of:
        return f"{_say_found(result)}, and {marked}."
    if result.wrong:
        return f"{_nobody(result)}. You {marked}."
    if result.subjects or result.early:
        return f"{_nobody(result)}, and you {marked}."
    return f"{_nobody(result)}, and you {_say_left_alone(result)}: {closely_watched(result)}."


def _nobody(result: Result) -> str:
    if not result.subjects:
        return "There was nobody to find"
    return "Nobody had shown enough by then to be found" if result.early else "Nobody showed enough to be found"


def _say_left_alone(result: Result) -> str:
    watched = result.observable and result.watched >= MOST_OF_THEM * result.observable
    return "were right to mark nobody" if watched else "marked nobody, though you had seen too little to know"


def _say_found(result: Result) -> str:
    if result.found == result.of:
        everyone = {1: "the one who mattered", 2: "both who mattered"}
        return f"You found {everyone.get(result.of, f'all {number(result.of)} who mattered')}"
    if result.of == 1 and result.count_missed_on("unfounded"):
        return "You marked the one who mattered too soon, before they had shown anything"
    if result.of == 1 and result.count_missed_on("lucky"):
        return "You marked the one who mattered without having made out anything they showed"
    if result.of == 1:
        return "You did not find the one who mattered"
    return f"You found {number(result.found)} of the {number(result.of)} who mattered"
