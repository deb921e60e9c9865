"""The page of structure: counts, shares, a picture with the same numbers, and nothing that points at a person."""

from tests.conftest import Write
from tests.support.pages import rendered, texts

SEX = """\
- id: county-sex
  level: 县级
  by: 性别
  total: 20
  parts: [{name: 男, count: 12}, {name: 女, count: 8}]
  published: 2016-07-01
  source: report
"""
FEW = """\
- id: county-people
  level: 县级
  by: 民族
  total: 30
  parts: [{name: 汉族, count: 20}, {name: 回族, count: 7}, {name: 其他, count: 3}]
  source: report
"""
WHY = "一类人少于5人的不显示，免得认出是谁。有时用总数减去别的几类就能算出来，所以再隐去人数次少的一类或几类。"


def test_a_breakdown_shows_counts_and_shares_and_the_picture_the_same(folder: Write) -> None:
    page = rendered("structure", folder({"structure.yml": SEX}))["structure/"]
    assert texts(page, "./section/h2") == ["县级代表按性别"]
    assert texts(page, "./section/p") == ["一共20名来源：报道", "2016年7月1日公布。来源：报道"]
    assert texts(page, "./section/table/tbody/tr") == ["男12名60.0%", "女8名40.0%"]
    assert texts(page, "./section/{*}svg/*") == [
        "县级代表按性别的条形图",
        "男12名，占60.0%；女8名，占40.0%。下面的表里是同样的数。",
        "男12名，占60.0%",
        "",
        "女8名，占40.0%",
        "",
    ]
    assert [element.get("width") for element in page.findall("./section/{*}svg/{*}rect")] == ["360", "240"]
    assert texts(page, "./p") == ["这里只有选举机构公布的合计数，不逐人统计。"]


def test_few_people_are_not_shown_anywhere_and_the_page_says_why_once(folder: Write) -> None:
    page = rendered("structure", folder({"structure.yml": FEW + FEW.replace("county-people", "again")}))["structure/"]
    assert texts(page, "./section/table/tbody/tr")[:3] == [
        "汉族20名66.7%",
        "回族不显示不显示",
        "其他少于5人，不显示不显示",
    ]
    assert texts(page, "./section/{*}svg") == []
    assert texts(page, "./p")[1:] == [WHY]
