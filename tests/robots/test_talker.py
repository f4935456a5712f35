"""A robot that talks: whom it goes up to, what it asks, and what it makes of what control finds."""

import pytest

from game.acts import Approach, AskControl, Clear, Mark, Put, Speak, TakeLeave
from game.robots import TALKERS, Talker
from game.robots.judge import CONCERN
from game.view import Held, Pose
from game.view.heard import Heard, HeardAnswer
from tests.support.hand_made_sightings import CAMERA, DOOR, VENUE, Seen, lasting, spot

TOPICS = (("way", None), ("since", None), ("been", None))


def _talker(name: str = "asks-and-checks") -> Talker:
    return TALKERS[name](VENUE)


def _heard(person: int | None = None, *answers: HeardAnswer, **changes: bool) -> Heard:
    stands = {"met": False, "free": False, "wants": False} | changes
    topics = TOPICS if person is not None else ()
    return Heard(100, person, since=50, topics=topics, answers=answers, **stands)


def _answers(person: int, *found: str | None) -> list[HeardAnswer]:
    names = ("way", "since", "been")
    return [HeardAnswer(person, topic, None, "so", one) for topic, one in zip(names, found, strict=False)]


def _note(talker: Talker) -> Mark:
    """Somebody films a camera for long: it notes them, and goes up to them."""
    films = Seen(person=3, eyes=spot(CAMERA), hand=spot(CAMERA), pose=Pose.FILM, held=Held.PHONE)
    acts = [act for seen in lasting(0, 200, films) for act in talker.watch(seen)]
    (mark,) = [act for act in acts if isinstance(act, Mark)][-1:]
    assert mark.level == 1
    assert talker.speak(_heard()) == [Approach(3)]
    return mark


def test_it_says_who_it_is_and_answers_who_asks() -> None:
    """Whoever it came up to is told why; a passer-by is helped."""
    assert _talker().speak(_heard(3, met=True)) == [Speak("explained")]
    assert _talker().speak(_heard(3, met=True, wants=True)) == [Put("help")]


def test_it_asks_one_thing_after_another_then_checks_and_thanks() -> None:
    """All three topics in turn; control is asked about each that claims something; the last is thanks."""
    talker = _talker()
    claims = _answers(3, None, None, None)
    said = [talker.speak(_heard(3, *claims[:n], free=True)) for n in range(4)]
    assert said[:3] == [[Put("way")], [Put("since")], [Put("been")]]
    assert said[3] == [AskControl("way"), AskControl("since"), AskControl("been"), TakeLeave(True, True)]


def test_it_waits_for_all_that_it_asked_control() -> None:
    """Nobody is settled while an answer is still out, nor while it is with them."""
    talker = _talker()
    _note(talker)
    assert not talker.speak(_heard(None, *_answers(3, "not so", "not so", None)))
    assert not talker.speak(_heard(3, *_answers(3, "not so", "not so", "so")))


def test_two_answers_that_were_not_so_are_a_concern() -> None:
    """And they are settled: it says so once."""
    talker = _talker()
    noted = _note(talker)
    heard = _heard(None, *_answers(3, "not so", "not so", "so"))
    assert talker.speak(heard) == [Mark(3, 2, noted.cues)]
    assert talker.speak(heard) == []


def test_answers_that_were_all_so_clear_whoever_gave_them() -> None:
    """Two are enough, one is not; a single error leaves things as they are."""
    for found, act in (
        (("so", "so", "so"), [Clear(3)]), (("so", "so"), [Clear(3)]), (("so",), []), (("so", "not so", "so"), []),
    ):  # fmt: skip
        talker = _talker()
        _note(talker)
        assert talker.speak(_heard(None, *_answers(3, *found))) == act


def _go_on(talker: Talker) -> list[Mark | Clear]:
    """Whoever was noted writes something down and tries a door: signs of two more kinds."""
    writes = Seen(person=3, eyes=spot(CAMERA), pose=Pose.NOTE, held=Held.NOTEBOOK)
    tries = Seen(person=3, at=(0.6, 10.0), eyes=spot(DOOR), hand=spot(DOOR), pose=Pose.TRY_DOOR)
    moments = [*lasting(300, 200, writes), *lasting(600, 100, tries)]
    return [act for seen in moments for act in talker.watch(seen) if isinstance(act, Mark | Clear)]


def test_a_concern_whose_account_holds_is_withdrawn() -> None:
    """Signs of several kinds made it one; what can be checked of the account was so."""
    talker = _talker()
    _note(talker)
    last = _go_on(talker)[-1]
    assert isinstance(last, Mark)
    assert last.level == CONCERN
    assert talker.speak(_heard(None, *_answers(3, "so", "so"))) == [Clear(3)]


@pytest.mark.parametrize("found", [("so", "so", "so"), ("so", "not so", "so")])
def test_what_is_seen_after_a_talk_counts(found: tuple[str, ...]) -> None:
    """Whether they were cleared or nothing was decided, signs of two more kinds make them a concern."""
    talker = _talker()
    _note(talker)
    talker.speak(_heard(None, *_answers(3, *found)))
    last = _go_on(talker)[-1]
    assert isinstance(last, Mark)
    assert last.level == CONCERN


def test_without_a_reason_it_speaks_with_nobody() -> None:
    """Before it has seen anything there is nobody to go up to."""
    for name in TALKERS:
        assert not any(isinstance(act, Approach) for act in _talker(name).speak(_heard()))
