"""A site of made-up elections as it is built: whole pages say what the rendered ones do."""

import json
import os
import subprocess
import sys
from pathlib import Path

import html5lib
import pytest

from district.elections.generate import SETTINGS
from district.elections.records import Constituency
from tests.conftest import ROOT
from tests.support import elections_read as reading
from tests.support.elections import address, notices_differ, page_differs
from tests.support.elections_drawn import drawn, written

WEEK_OF_THE_VOTE = SETTINGS[4]
pytestmark = pytest.mark.build


def of_every_kind() -> list[Constituency]:
    """As few elections as show every kind of course that is seen in the week of the vote."""
    cases, seen = [], set[str]()
    for case in drawn()[WEEK_OF_THE_VOTE.name]:
        if not seen >= {*case.kinds}:
            cases.append(case)
            seen |= {*case.kinds}
    return cases


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("elections")
    content = written(folder / "content", WEEK_OF_THE_VOTE, of_every_kind())
    own = {"INHERIT": str(ROOT / "mkdocs.yml"), "docs_dir": str(content), "hooks": [str(ROOT / "hooks" / "main.py")]}
    (folder / "mkdocs.yml").write_text(json.dumps(own), "utf-8")
    command = [sys.executable, "-m", "huanjie", "build", "--today", str(WEEK_OF_THE_VOTE.today)]
    built = subprocess.run(
        [*command, "--config", str(folder / "mkdocs.yml")],
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=folder,
    )
    assert built.returncode == 0, built.stderr
    return folder / "site"


def test_the_built_pages_of_every_kind_of_election_say_what_the_oracle_says(site: Path) -> None:
    wrong = {}
    for case in of_every_kind():
        page, notices = (
            html5lib.parse(
                (site / address(case) / below / "index.html").read_text("utf-8"), namespaceHTMLElements=False
            )
            for below in ("", "notices")
        )
        differences = page_differs(case, page) | notices_differ(case, reading.notices(notices))
        if differences:
            wrong[case.slug] = differences
    assert wrong == {}
