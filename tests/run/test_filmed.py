"""Clips of behaviours: whom they are of, how long they are, and that the telling moment is in them."""

import numpy as np
import pytest

from game.run import film, perform
from game.run.filmed import BEFORE, LONGEST
from game.scenario import find, read
from game.view.footage import Footage

NAMES = ("films_from_the_hip", "walks_round_and_round", "leaves_bag")


@pytest.fixture(scope="module")
def clips() -> dict[str, Footage]:
    """Three tells, played side by side in King Street."""
    return {name: film(played) for name, played in perform(read(find("king_street_quiet")), NAMES, 1).items()}


def test_whoever_a_clip_is_of_is_in_every_moment_of_it(clips: dict[str, Footage]) -> None:
    """From a little before the act to its end, or half a minute of it."""
    assert set(clips) == set(NAMES)
    for clip in clips.values():
        assert 30 < len(clip.snapshots) <= BEFORE + LONGEST + 1
        assert all(clip.person in now.ids for now in clip.snapshots)
        ticks = [now.tick for now in clip.snapshots]
        assert np.all(np.diff(ticks) == 1)
        assert len(clip.looked) == len(clip.lens) == len(ticks)


def test_a_few_seconds_of_a_clip_hold_the_moment_that_tells(clips: dict[str, Footage]) -> None:
    """However early or late it comes."""
    for clip in clips.values():
        short = clip.shorten(40, 5)
        assert len(short.snapshots) == 40
        assert short.snapshots[short.telling].tick == clip.snapshots[clip.telling].tick


def test_a_lens_held_low_is_followed(clips: dict[str, Footage]) -> None:
    """What it is turned to is told for most of the act, and of nobody else's."""
    assert sum(regarded is not None for regarded in clips["films_from_the_hip"].lens) > 60
    assert not any(clips["leaves_bag"].lens)
