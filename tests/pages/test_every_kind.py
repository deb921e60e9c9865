"""Every kind of page is among those looked at in the browser, and the Nu HTML checker finds no error in one."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from huanjie import pages
from huanjie.pages import Edition, plan
from tests.conftest import ROOT
from tests.support import example_site
from tests.support.example import CONTENT, checked
from tests.support.kinds import KINDS, PAGES

example = example_site.example
JAR = os.environ.get("HUANJIE_VNU", "")  # vnu.jar, the Nu HTML checker
ELSEWHERE = {"law/article_text.html"}  # official texts that an office adds: neither site has one


def test_every_template_of_a_page_has_a_page_among_those_that_are_looked_at() -> None:
    looked_at = set()
    for content, addresses in ((ROOT / "content", PAGES), (CONTENT, KINDS)):
        planned = {planned.address: planned for planned in plan(Edition.of(checked(content)))}
        looked_at |= {planned[address].page.template for address in addresses if address in planned}
    folder = Path(pages.__file__).parent
    assert {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.html")
        if path.read_text("utf-8").startswith('{% extends "shared/page.html" %}')
    } == looked_at | ELSEWHERE


@pytest.mark.build
@pytest.mark.skipif(not (JAR and shutil.which("java")), reason="needs java, and vnu.jar in HUANJIE_VNU")
@pytest.mark.parametrize(("site", "addresses"), [("built", PAGES), ("example", KINDS)])
def test_the_html_checker_finds_no_error(request: pytest.FixtureRequest, site: str, addresses: tuple[str, ...]) -> None:
    folder: Path = request.getfixturevalue(site)
    files = [str(folder / one / "index.html") for one in addresses if not one.endswith(".html")]
    command = ["java", "-Xss8m", "-jar", JAR, "--errors-only", "--format", "json", *files, str(folder / "404.html")]
    checked = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert [(one["url"], one["message"]) for one in json.loads(checked.stderr)["messages"]] == []
