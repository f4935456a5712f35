"""How the trainee's own figure looks where the post is on the floor: in uniform, or in a plain coat."""

from game.cast import Looks

_PERSON = {
    "stature": 1.76, "build": 1.0, "age": "adult", "frame": "man", "skin": 3, "hair": "short", "hair_colour": 1,
    "hat": "none", "hat_colour": 0, "top": "coat", "top_colour": 3, "bottom": "trousers", "bottom_colour": 0,
    "shoes": 0, "glasses": False, "uniform": "none", "carries": "nothing", "carries_colour": 0, "aid": "none",
}  # fmt: skip


def own_looks(*, uniform: bool) -> Looks:
    """The figure as others see it."""
    return Looks(**{**_PERSON, "uniform": "police officer" if uniform else "none"})  # type: ignore[arg-type]
