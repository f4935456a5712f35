"""The watching screen: who is outlined, where the selected stand, how one's own marks are listed, what panels tell."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.exercise import Exercise
from game.log import Exposed, Looked
from game.picture import ZOOMS
from game.screens.watch.actions import CueChosen, LevelChosen, MarkCleared
from game.screens.watch.choosing import GoTo, PersonChosen
from game.screens.watch.dialogs import DialogAnswer
from game.screens.watch.panels.feeds import CameraStepped, RoundToggled
from game.screens.watch.panels.inspector import CuesAsked, FamilyToggled
from game.screens.watch.pointing import CHEST, in_view, into_the_free
from game.screens.watch.scene_view import badge
from game.screens.watch.viewing import LookedThrough, PlanPressed
from game.view import Viewpoint
from game.view.close_up import SIZE
from tests.support.drawn_halls import crowd
from tests.support.playroom import SCENARIO, Watching, watch


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Watching]:
    """A window in which an exercise is being watched."""
    made = watch(tmp_path)
    yield made
    made.leave()


def select(room: Watching, person: int) -> None:
    """Outline a person by the keyboard, and select them."""
    for _ in room.people_in_view():
        if room.find_outlined() == person:
            break
        room.key(pygame.K_TAB)
    room.key(pygame.K_RETURN)
    assert room.exercise.selected == person


def mark(room: Watching, count: int) -> list[int]:
    """Note so many people, a second after one another."""
    room.pictures(6, 0.25)
    people: list[int] = []
    for person in room.people_in_view()[:count]:
        select(room, person)
        room.key(pygame.K_1)
        assert person in room.exercise.marks
        room.key(pygame.K_ESCAPE)
        room.pictures(4, 0.25)
        people.append(person)
    return people


def list_marked(room: Watching) -> list[int]:
    """Whom the list of marks names, from the top."""
    return [event.person for event in room.list_offered() if isinstance(event, GoTo)]


def test_the_outline_stays_at_the_pointer_and_not_with_who_walked_away(room: Watching) -> None:
    """Whoever is outlined is under the pointer at every picture, though it rests and the view moves."""
    person = room.people_in_view()[0]
    at = room.pixel_of(person)
    room.move(at)
    assert room.find_outlined() in room.under(at)
    room.hold(pygame.K_RIGHT, times=6)
    assert person not in room.under(at)
    assert room.find_outlined() == next(iter(room.under(at)), None)


def test_tab_outlines_on_though_the_pointer_rests(room: Watching) -> None:
    """What the keyboard points at is not taken back by a pointer that does not move."""
    first, second = room.people_in_view()[:2]
    room.move(room.pixel_of(first))
    room.key(pygame.K_SPACE)
    room.key(pygame.K_TAB)
    room.pictures(5)
    assert room.find_outlined() == second


def test_tab_goes_only_among_those_of_whom_no_panel_covers_anything() -> None:
    """Neither head nor feet nor a side of somebody outlined lies under a panel."""
    people, view = crowd([(10.0, 8.0)]), Viewpoint(10.0, 8.0, 44.0, 0, 640, 440)
    chest = view.project(people.position, CHEST)[0].tolist()
    assert in_view(people, view) == [0]
    for right, down in ((-50, 40), (-50, -120), (9, -50), (-109, -50)):
        beside = (chest[0] + right, chest[1] + down, 100.0, 100.0)
        assert in_view(people, view, [beside]) == []
    assert in_view(people, view, [(chest[0] + 20, chest[1] - 50, 100.0, 100.0)]) == [0]


def test_selecting_somebody_never_moves_the_picture(room: Watching) -> None:
    """However near the edge somebody stands, the next click finds what it is aimed at."""
    room.key(pygame.K_SPACE)
    room.pictures(20, 0.05)
    for person in room.people_in_view():
        before = room.view
        select(room, person)
        room.pictures(10, 0.05)
        assert room.view == before
        room.key(pygame.K_ESCAPE)


def test_whom_one_goes_to_comes_out_from_under_the_panels(room: Watching) -> None:
    """The list of marks leads to where the person can be seen beside the inspector."""
    room.resize((1280, 720), 150)
    person = mark(room, 1)[0]
    room.key(pygame.K_SPACE)
    room.key(pygame.K_m)
    room.pictures(20, 0.05)
    assert room.exercise.selected == person
    assert not any(panel.collidepoint(room.pixel_of(person)) for panel in room.panels())


@pytest.mark.parametrize(("size", "text"), [((1280, 720), 100), ((1280, 720), 150), ((1920, 1080), 150)])
def test_panels_fold_by_themselves_where_they_would_cover_half_of_the_hall(
    room: Watching, size: tuple[int, int], text: int
) -> None:
    """With the inspector open at least half of the window stays free; what the trainee opens stays open."""
    room.resize(size, text)
    select(room, room.people_in_view()[0])
    room.pictures(2)
    covered = sum(panel.w * panel.h for panel in room.panels())
    assert covered <= 0.5 * size[0] * size[1]
    if not room.shows(PlanPressed()):
        room.key(pygame.K_p)
        assert room.shows(PlanPressed())


def test_somebody_too_small_to_be_judged_is_said_to_be(room: Watching) -> None:
    """Pointed at from far off, hands and eyes cannot be judged; in the closest view everything can."""
    room.key(pygame.K_SPACE)
    room.move(room.pixel_of(room.people_in_view()[0]))
    assert any(words.startswith("Too small here to judge eyes.") for words in room.words())
    for _ in range(4):
        room.key(pygame.K_MINUS)
    room.pictures(20, 0.05)
    room.key(pygame.K_TAB)
    assert any(words.startswith("Too small here to judge hands or eyes.") for words in room.words())
    person = room.find_outlined()
    assert person is not None
    for _ in range(5):
        room.wheel(room.pixel_of(person), 2)
        room.pictures(10, 0.05)
    room.move(room.pixel_of(person))
    room.pictures(2)
    assert room.find_outlined() is not None
    assert not any(words.startswith("Too small") for words in room.words())


def test_the_camera_pictures_go_by_hand_or_by_a_fixed_round(room: Watching) -> None:
    """One press shows the next camera; the round moves all of them on every eight seconds."""
    room.key(pygame.K_v)
    shown = [event for event in room.list_offered() if isinstance(event, LookedThrough)]
    room.press(CameraStepped(0))
    stepped = [event for event in room.list_offered() if isinstance(event, LookedThrough)]
    assert stepped[0] not in shown
    assert stepped[1:] == shown[1:]
    room.press(RoundToggled())
    room.pictures(36, 0.25)
    gone_on = [event for event in room.list_offered() if isinstance(event, LookedThrough)]
    assert not set(gone_on) & set(stepped)
    room.press(RoundToggled())
    room.pictures(36, 0.25)
    assert [event for event in room.list_offered() if isinstance(event, LookedThrough)] == gone_on
    room.key(pygame.K_ESCAPE)
    assert not any(isinstance(event, LookedThrough) for event in room.list_offered())


def test_the_mark_of_who_has_left_can_be_raised_and_given_signs(tmp_path: Path) -> None:
    """Their line in the list opens the inspector, which says that they have left, with all that can be said of them."""
    room = watch(tmp_path, SCENARIO.replace("lasts: 30 s", "lasts: 240 s").replace("waiting passenger", "commuter"))
    left: set[int] = set()
    while not left:
        room.key(pygame.K_SPACE)  # nobody walks out of view while they are chosen
        for person in room.people_in_view()[:6]:
            if person not in room.exercise.marks:
                select(room, person)
                room.key(pygame.K_1)
                room.key(pygame.K_ESCAPE)
        room.key(pygame.K_SPACE)
        room.pictures(20, 0.25)
        left = set(room.exercise.marks) - set(room.exercise.snapshot().ids.tolist())
        assert not room.exercise.over
    person = min(left)
    room.key(pygame.K_SPACE)
    room.press(GoTo(person))
    assert room.exercise.selected == person
    assert any(words.startswith("They have left.") for words in room.words())
    room.key(pygame.K_2)
    room.press(FamilyToggled("F1"))
    room.press(CueChosen("F1.1"))
    assert (room.exercise.marks[person].level, room.exercise.marks[person].cues) == (2, ("F1.1",))
    room.leave()


def test_nothing_moves_where_nothing_covers() -> None:
    """A box in the free stays; one under a panel moves just out of it."""
    panels = [(700.0, 0.0, 300.0, 600.0), (0.0, 300.0, 200.0, 300.0)]
    assert into_the_free(pygame.Rect(400, 200, 20, 60), panels, (1000, 600), 10) == (0, 0)
    assert into_the_free(pygame.Rect(800, 200, 20, 60), panels, (1000, 600), 10) == (-130, 0)
    assert into_the_free(pygame.Rect(100, 400, 20, 60), panels, (1000, 600), 10) == (110, 0)


def test_whoever_is_followed_is_kept_out_from_under_the_panels(tmp_path: Path) -> None:
    """Large text, a long card of a lesson above and the cameras below: the view goes along in what is left between."""
    card = f"lesson:\n  - {{say: {'Watch them as they walk. ' * 16}, until: speak}}\n"
    room = watch(tmp_path, f"{SCENARIO}{card}")
    room.resize((1280, 720), 150)
    room.key(pygame.K_TAB)
    room.key(pygame.K_RETURN)
    room.key(pygame.K_f)
    person = room.exercise.selected
    assert person is not None
    for _ in range(6):
        room.pictures(30, 1 / 30)
        assert person in room.people_in_view()
    room.leave()


def test_a_mark_keeps_its_place_and_tells_when_its_level_was_set(room: Watching) -> None:
    """Raising a mark or ticking a sign does not move its line; taking it back and marking anew does."""
    room.key(pygame.K_p)
    first, second, third = mark(room, 3)
    room.key(pygame.K_p)
    assert list_marked(room) == [third, second, first]
    hours = [words for words in room.words() if " · Note" in words]
    room.pictures(25, 0.1)
    room.press(GoTo(first))
    room.press(LevelChosen(3))
    assert list_marked(room) == [third, second, first]
    act, = (words for words in room.words() if " · Act" in words)
    assert act.split()[0] > hours[2].split()[0]
    room.pictures(25, 0.1)
    room.press(CuesAsked())
    room.press(LevelChosen(3))
    assert act in room.words()
    room.press(GoTo(second))
    room.press(MarkCleared())
    assert list_marked(room) == [third, first]
    room.press(LevelChosen(1))
    assert list_marked(room) == [second, third, first]


def test_the_list_of_marks_never_shows_half_a_line(room: Watching) -> None:
    """Whatever is scrolled, and however large the text, each line is shown whole or not at all; and some always are."""
    mark(room, 6)
    for text, wheel in ((100, 0), (100, -1), (125, -1), (150, 0), (150, -1), (100, 0), (125, -9), (150, 0), (150, 2)):
        room.resize((1280, 720), text)
        shown = next(part for part in room.lists() if part.whole)
        room.wheel((shown.rect.centerx, shown.rect.y + 10), wheel)
        shown = next(part for part in room.lists() if part.whole)
        lines = [part for part in shown.inside.parts() if part.rect.colliderect(shown.rect) and not shown.cuts(part)]
        assert lines
        assert lines[0].rect.y == shown.rect.y
        assert all(shown.rect.contains(part.rect) for part in lines)


def test_plan_and_list_fold_away_together(room: Watching) -> None:
    """P leaves no more than how many marks there are, and brings all back."""
    people = mark(room, 2)
    room.key(pygame.K_p)
    assert not room.shows(PlanPressed())
    assert not room.shows(GoTo(people[0]))
    assert any(words.startswith("Your marks (2)") for words in room.words())
    room.key(pygame.K_p)
    assert room.shows(PlanPressed())
    assert room.shows(GoTo(people[0]))


def test_a_line_of_the_list_points_at_its_person(room: Watching) -> None:
    """With the pointer on it, the person is outlined in the scene."""
    person = mark(room, 1)[0]
    room.move(room.widget(GoTo(person)).rect.center)
    assert room.page.hovered == GoTo(person)


def test_the_sign_of_a_mark_cannot_be_taken_for_a_number(room: Watching) -> None:
    """It has a letter: N, C or A."""
    assert [badge(room.style, 0, level).text for level in (1, 2, 3)] == ["N", "C", "A"]


def test_no_panel_misses_a_change(room: Watching) -> None:
    """Whatever is done, and however time goes on, the panels are as they would be if they were built anew."""
    chance = np.random.default_rng(5)
    keys = (
        pygame.K_TAB, pygame.K_RETURN, pygame.K_1, pygame.K_2, pygame.K_3, pygame.K_x, pygame.K_c, pygame.K_f,
        pygame.K_SPACE, pygame.K_p, pygame.K_v, pygame.K_m, pygame.K_h, pygame.K_ESCAPE, pygame.K_RIGHT, pygame.K_e,
        pygame.K_t,
    )  # fmt: skip
    exercise = room.exercise
    for n in range(240):
        if room.shows(DialogAnswer.STAY):
            room.key(pygame.K_ESCAPE)
        elif exercise.paused and n % 10 == 0:
            room.key(pygame.K_ESCAPE)
            room.key(pygame.K_SPACE)  # keys at random alone would leave it stopped for most of the time
        elif n % 3:
            room.key(keys[int(chance.integers(len(keys)))])
        else:
            room.pictures(1, float(chance.choice([0.02, 0.1, 0.25])))
        if room.on != "Watch" or exercise.over:
            break
        shown = room.list_laid_out()
        room.style.version += 1
        room.pictures(1, 0.0)
        assert room.list_laid_out() == shown
    assert exercise.tick > 60
    assert exercise.log.events


def test_what_covers_the_view_is_judged_and_logged(room: Watching) -> None:
    """Each tick is seen under the panels as they were shown, with the inspector as large as it was shown."""
    room.pictures(6, 0.1)
    exercise = room.exercise
    before = list(exercise.log.of(Looked))[-1]
    assert before.panels == tuple(tuple(panel) for panel in room.panels())
    select(room, room.people_in_view()[0])
    room.pictures(12, 0.1)
    after = list(exercise.log.of(Looked))[-1]
    assert len(after.panels) == len(before.panels) + 1
    assert after.panels == tuple(tuple(panel) for panel in room.panels())
    assert after.inspector == room.close_up().size == exercise.look.inspector
    room.key(pygame.K_p)
    room.pictures(6, 0.1)
    assert list(exercise.log.of(Looked))[-1].panels != after.panels


def test_painting_judges_nothing(room: Watching) -> None:
    """Pictures alone, without time or an act, change nothing of how the trainee is said to look, nor what is logged."""
    room.key(pygame.K_SPACE)
    exercise: Exercise = room.exercise
    select(room, room.people_in_view()[0])
    room.pictures(60)
    before, known = exercise.look, len(exercise.log.events)
    room.pictures(60)
    assert exercise.look is before
    assert len(exercise.log.events) == known


def test_looking_while_the_clock_stands_is_seen_by_the_act(room: Watching) -> None:
    """Whom the inspector is opened on, and where the view comes to rest, is sampled once each, at that moment."""
    room.key(pygame.K_SPACE)
    exercise: Exercise = room.exercise
    room.pictures(20, 0.05)
    tick, known = exercise.tick, len(list(exercise.log.of(Exposed)))
    person = room.people_in_view()[0]
    select(room, person)
    room.pictures(20, 0.05)
    samples = list(exercise.log.of(Exposed))[known:]
    assert samples
    assert {sample.tick for sample in samples} == {tick}
    assert person in samples[-1].upon
    assert len(samples) <= 3


def test_who_has_no_window_is_judged_as_in_a_usual_one(room: Watching) -> None:
    """The inspector's picture of a robot is as large as on a screen of 1920 × 1080."""
    room.resize((1920, 1080), 100)
    select(room, room.people_in_view()[0])
    assert room.close_up().size == SIZE


def test_cues_can_be_named_and_taken_back(room: Watching) -> None:
    """A cue makes a note of its own; pressed again it is gone, the note stays."""
    person = room.people_in_view()[0]
    select(room, person)
    room.key(pygame.K_c)
    room.key(pygame.K_RETURN)
    room.press(CueChosen("F1.1"))
    assert (room.exercise.marks[person].level, room.exercise.marks[person].cues) == (1, ("F1.1",))
    room.press(CueChosen("F1.1"))
    assert (room.exercise.marks[person].level, room.exercise.marks[person].cues) == (1, ())
    room.press(PersonChosen(None))
    assert room.exercise.selected is None


def test_the_view_comes_to_rest_on_a_level(room: Watching) -> None:
    """However the wheel is turned, the view ends at a scale that pictures are made for."""
    for notches in (1, -1, 7, -3, 1):
        room.wheel((640, 360), notches)
        room.pictures(20, 0.05)
        assert room.view.scale in ZOOMS
