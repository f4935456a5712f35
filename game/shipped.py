"""Where what is shipped with the program lies: assets and scenarios, in a checkout as in an installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
ROOT = _PACKAGE / "shipped" if (_PACKAGE / "shipped").is_dir() else _PACKAGE.parent
"""In a wheel both folders are packed inside the package; in a checkout they stand beside it."""
ASSETS = ROOT / "assets"
SCENARIOS = ROOT / "scenarios"
