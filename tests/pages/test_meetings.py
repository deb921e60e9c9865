"""Meetings as they happen: no year, two days, several venues, moved, cancelled, not yet held, minutes still to come."""

from datetime import date
from xml.etree.ElementTree import Element

import pytest

from huanjie.checks.report import check_folder
from tests.conftest import Write
from tests.support.meetings import meeting
from tests.support.pages import AREA, links, rendered, texts

TODAY = date(2016, 7, 10)
HALL = {"reason": "下大雨。", "decided_on": "2016-06-03"}
SPEECH = "speeches: [{speaker: 王某, topic: 进度, points: [讲了进度。]}]\n"
TOLD = (
    SPEECH
    + "attendance: {present: 30}\nmaterials: 办法\ndecisions: 定了一件事\nnote: 说明。\nchair: 李某\n"
    + "sessions: [{begins: 09:00, ends: 11:30}]\nvenues: [{name: 礼堂, chair: 李某, present: 30}]\n"
)


def change(sort: str, **fields: str) -> str:
    said = {"sort": sort, **HALL, **fields}
    return "changes:\n  - {" + ", ".join(f"{field}: {value}" for field, value in said.items()) + "}\n"


def page(folder: Write, files: dict[str, str | bytes], name: str = "2016-06-05", today: date = TODAY) -> Element:
    return rendered("meetings", folder(files), today)[f"meetings/{name}/"]


def listed(folder: Write, files: dict[str, str | bytes], today: date = TODAY) -> list[str]:
    """The list of meetings, but for the one that is always there."""
    return texts(rendered("meetings", folder(files), today)["meetings/"], "./ul/li")[:-1]


def states(page: Element) -> list[str]:
    return texts(page, "./*[@class='hj-state']")


# ---- Shapes ----


def test_a_meeting_without_a_year_says_so_and_stands_last(folder: Write) -> None:
    typed = folder(meeting(date='"unknown-05-13"', name="old", place="unknown"))
    pages = rendered("meetings", typed)
    assert texts(pages["meetings/old/"], "./dl/div") == [
        "日期5月13日（年份不详）来源：报道",
        "地点不详",
        "种类推进会",
        "主持没有记录",
        "主题工作进展",
        "来源报道",
    ]
    assert texts(pages["meetings/"], "./ul/li/a") == ["示例区推进会", "示例会"]


def test_a_meeting_of_two_days_has_both_and_each_session(folder: Write) -> None:
    more = (
        "until: 2016-06-06\nheld: 现场\nchair: 李某\norganiser: [区办公室, 区委]\nplace: 礼堂\nsessions:\n"
        "  - {day: 2016-06-05, half: 上午, begins: 09:00, ends: 11:30, title: 登记}\n"
        "  - {day: 2016-06-06, half: 下午}\n"
    )
    assert texts(page(folder, meeting(more)), "./dl/div") == [
        "会期2016年6月5日至6月6日来源：报道",
        "第1段2016年6月5日上午9时开始上午11时30分结束，登记来源：报道",
        "第2段2016年6月6日下午来源：报道",
        "怎样开现场",
        "地点礼堂来源：报道",
        "召开单位区办公室、区委来源：报道",  # together, not against each other
        "种类推进会",
        "主持李某",
        "主题工作进展",
        "来源报道",
    ]


def test_a_meeting_online_has_its_venues_with_who_chaired_and_how_many_came(folder: Write) -> None:
    more = (
        "held: 视频\nplace: 区礼堂\nvenues:\n"
        "  - {name: 区礼堂, sort: 主会场, chair: {name: 李某, posts: 主任}, present: 21}\n"
        "  - {name: 镇政府, sort: 分会场, present: {value: 20, about: 二十来人}}\n"
        "  - {name: 乡政府, sort: 分会场, present: unknown}\n"
        "  - 村委会\n"
    )
    shown = page(folder, meeting(more))
    assert texts(shown, "./dl/div/dt") == ["日期", "怎样开", "会场", "种类", "主题", "来源"]
    assert texts(shown, "./dl/div/dd/ul/li") == [
        "主会场：区礼堂，李某（主任）主持，到会21人",
        "分会场：镇政府，到会二十来人",
        "分会场：乡政府，到会人数不详",
        "村委会",
    ]


def test_one_speaker_may_speak_twice_in_different_posts(folder: Write) -> None:
    more = (
        "speeches:\n"
        "  - {speaker: {name: 王某, posts: 副主任}, topic: 换届, points: [第一次。]}\n"
        "  - {speaker: {name: 王某, posts: 选举委员会副主任}, topic: 推荐, points: [第二次。]}\n"
    )
    shown = page(folder, meeting(more))
    assert texts(shown, "./h2")[1:] == ["王某：换届", "王某：推荐"]
    assert [element.get("id") for element in shown.findall("./h2")] == ["facts", "speech-1", "speech-2"]
    assert texts(shown, "./p[@class='hj-speaker']") == ["王某（副主任）", "王某（选举委员会副主任）"]


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        ("people: [王某, 李某], and_others: yes", ["王某", "李某", "等（来源没有写全）"]),
        ("people: 王某, groups: [村干部], and_others: yes", ["王某", "村干部", "等（来源没有写全）"]),
        (
            "people: 王某, posts: [院长], groups: [{name: 村干部, present: 9}], and_others: yes",
            ["王某", "院长", "村干部，实到9人", "等（来源没有写全）"],
        ),
        ("people: 王某, groups: [{name: 村干部, due: unknown}]", ["王某", "村干部，应到人数不详"]),
    ],
)
def test_a_list_that_the_source_left_open_says_so_at_its_end(
    folder: Write, attendance: str, expected: list[str]
) -> None:
    assert texts(page(folder, meeting(f"attendance: {{{attendance}}}\n")), "./dl/div/dd/ul/li") == expected


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        ("1000", "实到1,000人来源：报道"),
        ("{value: 1000, about: 近千人}", "实到近千人来源：报道"),  # the source's own unit, once
        ("unknown", "实到不详"),
    ],
)
def test_how_many_came_is_told_as_the_source_tells_it(folder: Write, present: str, expected: str) -> None:
    assert expected in texts(page(folder, meeting(f"attendance: {{present: {present}}}\n")), "./dl/div")


def test_a_meeting_of_constituencies_leads_to_them(folder: Write) -> None:
    shown = page(folder, {"areas/shili.yml": AREA, **meeting("constituencies: shili/township-7\n")})
    assert ("../../areas/shili/township-7/", "示例镇乡级第7选区") in links(shown, "./dl/div/dd/a")


# ---- Moved and cancelled ----


@pytest.mark.parametrize(
    ("more", "said", "mark"),
    [
        (change("取消"), "这次会议取消了。2016年6月3日决定。原因：下大雨。", "取消"),
        ("changes: [{sort: 取消, reason: 停电。}]\n", "这次会议取消了。原因：停电。", "取消"),
        (
            change("改期", was="2016-06-04"),
            "这次会议改期：原定2016年6月4日，改到2016年6月5日。2016年6月3日决定。原因：下大雨。",
            "改期",
        ),
        (
            "place: 礼堂\n" + change("改地点", was_at="院子"),
            "这次会议改地点：原定在院子，改到礼堂。2016年6月3日决定。原因：下大雨。",
            "",
        ),
        (change("改地点", was_at="院子"), "这次会议改地点：原定在院子。2016年6月3日决定。原因：下大雨。", ""),
        (
            change("改期", was="2016-06-01", decided_on="2016-05-31")
            + "  - {sort: 改期, was: 2016-06-04, reason: 停电。}\n",
            "这次会议改期：原定2016年6月1日，改到2016年6月4日。2016年5月31日决定。原因：下大雨。",
            "改期",
        ),
    ],
)
def test_a_change_is_told_first_and_cancelled_is_not_moved(folder: Write, more: str, said: str, mark: str) -> None:
    pages = rendered("meetings", folder(meeting(more)))
    assert states(pages["meetings/2016-06-05/"])[0] == said
    assert texts(pages["meetings/"], "./ul/li[1]/span[@class='hj-mark']") == ([mark] if mark else [])


def test_a_meeting_that_was_moved_and_then_cancelled_is_cancelled(folder: Write) -> None:
    more = change("改期", was="2016-06-04") + "  - {sort: 取消, reason: 停电。}\n"
    pages = rendered("meetings", folder(meeting(more)))
    assert states(pages["meetings/2016-06-05/"])[0] == "这次会议取消了。原因：停电。"
    assert texts(pages["meetings/"], "./ul/li[1]") == ["示例会取消2016年6月5日·推进会推进了工作。"]
    assert texts(pages["meetings/"], "./p") == ["一共记录了2次会议。其中1次取消了。"]


# ---- As of a day ----

PLANNED = "announced: 2016-06-01\nnotice: 都可以来。\nminutes: 2016-06-07\nplace: 礼堂\n" + TOLD


@pytest.mark.parametrize(
    ("today", "state", "row"),
    [
        (date(2016, 6, 4), "会议还没有召开。", "示例会2016年6月5日·推进会都可以来。"),
        (date(2016, 6, 5), "会议记录还没有公布。", "示例会2016年6月5日·推进会都可以来。"),  # who comes today reads it
        (
            date(2016, 6, 6),
            "会议已经开过，记录还没有公布。",
            "示例会2016年6月5日·推进会会议已经开过，记录还没有公布。",
        ),
    ],
)
def test_before_its_minutes_a_meeting_shows_only_what_was_announced(
    folder: Write, today: date, state: str, row: str
) -> None:
    pages = rendered("meetings", folder(meeting(PLANNED)), today)
    page = pages["meetings/2016-06-05/"]
    assert states(page) == [state]
    assert texts(page, "./p") == [state, "都可以来。"]
    assert texts(page, "./div[@class='hj-note']") == []
    assert sorted(texts(page, "./h2")) == ["会前通知", "会议情况"]
    assert texts(page, "./dl/div") == [
        "日期2016年6月5日",
        "几点上午9时开始",
        "会场礼堂",
        "种类推进会",
        "会前通知2016年6月1日发出",
        "主题工作进展",
    ]
    assert texts(pages["meetings/"], "./ul/li[1]") == [row]


def test_with_its_minutes_a_meeting_tells_everything(folder: Write) -> None:
    shown = page(folder, meeting(PLANNED), today=date(2016, 6, 7))
    assert states(shown) == []
    assert texts(shown, "./h2") == ["会议情况", "会前通知", "会上用的材料", "王某：进度", "会议定下的事"]
    assert texts(shown, "./p")[0] == "推进了工作。"
    assert texts(shown, "./div[@class='hj-note']") == ["说明。"]
    assert texts(shown, "./dl/div") == [
        "日期2016年6月5日",
        "几点上午9时开始上午11时30分结束",
        "会场礼堂，李某主持，到会30人",
        "种类推进会",
        "主持李某",
        "实到30人",
        "会前通知2016年6月1日发出",
        "会议记录2016年6月7日公布",
        "主题工作进展",
    ]


def test_a_meeting_of_two_days_is_not_over_on_its_last(folder: Write) -> None:
    files = meeting("until: 2016-06-06\nminutes: 2016-06-10\n")
    assert listed(folder, files, date(2016, 6, 6))[0] == "示例会2016年6月5日至6月6日·推进会会议记录还没有公布。"


@pytest.mark.parametrize(("today", "there"), [(date(2016, 5, 31), False), (date(2016, 6, 1), True)])
def test_a_meeting_is_there_from_the_day_it_was_announced(folder: Write, today: date, there: bool) -> None:  # noqa: FBT001  # a table
    assert ("meetings/2016-06-05/" in rendered("meetings", folder(meeting(PLANNED)), today)) == there


@pytest.mark.parametrize(
    ("today", "said", "summary"),
    [
        (date(2016, 6, 2), "会议还没有召开。", "都可以来。"),
        (date(2016, 6, 3), "这次会议取消了。2016年6月3日决定。原因：下大雨。", "这次会议取消了。"),
        (date(2016, 6, 6), "这次会议取消了。2016年6月3日决定。原因：下大雨。", "这次会议取消了。"),
        (date(2016, 6, 7), "这次会议取消了。2016年6月3日决定。原因：下大雨。", "推进了工作。"),
    ],
)
def test_a_meeting_is_cancelled_from_the_day_of_the_decision(
    folder: Write, today: date, said: str, summary: str
) -> None:
    more = "announced: 2016-06-01\nnotice: 都可以来。\nminutes: 2016-06-07\n" + change("取消")
    pages = rendered("meetings", folder(meeting(more)), today)
    assert states(pages["meetings/2016-06-05/"]) == [said]
    assert texts(pages["meetings/"], "./ul/li[1]/span[@class='hj-summary']") == [summary]


MOVED = (
    "announced: 2016-06-01\nuntil: 2016-06-06\nplace: 礼堂\nvenues: [礼堂, 食堂]\nsessions: [{begins: 15:00}]\n"
    + change("改期", was="2016-06-04")
    + "  - {sort: 改地点, was_at: 院子, decided_on: 2016-06-03, reason: 下大雨。}\n"
)


@pytest.mark.parametrize(
    ("today", "facts"),
    [
        (date(2016, 6, 2), ["日期2016年6月4日", "地点院子", "种类推进会"]),
        (date(2016, 6, 3), ["会期2016年6月5日至6月6日", "几点下午3时开始", "会场礼堂食堂"]),
    ],
)
def test_before_it_was_moved_a_meeting_stands_on_its_old_day_in_its_old_place(
    folder: Write, today: date, facts: list[str]
) -> None:
    shown = page(folder, meeting(MOVED), today=today)
    assert texts(shown, "./dl/div")[: len(facts)] == facts
    assert len(states(shown)) == (1 if today < date(2016, 6, 3) else 3)


@pytest.mark.parametrize("name", ["2016-06-04", "2016-06-05"])
@pytest.mark.parametrize("today", [date(2016, 6, 2), date(2016, 6, 3), TODAY])
def test_a_moved_meeting_may_be_filed_under_either_day(folder: Write, name: str, today: date) -> None:
    report = check_folder(folder(meeting(MOVED, name=name)), today)
    assert [finding.id for finding in (*report.findings, *report.as_of(today).findings)] == []


def test_a_moved_meeting_filed_under_a_third_day_is_told(folder: Write) -> None:
    report = check_folder(folder(meeting(MOVED, name="2016-06-08")), TODAY)
    assert [finding.id for finding in report.findings] == ["M204"]


def test_what_a_meeting_leads_to_may_not_be_public_yet(folder: Write) -> None:
    outcome = "decisions: [{text: 定了, outcome: {text: 办了, meeting: next}}]\n"
    files = {**meeting(outcome), **meeting(name="next", date="2016-06-20")}
    assert texts(page(folder, files, today=date(2016, 6, 10)), "./table/tbody/tr/td[2]") == ["办了"]


# ---- The quiet of polling day ----


@pytest.mark.parametrize("constituencies", ["constituencies: shili/township-7\n", ""])
@pytest.mark.parametrize(("today", "tag"), [(date(2016, 6, 27), "div"), (date(2016, 6, 28), "template")])
def test_what_candidates_said_is_held_back_on_polling_day(
    folder: Write, constituencies: str, today: date, tag: str
) -> None:
    files = {"areas/shili.yml": AREA, **meeting(constituencies + SPEECH, sort="候选人见面会")}
    shown = page(folder, files, today=today)
    (held_back,) = (element for element in shown.iter() if element.get("data-hj-quiet"))
    assert (held_back.tag, held_back.get("data-hj-quiet")) == (tag, "2016-06-28")
    assert [element.get("id") for element in shown.findall("./h2")] == ["facts", "speeches"]
    assert texts(held_back, ".//section[@id='speech-1']/h3") == ["王某：进度"]


def test_other_meetings_are_not_held_back(folder: Write) -> None:
    shown = page(folder, {"areas/shili.yml": AREA, **meeting(SPEECH)}, today=date(2016, 6, 28))
    assert [element for element in shown.iter() if element.get("data-hj-quiet")] == []
