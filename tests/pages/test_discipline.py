"""The page of discipline: channels first, what is forbidden with its rules, cases by date."""

import pytest

from huanjie.pages.bodies.bodies import dialled
from tests.conftest import Write
from tests.support.pages import links, rendered, texts

DISCIPLINE = """\
summary: 依法选举，不许拉票。
source: report
themes: progress
channels:
  - {title: 举报电话, how: 12380, takes: 全天有人接听。}
  - {title: 网上举报, how: https://www.example.com/report}
  - {title: 来访, how: 示例区人民路 12 号}
forbidden:
  - id: bribery
    title: 不许用钱物拉票
    what: 给选民发钱、送东西，要他们投某个人的票。
    sanction: 当选无效，见选举法第五十七条。
    rules: offence-bribery
cases:
  - {title: 某村有人发烟拉票, published: 2016-06-10, what: 已经给予警告。, forbidden: bribery}
  - {title: 某村有人冒领选票, what: 已经移送公安机关。}
  - {title: 某村有人撕毁名单, published: 2016-06-20, what: 已经批评教育。}
"""


def test_the_channels_stand_first_and_can_be_called(folder: Write) -> None:
    page = rendered("discipline", folder({"discipline.yml": DISCIPLINE}))["discipline/"]
    assert texts(page, "./h2") == ["到哪里举报", "不许做的事", "公开通报的案例"]
    assert texts(page, "./ul/li") == [
        "举报电话12380全天有人接听。",
        "网上举报https://www.example.com/report",
        "来访示例区人民路12号",
    ]
    assert links(page, "./ul/li/b/a") == [
        ("tel:12380", "12380"),
        ("https://www.example.com/report", "https://www.example.com/report"),
    ]


def test_what_is_forbidden_stands_with_what_follows_and_the_article(folder: Write) -> None:
    page = rendered("discipline", folder({"discipline.yml": DISCIPLINE}))["discipline/"]
    section = page.findall("./section")[0]
    assert [element.get("id") for element in section.findall("./h3")] == ["forbidden-bribery"]
    assert texts(section, "./*") == [
        "不许用钱物拉票",
        "给选民发钱、送东西，要他们投某个人的票。",
        (
            "做了有什么后果当选无效，见选举法第五十七条。"
            "根据什么不许用钱物贿赂选民或代表（选举法（2015年）第五十七条第一款第一项）"
        ),
    ]


def test_cases_stand_by_date_and_keep_their_ids(folder: Write) -> None:
    page = rendered("discipline", folder({"discipline.yml": DISCIPLINE}))["discipline/"]
    cases = page.findall("./section")[1:]
    assert [(element.find("./h3").get("id"), texts(element, "./*")) for element in cases] == [  # type: ignore[union-attr]
        ("case-3", ["某村有人撕毁名单", "2016年6月20日", "已经批评教育。", "来源：报道"]),
        ("case-1", ["某村有人发烟拉票", "2016年6月10日·不许用钱物拉票", "已经给予警告。", "来源：报道"]),
        ("case-2", ["某村有人冒领选票", "日期没有记录", "已经移送公安机关。", "来源：报道"]),
    ]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12380", "12380"),
        ("0000-5550100", "0000-5550100"),
        ("0000 555 0100 转 12", "00005550100"),
        ("电话：0000-5550100（工作日）", "0000-5550100"),
        ("示例区人民路 12 号", ""),
    ],
)
def test_a_number_is_dialled_as_far_as_it_is_one(typed: str, number: str) -> None:
    assert dialled(typed) == number
