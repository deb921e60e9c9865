"""The later votes of the invented district as a resident finds them: the day before, the day itself, afterwards."""

from datetime import date
from functools import cache

import pytest

from huanjie.pages import Edition
from tests.example import CONTENT, checked, shown
from tests.test_pages_whole import made

# 石桥镇: a tie and its second vote. 柳河镇: a void vote and its repeat. 第 20 选区: a rerun in which nobody is elected.
# 第 95 选区: two townships and two days. 云岭镇: a by-election with one candidate. 白杨镇: a recall and a by-election.
# 第 46 选区: a by-election after somebody resigned. 第 90 选区: a recall that fails.


@cache
def said(day: date, subject: str) -> dict[str, str]:
    """What the pages of a subject say on a day, by address."""
    return {page.address: shown(page) for page in made(subject, Edition.of(checked(CONTENT), day))}


@pytest.mark.build
@pytest.mark.parametrize(
    ("day", "subject", "address", "there", "hidden"),
    [
        # a station says when each constituency votes there, of whichever township it is
        (date(2026, 11, 17), "stations", "areas/shaping/station-15/", "双泉镇县级第 95 选区", "没有记录"),
        (date(2026, 11, 17), "stations", "areas/shaping/station-15/", "2026年11月18日至11月19日：", "没有记录"),
        (date(2026, 11, 19), "stations", "areas/shaping/station-15/", "去投票带什么", "投票已经结束"),
        # a notice keeps its day when another vote has a result of its own
        (date(2026, 11, 24), "postings", "areas/shiqiao/township-7/notices/", "2026年11月19日", "当选代表 2 名"),
        (date(2026, 11, 24), "postings", "areas/liuhe/township-9/notices/", "2026年11月20日", "当选代表 0 名"),
        (date(2026, 11, 24), "constituencies", "areas/liuhe/township-9/", "2026年11月20日", "推算不出"),
        (date(2026, 11, 24), "constituencies", "areas/shiqiao/township-7/", "比期限早 2 天", "推算不出"),
    ],
)
def test_a_page_tells_a_later_vote_as_its_day_knows_it(
    day: date, subject: str, address: str, there: str, hidden: str
) -> None:
    html = said(day, subject)[address]
    assert (there in html, hidden in html) == (True, False)
