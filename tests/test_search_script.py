"""The reader's script: small, and right by the types that it states."""

import gzip
import shutil
import subprocess
from pathlib import Path

import pytest

from huanjie.search import READER, script

STRICT = ("--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2018", "--lib", "es2018,dom,dom.iterable")


def test_the_script_is_small_and_nothing_in_it_is_for_people_only() -> None:
    assert len(gzip.compress(script().encode(), 9)) < 12_000
    assert "/*" not in script()


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node")
def test_what_is_published_is_a_script(tmp_path: Path) -> None:
    file = tmp_path / "search.js"
    file.write_text(script(), "utf-8")
    assert subprocess.run(["node", "--check", str(file)], check=False).returncode == 0  # noqa: S607  # the one on PATH


@pytest.mark.skipif(shutil.which("tsc") is None, reason="needs TypeScript's checker (npm install -g typescript)")
def test_the_types_that_the_script_states_hold() -> None:
    files = [str(path) for pattern in ("*.js", "*.d.ts") for path in sorted(READER.glob(pattern))]
    told = subprocess.run(["tsc", *STRICT, *files], capture_output=True, text=True, check=False)  # noqa: S607  # as above
    assert told.stdout == ""
