"""What may stand over the watching screen: the keys, and the questions at the end."""

from game.widgets.page import ask
from game.widgets.widget import Widget

from ..front.help_screen import keys_card


def question(asked: str, offsets: dict[str, int], most: float, *, lesson: bool = False) -> Widget | None:
    """The dialog of this name, if there is one; lists in it are no higher than `most` px."""
    match asked:
        case "end":
            counts = "In a lesson nothing counts." if lesson else "What you have marked so far will count."
            return ask(
                "End the exercise now?", f"The clock has not run out. {counts}",
                ("stay", "Keep watching"), ("finish", "End it and see the debrief"),
            )
        case "over":
            return ask(
                "The exercise is over", "Your marks stand as they are. See who was there, and what they did.",
                ("debrief", "See the debrief"), ("leave", "Leave"),
            )
        case "help":
            return keys_card(offsets, most)
    return None
