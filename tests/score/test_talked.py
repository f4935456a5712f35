"""Talks told again, beside what was so."""

from game.log import Approached, Asked, CameUp, Checked, Event, Log, Met, Parted, Replied, Spoke
from game.score import TalkTold, name_talk, tell_exchange, tell_opening, tell_parting, tell_talks

CAME_BY = "the west door; the underpass"


def asks(tick: int, person: int, topic: str, claim: str) -> list[Event]:
    """A question, and what was claimed two seconds later."""
    return [
        Asked(tick, person, topic, None, f"{topic}?"), Replied(tick + 20, person, topic, None, f"By {claim}.", claim)
    ]


def told(*events: Event) -> tuple[TalkTold, ...]:
    """The talks of a log; everybody came by the west door or the underpass, and nothing else is known of them."""
    return tell_talks(Log(events), lambda replied, _: CAME_BY if replied.topic == "way" else "")


def a_talk(*said: Event, by: int | None = None, parted: Parted | None = None) -> TalkTold:
    """A talk with person 3 of which these are what was said."""
    end = [parted] if parted else []
    (talk,) = told(Approached(10, 3, by), Met(50, 3), Spoke(60, 3, "explained", "Fine."), *said, *end)
    return talk


def test_an_answer_stands_beside_what_was_so() -> None:
    """Any of several things that were so agrees; what differs is told with what was so, and that the honest err."""
    talk = a_talk(*asks(100, 3, "way", "the underpass"), *asks(140, 3, "way", "the south door"))
    assert [exchange.held for exchange in talk.exchanges] == ["so", "not so"]
    assert "the west door, the underpass. Honest people err as well." in list(tell_exchange(talk.exchanges[1]))[1]


def test_an_answer_that_claims_nothing_or_of_which_nothing_is_known_is_neither() -> None:
    """Vague words are no error; and of a reason nobody can say whether it was so."""
    talk = a_talk(*asks(100, 3, "way", ""), *asks(140, 3, "reason", ""))
    assert [exchange.held for exchange in talk.exchanges] == ["nothing claimed", "no fact"]
    assert len(list(tell_exchange(talk.exchanges[1]))) == 1


def test_it_is_told_whether_control_was_asked() -> None:
    """What could have been looked up and was not is said, too."""
    for checks, words in ((True, "Control was asked."), (False, "Control could have told you, and was not asked.")):
        more = [Checked(130, 3, "way", None)] if checks else []
        (exchange,) = a_talk(*asks(100, 3, "way", "the west door"), *more).exchanges
        assert list(tell_exchange(exchange))[1].endswith(words)


def test_a_question_without_an_answer_is_told_as_one() -> None:
    """Somebody may break off before they answer, or the exercise end."""
    talk = a_talk(Asked(100, 3, "way", None, "Which way?"))
    assert talk.exchanges[0].held == "no fact"
    assert "before they could answer" in next(tell_exchange(talk.exchanges[0]))
    assert tell_parting(talk) == "The exercise ended before you parted."


def test_who_spoke_and_how_they_parted() -> None:
    """Oneself or a colleague; with thanks or without."""
    own = a_talk(parted=Parted(200, 3, "let go", thanked=True, explained=True))
    assert (name_talk(own), tell_parting(own)) == (
        "You spoke with them.", "You let them go with thanks and told them why you asked."
    )  # fmt: skip
    assert tell_opening(own) == "Told who you are and why you ask, they said: “Fine.”"
    sent = a_talk(by=8, parted=Parted(200, 3, "broke off", thanked=False, explained=False))
    assert (name_talk(sent), tell_parting(sent)) == ("A colleague spoke with them for you.", "They broke it off.")


def test_talks_with_several_people_do_not_mix() -> None:
    """One who never was reached, one who came up to ask, and one spoken with later."""
    talks = told(
        Approached(10, 3), Parted(90, 3, "gone", thanked=False, explained=False),
        CameUp(120, 4, "help", "Which way is the clock?"),
        Parted(180, 4, "let go", thanked=False, explained=False),
        Parted(185, 4, "let go", thanked=False, explained=False),
        Approached(190, 3), Met(200, 3), *asks(220, 3, "way", "the west door"),
    )  # fmt: skip
    assert [(talk.person, talk.met) for talk in talks] == [(3, False), (4, True), (3, True)]
    assert [len(talk.exchanges) for talk in talks] == [0, 0, 1]
    assert name_talk(talks[0]) == "You set off to speak with them."
    assert tell_parting(talks[1]) == "You did not answer them."


def test_who_asked_in_vain_is_told_of_with_what_they_said() -> None:
    """They waited and went, or the trainee turned to something else; whoever was helped was let go."""
    came, words = CameUp(120, 4, "help", "Which way is the clock?"), Replied(370, 4, "", None, "Never mind.", "")
    gave_up, left = (Parted(370, 4, why, thanked=False, explained=False) for why in ("broke off", "let go"))
    assert tell_parting(told(came, words, gave_up)[0]) == "They waited, got no answer and went: “Never mind.”"
    assert tell_parting(told(came, words, left)[0]) == "You did not answer them: “Never mind.”"
    helped = Asked(200, 4, "help", None, "There."), Replied(220, 4, "help", None, "Thank you.", "")
    assert tell_parting(told(came, *helped, Parted(220, 4, "let go", True, False))[0]) == "You let them go."
