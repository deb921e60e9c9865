"""From one page to the next of its kind, each named so that it is told from the others."""

import re
from datetime import date
from posixpath import normpath

import pytest

from huanjie.model.areas import Area
from huanjie.pages import Edition
from huanjie.pages.shared.rendering import render
from tests.conftest import Write
from tests.support.example import CONTENT, TODAY, checked, pages_of, shown
from tests.support.pages import links, made, rendered, texts

LEADS = re.compile('<a rel="(prev|next)" href="([^"]*)">')


@pytest.mark.parametrize("kind", ["meeting", "story", "notice", "policy"])
def test_the_ways_forward_lead_through_all_pages_of_a_kind_and_the_ways_back_are_the_same(kind: str) -> None:
    pages = {
        address: page for address, page in pages_of(CONTENT, TODAY).items() if page.template.endswith(f"/{kind}.html")
    }
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


def test_a_rule_of_law_leads_to_the_others_of_its_topic() -> None:
    pages = pages_of(CONTENT, TODAY)
    (heading,) = re.findall(r'<a href="[./]*law/(#topic-[0-9]+)">', render(pages["law/rules/turnout-quorum/"]))
    assert f'<h3 id="{heading[1:]}">计票和当选</h3>' in render(pages["law/"])


def test_a_constituency_that_stands_among_those_of_other_townships_is_named_with_its_own() -> None:
    page = pages_of(CONTENT, TODAY)["sources/result-table/4/"]
    named = re.findall('<a href="[./]*areas/([a-z]+)/[a-z]+-[0-9]+/">(.*?)</a>', render(page))
    areas = {area.slug: area.heading for area in checked(CONTENT).records.of(Area)}
    assert named
    assert [name for area, name in named if not name.startswith(areas[area])] == []


def test_the_deadlines_say_from_when_to_when_the_constituencies_kept_them() -> None:
    page = shown(pages_of(CONTENT, TODAY)["law/deadlines/"])
    assert "各选区在2026年10月27日至2026年10月31日之间。" in page
    assert "各选区都在2026年11月2日。" in page
    assert "有记录的选区在2026年11月19日至2026年11月20日之间。" in page  # three have not voted yet


def test_the_table_of_contents_of_the_search_has_the_topics_of_the_pack(folder: Write) -> None:
    result = links(rendered("search", folder({}))["search/"])
    assert ("../questions/topics/1/", "为什么要换届") in result


@pytest.mark.parametrize(("day", "leads"), [(date(2026, 11, 17), True), (TODAY, False)])
def test_a_station_leads_to_what_to_bring_until_the_vote(day: date, leads: bool) -> None:  # noqa: FBT001  # a row
    page = next(made("stations", Edition.of(checked(CONTENT), day)))
    assert ('vote/#polling"' in render(page)) == leads


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
