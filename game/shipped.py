"""Where what is shipped with the program lies: assets and scenarios, in a checkout as in an installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PACKED = _PACKAGE / "_shipped_files"
"""In a wheel both folders are inside the package (`setup.py` puts them there); in a checkout they stand beside it."""
_ROOT = _PACKED if _PACKED.is_dir() else _PACKAGE.parent
ASSETS = _ROOT / "assets"
SCENARIOS = _ROOT / "scenarios"
IMPORTED_FROM = _PACKAGE.parent
"""The folder in which a process of its own finds this very `game`."""
