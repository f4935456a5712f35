"""What is shipped, at length: it teaches, its parts are true at many seeds, and items are left lying now and then."""

from pathlib import Path

import pytest

from game.authoring.teaching.teach import teach
from game.key import meets_decoy_rule, meets_subject_rule
from game.scenario import find, library, read
from tests.support.stagings import stage


@pytest.mark.parametrize("path", library(), ids=lambda path: path.stem)
def test_what_is_shipped_teaches(path: Path) -> None:
    """No shipped scenario has a problem of teaching."""
    assert teach(path) == ()


@pytest.mark.parametrize("path", library(), ids=lambda path: path.stem)
def test_parts_keep_the_truth_rule(path: Path) -> None:
    """As staged, subjects of reconnaissance show enough and decoys do not."""
    for seed in range(20):
        for entry in stage(read(path), seed)[1].entries:
            if entry.part == "decoy":
                assert meets_decoy_rule(entry.acts), (seed, entry.slot)
            elif entry.nature == "reconnaissance":
                assert meets_subject_rule(entry.acts), (seed, entry.slot)


def test_something_is_left_lying_in_some_draw_of_the_evening() -> None:
    """Of the evening's stagings some have an item left for good, most of it by somebody with nothing to hide."""
    production = read(find("king_street_evening"))
    left = [
        entry.part for seed in range(1, 25) for entry in stage(production, seed)[1].entries
        if any(act.leaves for act in entry.acts)
    ]  # fmt: skip
    assert left.count("decoy") > left.count("subject")
    assert 0 < len(left) < 48, "one is met now and then, not two each time"
