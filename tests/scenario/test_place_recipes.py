"""The recipes for places work, and the page shows them as they are."""

import re
from pathlib import Path

import pytest

from game.scenario import check

FOLDER = Path(__file__).parents[2] / "docs" / "recipes"
RECIPES = sorted(FOLDER.glob("*.yaml"))
PAGE = (FOLDER / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.stem)
def test_a_recipe_is_a_venue_without_a_fault(recipe: Path) -> None:
    """Nothing is to be said of it, and the page shows its picture and links to it."""
    assert check([recipe]) == ()
    assert f"](../images/recipe_{recipe.stem}.jpg)" in PAGE
    assert (FOLDER.parent / "images" / f"recipe_{recipe.stem}.jpg").is_file()
    assert f"]({recipe.name})" in PAGE


def test_what_the_page_shows_stands_in_the_files() -> None:
    """Line for line, one file after the other."""
    shown = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    files = re.findall(r"\]\((\w+\.yaml)\)", PAGE)
    assert len(shown) == len(files) == len(RECIPES) == 8
    for part, name in zip(shown, files, strict=True):
        lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
        assert set(part.splitlines()) <= set(lines), name
