"""How the trainee went about marking this time, where it is so plain that the counts of one exercise show it."""

from typing import Literal

from game.numerals import number, say_count

from .scoring import Score

Manner = Literal["guessing", "trigger-happy", "holding back"]
"""`guessing`: most marks on people who had never been looked at closely · `trigger-happy`: several people with nothing
to hide marked for each one found · `holding back`: somebody was noticed and noted, and nobody marked."""
SEVERAL = 3
"""Fewer wrong marks than this happen to anybody."""
FOR_EACH = 3
"""Wrong marks for each right one. Novices are right in one mark of three or four (Donald 2015), and that is told by the
plain counts; from here on it is worth a sentence of its own."""


def manner(score: Score) -> Manner | None:
    """What stands out, if anything does. It is said of this exercise, never of the person."""
    marks = sum(dealings.suspected is not None for dealings in score.dealings)
    right, wrong = score.counts.hits + score.crimes_noticed, score.false_alarms.total
    if marks > 1 and 2 * score.watching.unseen > marks:
        return "guessing"
    if wrong >= SEVERAL and wrong >= FOR_EACH * right:
        return "trigger-happy"
    if not marks and any(outcome.miss == "decision" for outcome in score.outcomes):
        return "holding back"
    return None


def manner_told(score: Score) -> str:
    """The sentence about it; empty if nothing stands out."""
    match manner(score):
        case "guessing":
            marks = sum(dealings.suspected is not None for dealings in score.dealings)
            return (
                f"Of the {number(marks)} people you marked, {number(score.watching.unseen)} had not been in clear "
                "view for long enough to see what they did. Such a mark is a guess, and if it is right, that is luck."
            )
        case "trigger-happy":
            right = score.counts.hits + score.crimes_noticed
            return (
                f"You were quick to mark: {say_count(score.false_alarms.total, 'person', 'people')} with nothing to "
                f"hide, and {number(right) if right else 'nobody'} rightly. Wait for a second sign of another kind."
            )
        case "holding back":
            let_go = sum(outcome.miss == "decision" for outcome in score.outcomes)
            return (
                f"You held back: you noticed {say_count(let_go, 'person', 'people')} with something to hide, and in "
                "the end marked nobody. A second sign of another kind is reason enough for concern."
            )
        case None:
            return ""
