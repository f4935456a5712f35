"""A real exercise, recorded and opened again."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from game.acts import Mark, Select
from game.exercise import Exercise, Terms, gaze_over
from game.key import Key
from game.record import Digest, Recording, begin, make_header, open_journal, pack_opening
from game.record.frames import EVERY
from game.run import Sitting
from game.scenario import Production, find, layout, read
from game.score import score
from game.view import Snapshot, Viewpoint
from tests.support.small_stage import WHEN
from tests.support.stagings import open_world, stage

LASTS = 300


class Sat:
    """Half a minute of King Street, as it was and as it was kept."""

    def __init__(self, folder: Path) -> None:
        """Sit through it, with a mark and a close look."""
        self.production: Production = read(find("king_street_morning"))
        cast, self.key = stage(self.production, 7)
        self.people = len(cast.people)
        place = layout(self.production.venue, self.production.props)
        cues = {cue.cue: cue.wording for family in self.production.families for cue in family.cues}
        self.exercise = Exercise(
            open_world(place, cast), gaze_over(place, cast.people), Terms(LASTS, "practice", cues),
            viewpoint=Viewpoint(30, 18, 30, 0, 1920, 1080),
        )
        head = make_header(self.production, cast, mode="practice", started=WHEN, program="0.1.0")
        journal = begin(folder, pack_opening(head, self.production, cast, self.key), WHEN)
        sitting = Sitting(self.exercise, journal, Digest())
        self.seen: dict[int, Snapshot] = {}
        while not self.exercise.over:
            self.seen[self.exercise.tick] = self.exercise.snapshot()
            sitting.advance()
            if self.exercise.tick == 100:
                someone = int(self.exercise.snapshot().ids[0])
                self.refused = (sitting.do(Select(someone)), sitting.do(Mark(someone, 1, ("F1.1",))))
        sitting.close()
        assert journal.path is not None
        self.bytes = [len(line) for line in journal.lines]
        self.recording: Recording = open_journal(journal.path)


@pytest.fixture(scope="module")
def sat(tmp_path_factory: pytest.TempPathFactory) -> Sat:
    """The one sitting that these tests share."""
    return Sat(tmp_path_factory.mktemp("records"))


def test_all_that_happened_is_kept(sat: Sat) -> None:
    """Stage and log are the same, pre-roll included; so is what they come to."""
    kept = sat.recording
    assert kept.damage == ()
    assert list(kept.log.events) == list(sat.exercise.log.events)
    assert kept.production == sat.production
    assert kept.key == sat.key
    assert isinstance(kept.key, Key)
    assert score(kept.key, kept.log, len(kept.cast.people)) == score(sat.key, sat.exercise.log, sat.people)


def test_the_scene_is_kept_as_it_could_be_seen(sat: Sat) -> None:
    """At each kept frame: the same people, within 8 cm and 9° of gaze, in the same poses with the same things."""
    for tick in range(0, LASTS, 7 * EVERY):
        was, found = sat.seen[tick], sat.recording.snapshot(tick)
        assert (was.ids == found.ids).all()
        assert np.abs(was.position - found.position).max() < 0.08
        assert (was.gaze * found.gaze).sum(axis=1).min() > np.cos(np.radians(9))
        assert (was.pose == found.pose).all()
        assert (was.held == found.held).all()
        assert (was.bag == found.bag).all()


def test_between_frames_people_move_on_evenly(sat: Sat) -> None:
    """No one jumps: from tick to tick nobody goes further than a fast runner."""
    ticks = [sat.recording.snapshot(tick) for tick in range(60, 160)]
    for before, after in pairwise(ticks):
        _, here, there = np.intersect1d(before.ids, after.ids, return_indices=True)
        assert np.abs(after.position[there] - before.position[here]).max() < 0.5


def test_a_minute_takes_little_room(sat: Sat) -> None:
    """A minute of some 400 people is below 1 MB; the stage, with 1,200 in all, is written once and below that too."""
    assert sum(sat.bytes[:2]) < 1_000_000
    assert 2 * sum(sat.bytes[2:]) < 1_000_000
