"""A record tells whether it is as it was written: each line names the one before, and the end is signed."""

import json
import os
import random
import stat
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest

from game.acts import Mark
from game.record import Seal, Soundness, Unsealable, begin, known_seal, summary, take_seal
from game.record.header import FORMAT
from game.record.line import pack
from game.record.soundness import close, examine, link
from game.run import Sitting
from tests.support.recorded_crowds import Stroll
from tests.support.small_stage import WHEN, opening, result

Lines = Sequence[bytes]
KEPT = Path(__file__).parent / "kept"


@pytest.fixture(scope="module")
def seal(tmp_path_factory: pytest.TempPathFactory) -> Seal:
    """The seal of an installation."""
    return take_seal(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def content(seal: Seal, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A record with marks in it, as it stands in its file."""
    stroll = Stroll(people=20, lasts=300)
    journal = begin(tmp_path_factory.mktemp("records"), opening(20), WHEN, seal)
    sitting = Sitting(stroll, journal)
    while not stroll.over:
        sitting.advance()
        if stroll.tick % 50 == 0:
            sitting.do(Mark(stroll.tick % 7, 1, ("F2.1",)))
    sitting.close(result())
    assert journal.path is not None
    return journal.path.read_bytes()


def examine_content(content: bytes) -> Soundness:
    """How a file with this content stands."""
    return examine(BytesIO(content).readlines())


def test_a_record_is_whole_as_it_was_written(content: bytes, seal: Seal) -> None:
    """Signed by the key that its first line names."""
    assert examine_content(content) == Soundness("whole", seal.public)
    assert json.loads(content.splitlines()[0])["seal"] == seal.public


def edit(content: bytes, seed: int) -> bytes:
    """The content with one edit: a byte or a piece of it changed, left out, doubled, put in or moved."""
    chance = random.Random(seed)
    at, size = chance.randrange(len(content)), chance.choice([1, 1, 1, 2, 5, 40, 4000])
    before, piece, after = content[:at], content[at : at + size], content[at + size :]
    rest = before + after
    there = chance.randrange(len(rest) + 1)
    more = chance.choice([b" ", b"\n", b"\r", b"\0", b"0", b"{}\n", b'"', b"\xff"])
    return chance.choice([
        before + bytes(255 - byte for byte in piece) + after,
        before + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :],
        before + after,
        before + piece + piece + after,
        before + more + content[at:],
        rest[:there] + piece + rest[there:],
        before.replace(b"1", b"2", 1) + content[at:],
    ])


def test_no_edit_goes_unnoticed(content: bytes) -> None:
    """500 edits by chance: each is found to be changed, or cut."""
    edits = [made for made in (edit(content, seed) for seed in range(520)) if made != content]
    assert len(edits) >= 500
    assert {examine_content(made).state for made in edits[:500]} == {"changed", "cut"}


def test_a_record_broken_off_anywhere_is_cut(content: bytes) -> None:
    """At any byte before the last: as it was written, up to there."""
    for at in {*range(1, len(content), 997), *range(len(content) - 300, len(content))}:
        assert examine_content(content[:at]).state == "cut", at


def again(lines: Lines) -> list[bytes]:
    """The lines with each naming the one before anew, as somebody does who knows how it is done, without the key."""
    made = [lines[0]]
    for line in lines[1:]:
        told = json.loads(line)
        told.pop("h", None)
        made.append(link(made[-1], told))
    return made


def told(lines: Lines, at: int, change: Callable[[dict[str, object]], object]) -> list[bytes]:
    """The lines with what one of them tells changed."""
    said = json.loads(lines[at])
    change(said)
    return [*lines[:at], pack(said), *lines[at + 1 :]] if at >= 0 else [*lines[:at], pack(said)]


def marks_raised(lines: Lines) -> list[bytes]:
    """Every mark is made one of the highest level."""
    made = list(lines)
    for number, line in enumerate(lines):
        said = json.loads(line)
        for event in said.get("e", []):
            if event[0] == "Marked":
                event[2] = 3
        made[number] = pack(said)
    return made


def key_emptied(lines: Lines) -> list[bytes]:
    """Nobody was a subject."""
    return told(lines, 1, lambda said: said.update(key={"entries": [], "companions": []}))


def swap(lines: Lines) -> list[bytes]:
    """Two lines change places."""
    return [*lines[:5], lines[6], lines[5], *lines[7:]]


def leave_out(lines: Lines) -> list[bytes]:
    """A line in the middle is missing."""
    return [*lines[:40], *lines[41:]]


def put_in(lines: Lines) -> list[bytes]:
    """A mark that was never made."""
    return [*lines[:40], pack({"t": 60, "e": [["Marked", 1, 3, []]]}), *lines[40:]]


def end_forged(lines: Lines) -> list[bytes]:
    """The end says that both were found."""

    def better(said: dict[str, object]) -> None:
        end = said["end"]
        assert isinstance(end, dict)
        end.update(found=2)

    return told(lines, -1, better)


def other_title(lines: Lines) -> list[bytes]:
    """Another exercise, by its name."""
    return told(lines, 0, lambda said: said.update(title="The hardest of all"))


def other_trainee(lines: Lines) -> list[bytes]:
    """Somebody else's."""
    return told(lines, 0, lambda said: said.update(trainee="somebody else"))


DELIBERATE = (
    marks_raised, key_emptied, swap, leave_out, put_in, end_forged, other_title, other_trainee,
)  # fmt: skip


@pytest.mark.parametrize("forge", DELIBERATE)
def test_no_forgery_goes_unnoticed(content: bytes, forge: Callable[[Lines], list[bytes]]) -> None:
    """With the rest as it was; with each line made to name the one before; and signed by a key of the forger's own."""
    lines = content.splitlines(keepends=True)
    forged = forge(lines)
    assert examine(forged).state == "changed"
    assert examine(again(forged)).state == "changed"
    without = told(again(forged), -1, lambda said: said.pop("seal"))
    assert examine(without).state == "cut"


def test_the_seal_of_another_is_told_from_the_own(content: bytes, seal: Seal, tmp_path: Path) -> None:
    """Whoever forges a record and seals it anew has to name a key that is not the installation's."""
    other = take_seal(tmp_path)
    lines = marks_raised(content.splitlines(keepends=True))
    under_own_name = told(again(lines), -1, lambda said: said.pop("seal"))
    assert examine([*under_own_name[:-1], close(under_own_name[-1], other)]).state == "changed"
    own = told(lines, 0, lambda said: said.update(seal=other.public))
    renamed = told(again(own), -1, lambda said: said.pop("seal"))
    assert examine([*renamed[:-1], close(renamed[-1], other)]) == Soundness("whole", other.public)
    assert other.public != seal.public


@pytest.mark.parametrize("more", [b"\n", b" ", b"{", b'{"t":301}\n', b"\0"])
def test_nothing_comes_after_the_end(content: bytes, more: bytes) -> None:
    """A record with anything behind its signature is not as it was written."""
    assert examine_content(content + more).state == "changed"
    assert examine_content(content + content.splitlines(keepends=True)[-1]).state == "changed"


def test_a_signature_can_be_written_in_one_way_only(content: bytes) -> None:
    """Digits in capitals, or a space more, mean the same number and are another file."""
    head, _, signature = content.rpartition(b'"seal":"')
    assert examine_content(head + b'"seal":"' + signature.upper()).state in ("changed", "cut")
    assert examine_content(head + b'"seal": "' + signature).state in ("changed", "cut")


def test_a_sealed_record_is_not_passed_off_as_an_older_one(content: bytes) -> None:
    """An older format in its first line alone does not take the seal away."""
    assert examine_content(content.replace(b'"format":%d' % FORMAT, b'"format":3', 1)).state == "changed"


@pytest.mark.parametrize("name", sorted(path.name for path in KEPT.glob("format-[123]*.jsonl")))
def test_records_of_before_open_as_unsealed(name: str) -> None:
    """They have nothing to be told by, and are not called changed for that."""
    assert summary(KEPT / name).soundness == Soundness("unsealed")


def test_without_a_key_a_record_is_unsealed(tmp_path: Path) -> None:
    """It can be kept all the same; an edit of one line is still found."""
    journal = begin(tmp_path, opening(4), WHEN)
    Sitting(Stroll(people=4, lasts=20), journal).close(result())
    assert examine(journal.lines) == Soundness("unsealed")
    assert examine(journal.lines[:1]).state == "cut"
    assert examine([*journal.lines[:1], *told(journal.lines, 1, lambda said: said.pop("cast"))[1:]]).state == "changed"


def test_an_installation_keeps_its_seal(tmp_path: Path) -> None:
    """Made once, for the user's eyes alone, and never in a record; two programs at once come to the same."""
    assert known_seal(tmp_path) == ""
    first, second = take_seal(tmp_path), take_seal(tmp_path)
    assert first.public == second.public == known_seal(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["seal.key"]
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "seal.key").stat().st_mode) == 0o600
    journal = begin(tmp_path / "records", opening(4), WHEN, first)
    journal.end(0, None)
    private = (tmp_path / "seal.key").read_bytes()
    assert private not in b"".join(journal.lines)
    assert private.hex().encode() not in b"".join(journal.lines)


def test_a_seal_that_cannot_be_had_is_said(tmp_path: Path) -> None:
    """Where the key is damaged, or its place cannot be written to; nothing is put in the stead of a damaged one."""
    (tmp_path / "seal.key").write_bytes(b"short")
    with pytest.raises(Unsealable, match="is damaged"):
        take_seal(tmp_path)
    assert (tmp_path / "seal.key").read_bytes() == b"short"
    with pytest.raises(Unsealable, match="the folder is gone"):
        take_seal(tmp_path / "nowhere")
    assert known_seal(tmp_path) == known_seal(tmp_path / "nowhere") == ""


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps such rights otherwise")
def test_records_are_for_nobody_elses_eyes(tmp_path: Path) -> None:
    """The folder and its files, also where the folder was there before and open to all."""
    (tmp_path / "old").mkdir(mode=0o755)
    for folder in (tmp_path / "new" / "records", tmp_path / "old"):
        journal = begin(folder, opening(4), WHEN)
        journal.close()
        assert journal.path is not None
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600
