"""The preview window: an author's file, staged and shown with the truth."""

from pathlib import Path

from ..authoring import Ahead, Scene
from ..picture import Plan, theme
from ..picture import Scene as Drawn
from ..screens.preview import Preview
from ..screens.style import Style
from ..screens.watch_picture import Picture
from .game import NO_SCREEN, say
from .window import NoScreen, Window, open_window


def preview(path: Path, seed: int, at: float, tell: str, size: tuple[int, int] | None) -> int:
    """Open a window on the file, `at` seconds into the scene or where a tell begins."""
    try:
        surface = open_window(size, full=False)
    except NoScreen:
        return say(NO_SCREEN)
    style = Style(surface.get_size())

    def paint(scene: Scene) -> Picture:
        staged = scene.staged
        looks = [person.looks for person in staged.cast.people]
        return Picture(
            style,
            Drawn(staged.layout, looks, staged.production.scenario.clock.starts),
            Plan(staged.layout, theme()),
        )

    screen = Preview(style, Ahead(path, seed), paint, at * 10, tell)
    Window(style, surface, screen, lambda _: False).run()
    return 0
