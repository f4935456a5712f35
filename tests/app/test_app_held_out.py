"""What a course holds out for its tests is in no guide and no drill."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.app.background import Tell
from game.app.commands.hold_out import hold_out
from game.app.errors import Wrong
from game.app.locations import find_location, without
from game.app.offers import playable
from game.app.practising import deal_drill, exemplars, find_taught
from game.app.settings_file import held_out
from game.app.trainees import Learner
from game.practice import counterparts
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


def test_a_debrief_leads_to_no_drill_that_would_be_of_other_things(tmp_path: Path) -> None:
    """What is held out, and what is left alone when all that it is taken for is; such a drill is refused as well."""
    path = find("king_street_quiet")
    location = find_location(path)
    place = location.told(playable(path, tmp_path))
    known = exemplars(place)
    tell = next(exemplar for exemplar in known.values() if exemplar.meant and counterparts(exemplar, known))
    assert find_taught(place.behaviours, frozenset()).can("drill", tell.name)
    every = exemplars(replace(place, shown=frozenset(place.behaviours)))
    held = frozenset(other.name for other in counterparts(tell, every))
    taught = find_taught(place.behaviours, held)
    assert all(not taught.can(does, name) for does in ("guide", "drill") for name in held)
    assert (taught.can("guide", tell.name), taught.can("drill", tell.name)) == (True, False)
    for name in (tell.name, *held):
        with pytest.raises(Wrong, match="There is no drill of this"):
            deal_drill(Learner(tmp_path), [(location, without(place, held))], 1, [name], Tell())


def test_a_name_that_there_is_not_is_refused_with_the_nearest(tmp_path: Path) -> None:
    """Nothing is held out then."""
    with pytest.raises(Wrong, match="Did you mean"):
        hold_out(["films_tranes"], none=False)
    assert held_out(tmp_path / "home") == frozenset()
