"""The tool that holds reading against the YAML test suite."""

from pathlib import Path

import pytest

from tools import yaml_suite


@pytest.mark.parametrize(
    ("text", "code"), [(b"a: 1\n", 0), (b"- [a, b\n", 0), (b"a: &b c\n", 0), (b"\x00", 0), (b"? a\n: b\n", 0)]
)
def test_documents_are_held_against_libyaml(tmp_path: Path, text: bytes, code: int) -> None:
    """What is YAML is not called a mistake in it, and what is none is not read."""
    (tmp_path / "one.yaml").write_bytes(text)
    assert yaml_suite.main(tmp_path) == code


def test_an_empty_folder_is_no_success(tmp_path: Path) -> None:
    """Nothing looked at is not nothing wrong."""
    assert yaml_suite.main(tmp_path) == 2
