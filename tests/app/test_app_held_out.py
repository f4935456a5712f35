"""What a course holds out for its tests is in no guide and no drill."""

from pathlib import Path

import pytest

from game.app.commands.hold_out import hold_out
from game.app.errors import Wrong
from game.app.locations import find_location, without
from game.app.offers import playable
from game.app.practising import exemplars
from game.app.settings_file import held_out
from game.scenario import find
from game.screens.guide.book import entries, entry_of


def test_what_is_held_out_can_be_neither_seen_nor_practised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tell and a look-alike, in guide and drills; everything else stays; held out no more, they are back."""
    monkeypatch.setenv("SECOND_LOOK_HOME", str(tmp_path))
    path = find("king_street_quiet")
    place = find_location(path).told(playable(path, tmp_path))
    told = [entry for entry in entries([place]) if set(entry.names()) & set(exemplars(place))]
    tell, alike = told[0].tell.name, told[-1].look_alikes[0].name
    assert hold_out([tell, alike], none=False) == 0
    assert held_out(tmp_path) == {tell, alike}
    left = without(place, held_out(tmp_path))
    for name in (tell, alike):
        assert entry_of(entries([place]), name)
        assert entry_of(entries([left]), name) is None
        assert name not in exemplars(left)
    assert set(exemplars(left)) == set(exemplars(place)) - {tell, alike}
    assert hold_out([], none=True) == 0
    assert without(place, held_out(tmp_path)) == place


def test_a_name_that_there_is_not_is_refused_with_the_nearest(tmp_path: Path) -> None:
    """Nothing is held out then."""
    with pytest.raises(Wrong, match="Did you mean"):
        hold_out(["films_tranes"], none=False)
    assert held_out(tmp_path / "home") == frozenset()
