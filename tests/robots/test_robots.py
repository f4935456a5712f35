"""Synthetic trainees receive sightings and nothing else."""

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from functools import partial
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from game.acts import Look, Mark
from game.exercise import Exercise, Terms, gaze_over
from game.key import Key
from game.robots import ROBOTS, SKILLS, WAYS, Robot, Watcher, robot
from game.scenario import Layout, find, layout, read
from game.view import Viewpoint
from game.view.sighting import Sightings, write
from game.view.sighting import read as read_sightings
from tests.support.hand_made_sightings import VENUE, Seen, at
from tests.support.stagings import open_world, stage

ROOT = Path(__file__).parents[2]
LASTS = 700
_APART = ("cast", "key", "log", "staging", "world", "exercise", "score", "chance", "record")
APART = tuple(f"game.{room}" for room in _APART)
ELSEWHERE = """
import json, sys
from dataclasses import asdict
from game.acts import Mark, Clear
from game.robots import robot
from game.view.sighting import read
with open(sys.argv[2]) as lines:
    landmarks, stream = read(lines)
    one = robot(sys.argv[1], landmarks)
    marks = [[seen.tick, type(act).__name__, asdict(act)] for seen in stream for act in one.watch(seen)
             if isinstance(act, (Mark, Clear))]
print(json.dumps({"marks": marks, "known": sorted(name for name in sys.modules if name.startswith("game."))}))
"""


class _Kept:
    """A robot whose sightings are kept."""

    def __init__(self, other: Robot) -> None:
        self.one, self.seen = other, list[Sightings]()

    def watch(self, seen: Sightings) -> list[object]:
        """What the robot does."""
        self.seen.append(seen)
        return list(self.one.watch(seen))


class _Morning:
    """The first part of the morning peak, played once by the ideal watcher."""

    def __init__(self) -> None:
        production = read(find("king_street_morning"))
        self.place: Layout = layout(production.venue, production.props)
        cast, self.key = stage(production, 11)
        cues = {cue.cue for family in production.families for cue in family.cues}
        exercise = Exercise(
            open_world(self.place, cast), gaze_over(self.place, cast.people), Terms(LASTS, "assess", cues),
            viewpoint=Viewpoint(30.0, 18.0, 44.0, 0, 1920, 1080),
        )  # fmt: skip
        watcher, self.refused = _Kept(robot("ideal", self.place.landmarks)), list[str]()
        while not exercise.over:
            if exercise.tick % 5 == 0:
                for act in watcher.watch(exercise.sightings()):
                    refused = exercise.do(act)  # type: ignore[arg-type]
                    self.refused += [refused.code] if refused else []
            exercise.step()
        self.seen = watcher.seen
        self.people = len(cast.people)


@pytest.fixture(scope="module")
def morning() -> _Morning:
    """Played once for all tests here."""
    return _Morning()


def _marks(name: str, landmarks: Iterable[object], stream: Iterable[Sightings]) -> list[list[object]]:
    other = robot(name, tuple(landmarks))  # type: ignore[arg-type]
    return [
        [seen.tick, type(act).__name__, json.loads(json.dumps(asdict(act)))]
        for seen in stream
        for act in other.watch(seen)
        if type(act).__name__ in ("Mark", "Clear")
    ]


@pytest.mark.parametrize("name", ["ideal", "skilled", "novice", "coin", "looks"])
def test_the_stream_alone_gives_the_same_marks(morning: _Morning, tmp_path: Path, name: str) -> None:
    """Replayed from a file, in a process that knows no cast, key, log or seed, each robot marks the same."""
    path = tmp_path / "sightings.jsonl"
    path.write_text("\n".join(write(morning.place.landmarks, morning.seen)))
    run = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, name, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    told = json.loads(run.stdout)
    assert told["marks"] == _marks(name, morning.place.landmarks, morning.seen)
    assert not set(told["known"]) & set(APART)


def test_someone_is_noticed(morning: _Morning) -> None:
    """The replay above compares something: the ideal watcher has marked, and nothing it did was refused."""
    assert _marks("ideal", morning.place.landmarks, morning.seen)
    assert morning.refused == []


def test_sightings_survive_the_file(morning: _Morning) -> None:
    """Written and read again, a stream is the same to the last bit."""
    landmarks, again = read_sightings(write(morning.place.landmarks, morning.seen[:20]))
    assert landmarks == morning.place.landmarks
    for before, after in zip(morning.seen[:20], again, strict=True):
        for column in fields(Sightings):
            one, two = getattr(before, column.name), getattr(after, column.name)
            if isinstance(one, np.ndarray):
                np.testing.assert_array_equal(one, two)
                assert one.dtype == two.dtype
            else:
                assert one == two


def test_permuting_the_key_changes_no_mark(morning: _Morning) -> None:
    """Whoever the key says is a subject, the same is seen and the same is marked."""
    stream = morning.seen[:40]
    marked = _marks("ideal", morning.place.landmarks, stream)
    people = [entry.person for entry in morning.key.entries]
    for order in list(permutations(people))[1:4]:
        swapped = [replace(entry, person=other) for entry, other in zip(morning.key.entries, order, strict=True)]
        morning.key = Key(tuple(sorted(swapped, key=lambda entry: entry.person)))
        assert _marks("ideal", morning.place.landmarks, stream) == marked


def test_levels_differ_in_their_limits_alone() -> None:
    """Every level, and every way of marking, is the same watcher with its own row; no two rows are alike."""
    for name, limits in (SKILLS | WAYS).items():
        made = ROBOTS[name]
        assert isinstance(made, partial)
        assert made.func is Watcher
        assert made.keywords == {"limits": limits}
    assert len(set((SKILLS | WAYS).values())) == len(SKILLS | WAYS) == 7


def test_the_lucky_mark_from_afar(morning: _Morning) -> None:
    """They look at people who are too small for anything they do to be made out."""
    acts = robot("lucky", morning.place.landmarks).watch(morning.seen[0])
    (look,) = [act for act in acts if isinstance(act, Look)]
    assert 2.1 * look.viewpoint.scale < 25


def test_silent_marks_no_one_and_reports_all_marks_everyone(morning: _Morning) -> None:
    """The two ends: no mark at all, and a mark of concern on each person seen."""
    seen = {person for sightings in morning.seen for person in sightings.ids.tolist()}
    everyone = [act for _, _, act in _marks("reports-all", morning.place.landmarks, morning.seen)]
    assert _marks("silent", morning.place.landmarks, morning.seen) == []
    assert {act["person"] for act in everyone} == seen  # type: ignore[index]
    assert {act["level"] for act in everyone} == {2}  # type: ignore[index]


def test_the_coin_is_a_tenth_and_can_be_tossed_again(morning: _Morning) -> None:
    """About a tenth of those seen are marked by chance, and the same ones the next time."""
    first = _marks("coin", morning.place.landmarks, morning.seen)
    seen = {person for sightings in morning.seen for person in sightings.ids.tolist()}
    assert first == _marks("coin", morning.place.landmarks, morning.seen)
    marked = {act["person"] for _, _, act in first}  # type: ignore[index]
    assert 0.04 < len(marked) / len(seen) < 0.18


def test_looks_judges_by_appearance_alone() -> None:
    """The same clothes give the same verdict, whatever is done in them."""
    stereotype = ("young", "hood 3", "rucksack", "cap")
    verdicts = []
    for seen in (Seen(looks=stereotype), Seen(looks=stereotype, speed=1.4, eyes=(0.0, 0.0, 1.0)), Seen()):
        acts = robot("looks", VENUE).watch(at(0, [seen]))
        verdicts.append([act for act in acts if isinstance(act, Mark)])
    assert len(verdicts[0]) == 1
    assert verdicts[0] == verdicts[1]
    assert verdicts[2] == []


def test_a_robot_only_looks_at_first(morning: _Morning) -> None:
    """Before anything is in view there is nothing to do but to look."""
    for name in ROBOTS:
        acts = robot(name, morning.place.landmarks).watch(at(0, []))
        assert all(isinstance(act, Look) for act in acts)
