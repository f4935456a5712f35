"""Whatever a file holds, reading it ends soon, says what is wrong, and touches nothing else."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.scenario import Invalid, Problem, check, errors, read
from game.scenario.reading.document import scalars
from game.scenario.reading.source import MOST_BYTES, load, loads

SCENARIO = (Path(__file__).parent / "good" / "good.yaml").read_text()
CALM = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), database=None)

BOMB = "\n".join(
    ["a: &a [x, x, x, x, x, x, x, x, x]"]
    + [f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]" for n in range(9)]
)
FILES = {
    "empty": (b"", "SL006"),
    "blank": (b"  \n\n \n", "SL006"),
    "nothing but remarks": (b"# a remark\n# another\n", "SL006"),
    "binary junk": (bytes(range(256)) * 20, "SL005"),
    "UTF-16": ("scenario: x".encode("utf-16"), "SL005"),
    "a NUL": (b"scenario: a\x00b", "SL005"),
    "a tab": (b"scenario:\n\tname: x", "SL102"),
    "a YAML bomb": (BOMB.encode(), "SL104"),
    "brackets without end": (b"a: " + b"[" * 50_000, "SL106"),
    "braces without end": (b"{a: " * 50_000, "SL106"),
    "dashes without end": (b"- " * 50_000, "SL106"),
    "too many values": (b"a: [" + b"x, " * 70_000 + b"x]", "SL107"),
    "one long line": (b"scenario: " + b"x" * 900_000, "SL208"),
    "a list of numbers": (b"[1, 2, 3]", "SL008"),
    "a single word": (b"hello", "SL008"),
    "a picture's beginning": (b"\x89PNG\r\n\x1a\n\x00\x00", "SL005"),
    "Python in a tag": (b"scenario: !!python/object/apply:os.system ['touch harmed']", "SL105"),
}


@pytest.mark.parametrize(("data", "code"), FILES.values(), ids=list(FILES))
def test_a_strange_file_is_refused_in_words(good: Path, data: bytes, code: str) -> None:
    """The first problem says what the file is, and nothing is written anywhere."""
    (good / "strange.yaml").write_bytes(data)
    before = sorted(good.rglob("*"))
    found = errors(check([Path("strange.yaml")]))
    assert code in {problem.code for problem in found}
    assert len(found) < 150
    assert sorted(good.rglob("*")) == before


def test_a_file_of_100_mb_is_not_read(good: Path) -> None:
    """Its size is enough to refuse it: it is sparse here, and reading it would take a hundred times the memory."""
    huge = good / "huge.yaml"
    with huge.open("wb") as file:
        file.truncate(100_000_000)
    assert [problem.code for problem in check([huge])] == ["SL004"]


def test_the_limit_is_one_megabyte(good: Path) -> None:
    """A file of just that size is read."""
    full = good / "full.yaml"
    full.write_bytes(b"#" * (MOST_BYTES - 1) + b"\n")
    assert [problem.code for problem in check([full])] == ["SL006"]


def test_missing_files_and_folders_are_named(good: Path) -> None:
    """A name that is no file asks what was meant; a folder without files says what it is."""
    (good / "hollow").mkdir()
    assert [(problem.code, problem.help) for problem in check([Path("god.yaml")])] == [
        ("SL001", "Did you mean `good.yaml`?")
    ]
    assert [problem.code for problem in check([Path("hollow")])] == ["SL002"]
    assert [problem.code for problem in check([Path("x" * 5000)])] == ["SL003"]
    assert [problem.code for problem in check([Path("nul\0byte")])] == ["SL003"]


def test_a_pipe_does_not_hang(good: Path) -> None:
    """What is not an ordinary file is refused unopened."""
    os.mkfifo(good / "pipe.yaml")
    assert [problem.code for problem in check([Path("pipe.yaml")])] == ["SL002"]


def test_a_link_out_of_the_folder_is_not_followed(good: Path, tmp_path: Path) -> None:
    """A venue that is a link to somewhere else is no venue of this folder."""
    secret = tmp_path / "secret.yaml"
    (good / "venues" / "hall.yaml").rename(secret)
    (good / "venues" / "hall.yaml").symlink_to(secret)
    assert [problem.code for problem in errors(check([Path("good.yaml")]))] == ["SL301"]


@pytest.mark.parametrize(
    "venue", ["/etc/passwd", "../hall", "..", "venues/hall", "C:\\hall", "hall.yaml", "~", "a/../../b"]
)
def test_a_venue_is_never_a_path(good: Path, venue: str) -> None:
    """Only names are looked up."""
    (good / "good.yaml").write_text(SCENARIO.replace("venue: hall", f"venue: '{venue}'"))
    assert [problem.code for problem in errors(check([Path("good.yaml")]))] == ["SL315"]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_any_line_ending_will_do(good: Path, ending: str) -> None:
    """Files from other systems read the same, with a byte order mark too."""
    (good / "good.yaml").write_bytes(b"\xef\xbb\xbf" + SCENARIO.replace("\n", ending).encode())
    assert read("good.yaml").scenario.clock.lasts == 240


def test_circles_and_towers_of_behaviours_end(good: Path) -> None:
    """Behaviours that play each other twice, ten storeys high, are weighed at once."""
    floors = [
        f"- everyday: floor_{n}\n  title: t\n  steps: [{{do: floor_{n + 1}}}, {{do: floor_{n + 1}}}]" for n in range(60)
    ]
    (good / "catalogue" / "tower.yaml").write_text(
        "\n".join([*floors, "- everyday: floor_60\n  title: t\n  steps: [wait: 1 s]"])
    )
    roles = (good / "roles.yaml").read_text()
    (good / "roles.yaml").write_text(roles.replace("do: reads_phone", "do: floor_0"))
    found = errors(check([Path("good.yaml")]))
    assert [problem.code for problem in found if problem.code != "SL405"] == [
        "SL415"
    ]  # said once, not of every storey above


@given(data=st.binary(max_size=400))
@CALM
def test_any_bytes_can_be_read(data: bytes) -> None:
    """Bytes become a tree or problems, never an exception."""
    document = loads(data, "any.yaml")
    assert document.root is not None or document.problems


def _mutate(text: str, seed: int) -> str:
    """The text after some slips of the pen."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 6)):
        text = _slip(text, chance) or "a: b"
    return text


def _slip(text: str, chance: random.Random) -> str:
    """A line dropped, doubled elsewhere or indented; a character put in; a stretch dropped or doubled elsewhere."""
    lines = text.split("\n")
    n, m, at = chance.randrange(len(lines)), chance.randrange(len(lines)), chance.randrange(len(text) + 1)
    kind = chance.randrange(6)
    if kind == 0:
        return "\n".join(lines[:n] + lines[n + 1 :])
    if kind == 1:
        return "\n".join([*lines[:n], lines[m], *lines[n:]])
    if kind == 2:
        return "\n".join([*lines[:n], "  " + lines[n], *lines[n + 1 :]])
    if kind == 3:
        return text[:at] + chance.choice("[]{}:,-#&*!|>'\"%@`\t\n 0aé🙂") + text[at:]
    if kind == 4:
        return text[:at] + text[at + chance.randint(1, 12) :]
    return text[:at] + text[m : m + 30] + text[at:]


@given(
    seed=st.integers(0, 2**32),
    file=st.sampled_from(["good.yaml", "venues/hall.yaml", "catalogue/acts.yaml", "roles.yaml", "cues.yaml"]),
)
@CALM
def test_slips_of_the_pen_are_survived(good: Path, seed: int, file: str) -> None:
    """A mutated file gives a production or problems, in bounded number, each at a line that there is."""
    original = (good / file).read_text()
    mutated = _mutate(original, seed)
    (good / file).write_text(mutated)
    try:
        _reads_or_explains(good)
    finally:
        (good / file).write_text(original)


def _reads_or_explains(good: Path) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        read("good.yaml")
    except Invalid as invalid:
        problems = invalid.problems
    assert bool(problems) == bool(errors(problems))
    assert len(problems) < 200
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
    assert {path.name for path in good.iterdir()} == {
        "good.yaml",
        "venues",
        "catalogue",
        "roles.yaml",
        "cues.yaml",
        "assets",
    }


VALUES = st.sampled_from(
    [
        "",
        "{}",
        "[]",
        "-1",
        "1e999",
        ".inf",
        "nan",
        "null",
        "yes",
        "2-4",
        "9999999999",
        "[[1], 2]",
        "{a: b}",
        "target",
        "'",
        "🙂",
        "0 s",
        "999 min",
    ]
)


@given(
    value=VALUES,
    nth=st.integers(0, 400),
    file=st.sampled_from(["good.yaml", "venues/hall.yaml", "catalogue/acts.yaml", "roles.yaml"]),
)
@CALM
def test_any_value_in_any_place_is_survived(good: Path, value: str, nth: int, file: str) -> None:
    """A value replaced by one of another kind gives a production or problems."""
    original = (good / file).read_text()
    root = load(good / file, file).root
    assert root
    spots = [scalar.spot for scalar in scalars(root)]
    spot = spots[nth % len(spots)]
    lines = original.split("\n")
    line = lines[spot.line - 1]
    lines[spot.line - 1] = line[: spot.column - 1] + value + line[spot.column - 1 + spot.width :]
    (good / file).write_text("\n".join(lines))
    try:
        _reads_or_explains(good)
    finally:
        (good / file).write_text(original)
