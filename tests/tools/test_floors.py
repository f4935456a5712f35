"""What is declared to do at the lowest is what is installed to be tested."""

import tomllib

import pytest

from tools.floors import ROOT, floors


def test_every_dependency_has_a_floor_that_can_be_installed() -> None:
    """Each by its name and version; one without a floor, or with more than that, is refused."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    found = floors(declared)
    assert len(found) == len(declared)
    assert "typer==0.26" in found
    for wrong in ("numpy", "numpy>=1.26,<2", "numpy==1.26"):
        with pytest.raises(ValueError, match="has no lowest version"):
            floors([wrong])
