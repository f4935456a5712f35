"""The gallery: charts that leave nothing out, and a page that shows every picture there is."""

from pathlib import Path

import pygame

from game.key import Key
from game.log import StepBegan, StepEnded, WorldEvent
from game.picture import Cell, chart, prop_chart
from game.scenario import find, read
from game.view import POSES, Pose
from tests.support.hand_made_runs import decoy, subject
from tests.support.plain_looks import plain_looks
from tools.gallery.drawn import Drawn
from tools.gallery.gallery import hang
from tools.gallery.telling import find_telling

PLAIN = plain_looks(skin=2, hair_colour=1, top_colour=2, bottom="jeans", bottom_colour=1)


def colours(picture: pygame.Surface) -> int:
    """How many different colours a picture has."""
    pixels = pygame.surfarray.array3d(picture).reshape(-1, 3)
    return len({tuple(pixel) for pixel in pixels[::3].tolist()})


def test_every_cell_of_a_chart_is_drawn() -> None:
    """Each figure of a chart stands in its own cell, with its words below it."""
    pygame.font.init()
    poses = [Pose.STAND, Pose.SIT, Pose.WALK]
    sheet = chart([Cell(PLAIN, pose.value, pose) for pose in poses], 100, len(poses))
    wide = sheet.get_width() // len(poses)
    for n in range(len(poses)):
        assert colours(sheet.subsurface((n * wide, 0, wide, sheet.get_height() * 3 // 4))) > 20
        assert colours(sheet.subsurface((n * wide, sheet.get_height() * 7 // 8, wide, sheet.get_height() // 8))) > 3


def test_props_are_shown_beside_somebody() -> None:
    """Each kind of prop has a picture of its own, unlike the floor alone."""
    pygame.font.init()
    kinds = read(find("first_steps")).props
    some = {name: kinds[name] for name in ("bench", "clock", "tree", "departure_board")}
    sheet = prop_chart(some, PLAIN, 2)
    assert sheet.get_size()[1] > 2 * 200
    assert colours(sheet) > 400
    assert len(POSES) > 30


def test_the_page_shows_what_is_in_the_folder(tmp_path: Path) -> None:
    """A part drawn anew keeps the rest on the page, a picture that is gone leaves it, and headings stand once."""
    square = pygame.Surface((4, 4))
    first = [Drawn("a.png", "People", "One", square), Drawn("b.png", "People", "Two", square)]
    hang(first, tmp_path)
    (tmp_path / "b.png").unlink()
    hang([Drawn("c.png", "Screens", "Three", square)], tmp_path)
    page = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert page.count("## ") == 2
    assert "![One](a.png)" in page
    assert "![Three](c.png)" in page
    assert "b.png" not in page


def test_a_scenario_is_shown_while_somebody_can_be_told() -> None:
    """A decisive step of a subject, nearest to the moment asked for; not what a decoy does, nor the way to it."""
    key = Key((subject(1), decoy(2)))
    events: list[WorldEvent] = [
        StepBegan(100, 1, 0, decisive=True), StepEnded(140, 1, 0),
        StepBegan(300, 1, 1, decisive=False), StepEnded(340, 1, 1),
        StepBegan(310, 2, 0, decisive=True), StepEnded(330, 2, 0),
        StepBegan(600, 1, 2, decisive=True), StepEnded(640, 1, 2),
    ]  # fmt: skip
    assert find_telling(key, events, 320) == (120, 1, 0)
    assert find_telling(key, events, 500) == (620, 1, 2)
    assert find_telling(Key(()), events, 320) is None
