"""How a person is described: to be found again, and by nothing to judge them by."""

from dataclasses import replace

import pytest

from game.cast import Looks
from game.exercise import describe
from game.scenario import Production, find, read

LOOKS = Looks(
    stature=1.64, build=1.0, age="older", frame="woman", skin=4, hair="long", hair_colour=2, hat="none", hat_colour=0,
    top="coat", top_colour=9, bottom="trousers", bottom_colour=1, shoes=0, glasses=True, uniform="none",
    carries="handbag", carries_colour=3, aid="none",
)  # fmt: skip


@pytest.fixture(scope="module")
def production() -> Production:
    """Any that is shipped, for its words."""
    return read(find("first_steps"))


def test_a_description_names_clothes_and_what_is_carried(production: Production) -> None:
    """Garments with their colours, the bag; never skin, frame or age."""
    said = describe(LOOKS, production.looks)
    assert said == describe(replace(LOOKS, skin=0, frame="man", age="adult", build=1.2), production.looks)
    assert all(word in said for word in ("coat", "trousers", "handbag"))


def test_a_uniform_says_it_all(production: Production) -> None:
    """Whoever wears one is described by it."""
    said = describe(replace(LOOKS, uniform="police officer", carries="nothing"), production.looks)
    assert said == "Police uniform"


def test_every_word_of_the_looks_can_be_said(production: Production) -> None:
    """No description is empty or falls back to a key, whatever is drawn."""
    table = production.looks
    for kind, key in (("tops", "top"), ("bottoms", "bottom"), ("hats", "hat"), ("carries", "carries"), ("aids", "aid")):
        words = table[kind]
        assert isinstance(words, list)
        for word in words:
            if word[key] not in ("none", "nothing"):
                said = describe(replace(LOOKS, **{key: word[key]}), table)
                assert str(word.get("word", word[key])).lower() in said.lower()
