"""What the trainee has chosen is kept, and whatever the file holds, the program starts."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.app.settings_file import folder, load, save
from game.screens.preferences import Preferences


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    """A choice comes back as it was made."""
    chosen = Preferences(text=150, full_screen=True, contrast=True, view_speed=1.5, volume=0.3, lesson_done=True)
    assert save(tmp_path, chosen) == ""
    assert load(tmp_path) == chosen


DAMAGED = ("", "{", "[]", "null", '{"text": 37}', '{"volume": 9}', '{"contrast": "yes"}', "\x00")
ANYTHING = st.one_of(st.none(), st.text(), st.floats(), st.booleans())


@pytest.mark.parametrize("told", DAMAGED)
def test_what_cannot_be_understood_is_as_made(tmp_path: Path, told: str) -> None:
    """A settings file that is damaged or out of bounds gives the settings the program was made with."""
    (tmp_path / "settings.json").write_text(told, encoding="utf-8")
    assert load(tmp_path) == Preferences()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.sampled_from(list(Preferences.__slots__)), ANYTHING))
def test_any_values_give_settings_within_bounds(tmp_path: Path, told: dict[str, object]) -> None:
    """Whatever values the file holds, what is loaded can be saved and loaded again."""
    (tmp_path / "settings.json").write_text(json.dumps(told), encoding="utf-8")
    found = load(tmp_path)
    assert 0 <= found.volume <= 1
    assert found.text in (100, 125, 150)
    save(tmp_path, found)
    assert load(tmp_path) == found


def test_settings_that_cannot_be_kept_hold_for_now(tmp_path: Path) -> None:
    """When the folder cannot be written to, a sentence says so and nothing breaks."""
    assert "could not be kept" in save(tmp_path / "gone", Preferences())


def test_the_data_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SECOND_LOOK_HOME moves it, and it is made; empty means the usual place."""
    monkeypatch.setenv("SECOND_LOOK_HOME", str(tmp_path / "elsewhere"))
    assert folder() == tmp_path / "elsewhere"
    assert (tmp_path / "elsewhere" / "records").is_dir()
    monkeypatch.setenv("SECOND_LOOK_HOME", " ")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "usual"))
    monkeypatch.setenv("HOME", str(tmp_path / "usual"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "usual"))
    assert folder().is_absolute()
