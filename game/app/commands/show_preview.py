"""The preview window: an author's file, staged and shown with the truth."""

from pathlib import Path

from game.authoring import Ahead, StagedScene
from game.picture import Plan, Scene
from game.scenario import Invalid, read
from game.scenario.plans import Decoy, Subject, any_look_alike, find_written_acts
from game.screens.keys import Keys
from game.screens.preview.preview_screen import Preview
from game.screens.watch.scene_view import Picture
from game.widgets.style import Style

from ..errors import Wrong, near
from ..game import NO_SCREEN, say
from ..settings_file import Unusable, load, place
from ..trainees import sat_last
from ..window import NoScreen, Window, open_window


def preview(path: Path, seed: int, at: float, tell: str, size: tuple[int, int] | None) -> int:
    """Open a window on the file, `at` seconds into the scene or where a tell begins."""
    if tell:
        _refuse_unknown_tell(path, tell)
    try:
        surface = open_window(size, full=False)
    except NoScreen:
        return say(NO_SCREEN)
    style, keys = Style(surface.get_size()), _chosen_keys()
    Window(style, surface, open_preview(style, path, seed, at, tell, keys), lambda _: False, lambda: keys).run()
    return 0


def _chosen_keys() -> Keys:
    """What each letter does for whoever sat here last; as it is made, where nobody has or their folder is nowhere."""
    try:
        return load(sat_last(place()).folder).keys
    except Unusable:
        return Keys()


def open_preview(style: Style, path: Path, seed: int, at: float, tell: str, keys: Keys | None = None) -> Preview:
    """The screen for the window."""

    def paint(scene: StagedScene) -> Picture:
        staged = scene.staged
        looks = [person.looks for person in staged.cast.people]
        return Picture(
            style,
            Scene(staged.layout, looks, staged.production.scenario.clock.starts, programme=staged.programme),
            Plan(staged.layout, style.theme, staged.programme),
        )

    return Preview(style, Ahead(path, seed), paint, at * 10, tell, keys)


def _refuse_unknown_tell(path: Path, tell: str) -> None:
    """Refuse the name of a tell that nobody can show; what else may be wrong with the file the window says."""
    try:
        production = read(path)
    except Invalid:
        return
    scenario = production.scenario
    people: list[Subject | Decoy] = [*scenario.subject_entries, *scenario.decoy_entries]
    acts = [act.name for planned in people for act in find_written_acts(planned)]
    if any_look_alike(scenario.decoys) or any(not find_written_acts(planned) for planned in people):
        acts += [behaviour.name for behaviour in production.behaviours.values() if behaviour.kind != "everyday"]
    if tell not in acts:
        raise Wrong(f"Nobody in {path.name} does “{tell}”.{near(tell, acts)}")
