"""The cache of earlier runs, spoilt: what is checked and built is what it would be without it."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from tests.conftest import FIXTURES, ROOT
from tests.fuzz.target import Attempt, WrongError


def any_bits(dice: random.Random) -> bytes:
    """Which bits are to be turned: for each file of the cache these, wherever they come to lie in it."""
    return dice.randbytes(8 * dice.choice((1, 1, 2, 5, 50)))


def spoilt(folder: Path) -> Attempt:
    """A site is built, bits of every file of the cache are turned, and it is checked and built once more."""
    project, cache = folder / "project", folder / "cache"
    project.mkdir()
    shutil.copytree(FIXTURES / "smallest", project / "content")
    shutil.copy2(ROOT / "mkdocs.yml", project)
    (project / "hooks").symlink_to(ROOT / "hooks")
    checked, built = _run(project, cache, "check"), _built(project, cache)
    if not [*_files(cache)]:
        raise WrongError(cache)

    def attempt(case: bytes) -> None:
        for file in _files(cache):
            _turn(file, case)
        if _run(project, cache, "check") != checked or _built(project, cache) != built:
            raise WrongError(case)

    return attempt


def _files(cache: Path) -> Iterator[Path]:
    return (file for file in sorted(cache.rglob("*")) if file.is_file())


def _turn(file: Path, bits: bytes) -> None:
    raw = bytearray(file.read_bytes())
    for start in range(0, len(bits), 8) if raw else ():
        at = int.from_bytes(bits[start : start + 8]) % (8 * len(raw))
        raw[at // 8] ^= 1 << at % 8
    file.write_bytes(raw)


def _built(project: Path, cache: Path) -> bytes:
    """What the built site comes to, all its bytes and names."""
    _run(project, cache, "build")
    digest = blake2b()
    for file in _files(project / "site"):
        digest.update(f"{file.relative_to(project)}\n".encode() + file.read_bytes())
    return digest.digest()


def _run(project: Path, cache: Path, command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "huanjie", command],
        cwd=project,
        env=os.environ | {"HUANJIE_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or "Traceback" in done.stderr:
        raise WrongError(done.stderr[-2000:])
    return done.stdout
