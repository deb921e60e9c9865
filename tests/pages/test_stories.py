"""Stories: the article, the list of the newest and the years."""

from tests.conftest import Write
from tests.support.pages import AREA, links, rendered, text, texts

BRIDGE = """\
title: 桥断了，票怎样送
summary: 山洪冲断了桥，选举推迟了一周。
author: [示例镇选举委员会, 张某]
published: 2016-07-01
area: shili
constituencies: shili/township-7
themes: progress
source: report
passages:
  - 先修便桥。
  - title: 没有做成的
    text: 流动票箱没有用上。
"""


def test_a_story_is_told_in_passages_that_can_be_pointed_at(folder: Write) -> None:
    page = rendered("stories", folder({"areas/shili.yml": AREA, "stories/bridge.yml": BRIDGE}))["stories/bridge/"]
    assert texts(page, "./p")[0] == "示例镇选举委员会、张某·发表日期：2016年7月1日"
    assert [
        (element.tag, text(element)) for element in page.iter() if str(element.get("id")).startswith("passage-")
    ] == [
        ("div", "先修便桥。"),
        ("h2", "没有做成的"),
    ]
    assert texts(page, "./dl/div") == ["讲的是哪里示例镇、示例镇乡级第7选区", "主题工作进展", "来源报道"]
    assert links(page, "./dl/div/dd/a")[:2] == [
        ("../../areas/shili/", "示例镇"),
        ("../../areas/shili/township-7/", "示例镇乡级第7选区"),
    ]


def test_the_list_ends_at_twenty_and_goes_on_by_year(folder: Write) -> None:
    files: dict[str, str | bytes] = {
        f"stories/s-{number:02}.yml": f"title: 第 {number} 篇\nsummary: 摘要。\npassages: 正文。\nsource: report\n"
        f"published: 201{5 + number // 20}-06-{number:02}\n"
        for number in range(1, 23)
    }
    undated = "title: 不知哪天\nsummary: 摘要。\npassages: 正文。\nsource: report\n"
    pages = rendered("stories", folder({**files, "stories/undated.yml": undated}))
    page = pages["stories/"]
    assert texts(page, "./p") == ["一共23篇。这里列出最近的20篇，其余按年份查找。"]
    assert texts(page, "./nav/ul/li") == ["2016年（3篇）", "2015年（19篇）", "年份不详（1篇）"]
    assert texts(page, "./ul/li/a") == [f"第{number}篇" for number in range(22, 2, -1)]
    assert texts(pages["stories/years/2016/"], "./ul/li") == [
        f"第{number}篇2016年6月{number}日摘要。" for number in (22, 21, 20)
    ]
    assert texts(pages["stories/years/unknown/"], "./ul/li") == ["不知哪天日期没有记录摘要。"]
