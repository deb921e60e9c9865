"""The invented district as a site, built as `make example` builds it, or as of another day.

A test file takes the fixtures over by name, as it does with those of `chromium`.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.support.chromium import served
from tests.support.example import CONTENT


def build(folder: Path, *options: str, **environment: str) -> Path:
    """Build the example in a folder of its own; gives the site."""
    config = folder / "mkdocs.yml"
    own = {
        "INHERIT": str(CONTENT.parent / "mkdocs.yml"),
        "docs_dir": str(CONTENT),
        "hooks": [str(ROOT / "hooks" / "main.py")],  # its path counts from the file that names it
    }
    config.write_text(json.dumps(own), "utf-8")
    command = [sys.executable, "-m", "huanjie", "build", "--config", str(config), *options]
    quietly = {"NO_MKDOCS_2_WARNING": "1"} | environment
    built = subprocess.run(
        command, env=os.environ | quietly, capture_output=True, text=True, check=False, timeout=120, cwd=folder
    )
    assert built.returncode == 0, built.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as of the day that its election.yml names."""
    return build(tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="module")
def site(example: Path) -> Iterator[str]:
    """The address of the example's site."""
    with served(example) as address:
        yield address
