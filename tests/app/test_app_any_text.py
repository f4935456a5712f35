"""Whatever anybody wrote, it can be drawn and printed: controls, letters without width, long words, poor encodings."""

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.text import capitalise, drawable, on_one_line, printable, stand_in, uncapitalise
from game.typeface import Typeface
from game.widgets.style import Style

ROOT = Path(__file__).parents[2]
GOOD = (ROOT / "tests" / "scenario" / "good" / "good.yaml").read_text()
NASTY = {
    "null": "a\0b", "escape": "a\x1b[31mred\x1b]0;title\x07", "c1": "a\x9b2Jb", "half a character": "a\ud800b",
    "turned": "a\u202eb\u2066c",
    "no width": "a\u200b\u200d\ufeffb", "line ends": "a\x85b\u2028c\r\nd\re", "nothing": "",
    "accents": "e" + "\u0301" * 3000,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈", "not a letter": "\ufffe\uffff\U0010ffff",
    "private": "\ue000\U000f0000",
    "arabic": "مرحبا", "hangul filler": "\u3164\uffa0", "tags": "\U000e0041\U000e007f", "long": "w" * 100_000,
}  # fmt: skip


@pytest.fixture(scope="module")
def style() -> Style:
    """Words as the screens draw them."""
    pygame.font.init()
    return Style()


@pytest.mark.parametrize("text", NASTY.values(), ids=list(NASTY))
def test_any_text_can_be_drawn(style: Style, text: str) -> None:
    """In one line, and broken into lines no wider than there is room."""
    assert style.words(text, "body", (255, 255, 255, 255)).get_height() > 0
    assert style.wide(text, "body") >= 0
    for line in style.lines(text, "body", 200):
        assert style.wide(line, "body") <= 200
        assert len(drawable(line)) <= len(line)


def test_storms_of_letters_can_be_drawn(style: Style) -> None:
    """Two thousand texts of letters from everywhere."""
    chance = random.Random(17)
    blocks = range(0x300), range(0x2000, 0x2100), range(0xD7F0, 0xE010), range(0xFE00, 0x10010), (0x1F469, 0x10FFFF)
    everywhere = [code for block in blocks for code in block]
    for _ in range(2000):
        text = "".join(chr(chance.choice(everywhere)) for _ in range(chance.randrange(40)))
        style.font("body").render(text, True, (255, 255, 255))
        style.lines(text, "body", 60)


@pytest.mark.parametrize("words", ["w" * 20_000, "w" * 5_000 + " " + "m" * 5_000, "ab " * 3_000, "\u200b" * 20_000])
def test_a_long_word_is_broken_in_step_with_its_length(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The letters that are measured are a few times those that there are, and not their square."""
    measured = 0
    size = Typeface.size

    def measure_text(face: Typeface, text: str) -> tuple[int, int]:
        nonlocal measured
        measured += len(text)
        return size(face, text)

    monkeypatch.setattr(Typeface, "size", measure_text)
    lines = Style().lines(words, "body", 300)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert measured < 60 * len(words)


@pytest.mark.parametrize("text", NASTY.values(), ids=list(NASTY))
def test_what_is_printed_steers_no_terminal(text: str) -> None:
    """No control remains, and one line stays one."""
    shown = on_one_line(text)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ud800-\udfff]", shown)
    assert "\n" not in shown
    shown.encode("utf-8")
    printable(text).encode("utf-8")


@pytest.mark.parametrize(("letter", "instead"), [*zip("′–éŁ漢²", "'-eL?2", strict=True)])
def test_a_letter_that_an_encoding_lacks_has_a_stand_in(letter: str, instead: str) -> None:
    """What is nearly the same, or a question mark."""
    assert stand_in(letter) == instead


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_the_whole_of_it_is_printed_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    """Titles, file names and excerpts come out, none of them as an escape; JSON is ASCII in all of them."""
    bad = GOOD.replace("The hall at noon", '"Noon′ \\e[31m 漢"').replace("venue: hall", "venue: hall′")
    (tmp_path / "no′on.yaml").write_text(bad, encoding="utf-8")
    plain = _run(["check", "no′on.yaml"], tmp_path, encoding)
    assert plain.returncode == 1, plain.stderr
    assert b"SL112" in plain.stdout
    assert b"\x1b" not in plain.stdout + plain.stderr
    plain.stdout.decode(encoding)
    if encoding == "cp437":
        data = json.loads(_run(["check", "no′on.yaml", "--json"], tmp_path, encoding).stdout.decode("ascii"))
        assert {problem["file"] for problem in data["problems"]} == {"no′on.yaml"}


def test_a_name_that_is_no_text_is_printed(tmp_path: Path) -> None:
    """A file whose name is no UTF-8, or steers a terminal, is named harmlessly, and listed."""
    for name in (b"a\xff.yaml", b"b\x1b[31m.yaml", b"c\n.yaml"):
        (tmp_path / os.fsdecode(name)).write_text("scenario: [")
    done = _run(["list", "."], tmp_path, "utf-8")
    assert (done.returncode, b"\x1b" in done.stdout, len(done.stdout.splitlines())) == (1, False, 3), done.stderr
    rows = json.loads(_run(["list", ".", "--json"], tmp_path, "utf-8").stdout.decode("ascii"))["scenarios"]
    assert len(rows) == 3


def _run(words: list[str], folder: Path, encoding: str) -> subprocess.CompletedProcess[bytes]:
    surroundings = {**os.environ, "PYTHONIOENCODING": encoding, "XDG_DATA_HOME": str(folder / "data")}
    command = [sys.executable, str(ROOT / "main.py"), *words]
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, check=False)


def test_a_capital_changes_the_first_letter_alone() -> None:
    """What is written in capitals stays so, and nothing stays nothing."""
    assert [capitalise(text) for text in ("a CCTV desk", "CCTV", "")] == ["A CCTV desk", "CCTV", ""]
    assert uncapitalise("Search them under PACE") == "search them under PACE"
