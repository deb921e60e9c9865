"""From one page to the next of its kind: whoever goes on sees every one once, and comes back the same way."""

import re
from posixpath import normpath

import pytest

from huanjie.pages.rendering import render
from tests.conftest import Write
from tests.example import CONTENT, TODAY, pages_of
from tests.test_pages_whole import rendered, texts

LEADS = re.compile('<a rel="(prev|next)" href="([^"]*)">')


@pytest.mark.parametrize("kind", ["meeting", "story", "notice", "policy"])
def test_the_ways_forward_lead_through_all_pages_of_a_kind_and_the_ways_back_are_the_same(kind: str) -> None:
    pages = {address: page for address, page in pages_of(CONTENT, TODAY).items() if page.template == f"{kind}.html"}
    ways = {address: ways_from(address, render(page)) for address, page in pages.items()}
    (here,) = (address for address, way in ways.items() if "prev" not in way)
    walked = [here]
    while there := ways[here].get("next"):
        assert ways[there]["prev"] == here
        here = there
        walked.append(here)
    assert len(walked) > 1
    assert sorted(walked) == sorted(pages)


def test_from_an_article_the_ways_lead_to_the_one_before_and_the_one_after() -> None:
    page = pages_of(CONTENT, TODAY)["law/electoral-law/2020/28/"]
    assert ways_from(page.address, render(page)) == {
        "prev": "law/electoral-law/2020/27/",
        "next": "law/electoral-law/2020/29/",
    }


def ways_from(address: str, html: str) -> dict[str, str]:
    return {way: normpath(f"{address}{link}") + "/" for way, link in LEADS.findall(html)}


def test_the_list_of_policies_begins_with_the_newest_and_is_cut(folder: Write) -> None:
    files: dict[str, str | bytes] = {
        f"policies/p-{number:03}.yml": f"title: 第 {number} 份\nsort: 通知\nsummary: 摘要。\nsource: report\n"
        f"issued_on: {2015 + number // 60}-05-{number % 28 + 1:02}\n"
        for number in range(101)
    }
    pages = rendered("policies", folder(files))
    first, second = texts(pages["policies/"], "./ul/li/a"), texts(pages["policies/2/"], "./ul/li/a")
    assert (len(first), len(second)) == (100, 1)
    assert {int(one[1:-1]) // 60 for one in first[:41]} == {1}
