"""Runs workers and keeps what fails; a worker that fails is started again behind the case that it failed with."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT
from tests.fuzz.target import Target

FOUND = Path(__file__).parent / "found"
PATIENCE = 900  # seconds for one worker: the system ends one that computes, this one that waits
_TOLD = 3000  # characters of the end of what a worker says


@dataclass(frozen=True)
class Failure:
    """A case that ended as none may, and what the worker said."""

    target: Target
    seed: str
    number: int
    said: str

    @property
    def text(self) -> str:
        """The failure, and how to see it again."""
        replay = f"python -m tests.fuzz.worker {self.target.name} {self.seed} {self.number} {self.number + 1}"
        return f"{self.target.name}, seed {self.seed}, case {self.number}:\n{self.said}\nagain: {replay}\n"

    def keep(self) -> Path:
        """Keep the case in a file, which the tests try from then on."""
        FOUND.mkdir(exist_ok=True)
        file = FOUND / f"{self.target.name}-{self.seed}-{self.number}"
        file.write_bytes(self.target.case(self.seed, self.number))
        return file


def failures(target: Target, seed: str, first: int, last: int) -> Iterator[Failure]:
    """Try the cases of these numbers, and give those that fail."""
    while first < last:
        begun, said = worked(target.name, seed, str(first), str(last))
        if said is None:
            return
        number = begun[-1] if begun else first
        yield Failure(target, seed, number, said)
        first = number + 1


def worked(*arguments: str) -> tuple[list[int], str | None]:
    """Run a worker: the numbers of the cases that it began with, and what it said where it failed."""
    command = [sys.executable, "-m", "tests.fuzz.worker", *arguments]
    paths = os.pathsep.join(filter(None, (str(ROOT / "hooks"), str(ROOT), os.environ.get("PYTHONPATH"))))
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONWARNINGS": "ignore", "NO_MKDOCS_2_WARNING": "1"}
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired as late:
        out = late.stdout or b""
        return [*map(int, out.decode().split())], f"no answer in {PATIENCE} s"
    said = f"exit status {done.returncode}\n{done.stderr[-_TOLD:]}" if done.returncode else None
    return [*map(int, done.stdout.split())], said
