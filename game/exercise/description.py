"""A person in words, as anyone in the room could say it, and nothing to judge them by."""

from collections.abc import Mapping, Sequence

from game.cast import Looks
from game.scenario.vocabulary import Garment, Tint, Vocabulary
from game.text import capitalise

_OF_ITS_OWN_COLOUR = frozenset({"dog", "camera", "trolley", "instrument"})
"""What is carried and not painted in the colour that was drawn for it; to say that colour would mislead."""


def describe(looks: Looks, vocabulary: Vocabulary) -> str:
    """Clothes and things carried, enough to find them again: "Navy coat, grey rucksack", "Station staff uniform"."""
    told = _InWords(looks, vocabulary)
    # A hat is rarer than any trousers, so where there is one it says more.
    below = "" if told.uniform else told.hat or told.bottom
    parts = (told.uniform or told.top, below, told.carried, told.aid)
    return capitalise(", ".join(part for part in parts if part))


def head_description(looks: Looks, vocabulary: Vocabulary) -> Mapping[str, str]:
    """What could be seen of somebody, by the headings of a description; nothing is said of what cannot be seen."""
    told = _InWords(looks, vocabulary)
    headed = {
        "Age": looks.age,
        "Hair": "" if looks.hat else looks.hair,
        "Upper clothing": told.uniform or told.top,
        "Lower clothing": "" if told.uniform else told.bottom,
        "Headgear": told.hat or "none",
        "Carries": told.carried or "nothing",
    }
    return {heading: words for heading, words in headed.items() if words}


def itemise(looks: Looks) -> tuple[str, ...]:
    """All that can be seen of an appearance, word by word. Colours keep their number in the palette."""
    worn = [
        looks.age,
        looks.frame,
        f"{looks.hair} hair",
        f"{looks.top} {looks.top_colour}",
        f"{looks.bottom} {looks.bottom_colour}",
        *(word for word in (looks.hat, looks.carries, looks.aid) if word),
        *([f"{looks.uniform} uniform"] if looks.uniform else []),
    ]
    return (*worn, "glasses") if looks.glasses else tuple(worn)


class _InWords:
    """Each thing about somebody in words, its colour first; empty words for what they have not or what is hidden."""

    def __init__(self, looks: Looks, vocabulary: Vocabulary) -> None:
        self.uniform = _name_uniform(looks.uniform, vocabulary)
        self.hat = _name(vocabulary.hats, looks.hat, vocabulary.colours, looks.hat_colour)
        self.top = _name(vocabulary.tops, looks.top, vocabulary.colours, looks.top_colour)
        bottom = _name(vocabulary.bottoms, looks.bottom, vocabulary.bottom_colours, looks.bottom_colour)
        self.bottom = "" if looks.top == "dress" else bottom
        carried = () if looks.carries in _OF_ITS_OWN_COLOUR else vocabulary.colours
        self.carried = _name(vocabulary.carries, looks.carries, carried, looks.carries_colour)
        self.aid = _name(vocabulary.aids, looks.aid)


def _name_uniform(name: str | None, vocabulary: Vocabulary) -> str:
    uniform = vocabulary.find_uniform(name)
    return (uniform.word if uniform else "") or name or ""


def _name(garments: Sequence[Garment], name: str | None, palette: Sequence[Tint] = (), colour: int = 0) -> str:
    """A thing in words; by its name where the vocabulary has no word for it, as that of an old record may."""
    if name is None:
        return ""
    word = next((garment.word for garment in garments if garment.name == name), "") or name
    return f"{palette[colour].word} {word}".strip() if 0 <= colour < len(palette) else word
