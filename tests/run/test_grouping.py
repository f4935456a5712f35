"""Everybody staged is of one group in each trait, and false alarms are counted by them."""

from dataclasses import replace

from game.run import group_by_looks, set_stage
from game.run.grouping import groups
from game.scenario import find, read


def test_everybody_is_of_one_group_a_trait() -> None:
    """Of a whole cast: five traits each and beards for men alone; each trait has at least two groups."""
    people = set_stage(read(find("king_street_morning")), 3).cast.people
    told = group_by_looks(people)
    assert len(told) == len(people)
    for person, own in zip(people, told, strict=True):
        traits = [trait for trait, _ in own]
        assert traits == ["sex", "age", "skin", "hair", "head"] + ["beard"] * (person.looks.frame == "man")
    for trait in ("sex", "age", "skin", "hair", "head", "beard"):
        assert len({group for own in told for of, group in own if of == trait}) >= 2


def test_tones_are_counted_in_three() -> None:
    """The lightest, the middle and the darkest three of nine."""
    looks = set_stage(read(find("king_street_quiet")), 3).cast.people[0].looks
    told = [dict(groups(replace(looks, skin=tone)))["skin"] for tone in range(9)]
    assert told == [f"people with {word} skin" for word in ("lighter", "medium", "darker") for _ in range(3)]
