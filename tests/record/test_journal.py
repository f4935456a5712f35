"""A journal is written as it happens and opens as it was written."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.acts import Mark
from game.log import (
    ActBegan,
    ActEnded,
    Answered,
    Approached,
    Asked,
    CameUp,
    Checked,
    CheckReturned,
    Cleared,
    Entered,
    Event,
    Exposed,
    Finished,
    Left,
    Looked,
    Marked,
    Met,
    Observable,
    Parted,
    Paused,
    Replied,
    Resumed,
    Selected,
    Spoke,
)  # fmt: skip
from game.record import Digest, Journal, Recording, UnreadableError, begin, open_journal, open_kept, summary
from game.record.events import EventReader, EventWriter
from game.record.frames import EVERY
from game.record.header import FORMAT
from game.record.line import LINE, pack, unpack
from game.record.recording import read_lines
from game.run import Sitting
from game.score import score
from game.view import Snapshot
from game.view.snapshot import Ints
from tests.support.recorded_crowds import Stroll
from tests.support.small_stage import WHEN, cast, key, opening, production, result


def play(folder: Path, stroll: Stroll) -> Journal:
    """Sit through a stroll, with a mark now and then."""
    journal = begin(folder, opening(stroll.people), WHEN)
    sitting = Sitting(stroll, journal)
    while not stroll.over:
        sitting.advance()
        if stroll.tick % 97 == 0:
            sitting.do(Mark(stroll.tick % 7, 2, ("F2.1",)))
    sitting.close(result())
    return journal


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Stroll, bytes]:
    """A minute's stroll, and its file."""
    stroll = Stroll()
    journal = play(tmp_path_factory.mktemp("records"), stroll)
    assert journal.path is not None
    return stroll, journal.path.read_bytes()


def reopen(content: bytes) -> Recording:
    """The recording in a file's content."""
    return read_lines(content.splitlines(keepends=True), "record.jsonl")


def test_opens_with_all_that_was_on_stage(played: tuple[Stroll, bytes]) -> None:
    """Header, production, cast, key and result come back as they were."""
    recording = reopen(played[1])
    assert (recording.header.title, recording.header.seed, recording.header.started) == ("Yard, quiet hour", 7, WHEN)
    assert recording.production == production()
    assert recording.cast == cast(60)
    assert recording.key == key()
    assert recording.result == result()
    assert recording.header.prevalence == "none"
    assert recording.complete
    assert recording.damage == ()


def test_opens_with_every_event(played: tuple[Stroll, bytes]) -> None:
    """The log comes back event by event."""
    assert list(reopen(played[1]).log.events) == played[0].events


def test_snapshots_are_near_what_was_seen() -> None:
    """At every tick the people are those who were there, within 12 cm, 12° and the pose last kept."""
    stroll, journal = Stroll(lasts=300), begin(Path("/dev/null/none"), opening(), WHEN)
    sitting, seen = Sitting(stroll, journal), []
    while not stroll.over:
        seen.append(stroll.snapshot())
        sitting.advance()
    recording = open_kept(journal)
    for was, later in zip(seen[::7], seen[EVERY::7], strict=False):
        _near(was, recording.snapshot(was.tick), later.ids)


def _near(was: Snapshot, found: Snapshot, staying: Ints) -> None:
    """Those who are about to leave may stop a moment before; those who just came may be missing for one."""
    ids, first, second = np.intersect1d(was.ids, found.ids, return_indices=True)
    stays = np.isin(ids, staying)
    first, second = first[stays], second[stays]
    assert len(ids) >= len(was.ids) - 2
    assert found.tick == was.tick
    assert np.abs(was.position[first] - found.position[second]).max() < 0.12
    assert (was.heading[first] * found.heading[second]).sum(axis=1).min() > np.cos(np.radians(12))
    if was.tick % EVERY == 0:
        assert (was.pose[first] == found.pose[second]).all()
        assert (was.held[first] == found.held[second]).all()
        off = np.abs(was.phase[first] - found.phase[second])
        assert np.minimum(off, 1 - off).max() < 0.08
        assert found.items == was.items
    assert found.phase.min() >= 0
    assert found.phase.max() < 1


def test_any_tick_has_a_picture(played: tuple[Stroll, bytes]) -> None:
    """Before the first and after the last there are those; between, people move on."""
    recording = reopen(played[1])
    assert len(recording.snapshot(-50).ids) == len(recording.snapshot(0).ids)
    assert recording.snapshot(10_000).tick == 10_000
    assert recording.last == 600


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.floats(0, 1))
def test_opens_however_it_was_cut_off(played: tuple[Stroll, bytes], cut: float) -> None:
    """Broken off at any byte after the opening, it opens with all that whole lines told."""
    stroll, content = played
    start = len(b"".join(content.splitlines(keepends=True)[:2]))
    kept = content[: start + round(cut * (len(content) - start))]
    recording = reopen(kept)
    assert recording.damage == ()
    assert list(recording.log.events) == stroll.events[: len(recording.log.events)]
    ticks = [json.loads(line)["t"] for line in kept.splitlines(keepends=True)[2:] if line.endswith(b"\n")]
    assert [event for event in stroll.events if event.tick < (ticks[-1] if ticks else 0)] == [
        event for event in recording.log.events if event.tick < (ticks[-1] if ticks else 0)
    ]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_in_the_middle_is_reported_and_the_rest_opens(played: tuple[Stroll, bytes], data: st.DataObject) -> None:
    """A line overwritten with junk is named; plain events of all other lines are there."""
    stroll, content = played
    lines = content.splitlines(keepends=True)
    hurt = data.draw(st.integers(2, len(lines) - 2))
    lines[hurt] = data.draw(st.binary(max_size=60)).replace(b"\n", b"").replace(b"\r", b"") + b"\x00\n"
    recording = read_lines(lines, "record.jsonl")
    assert [sentence.split(";")[0] for sentence in recording.damage] == [f"Line {hurt + 1} is damaged"]
    lost = json.loads(content.splitlines()[hurt])["t"]
    marks = [event for event in stroll.events if isinstance(event, Marked) and event.tick != lost]
    assert [event for event in recording.log.of(Marked) if event.tick != lost] == marks
    assert recording.snapshot(600).ids.size
    exposed = [event for event in stroll.events if isinstance(event, Exposed)]
    assert all(event in exposed for event in recording.log.of(Exposed))


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400))
def test_whatever_the_bytes_there_is_a_sentence(content: bytes) -> None:
    """A file that is no record is refused in one sentence."""
    with pytest.raises(UnreadableError, match="is not a record of Second Look"):
        reopen(content)


@settings(deadline=None, max_examples=60)
@given(st.recursive(st.none() | st.integers() | st.text(), lambda one: st.lists(one) | st.dictionaries(st.text(), one)))
def test_a_strange_line_is_damage_and_no_more(strange: object) -> None:
    """JSON of any other shape is reported like any damage."""
    lines = [*map(pack, opening(4)), json.dumps({"t": 3, "e": strange}).encode() + b"\n"]
    recording = read_lines(lines, "record.jsonl")
    assert len(recording.damage) == (0 if strange == [] else 1)


def test_a_newer_format_is_refused_in_one_sentence() -> None:
    """The way out is said: update."""
    short, stage = opening(4)
    newer = rf"newer Second Look \(record format {FORMAT + 5}; this one reads up to {FORMAT}\)"
    with pytest.raises(UnreadableError, match=newer):
        read_lines([pack({**short, "format": FORMAT + 5}), pack(stage)], "record.jsonl")


def test_a_record_of_the_first_format_opens_for_ever() -> None:
    """A file kept from the first release: whatever changes, it opens in full and can be judged."""
    recording = open_journal(Path(__file__).parent / "kept" / "format-1.jsonl")
    assert recording.damage == ()
    assert recording.production.scenario.scenario == "Yard, quiet hour"
    assert [person.id for person in recording.cast.people] == list(range(12))
    assert recording.key == key()
    assert recording.last == 120
    assert len(recording.snapshot(60).ids) == 7
    assert score(recording.key, recording.log, len(recording.cast.people)).counts.false_alarms == 1


def test_a_record_from_before_talks_opens_for_ever() -> None:
    """A file kept from when people could only be asked why they are there: in full, with what was answered then."""
    recording = open_journal(Path(__file__).parent / "kept" / "format-3.jsonl")
    assert recording.damage == ()
    assert [event.person for event in recording.log.of(Answered) if event.question == "reply"] == [1, 4, 4, 7, 7, 7, 4]
    assert recording.production.scenario.briefing.post == "officer"
    assert score(recording.key, recording.log, len(recording.cast.people)).counts.false_alarms == 3


def test_a_record_of_the_fourth_format_opens_for_ever() -> None:
    """A file kept from when records were first sealed and people were spoken with: whole, and as it was then."""
    path = Path(__file__).parent / "kept" / "format-4.jsonl"
    recording, seen = open_journal(path), summary(path)
    assert recording.damage == ()
    assert seen.soundness
    assert seen.soundness.state == "whole"
    assert [event.person for event in recording.log.of(Parted)] == [36, 23, 42, 37, 28]
    assert [event.tick for event in recording.log.of(CheckReturned)] == [754, 779, 913]
    assert len([*recording.log.of(Replied)]) == 13
    assert seen.result
    assert (seen.result.found, seen.result.of, seen.result.notes) == (0, 1, 13)
    assert score(recording.key, recording.log, len(recording.cast.people)).counts.misses == 1


def test_a_scenario_that_is_not_understood_is_said_in_one_sentence() -> None:
    """The rest of the record still opens."""
    short, stage = opening(4)
    recording = read_lines([pack(short), pack({**stage, "production": {"id": "yard"}})], "record.jsonl")
    assert len(recording.cast.people) == 4
    with pytest.raises(UnreadableError, match="cannot be understood"):
        _ = recording.production


def test_a_missing_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    """No traceback for a path that is not there, or is a folder."""
    with pytest.raises(UnreadableError, match="cannot be opened"):
        open_journal(tmp_path / "none.jsonl")
    with pytest.raises(UnreadableError, match="cannot be opened"):
        open_journal(tmp_path)


def test_two_at_once_never_meet(tmp_path: Path) -> None:
    """A hundred journals begun in the same second are a hundred files."""
    journals = [begin(tmp_path, opening(2), WHEN) for _ in range(100)]
    for journal in journals:
        journal.close()
    assert len({journal.path for journal in journals}) == len(list(tmp_path.iterdir())) == 100


def test_a_record_takes_little_room() -> None:
    """Six minutes with 250 people about stay below 3 MB."""
    stroll, journal = Stroll(people=450, lasts=600), begin(Path("/dev/null/none"), opening(4), WHEN)
    sitting = Sitting(stroll, journal)
    present = []
    while not stroll.over:
        sitting.advance()
        present.append(len(stroll.snapshot().ids))
    per_person_and_tick = sum(map(len, journal.lines)) / sum(present)
    assert per_person_and_tick * 250 * 3600 < 3_000_000


def test_the_digest_sees_every_bit() -> None:
    """The same run has the same digest; another seed, or one act more, another."""
    assert _digest(0) == _digest(0)
    assert len({_digest(0), _digest(1), _digest(0, mark=True)}) == 3


def _digest(seed: int, *, mark: bool = False) -> str:
    digest = Digest()
    stroll = Stroll(people=10, lasts=20, seed=seed)
    sitting = Sitting(stroll, digest=digest)
    while not stroll.over:
        if mark and stroll.tick == 10:
            sitting.do(Mark(1, 2))
        sitting.advance()
    return digest.hex()


ids = st.integers(0, 400)
ticks = st.integers(-900, 20_000)
whole = st.integers(-1000, 5000)
real = st.floats(-1e4, 1e4)
words = st.text(max_size=20)
PLAIN = st.one_of(
    st.builds(Entered, ticks, ids),
    st.builds(Left, ticks, ids),
    st.builds(ActBegan, ticks, ids, ids),
    st.builds(ActEnded, ticks, ids, ids, whole, whole),
    st.builds(Looked, ticks, real, real, real, st.integers(0, 3), whole, whole),
    st.builds(Selected, ticks, st.none() | ids),
    st.builds(Marked, ticks, ids, st.integers(1, 3), st.lists(st.text(max_size=6), max_size=4).map(tuple)),
    st.builds(Cleared, ticks, ids),
    st.builds(Approached, ticks, ids, st.none() | ids),
    st.builds(Met, ticks, ids),
    st.builds(Spoke, ticks, ids, st.sampled_from(["explained", "blunt"]), words),
    st.builds(Asked, ticks, ids, words, st.none() | ids, words),
    st.builds(Replied, ticks, ids, words, st.none() | ids, words, words),
    st.builds(Checked, ticks, ids, words, st.none() | ids),
    st.builds(CheckReturned, ticks, ids, words, st.none() | ids, words, words),
    st.builds(Parted, ticks, ids, st.sampled_from(["let go", "broke off"]), st.booleans(), st.booleans()),
    st.builds(CameUp, ticks, ids, words, words),
    st.builds(Paused, ticks),
    st.builds(Resumed, ticks),
    st.builds(Finished, ticks, st.booleans()),
)


@st.composite
def samples(draw: st.DrawFn) -> Exposed | Observable:
    """A sample with people in order of id."""
    people = tuple(sorted(draw(st.sets(ids, max_size=8))))
    if draw(st.booleans()):
        return Observable(draw(ticks), people)
    columns = [draw(st.lists(st.integers(0, 100), min_size=len(people), max_size=len(people))) for _ in range(3)]
    return Exposed(draw(ticks), people, *(tuple(column) for column in columns))


@settings(deadline=None)
@given(st.lists(PLAIN | samples(), max_size=20), st.sets(st.integers(0, 20)))
def test_every_event_comes_back_as_it_was(events: list[Event], afresh: set[int]) -> None:
    """Packed, through JSON, unpacked: equal, wherever a reader could come in."""
    writer, reader = EventWriter(), EventReader(people=401)
    for n, event in enumerate(events):
        if n in afresh:
            writer.start_afresh()
        line = unpack(pack({"t": event.tick, "e": [writer.pack(event)]}), LINE)
        assert reader.unpack(line.t, line.e) == [event]
