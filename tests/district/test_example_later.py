"""The later votes of the invented district as a resident finds them: the day before, the day itself, afterwards."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from huanjie.model.constituencies import Constituency
from huanjie.pages import Edition, PagePlan
from tests.support.example import CONTENT, TODAY, checked, shown
from tests.support.pages import subject_module

# 石桥镇: a tie and its second vote. 柳河镇: a void vote and its repeat. 第 20 选区: a rerun in which nobody is elected.
# 第 95 选区: two townships and two days. 云岭镇: a by-election with one candidate. 白杨镇: a recall and a by-election.
# 第 46 选区: a by-election after somebody resigned. 第 90 选区: a recall that fails.


@cache
def edition(day: date) -> Edition:
    """The example as of a day."""
    return Edition.of(checked(CONTENT), day)


def said(day: date, subject: str, address: str) -> str:
    """What one page of a subject says on a day; the others are not made."""
    planned = subject_module(subject).pages(edition(day))
    (page,) = (one.page if isinstance(one, PagePlan) else one for one in planned if one.address == address)
    return shown(replace(page, statute=edition(day).statute))


def test_nothing_that_comes_later_is_known_on_the_day_that_the_site_shows() -> None:
    everything, then = checked(CONTENT).records, edition(TODAY).records
    later = [one.slug for one in everything.of(Constituency) if one.by_elections or one.recalls]
    assert later == ["baiyang/township-8", "beita/county-46", "yunling/township-22", "zaolin/county-90"]
    assert [one.slug for one in then.of(Constituency) if one.by_elections or one.recalls] == []
    (rerun,) = then.get(Constituency, "xiguan/county-20").reruns
    assert (bool(rerun.candidates), rerun.tallies, bool(rerun.participants), rerun.note) == (True, (), False, None)


@pytest.mark.build
@pytest.mark.parametrize(
    ("day", "subject", "address", "there", "hidden"),
    [
        # a station says when each constituency votes there, of whichever township it is
        (date(2026, 11, 17), "stations", "areas/shaping/station-15/", "双泉镇县级第 95 选区", "没有记录"),
        (date(2026, 11, 17), "stations", "areas/shaping/station-15/", "2026年11月18日至11月19日：", "没有记录"),
        (date(2026, 11, 19), "stations", "areas/shaping/station-15/", "去投票带什么", "投票已经结束"),
        # a notice keeps its day when another vote has a result of its own
        (date(2026, 11, 24), "sheets", "areas/shiqiao/township-7/notices/", "2026年11月19日", "当选代表 2 名"),
        (date(2026, 11, 24), "sheets", "areas/liuhe/township-9/notices/", "2026年11月20日", "当选代表 0 名"),
        (date(2026, 11, 24), "constituencies", "areas/liuhe/township-9/", "2026年11月20日", "推算不出"),
        (date(2026, 11, 24), "constituencies", "areas/shiqiao/township-7/", "比期限早 2 天", "推算不出"),
        # the next vote stands beside the day of the first one, in the heading, on the poster
        (
            date(2026, 11, 20),
            "constituencies",
            "areas/liuhe/township-9/",
            '<span class="hj-value">2026年11月21日重新选举</span>',
            "结果还没有记录",
        ),
        (date(2026, 11, 22), "constituencies", "areas/liuhe/township-9/", "当选 1 名，选满。", "下一次投票"),
        (
            date(2026, 11, 22),
            "constituencies",
            "areas/liuhe/township-9/",
            '<h2 id="rerun-1">重新选举：',
            "再投一次票：",
        ),
        (
            date(2027, 6, 28),
            "constituencies",
            "areas/baiyang/township-8/",
            '<h2 id="by-election-1">补选：',
            "再投一次票",
        ),
        (
            date(2026, 11, 21),
            "constituencies",
            "areas/shiqiao/township-7/",
            '<span class="hj-value">2026年11月22日再次投票</span>',
            "选满了",
        ),
        (date(2026, 11, 22), "posters", "areas/shiqiao/township-7/poster/", "投票已经结束", "2026年11月22日再次投票"),
        (date(2027, 3, 31), "constituencies", "areas/yunling/township-22/", "选满；后来出缺 1 名。", "2027年4月11日"),
        (
            date(2027, 4, 1),
            "constituencies",
            "areas/yunling/township-22/",
            "出缺 1 名；2027年4月11日补选 1 名。",
            "后来补选",
        ),
        (date(2027, 4, 1), "constituencies", "areas/yunling/township-22/", "候选人和名额一样多", "当选还不是最后确认"),
        (date(2027, 4, 1), "posters", "areas/yunling/township-22/poster/", "照 2027年4月1日 的记录", "2026年11月20日"),
        (date(2027, 4, 11), "constituencies", "areas/yunling/township-22/", "出缺 1 名，补选 1 名", "下一次投票"),
        (
            date(2027, 6, 20),
            "constituencies",
            "areas/baiyang/township-8/",
            "罢免 1 名；2027年6月27日补选 1 名。",
            "选满了；",
        ),
        # who still votes when the others have voted
        (date(2026, 11, 19), "home", "", "双泉镇第 95 选区（县级）投票的最后一天", "2 个选举无效"),
        (date(2026, 11, 19), "home", "", "；2 个还没有投完，最晚到2026年11月19日", "2 个选举无效"),
        (date(2026, 11, 20), "home", "", "3 个推迟投票", "还没有投完"),
        (date(2026, 11, 20), "home", "", "1 个选举无效、3 个没有选满", "还没有投完"),
        (date(2027, 5, 16), "home", "", "白杨镇第 8 选区（乡级）表决罢免要求", "罢免 1 名"),
        # a rerun in which nobody has a third of the ballots
        (date(2026, 11, 26), "constituencies", "areas/xiguan/county-20/", "2026年11月26日另行选举", "没有人当选"),
        (
            date(2026, 11, 27),
            "constituencies",
            "areas/xiguan/county-20/",
            "这一次没有人当选，还缺 1 名；这以后怎么办，法律没有写明。",
            "选满了",
        ),
        (date(2026, 11, 27), "posters", "areas/xiguan/county-20/poster/", "照 2026年11月27日 的记录", "选满了"),
        # a recall: nothing of its votes on its day; who was recalled is no deputy; the figures have no source of 2026
        (date(2027, 5, 16), "constituencies", "areas/baiyang/township-8/", "罢免杨世科", "170 票"),
        (date(2027, 5, 16), "posters", "areas/baiyang/township-8/poster/", "2027年5月16日表决罢免要求", "后来罢免"),
        (date(2027, 5, 17), "constituencies", "areas/baiyang/township-8/", "记录里没有在任的代表", "46 名 <span"),
        (date(2027, 5, 17), "constituencies", "areas/baiyang/township-8/", "至少要 138 票", "没有罢免"),
        (date(2028, 6, 1), "constituencies", "areas/zaolin/county-90/", "至少要 1,404 票", "罢免通过"),
        (date(2028, 6, 1), "constituencies", "areas/baiyang/township-8/", "郑海燕", "记录里没有在任的代表"),
    ],
)
def test_a_page_tells_a_later_vote_as_its_day_knows_it(
    day: date, subject: str, address: str, there: str, hidden: str
) -> None:
    html = said(day, subject, address)
    assert (there in html, hidden in html) == (True, False)
