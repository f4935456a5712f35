"""What every test shares: no screen, no sound device, and a data folder of its own."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
# Where no bytecode may be written, each of the many processes that tests start would compile all of the program anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(scope="session", autouse=True)
def place_pictures(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Have a folder for pictures of places: drawing one takes seconds, so all windows of a run share them."""
    base = tmp_path_factory.getbasetemp()
    pictures = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "pictures"
    pictures.mkdir(mode=0o700, exist_ok=True)
    os.environ["TESTS_SHARE_PICTURES_IN"] = str(pictures)


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records and settings of a test go to a folder of its own."""
    monkeypatch.setenv("SECOND_LOOK_HOME", str(tmp_path / "home"))
