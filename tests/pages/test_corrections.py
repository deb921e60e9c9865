"""The page of corrections: newest first, with the page that was wrong."""

from tests.conftest import Write
from tests.support.pages import AREA, links, rendered, texts

CORRECTIONS = """\
- id: boundary
  day: 2016-06-12
  record: constituencies/shili/township-7
  was: 三组属于第 8 选区
  now: 三组属于第 7 选区
  reason: 表格抄错了一行。
  reported_by: 读者
- {id: later, day: 2016-07-02, record: areas/shili, was: 甲, now: 乙, reason: 打错了。}
- {id: hidden, day: 2016-05-01, record: notices/planned, was: 甲, now: 乙, reason: 打错了。}
"""
PLANNED = "title: 以后的公告\nissuer: 示例区选举委员会\nposted_on: 2016-08-01\ntext: 以后。\n"


def test_corrections_stand_newest_first_and_lead_to_the_page_that_was_wrong(folder: Write) -> None:
    files: dict[str, str | bytes] = {
        "areas/shili.yml": AREA,
        "corrections.yml": CORRECTIONS,
        "notices/planned.yml": PLANNED,
    }
    page = rendered("corrections", folder(files))["corrections/"]
    assert [element.get("id") for element in page.findall("./ul/li")] == ["later", "boundary", "hidden"]
    assert texts(page, "./ul/li") == [
        "示例镇2016年7月2日更正原来甲现在乙原因打错了。",
        "示例镇乡级第7选区2016年6月12日更正原来三组属于第8选区现在三组属于第7选区原因表格抄错了一行。谁指出的读者",
        "notices/planned2016年5月1日更正原来甲现在乙原因打错了。",  # a record that is not public yet has no page
    ]
    assert links(page) == [
        ("../areas/shili/", "示例镇"),
        ("../areas/shili/township-7/", "示例镇乡级第7选区"),
    ]
