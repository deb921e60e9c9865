"""What meetings decided and what came of it: how each stands on a day, in parts that do not grow."""

from datetime import date
from xml.etree.ElementTree import Element

import pytest

from tests.conftest import FIXTURES, Write
from tests.support.meetings import meeting
from tests.support.pages import edition, links, made, rendered, text, texts

TODAY = date(2016, 7, 10)


def index(folder: Write, files: dict[str, str | bytes]) -> Element:
    return rendered("decisions", folder(files), TODAY)["decisions/"]


def test_without_decisions_there_is_no_page() -> None:
    assert list(made("decisions", edition(FIXTURES / "smallest"))) == []


@pytest.mark.parametrize(
    ("decision", "state", "expected"),
    [
        ("{text: 定了, outcome: {text: 办好了, day: 2016-06-20}}", "一共1件，都有结果。", "办好了（2016年6月20日）"),
        ("{text: 定了, outcome: {text: 办好了, day: 2016-07-20}}", "一共1件，0件有结果。", "还没有结果的记录"),
        ("{text: 定了, due: 2016-07-10}", "一共1件，0件有结果。", "还没有结果的记录"),
        (
            "{text: 定了, due: 2016-07-09}",
            "一共1件，0件有结果，1件期限已过、还没有结果的记录。",
            "期限已过，还没有结果的记录",
        ),
    ],
)
def test_each_decision_stands_as_it_does_on_the_day(folder: Write, decision: str, state: str, expected: str) -> None:
    page = index(folder, meeting(f"decisions: [{decision}]\n"))
    assert texts(page, "./p[@class='hj-state']") == [state]
    assert texts(page, ".//tr[@id='newest-1']/td[@data-label='后来怎样']") == [expected]


def test_a_decision_leads_to_the_meeting_and_its_outcome_to_the_one_where_it_came(folder: Write) -> None:
    first = meeting("decisions: [{text: 一}, {text: 二, outcome: {text: 通过, meeting: second}}]\n", name="first")
    page = index(folder, first | meeting(name="second", title="后一次会"))
    assert links(page, ".//tr[@id='newest-2']//a") == [
        ("../meetings/first/#decision-2", "示例会"),
        ("../meetings/second/", "后一次会"),
    ]


def test_many_decisions_are_parted_by_year_and_number_and_the_list_ends(folder: Write) -> None:
    several = "decisions: [" + ", ".join(f"{{text: 事{number}, due: 2016-06-06}}" for number in range(60)) + "]\n"
    files = {**meeting(several, name="a"), **meeting(several, name="b", date='"unknown-05-13"')}
    files |= meeting(several, name="c", date="2016-06-04")
    pages = rendered("decisions", folder(files), TODAY)
    years = ["2016/", "2016/2/", "2016/3/", "unknown/", "unknown/2/"]
    assert list(pages) == ["decisions/", *(f"decisions/{year}" for year in years)]
    assert [len(page.findall(".//tbody/tr")) for page in pages.values()] == [40, 40, 40, 40, 40, 20]
    assert "这里列出最近的20件，一共180件" in text(pages["decisions/"])


def test_the_home_page_leads_there(folder: Write) -> None:
    home = rendered("home", folder(meeting("decisions: 定了一件事\n")), TODAY)[""]
    assert ("decisions/", "会上定的事，后来怎样") in links(home)
