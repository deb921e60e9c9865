"""What residents come for, on a phone, each in three taps from home: with a slow processor, and with scripts off."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect

from tests.support import chromium, example_site
from tests.support.chromium import Reader, reading

pytestmark = pytest.mark.browser
browser = chromium.browser
example, site = example_site.example, example_site.site

# A phone of ten years ago, and a browser that runs no scripts.
PHONES = pytest.mark.parametrize(("slowed", "scripts"), [(4, True), (1, False)], ids=["slow", "without scripts"])


@dataclass(frozen=True)
class Walk:
    """From home, links tapped one after the other, each named and found in a part of the page; what then is told."""

    taps: tuple[tuple[str, str], ...]
    part: str
    told: str


WALKS = {
    "an 18th birthday on the day after the vote": Walk(
        (("main", "我能投票吗"), ("main", "2008年11月19日或者以后出生")),
        "#answer",
        "这次不能投票。到选举日2026年11月18日",
    ),
    "from a township and a village to station and hours": Walk(
        (("main", "我的选区和投票站"), ("main", "白杨镇"), ("main", "西石坡村投票站")), "main", "上午8时 至 晚上6时"
    ),
    "from the first letter of a village to station and hours": Walk(
        (("main", "我的选区和投票站"), ("main", "X，"), ("main", "西石坡村投票站")), "main", "上午8时 至 晚上6时"
    ),
    "from a case of a breach to the article": Walk(
        (
            ("main", "选举纪律"),
            ("section:has(#case-1)", "不许用钱物换票"),
            ("section:has(> :target)", "选举法（2020 年）第五十八条第一款第一项"),
        ),
        "h1",
        "第五十八条",
    ),
    "from a decision of a meeting to its outcome": Walk(
        (("main", "会上定的事，后来怎样"), ("tr:has-text('当天发公告，当天开始挨户通知')", "区选举委员会紧急会议")),
        "tr:target",
        "两个村三天走完，在外的 23 个人都打到了电话",
    ),
}


def seen_at_once(reader: Reader, part: str) -> bool:
    """Whether a part of the page begins on the screen as it stands."""
    box = reader.page.locator(part).first.bounding_box()
    return box is not None and 0 <= box["y"] < 800


@PHONES
@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS)
def test_three_taps_from_home_are_enough(
    browser: Browser, site: str, walk: Walk, slowed: int, *, scripts: bool
) -> None:
    with reading(browser, site, scripts=scripts) as reader:
        reader.slow_down(slowed)
        reader.open("")
        for part, name in walk.taps:
            reader.page.locator(part).get_by_role("link", name=name).first.click()
        expect(reader.page.locator(walk.part)).to_contain_text(walk.told)
        assert seen_at_once(reader, walk.part)
        assert reader.troubles == []
    assert len(walk.taps) <= 3


def test_a_name_typed_on_a_slow_phone_tells_station_and_hours(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.slow_down(4)
        reader.open("")
        reader.page.locator("main").get_by_role("link", name="我的选区和投票站").first.click()
        reader.page.get_by_role("searchbox", name=re.compile("您住的村")).fill("西石坡")
        found = reader.page.locator("#find-found > li").first
        expect(found).to_contain_text("西石坡村村委会图书室，上午8时至晚上6时")
