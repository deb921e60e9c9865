"""A site that is only of a by-election: what its pages say before, on and after the day, and what they never say."""

import re
import shutil
from collections.abc import Mapping
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from posixpath import normpath

import pytest

from huanjie.checks.report import check_folder
from huanjie.pages import Edition, PagePlan, plan
from huanjie.pages.shared.rendering import render
from tests.conftest import ROOT

CONTENT = ROOT / "tests" / "pages" / "by-election"
EARLY, BEFORE, POLLING, AFTER = date(2026, 11, 1), date(2026, 11, 12), date(2026, 11, 20), date(2026, 11, 24)
COUNTY, TOWNSHIP = "areas/shili/county-12/", "areas/shili/township-3/"
# Pages on the law of all elections, and what is asked about it: each says that this is a by-election.
OF_ALL_ELECTIONS = ("law/", "questions/", "glossary/", "about/", "congress/", "vote/situations/", "posters/topics/")
OF_A_GENERAL_ELECTION = (
    "换届选举",
    "这次换届",
    "今天是选举日",
    "选举日：选民投票",
    "第一次会议",
    "候选人应有",
    "候选人要比应选的名额多",
    "选民名单最迟在选举日前",
    "日以前公布",
    "平均每名代表",
    "示例区选举委员会",
    "要替大家做这么久",
)


@cache
def site(content: Path, today: date) -> Mapping[str, PagePlan]:
    """Every page of a content folder as of a day, by its address, to be made when it is read."""
    report = check_folder(content, today)
    assert not report.refused, report.text("")
    return {planned.address: planned for planned in plan(Edition.of(report))}


@cache
def html(address: str, today: date, content: Path) -> str:
    """A page as it is rendered."""
    return render(site(content, today)[address].page)


def said(address: str, today: date = AFTER, content: Path = CONTENT) -> str:
    """What a page says, without marks and white space."""
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]+>", "", html(address, today, content))))


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The same by-election, to be changed."""
    return shutil.copytree(CONTENT, tmp_path / "content")


def changed(content: Path, file: str, was: str, now: str) -> Path:
    """Write something else in a file of a folder."""
    text = (content / file).read_text("utf-8")
    assert was in text
    (content / file).write_text(text.replace(was, now), "utf-8")
    return content


def test_nothing_is_found_wrong_with_the_records() -> None:
    assert [
        finding.id for day in (EARLY, BEFORE, POLLING, AFTER) for finding in check_folder(CONTENT, day).findings
    ] == []


@pytest.mark.parametrize("today", [BEFORE, AFTER])
def test_no_page_takes_it_for_a_general_election(today: date) -> None:
    own = [address for address in site(CONTENT, today) if not address.startswith(OF_ALL_ELECTIONS)]
    reported = {(address, words) for address in own for words in OF_A_GENERAL_ELECTION if words in said(address, today)}
    assert reported == set()


def test_every_link_leads_to_a_page() -> None:
    pages = site(CONTENT, AFTER)
    known = {normpath(address) for address in pages} | {"."}
    ways = {
        (address, href)
        for address in pages
        for href in re.findall(r'<a[^>]* href="([^"#:]+)["#]', html(address, AFTER, CONTENT))
        if normpath(f"{address}{href}") not in known
    }
    assert ways == set()


@pytest.mark.parametrize(
    ("today", "home", "status"),
    [
        (EARLY, "补选日是2026年11月20日", "没有记录"),
        (BEFORE, "补选日是2026年11月20日", "初步候选人名单已经公布"),
        (POLLING, "今天是补选日，上午8时开始投票", "正式候选人名单已经公布"),
        (AFTER, "补选的投票已经在2026年11月20日举行。2个选区里，2个已经公布结果", "当选1名，选满"),
    ],
)
def test_the_home_page_says_where_it_stands_and_which_seats_are_vacant(today: date, home: str, status: str) -> None:
    assert home in said("", today)
    assert f"示例镇县级第12选区1名原代表调离本区。{status}" in said("", today)
    assert f"示例镇乡级第3选区1名原代表辞职，镇人大已经接受。{status}" in said("progress/", today)
    assert "第一次会议" not in said("progress/", today)


def test_the_last_days_are_those_of_the_province() -> None:
    result = re.findall(r"(\d+)年(\d+)月(\d+)日(以前|当天不得)：([^最这]+)", said("law/deadlines/"))
    days = {what: int(day) for _, _, day, _, what in result}
    assert days == {
        "发布补选公告": 13,
        "公布补选候选人名单": 15,
        "就选民名单向法院起诉": 15,
        "公布补选正式候选人名单": 17,
        "法院判决": 19,
        "介绍候选人（含与选民见面）": 20,
        "公布选举结果": 23,
    }


def test_a_constituency_counts_by_the_rules_of_the_province() -> None:
    page = said(COUNTY)
    assert "为什么补选原代表调离本区。" in page
    assert "补选的候选人可以比名额多，也可以和名额一样多（选举法（2020年）第五十七条第四款）" in page
    assert (
        "登记选民1,000名，参加投票600名，占60.0%：过半数，选举有效（甘肃省实施细则（2021年）第五十五条第二款）" in page
    )
    assert "当选还不是最后确认：代表资格要经过审查、确认和公布（选举法（2020年）第五十七条第五款）" in page


def test_the_notices_of_a_by_election_are_posted_by_who_runs_it() -> None:
    county, township = said(f"{COUNTY}notices/"), said(f"{TOWNSHIP}notices/")
    assert "示例区人大代表第12选区补选公告原因：原代表调离本区。依法由原选区补选代表1名" in county
    assert "示例区人民代表大会常务委员会2026年11月6日" in county
    assert "示例镇人大代表第3选区补选结果公告登记选民400名，参加投票210名" in township
    assert "示例镇人民代表大会主席团2026年11月21日" in township


def test_where_no_rules_of_the_province_are_known_nothing_is_reckoned_by_others(other: Path) -> None:
    changed(other, "election.yml", "province: gansu\n", "")
    page = said(COUNTY, content=other)
    assert "多少人参加才有效、多少票才当选，看本省的补选办法（选举法（2020年）第五十七条第四款）" in page
    assert "至少要得" not in page
    assert "公布正式候选人名单收录的规定没有写，看补选公告2026年11月14日" in page
    assert "ledger/" not in site(other, AFTER)
    assert "甘肃" not in said("vote/", content=other)


def test_a_void_by_election_is_held_anew(other: Path) -> None:
    changed(other, "areas/shili.yml", "votes: 320, elected: yes", "votes: 300")
    changed(other, "areas/shili.yml", "votes: 270}", "votes: 170}\n    reruns:\n      - {seats: 1, day: 2026-11-26}")
    for was, now in (("600", "480"), ("valid: 590", "valid: 470")):
        changed(other, "areas/shili.yml", was, now)
    assert "参加投票480名，占48.0%：没有过半数，选举无效（甘肃省实施细则" in said(COUNTY, content=other)
    assert "选举无效，2026年11月26日重新选举" in said("", content=other)
    assert "没有人当选，依法重新选举" in said(f"{COUNTY}notices/", content=other)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("unknown", "补选日还没有确定，或者没有记录"), ("2026-12", "补选日在2026年12月，具体哪天没有记录")],
)
def test_a_day_that_is_not_known_is_not_reckoned_with(other: Path, day: str, expected: str) -> None:
    changed(other, "election.yml", "polling_day: 2026-11-20", f"polling_day: {day}")
    assert expected in said("", BEFORE, other)
    assert "law/deadlines/" not in site(other, BEFORE)


def test_of_exactly_half_the_rules_of_the_province_say_both(other: Path) -> None:
    for was, now in (("600", "500"), ("valid: 590", "valid: 490")):
        changed(other, "areas/shili.yml", was, now)
    page = said(COUNTY, content=other)
    assert "参加投票500名，正好一半：算不算过半数，细则自己说得不一致，这里不作判断（甘肃省实施细则" in page
    assert "选举无效" not in page


@pytest.mark.parametrize(
    ("again", "tied"),
    [
        ("{seats: 1, day: 2026-11-26, participants: 600, tallies: [{name: 甲, votes: 400, elected: yes}]}", False),
        ("{seats: 1, day: 2026-11-26, participants: 600, tallies: [{name: 甲, votes: 300, elected: yes}]}", True),
    ],
)
def test_without_the_rules_of_the_province_no_later_vote_is_judged_by_others(
    other: Path, again: str, *, tied: bool
) -> None:
    changed(other, "election.yml", "province: gansu\n", "")
    changed(other, "areas/shili.yml", "votes: 270}", f"votes: 270}}\n    reruns: [{again}]")
    changed(other, "areas/shili.yml", "votes: 320, elected: yes", "votes: 270" if tied else "votes: 290")
    for page in (said(COUNTY, content=other), said(f"{COUNTY}notices/", content=other)):
        assert not re.search("第四十五条|三分之一|依法再次投票|依法另行选举|依法重新选举", page)
    notices = said(f"{COUNTY}notices/", content=other)
    assert "示例区人民代表大会常务委员会" not in notices  # another province may set up a body of its own


def test_who_left_is_why_there_is_a_by_election_and_no_news_of_it(other: Path) -> None:
    left = "vacancies: [{name: 赵某, reason: 去世, day: 2026-09-01, accepted_by: 区人大常委会}]"
    changed(other, "areas/shili.yml", "reason: 原代表调离本区。", left)
    assert check_folder(other, AFTER).findings == ()
    page = said(COUNTY, content=other)
    assert "为什么补选赵某去世。" in page
    assert "后来出缺" not in page
    assert "接受" not in page  # the death of a deputy is accepted by nobody
    assert "原因：赵某去世。" in said(f"{COUNTY}notices/", content=other)
    assert "赵某去世。" in said("", content=other)


def test_a_slip_names_no_committee_that_does_not_run_the_by_election() -> None:
    slips = [address for address in site(CONTENT, AFTER) if address.startswith("vote/remedy/2")]
    assert slips
    assert all(
        "主持补选的机构" in said(slip) and "选举委员会" not in said(slip) for slip in slips if "areas" not in slip
    )


def test_a_notice_of_a_list_by_who_runs_the_by_election_is_no_slip(other: Path) -> None:
    (other / "notices").mkdir(exist_ok=True)
    text = "title: 公布正式候选人名单的公告\nissuer: 示例区人大常委会\nposted_on: 2026-11-14\ntext: 名单见张贴。\n"
    (other / "notices" / "list.yml").write_text(text, "utf-8")
    assert "N210" not in [finding.id for finding in check_folder(other, AFTER).findings]
