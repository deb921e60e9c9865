"""Bodies: the list with how to reach them, and who does what in each."""

from tests.conftest import Write
from tests.support.pages import AREA, links, rendered, texts

BODIES = """\
- id: town-committee
  title: 示例镇选举委员会
  sort: 选举委员会
  level: 乡级
  area: shili
  members:
    - {name: 郑某, posts: 示例镇选举委员会主任, left: 2016-06-10}
    - {name: 李某, posts: [镇人大主席, 示例镇选举委员会副主任]}
    - {name: 王某, posts: 示例镇选举委员会主任}
  contact: {phone: 0000-5550201}
  source: report
- {id: supervisors, title: 示例区监督组, sort: 其他, level: 县级, source: report}
- id: office
  title: 示例区选举委员会办公室
  sort: 办公室
  level: 县级
  parent: committee
  contact: {phone: [0000-5550100, 0000-5550101], hours: 工作日 08:30 至 17:30, address: 示例区政府二楼}
  source: report
- id: committee
  title: 示例区选举委员会
  sort: 选举委员会
  level: 县级
  duties: 主持选举
  members:
    - {name: 孙某, posts: 主任, duty: 全面工作}
    - {name: 周某, posts: 委员}
    - {name: 吴某, posts: 委员, left: 2016-06-01}
  source: report
"""


def test_the_list_has_the_committee_then_its_office_then_the_towns(folder: Write) -> None:
    page = rendered("bodies", folder({"areas/shili.yml": AREA, "bodies.yml": BODIES}))["bodies/"]
    assert texts(page, "./h2") == ["示例区选举委员会", "示例区选举委员会办公室", "示例区监督组", "乡镇街道的机构"]
    assert texts(page, "./p") == ["没有记录联系方式。", "没有记录联系方式。"]
    assert texts(page, "./dl/div") == [
        "电话0000-5550100、0000-5550101",
        "什么时候有人工作日08:30至17:30",
        "地址示例区政府二楼",
    ]
    assert texts(page, "./table/tbody/tr/*") == ["示例镇", "示例镇选举委员会", "王某", "0000-5550201"]
    assert [link for link, _ in links(page, "./table/tbody/tr/*/a")] == [
        "../areas/shili/",
        "../bodies/town-committee/",
        "tel:0000-5550201",
    ]


def test_a_body_tells_who_does_what_and_who_left(folder: Write) -> None:
    pages = rendered("bodies", folder({"areas/shili.yml": AREA, "bodies.yml": BODIES}))
    page = pages["bodies/committee/"]
    assert texts(page, "./dl/div") == ["种类选举委员会（县级）", "下设示例区选举委员会办公室", "来源报道"]
    assert texts(page, "./table/tbody/tr/*") == ["孙某（主任）", "全面工作", "周某（委员）", "没有记录"]
    assert texts(page, "./ul/li") == ["主持选举", "吴某（委员），2016年6月1日起不再担任"]
    assert texts(pages["bodies/office/"], "./dl/div")[:2] == ["种类办公室（县级）", "属于示例区选举委员会"]
    assert links(pages["bodies/office/"])[0] == ("../../bodies/committee/", "示例区选举委员会")
