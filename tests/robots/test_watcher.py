"""What watchers notice, and what they conclude from it."""

from collections.abc import Iterable
from itertools import chain

import numpy as np
import pytest

from game.acts import Act, Clear, Look, Mark, Select
from game.robots import SKILLS, Watcher
from game.robots.judge import level
from game.robots.perception import noise
from game.robots.track import Sign
from game.view import Held, Pose
from game.view.sighting import Sightings
from tests.support.hand_made_sightings import BOARD, CAMERA, DOOR, GATES, GUARD, VENUE, Seen, at, lasting, spot

IDEAL = SKILLS["ideal"]
FILMS = Seen(eyes=spot(CAMERA), hand=spot(CAMERA), pose=Pose.FILM, held=Held.PHONE)
STUDIES = Seen(eyes=spot(CAMERA))
PACES = Seen(pose=Pose.STEP_OUT, speed=0.9)
TRIES = Seen(at=(1.2, 10.0), eyes=spot(DOOR), hand=spot(DOOR), pose=Pose.TRY_DOOR)
IDLES = Seen(eyes=spot(BOARD))


def _acts(*streams: Iterable[Sightings]) -> list[Act]:
    watcher = Watcher(VENUE, IDEAL)
    acts = chain.from_iterable(watcher.watch(seen) for seen in chain(*streams))
    return [act for act in acts if not isinstance(act, (Look, Select))]


def _cues(*streams: Iterable[Sightings]) -> set[str]:
    return {cue for act in _acts(*streams) if isinstance(act, Mark) for cue in act.cues}


@pytest.mark.parametrize(
    ("seen", "cue"),
    [
        (FILMS, "F2.1"),
        (STUDIES, "F1.1"),
        (PACES, "F2.4"),
        (TRIES, "F6.1"),
        (Seen(eyes=spot(GATES), at=(14.0, 10.0)), "F1.4"),
        (Seen(eyes=spot(GATES), hand=spot(CAMERA), pose=Pose.FILM_LOW, held=Held.PHONE), "F2.2"),
        (Seen(eyes=spot(CAMERA), pose=Pose.COUNT), "F1.5"),
    ],
)
def test_one_cue_alone_is_only_noted(seen: Seen, cue: str) -> None:
    """Each of the cues is recognised when it is shown in full view for long, and by itself is a note."""
    marks = [act for act in _acts(lasting(0, 120, seen)) if isinstance(act, Mark)]
    assert cue in {found for act in marks for found in act.cues}
    assert {act.level for act in marks} == {1}


@pytest.mark.parametrize(
    "seen",
    [
        IDLES,
        Seen(eyes=spot(BOARD), hand=spot(BOARD), pose=Pose.PHOTOGRAPH, held=Held.PHONE),
        Seen(pose=Pose.PHONE_READ, held=Held.PHONE, eyes=(10.0, 10.5, 1.0)),
        Seen(eyes=spot(BOARD), pose=Pose.CHECK_WATCH),
        Seen(eyes=spot(BOARD), pose=Pose.NOTE, held=Held.NOTEBOOK),
        Seen(pose=Pose.FIDGET),
        Seen(pose=Pose.WALK, speed=1.3, eyes=spot(CAMERA)),
    ],
)
def test_the_everyday_is_left_in_peace(seen: Seen) -> None:
    """Boards, phones, watches read under the board, stress, and looks in passing: no mark."""
    assert _acts(lasting(0, 200, seen)) == []


def test_a_glance_is_not_a_study() -> None:
    """Two seconds of looking towards a camera are nothing; every two seconds elsewhere again."""
    turns = [lasting(40 * n, 20, STUDIES if n % 2 else IDLES) for n in range(6)]
    assert _acts(*turns) == []


def test_three_cues_of_two_families_at_separate_moments_are_a_concern() -> None:
    """Studied a camera, filmed it, paced: a concern, in the end, that names the three."""
    acts = _acts(lasting(0, 100, STUDIES), lasting(200, 60, FILMS), lasting(400, 60, PACES))
    assert acts[-1] == Mark(1, 2, ("F1.1", "F2.1", "F2.4"))


def test_a_passer_by_in_the_line_is_not_what_is_filmed() -> None:
    """People walk between lens and camera all the time; what stays on the line is what is filmed."""
    streams = [at(5 * n, [FILMS, Seen(person=2, at=(10.0, 11.0 + n % 4), speed=1.3)]) for n in range(12)]
    assert "F2.1" in _cues(streams)


def test_the_innocent_explanation_takes_the_mark_back() -> None:
    """A staff door tried and then opened with a card shown is no cue any more, and the mark goes."""
    shows = Seen(at=(1.2, 10.0), eyes=spot(DOOR), hand=spot(DOOR), pose=Pose.CARD, held=Held.CARD)
    acts = _acts(lasting(0, 30, TRIES), lasting(30, 20, shows))
    assert acts == [Mark(1, 1, ("F6.1",)), Clear(1)]


def test_staff_at_their_work_are_not_watched() -> None:
    """Who wears the uniform of those who guard the place may look at cameras as long as they like."""
    assert _acts(lasting(0, 200, Seen(eyes=spot(CAMERA), looks=GUARD))) == []


def test_what_is_too_small_or_hidden_is_not_made_out() -> None:
    """The same act, below the size at which hands are legible, or with the hands hidden, is not recognised."""
    small = Seen(eyes=spot(CAMERA), hand=spot(CAMERA), pose=Pose.FILM, held=Held.PHONE, height=40.0)
    covered = Seen(eyes=spot(CAMERA), hand=spot(CAMERA), pose=Pose.FILM, held=Held.PHONE, parts=3)
    assert "F2.1" not in _cues(lasting(0, 120, small))
    assert "F2.1" not in _cues(lasting(0, 120, covered))


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        ((), 0),
        ((("F9.1", 0), ("F3.2", 200), ("F4.2", 400)), 0),
        ((("F2.1", 0),), 1),
        ((("F2.1", 0), ("F1.1", 300)), 1),
        ((("F2.1", 0), ("F2.2", 200), ("F2.4", 400)), 1),
        ((("F2.1", 0), ("F1.1", 10), ("F2.4", 20)), 1),
        ((("F2.1", 0), ("F1.1", 200), ("F2.4", 400)), 2),
        ((("F6.1", 0), ("F3.2", 200), ("F4.2", 400)), 2),
    ],
)
def test_the_rule_of_judgement(cues: tuple[tuple[str, int], ...], expected: int) -> None:
    """A concern needs three cues, two families, separate moments, and one cue about the place's security."""
    assert level([Sign(cue, tick, tick, 50) for cue, tick in cues]) == expected


def test_perception_noise_is_a_fair_normal_number_of_what_is_seen() -> None:
    """Its mean is 0 and its deviation 1; the same sight gives the same number, and neither id nor chance enters."""
    rng = np.random.default_rng(1)
    position, angle = rng.uniform(0, 60, (20_000, 2)), rng.uniform(0, 2 * np.pi, 20_000)
    direction = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    drawn = noise(position, direction, 7, 1)
    assert abs(drawn.mean()) < 0.03
    assert abs(drawn.std() - 1.0) < 0.03
    np.testing.assert_array_equal(drawn[5:9], noise(position[5:9], direction[5:9], 7, 1))


def test_only_so_many_can_be_attended_to() -> None:
    """Among many, the span limits whom a watcher takes in at once, and what catches the eye comes first."""
    crowd = [Seen(person=n, at=(float(n % 10), float(n // 10))) for n in range(2, 60)]
    novice = Watcher(VENUE, SKILLS["novice"])
    acts = [act for n in range(60) for act in novice.watch(at(5 * n, [*crowd, PACES]))]
    marked = {act.person for act in acts if isinstance(act, Mark)}
    assert marked == {1}
