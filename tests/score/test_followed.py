"""What followed from a decision."""

from game.duty import ReportLine
from game.log import Decided, Event, Finished, Left, Log, Parted, Reported, Sighted
from game.score import what_followed

ASKED = Decided(100, 3, "ask control", "officer in uniform")
CIRCULATED = Decided(100, 3, "circulate", "officer in uniform")
END = Finished(900, early=False)
LOOKS = Reported(150, 3, (ReportLine("look", "Age: adult"),))


def follows(decided: Decided, *events: Event) -> list[str]:
    """What is told after this decision, in a log that ends with these."""
    return [words for _, words in what_followed(decided, Log([decided, *events]))]


def test_what_control_and_colleagues_tell_is_given_in_their_words() -> None:
    """With a word on it where a description led to somebody else."""
    found = Sighted(300, 3, 3, "control", "By the kiosk.")
    assert follows(ASKED, found, Left(400, 3), END) == ["“By the kiosk.”", "They left the place."]
    (reported, other) = follows(CIRCULATED, LOOKS, Sighted(300, 3, 8, "colleague", "Here."), END)
    assert reported == "You reported."
    assert other == "“Here.” It was somebody else, whom your description fitted as well."


def test_that_nothing_came_back_is_told_with_the_reason() -> None:
    """The end of the exercise, or that nobody knew how they look."""
    assert follows(ASKED, END) == ["The exercise ended before anything came back."]
    assert follows(CIRCULATED, END) == ["You gave no description, so nobody could look out for them."]
    assert follows(CIRCULATED, LOOKS, END)[1:] == ["The exercise ended before anything came back."]


def test_it_ends_with_the_next_decision_and_leaves_others_out() -> None:
    """What comes after that belongs to the next one; nothing of other people is told."""
    off = Parted(200, 3, "broke off", thanked=False, explained=False)
    later: list[Event] = [Decided(300, 3, "no concern", "officer in uniform"), Left(400, 3), END]
    assert follows(ASKED, Left(150, 4), off, *later) == ["They broke off the talk."]


def test_nothing_is_awaited_of_a_decision_that_the_post_may_not_make() -> None:
    """The control room asks nobody; that is explained with the decision itself."""
    assert follows(Decided(100, 3, "ask control", "control room"), END) == []
