"""Shared fixtures: a project to build in, and the repository's own site, built once."""

import atexit
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import settings

# No clock in a test, and the same examples everywhere; a failure found elsewhere becomes a row of a table.
settings.register_profile("huanjie", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("huanjie")

# What is kept between runs, and its key, lie with the user: tests have a user's folders of their own.
for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[name] = mkdtemp(prefix="huanjie-")
    atexit.register(shutil.rmtree, os.environ[name], ignore_errors=True)

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "fixtures"


class Project:
    """A copy of the repository's content and configuration that a test may spoil, with the commands to run in it."""

    def __init__(self, folder: Path) -> None:
        """Copy what an editor works on and link to the code."""
        self.folder = folder
        self.content = folder / "content"
        self.site = folder / "site"
        shutil.copytree(ROOT / "content", self.content)
        shutil.copy2(ROOT / "mkdocs.yml", folder)
        (folder / "hooks").symlink_to(ROOT / "hooks", target_is_directory=True)

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run `python -m ...` in the project and give what it printed; it may not take a minute."""
        return subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.folder,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"} | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def build(self, **environment: str) -> subprocess.CompletedProcess[str]:
        return self.run("huanjie", "build", **environment)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site, as `make site` builds it."""
    project = Project(tmp_path_factory.mktemp("built"))
    finished = project.build()
    assert finished.returncode == 0, finished.stderr
    return project.site


Write = Callable[[dict[str, str | bytes]], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Write:
    """Make a content folder: the smallest that passes every check, with files added or replaced."""

    def write(files: dict[str, str | bytes]) -> Path:
        content = tmp_path / "content"
        shutil.copytree(FIXTURES / "smallest", content)
        for name, text in files.items():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return content

    return write


def article(page: Path) -> str:
    """The text that a reader sees in the article of a page, white space folded."""
    (found,) = (one for one in elements(page) if one.tag == "article")
    return re.sub(r"\s+", "", "".join(found.itertext()))


def elements(page: Path) -> list[Element]:
    tree: Element = html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)
    return [one for one in tree.iter() if isinstance(one.tag, str)]
