"""The preview window: an author's file, staged and shown with the truth."""

from pathlib import Path

from game.authoring import Ahead, StagedScene
from game.picture import Plan, Scene
from game.scenario import Invalid, read
from game.screens.preview.preview_screen import Preview
from game.screens.watch.scene_view import Picture
from game.widgets.style import Style

from ..errors import Wrong, near
from ..game import NO_SCREEN, say
from ..window import NoScreen, Window, open_window


def preview(path: Path, seed: int, at: float, tell: str, size: tuple[int, int] | None) -> int:
    """Open a window on the file, `at` seconds into the scene or where a tell begins."""
    if tell:
        _performed(path, tell)
    try:
        surface = open_window(size, full=False)
    except NoScreen:
        return say(NO_SCREEN)
    style = Style(surface.get_size())
    Window(style, surface, previewed(style, path, seed, at, tell), lambda _: False).run()
    return 0


def previewed(style: Style, path: Path, seed: int, at: float, tell: str) -> Preview:
    """The screen for the window."""

    def paint(scene: StagedScene) -> Picture:
        staged = scene.staged
        looks = [person.looks for person in staged.cast.people]
        return Picture(
            style,
            Scene(staged.layout, looks, staged.production.scenario.clock.starts),
            Plan(staged.layout, style.theme),
        )

    return Preview(style, Ahead(path, seed), paint, at * 10, tell)


def _performed(path: Path, tell: str) -> None:
    """Refuse the name of a tell that nobody shows; what else may be wrong with the file the window says."""
    try:
        scenario = read(path).scenario
    except Invalid:
        return
    acts = [act.name for one in scenario.subjects for act in one.tells]
    acts += [act.name for one in scenario.decoys for act in one.look_alikes]
    if tell not in acts:
        raise Wrong(f"Nobody in {path.name} does “{tell}”.{near(tell, acts)}")
