"""The author's preview: everything has its room, whatever goes on, and pointer and keys go where they say."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.app.commands.show_preview import preview
from game.app.errors import Wrong
from game.authoring import Interview, StagedScene
from game.picture import USUAL, ZOOMS, FloorLabel, Instant, Scene
from game.run import set_stage
from game.scenario import look_into
from game.screens.preview.call_sheet_panel import Followed
from game.screens.preview.interview_panel import QuestionPut
from game.screens.preview.labels import Word, place_labels
from game.screens.preview.preview_screen import Control
from game.screens.preview.preview_truth import truth
from game.screens.watch.view_control import Looking
from game.view import Viewpoint
from game.widgets.style import Style
from tests.support.page_faults import faults
from tests.support.playroom import PREVIEWED, Previewing

QUAY = Path(__file__).parents[1] / "authoring" / "quay"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A copy of the small scene that may be changed."""
    shutil.copytree(QUAY, tmp_path / "quay")
    return tmp_path / "quay" / "quay.yaml"


@pytest.fixture(scope="module")
def played() -> StagedScene:
    """The small scene, played to its end: no preview changes what has been played."""
    scene = StagedScene(set_stage(look_into(QUAY / "quay.yaml"), PREVIEWED))
    while not scene.whole:
        scene.play(scene.staged.lasts)
    return scene


@pytest.fixture
def shown(file: Path, played: StagedScene) -> Iterator[Previewing]:
    """The preview of the small scene, held at 0:00, with the whole of it played."""
    room = Previewing(file, played=played)
    room.wait_for_the_scene(whole=True)
    yield room
    room.leave()


def wrong(room: Previewing) -> list[str]:
    """What lies on something else or sticks out."""
    room.pictures(1, 0.0)
    assert not room.strangers()
    return list(faults(room.style, room.page.root))


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_everything_has_its_room(shown: Previewing, file: Path, size: tuple[int, int]) -> None:
    """Nobody followed, each person followed, and with more problems than are shown: nothing overlaps or sticks out."""
    shown.resize(size, 100)
    assert not wrong(shown)
    for _ in shown.scene.people:
        shown.key(pygame.K_t)
        assert not wrong(shown)
    text = file.read_text()
    for old in ("target: hall camera", "boat door", "guard", "lasts:"):
        text = text.replace(old, old[:-1] + "x" + old[-1])
    file.write_text(text)
    shown.wait_until(shown.is_troubled)
    assert not wrong(shown)


def test_the_lanes_can_be_scrubbed(shown: Previewing) -> None:
    """Pressed and drawn along, the moment goes with the pointer, and stays within the scene."""
    shown.pictures()
    lanes = shown.lanes()
    y = lanes.y + 4
    shown.button(pygame.MOUSEBUTTONDOWN, (lanes.centerx, y))
    half = shown.tick
    assert half == pytest.approx(shown.scene.staged.lasts / 2, rel=0.02)
    shown.drag((lanes.right + 500, y))
    assert shown.tick > 1.9 * half
    shown.button(pygame.MOUSEBUTTONUP, (lanes.right + 500, y))
    shown.move((lanes.centerx, y))
    assert shown.tick > 1.9 * half


def test_what_happens_of_itself_is_told_and_has_a_lane(file: Path) -> None:
    """What is on now and what comes next stand over the lanes, of which there is one more; nothing overlaps."""
    events = "events:\n  - {close: boat door}\n  - {at: 20 s, announce: The boat is late.}\ndecoys:"
    file.write_text(file.read_text().replace("decoys:", events))
    room = Previewing(file)
    room.wait_for_the_scene()
    assert "Now: boat door is shut · Next, 0:20: “The boat is late.”" in room.words()
    assert not wrong(room)
    assert room.lanes().height > (len(room.scene.people) + 1) * room.style.line_height("small")
    room.leave()


def test_keys_go_from_act_to_act_and_from_person_to_person(shown: Previewing) -> None:
    """T goes to the acts one after another; M goes round among those who are there."""
    scene = shown.scene
    begins = sorted({span.began for entry in scene.people for span in scene.spans(entry.person)})
    seen = []
    for _ in begins:
        shown.key(pygame.K_t)
        seen.append(round(shown.tick) + 20)
    assert seen == sorted(seen)
    assert set(seen) <= set(begins)
    here = {entry.person for entry in scene.people} & set(scene.at(int(shown.tick)).ids.tolist())
    followed = set()
    for _ in range(2 * len(here)):
        shown.key(pygame.K_m)
        followed.add(shown.find_followed())
    assert followed == here


def test_the_scene_is_held_and_scrubbed_by_keys(shown: Previewing) -> None:
    """Space lets it go on and holds it; the arrows go five seconds back and forth."""
    held = shown.tick
    shown.pictures(5, 0.1)
    assert shown.tick == held
    shown.key(pygame.K_SPACE)
    shown.pictures(10, 0.1)
    assert shown.tick > held
    shown.key(pygame.K_SPACE)
    held = shown.tick
    shown.key(pygame.K_RIGHT)
    assert shown.tick == pytest.approx(held + 50)
    shown.key(pygame.K_LEFT)
    assert shown.tick == pytest.approx(held)


def test_the_view_is_moved_by_keys_pointer_and_wheel(shown: Previewing) -> None:
    """A step closer, a quarter turn, aside by a key and the pointer, closer by the wheel; all of it again by Home."""
    whole = shown.view
    shown.key(pygame.K_PLUS)
    assert shown.view.scale > whole.scale
    shown.key(pygame.K_e)
    assert shown.view.turn != whole.turn
    before = shown.view
    shown.key(pygame.K_d)
    assert (shown.view.x, shown.view.y) != (before.x, before.y)
    before, at = shown.view, (500, 200)
    shown.move(at)
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=(560, 240), rel=(60, 40), buttons=(1, 0, 0)))
    shown.pictures()
    assert (shown.view.x, shown.view.y) != (before.x, before.y)
    before = shown.view
    shown.wheel(at, 1)
    assert shown.view.scale > before.scale
    shown.key(pygame.K_HOME)
    shown.pictures(2)
    assert shown.view.scale == pytest.approx(whole.scale)


def test_every_control_of_the_preview_does_what_it_says(shown: Previewing) -> None:
    """Faster, another seed, cameras and names off and on: each is told by its button, or seen in the picture."""
    before = shown.words()
    shown.press(Control.RATE)
    assert shown.words() != before
    window = pygame.display.get_surface()
    assert window is not None
    for control in (Control.CAMERAS, Control.NAMES):
        picture = pygame.image.tobytes(window, "RGB")
        shown.press(control)
        shown.move((5, 5))
        shown.pictures(2)
        assert pygame.image.tobytes(window, "RGB") != picture, control
    seed = shown.scene.staged.cast.seed
    shown.press(Control.SEED)
    shown.wait_until(lambda: shown.scene.staged.cast.seed == seed + 1)


def test_a_person_is_followed_by_their_line_and_let_go_by_it(shown: Previewing) -> None:
    """Pressed once their line follows them, pressed again it does not."""
    shown.press(Control.ACT)
    person = shown.find_followed()
    assert person is not None
    shown.press(Followed(person))
    assert shown.find_followed() is None
    shown.press(Followed(person))
    assert shown.find_followed() == person


def test_what_comes_next_is_known_before_it_is_played(file: Path) -> None:
    """As soon as there is a scene, each person's next act is told from the call sheet."""
    room = Previewing(file)
    room.wait_for_the_scene()
    told = [room.scene.find_doing(entry.person, -600)[1] for entry in room.scene.people]
    room.leave()
    assert all(told)


def corners(room: Previewing) -> Iterator[tuple[float, float]]:
    """Where the corners of the place are in the window, on the floor and 4 m above it."""
    width, depth = room.scene.staged.layout.venue.size
    ends = np.array([(0, 0), (width, 0), (0, depth), (width, depth)], dtype=float)
    yield from (tuple(spot) for height in (0.0, 4.0) for spot in room.view.project(ends, height).tolist())


@pytest.mark.parametrize(("size", "width"), [((1280, 720), 20), ((1920, 1080), 90)])
def test_all_of_the_place_is_seen_beside_the_list(file: Path, size: tuple[int, int], width: int) -> None:
    """On opening, and by Home from anywhere and any side, none of the place lies under the list or the lanes."""
    venue = file.parent / "venues" / "quay.yaml"
    venue.write_text(venue.read_text().replace("size: 20 x", f"size: {width} x"))
    room = Previewing(file, size)
    room.wait_for_the_scene()
    for keys in ((), (pygame.K_PLUS, pygame.K_d), (pygame.K_t,), (pygame.K_e,), (pygame.K_MINUS,)):
        for key in keys:
            room.key(key)
        if keys:
            room.key(pygame.K_HOME)
        room.pictures(15, 0.2)
        people = [event for event in room.list_offered() if isinstance(event, Followed)]
        side = min((room.widget(event).rect.left for event in people), default=size[0])
        for right, down in corners(room):
            assert 0 <= right <= side, keys
            assert 0 <= down <= room.lanes().top, keys
    room.leave()


def test_whoever_is_followed_is_seen_close(shown: Previewing) -> None:
    """From the whole of the place the view comes to a person; the zoom that was chosen by hand stays."""
    shown.key(pygame.K_m)
    assert shown.view.scale >= USUAL
    shown.key(pygame.K_MINUS)
    chosen = shown.view.scale
    shown.key(pygame.K_t)
    assert shown.view.scale == chosen


def test_the_farthest_view_can_only_be_come_closer_from() -> None:
    """Where a place is so wide that it is shown smaller than any zoom, − stays and + goes to the farthest zoom."""
    looking = Looking(Viewpoint(0, 0, USUAL, 0, 1280, 720), (200.0, 60.0))
    looking.all_within(pygame.Rect(0, 0, 800, 400))
    small = looking.bound.scale
    assert small < ZOOMS[0]
    looking.zoom(-1)
    assert looking.bound.scale == small
    looking.zoom(1)
    assert looking.bound.scale == ZOOMS[0]


WORDS = [Word(n * 1.3 % 11, n * 0.7 % 5, f"the thing of number {n}", needed=n % 9 == 0) for n in range(60)]


@pytest.mark.parametrize("scale", [16.0, 44.0, 124.0])
def test_names_lie_near_their_things_and_on_no_other(scale: float) -> None:
    """No words lie on others or on a sign, none are far from their place, and none that are needed are missing."""
    style, view = Style((1280, 720)), Viewpoint(5, 3, scale, 0, 1280, 720)
    labels = list(place_labels(style, view, WORDS, [(5.0, 3.0)]))
    head = view.project(np.array([[5.0, 3.0]]), 1.75)[0].tolist()
    boxes = [pygame.Rect(head[0] - 10, head[1] - 22, 20, 20)]
    for label in labels:
        x, y = view.project(np.array([label.at[:2]]), label.at[2])[0].tolist()
        box = pygame.Rect(0, 0, style.wide(label.text, "small") + 16, style.line_height("small") + 8)
        box.midbottom = round(x + label.moved[0]), round(y + label.moved[1]) - 4
        assert abs(label.moved[0]) + abs(label.moved[1]) < 110
        needed = any(word.text == label.text and word.needed for word in WORDS)
        assert needed or box.collidelist(boxes) < 0, label.text
        boxes.append(box)
    assert {word.text for word in WORDS if word.needed} <= {label.text for label in labels}
    assert len(labels) > 6


def test_words_that_had_to_move_are_joined_to_their_place(shown: Previewing) -> None:
    """A thin line runs from the place to the words."""
    scene, view = shown.scene, Viewpoint(10, 7, 40.0, 0, 640, 440)
    drawn = Scene(scene.staged.layout, [person.looks for person in scene.staged.cast.people])
    nobody = scene.at(scene.first)
    plain, joined = pygame.Surface((640, 440)), pygame.Surface((640, 440))
    for surface, moved in ((plain, (0, 0)), (joined, (0, -90))):
        drawn.draw(
            surface, Instant.of(nobody, view, [FloorLabel((10.0, 7.0, 0.0), "here", moved=moved)]), effort=-1
        )
    changed = [plain.get_at((320, y)) != joined.get_at((320, y)) for y in range(150, 190)]
    assert all(changed)


def test_a_tip_stays_in_the_window(shown: Previewing) -> None:
    """The tip of a button at the edge keeps clear of the edge."""
    surface = pygame.display.get_surface()
    assert surface is not None
    button = shown.widget(Control.NAMES)
    shown.move(button.rect.center)
    before = pygame.surfarray.array3d(surface).astype(int)
    shown.pictures(1, 1.0)
    changed = np.abs(pygame.surfarray.array3d(surface).astype(int) - before).max(axis=2) > 8
    columns = np.flatnonzero(changed[:, button.rect.top - 60 : button.rect.top].any(axis=1))
    assert len(columns)
    assert columns.max() < surface.get_width() - 4


def test_a_tell_that_nobody_shows_is_refused(file: Path) -> None:
    """The nearest name is offered, before any window opens."""
    with pytest.raises(Wrong, match="Did you mean “tries_staff_door”"):
        preview(file, 1, 0.0, "try_staff_door", None)


def test_a_venue_can_be_looked_at_alone(file: Path) -> None:
    """A venue's own file shows it with a few people and the names of its places, and everything has its room."""
    room = Previewing(file.parent / "venues" / "quay.yaml")
    room.wait_for_the_scene()
    assert not wrong(room)
    signs = truth(room.style, room.scene, 0, Viewpoint(10, 7, 40, 0, 1280, 720), cameras=True, names=True)
    room.leave()
    named = {sign.text for sign in signs if isinstance(sign, FloorLabel)}
    assert {"street door", "waiting hall", "guard post", "hall camera", "board"} <= named


def spoken(room: Previewing) -> list[QuestionPut]:
    """What the person who is followed can be asked."""
    return [event for event in room.list_offered() if isinstance(event, QuestionPut)]


@pytest.mark.parametrize("keys", [True, False])
def test_an_author_speaks_with_whoever_is_followed(shown: Previewing, *, keys: bool) -> None:
    """By keys or by mouse: their account, and each answer beside what is so and how it was drawn to be given."""
    shown.key(pygame.K_t)
    before = len(list(shown.list_offered()))
    if keys:
        shown.key(pygame.K_i)
    else:
        shown.press(Control.TALK)
    assert len(shown.list_offered()) > before
    assert any(words.startswith("Account: “") for words in shown.words())
    for question in spoken(shown):
        if keys:
            shown.tab_to(question)
        else:
            shown.press(question)
    said = shown.words()
    assert sum(words.startswith("To be answered ") for words in said) >= 3
    assert any(words.startswith("So: the ") for words in said)
    assert not wrong(shown)
    shown.press(Control.TALK)
    assert not spoken(shown)


def test_acts_can_be_asked_about_once_they_are_shown(shown: Previewing) -> None:
    """Before the first act there is none to ask about, and after the last there are some."""
    acts = []
    for tick in (0, shown.scene.staged.lasts):
        subject = next(entry.person for entry in shown.scene.people if entry.part == "subject")
        interview = Interview(shown.scene, subject, tick)
        acts.append([askable.act for askable in interview.questions if askable.act is not None])
        for question in interview.questions:
            interview.ask(question)
        assert all(answer.words for answer in interview.said)
    assert acts[0] == []
    assert acts[1]


@pytest.mark.parametrize(("size", "text"), [((1280, 720), 150), ((1920, 1080), 100)])
def test_a_talk_has_its_room(shown: Previewing, size: tuple[int, int], text: int) -> None:
    """Nothing overlaps or sticks out, however much has been said."""
    shown.resize(size, text)
    shown.key(pygame.K_t)
    shown.key(pygame.K_i)
    for question in spoken(shown):
        shown.press(question)
    assert not wrong(shown)
