"""Every problem has a page that says what it means, and every page a problem."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "problems").glob("SL*.md"))
SOURCES = [file for room in ("scenario", "authoring") for file in sorted((ROOT / "game" / room).rglob("*.py"))]
CODES = {code for source in SOURCES for code in re.findall(r'"(SL\d{3})"', source.read_text())}


def test_codes_and_pages_are_the_same() -> None:
    """No code without a page, no page without a code, none missing from the index."""
    assert {page.stem for page in PAGES} == CODES
    index = (ROOT / "docs" / "problems" / "README.md").read_text()
    assert set(re.findall(r"\[(SL\d{3})\]\(\1\.md\)", index)) == CODES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_explains_shows_and_mends(page: Path) -> None:
    """What it means, an example of it, and the same mended."""
    text = page.read_text()
    assert text.startswith(f"# {page.stem}: ")
    assert re.search(r"\n(Error|Advice)\. [\w`]", text)
    wrong, right = re.findall(r"```\w+\n(.*?)```", text, re.DOTALL)
    assert text.index("## Example") < text.index(wrong) < text.index("## Mend")
    assert wrong != right


def test_planted_mistakes_cover_the_codes() -> None:
    """Every code is met by a planted mistake or by a test of its own."""
    folders = ("scenario", "authoring", "support")
    tests = "".join(path.read_text() for folder in folders for path in (ROOT / "tests" / folder).glob("*.py"))
    assert {code for code in CODES if code not in tests} == set()
