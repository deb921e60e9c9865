"""Who issued a list or a notice, and what a list shows: each check at its boundary, what is public when, the page."""

from datetime import date

import pytest

from huanjie.checks.report import check_folder
from huanjie.model.constituencies import Constituency
from tests.conftest import Write
from tests.support.pages import rendered, text
from tests.support.spans import steps
from tests.support.towns import ELECTION, constituency, ids, town

Files = dict[str, str | bytes]


@pytest.mark.parametrize(
    ("level", "name", "issuer", "expected"),
    [
        ("县级", "选民名单", "示例区选举委员会", []),
        ("县级", "选民名单", "示例区选举委员会办公室", []),
        ("县级", "选民名单", "第一选区选举领导小组", []),
        ("县级", "选民名单", "东村派出所", ["C295"]),
        ("县级", "选民名单", "示例区公安局、区选举委员会", []),  # together with the committee
        ("县级", "选民名单", "区人大常委会", ["C295"]),
        ("县级", "选举结果", "区人大常委会", []),  # which publishes the deputies once they are confirmed
        ("县级", "选举结果", "示例镇人民政府", ["C295"]),
        ("县级", "正式候选人名单", "示例town选举委员会", ["C295"]),  # the township's alone
        ("县级", "正式候选人名单", "示例town选举委员会, note: 受区里委托", []),
        ("乡级", "初步候选人名单", "示例town选举委员会", []),
        ("乡级", "初步候选人名单", "示例区选举委员会", ["C295"]),
        ("乡级", "选民名单", "东村村民委员会", ["C295"]),
        ("乡级", "选民名单", "某某协会", []),  # who knows
    ],
)
def test_a_list_is_issued_by_the_committee_of_its_level(
    folder: Write, level: str, name: str, issuer: str, expected: list[str]
) -> None:
    assert ids(folder, town(constituency(1, level, lists=f"[{{list: {name}, issuer: {issuer}}}]"))) == expected


@pytest.mark.parametrize(
    ("title", "issuer", "expected"),
    [
        ("公布选民名单的公告", "示例镇派出所", ["N210"]),
        ("关于公布选民名单的公告", "示例区选举委员会", []),
        ("选民名单公告", "示例镇人民政府", ["N210"]),
        ("正式代表候选人名单公告", "区委组织部", ["N210"]),
        ("关于查对选民名单的公告", "东村村民委员会", []),  # speaks of a list that is out
        ("关于公布补选正式候选人的公告", "区人大常委会", []),
        ("关于公布选举结果的公告", "区人大常委会", []),
        ("公布当选代表名单", "示例区民政局", ["N210"]),
        ("关于选民登记的公告", "东村村民委员会", []),
        ("关于选举日期的公告", "区人大常委会", []),
    ],
)
def test_a_notice_of_a_list_is_issued_by_the_committee(
    folder: Write, title: str, issuer: str, expected: list[str]
) -> None:
    notice = f"title: {title}\nissuer: {issuer}\nposted_on: 2016-06-01\ntext: 现将名单公布。\n"
    assert ids(folder, {"notices/a.yml": notice}) == expected


@pytest.mark.parametrize(
    ("province", "columns", "expected"),
    [
        ("gansu", "[姓名, 性别, 年龄]", []),
        ("gansu", "[姓名, 性别, 出生年月]", []),
        ("gansu", "[姓名, 性别]", ["C296"]),
        ("gansu", "", []),  # nobody says which it has
        ("", "[姓名]", []),  # the law of the country says nothing of it
    ],
)
def test_a_voter_list_has_the_columns_that_the_province_asks_for(
    folder: Write, province: str, columns: str, expected: list[str]
) -> None:
    own = f"province: {province}\n" if province else ""
    text_of = (
        ELECTION.replace("2016", "2017").replace("06-01}", f"06-01{f', columns: {columns}' if columns else ''}}}") + own
    )
    assert [name for name in ids(folder, {"election.yml": text_of}) if name != "L203"] == expected


def test_the_page_tells_who_issued_a_list_and_what_it_shows(folder: Write) -> None:
    for_all = str(steps()["election.yml"]).replace("06-01}", "06-01, issuer: 示例区选举委员会, columns: [姓名, 性别]}")
    lists = "[{list: 正式候选人名单, issuer: 区选委会, columns: [姓名, 党派]}]"
    content = folder({"election.yml": for_all, **town(constituency(lists=lists))})
    page = text(rendered("constituencies", content, date(2016, 6, 25))["areas/town/county-1/"])
    assert "示例区选举委员会公布，写有姓名、性别" in page
    assert "区选委会公布，写有姓名、党派" in page
    before = check_folder(content, date(2016, 6, 19)).as_of(date(2016, 6, 19)).records
    assert before.of(Constituency)[0].lists == ()
