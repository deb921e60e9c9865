"""The reader's script: small, the same as its parts, and right by the types that it states."""

import gzip
import shutil
import subprocess

import pytest

from huanjie.search import BROWSER
from tests.support.script import PUBLISHED, shortened

STRICT = ("--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2018", "--lib", "es2018,dom,dom.iterable")


def test_the_script_is_small() -> None:
    assert len(gzip.compress(PUBLISHED.read_bytes(), 9)) < 9_500


@pytest.mark.skipif(shutil.which("terser") is None, reason="needs terser (make node)")
def test_what_is_published_is_made_of_the_parts() -> None:
    assert PUBLISHED.read_bytes() == shortened(), "make script"


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node")
def test_what_is_published_is_a_script() -> None:
    assert subprocess.run(["node", "--check", str(PUBLISHED)], check=False).returncode == 0  # noqa: S607  # the one on PATH


@pytest.mark.skipif(shutil.which("tsc") is None, reason="needs TypeScript's checker (npm install -g typescript)")
def test_the_types_that_the_script_states_hold() -> None:
    files = [str(path) for pattern in ("*.js", "*.d.ts") for path in sorted(BROWSER.glob(pattern))]
    checked = subprocess.run(["tsc", *STRICT, *files], capture_output=True, text=True, check=False)  # noqa: S607  # as above
    assert checked.stdout == ""
