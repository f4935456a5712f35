"""The page of a check: whole in itself, with pictures, and safe to open whatever a file says."""

import re
from pathlib import Path

import pytest

from game.app.commands.write_check_page import check_page
from game.app.errors import Wrong
from game.authoring import Chapter, page, prove, teach
from game.scenario import check, read

QUAY = Path(__file__).parent / "quay"
MADE = "today"


@pytest.fixture(scope="module")
def drawn() -> str:
    """The page of the small scene, proved with one run."""
    quay = QUAY / "quay.yaml"
    production = read(quay)
    return page([Chapter(quay, teach(quay), production, prove(production, (1,), jobs=1))], MADE)


def test_a_page_is_whole_in_itself(drawn: str) -> None:
    """A picture of the scene and three of each act, all within the file; nothing is fetched from anywhere."""
    assert drawn.count("data:image/jpeg;base64,") == 1 + 3 * 6
    assert not re.search(r"(src|href)=.(?!data:|#)", drawn)
    assert "<script" not in drawn


def test_a_page_tells_what_was_found(drawn: str) -> None:
    """Title, verdict, briefing, every act by what it is called and shows, who wears what, and every factor."""
    for words in (
        "A small quay",
        "nothing to mend",
        "tried a door marked for staff",
        "crowding",
        "Subject 1",
        "Decoy 3",
        "What is normal",
        "Tries a door",
        'class="looks"',
    ):
        assert words in drawn


def test_what_an_author_wrote_is_text_and_no_more(quay: Path) -> None:
    """Marks of a browser's language in a scenario are shown as they stand; problems are shown with their line."""
    quay.write_text(quay.read_text().replace("A small quay", "A <script>quay</script>").replace("boat door]", "bot]"))
    problems = check([quay])
    drawn = page([Chapter(quay, problems)], MADE)
    assert "<script>" not in drawn
    assert "SL307" in drawn
    assert "<mark>bot</mark>" in drawn


def test_the_command_writes_the_page(quay: Path, tmp_path: Path) -> None:
    """`check --html` writes the file and ends well; where it cannot be written, that is said before any work."""
    out = tmp_path / "page.html"
    assert check_page([quay], seeds=0, jobs=1, out=out) == 0
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    with pytest.raises(Wrong, match="cannot be written"):
        check_page([quay], seeds=0, jobs=1, out=tmp_path)
