"""The watching screen: who is outlined, where the selected stand, how one's own marks are listed."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.acts import Clear, Mark
from game.screens.watch.pointing import into_the_free
from game.screens.watch.scene_view import CLOSEST_UP, badge, sheet_for
from game.screens.watch.watch_screen import Watch
from game.view.viewpoint import COS_DOWN
from game.widgets.page import walk
from game.widgets.scroll import Scroll
from game.widgets.widget import Label
from tests.support.playroom import Playroom, watched


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Playroom]:
    """A window in which an exercise is being watched."""
    made, _ = watched(tmp_path)
    yield made
    made.leave()


def watching(room: Playroom) -> Watch:
    """The watching screen, which must be the one that is shown."""
    assert isinstance(room.window.top, Watch)
    return room.window.top


def marked(room: Playroom, count: int) -> list[int]:
    """Mark so many people, a second after one another."""
    watch = watching(room)
    room.pictures(6, 0.25)
    people = [person for person in watch.exercise.snapshot().ids.tolist() if watch.exercise.has_seen(person)][:count]
    for person in people:
        assert watch._watched.sitting.do(Mark(person, 1, ())) is None
        room.pictures(4, 0.25)
    return people


def test_the_outline_stays_at_the_pointer_and_not_with_who_walked_away(room: Playroom) -> None:
    """Whoever is outlined is under the pointer at every picture, though it rests and the view moves."""
    watch = watching(room)
    person = watch.people_in_view()[0]
    at = watch.pixel_of(person)
    room.move(at)
    assert watch._outlined.person in watch.under(at)
    watch._looking.pan(400, 0)
    room.pictures(60)
    assert person not in watch.under(at)
    assert watch._outlined.person == next(iter(watch.under(at)), None)


def test_tab_outlines_on_though_the_pointer_rests(room: Playroom) -> None:
    """What the keyboard points at is not taken back by a pointer that does not move."""
    watch = watching(room)
    first, second = watch.people_in_view()[:2]
    room.move(watch.pixel_of(first))
    room.key(pygame.K_SPACE)
    room.key(pygame.K_TAB)
    room.pictures(5)
    assert watch._outlined.person == second


@pytest.mark.parametrize("text", [100, 150])
def test_whoever_is_selected_comes_out_from_under_the_panels(room: Playroom, text: int) -> None:
    """The inspector that opens never covers the person it is about."""
    watch = watching(room)
    room.resize((1280, 720), text)
    room.key(pygame.K_SPACE)
    for person in watch.people_in_view():
        watch._looking.whole()
        room.pictures(60)
        watch._select(person)
        room.pictures(60)
        x, y = watch.pixel_of(person)
        assert not any(left <= x < left + w and top <= y < top + h for left, top, w, h in watch.exercise.panels)
        watch._select(None)


def test_nothing_moves_where_nothing_covers() -> None:
    """A box in the free stays; one under a panel moves just out of it."""
    panels = [(700.0, 0.0, 300.0, 600.0), (0.0, 300.0, 200.0, 300.0)]
    assert into_the_free(pygame.Rect(400, 200, 20, 60), panels, (1000, 600), 10) == (0, 0)
    assert into_the_free(pygame.Rect(800, 200, 20, 60), panels, (1000, 600), 10) == (-130, 0)
    assert into_the_free(pygame.Rect(100, 400, 20, 60), panels, (1000, 600), 10) == (110, 0)


def test_a_mark_keeps_its_place_and_the_time_of_when_it_was_first_made(room: Playroom) -> None:
    """Raising a mark or ticking a sign does not move its line; taking it back and marking anew does."""
    first, second, third = marked(room, 3)
    watch, listed = watching(room), watching(room).panels.marks.listed
    before = [(mark.person, tick) for mark, tick in listed()]
    assert [person for person, _ in before] == [third, second, first]
    room.pictures(4, 0.25)
    watch._watched.sitting.do(Mark(first, 3, ("F1.1",)))
    assert [(mark.person, tick) for mark, tick in listed()] == before
    assert listed()[-1][0].level == 3
    watch._watched.sitting.do(Clear(second))
    watch._watched.sitting.do(Mark(second, 1, ()))
    assert [mark.person for mark, _ in listed()] == [second, third, first]


def test_the_list_of_marks_never_shows_half_a_line(room: Playroom) -> None:
    """Whatever is scrolled, and however large the text, each line is shown whole or not at all; and some always are."""
    marked(room, 6)
    for text, wheel in ((100, 0), (100, -1), (125, -1), (150, 0), (150, -1), (100, 0), (125, -9), (150, 0), (150, 2)):
        room.resize((1280, 720), text)
        shown = next(part for part in walk(watching(room).page.root) if isinstance(part, Scroll) and part.whole)
        room.move((shown.rect.centerx, shown.rect.y + 10))
        pygame.event.post(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=wheel, flipped=False))
        room.pictures(2)
        lines = [part for part in shown.inside.parts() if part.rect.colliderect(shown.rect) and not shown.cuts(part)]
        assert lines
        assert lines[0].rect.y == shown.rect.y
        assert all(shown.rect.contains(part.rect) for part in lines)


def test_plan_and_list_fold_away_together(room: Playroom) -> None:
    """P leaves no more than how many marks there are, and brings all back."""
    people = marked(room, 2)
    page = watching(room).page
    room.key(pygame.K_p)
    assert page.find("plan") is None
    assert page.find(f"go/{people[0]}") is None
    assert any(isinstance(part, Label) and part.text.startswith("Your marks (2)") for part in walk(page.root))
    room.key(pygame.K_p)
    assert page.find("plan")
    assert page.find(f"go/{people[0]}")


def test_a_line_of_the_list_points_at_its_person(room: Playroom) -> None:
    """With the pointer on it, the person is outlined in the scene."""
    person = marked(room, 1)[0]
    room.move(room.widget(f"go/{person}").rect.center)
    assert watching(room).page.hovered == f"go/{person}"


def test_the_sign_of_a_mark_cannot_be_taken_for_a_number(room: Playroom) -> None:
    """It has a letter: N, C or A."""
    assert [badge(room.style, 0, level).text for level in (1, 2, 3)] == ["N", "C", "A"]


@pytest.mark.parametrize("height", [190, 223, 259, 300, 420])
@pytest.mark.parametrize("stature", [1.2, 1.75, 2.0])
def test_head_and_feet_fit_into_the_close_up(height: int, stature: float) -> None:
    """However low the panel, a standing body takes no more than three quarters of its height."""
    wide, high = sheet_for((300, height), stature)
    assert stature * CLOSEST_UP * COS_DOWN <= 0.75 * high
    assert wide / high == pytest.approx(300 / height, rel=0.01)
