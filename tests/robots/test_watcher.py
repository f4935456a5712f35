"""What watchers notice, and what they conclude from it."""

from collections.abc import Iterable
from itertools import chain

import numpy as np
import pytest

from game.acts import Act, Clear, Look, Mark, Select
from game.robots import SKILLS, WAYS, Limits, Watcher
from game.robots.judge import level
from game.robots.perception import Perception, noise
from game.robots.track import Sign
from game.view import POSES, Held, Pose
from game.view.sighting import Sightings
from tests.support.hand_made_sightings import BOARD, CAMERA, DOOR, GATES, GUARD, VENUE, Seen, at, lasting, spot

IDEAL = SKILLS["ideal"]
FILMS = Seen(eyes=spot(CAMERA), hand=spot(CAMERA), pose=Pose.FILM, held=Held.PHONE)
STUDIES = Seen(eyes=spot(CAMERA))
PACES = Seen(pose=Pose.STEP_OUT, speed=0.9)
TRIES = Seen(at=(1.2, 10.0), eyes=spot(DOOR), hand=spot(DOOR), pose=Pose.TRY_DOOR)
IDLES = Seen(eyes=spot(BOARD))


def _acts(*streams: Iterable[Sightings], limits: Limits = IDEAL) -> list[Act]:
    watcher = Watcher(VENUE, limits)
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


@pytest.mark.parametrize("limits", SKILLS.values(), ids=SKILLS)
def test_a_crime_in_full_view_is_noticed_at_every_level(limits: Limits) -> None:
    """A hand at a stranger's bag is reason for concern by itself; a door that is tried is not a bag."""
    stranger = Seen(person=2, at=(10.6, 10.0))
    picks = Seen(eyes=(10.6, 10.0, 1.0), hand=(10.6, 10.0, 1.0), pose=Pose.REACH)
    marks = [act for act in _acts(lasting(0, 40, picks, stranger), limits=limits) if isinstance(act, Mark)]
    assert (marks[-1].person, marks[-1].level, marks[-1].cues) == (1, 2, ("F12.1",))


def test_feeling_at_the_waist_again_and_again_by_staff_is_noticed_and_patting_pockets_is_not() -> None:
    """Three times at the same spot, and a look at a guard between; pockets are patted twice, and nobody looked at."""
    guard = Seen(person=2, at=(10.0, 14.0), looks=GUARD)
    feels, looks = Seen(pose=Pose.ADJUST, eyes=spot(BOARD)), Seen(eyes=(10.0, 14.0, 1.6))
    again = [
        part
        for n in range(3)
        for part in (lasting(60 * n, 25, feels, guard), lasting(60 * n + 25, 35, looks, guard))
    ]
    pats = [lasting(60 * n, 25, feels, guard) for n in range(2)]
    assert "F12.6" in _cues(*again)
    assert _acts(*pats) == []


def test_a_novice_decides_on_one_sign_and_looks_closer_when_caught() -> None:
    """Whoever films a camera is marked at once, and the inspector opened on them; the everyday opens nothing."""
    watcher, idle = Watcher(VENUE, SKILLS["novice"]), Watcher(VENUE, SKILLS["novice"])
    caught = [act for seen in lasting(0, 90, FILMS, Seen(person=2, at=(14.0, 4.0))) for act in watcher.watch(seen)]
    bored = [act for seen in lasting(0, 90, IDLES) for act in idle.watch(seen)]
    assert [(act.person, act.level) for act in caught if isinstance(act, Mark)][:1] == [(1, 2)]
    assert {act.person for act in caught if isinstance(act, Select)} == {1}
    assert not any(isinstance(act, (Mark, Select)) for act in bored)


def test_a_novice_minds_that_somebody_films_and_not_what() -> None:
    """A picture of the departure board is a sign to them, as it is to nobody who looks where the lens is turned."""
    tourist = Seen(eyes=spot(BOARD), hand=spot(BOARD), pose=Pose.PHOTOGRAPH, held=Held.PHONE)
    marks = [act for act in _acts(lasting(0, 90, tourist), limits=SKILLS["novice"]) if isinstance(act, Mark)]
    assert [act.cues for act in marks] == [("F2.1",)]
    assert _acts(lasting(0, 90, tourist), limits=SKILLS["skilled"]) == []


def test_a_sale_in_passing_is_noticed_and_leaflets_are_not() -> None:
    """There and back within a breath; leaflets go one way, some seconds apart."""
    hands = Seen(pose=Pose.HAND_OVER)
    sale = [lasting(0, 20, hands), lasting(20, 15, IDLES), lasting(35, 20, hands)]
    leaflets = [part for n in range(3) for part in (lasting(60 * n, 20, hands), lasting(60 * n + 20, 40, IDLES))]
    assert "F12.5" in _cues(*sale)
    assert "F12.5" not in _cues(*leaflets)


def test_what_is_shown_to_one_stranger_after_another_is_noticed() -> None:
    """In talk, twice; a pass shown at a door is not."""
    talks, shows = Seen(pose=Pose.TALK), Seen(pose=Pose.CARD, held=Held.CARD)
    tout = [part for n in range(2) for part in (lasting(100 * n, 30, talks), lasting(100 * n + 30, 20, shows))]
    assert "F12.4" in _cues(*tout)
    assert _acts(lasting(0, 60, shows)) == []


def _spread(pose: Pose, number: int = 300) -> list[Seen]:
    """People about the place, all doing the same, each with a face and a hand towards the camera."""
    places = [(4.0 + 12.0 * (n % 20) / 20, 8.0 + 7.0 * (n // 20) / 15) for n in range(number)]
    return [Seen(person=n, at=at, eyes=spot(CAMERA), hand=spot(CAMERA), pose=pose) for n, at in enumerate(places)]


@pytest.mark.parametrize("name", SKILLS)
def test_poses_are_mistaken_for_what_looks_like_them_as_often_as_the_limits_say(name: str) -> None:
    """Filming for reading a phone, and the other way round; hurrying never for anything but even paces."""
    perception = Perception(VENUE, SKILLS[name])
    for pose, other in ((Pose.FILM, Pose.PHONE_READ), (Pose.PHONE_READ, Pose.FILM), (Pose.HURRY, Pose.STEP_OUT)):
        seen = at(0, _spread(pose))
        told = perception.read(seen, perception.legible(seen)).pose
        assert set(told.tolist()) <= {POSES.index(pose), POSES.index(other)}
        share, slips = float((told != POSES.index(pose)).mean()), SKILLS[name].slips
        assert abs(share - slips) <= 3 * (slips * (1 - slips) / 300) ** 0.5


def test_a_look_alike_can_fool_a_novice_and_not_the_ideal_watcher() -> None:
    """A few of those who read a phone under a camera are taken to film it; perfect eyes are never deceived."""
    fooled = {}
    for name in ("novice", "ideal"):
        one_by_one = (_acts(lasting(0, 40, seen), limits=SKILLS[name]) for seen in _spread(Pose.PHONE_READ, 120))
        fooled[name] = sum(any(isinstance(act, Mark) and act.level > 1 for act in acts) for acts in one_by_one)
    expected = 1 - (1 - SKILLS["novice"].slips) ** 2  # four seconds are two chances, of two seconds each
    assert abs(fooled["novice"] - 120 * expected) <= 3 * (120 * expected * (1 - expected)) ** 0.5
    assert fooled["ideal"] == 0


def test_the_timid_never_go_beyond_a_note_and_the_trigger_happy_mark_at_a_glimpse() -> None:
    """Both see what the skilled see."""
    grave = [lasting(0, 100, STUDIES), lasting(200, 60, FILMS), lasting(400, 60, PACES)]
    timid = [act for act in _acts(*grave, limits=WAYS["timid"]) if isinstance(act, Mark)]
    assert {act.level for act in timid} == {1}
    hasty = [act for act in _acts(lasting(0, 5, FILMS), limits=WAYS["trigger-happy"]) if isinstance(act, Mark)]
    assert [act.level for act in hasty] == [2]


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
