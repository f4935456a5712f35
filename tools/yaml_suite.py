"""Hold reading against the YAML test suite: `python tools/yaml_suite.py FOLDER`, with its documents as .yaml files.

What libyaml reads may be refused for limits of our own, and never as a mistake in the writing; what it refuses is not
read. Exit code 0 if all of it holds, 1 if some does not, 2 if the folder holds no document.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from game.scenario.reading.source import loads

SYNTAX = ("SL101", "SL102")
"""What a mistake in the writing of YAML is called."""


def main(folder: Path) -> int:
    """Read each document of the suite, and say which are read or refused wrongly."""
    count, wrong, slowest = 0, [], 0.0
    for name, data in documents(folder):
        count += 1
        began = perf_counter()
        try:
            found = loads(data, name)
        except Exception as trouble:
            wrong.append(f"{name}: ends with {trouble!r}")
            continue
        slowest = max(slowest, perf_counter() - began)
        codes = sorted({problem.code for problem in found.problems if problem.severity == "error"})
        if is_yaml(data) and any(code in SYNTAX for code in codes):
            wrong.append(f"{name}: is YAML, and called a mistake in it: {found.problems[0].message}")
        if not is_yaml(data) and found.root is not None and not codes:
            wrong.append(f"{name}: is no YAML, and read")
    print("\n".join([*wrong, f"{count} documents, {len(wrong)} wrong, the slowest read in {slowest * 1000:.0f} ms"]))
    return 2 if not count else 1 if wrong else 0


def documents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The documents with their names."""
    for path in sorted(folder.rglob("*.yaml")):
        yield str(path.relative_to(folder)), path.read_bytes()


def is_yaml(data: bytes) -> bool:
    """Whether libyaml makes a document of it."""
    try:
        list(yaml.parse(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except (yaml.YAMLError, UnicodeError):
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
