"""The pairs of a tell and its look-alike that are dealt to be told apart."""

from game.scenario import find, read
from tools.pairs import PAIRS, deal, strip


def test_each_pair_is_a_tell_and_what_looks_like_it() -> None:
    """The catalogue itself says which look-alike each tell may be taken for."""
    behaviours = read(find("king_street_morning")).behaviours
    for tell, other in PAIRS:
        assert (behaviours[tell].kind, behaviours[other].kind) == ("tell", "look-alike")
        assert other in behaviours[tell].looks_like


def test_the_same_seed_deals_the_same_and_six_moments_are_shown() -> None:
    """Order and places are drawn by lot, by the seed alone; a strip is six pictures of the inspector's size."""
    few = PAIRS[:2]
    one, two = (deal("first_steps", 1, 1, few) for _ in range(2))
    assert [(trial.pair, trial.first) for trial in one] == [(trial.pair, trial.first) for trial in two]
    assert sorted(trial.pair for trial in one) == sorted(few)
    assert [trial.pair for trial in one] != list(few)
    assert strip(one[0].played[0]).get_size() == (3 * 401, 2 * 381)
