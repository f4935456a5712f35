"""The author's preview: what is saved is shown, at the moment that was looked at."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from game.authoring import Ahead

PATIENCE = 120.0
"""Seconds after which a test that waits for a thread gives up."""


def _until(ahead: Ahead, tick: float, so: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE
    while not so():
        assert monotonic() < end, "it never came"
        ahead.look(tick)
        sleep(0.01)


def _title(ahead: Ahead) -> str:
    return ahead.scene.staged.production.scenario.scenario if ahead.scene else ""


def test_a_save_is_picked_up_at_the_same_moment(quay: Path) -> None:
    """The new scene takes over once it has been played to the moment looked at, and not before."""
    ahead = Ahead(quay, seed=3)
    _until(ahead, 0, lambda: ahead.scene is not None)
    _until(ahead, 50, lambda: ahead.scene is not None and ahead.scene.last > 50)
    quay.write_text(quay.read_text().replace("A small quay", "A changed quay"))
    seen: list[tuple[str, int]] = []

    def has_changed() -> bool:
        assert ahead.scene is not None
        seen.append((_title(ahead), ahead.scene.last))
        return seen[-1][0] == "A changed quay"

    _until(ahead, 50, has_changed)
    ahead.close()
    assert all(last > 50 for _, last in seen)
    assert ahead.problems == ()


def test_a_broken_save_keeps_the_last_good_scene(quay: Path) -> None:
    """Problems are said, the scene stays; when it is mended, they go."""
    good = quay.read_text()
    ahead = Ahead(quay, seed=3)
    _until(ahead, 0, lambda: ahead.scene is not None)
    scene = ahead.scene
    quay.write_text(good.replace("target: hall camera", "target: hall camra"))
    _until(ahead, 0, lambda: bool(ahead.problems))
    assert [problem.code for problem in ahead.problems] == ["SL302"]
    assert ahead.scene is scene
    quay.write_text(good.replace("A small quay", "A mended quay"))
    _until(ahead, 0, lambda: _title(ahead) == "A mended quay")
    ahead.close()
    assert ahead.problems == ()


def test_what_a_file_draws_on_is_watched_too(quay: Path) -> None:
    """A save of the venue beside the scenario is picked up as one of the scenario."""
    ahead = Ahead(quay, seed=3)
    _until(ahead, 0, lambda: ahead.scene is not None)
    venue = quay.parent / "venues" / "quay.yaml"
    venue.write_text(venue.read_text().replace("Small quay", "Other quay"))
    _until(ahead, 0, lambda: bool(ahead.scene and ahead.scene.staged.layout.venue.venue == "Other quay"))
    ahead.close()
