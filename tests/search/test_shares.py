"""How many queries are answered right: of the set that weights are set on, and of the set that judges them."""

import shutil
from pathlib import Path

import pytest
import yaml

from bench.search import answers, right
from huanjie.pages.shared.rendering import render
from huanjie.search import build, of_page
from tests.conftest import ROOT
from tests.support.example import CONTENT, TODAY, pages_of

pytestmark = [pytest.mark.build, pytest.mark.skipif(shutil.which("node") is None, reason="needs node")]

# What was reached, rounded down: the right page first, among the first three, and nothing where nothing is right.
REACHED = {"queries.yml": (0.89, 0.95, 0.90), "queries-dev.yml": (0.84, 0.91, 0.94)}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the invented district."""
    folder = tmp_path_factory.mktemp("index")
    pages = [
        indexed
        for page in pages_of(CONTENT, TODAY).values()
        if page.searched
        for indexed in of_page(page, render(page))
    ]
    for name, content in build(pages).items():
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("name", REACHED)
def test_queries_find_what_they_should_as_often_as_they_did(written: Path, name: str) -> None:
    table = yaml.safe_load((ROOT / "tests" / "search" / name).read_text("utf-8"))
    given = list(zip(table, answers(written, [str(row["q"]) for row in table]), strict=True))
    some, none = ([(row, answer) for row, answer in given if bool(row["first"]) == within] for within in (True, False))
    shares = [
        sum(right(answer, row["first"], first) for row, answer in rows) / len(rows)
        for rows, first in ((some, 1), (some, 3), (none, 1))
    ]
    assert [share >= least for share, least in zip(shares, REACHED[name], strict=True)] == [True] * 3, shares


@pytest.mark.parametrize("name", REACHED)
def test_what_a_query_should_find_is_a_page(name: str) -> None:
    table = yaml.safe_load((ROOT / "tests" / "search" / name).read_text("utf-8"))
    expected = {address.split("#")[0] for row in table for address in row["first"]}
    assert expected <= pages_of(CONTENT, TODAY).keys()
