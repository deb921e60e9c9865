"""The page of the publicity plan: how each task stands on a day, and how many stand how."""

from datetime import date

import pytest

from tests.conftest import Write
from tests.support.pages import links, rendered, texts

THEMES = """\
- {id: progress, title: 工作进展, question: 走到了哪一步？, summary: 每一步。}
- {id: policy, title: 政策法规, question: 法律怎样说？, summary: 法律。}
"""


def task(**fields: str) -> str:
    fields_of_task = {
        "id": "task-1",
        "title": "怎样登记",
        "theme": "progress",
        "unit": "融媒体中心",
        "channel": "报纸",
    } | fields
    return f"- {{{', '.join(f'{name}: {value}' for name, value in fields_of_task.items())}}}\n"


@pytest.mark.parametrize(
    ("fields", "stated"),
    [
        ({"due": "2016-07-11"}, "还没到期"),
        ({"due": "2016-07-10"}, "还没到期"),  # the day itself
        ({"due": "2016-07-09"}, "到期未发"),
        ({"due": "2016-07"}, "还没到期"),  # the month is not over
        ({"due": "2016-06"}, "到期未发"),
        ({"due": "unknown"}, "没有定期限"),
        ({"due": "2016-07-01", "published": "2016-06-30"}, "已发（2016年6月30日）"),
        ({"due": "2016-07-01", "published": "2016-07-03"}, "已发（2016年7月3日，比期限晚2天）"),
        ({"due": "2016-07-01", "published": "2016-07-11"}, "到期未发"),  # planned, on the day of the page
        ({"due": "2016-07-01", "published": "unknown"}, "已发（日期不详）"),
        ({"due": "2016-07-01", "dropped": "已有通知讲清楚了"}, "不再做（已有通知讲清楚了）"),
    ],
)
def test_a_task_says_how_it_stands_on_the_day(folder: Write, fields: dict[str, str], stated: str) -> None:
    page = rendered("coverage", folder({"coverage.yml": task(**fields)}), date(2016, 7, 10))["coverage/"]
    assert texts(page, "./table/tbody/tr/td")[-1] == stated


def test_tasks_are_counted_in_words_by_unit_and_by_theme(folder: Write) -> None:
    tasks = (
        task(id="a", due="2016-07-20")
        + task(id="b", due="2016-07-01")
        + task(id="c", due="2016-06-01", published="2016-05-30", theme="policy", unit="司法局")
    )
    page = rendered("coverage", folder({"coverage.yml": tasks, "themes.yml": THEMES}))["coverage/"]
    assert texts(page, "./p") == [
        "共3项：已发1项，到期未发1项，还没到期1项。",
        "共2项：到期未发1项，还没到期1项。",
        "共1项：已发1项。",
    ]
    assert texts(page, "./dl/div") == ["司法局共1项：已发1项。", "融媒体中心共2项：到期未发1项，还没到期1项。"]
    assert [element.get("id") for element in page.findall("./table/tbody/tr")] == ["b", "a", "c"]  # by the day due


def test_what_was_published_can_be_reached(folder: Write) -> None:
    tasks = task(id="a", due="2016-06-01", published="2016-05-31", record="meetings/2016-05-31") + task(
        id="b", due="2016-06-02", published="2016-05-31", address="https://www.example.com/1"
    )
    page = rendered("coverage", folder({"coverage.yml": tasks}))["coverage/"]
    assert links(page, "./table/tbody/tr/td/a") == [
        ("../meetings/2016-05-31/", "已发：示例区推进会"),
        ("https://www.example.com/1", "已发"),
    ]


def test_what_is_late_stands_first_and_a_chart_tells_what_each_unit_has_done(folder: Write) -> None:
    tasks = task(id="a", due="2016-06-01") + task(id="b", due="2016-06-02", published="2016-05-31")
    tasks += task(id="c", due="2016-06-02", dropped="已有通知", unit="司法局") + task(id="d", due="2016-07-20")
    page = rendered("coverage", folder({"coverage.yml": tasks}), date(2016, 7, 10))["coverage/"]
    assert links(page, "./ul/li/a") == [("../coverage/#a", "怎样登记")]
    assert texts(page, "./h2")[:2] == ["到了期限还没有发的", "按单位"]
    chart = "".join(page.findall("./figure")[0].itertext())
    assert ("融媒体中心 已发 1 项，共 3 项" in chart, "司法局" in chart) == (True, False)
