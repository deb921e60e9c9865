"""The ledger of duties: counted for all constituencies, and told for each on the page of its area."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.conftest import FIXTURES, Write
from tests.support.gansu import GANSU, IN_2017
from tests.support.pages import edition, links, made, rendered, text, texts
from tests.support.towns import constituency, election, town, without_steps

TODAY = date(2016, 6, 10)
COLUMNS = ["早于期限", "期限当天", "晚于期限", "没有记录", "哪天不能确定", "还没到期"]
TWO_AREAS = (
    without_steps()
    | town(
        constituency(1, voter_list="2016-06-07", candidates_list=""),
        constituency(2, voter_list="2016-06-08", candidates_list=""),
        constituency(3, voter_list="2016-06-09", candidates_list=""),
        constituency(1, "乡级", voter_list="", candidates_list=""),
    )
    | town(
        constituency(4, voter_list="", candidates_list=""),
        constituency(5, voter_list="unknown", candidates_list=""),
        constituency(6, voter_list="2016-06", candidates_list=""),
        name="village",
        sort="乡",
    )
)
IN_GANSU = GANSU | town(
    constituency(1, **IN_2017, result_list="2017-06-30", reruns="[{seats: 1, day: 2017-07-05, result_list: unknown}]"),
    constituency(2, **IN_2017, result_list="2017-07-02"),
    constituency(3, **IN_2017),
    constituency(4, **(IN_2017 | {"voter_list": ""})),
    joint_results="[{constituencies: [town/county-3], published: 2017-06-29}]",
)


def table(page: Element, number: int = 0) -> list[list[str]]:
    """The rows of a table of the page, cell by cell."""
    rows = page.findall("./table")[number].findall("./tbody/tr")
    return [[text(cell) for cell in row] for row in rows]


def test_without_areas_there_is_no_ledger() -> None:
    assert list(made("ledger", edition(FIXTURES / "smallest"))) == []


@pytest.mark.parametrize("polling_day", ["unknown", "2016-06"])
def test_while_nothing_has_a_last_day_there_is_no_ledger(folder: Write, polling_day: str) -> None:
    files = election() | town(constituency())
    files["election.yml"] = str(files["election.yml"]).replace("polling_day: 2016-06-28", f"polling_day: {polling_day}")
    assert list(made("ledger", edition(folder(files)))) == []


def test_the_ledger_counts_for_each_level_how_many_constituencies_stand_how(folder: Write) -> None:
    page = rendered("ledger", folder(TWO_AREAS), TODAY)["ledger/"]
    assert texts(page, "./table[1]/thead/tr/th") == ["事项", "一共", *COLUMNS]
    assert texts(page, "./h2") == ["县级人大代表的选区", "乡级人大代表的选区", "按乡镇、街道看每个选区"]
    assert table(page) == [
        ["公布选民名单", "6个选区", "1", "1", "1", "1", "2", "0"],
        ["公布初步候选人名单", "6个选区", "6", "0", "0", "0", "0", "0"],
        ["公布正式候选人名单", "6个选区", "0", "0", "0", "0", "0", "6"],
    ]
    assert table(page, 1)[0] == ["公布选民名单", "1个选区", "0", "0", "0", "1", "0", "0"]


def test_no_constituency_stands_on_the_ledger_itself_and_each_on_the_page_of_its_area(folder: Write) -> None:
    pages = rendered("ledger", folder(TWO_AREAS), TODAY)
    assert sorted(pages) == ["ledger/", "ledger/town/", "ledger/village/"]
    assert links(pages["ledger/"]) == [("../ledger/town/", "示例town"), ("../ledger/village/", "示例village")]
    assert texts(pages["ledger/village/"], "./table[1]/tbody/tr/th") == ["第4选区", "第5选区", "第6选区"]


def test_a_row_tells_the_limit_the_day_and_the_days_between_without_judging(folder: Write) -> None:
    pages = rendered("ledger", folder(TWO_AREAS), TODAY)
    assert table(pages["ledger/town/"]) == [
        ["第1选区", "2016年6月8日", "2016年6月7日", "比期限早1天"],
        ["第2选区", "2016年6月8日", "2016年6月8日", "就在期限当天"],
        ["第3选区", "2016年6月8日", "2016年6月9日", "比期限晚1天"],
    ]
    assert table(pages["ledger/village/"]) == [
        ["第4选区", "2016年6月8日", "没有记录", "实际日期没有记录"],
        ["第5选区", "2016年6月8日", "不详", "实际日期不详"],
        ["第6选区", "2016年6月8日", "2016年6月", "实际日期不能确定到哪一天"],
    ]
    assert table(pages["ledger/village/"], 2)[0] == ["第4选区", "2016年6月21日", "没有记录", "还没有到期限"]
    assert texts(pages["ledger/town/"], "./p")[1] == (
        "最迟哪天：选举日2016年6月28日减20天=2016年6月8日（选举法（2015年）第二十七条）。"
    )


def test_each_polling_day_has_its_own_sum(folder: Write) -> None:
    several = town(constituency(1), constituency(2, polling_day="2016-07-05"), constituency(3))
    page = rendered("ledger", folder(several))["ledger/town/"]
    assert texts(page, "./p")[1] == (
        "最迟哪天：选举日2016年6月28日减20天=2016年6月8日（选举法（2015年）第二十七条）；"
        "选举日2016年7月5日减20天=2016年6月15日（选举法（2015年）第二十七条）。"
    )


def test_reruns_shared_results_and_days_recorded_for_all_are_told_with_where_they_stand(folder: Write) -> None:
    pages = rendered("ledger", folder(IN_GANSU), date(2017, 8, 1))
    area = pages["ledger/town/"]
    assert texts(area, "./h3")[3:] == ["公布选举结果", "公布再投一次票的结果"]
    assert table(area, 3) == [
        ["第1选区", "2017年7月1日", "2017年6月30日", "比期限早1天"],  # before the rerun of 5 July
        ["第2选区", "2017年7月1日", "2017年7月2日", "比期限晚1天"],
        ["第3选区", "2017年7月1日", "2017年6月29日", "比期限早2天"],
        ["第4选区", "2017年7月1日", "没有记录", "实际日期没有记录"],
    ]
    assert table(area, 4) == [["第1选区", "2017年7月8日", "不详", "实际日期不详"]]
    assert table(area, 0)[3] == ["第4选区", "2017年6月8日", "2016年6月1日各选区统一公布", "比期限早372天"]
    assert table(pages["ledger/"])[-1] == ["公布再投一次票的结果", "1次", "0", "0", "0", "0", "1", "0"]


def test_every_row_leads_to_where_its_day_stands(folder: Write) -> None:
    content = folder(IN_GANSU)
    today = date(2017, 8, 1)
    places = dict(_places(content, today))
    area = rendered("ledger", content, today)["ledger/town/"]
    rows = [str(href).removeprefix("../../") for href, _ in links(area, "./table/tbody/tr//a") if "#" in str(href)]
    assert len(rows) == 4 * 4 + 2  # four lists of four, a rerun's result, and a day recorded for all
    assert [row for row in rows if row.partition("#")[2] not in places[row.partition("#")[0]]] == []


def _places(content: Path, today: date) -> Iterator[tuple[str, set[str | None]]]:
    """The ids on the pages that rows may lead to."""
    for subject in ("constituencies", "deadlines"):
        for address, page in rendered(subject, content, today).items():
            yield address, {element.get("id") for element in page.iter()}


@pytest.mark.parametrize(("files", "today"), [(TWO_AREAS, TODAY), (IN_GANSU, date(2017, 8, 1))])
def test_pages_are_marked_up_like_all_others(folder: Write, files: dict[str, str | bytes], today: date) -> None:
    for page in rendered("ledger", folder(files), today).values():
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        levels = [int(str(element.tag)[1]) for element in page.iter() if element.tag in ("h1", "h2", "h3")]
        assert all(now <= before + 1 for before, now in pairwise(levels))
        for element in page.findall(".//table"):
            for row in element.findall("./tbody/tr"):
                assert [cell.get("data-label") for cell in row.findall("td")] == texts(element, "./thead/tr/th")[1:]
