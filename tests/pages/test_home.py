"""The home page: its state before, on and after the polling day, what comes next, and nothing that is empty."""

from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.conftest import FIXTURES, Write
from tests.support.meetings import meeting
from tests.support.pages import links, rendered, text, texts
from tests.support.towns import ELECTION, constituency, election, town

EVE, DAY, AFTER = date(2016, 6, 27), date(2016, 6, 28), date(2016, 7, 10)
SMALLEST = FIXTURES / "smallest"
OVER = "选举日（2016年6月28日）已经过了。这一页是在那以前写的，还没有结果。"


def home(content: Path, today: date = AFTER) -> Element:
    return rendered("home", content, today)[""]


def spells(page: Element) -> list[tuple[str, str | None, str | None, bool]]:
    """What is said of the state: the sentence, since when and until when it is true, whether it shows today."""
    result = (element for element in page.findall("./p") if element.get("class") == "hj-state")
    return [
        (text(finding), finding.get("data-hj-since"), finding.get("data-hj-until"), finding.get("hidden") is None)
        for finding in result
    ]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (
            EVE,
            [
                ("选举日是2016年6月28日。", None, "2016-06-27", True),
                ("今天是选举日。", "2016-06-28", "2016-06-28", False),
                (OVER, "2016-06-29", None, False),
            ],
        ),
        (
            DAY,
            [
                ("今天是选举日。", "2016-06-28", "2016-06-28", True),
                (OVER, "2016-06-29", None, False),
            ],
        ),
        (date(2016, 6, 29), [("投票已经在2016年6月28日举行。", None, None, True)]),
    ],
)
def test_the_state_is_told_before_on_and_after_the_polling_day(today: date, expected: list[object]) -> None:
    assert spells(home(SMALLEST, today)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("polling_day: unknown", "选举日还没有确定，或者没有记录。"),
        (
            "polling_day: [2016-06-28, {value: 2016-06-30, source: report}]",
            "选举日是2016年6月28日或2016年6月30日，各来源写的不一样。",
        ),
        ("polling_day: 2016-06-28\nended: yes", "这次选举已经结束。选举日是2016年6月28日，这里留作资料。"),
        ("polling_day: 2016-06-28\nshown_as_of: 2016-06-27", "选举日是2016年6月28日，还有1天。"),
        ("polling_day: 2016-06-26\npolling_until: 2016-06-28", "现在正在投票：2016年6月26日到2016年6月28日。"),
    ],
)
def test_what_is_true_on_every_day_is_the_only_thing_told(folder: Write, line: str, expected: str) -> None:
    content = folder({"election.yml": ELECTION.replace("polling_day: 2016-06-28", line)})
    assert [one for one, _, _, now in spells(home(content, EVE)) if now] == [expected]


def test_with_only_an_election_nothing_is_empty(tmp_path: Path) -> None:
    (tmp_path / "election.yml").write_text(
        ELECTION.partition("steps:")[0].replace("source: [report, bulletin]\n", "source: r\n")
    )
    (tmp_path / "sources.yml").write_text("- {id: r, label: 报道, summary: 报道。}\n", "utf-8")
    for today in (EVE, DAY, AFTER):
        page = home(tmp_path, today)
        assert [
            element.tag
            for element in page.iter()
            if element.tag in ("ul", "ol", "dl", "p", "dd", "h2") and not text(element)
        ] == []
        heads = [child for child in page if child.tag in ("h1", "h2")]
        follows = {text(head): [*page][[*page].index(head) + 1].tag for head in heads}
        assert "h2" not in follows.values()
        assert "还没有记录。开过的会、发出的公告，记下以后就出现在这里。" in text(page)
        assert ("我的选区和投票站选区的划分公布以后，这里可以按村、社区、单位找") in text(page)


def test_days_left_are_marked_for_the_script_but_where_the_site_shows_one_day_for_good(folder: Write) -> None:
    live = home(folder({}), EVE).findall(".//span[@class='hj-left']")
    assert {(element.get("data-hj-day"), element.text) for element in live} == {("2016-06-28", None)}


@pytest.mark.parametrize(("day", "ahead"), [(19, 1), (20, 0)])  # the list is recorded on the 20th
def test_a_deadline_that_is_not_kept_yet_leads_to_its_sum_and_is_named_once(
    folder: Write, day: int, ahead: int
) -> None:
    reported = links(home(folder(election(more="province: gansu\n", year=2026)), date(2026, 6, day)), "./ul/li/a")
    named = [link for link, name in reported if name == "公布正式代表候选人名单的最后一天"]
    assert named == ["law/deadlines/#formal-candidates-published"] * ahead


def test_a_meeting_that_comes_after_the_next_days_is_named_all_the_same(folder: Write) -> None:
    later = meeting("announced: 2016-06-01\n", name="later", date="2016-07-09", title="很晚的会")
    assert "下一次会议：2016年7月9日，很晚的会" in text(home(folder(later), date(2016, 6, 1)))


def test_the_page_does_not_grow_with_the_records(folder: Write) -> None:
    many: dict[str, str | bytes] = {}
    for number in range(1, 60):
        name = f"m{number}"
        many |= meeting("announced: 2016-01-01\n", name=name, date=f"2016-0{5 + number % 3}-{1 + number % 28:02}")
        many |= town(constituency(number, vote="{tallies: []}"), name=name)
    content = folder(many)
    for today in (EVE, AFTER):
        assert len(texts(home(content, today), ".//li")) < 40


def test_reporting_leads_to_the_channels_where_there_are_any_and_always_to_the_law(folder: Write) -> None:
    article = "选举法（2015年）第五十八条"
    assert article in text(home(SMALLEST))
    channels = (
        "[{title: 举报电话, how: 0000-5550110}, {title: 信箱, how: 大厅}, {title: 三, how: 三}, {title: 四, how: 四}]"
    )
    page = home(folder({"discipline.yml": f"summary: 纪律。\nsource: report\nchannels: {channels}\n"}))
    assert ("tel:0000-5550110", "0000-5550110") in links(page)
    assert article in text(page)
    assert len(page.findall("./ul[@class='hj-channels']/li")) == 3
