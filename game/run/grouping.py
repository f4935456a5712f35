"""Which groups people are of by how they look: for who counts, after the event, whether all were marked alike."""

from collections.abc import Iterator, Sequence

from game.cast import Looks, Person
from game.course import Group

AGES = {"child": "children", "young": "young adults", "adult": "adults", "older": "older people"}
SKINS = ("people with lighter skin", "people with medium skin", "people with darker skin")
TONES = 3
"""Skin tones of `assets/looks.yaml` to one of these, from the lightest on: nine are too many to count apart."""
SHORN = ("bald", "crop")
COVERED = ("headscarf", "turban")


def group_by_looks(people: Sequence[Person]) -> tuple[tuple[Group, ...], ...]:
    """The groups of everybody, by id."""
    return tuple(tuple(groups(person.looks)) for person in people)


def groups(looks: Looks) -> Iterator[Group]:
    """Which group somebody is of, for each trait; beards are asked after among men alone."""
    yield "sex", "women" if looks.frame == "woman" else "men"
    yield "age", AGES[looks.age]
    yield "skin", SKINS[min(looks.skin // TONES, len(SKINS) - 1)]
    yield "hair", "people with shorn hair" if looks.hair in SHORN else "people with other hair"
    yield "head", "people in a headscarf or turban" if looks.hat in COVERED else "people in neither"
    if looks.frame == "man":
        yield "beard", "men without a beard" if looks.beard is None else "men with a beard"
