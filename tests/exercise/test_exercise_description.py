"""How a person is described: to be found again, and by nothing to judge them by."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from game.exercise import describe, head_description
from game.scenario import Production, find, read
from game.scenario.vocabulary import Garment
from tests.support.plain_looks import plain_looks

LOOKS = plain_looks(
    stature=1.64, age="older", frame="woman", skin=4, hair="long", top="coat", top_colour=9, bottom_colour=1,
    glasses=True, carries="handbag", carries_colour=3,
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
    said = describe(replace(LOOKS, uniform="police officer", carries=None), production.looks)
    assert said == "Police uniform"


def test_every_word_of_the_looks_can_be_said(production: Production) -> None:
    """No description is empty or falls back to a key, whatever is drawn."""
    words = production.looks
    worn: dict[str, Sequence[Garment]] = {
        "top": words.tops, "bottom": words.bottoms, "hat": words.hats, "carries": words.carries, "aid": words.aids
    }  # fmt: skip
    for part, garments in worn.items():
        for garment in garments:
            if garment.name:
                said = describe(plain_looks(**{part: garment.name}), words)
                assert garment.word
                assert garment.word.lower() in said.lower()


def test_what_nobody_has_is_not_said(production: Production) -> None:
    """Bare heads and empty hands are told by the headings alone, as is usual where somebody is described."""
    assert describe(replace(LOOKS, carries=None), production.looks).count(",") == 1
    headed = head_description(replace(LOOKS, carries=None), production.looks)
    assert (headed["Headgear"], headed["Carries"]) == ("none", "nothing")
