"""Each folder in fixtures/ is laid over `smallest`: what it says it expects is found, there, and nothing else."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from huanjie import yaml_text
from huanjie.checks import CHECKS
from huanjie.checks.report import check_folder
from huanjie.content import loading
from huanjie.model import base
from tests.conftest import FIXTURES, ROOT

TODAY = date(2026, 11, 24)
FOLDERS = sorted(path.name for path in FIXTURES.iterdir() if path.is_dir() and path.name[0] != ".")
# What no comment in a YAML file can point at: odd bytes, odd names, sizes. Their traps are the tables of these files.
MADE_IN = ("yaml_text/test_source.py", "content/test_records.py")
MADE = {"S101", "S102", "S108", "S119", "S122", "S201", "S202", "S203", "S204", "S205", "S206", "S209"}

Expected = set[tuple[str, int, str]]


def expected(folder: Path) -> Expected:
    """Read the comments `# expect: M201, E202`."""
    return {
        (path.relative_to(folder).as_posix(), number, name)
        for path in folder.rglob("*")
        if path.is_file()
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        for names in re.findall(r"# expect: ([A-Z0-9, ]+)", line)
        for name in names.replace(" ", "").split(",")
    }


@pytest.mark.parametrize("name", FOLDERS)
def test_what_a_fixture_expects_is_found_there_and_nothing_else(name: str, tmp_path: Path) -> None:
    for folder in ("smallest", name):
        shutil.copytree(FIXTURES / folder, tmp_path / "content", dirs_exist_ok=True)
    reported = check_folder(tmp_path / "content", TODAY).findings
    assert {(finding.at.file, finding.at.line, finding.id) for finding in reported} == expected(FIXTURES / name)


def test_every_id_has_a_fixture_or_a_trap_of_its_own() -> None:
    covered = {name for folder in FOLDERS for _, _, name in expected(FIXTURES / folder)}
    assert covered | MADE == {*CHECKS, *yaml_text.FAULTS, *base.FAULTS, *loading.FAULTS}
    tests = "".join((ROOT / "tests" / file).read_text("utf-8") for file in MADE_IN)
    assert not [name for name in MADE if f'"{name}"' not in tests]


def test_every_check_says_the_fault_why_it_matters_and_an_example_of_each_side() -> None:
    for check in CHECKS.values():
        assert check.title.endswith("。"), check.id
        why, wrong, right = check.explanation.split("\n")[-3:]
        assert why.endswith("。"), check.id
        assert (wrong[:2], right[:2]) == ("错：", "对："), check.id
