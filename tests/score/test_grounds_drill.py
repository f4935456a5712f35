"""The grounds drill: what it offers of a run, and what it takes for grounds."""

from collections.abc import Mapping

import pytest

from game.duty import Post, Reason
from game.score import GroundsCard, pose_grounds
from tests.support.hand_made_runs import Run, act, decoy, subject

POST: Post = "officer in uniform"
HUNCH, LOOKS = Reason("hunch"), Reason("looks")


def a_run() -> Run:
    """Person 1 films and watches in view, person 2 resembles that; both are ticked, and say by which way they came."""
    run = Run((subject(1, act(0, "F1.1"), act(1, "F2.1"), act(2, "F11.1")), decoy(2)))
    run.performs(1).performs(2, first=250).watches(1, upon=True).watches(2, upon=True)
    run.marks(700, 1, 2, "F1.1", "F2.1", "F11.1", "F7.1").marks(710, 2, 1, "F2.1")
    return run.answers(800, 1, "way", "the west door", "the south door").answers(810, 2, "way", "the west door")


def pose(run: Run) -> Mapping[tuple[int, str], GroundsCard]:
    """Each question by whom and what it is about."""
    return {(card.person, card.purpose): card for card in pose_grounds(run.key(), run.log(), POST)}


def count(card: GroundsCard) -> dict[str, bool]:
    """What counts, by what it is about, or else its kind."""
    return {offered.weighed.ground.about or offered.weighed.ground.kind: offered.counts for offered in card.offered}


def test_signs_made_out_and_answers_that_are_not_so_are_grounds_for_a_search() -> None:
    """What was not there to see, stress, looks and a feeling are none."""
    card = pose(a_run())[1, "search"]
    assert count(card) == {
        "F1.1": True, "F2.1": True, "way": True, "F11.1": False, "F7.1": False, "looks": False, "hunch": False,
    }  # fmt: skip
    assert card.borne


def test_a_look_alike_is_reason_to_ask_and_no_more() -> None:
    """It stands among the grounds to stop somebody, and not among those for a search."""
    cards = pose(a_run())
    assert count(cards[2, "stop and account"])["F2.1"]
    assert not count(cards[2, "search"])["F2.1"]
    assert (cards[2, "stop and account"].borne, cards[2, "search"].borne) == (True, False)


def test_an_answer_never_checked_is_no_ground() -> None:
    """It is offered with what was said, and what control told where it did."""
    cards = pose(a_run())
    assert not count(cards[2, "search"])["way"]
    said = {offered.weighed.ground.about: offered.said for offered in cards[1, "search"].offered}
    assert said["way"] == "“I way the west door.” Control: “It was the south door.”"


@pytest.mark.parametrize("chosen", [(), (HUNCH, LOOKS)])
def test_what_is_left_out_rightly_counts_as_well_as_what_is_chosen(chosen: tuple[Reason, ...]) -> None:
    """Of each reason offered it is said whether it is a ground, chosen or not."""
    card = pose(a_run())[1, "search"]
    assert card.right(chosen) == 4 - len(chosen)
    grounds = [offered.weighed.ground for offered in card.offered if offered.counts]
    assert card.right(grounds) == len(card.offered)


def test_what_was_ticked_and_taken_back_is_offered_once() -> None:
    """From when it was first ticked; of people of whom nothing was ticked or heard nothing is asked."""
    run = a_run().marks(900, 1, 2, "F1.1").clears(950, 1).marks(960, 1, 2, "F1.1").marks(970, 5, 1)
    cards = pose(run)
    assert {person for person, _ in cards} == {1, 2}
    ticks = [
        offered.weighed.ground.tick for offered in cards[1, "search"].offered if offered.weighed.ground.about == "F1.1"
    ]
    assert ticks == [700]


def test_a_run_without_marks_or_answers_asks_nothing() -> None:
    """There is nothing of one's own to ask about."""
    assert not pose_grounds(a_run().key(), Run((subject(1),)).log(), POST)
