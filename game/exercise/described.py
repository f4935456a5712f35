"""What a person wears and carries, in plain words, as anyone in the room could say it."""

from game.cast import Looks

_NOTHING = ("", "none", "nothing")


def described(looks: Looks) -> tuple[str, ...]:
    """The words for one appearance. Colours keep their number in the palette."""
    worn = [
        looks.age,
        looks.frame,
        f"{looks.hair} hair",
        f"{looks.top} {looks.top_colour}",
        f"{looks.bottom} {looks.bottom_colour}",
        *(word for word in (looks.hat, looks.carries, looks.aid) if word not in _NOTHING),
        *([f"{looks.uniform} uniform"] if looks.uniform not in _NOTHING else []),
    ]
    return (*worn, "glasses") if looks.glasses else tuple(worn)
