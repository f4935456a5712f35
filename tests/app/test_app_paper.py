"""A scenario on paper: what trainees get tells nothing, what the instructor gets tells all of one seed."""

import shutil
from pathlib import Path

import pytest

from game.app.commands.write_handout import answers_page, handout_page
from game.app.errors import Wrong
from game.run import set_stage
from game.scenario import read
from tests.support.outline import check_page

QUAY = Path(__file__).parents[1] / "authoring" / "quay"


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    """A copy of the small scenario with its venue."""
    shutil.copytree(QUAY, tmp_path / "quay")
    return tmp_path / "quay" / "quay.yaml"


def test_a_handout_has_the_briefing_and_the_plan_and_nothing_of_who_comes(quay: Path, tmp_path: Path) -> None:
    """Two seeds differ in the number of the scene alone; no act, no cue and no description of anybody is on it."""
    pages = []
    for seed in (7, 8):
        assert handout_page(quay, seed, tmp_path / "page.html") == 0
        pages.append((tmp_path / "page.html").read_text(encoding="utf-8"))
    assert pages[0] == pages[1].replace("scene 8", "scene 7")
    check_page(pages[0])
    production = read(quay)
    assert production.scenario.briefing.text.split(".")[0] in " ".join(pages[0].split())
    assert all(f"<li>{portal.portal}</li>" in pages[0] for portal in production.venue.portals)
    staged = set_stage(production, 7)
    for entry in staged.key.entries:
        assert staged.descriptions[entry.person] not in pages[0]
        assert all(production.behaviours[act.name].title not in pages[0] for act in entry.acts)


def test_an_answer_sheet_names_everybody_who_has_a_part(
    quay: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With how they look, what they show and what tells it apart; it warns of itself, on the page and when written."""
    assert answers_page(quay, 7, tmp_path / "answers.html") == 0
    assert "keep it from trainees" in capsys.readouterr().out
    page = (tmp_path / "answers.html").read_text(encoding="utf-8")
    check_page(page)
    assert "keep it from trainees" in page
    staged = set_stage(read(quay), 7)
    for entry in staged.key.entries:
        assert staged.descriptions[entry.person] in page
    assert page.count('class="person ') == len(staged.key.entries)
    assert "What tells it apart" in page


def test_a_page_that_cannot_be_written_is_refused_before_the_work(quay: Path, tmp_path: Path) -> None:
    """A folder is no file, and a file needs a folder."""
    for out in (tmp_path, tmp_path / "nowhere" / "page.html"):
        with pytest.raises(Wrong, match="cannot be written"):
            handout_page(quay, None, out)
