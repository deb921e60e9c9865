"""A voter on a phone, scripts off: from home to the answer in three taps, and the slip on paper."""

import re

import pytest
from playwright.sync_api import Browser

from tests.support import chromium, example_site
from tests.support.chromium import reading

pytestmark = pytest.mark.browser
browser = chromium.browser
example, site = example_site.example, example_site.site


@pytest.mark.parametrize(
    ("names", "answer"),
    [
        (
            ("我要投票", "快满 18 周岁", "2008年11月19日或者以后出生 这次不能投票"),
            "这次不能投票。到选举日2026年11月18日",
        ),
        (("我要投票", "选举的时候不在家", "在外地打工"), "书面委托"),
        (("我要投票", "选民名单、选民证和投票站", "名单上没有我"), "可以申诉。"),
    ],
)
def test_three_taps_from_home_the_answer_stands_first(
    browser: Browser, site: str, names: tuple[str, ...], answer: str
) -> None:
    with reading(browser, site, scripts=False) as reader:
        reader.open("")
        for name in names:
            reader.page.get_by_role("link", name=name).first.click()
        first = reader.page.locator("#answer")
        assert answer in first.inner_text()
        box = first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 800  # seen without scrolling
        assert reader.page.locator("article a[href^='tel:']").first.is_visible()
        assert reader.page.get_by_role("link", name="选举法（2020 年）").first.is_visible()


def test_from_the_guide_to_ones_own_last_days_and_they_print_alone(browser: Browser, site: str) -> None:
    with reading(browser, site, scripts=False) as reader:
        reader.open("vote/")
        for name in ("名单不对", "松坡乡", "2026年10月28日"):
            reader.page.get_by_role("link", name=name).first.click()
        slip = reader.page.locator(".hj-sheet")
        assert "2026年11月1日" in slip.inner_text()
        reader.page.emulate_media(media="print")
        assert slip.is_visible()
        assert not reader.page.locator("#grounds").is_visible()
        assert len(re.findall(rb"/Type\s*/Page\b", reader.page.pdf(format="A4"))) == 1


@pytest.mark.parametrize("address", ["vote/", "vote/situations/age/", "vote/ballot/3/", "vote/remedy/areas/songpo/"])
def test_on_a_narrow_phone_nothing_runs_over_and_ways_are_big_enough_to_tap(
    browser: Browser, site: str, address: str
) -> None:
    with reading(browser, site, width=320) as reader:
        reader.open(address)
        assert reader.sees("document.documentElement.scrollWidth") <= 320
        small = "[...document.querySelectorAll('article .hj-chips a, article .hj-cards a')]"
        assert reader.sees(f"{small}.filter(one => one.getBoundingClientRect().height < 44).length") == 0
        assert reader.troubles == []
