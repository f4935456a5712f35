"""What a freeze drill says: the questions, what was so, and what it came to."""

from collections.abc import Iterator, Mapping, Sequence

from game.numerals import number, say_count
from game.practice import Sorting
from game.text import capitalise

from .frozen_clip import Onward

WATCH = "Watch all of them."
SOON = "The picture will stop, and everybody will be gone. Then it is asked."
WHERE = "Was anybody worth a second look? Where?"
NOBODY = "Nobody was"
WHAT = "What had the one at {} done?"
NEXT = "What does the one at {} do in the three seconds after?"
ONWARD: Mapping[Onward, str] = {
    "stays": "They stay where they are", "left": "They go to the left", "right": "They go to the right",
    "away": "They go away, up the picture", "nearer": "They come nearer, down the picture",
}


def verdict(answer: Sorting) -> tuple[str, str]:
    """Whether it was right, in a few words, and their colour."""
    if not answer.meant:
        return ("Right: nobody was.", "hit") if answer.right else ("There was nothing to it.", "false_alarm")
    if answer.right:
        return "Right: you had them.", "hit"
    return ("Somebody was worth a second look.", "miss") if not answer.said else ("It was somebody else.", "miss")


def tell_place(answer: Sorting, place: int) -> str:
    """Whom the clip was about, by the number of the place."""
    return f"{'It was' if answer.meant else 'What looks like a tell was done'} at {place}; see it again, ringed."


def tell_next(answer: Sorting, onward: Onward | None) -> Iterator[str]:
    """What came next, if that was asked."""
    if answer.foreseen is not None and onward:
        yield f"{'Right, next' if answer.foreseen else 'Next'}: {ONWARD[onward].lower()}."


def sum_up(answers: Sequence[Sorting]) -> Iterator[str]:
    """What it came to, in sentences."""
    if not answers:
        yield "Nothing was answered."
        return
    tells, nobody = [each for each in answers if each.meant], [each for each in answers if not each.meant]
    found = [each for each in tells if each.right]
    asked = [each for each in answers if each.foreseen is not None]
    parts = []
    if tells:
        of = say_count(len(tells), "person", "people")
        parts.append(f"of {of} worth a second look you knew where {number(len(found))} had been")
    if nobody:
        of, right = say_count(len(nobody), "clip", "clips"), sum(each.right for each in nobody)
        parts.append(f"of {of} with nobody you said so of {number(right)}")
    yield f"{capitalise('; '.join(parts))}."
    if found:
        yield f"You named the sign of {number(sum(each.sign == each.cue for each in found))} of {number(len(found))}."
    if asked:
        right = sum(bool(each.foreseen) for each in asked)
        yield f"What came next you said rightly {number(right)} of {say_count(len(asked), 'time', 'times')}."
