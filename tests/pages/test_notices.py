"""Notices: the list, the sheet as an office posts it, what took the place of what; printed on one page."""

from tests.conftest import Write
from tests.support.pages import AREA, links, rendered, texts

FIRST = """\
title: 关于选举日的公告
number: 第 1 号
issuer: 示例区选举委员会
posted_on: 2016-06-02
text: |
  选举日是二〇一六年六月二十八日。

  请各位选民按时投票。
"""
SECOND = """\
title: 关于推迟投票的公告
issuer: 示例镇选举委员会
posted_on: 2016-06-20
constituencies: shili/township-7
text: 推迟一周。
replaces: polling-day
source: report
"""


def test_a_notice_has_the_form_of_the_paper_that_is_posted(folder: Write) -> None:
    page = rendered("notices", folder({"notices/polling-day.yml": FIRST}))["notices/polling-day/"]
    assert texts(page, "./section/*") == [
        "关于选举日的公告",
        "第1号",
        "选举日是二〇一六年六月二十八日。",
        "请各位选民按时投票。",
        "示例区选举委员会2016年6月2日",
    ]
    assert texts(page, "./dl/div") == ["编号第1号", "发布单位示例区选举委员会", "发布日期2016年6月2日"]


def test_notices_stand_newest_first_and_name_what_they_replace(folder: Write) -> None:
    files: dict[str, str | bytes] = {
        "areas/shili.yml": AREA,
        "notices/polling-day.yml": FIRST,
        "notices/postponed.yml": SECOND,
    }
    pages = rendered("notices", folder(files))
    assert texts(pages["notices/"], "./ul/li") == [
        "关于推迟投票的公告2016年6月20日·示例镇选举委员会只和这些地方有关：示例镇乡级第7选区",
        "关于选举日的公告第1号·2016年6月2日·示例区选举委员会",
    ]
    assert texts(pages["notices/polling-day/"], "./p") == [
        "这份公告已被代替，现在看关于推迟投票的公告",
        "这一页打印出来只有公告本身，用A4纸。",
    ]
    assert texts(pages["notices/postponed/"], "./dl/div")[2:] == [
        "只和哪里有关示例镇乡级第7选区",
        "代替了关于选举日的公告",
        "来源报道",
    ]
    assert links(pages["notices/postponed/"], "./dl/div/dd/a")[0] == (
        "../../areas/shili/township-7/",
        "示例镇乡级第7选区",
    )


def test_a_notice_that_names_itself_by_mistake_is_not_told_to_be_replaced(folder: Write) -> None:
    page = rendered("notices", folder({"notices/polling-day.yml": f"{FIRST}replaces: polling-day\n"}))
    shown = page["notices/polling-day/"]
    assert texts(shown, "./p") == ["这一页打印出来只有公告本身，用A4纸。"]
    assert [row[:2] for row in texts(shown, "./dl/div")] == ["编号", "发布", "发布"]
