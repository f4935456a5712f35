"""What somebody wears, in colours ready to draw."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.cast import Looks
from game.scenario.vocabulary import Tint, Vocabulary
from game.theme import Colour, rgb


@dataclass(frozen=True, slots=True)
class Outfit:
    """A person's appearance with a uniform's garments put over what was drawn for them. What they have not is None."""

    stature: float
    build: float
    age: str
    frame: str
    skin: Colour
    hair: str
    hair_colour: Colour
    beard: str | None
    hat: str | None
    hat_colour: Colour
    top: str
    top_colour: Colour
    bottom: str
    bottom_colour: Colour
    shoes: Colour
    glasses: bool
    carries: str | None
    carries_colour: Colour
    aid: str | None
    vest: Colour | None = None
    stripe: Colour | None = None
    trim: Colour | None = None
    apron: Colour | None = None
    checks: bool = False


def outfit(looks: Looks, vocabulary: Vocabulary) -> Outfit:
    """The looks resolved with the vocabulary that they were drawn from."""
    drawn = Outfit(
        stature=looks.stature,
        build=looks.build,
        age=looks.age,
        frame=looks.frame,
        skin=pick(vocabulary.skins, looks.skin),
        hair=looks.hair,
        hair_colour=pick(vocabulary.hair_colours, looks.hair_colour),
        beard=looks.beard,
        hat=looks.hat,
        hat_colour=pick(vocabulary.colours, looks.hat_colour),
        top=looks.top,
        top_colour=pick(vocabulary.colours, looks.top_colour),
        bottom=looks.bottom,
        bottom_colour=pick(vocabulary.bottom_colours, looks.bottom_colour),
        shoes=pick(vocabulary.shoes, looks.shoes),
        glasses=looks.glasses,
        carries=looks.carries,
        carries_colour=pick(vocabulary.colours, looks.carries_colour),
        aid=looks.aid,
    )
    uniform = vocabulary.find_uniform(looks.uniform)
    if uniform is None:
        return drawn
    return replace(
        drawn,
        hat=uniform.hat,
        hat_colour=rgb(uniform.hat_colour) if uniform.hat_colour else drawn.hat_colour,
        top=uniform.top,
        top_colour=rgb(uniform.top_colour),
        bottom=uniform.bottom,
        bottom_colour=rgb(uniform.bottom_colour),
        shoes=pick(vocabulary.shoes, uniform.shoes),
        vest=_paint(uniform.vest),
        stripe=_paint(uniform.stripe),
        trim=_paint(uniform.trim),
        apron=_paint(uniform.apron),
        checks=uniform.checks,
    )


def _paint(hue: str | None) -> Colour | None:
    return rgb(hue) if hue else None


def pick(tints: Sequence[Tint], index: int) -> Colour:
    """The colour of this number among those of a vocabulary."""
    return rgb(tints[index % len(tints)].colour)
