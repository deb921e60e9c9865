"""The shapes of real records can be written without tricks: meetings, people, places, totals, figures of every sort."""

from datetime import date

import pytest

from tests.conftest import FIXTURES, Write
from tests.support.meetings import meeting
from tests.support.pages import links, text, texts
from tests.support.shapes import COUNTY, page, rows, says
from tests.support.towns import constituency, election, town

SOURCES = (FIXTURES / "smallest" / "sources.yml").read_text("utf-8")
MEETING = "meetings/2016-06-05/"


# ---- Meetings ----


def test_a_meeting_without_a_year(folder: Write) -> None:
    content = folder(meeting(date='"unknown-05-13"', name="old"))
    assert says(page(content, "meetings/old/", "meetings"), "日期") == ["5月13日（年份不详）"]


def test_a_meeting_over_two_days(folder: Write) -> None:
    sessions = "sessions:\n  - {day: 2016-06-05, begins: 09:00}\n  - {day: 2016-06-06, half: 下午, ends: 17:30}\n"
    shown = page(folder(meeting(f"until: 2016-06-06\n{sessions}")), MEETING, "meetings")
    assert says(shown, "会期") == ["2016年6月5日", "6月6日"]
    assert says(shown, "第1段") == ["2016年6月5日", "上午9时"]
    assert says(shown, "第2段") == ["2016年6月6日", "下午5时30分"]


def test_a_meeting_online_with_branch_venues(folder: Write) -> None:
    venues = "venues: [{name: 区礼堂, sort: 主会场, present: 21}, {name: 镇政府, sort: 分会场, present: unknown}]\n"
    shown = page(folder(meeting(f"held: 视频\n{venues}")), MEETING, "meetings")
    assert says(shown, "怎样开") == ["视频"]
    assert texts(shown, ".//li[@id='venue-1']") == ["主会场：区礼堂，到会21人"]
    assert texts(shown, ".//li[@id='venue-2']") == ["分会场：镇政府，到会人数不详"]


def test_one_speaker_twice_in_different_posts(folder: Write) -> None:
    speech = "  - {{speaker: {{name: 王某, posts: {}}}, topic: {}, points: [讲了。]}}\n"
    more = "speeches:\n" + speech.format("副主任", "换届") + speech.format("委员", "纪律")
    shown = page(folder(meeting(more)), MEETING, "meetings")
    assert texts(shown, ".//h2[@id='speech-1']") == ["王某：换届"]
    assert [text(one) for one in shown.iter() if one.get("class") == "hj-person"] == ["王某（副主任）", "王某（委员）"]


def test_attendance_that_the_source_left_open(folder: Write) -> None:
    shown = page(folder(meeting("attendance: {people: [王某], and_others: yes}\n")), MEETING, "meetings")
    assert text(shown.findall("./dl/div/dd/ul/li")[-1]).startswith("等")


# ---- People ----


def test_a_person_with_two_posts_and_two_people_of_one_name(folder: Write) -> None:
    came = "attendance: {people: [{name: 王某, posts: [主任, 组长]}, {name: 王某, posts: [西村村民]}]}\n"
    shown = page(folder(meeting(came)), MEETING, "meetings")
    assert texts(shown, "./dl/div/dd/ul/li") == ["王某（主任、组长）", "王某（西村村民）"]


def test_two_candidates_of_one_name(folder: Write) -> None:
    two = constituency(seats="1", candidates="[王某（东村）, 王某（西村）]")
    shown = page(folder(town(two)), today=date(2016, 6, 25))
    assert texts(shown, ".//ol/li/b") == ["王某（东村）", "王某（西村）"]


@pytest.mark.parametrize(
    ("member", "note"),
    [("{name: 王某, left: 2016-06-01}", ""), ("王某", "候选人王某不是选举委员会的王某。")],
)
def test_a_candidate_who_left_the_committee_or_has_the_name_of_a_member(folder: Write, member: str, note: str) -> None:
    body = f"- {{id: a, title: 会, sort: 选举委员会, level: 县级, members: [{member}], source: report}}\n"
    content = folder(town(constituency(seats="1", candidates="[王某, 李某]", note=note)) | {"bodies.yml": body})
    assert texts(page(content, today=date(2016, 6, 25)), ".//ol/li/b") == ["王某", "李某"]


def test_two_people_of_one_name_elected_in_two_constituencies(folder: Write) -> None:
    vote = "{participants: 800, tallies: [{name: 王某, votes: 500, elected: yes}]}"
    lines = {"seats": "1", "voters": "1000", "candidates": "[王某, 李某]", "vote": vote}
    told = {**lines, "candidates": "[王某, 陈某]", "note": "和第 1 选区的王某是同名的两个人。"}
    content = folder(town(constituency(1, **lines), constituency(2, **told)))
    for address in (COUNTY, "areas/town/county-2/"):
        assert rows(page(content, address), "result-person") == [["王某", "500", "当选"]]


# ---- Places ----

EAST = "{name: 东村, groups: [一组, 二组]}"


def test_a_constituency_of_several_units_and_a_part_of_a_village(folder: Write) -> None:
    localities = f"[{EAST}, {{name: 中学, sort: 单位}}, {{name: 医院, sort: 单位}}]"
    first = constituency(1, covers="[{name: 东村, part: 一组}, 中学, 医院]")
    content = folder(town(first, constituency(2, covers="[{name: 东村, part: 二组}]"), localities=localities))
    assert says(page(content), "包括") == ["东村（一组）、中学、医院"]
    assert rows(page(content, "areas/town/", "areas"), "place-")[0][:2] == [
        "东村",
        "县级第1选区（一组）县级第2选区（二组）",
    ]


def test_a_joint_constituency_of_two_townships(folder: Write) -> None:
    joint = constituency(covers="[东村, {name: 北村, area: north}]", voters="1000")
    content = folder(
        town(joint, localities="[东村]", voters="600") | town(name="north", localities="[北村]", voters="400")
    )
    for address in ("areas/town/", "areas/north/"):
        shown = page(content, address, "areas")
        assert ("../../areas/town/county-1/", "县级第1选区") in links(shown, ".//tr[@id='place-1']/td//a")
    assert {"../../../areas/town/", "../../../areas/north/"} <= {link for link, _ in links(page(content), ".//dd/a")}


def test_voters_of_a_unit_registered_elsewhere(folder: Write) -> None:
    mine = "{name: 煤矿, sort: 单位, elsewhere: 在各自居住的村登记。}"
    content = folder(town(constituency(covers="[东村]"), localities=f"[东村, {mine}]"))
    assert rows(page(content, "areas/town/", "areas"), "place-2") == [["煤矿", "在各自居住的村登记。"]]


# ---- Totals ----


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (4, []),
        (5, ["登记选民1,000名"]),
        (7, ["登记选民1,000名"]),
        (8, ["登记选民1,000名", "其中乡镇600名", "其中街道400名"]),
    ],
)
def test_a_total_published_before_its_parts(folder: Write, day: int, told: list[str]) -> None:
    more = "  - {of: 登记选民, value: 1000, published: 2016-06-05}\n" + "".join(
        f"  - {{of: 登记选民, area: {area}, value: {count}, published: 2016-06-08}}\n"
        for area, count in (("乡镇", 600), ("街道", 400))
    )
    shown = page(folder(election(more=more)), "progress/", "progress", date(2016, 6, day))
    assert ["".join(row) for row in rows(shown, "total-")][1:] == told


# ---- Figures ----


def test_an_approximate_number_has_its_own_unit_and_is_not_counted_with(folder: Write) -> None:
    vote = "{participants: {value: 900, about: 近千人}, tallies: [{name: 甲, votes: {value: 500, about: 五百多票}}]}"
    about = constituency(seats="1", voters="{value: 800, about: 八百多人}", candidates="[甲, 乙]", vote=vote)
    content = folder(town(about, voters="{value: 700, about: 七百来人}"))  # more took part than there are: about so
    shown = page(content)
    assert says(shown, "登记选民") == ["八百多人"]
    assert says(shown, "参加投票的选民") == ["近千人"]
    assert rows(shown, "result-person") == [["甲", "五百多票", "没有当选"]]
    assert "过半数" not in text(shown)
    assert says(page(content, "areas/town/", "areas"), "登记选民") == ["七百来人"]
    assert rows(page(content, "results/town/", "results"), "county-1")[0][1] == "参加近千人"


def test_unknown_unreadable_and_left_out_figures_are_three_things_and_never_0(folder: Write) -> None:
    one = constituency(seats="unknown", voters="unreadable", vote="{participants: unknown, returned: unreadable}")
    content = folder(town(one))
    shown = page(content)
    assert [says(shown, label) for label in ("应选代表", "登记选民")] == [["不详"], ["原稿无法辨认"]]
    assert [says(shown, label) for label in ("参加投票的选民", "收回选票")] == [["不详"], ["原稿无法辨认"]]
    area = page(content, "areas/town/", "areas")
    assert (rows(area, "county-1")[0][1:3], says(area, "人口")) == (["不详", "原稿无法辨认"], ["没有记录"])
    assert rows(page(content, "results/town/", "results"), "county-1")[0][1:3] == ["参加不详", "没有记录"]
    assert "应选没有全部记录" in texts(page(content, "results/town/", "results"), "./p")[0]


def test_sources_that_disagree_about_votes(folder: Write) -> None:
    later = "- {id: later, label: 补报, summary: 后来的。, published_on: 2016-07-01}\n"
    vote = (
        "{participants: 800, tallies: [{name: 甲, votes: [{value: 500}, {value: 510, source: later}], elected: yes}]}"
    )
    two = "[{value: 1000}, {value: 1010, source: later}]"
    files = town(constituency(seats="1", voters=two, candidates="[甲, 乙]", vote=vote)) | {
        "sources.yml": SOURCES + later
    }
    shown = page(folder(files))
    assert says(shown, "登记选民") == ["1,000名", "1,010名"]
    assert rows(shown, "result-person") == [["甲", "500或510", "当选"]]
