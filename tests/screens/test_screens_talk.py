"""Speaking with people on the screen: by keys alone, by mouse alone, and what the panel shows meanwhile."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import get_args

import pygame
import pytest

from game.acts import Opening
from game.duty import POSTS
from game.exercise import OfferedTopic, Talk, TalkStage
from game.log import Asked, Checked, CheckReturned, Parted, Replied, Spoke
from game.screens.watch.actions import LevelChosen
from game.screens.watch.dealing.considering import DecidingAsked, DecisionChosen, DecisionGiven
from game.screens.watch.dealing.own_reasons import OwnReasons
from game.screens.watch.panels.decision_panel import TICKED_LATER
from game.screens.watch.panels.inspector import CuesAsked
from game.screens.watch.panels.talk_panel import VOICES, say_parting, take_apart
from game.screens.watch.speaking import CheckAsked, LeaveTaken, OpeningChosen, SpeechAsked, TopicPut
from tests.support.playroom import SCENARIO, Watching, watch

LONGER = SCENARIO.replace("lasts: 30 s", "lasts: 3 min")
ON_FLOOR = LONGER.replace("deployment: plain clothes", "deployment: uniform, post: officer")


@pytest.fixture(params=[ON_FLOOR, LONGER], ids=["officer", "control room"])
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Watching]:
    """The hall for three minutes, from both posts."""
    room = watch(tmp_path, request.param)
    room.pictures(20, 0.1)
    yield room
    room.leave()


def talk(room: Watching) -> Talk | None:
    """The present talk."""
    assert room.exercise.talking is not None
    return room.exercise.talking.talk


def at(room: Watching, *stages: TalkStage | None) -> bool:
    """Whether the talk has come to one of these."""
    now = talk(room)
    return (now.stage if now else None) in stages


def choose(room: Watching) -> int:
    """Select somebody who stands free, by mouse."""
    for person in room.people_in_view():
        if room.under(room.pixel_of(person))[:1] == [person]:
            room.click(room.pixel_of(person))
            if room.shows(SpeechAsked()):
                return person
    raise AssertionError("nobody stands free")


def begin_talk(room: Watching, opening: Opening) -> None:
    """Speak with whoever is selected, by mouse, until the first question can be put."""
    room.press(SpeechAsked())
    room.run_until(lambda: at(room, TalkStage.MET))
    room.press(OpeningChosen(opening))
    room.run_until(lambda: at(room, TalkStage.LISTENING))


def test_a_talk_by_keys_alone(room: Watching) -> None:
    """T goes up to whoever is outlined; Enter says what is ringed, and the ring goes on to what was not asked yet."""
    room.key(pygame.K_TAB)
    room.key(pygame.K_RETURN)
    room.key(pygame.K_t)
    assert at(room, TalkStage.COMING)
    room.run_until(lambda: at(room, TalkStage.MET))
    room.pictures(2)
    room.key(pygame.K_RETURN)
    room.run_until(lambda: at(room, TalkStage.LISTENING))
    for _ in range(2):
        room.pictures(12, 0.1)
        room.key(pygame.K_RETURN)
        assert at(room, TalkStage.ASKING)
        room.run_until(lambda: at(room, TalkStage.LISTENING))
    assert [event.topic for event in room.exercise.log.of(Replied)] == ["reason", "way"]
    assert next(room.exercise.log.of(Spoke)).opening == "explained"
    room.tab_to(LeaveTaken(thanked=True, explained=False))
    room.key(pygame.K_RETURN)
    assert next(room.exercise.log.of(Parted)).thanked
    room.pictures(2)
    view = room.view
    room.key(pygame.K_RIGHT)
    room.pictures(10)
    assert room.view != view


def test_a_talk_by_mouse_alone(room: Watching) -> None:
    """Each choice is a press; what was said stands in the panel, and what control says comes to it."""
    choose(room)
    begin_talk(room, "blunt")
    for topic in ("reason", "since"):
        room.press(TopicPut(topic))
        room.run_until(lambda: at(room, TalkStage.LISTENING, None))
    said = [event.text for event in room.exercise.log.of(Replied)]
    choices = [words for event in room.list_offered() if isinstance(event, TopicPut) for words in room.words_of(event)]
    assert len(set(choices)) == len(choices), "two choices bear the same words"
    words = room.words()
    assert all(any(line in shown for shown in words) for line in said)
    checks = [event for event in room.list_offered() if isinstance(event, CheckAsked)]
    if checks:
        room.press(checks[0])
        room.run_until(lambda: any(True for _ in room.exercise.log.of(CheckReturned)))
        room.pictures(2)
        assert any("Control: " in shown for shown in room.words())
    if talk(room):
        room.press(LeaveTaken(thanked=True, explained=True))
    (parted,) = room.exercise.log.of(Parted)
    heard = OwnReasons(room.exercise).answers(parted.person)
    assert [answer.reason.about for answer in heard] == ["reason", "since"], "words at parting are no ground"
    assert not room.strangers()


def test_who_decides_in_a_talk_is_told_only_of_what_is_on_the_screen(room: Watching) -> None:
    """There are no signs to tick during a talk: it says when there will be, and not to go where they are not."""
    choose(room)
    room.press(SpeechAsked())
    room.run_until(lambda: at(room, TalkStage.MET))
    room.key(pygame.K_3)
    room.press(DecisionChosen("ask control"))
    assert "What is said (C)" in room.words()
    assert not any("What you saw (C)" in words for words in room.words())
    assert TICKED_LATER in room.words()


def test_everything_of_a_talk_is_within_the_window(room: Watching) -> None:
    """Choices and the last row lie within the panel, at every size of window and text, resized in the midst of it."""
    choose(room)
    begin_talk(room, "explained")
    for size, text in (((1280, 720), 100), ((1280, 720), 150), ((1920, 1080), 150)):
        room.resize(size, text)
        window = pygame.Rect((0, 0), size)
        for event in [TopicPut("reason"), TopicPut("been"), LeaveTaken(True, True), LeaveTaken(False, False)]:
            rect = room.widget(event).rect
            assert window.contains(rect), (size, text, event, rect)
            assert rect.h > 10
        assert room.close_up().h >= 100


def test_many_topics_leave_room_for_the_answer_and_the_last_row(tmp_path: Path) -> None:
    """With large text in a small window the answer is to be read, and each topic reached by wheel and by keys."""
    room = watch(tmp_path, LONGER)
    room.pictures(20, 0.1)
    choose(room)
    begin_talk(room, "explained")
    room.press(TopicPut("reason"))
    room.run_until(lambda: at(room, TalkStage.LISTENING))
    now = talk(room)
    assert now is not None
    now.offer([*now.choices, *(OfferedTopic("act", n, "Filming the camera there", "?") for n in range(6))])
    room.resize((1280, 720), 150)
    window = pygame.Rect((0, 0), (1280, 720))
    said, topics = (held for held in room.lists() if held.name.startswith(("said", "topics")))
    assert said.rect.h >= 4 * room.style.line_height("small")
    for event in (LeaveTaken(True, True), LeaveTaken(False, False), DecidingAsked()):
        found = room.page.find(event)
        assert found is not None
        assert window.contains(found.rect)
        assert found.rect.top >= topics.rect.bottom
        assert found.rect.h < 2 * room.style.line_height("small"), "words are broken"
    first, last = TopicPut("reason"), TopicPut("act", 5)
    room.wheel(topics.rect.center, *[-1] * 12)
    found = room.page.find(last)
    assert found is not None
    assert topics.rect.contains(found.rect)
    room.key(pygame.K_t)
    room.tab_to(first)
    found = room.page.find(first)
    assert found is not None
    assert topics.rect.contains(found.rect)
    assert at(room, TalkStage.ASKING)
    room.leave()


def test_the_newest_exchange_stands_first_each_question_above_its_answer(room: Watching) -> None:
    """What is said reads downwards within an exchange, and nothing to be pressed moves while it is said."""
    person = choose(room)
    begin_talk(room, "explained")
    for topic in ("reason", "way"):
        room.press(TopicPut(topic))
        room.run_until(lambda: at(room, TalkStage.ANSWERING))
        before = room.widget(LevelChosen(1)).rect
        room.run_until(lambda: at(room, TalkStage.LISTENING))
        assert room.widget(LevelChosen(1)).rect == before
    room.press(LeaveTaken(thanked=True, explained=True))
    (parted,) = room.exercise.log.of(Parted)
    replies = {event.topic: event.text for event in room.exercise.log.of(Replied) if event.person == person}
    asked = {event.topic: event.text for event in room.exercise.log.of(Asked)}
    order = [say_parting(parted), replies[""], asked["way"], replies["way"], asked["reason"], replies["reason"]]
    words = room.words()
    lines = [next(n for n, shown in enumerate(words) if line in shown) for line in order]
    assert lines == sorted(lines)


def test_a_check_is_answered_where_it_was_asked_for_unless_something_was_said_meanwhile() -> None:
    """What control says stands below the asking; after another question it stands first."""
    checked, told = Checked(3, 0, "way", None), CheckReturned(9, 0, "way", None, "They did.", "")
    asked, said = Asked(4, 0, "since", None, "Since when?"), Replied(6, 0, "since", None, "Ten.", "")
    assert take_apart([checked, told]) == [[checked, told]]
    assert take_apart([checked, asked, said, told]) == [[checked], [asked, said], [told]]


def test_who_comes_up_takes_no_place_and_no_key_from_somebody_else(tmp_path: Path) -> None:
    """Tab, Enter, T go to whom they were begun for; without them the panel opens, and takes T only a second later."""
    for choosing in (True, False):
        (tmp_path / str(choosing)).mkdir()
        room = watch(tmp_path / str(choosing), ON_FLOOR)
        while not at(room, TalkStage.COMES_UP):
            room.pictures(10, 0.1)
        came = talk(room)
        assert came is not None
        if choosing:
            room.key(pygame.K_TAB)
            while room.find_outlined() in {None, came.person}:
                room.key(pygame.K_TAB)
        other = room.find_outlined()
        while at(room, TalkStage.COMES_UP):
            room.pictures(1, 0.1)
        assert at(room, TalkStage.MET)
        assert room.exercise.selected == (None if choosing else came.person)
        if choosing:
            room.key(pygame.K_RETURN)
            assert room.exercise.selected == other
        room.key(pygame.K_t)
        now = talk(room)
        assert now is not None
        assert now.person == (other if choosing else came.person)
        assert not room.page.ringed
        if not choosing:
            room.pictures(12, 0.1)
            room.key(pygame.K_t)
            assert room.page.ringed
        room.leave()


def test_what_is_said_by_who_asked_in_vain_is_shown(tmp_path: Path) -> None:
    """Somebody who waits for an answer and gives up says so, and it is to be read."""
    room = watch(tmp_path, ON_FLOOR)
    for stage in (TalkStage.COMES_UP, TalkStage.MET, None):
        room.run_until(partial(at, room, stage))
    room.pictures(2)
    assert any(words.startswith("They go without an answer: “") for words in room.words())
    room.leave()


def test_marks_are_reached_by_mouse_in_a_talk_at_every_size(room: Watching) -> None:
    """Large text in a small window leaves them beside the picture, which stays to be seen; and so while one decides."""
    person = choose(room)
    room.press(SpeechAsked())
    room.run_until(lambda: at(room, TalkStage.MET))
    for size, text in (((1280, 720), 100), ((1280, 720), 150), ((1920, 1080), 150)):
        room.resize(size, text)
        room.press(DecidingAsked()) if room.shows(DecidingAsked()) else room.key(pygame.K_3)
        for level in (1, 2):
            room.press(LevelChosen(level))
            assert room.exercise.marks[person].level == level
        assert room.close_up().w > 150
        room.press(CuesAsked())
        room.press(LevelChosen(1))
        assert room.exercise.marks[person].level == 1


def test_every_post_has_a_voice() -> None:
    """Whoever speaks is named, and opens in each of the ways that there are."""
    assert VOICES.keys() == POSTS.keys()
    assert all(voice.says.keys() == set(get_args(Opening)) for voice in VOICES.values())


def test_topics_keep_their_place_from_turn_to_turn() -> None:
    """What comes to it stands at the end, what was there stays, and what can no longer be asked is off."""
    way, train, been = (OfferedTopic(name, None, name, "?") for name in ("way", "train", "been"))
    talk = Talk(0, None, 0)
    talk.offer([way, been])
    talk.offer([way, train, been])
    assert list(talk.list_topics()) == [way, been, train]
    talk.offer([train, been])
    assert list(talk.list_topics()) == [way, been, train]
    assert talk.choices == (train, been)


def test_escape_closes_the_panel_and_t_opens_it_again(room: Watching) -> None:
    """A talk goes on while one looks elsewhere."""
    choose(room)
    room.press(SpeechAsked())
    room.run_until(lambda: at(room, TalkStage.MET))
    room.key(pygame.K_ESCAPE)
    room.pictures(2)
    assert not room.shows(OpeningChosen("blunt"))
    room.key(pygame.K_t)
    room.pictures(2)
    assert room.shows(OpeningChosen("blunt"))


def test_a_lesson_waits_for_an_answer_and_for_a_decision(tmp_path: Path) -> None:
    """To speak is learnt once somebody has answered a question, and to decide once it has been done."""
    steps = "".join(f"  - {{say: Do it., until: {until}}}\n" for until in ("speak", "decide", "seen"))
    room = watch(tmp_path, f"{LONGER}lesson:\n{steps}")
    choose(room)
    begin_talk(room, "explained")
    assert room.lesson_step() == "speak"
    room.press(TopicPut("reason"))
    room.run_until(lambda: at(room, TalkStage.LISTENING))
    room.pictures(2)
    assert room.lesson_step() == "decide"
    room.key(pygame.K_3)
    room.press(DecisionChosen("no concern"))
    assert room.lesson_step() == "decide"
    room.press(DecisionGiven())
    room.pictures(2)
    assert room.lesson_step() == "seen"
    room.leave()
