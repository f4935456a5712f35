"""What an author believes is there is read or named: unseen letters, backslashes, remarks, tabs, names of files."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from game.scenario import Problem, check, errors, examine, render
from game.scenario.reading.document import MOST_PROBLEMS

GOOD = (Path(__file__).parent / "good" / "good.yaml").read_text()
LARGEST = 1_000_000
"""Bytes of the largest file that is read, and letters of the most that is said of one."""


@dataclass(frozen=True)
class Case:
    """`old` becomes `new` in the good scenario: each of `codes` is told, the first at `token`, with `said` in it."""

    old: str
    new: str
    codes: tuple[str, ...]
    token: str = ""
    said: str = ""


LETTERS = {
    "no-break space after a colon": Case("venue: hall", "venue:\u00a0hall", ("SL009",), "\u00a0", "no-break space"),
    "no-break space after a dash": Case("- {role: guard", "-\u00a0{role: guard", ("SL009",), "\u00a0", "no-break"),
    "ideographic space in an indent": Case("  post:", "\u3000post:", ("SL009",), "\u3000", "ideographic space"),
    "zero-width space in a name": Case("venue: hall", "venue: ha\u200bll", ("SL009",), "\u200b", "zero-width space"),
    "byte order mark inside": Case("summary: A", "summary: \ufeffA", ("SL009",), "\ufeff", "byte order mark"),
    "turned direction": Case("A quiet", "A \u202equiet", ("SL009",), "\u202e", "right-to-left override"),
    "soft hyphen in a key": Case("summary:", "sum\u00admary:", ("SL009",), "\u00ad", "soft hyphen"),
    "null by an escape": Case("The hall at noon", '"Test\\0scene"', ("SL112",), "\\0", "a null"),
    "terminal escape": Case("The hall at noon", '"Test \\e[31mred"', ("SL112",), "\\e", "an escape"),
    "half a character": Case("The hall at noon", '"Test \\uD800"', ("SL112",), "\\uD800"),
    "path with a number": Case("A quiet noon in a small hall.", '"See C:\\1"', ("SL112",), "\\1", "backslash"),
    "path of Windows": Case("A quiet noon in a small hall.", '"See C:\\Users\\a"', ("SL112",), "\\U", "backslash"),
    "path of new things": Case("A quiet noon in a small hall.", '"See C:\\new\\t"', ("SL112",), "\\n", "new line"),
    "text cut": Case("A quiet noon in a small hall.", "Watch lift #3 today.", ("SL111",), "#3", "remark"),
    "claim cut": Case("I am waiting for a friend.", "I wait at platform #2, as always.", ("SL111",), "#2", "quotes"),
    "objective cut": Case("Notice those who do not fit.", "Watch the gate by locker #12.", ("SL111",), "#12", "remark"),
    "a line of flow cut": Case("at: guard post}", "at: guard post #1}", ("SL101",), "#1", "remark"),
    "nothing to be made of it": Case("venue: hall", "venue: |x", ("SL101",), "x", "cannot be made sense of"),
    "tab after a dash": Case("- {role: guard", "-\t{role: guard", ("SL102",), "\t", "only spaces can"),
    "tab for an indent": Case("  post:", "\tpost:", ("SL102",), "\t", "tab"),
    "tab after spaces": Case("  post: control", "  \tpost: control", ("SL102",), "\t", "tab"),
}


@pytest.mark.parametrize("case", LETTERS.values(), ids=list(LETTERS))
def test_what_cannot_be_seen_is_named_at_its_place(good: Path, case: Case) -> None:
    """One message, where the letter stands, in words that name it."""
    _check_told(good, case)


ONE_MESSAGE = {
    "a tell for a decoy": Case("{look_alike: films_board", "{tell: films_board", ("SL201",), "tell", "look_alike"),
    "a look-alike for a subject": Case("{tell: watches_guard", "{look_alike: watches_guard", ("SL201",), "look_alike"),
    "an everyday act for a decoy": Case("{look_alike: films_board", "{everyday: films_board", ("SL201",), "everyday"),
    "an act without a name": Case("{look_alike: films_board, target", "{target", ("SL202",), "{", "look_alike"),
    "a dash missing": Case(
        "    account: {claims: My train is late.}\n",
        "    account: {claims: My train is late.}\n    role: passenger\n    look_alikes: [films_board]\n"
        "    account: {claims: I wait.}\n",
        ("SL113",), "role: passenger\n    look_alikes: [", "`-`",
    ),
    "a dash missing in the crowd": Case(
        "crowd:\n", "crowd:\n  - role: passenger\n    present: 2\n    role: guard\n    present: 1\n",
        ("SL113",), "role: guard",
    ),
    "a dash missing twice": Case(
        "crowd:\n",
        "crowd:\n  - role: passenger\n    present: 2\n" + "    role: guard\n    present: 1\n" * 2,
        ("SL113", "SL113"), "role: guard",
    ),
    "a key twice is no missing dash": Case(
        "  - role: passenger\n", "  - role: passenger\n    carries: rucksack\n", ("SL103",), "carries", "line"
    ),
    "two mistakes on one line": Case(
        "target: guard post, after: 20 s", "target: gard post, after: 20", ("SL302", "SL207"), "gard post"
    ),
    "three mistakes on one line": Case(
        "from: [west door, east door], to: [west door, east door]}", "from: wet door, to: est door, presnt: 2}",
        ("SL307", "SL302", "SL201"), "wet door",
    ),
    "a per cent too many": Case("decoys:\n", "reactions: {subjects: 500%}\ndecoys:\n", ("SL205",), "500%"),
}  # fmt: skip


@pytest.mark.parametrize("case", ONE_MESSAGE.values(), ids=list(ONE_MESSAGE))
def test_each_mistake_is_told_once(good: Path, case: Case) -> None:
    """One message for one mistake, and one for each where there are several in a line."""
    _check_told(good, case)


@pytest.mark.parametrize("share", ["50%", "0.5", "12.5 %", "100%"])
def test_a_share_is_written_as_people_write_it(good: Path, share: str) -> None:
    """Per cent will do where a share is asked for."""
    (good / "good.yaml").write_text(GOOD.replace("decoys:\n", f"reactions: {{subjects: {share}}}\ndecoys:\n"))
    assert not errors(check([Path("good.yaml")]))


@pytest.mark.parametrize(
    "text",
    [
        "summary: |\n  A list:\tbread,\tmilk",
        "summary: A quiet\tnoon",
        "summary: >-\n  A quiet\n\n  \tnoon",
        "summary: A quiet noon\n  in two lines",
        "summary: 'A quiet noon'\t# remark",
    ],
)
def test_what_yaml_allows_is_read(good: Path, text: str) -> None:
    """A tab that is only text, or an empty line's, is no mistake."""
    (good / "good.yaml").write_text(GOOD.replace("summary: A quiet noon in a small hall.", text))
    assert not [problem for problem in check([Path("good.yaml")]) if problem.code[:3] != "SL5"]


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_lines_are_counted_as_the_editor_does(good: Path, end: str) -> None:
    """What only YAML takes for a line's end moves no later message."""
    text = GOOD.replace("A quiet noon", f"A quiet{end}noon").replace("role: guard", "role: gurd")
    (good / "good.yaml").write_text(text)
    wrong = next(problem for problem in check([Path("good.yaml")]) if problem.code == "SL304")
    assert text.split("\n")[wrong.line - 1][wrong.column - 1 :].startswith("gurd")
    assert "gurd" in wrong.excerpt


LEFT = ("._scene.yaml", ".scene.yaml", "~$scene.yaml", "#a.yaml")
ARCHIVED = ("__MACOSX/scene.yaml", "@eaDir/a.yaml")
FOLDERS = {
    "only .yml": (("scene.yml", "venues/hall.yml"), (), ["scenario"]),
    "capital letters": (("scene.YAML", "venues/hall.yaml"), (), ["scenario"]),
    "leftovers": (("scene.yaml", "venues/hall.yaml"), LEFT, ["scenario"]),
    "leftovers of archives": (("scene.yaml", "venues/hall.yaml"), ARCHIVED, ["scenario"]),
}  # fmt: skip


@pytest.mark.parametrize(("files", "leftovers", "sorts"), FOLDERS.values(), ids=list(FOLDERS))
def test_a_folder_is_read_as_its_author_sees_it(
    good: Path, files: tuple[str, ...], leftovers: tuple[str, ...], sorts: list[str]
) -> None:
    """Either ending will do; what systems and editors leave behind is passed over."""
    scenario, venue = (good / "good.yaml").rename(good / files[0]), (good / "venues/hall.yaml").rename(good / files[1])
    assert scenario.exists()
    assert venue.exists()
    for name in leftovers:
        (good / name).parent.mkdir(exist_ok=True)
        (good / name).write_bytes(b"\x00\x05\x16\x07")
    found = [
        finding
        for finding in examine([good])
        if finding.sort in ("scenario", "") and finding.path.parent.name != "assets"
    ]
    assert [finding.sort for finding in found] == sorts
    assert not errors(found[0].problems), [render(problem) for problem in found[0].problems]


@pytest.mark.parametrize("name", ["scene.yaml.txt", "scene.yml.TXT", "scene.yaml.docx", "scene.yaml.rtf"])
def test_a_name_with_one_ending_too_many_is_pointed_out(good: Path, name: str) -> None:
    """The file is named, with the name that it should have."""
    (good / name).write_text(GOOD)
    found = [problem for problem in check([good]) if problem.code == "SL007"]
    assert [Path(problem.file).name for problem in found] == [name]
    assert "`scene.yaml`" in found[0].help


def test_a_folder_without_a_file_says_so(tmp_path: Path) -> None:
    """It is neither fine nor taken for a file."""
    (tmp_path / "notes.txt").write_text("nothing")
    (found,) = check([tmp_path])
    assert found.code == "SL002"
    assert ".yaml" in found.message


def test_a_file_that_cannot_be_made_sense_of_is_named_among_the_rest(good: Path) -> None:
    """Nothing that lies in the folder is left out without a word."""
    (good / "broken.yaml").write_text("scenario: [")
    (good / "gone.yaml").symlink_to("nowhere.yaml")
    (good / "looped.yaml").symlink_to("looped.yaml")
    (good / "utf16.yaml").write_bytes("scenario: x".encode("utf-16"))
    found = {finding.path.name: [problem.code for problem in errors(finding.problems)] for finding in examine([good])}
    assert (found["broken.yaml"], found["gone.yaml"], found["looped.yaml"], found["utf16.yaml"]) == (
        ["SL101"], ["SL001"], ["SL003"], ["SL005"],
    )  # fmt: skip
    assert found["good.yaml"] == []


LARGE = {
    "unknown keys": GOOD + "\n".join(f"key_{n}: 1" for n in range(25_000)),
    "wrong lines of the crowd": GOOD.replace("crowd:\n", "crowd:\n" + "  - {rolle: passenger, present: x}\n" * 19_000),
    "subjects by the thousand": GOOD.replace("subjects:\n", "subjects:\n" + "  - {tells: [x], account: 1}\n" * 9_000),
    "unknown keys, as many as are read": GOOD + "\n".join(f"key_{n}: 1" for n in range(12_000)),
    "lines of the crowd, as many as are read": GOOD.replace(
        "crowd:\n", "crowd:\n" + "  - {rolle: x, present: x}\n" * 4_500
    ),
    "items on one line, as many as are read": GOOD.replace("at: waiting room", f"at: [{'nowhere, ' * 24_000}x]"),
    "spaces in a time": GOOD.replace("lasts: 4 min", f"lasts: 4{' ' * 20_000}m"),
    "bad items on one line": GOOD.replace("at: waiting room", f"at: [{'nowhere, ' * 59_000}x]"),
    "no-break spaces": GOOD.replace("A quiet", "A" + "\u200b" * 200_000),
    "open brackets": GOOD + "x: " + "[" * 500_000,
    "quotes never closed": GOOD + "".join(f'a{n}: "b\n' for n in range(60_000)),
    "keys that nearly repeat": GOOD + "\n".join(f"crowd{n}: 1" for n in range(25_000)),
}


@pytest.mark.parametrize("text", LARGE.values(), ids=list(LARGE))
def test_of_a_large_file_no_more_is_said_than_anybody_reads(good: Path, text: str) -> None:
    """Some 200 problems at the most, the last of which says how many more there are; and never a page for a line."""
    (good / "good.yaml").write_text(text[:LARGEST])
    found = check([Path("good.yaml")])
    assert errors(found)
    assert len(found) <= MOST_PROBLEMS + 1
    assert sum(len(render(problem)) for problem in found) < LARGEST
    if len(found) > MOST_PROBLEMS:
        assert [problem.code for problem in found].count("SL010") == 1


def test_wrong_roles_by_the_thousand_are_counted(good: Path) -> None:
    """Shared files have the same bounds."""
    many = "".join(f"- {{role: r{n}, titel: x, steps: [walks]}}\n" for n in range(3_000))
    (good / "roles.yaml").write_text(many)
    found = [problem for problem in check([Path("roles.yaml")]) if problem.file == "roles.yaml"]
    assert len(found) == MOST_PROBLEMS + 1
    assert any("more" in problem.message for problem in found if problem.code == "SL010")


def _check_told(good: Path, case: Case) -> None:
    assert GOOD.count(case.old) >= 1, "the good file has changed"
    text = GOOD.replace(case.old, case.new, 1)
    (good / "good.yaml").write_text(text)
    found = sorted((problem for problem in check([Path("good.yaml")]) if problem.code[:3] != "SL5"), key=_place)
    assert [problem.code for problem in found] == list(case.codes), "\n".join(map(render, found))
    first = found[0]
    assert "\n".join(text.split("\n")[first.line - 1 :])[first.column - 1 :].startswith(case.token)
    assert case.said in f"{first.message} {first.help}"


def _place(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("東京 at noon", "東"), ("Noon \U0001f600", "\U0001f600"), ("שלום", "ש"), ("مرحبا", "م"), ("Полдень", ""),
        ("Μεσημέρι, Łódź, Ærø", ""), ("Noon → evening · 5 €", ""),
    ],
)  # fmt: skip
def test_a_letter_that_the_typeface_lacks_is_advised_on(good: Path, title: str, letter: str) -> None:
    """Once a file, at its place; it stops nobody."""
    path = good / "good.yaml"
    text = path.read_text(encoding="utf-8").replace("The hall at noon", title)
    path.write_text(text.replace("Watch the hall", f"{title} Watch the hall"), encoding="utf-8")
    found = [problem for problem in check([path]) if problem.code == "SL114"]
    assert [problem.severity for problem in found] == ["advice"] * bool(letter)
    assert not errors(check([path]))
    for problem in found:
        assert problem.excerpt[problem.column - 1] == letter
        assert letter in problem.message
