"""The course for the public: by keys alone, with room for its words, and gone on with where it was left."""

from dataclasses import replace
from pathlib import Path

import pygame

from game.app.learning import Filmed
from game.app.settings_file import load
from game.screens.front.briefing import Started
from game.screens.public.course_screen import AnswerGiven, PublicCourse
from game.screens.public.course_words import PAGES
from tests.screens.test_screens_layout import sound
from tests.support.playroom import Playroom, offer, write


def course(room: Playroom) -> PublicCourse:
    """The course, with places in which nothing can be played."""
    return PublicCourse(room.style, room.rooms, (), lambda place, names: Filmed(ready=True))


def test_it_is_gone_through_by_keys_alone(tmp_path: Path) -> None:
    """Enter goes on, digits answer; every page fits; every answer is told why at once; the exercise is of the staff."""
    room = Playroom(tmp_path / "home", (1280, 720), 150)
    room.put_on_list(replace(offer(write(tmp_path)), post="staff"))
    room.show(course(room))
    for n, page in enumerate(PAGES[:-1]):
        sound(room, f"page {n}")
        assert page.title in room.words()
        if page.asks:
            room.key(pygame.K_RIGHT)
            assert page.title in room.words(), "it waits for an answer"
            right = next(n for n, answer in enumerate(page.answers) if answer.right)
            room.key(pygame.K_1 + right)
            sound(room, f"page {n} answered")
            assert all(answer.why in room.words() for answer in page.answers)
            assert AnswerGiven(right) not in room.list_offered()
        room.key(pygame.K_RETURN)
        if page.exercise:
            assert Started() in room.list_offered()
            room.key(pygame.K_ESCAPE)
    sound(room, "the last page")
    room.key(pygame.K_RETURN)
    assert room.on == "Title"
    room.leave()


def test_where_somebody_was_is_remembered(tmp_path: Path) -> None:
    """It begins at the page that was open last, for whoever sits here, and after the last page at the first."""
    room = Playroom(tmp_path / "home")
    room.show(course(room))
    room.key(pygame.K_RETURN)
    room.key(pygame.K_ESCAPE)
    assert load(tmp_path / "home").course_page == 1
    room.show(course(room))
    room.pictures()
    assert PAGES[1].title in room.words()
    room.key(pygame.K_ESCAPE)
    room.rooms.sit("Ada")
    room.show(course(room))
    room.pictures()
    assert PAGES[0].title in room.words()
    room.leave()


def test_every_question_has_one_right_answer_and_a_reason_for_each() -> None:
    """So each answer can be told at once, and why."""
    asked = [page for page in PAGES if page.asks]
    assert len(asked) >= 4
    assert all(sum(answer.right for answer in page.answers) == 1 for page in asked)
    assert all(answer.why for page in asked for answer in page.answers)
