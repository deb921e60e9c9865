"""Progress: the stages with today between them, charts and tables of the same numbers, all bounded."""

import re
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.conftest import FIXTURES, Write
from tests.support.meetings import meeting
from tests.support.pages import links, rendered, text, texts
from tests.support.progress import AFTER, BEFORE, DAY, progress, standings
from tests.support.towns import ELECTION, LISTS, constituency, election, town, without_steps

SMALLEST = FIXTURES / "smallest"
SVG = "{http://www.w3.org/2000/svg}"
VOTE = "{participants: 600, tallies: [{name: 甲, votes: 500, elected: yes}, {name: 乙, votes: 100}]}"


def drawn(page: Element) -> list[str]:
    """The first lines of the picture: each stage, and today."""
    return [text(element) for element in page.iter() if str(element.get("class")).startswith("hj-stage-title")]


@pytest.mark.parametrize(
    ("today", "expected", "place"),
    [
        (
            BEFORE,
            ["已经完成", "已经完成", "下一步", "还没到", "还没到", "还没到", "还没到"],
            2,
        ),
        (DAY, ["已经完成", "已经完成", "已经完成", "正在投票", "下一步", "还没到", "还没到"], 3),
        (AFTER, ["已经完成", "已经完成", "已经完成", "已经完成", "没有记录", "没有记录", "没有记录"], 4),
    ],
)
def test_today_stands_between_what_is_done_and_what_is_to_come(today: date, expected: list[str], place: int) -> None:
    page = progress(SMALLEST, today)
    assert [standing for _, standing in standings(page)] == expected
    assert drawn(page).index("这一页写到这里") == place


def test_what_is_done_before_its_last_day_stands_above_today() -> None:
    assert drawn(progress(SMALLEST, date(2016, 6, 11)))[:3] == [
        "公布选民名单",
        "公布初步候选人名单",
        "这一页写到这里",
    ]


def test_the_picture_has_a_title_and_tells_in_words_what_the_table_tells(folder: Write) -> None:
    content = folder(without_steps() | town(constituency(), constituency(2, voter_list="2016-06-03"), constituency(3)))
    page = progress(content)
    (picture,) = (element for element in page.iter(f"{SVG}svg") if element.get("class") == "hj-stages")
    title, description = picture[0], picture[1]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert picture.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    lists = "已经完成，3个选区都公布了，实际2016年6月1日至6月3日，最迟2016年6月8日"
    assert f"公布选民名单：{lists}" in text(description)
    assert standings(page)[0] == ("公布选民名单", "已经完成：3个选区都公布了")
    for line in text(description).rstrip("。").split("；")[0].partition("：")[2].split("，"):
        assert re.sub("实际|最迟", "", line) in text(page.findall(".//tr[@id='stage-voter-list-published']")[0])


def test_a_list_that_only_some_published_is_done_in_part_and_leads_to_its_sum(folder: Write) -> None:
    content = folder(without_steps() | town(constituency(), constituency(2, voter_list="")))
    page = progress(content)
    assert standings(page)[0] == ("公布选民名单", "完成了一部分：2个选区里，1个公布了")
    path = ".//tr[@id='stage-voter-list-published']//a"
    assert links(page, path) == [("../law/deadlines/#voter-list-published", "2016年6月8日")]


def test_an_unknown_day_is_neither_done_nor_unrecorded_and_an_ended_election_has_no_today(folder: Write) -> None:
    text_of = ELECTION.replace("day: 2016-06-01}", "day: unknown}").replace(
        "source: report\n", "source: report\nended: yes\n", 1
    )
    page = progress(folder({"election.yml": text_of}))
    assert standings(page)[0] == ("公布选民名单", "哪天不能确定")
    assert [title for title in drawn(page) if "今天" in title] == []


def test_each_chart_has_title_description_and_the_same_numbers_in_a_table(folder: Write) -> None:
    more = "  - {of: 选区, value: 3}\n  - {of: 选区, area: 乡镇, value: 2}\n  - {of: 选区, area: 街道, value: 1}\n"
    voted = constituency(seats="1", voters="800", candidates="[甲, 乙]", vote=VOTE, result_list="2016-06-29")
    page = progress(folder(election(more=more) | town(voted)))
    figures = page.findall(".//figure")
    assert texts(page, ".//figure/figcaption") == [
        "区人大的名额、候选人和当选人",
        "投票率：参加投票的占登记选民的百分之几",
        "选区：乡镇、街道",
    ]
    table = [text(cell) for cell in page.findall(".//td")]
    for figure in figures:
        (svg,) = figure.findall(f"{SVG}svg")
        title, description, *_ = svg
        assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
        numbers = [text(element) for element in svg.findall(f"{SVG}text[@text-anchor='end']")]
        assert all(number in text(description) for number in numbers)
        assert [number for number in numbers if not any(number in cell for cell in table)] == []


def test_each_township_has_a_picture_of_its_own(folder: Write) -> None:
    content = folder(without_steps() | town(constituency()) | town(constituency(voter_list=""), name="north"))
    pages = rendered("by_area", content, AFTER)
    assert list(pages) == ["progress/areas/", "progress/areas/north/", "progress/areas/town/"]
    assert standings(pages["progress/areas/north/"])[0] == ("公布选民名单", "没有记录")
    assert standings(pages["progress/areas/town/"])[0] == ("公布选民名单", "已经完成：1个选区都公布了")
    assert texts(pages["progress/areas/"], ".//tr[@id='north']/td") == [
        "1个",
        "没有记录",
        "都公布了",
        "都公布了",
        "没有记录",
    ]


def test_with_only_an_election_nothing_is_empty(tmp_path: Path) -> None:
    (tmp_path / "election.yml").write_text(
        ELECTION.partition("steps:")[0].replace("source: [report, bulletin]\n", "source: r\n")
    )
    (tmp_path / "sources.yml").write_text("- {id: r, label: 报道, summary: 报道。}\n", "utf-8")
    for today in (BEFORE, DAY, AFTER):
        page = progress(tmp_path, today)
        hollow = [element.tag for element in page.iter() if element.tag in ("ul", "ol", "dl", "p", "dd", "td", "h2")]
        assert [element for element in page.iter() if element.tag in hollow and not text(element)] == []
        assert "登记选民、选区和代表的总数公布以后，写在这里。" in text(page)


def test_the_page_does_not_grow_with_the_records(folder: Write) -> None:
    many: dict[str, str | bytes] = {}
    for number in range(1, 60):
        name = f"m{number}"
        decided = "decisions: [{text: 一, outcome: 通过}, {text: 二, outcome: 通过}]\nannounced: 2016-01-01\n"
        many |= meeting(decided, name=name, date=f"2016-0{5 + number % 3}-{1 + number % 28:02}")
        many |= town(constituency(**{**LISTS, "voter_list": f"2016-05-{1 + number % 28:02}"}), name=name)
    content = folder(many)
    for today in (BEFORE, AFTER):
        page = progress(content, today)
        assert len(page.findall(".//li")) + len(page.findall(".//tr")) < 70
