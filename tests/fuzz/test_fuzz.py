"""Hostile input, the same on every machine: no exception but ours, never more than 5 s or 500 MB."""

import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.fuzz.mutations import MOST
from tests.fuzz.runner import FOUND, failures, worked
from tests.fuzz.targets import TARGETS

pytestmark = [
    pytest.mark.build,
    pytest.mark.skipif(sys.platform != "linux", reason="needs limits of time and memory for a process"),
]
SEED = "2026"


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_stumbles_over_what_others_wrote(name: str) -> None:
    target = TARGETS[name]
    assert [one.text for one in failures(target, SEED, 0, target.cases)] == []


def test_nothing_stumbles_any_more_over_what_was_found() -> None:
    said = {file.name: worked(file.name.partition("-")[0], str(file))[1] for file in sorted(FOUND.glob("*-*"))}
    assert {name: why for name, why in said.items() if why is not None} == {}


@pytest.mark.parametrize(
    ("attempt", "said"),
    [
        ("lambda case: None", ""),
        ("lambda case: 1 / 0", "ZeroDivisionError"),
        ("lambda case: bytearray(600_000_000)", "MemoryError"),
        ("lambda case: subprocess.run([sys.executable, '-c', 'bytearray(600_000_000)'], check=True)", "MemoryError"),
        ("lambda case: [None for _ in iter(int, 1)]", "listcomp"),
        ("lambda case: re.match('(a*)*b', 'a' * 40)", "Fatal|CPU|match"),
    ],
)
def test_a_case_that_goes_wrong_ends_its_worker_and_is_told(attempt: str, said: str) -> None:
    code = f"""
import re, subprocess, sys
from tests.fuzz import worker
from tests.fuzz.target import Target
worker.SECONDS = 1
worker.tried(Target("x", lambda _: {attempt}, lambda _: b"", 1), [(7, b"")])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.stdout == "7\n"
    assert (done.returncode == 0) == (not said)
    assert re.search(said, done.stderr), done.stderr


def test_a_case_is_the_same_wherever_it_is_made_and_never_too_long() -> None:
    for target in TARGETS.values():
        made = [target.case("1", number) for number in range(20)]
        assert made == [target.case("1", number) for number in range(20)]
        assert len({*made}) > 1
        assert max(map(len, made)) < 5 * MOST
