"""What is read where a scenario is needed, and where a venue will do."""

from pathlib import Path

import pytest

from game.scenario import Invalid, look_into, read


@pytest.mark.parametrize("file", ["venues/hall.yaml", "roles.yaml", "catalogue/acts.yaml", "cues.yaml"])
def test_another_sort_of_file_is_said_to_be_one(good: Path, file: str) -> None:
    """Where a scenario is needed, a file of another sort is one problem, not one for each of its keys."""
    with pytest.raises(Invalid) as why:
        read(good / file)
    assert [problem.code for problem in why.value.problems] == ["SL008"]
    assert "a scenario is needed" in why.value.problems[0].message


def test_a_venue_can_be_looked_into(good: Path) -> None:
    """A venue alone has a few people in it; its faults are those of any venue; a scenario is read as ever."""
    visited = look_into(good / "venues" / "hall.yaml")
    assert (visited.id, visited.venue.venue, len(visited.scenario.crowd)) == ("hall", "Hall", 1)
    assert look_into(good / "good.yaml") == read(good / "good.yaml")
    hall = good / "venues" / "hall.yaml"
    hall.write_text(hall.read_text().replace("prop: bench,", "prop: bensh,"))
    with pytest.raises(Invalid) as why:
        look_into(hall)
    assert [problem.code for problem in why.value.problems] == ["SL306"]
