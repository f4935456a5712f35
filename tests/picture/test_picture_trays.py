"""Trays in a security lane: they go along with whoever walks past, with what they carried, and through the scanner."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pygame
import pytest

from game.picture.daylight import daylight
from game.picture.place.trays import APART, Tray, TraysOnBelts
from game.theme import theme
from game.view import Pose, Snapshot
from tests.support.drawn_halls import crowd, hall, looks

LANE: dict[str, object] = {"prop": "lane", "at": [10, 8]}
CARRIED = ("rucksack", "nothing", "dog")
PEOPLE = [replace(other, carries=carries) for other, carries in zip(looks(3), CARRIED, strict=True)]
WINDOW, SCALE = pygame.Rect(-2000, -3000, 4000, 4000), 40.0


def _walkers(*places: tuple[float, float], north: bool = True, pose: Pose = Pose.WALK) -> Snapshot:
    seen = crowd(places, pose)
    return replace(seen, heading=-seen.heading if north else seen.heading)


def _lay(seen: Snapshot) -> tuple[Snapshot, Sequence[Tray]]:
    return TraysOnBelts(hall([LANE]), PEOPLE).lay(seen)


@pytest.mark.parametrize("along", [0.4, 1.0, 2.0, 3.9])
@pytest.mark.parametrize("aside", [-1.5, 1.5])
def test_a_tray_goes_in_step_with_its_owner(along: float, aside: float) -> None:
    """It is beside whoever walks along the belt, on either side of it."""
    _, trays = _lay(_walkers((10 + aside, 6 + along)))
    assert [(tray.owner, round(tray.along, 6)) for tray in trays] == [(0, along)]


@pytest.mark.parametrize("seen", [
    _walkers((11.5, 5.5)), _walkers((11.5, 10.5)), _walkers((17, 8)), _walkers((11.5, 8), north=False),
    _walkers((11.5, 8), pose=Pose.STAND),
])  # fmt: skip
def test_whoever_does_not_go_through_has_none(seen: Snapshot) -> None:
    """Before it, past it, too far off, coming back, or standing there."""
    same, trays = _lay(seen)
    assert not trays
    assert same is seen


def test_what_lies_in_a_tray_nobody_carries() -> None:
    """A rucksack is put in and a dog is not; where nothing is put in that is carried, the crowd looks as it does."""
    seen, trays = _lay(_walkers((11.5, 7), (8.5, 8), (11.5, 9)))
    assert [tray.owner for tray in trays] == [2, 1, 0]
    assert seen.bag.tolist() == [0, 1, 1]


def test_trays_do_not_lie_on_one_another() -> None:
    """Of two who come side by side, the one who is behind lets theirs wait."""
    _, trays = _lay(_walkers((11.5, 8.0), (11.2, 7.9), (8.5, 7.8)))
    assert [tray.owner for tray in trays] == [0, 1, 2]
    assert all(round(ahead.along - behind.along, 6) >= APART for ahead, behind in pairwise(trays))


def test_nothing_is_seen_of_a_tray_within_the_scanner() -> None:
    """Half-way through there is the scanner alone, and before it less and less of the tray."""
    belts, now = TraysOnBelts(hall([LANE]), PEOPLE), daylight("12:00", 0, theme(), sky=True)
    pixels = []
    for along in (0.8, 1.25, 1.45, 2.0, 2.55, 3.2):
        _, trays = belts.lay(_walkers((11.5, 6 + along)))
        blits, keys = belts.show(trays, WINDOW, SCALE, 1, now)
        assert len(blits) == len(keys)
        pixels.append(sum(pygame.mask.from_surface(surface).count() for surface, _ in blits))
    alone = pixels[3]
    assert pixels[0] > pixels[1] > pixels[2] > alone < pixels[4] < pixels[5]
    assert belts.show((), WINDOW, SCALE, 1, now) == ([], [])


@pytest.mark.parametrize("turn", [0, 2])
def test_the_scanner_hides_what_is_behind_it(turn: int) -> None:
    """Of the trays at either end, the farther one is drawn before the scanner, and the nearer one after it."""
    belts, now = TraysOnBelts(hall([LANE]), PEOPLE), daylight("12:00", 0, theme(), sky=True)

    def show(along: float) -> dict[tuple[int, int], float]:
        blits, keys = belts.show(belts.lay(_walkers((11.5, 6 + along)))[1], WINDOW, SCALE, turn, now)
        return {place: key for (_, place), key in zip(blits, keys, strict=True)}

    scanner = show(2.0)
    for along, near in ((1.0, turn == 0), (3.0, turn == 2)):
        trays = {place: key for place, key in show(along).items() if place not in scanner}
        pairs = [(key, other) for (x, _), key in trays.items() for (left, _), other in scanner.items() if x == left]
        assert pairs
        assert all((key < other) is near for key, other in pairs)
