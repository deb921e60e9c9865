"""Questions: the list by topic, the answer with what it rests on, whom to ask, the way to the next."""

import re

import pytest

from huanjie.model.questions import TOPICS
from tests.conftest import Write
from tests.support.pages import BODIES, links, rendered, text, texts

PROXY = """\
title: 我在外地打工，怎样投票？
also: [不在家能不能投票, 能不能请人代投]
topic: 委托和流动票箱
short: 可以书面委托别的选民代投，一人最多接受 {proxy-limit.count} 人委托。
answer: |
  先向选举委员会说明，选举委员会同意以后才行。

  见选举法第四十一条。
rules: proxy-limit
local: yes
asked_on: 2016-06-01
answered_on: 2016-06-03
answered_by: 区选举委员会办公室
themes: progress
"""
WAITING = "title: 票箱几点到村里？\ntopic: 投票\nasked_on: 2016-06-05\n"


def question(number: int, day: str) -> dict[str, str | bytes]:
    typed = f"title: 第 {number} 个问题？\ntopic: 投票\nshort: 答复 {number}。\nanswered_on: {day}\n"
    return {f"questions/q-{number:02}.yml": typed}


def test_a_question_shows_the_short_answer_first_with_the_number_of_the_law_in_force(folder: Write) -> None:
    page = rendered("questions", folder({"questions/proxy.yml": PROXY}), among=["questions/proxy/"])["questions/proxy/"]
    assert texts(page, "./h1") == ["我在外地打工，怎样投票？"]
    assert texts(page, "./div[@id='short']") == ["可以书面委托别的选民代投，一人最多接受3人委托。"]
    assert texts(page, "./p")[:2] == ["先向选举委员会说明，选举委员会同意以后才行。", "见选举法第四十一条。"]
    assert texts(page, "./ul/li") == [
        "外出选民可以书面委托投票（选举法（2015年）第四十一条）",
        "不在家能不能投票",
        "能不能请人代投",
    ]
    assert links(page, "./ul/li/a") == [
        ("../../law/rules/proxy-limit/", "外出选民可以书面委托投票"),
        ("../../law/electoral-law/2020/42/", "选举法（2015年）第四十一条"),
    ]
    assert texts(page, "./dl/div") == [
        "哪天问的2016年6月1日",
        "哪天答复的2016年6月3日",
        "谁答复的区选举委员会办公室",
        "类别委托和流动票箱",
        "主题工作进展",
    ]


@pytest.mark.parametrize(
    ("bodies", "stated", "numbers"),
    [
        (BODIES, "拿不准的，请问示例区选举委员会办公室。", [("tel:0000-5550100", "0000-5550100")]),
        (None, "拿不准的，请问本地的选举委员会。", []),
    ],
)
def test_where_rules_are_local_it_says_whom_to_ask(
    folder: Write, bodies: str | None, stated: str, numbers: list[tuple[str, str]]
) -> None:
    files: dict[str, str | bytes] = {"questions/proxy.yml": PROXY}
    page = rendered(
        "questions", folder(files | ({"bodies.yml": bodies} if bodies else {})), among=["questions/proxy/"]
    )["questions/proxy/"]
    assert f"这个问题要看本省、本地的规定。{stated}" in texts(page, "./p")
    assert [link for link in links(page) if str(link[0]).startswith("tel:")] == numbers


def test_a_question_without_an_answer_says_since_when_it_waits(folder: Write) -> None:
    pages = rendered("questions", folder({"questions/box.yml": WAITING}), among=["questions/", "questions/box/"])
    assert texts(pages["questions/box/"], "./p") == ["2016年6月5日问的，还没有答复。"]
    assert texts(pages["questions/box/"], "./dl/div") == ["哪天问的2016年6月5日", "类别投票"]
    assert texts(pages["questions/"], "./ul/li[@id='box']") == ["票箱几点到村里？2016年6月5日问的，还没有答复。"]


def test_the_list_has_the_topics_in_their_order_and_the_newest_ten(folder: Write) -> None:
    files = {name: typed for n in range(1, 12) for name, typed in question(n, f"2016-06-{n:02}").items()}
    register = "title: 怎样登记？\ntopic: 选民登记\nshort: 到村里登记。\n"
    page = rendered("questions", folder(files | {"questions/box.yml": WAITING, "questions/register.yml": register}))
    listed = page["questions/"]
    cards = texts(listed, "./nav/ul/li")
    assert [re.sub(r"\d+个问题", "", card) for card in cards] == [
        topic + ("，其中1个还没有答复" if topic == "投票" else "") for topic in TOPICS
    ]
    assert [link for link, _ in links(listed, "./nav/ul/li/a")][:2] == [
        "../questions/topics/1/",
        "../questions/topics/2/",
    ]
    assert texts(listed, "./ul/li/a")[:10] == [
        *(f"第{number}个问题？" for number in range(11, 5, -1)),
        "票箱几点到村里？",
        *(f"第{number}个问题？" for number in (5, 4, 3)),
    ]
    assert texts(page["questions/topics/8/"], "./ul/li/a")[:2] == ["票箱几点到村里？", "第1个问题？"]


def test_a_topic_goes_on_on_further_pages(folder: Write) -> None:
    files = {name: typed for n in range(1, 61) for name, typed in question(n, "2016-06-01").items()}
    pages = rendered("questions", folder(files), among=["questions/topics/8/", "questions/topics/8/2/"])
    first, second = pages["questions/topics/8/"], pages["questions/topics/8/2/"]
    assert len(texts(first, "./ul/li")) == 40
    assert texts(second, "./ul/li/a")[0] == "第41个问题？"
    assert links(first, "./nav[@aria-label='分页']//a") == [("../../../questions/topics/8/2/", "第2页")]
    assert links(second, "./nav[@aria-label='分页']//a") == [("../../../../questions/topics/8/", "第1页")]


def test_a_question_leads_to_its_neighbours_and_to_at_most_five_others(folder: Write) -> None:
    files = {name: typed for n in range(1, 10) for name, typed in question(n, "2016-06-01").items()}
    page = rendered("questions", folder(files), among=["questions/q-08/"])["questions/q-08/"]
    around = page.find("./nav[@class='hj-around']")
    assert around is not None
    assert text(around) == "上一个问题第7个问题？下一个问题第9个问题？"
    related = texts(page, "./nav/ul/li")
    assert len(related) == 5
    assert "第8个问题？" not in related
