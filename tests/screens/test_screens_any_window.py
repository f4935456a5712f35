"""Windows of any size, storms of events, and keys on keyboards of any country."""

from pathlib import Path

import pygame
import pytest

from game.app.canvas import LARGEST_SHEET, SMALLEST, sheet_size
from game.app.settings_file import load
from game.screens.front.settings import (
    VOLUMES,
    ContrastChosen,
    KeyAsked,
    Setting,
    SpeedChosen,
    TextSizeChosen,
    Volume,
    VolumeSet,
    WindowChosen,
)
from game.screens.front.title import WayIn
from game.screens.keys import COMMANDS, MADE, Keys, are_letters, place
from game.screens.preferences import SPEEDS
from game.screens.watch.watch_keys import PAN_KEYS, SCENE_KEYS
from game.widgets.press import Chip
from tests.support.playroom import Playroom, Watching, offer, write
from tests.support.storms import SIZES, START, Storm


@pytest.mark.parametrize(("number", "start"), list(enumerate(sorted(set(START)))))
def test_no_storm_of_events_ends_the_program(tmp_path: Path, number: int, start: str) -> None:
    """A storm on each screen, each at sizes of its own; 200 of them are in the proofs."""
    Storm(tmp_path, SIZES[(number * 7 + 3) % len(SIZES)], number + 100).blow(start, events=60)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_there_is_room_for_any_screen_in_a_window_of_any_size(size: tuple[int, int]) -> None:
    """What is drawn on is never too small, nor so large that it fills the memory; a usual window is drawn on itself."""
    wide, high = sheet_size(size)
    assert wide >= SMALLEST[0]
    assert high >= SMALLEST[1]
    assert (wide <= LARGEST_SHEET[0] and high <= LARGEST_SHEET[1]) or (wide, high) == size
    assert (wide, high) == size or size[0] < SMALLEST[0] or size[1] < SMALLEST[1]


def test_a_click_in_a_small_window_meets_what_is_shown_there(tmp_path: Path) -> None:
    """Half as wide and high, all is shown half as large, and a button is pressed where it is seen."""
    room = Playroom(tmp_path / "home", (1000, 700))
    room.put_on_list(offer(write(tmp_path)))
    pygame.display.set_mode((500, 350), pygame.RESIZABLE)
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=(500, 350), w=500, h=350))
    room.pictures(2)
    middle = room.widget(WayIn.SETTINGS).rect.center
    times = 500 / sheet_size((500, 350))[0]
    room.click((round(middle[0] * times), round(middle[1] * times)))
    assert room.on == "Settings"
    room.leave()


def pressed(key: int, scancode: int | None = None) -> pygame.event.Event:
    """A key that goes down."""
    told = {"key": key, "mod": 0, "unicode": ""} | ({} if scancode is None else {"scancode": scancode})
    return pygame.event.Event(pygame.KEYDOWN, told)


@pytest.mark.parametrize(
    ("written", "scancode", "means"),
    [
        (pygame.K_z, pygame.KSCAN_W, pygame.K_w), (pygame.K_q, pygame.KSCAN_A, pygame.K_a),  # French
        (pygame.K_a, pygame.KSCAN_Q, pygame.K_q), (pygame.K_AMPERSAND, pygame.KSCAN_1, pygame.K_1),
        (pygame.K_m, pygame.KSCAN_SEMICOLON, pygame.K_m), (pygame.K_COMMA, pygame.KSCAN_M, pygame.K_m),
        (0x446, pygame.KSCAN_W, pygame.K_w), (0x444, pygame.KSCAN_A, pygame.K_a),  # Russian
        (pygame.K_y, pygame.KSCAN_Z, pygame.K_z), (pygame.K_w, pygame.KSCAN_W, pygame.K_w),  # German
        (pygame.K_w, None, pygame.K_w), (pygame.K_LEFT, pygame.KSCAN_LEFT, pygame.K_LEFT),
    ],
)
def test_a_key_means_what_stands_at_its_place(written: int, scancode: int | None, means: int) -> None:
    """On keyboards whose letters are elsewhere, or none that English has."""
    assert Keys().find_meant(pressed(written, scancode)) == means


def test_a_letter_can_be_put_elsewhere() -> None:
    """Whatever was there takes the letter that becomes free, and a letter without a command means nothing."""
    keys = Keys().put("f", "w").put("x", "j")
    assert (keys.letter("f"), keys.letter("w"), keys.letter("x")) == ("w", "f", "j")
    assert keys.find_meant(pressed(pygame.K_w, pygame.KSCAN_W)) == pygame.K_f
    assert keys.find_meant(pressed(pygame.K_f, pygame.KSCAN_F)) == pygame.K_w
    assert keys.find_meant(pressed(pygame.K_x, pygame.KSCAN_X)) == pygame.K_UNKNOWN
    assert keys.name_keys("Follow ({f})") == "Follow (W)"
    assert are_letters(keys.letters)
    assert not any(map(are_letters, (None, 3, "", MADE[:-1], MADE + "a", "aa" + MADE[2:], "ä" + MADE[1:])))
    assert place(pressed(pygame.K_z, pygame.KSCAN_W)) == pygame.K_w


def test_keys_are_chosen_in_the_settings_and_kept(tmp_path: Path) -> None:
    """A command, then its letter, by its place; Esc leaves it; the help names the new one; all can be put back."""
    room = Playroom(tmp_path / "home")
    room.show(room.rooms.settings())
    room.press(KeyAsked("f"))
    assert "Press a letter" in room.words()
    pygame.event.post(pressed(pygame.K_w, pygame.KSCAN_Z))
    room.pictures(2)
    assert room.rooms.preferences.keys.letter("f") == "z"
    assert load(tmp_path / "home").keys == room.rooms.preferences.keys
    room.press(KeyAsked("m"))
    room.key(pygame.K_ESCAPE)
    assert room.on == "Settings"
    assert room.rooms.preferences.keys.letter("m") == "m"
    room.show(room.rooms.help())
    assert "Z" in room.words()
    assert "F" not in room.words()
    room.key(pygame.K_ESCAPE)
    room.press(KeyAsked(None))
    assert room.rooms.preferences.keys == Keys()
    room.leave()


@pytest.mark.parametrize(
    ("event", "name", "value"),
    [
        (TextSizeChosen(125), "text", 125), (ContrastChosen(high=True), "contrast", True),
        (SpeedChosen(SPEEDS[-1]), "view_speed", SPEEDS[-1]), (WindowChosen(full_screen=True), "full_screen", True),
    ],
    ids=["text", "contrast", "speed", "window"],
)  # fmt: skip
def test_what_is_chosen_in_the_settings_holds_and_is_kept(
    tmp_path: Path, event: Setting, name: str, value: object
) -> None:
    """Pressed with the pointer, it is on at once, and written down for the next time."""
    room = Playroom(tmp_path / "home")
    room.show(room.rooms.settings())
    room.press(event)
    assert getattr(room.rooms.preferences, name) == value
    assert getattr(load(tmp_path / "home"), name) == value
    chip = room.widget(event)
    assert isinstance(chip, Chip)
    assert chip.on
    room.leave()


@pytest.mark.parametrize("kind", [kind for kind, _ in VOLUMES])
def test_volumes_are_moved_by_pointer_and_by_keys(tmp_path: Path, kind: Volume) -> None:
    """A press at the right end is loudest, beyond the left it is silent; an arrow moves it by a tenth; all are kept."""
    room = Playroom(tmp_path / "home")
    room.show(room.rooms.settings())
    groove = room.widget(VolumeSet(kind, 0.0)).rect
    room.button(pygame.MOUSEBUTTONDOWN, (groove.right - 2, groove.centery))
    assert getattr(room.rooms.preferences, kind) == 1.0
    room.drag((groove.left - 40, groove.centery))
    room.button(pygame.MOUSEBUTTONUP, (groove.left - 40, groove.centery))
    assert getattr(room.rooms.preferences, kind) == 0.0
    room.tab_to(VolumeSet(kind, 0.0))  # Enter leaves it silent
    room.key(pygame.K_RIGHT)
    room.key(pygame.K_RIGHT)
    assert getattr(load(tmp_path / "home"), kind) == pytest.approx(0.2)
    room.leave()


def test_a_key_that_is_held_presses_once(tmp_path: Path) -> None:
    """Enter counts as held where the next screen is slow to come, and does not press that one's button as well."""
    room = Playroom(tmp_path / "home", (1280, 720))
    room.put_on_list(offer(write(tmp_path)))
    room.press(WayIn.SCENARIOS)
    room.hold(pygame.K_RETURN, times=4)
    assert room.on == "BriefingScreen"
    room.key(pygame.K_RETURN)
    room.wait_for("Watch")
    room.leave()


def test_full_screen_comes_and_goes_once_for_a_key_that_is_held(tmp_path: Path) -> None:
    """To fill the screen takes long enough for a key to be repeated."""
    room = Playroom(tmp_path / "home", (1280, 720))
    for wish in (True, False):
        room.hold(pygame.K_F11, times=2)
        assert room.rooms.preferences.full_screen is wish
    room.leave()


def test_the_view_moves_by_the_keys_at_the_places_of_wasd(tmp_path: Path) -> None:
    """With a French or Russian keyboard as with an English one; and turns by a letter that was put elsewhere."""
    room = Watching(tmp_path / "home")
    room.put_on_list(offer(write(tmp_path)))
    room.start()
    room.pictures(30)
    for written_there in (pygame.K_q, 0x444):
        before = room.view.x
        pygame.event.post(pressed(written_there, pygame.KSCAN_A))
        room.pictures(30)
        assert room.view.x < before
    turn = room.view.turn
    pygame.event.post(pressed(0x443, pygame.KSCAN_E))
    room.pictures(40)
    assert room.view.turn != turn
    room.leave()


def test_every_command_can_be_put_on_another_letter() -> None:
    """All that the watching screen does by a letter is on the list."""
    letters = {chr(key) for key in (*SCENE_KEYS, *PAN_KEYS) if 97 <= key <= 122}
    assert letters == set(COMMANDS)


def test_words_name_the_key_that_does_it_now() -> None:
    """A letter in braces is the key's own now, in the words of an author too, whose other braces stay as they are."""
    moved = Keys().put("q", "y")
    assert moved.name_keys("Press {q} or {e}; {1} {} {seat} {0!r}") == "Press Y or E; {1} {} {seat} {0!r}"
