"""The bar for sizes (docs/bar.yml): nothing exceeds it but what is listed there with a reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.conftest import ROOT

BAR = yaml.safe_load((ROOT / "docs" / "bar.yml").read_text("utf-8"))
LIMITS, EXCEPTIONS = BAR["limits"], BAR["exceptions"]
FOLDERS = ("bench", "desk", "district", "hooks", "tests", "tools")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def widest(path: Path) -> int:
    return max(map(len, path.read_text("utf-8").splitlines()), default=0)


SIZES = {".py": lines, ".css": lines, ".js": lines, ".html": widest}


def test_nothing_exceeds_the_bar_but_the_exceptions_and_each_of_these_still_does() -> None:
    exceeding = [subject for path in written() for subject in too_large(path)]
    assert sorted(exceeding) == sorted(subject for subjects in EXCEPTIONS.values() for subject in subjects)


def written() -> Iterator[Path]:
    """Every file that is written by hand."""
    for folder in FOLDERS:
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file() and "node_modules" not in path.parts)


def too_large(path: Path) -> Iterator[str]:
    """The name of a file that is too large, and of each of its functions that is too long."""
    name = path.relative_to(ROOT).as_posix()
    size = SIZES.get(path.suffix)
    if size and size(path) > LIMITS[path.suffix] and not path.name.startswith("test_"):
        yield name
    if path.suffix == ".py":
        yield from (f"{name}: {function}" for function in long_functions(path))


def long_functions(path: Path) -> Iterator[str]:
    """The functions whose body is too long; a docstring is no part of it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, Function):
            statements = node.body[ast.get_docstring(node) is not None :]
            if statements and (statements[-1].end_lineno or 0) - statements[0].lineno >= LIMITS["body"]:
                yield node.name
