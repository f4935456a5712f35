"""Figures of the code, side by side: `python -m tools.figures [CHECKOUT …]` measures `game/` and `tests/` of each."""

import ast
import io
import math
import sys
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SHOWN = 5
"""How many of the biggest are named."""
FOR_MACHINES = ("noqa", "type:", "fmt:", "mypy:", "pragma", "ruff:")
"""How a comment begins that tells a person nothing."""
LAYOUT = {
    tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING,
    tokenize.ENDMARKER,
}  # fmt: skip
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """What is measured in one file. Lengths in lines."""

    path: Path
    length: int
    code: int
    """Lines that hold more than blanks, comments and docstrings."""
    comments: int
    """Comments that are written for people."""
    functions: tuple[tuple[str, int, int], ...]
    """Name, length and number of parameters, without `self` and `cls`."""
    classes: tuple[tuple[str, int], ...]
    """Name and number of methods."""


def measure_module(path: Path, name: Path) -> Module:
    """Read one file, which is spoken of by this name. Raises SyntaxError where it is no Python."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    rows: set[int] = set()
    comments = 0
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            comments += not token.string.lstrip("#! ").startswith(FOR_MACHINES)
        elif token.type not in LAYOUT:
            rows.update(range(token.start[0], token.end[0] + 1))
    functions, classes = [], []
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            rows.difference_update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            functions.append((node.name, (node.end_lineno or node.lineno) - node.lineno + 1, _count_parameters(node)))
        elif isinstance(node, ast.ClassDef):
            classes.append((node.name, sum(isinstance(part, Function) for part in node.body)))
    return Module(name, len(text.splitlines()), len(rows), comments, tuple(functions), tuple(classes))


def _count_parameters(function: Function) -> int:
    given = function.args
    names = [argument.arg for argument in (*given.posonlyargs, *given.args)]
    starred = (given.vararg is not None) + (given.kwarg is not None)
    return len(names) + len(given.kwonlyargs) + starred - (names[:1] in (["self"], ["cls"]))


def measure(folder: Path) -> tuple[Module, ...]:
    """Every module below the folder, by path."""
    return tuple(measure_module(path, path.relative_to(folder)) for path in sorted(folder.rglob("*.py")))


def figures(source: Sequence[Module], tests: Sequence[Module]) -> dict[str, str]:
    """What is measured, and how much it is."""
    code = sum(module.code for module in source)
    functions = [(name, length, given) for module in source for name, length, given in module.functions]
    methods = [count for module in source for _, count in module.classes]
    folders = Counter(module.path.parent for module in source if module.path.stem != "__init__")
    return {
        "modules": str(len(source)),
        "most modules in a folder": str(max(folders.values(), default=0)),
        "lines of code": str(code),
        "comments per 100 lines of code": f"{100 * sum(module.comments for module in source) / max(code, 1):.1f}",
        "file length, median / p90 / max": _spread([module.length for module in source]),
        "function length, median / p90 / max": _spread([length for _, length, _ in functions]),
        "most methods in a class": str(max(methods, default=0)),
        "most parameters of a function": str(max((given for _, _, given in functions), default=0)),
        "module names used twice": str(len(find_repeated_modules(source))),
        "class names used twice": str(len(find_repeated_classes(source))),
        "functions named by a participle": str(sum(is_participle(name) for name, _, _ in functions)),
        "lines of tests to lines of source": f"{sum(module.code for module in tests) / max(code, 1):.2f}",
    }


def _spread(lengths: Sequence[int]) -> str:
    """Median, ninth decile and maximum, each the length of a real one."""
    if not lengths:
        return "–"
    ordered = sorted(lengths)
    return " / ".join(str(ordered[math.ceil(share * len(ordered)) - 1]) for share in (0.5, 0.9, 1.0))


def is_participle(name: str) -> bool:
    """Whether a function is called by what has been done (`opened`, `_judged_at`), not by what it does."""
    first = name.lstrip("_").split("_")[0]
    return first.endswith("ed") and not first.endswith("eed") and len(first) > 3


def find_repeated_modules(modules: Sequence[Module]) -> list[str]:
    """Names that two modules share; a folder's front has none of its own."""
    return _find_repeated((module.path.stem, module.path) for module in modules if module.path.stem != "__init__")


def find_repeated_classes(modules: Sequence[Module]) -> list[str]:
    """Names that two classes share."""
    return _find_repeated((name, module.path) for module in modules for name, _ in module.classes)


def _find_repeated(named: Iterator[tuple[str, Path]]) -> list[str]:
    places = defaultdict(list)
    for name, path in named:
        places[name].append(path.as_posix())
    return [f"{name}: {', '.join(paths)}" for name, paths in sorted(places.items()) if len(paths) > 1]


def biggest(modules: Sequence[Module]) -> dict[str, list[str]]:
    """The biggest of each sort, with where they are, the biggest first."""
    folders = Counter(module.path.parent.as_posix() for module in modules if module.path.stem != "__init__")
    classes = {f"{name}, {module.path.as_posix()}": count for module in modules for name, count in module.classes}
    lengths: dict[str, int] = {}
    given: dict[str, int] = {}
    for module in modules:
        for name, length, parameters in module.functions:
            where = f"{name}, {module.path.as_posix()}"
            lengths[where] = max(length, lengths.get(where, 0))
            given[where] = max(parameters, given.get(where, 0))
    return {
        "modules in a folder": _most(folders),
        "methods in a class": _most(classes),
        "lines in a function": _most(lengths),
        "parameters of a function": _most(given),
        "lines in a file": _most({module.path.as_posix(): module.length for module in modules}),
    }


def _most(sizes: dict[str, int]) -> list[str]:
    return [f"{size:4} {where}" for where, size in sorted(sizes.items(), key=lambda named: -named[1])[:SHOWN]]


def main(checkouts: Sequence[str]) -> int:
    """Print a column for each checkout, then what is biggest in the last; 2 where there is nothing to measure."""
    folders = [Path(checkout) for checkout in checkouts or ["."]]
    for folder in folders:
        if not (folder / "game").is_dir():
            print(f"There is no folder “{folder / 'game'}” to measure.", file=sys.stderr)
            return 2
    columns = [figures(measure(folder / "game"), measure(folder / "tests")) for folder in folders]
    width = max(16, *(len(str(folder)) + 2 for folder in folders))
    print(" " * 36 + "".join(f"{folder!s:>{width}}" for folder in folders))
    for name in columns[0]:
        print(f"{name:36}" + "".join(f"{column[name]:>{width}}" for column in columns))
    last = measure(folders[-1] / "game")
    for what, lines in biggest(last).items():
        print("\n".join(["", f"Most {what}:", *lines]))
    for what, lines in (("Module", find_repeated_modules(last)), ("Class", find_repeated_classes(last))):
        if lines:
            print("\n".join(["", f"{what} names used twice:", *(f"  {line}" for line in lines)]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
