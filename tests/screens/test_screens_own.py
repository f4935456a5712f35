"""Scenarios of one's own: on the list beside those shipped, and straight to the briefing."""

import shutil
from pathlib import Path

import pygame
import pytest

from game.app.offers import own_places, playable
from game.screens.front.scenario_list import OfferChosen
from game.screens.front.title import WayIn
from game.screens.navigation import PlayTerms
from tests.support.playroom import AT_KING_STREET, Playroom, Watching, write

QUAY = Path(__file__).parents[1] / "authoring" / "quay"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a scenario, one that cannot be played, one that plays in a venue of its own, and a venue alone."""
    mine = tmp_path / "mine"
    shutil.copytree(QUAY, mine / "quay")
    write(mine, AT_KING_STREET)
    (mine / "spoilt.yaml").write_text(AT_KING_STREET.replace("venue: king_street_station", "venue: nowhere"))
    (mine / "torn.yaml").write_text("scenario: [a\n")
    return mine


def list_scenarios(room: Playroom) -> list[str]:
    """The words of the list of scenarios, once all are read."""
    room.rooms.open()
    room.press(WayIn.SCENARIOS)
    room.wait_for_list()
    room.pictures(2)
    return room.words()


def test_own_scenarios_follow_those_shipped_of_the_same_kind(tmp_path: Path, folder: Path) -> None:
    """At their place, after the shipped ones of the control room and before those of the floor; one's own places come
    last, and then what cannot be read; what is no scenario is not there."""
    room = Playroom(tmp_path / "home", own=[folder])
    words = list_scenarios(room)
    room.leave()
    order = ["First steps", "King Street, morning peak", "A short watch", "A small quay", "spoilt", "torn"]
    at = [words.index(title) for title in order]
    assert at == sorted(at)
    others = ["A short watch", "King Street, evening rush", "Marlow Road, late morning", "A small quay"]
    assert [words.index(title) for title in others] == sorted(words.index(title) for title in others)
    assert not {"roles", "quay"} & set(words)


def test_a_file_mended_meanwhile_is_read_again(tmp_path: Path) -> None:
    """Whoever mends a scenario and comes back to the list finds it there to be played."""
    own = tmp_path / "own"
    own.mkdir()
    mended = AT_KING_STREET.replace("A short watch", "A mended watch")
    (own / "mended.yaml").write_text(mended.replace("summary:", "sumary:"), encoding="utf-8")
    room = Playroom(tmp_path / "home", own=[own])
    assert "A mended watch" not in list_scenarios(room)
    room.key(pygame.K_ESCAPE)
    room.pictures(2, 0.3)  # what comes to lie under a resting pointer is not pressed at once
    (own / "mended.yaml").write_text(mended, encoding="utf-8")
    room.press(WayIn.SCENARIOS)
    room.wait_for_list()
    room.pictures(2)
    assert "A mended watch" in room.words()
    room.leave()


def test_a_data_folder_without_scenarios_adds_nothing_to_the_list(tmp_path: Path, folder: Path) -> None:
    """Whoever has written none sees those shipped; a folder so named is found, and one that was named comes first."""
    assert own_places(tmp_path, None) == []
    room = Playroom(tmp_path / "home", own=own_places(tmp_path, None))
    words = list_scenarios(room)
    room.leave()
    assert "Cannot be played" not in words
    (tmp_path / "scenarios").mkdir()
    assert own_places(tmp_path, None) == [tmp_path / "scenarios"]
    assert own_places(tmp_path, folder) == [folder]


def test_what_is_wrong_with_an_own_file_is_on_its_card(tmp_path: Path, folder: Path) -> None:
    """A file that cannot be played, or not even be read, shows its first problem, and cannot be chosen."""
    room = Playroom(tmp_path / "home", own=[folder])
    words = list_scenarios(room)
    shut = [offer for offer in room.list_offered() if isinstance(offer, OfferChosen) and not room.widget(offer).enabled]
    room.leave()
    assert any("nowhere" in line for line in words)
    assert "Line 1: This list in square brackets is not closed." in words
    assert len(shut) == 2


def test_an_own_scenario_is_played_from_its_briefing(tmp_path: Path, folder: Path) -> None:
    """It is briefed by its title, begins in the mode and with the seed asked for, and is left to the list."""
    room = Watching(tmp_path / "home")
    offer = playable(folder / "short_watch.yaml", room.rooms.home)
    room.window.screens += [room.rooms.scenarios(), room.rooms.briefing(offer, PlayTerms("assess", 5))]
    room.pictures()
    assert room.on == "BriefingScreen"
    assert {"A short watch", "Watch the hall for half a minute."} <= set(room.words())
    room.key(pygame.K_RETURN)
    assert room.on == "Preparing"
    assert "A short watch" in room.words()
    room.wait_for("Watch")
    assert room.exercise.mode == "assess"
    record = next((room.rooms.home / "records").glob("*.jsonl")).read_text(encoding="utf-8")
    assert '"seed": 5' in record.splitlines()[0] or '"seed":5' in record.splitlines()[0]
    room.window.screens.pop().leave()
    room.key(pygame.K_ESCAPE)
    assert room.on == "Scenarios"
    room.leave()
