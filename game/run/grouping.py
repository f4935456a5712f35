"""Which groups people are of by how they look: for who counts, after the event, whether all were marked alike."""

from collections.abc import Iterator, Sequence

from game.cast import Looks, Person
from game.course import Group

AGES = {"child": "children", "young": "young adults", "adult": "adults", "older": "older people"}
SKINS = ("lighter skin", "medium skin", "darker skin")
TONES = 3
"""Skin tones of `assets/looks.yaml` to one of these, from the lightest on: nine are too many to count apart."""
SHORN = ("bald", "crop")
COVERED = ("headscarf", "turban")


def group_by_looks(people: Sequence[Person]) -> tuple[tuple[Group, ...], ...]:
    """The groups of everybody, by id."""
    return tuple(tuple(groups(one.looks)) for one in people)


def groups(looks: Looks) -> Iterator[Group]:
    """Which group somebody is of, for each trait; beards are asked after among men alone."""
    yield "sex", "women" if looks.frame == "woman" else "men"
    yield "age", AGES[looks.age]
    yield "skin", SKINS[min(looks.skin // TONES, len(SKINS) - 1)]
    yield "hair", "shorn hair" if looks.hair in SHORN else "other hair"
    yield "head", "headscarf or turban" if looks.hat in COVERED else "other heads"
    if looks.frame == "man":
        yield "beard", "men without a beard" if looks.beard == "none" else "men with a beard"
