"""What somebody wears, in colours ready to draw, and in words for a description."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.cast import Looks
from game.theme import Colour, rgb

Vocabulary = Mapping[str, Any]
"""`assets/looks.yaml` as read: lists of entries by category."""


@dataclass(frozen=True, slots=True)
class Outfit:
    """A person's appearance with a uniform's garments put over what was drawn for them. Empty colours are None."""

    stature: float
    build: float
    age: str
    frame: str
    skin: Colour
    hair: str
    hair_colour: Colour
    beard: str
    hat: str
    hat_colour: Colour
    top: str
    top_colour: Colour
    bottom: str
    bottom_colour: Colour
    shoes: Colour
    glasses: bool
    carries: str
    carries_colour: Colour
    aid: str
    vest: Colour | None = None
    stripe: Colour | None = None
    trim: Colour | None = None
    apron: Colour | None = None
    checks: bool = False


def outfit(looks: Looks, vocabulary: Vocabulary) -> Outfit:
    """The looks resolved with the vocabulary that they were drawn from."""
    uniform = _uniform(looks, vocabulary)
    colours = vocabulary["colours"]

    def choose_colour(garment: str, drawn: Colour) -> Colour:
        return rgb(uniform[garment]) if uniform.get(garment) else drawn

    def extra(name: str) -> Colour | None:
        return rgb(uniform[name]) if uniform.get(name) else None

    return Outfit(
        stature=looks.stature,
        build=looks.build,
        age=looks.age,
        frame=looks.frame,
        skin=pick(vocabulary["skins"], looks.skin),
        hair=looks.hair,
        hair_colour=pick(vocabulary["hair_colours"], looks.hair_colour),
        beard=looks.beard,
        hat=uniform.get("hat", looks.hat),
        hat_colour=choose_colour("hat_colour", pick(colours, looks.hat_colour)),
        top=uniform.get("top", looks.top),
        top_colour=choose_colour("top_colour", pick(colours, looks.top_colour)),
        bottom=uniform.get("bottom", looks.bottom),
        bottom_colour=choose_colour("bottom_colour", pick(vocabulary["bottom_colours"], looks.bottom_colour)),
        shoes=pick(vocabulary["shoes"], uniform.get("shoes", looks.shoes)),
        glasses=looks.glasses,
        carries=looks.carries,
        carries_colour=pick(colours, looks.carries_colour),
        aid=looks.aid,
        vest=extra("vest"),
        stripe=extra("stripe"),
        trim=extra("trim"),
        apron=extra("apron"),
        checks=bool(uniform.get("checks", False)),
    )


def _uniform(looks: Looks, vocabulary: Vocabulary) -> Mapping[str, Any]:
    return next((one for one in vocabulary["uniforms"] if one["uniform"] == looks.uniform), {})


def pick(entries: Sequence[Mapping[str, Any]], index: int) -> Colour:
    """The colour of this number among those of a vocabulary."""
    return rgb(entries[index % len(entries)]["colour"])
