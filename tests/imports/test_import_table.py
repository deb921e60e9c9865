"""Importing tables: from the bytes of a spreadsheet to records, and what an editor is told."""

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from huanjie.__main__ import CLEAN, FOUND, WRONG_USE, main
from huanjie.checks.report import check_folder
from huanjie.content.loading import load
from huanjie.findings import ERROR
from huanjie.model.constituencies import Constituency
from tests.conftest import ROOT, Write
from tests.support.shapes import TODAY
from tests.support.spreadsheets import MAPPING, TOWNS, Cells, constituencies, xlsx
from tests.support.tables import FILES

TABLES = ROOT / "tests" / "imports" / "tables"


class Desk:
    """A content folder, and a table beside it that is imported again and again."""

    def __init__(self, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Stand at the desk."""
        self.content, self.folder, self._capsys = content, content.parent, capsys

    def imports(self, table: bytes, *options: str, name: str = "table.xlsx", status: int = CLEAN) -> str:
        """Import a table and give what is printed."""
        (self.folder / name).write_bytes(table)
        arguments = ["import", "table", str(self.folder / name), "--content", str(self.content), *options]
        assert main(arguments) == status
        return self._capsys.readouterr().out

    def maps(self, mapping: str) -> str:
        (self.folder / "map.yml").write_text(mapping, "utf-8")
        return f"--map={self.folder / 'map.yml'}"

    def text(self, file: str) -> str:
        return (self.content / file).read_text("utf-8")


@pytest.fixture
def desk(folder: Write, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(folder({}), capsys)


def changes(printed: str) -> list[str]:
    """The lines of a diff that say what changes."""
    return [line for line in printed.split("\n") if line[:1] in ("+", "-") and line[:3] not in ("+++", "---")]


def test_120_constituencies_go_in_with_one_command_and_a_mapping(desk: Desk) -> None:
    printed = desk.imports(constituencies(), desk.maps(MAPPING), "--write")
    assert "收了 120 行" in printed
    assert "不是记录，没有收（6）" in printed  # four sums, the sum of all, the remark
    records, found = load(desk.content)
    assert [one for one in found if one.severity == ERROR] == []
    several = {one.slug: one for one in records.of(Constituency)}
    assert len(several) == 120
    last = several["shiqiao/county-120"]
    assert [one.text for one in last.covers] == ["石桥120村", "石桥120社区（一组、二组）"]
    assert (last.seats.agreed, last.voters.agreed) == (1, 2120)
    assert str(last.voter_list.agreed) == "2016-06-08"


def test_nothing_is_written_unless_it_is_told(desk: Desk) -> None:
    printed = desk.imports(constituencies(), desk.maps(MAPPING))
    assert "还没有写入" in printed
    assert not (desk.content / "areas").exists()
    assert not (desk.folder / "imports").exists()


def test_a_changed_table_changes_just_that_and_comments_stay(desk: Desk) -> None:
    desk.imports(constituencies(), desk.maps(MAPPING), "--write")
    area = desk.content / "areas" / "chengguan.yml"
    edited = desk.text("areas/chengguan.yml").replace("number: 7\n", "number: 7   # 城里\n", 1)
    area.write_text(f"# 手写的说明\n{edited}", "utf-8")
    printed = desk.imports(constituencies({7: 9, 61: 5}), "--write")  # the mapping is kept
    assert changes(printed) == ["-    seats: 2", "+    seats: 5", "-    seats: 2", "+    seats: 9"]
    lines = edited.split("\n")
    at = lines.index("  - number: 7   # 城里")
    seats = next(number for number, line in enumerate(lines) if number > at and "seats" in line)
    lines[seats] = "    seats: 9"
    assert desk.text("areas/chengguan.yml") == "\n".join(["# 手写的说明", *lines])
    assert "记录没有要改的" in desk.imports(constituencies({7: 9, 61: 5}))


def test_an_editors_hand_stays_where_the_table_says_nothing_new_and_is_asked_where_both_changed(desk: Desk) -> None:
    desk.imports(constituencies(), desk.maps(MAPPING), "--write")
    area = desk.content / "areas" / "chengguan.yml"
    by_hand = desk.text("areas/chengguan.yml").replace("voters: 2003\n", "voters: 2004\n")
    by_hand = by_hand.replace("      - 城关9村\n", "      - 城关新村\n").replace(
        "voters: 2005\n", "voters: [2005, 2006]\n"
    )
    area.write_text(by_hand, "utf-8")
    printed = desk.imports(constituencies())
    assert changes(printed) == []
    assert "县级 3：voters：记录里手改成了“2004”；没有动" in printed
    assert "县级 9：covers：记录里还有“城关新村”，表里没有；没有动" in printed
    area.write_text(by_hand.replace("seats: 2\n", "seats: 3\n", 1), "utf-8")
    printed = desk.imports(constituencies({1: 4}), status=FOUND)
    assert "县级 1：seats：表里从“2”改成“4”，记录里手改成了“3”" in printed
    assert changes(printed) == []


def test_a_mapping_is_drafted_where_the_table_does_not_tell_all(desk: Desk) -> None:
    printed = desk.imports(constituencies(title="选区划分表"), status=FOUND)
    assert "没有找到 level 这一列" in printed
    assert "D 代表名额 / 上届 → 不收" in printed
    assert "H 经办人 → 不收（隐藏的列）" in printed
    mapping = printed.split("\n\n", 1)[1].replace("level: …", "level: 县级")
    printed = desk.imports(constituencies(), status=FOUND)  # the title says the level
    assert "“选区”第 4、5、6、" in printed
    names = "names:" + printed.split("names:")[-1]
    for name, slug in TOWNS.items():
        names = names.replace(f"{name}: …", f"{name}: {slug}")
    printed = desk.imports(constituencies(), desk.maps(f"{mapping}{names}source: report\n"), "--write")
    assert "收了 120 行" in printed
    assert not check_folder(desk.content, TODAY).refused


@pytest.mark.parametrize("file", ["ends-calamine.xls", "../test_tables.py"])
def test_a_broken_file_is_told_in_words_even_where_it_ends_the_reader(
    folder: Write, file: str, capfd: pytest.CaptureFixture[str]
) -> None:
    content = folder({})
    assert main(["import", "table", str(TABLES / file), "--content", str(content)]) == WRONG_USE
    assert capfd.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["没有.xlsx"], ["."], ["表.csv", "--map", "没有.yml"], ["表.csv", "--content=没有"]]
)
def test_what_cannot_be_opened_is_told_in_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(desk.folder)
    Path("表.csv").write_text("选区编号,名额\n1,2\n", "utf-8")
    assert main(["import", "table", *arguments]) == WRONG_USE


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        ("table: 选区\ncolumns: {}\n", "没有“选区”这一种表格"),
        ("table: constituencies\ncolumns: {seat: 名额}\n", "是不是“seats”？"),
        ("table: constituencies\ncolumns: [a]\n", "这里应是一组栏目"),
        ("table: constituencies\ncolumns：\n", "全角冒号"),
        ("\u4e2d\udcff", "UTF-8"),
    ],
)
def test_a_wrong_mapping_is_told_where_it_is_wrong(desk: Desk, mapping: str, told: str) -> None:
    (desk.folder / "map.yml").write_bytes(mapping.encode("utf-8", "surrogateescape"))
    assert told in desk.imports(constituencies(), f"--map={desk.folder / 'map.yml'}", status=FOUND)


class Case(NamedTuple):
    """A table; the file that it changes, and where; what is told of a row that cannot be taken."""

    cells: Cells
    file: str
    old: str
    new: str
    refused: str = ""


CASES = {
    "localities": Case(
        [["城关镇村名册"], ["名称", "类别", "村民小组"], ["西村", "行政村", "一、二组"], ["北街", "社区", ""]],
        "areas/chengguan.yml",
        "localities: [东村, {name: 西村, sort: 村}]",
        "localities: [东村, {name: 西村, sort: 村, groups: [一组, 二组]}, {name: 北街, sort: 社区}]",
    ),
    "stations": Case(
        [
            ["乡镇", "投票站", "地址", "投票时间", "服务范围"],
            ["城关", "东村投票站", "东村小学", "8:00-18:00", "东村"],
            ["城关", "西村投票站", "西村小学", "上午8时至下午6时", "西村（一、二组）"],
        ],
        "areas/chengguan.yml",
        "    serves: [东村]\n",
        """\
    address: 东村小学
    opens: 08:00
    closes: 18:00
    serves: [东村]
  - id: station-2
    title: 西村投票站
    address: 西村小学
    opens: 08:00
    closes: 18:00
    serves:
      - {name: 西村, part: [一组, 二组]}
""",
    ),
    "candidates": Case(
        [
            ["示例县第七届人大代表候选人"],
            ["乡镇", "选区编号", "姓名", "性别"],
            ["城关镇", "第一选区", "张三", "男"],
            ["", "", "李 四", "女"],
            ["", 9, "王五", "男"],
        ],
        "areas/chengguan.yml",
        "      - 张三   # 第一名\n",
        "      - {name: 张三, sex: 男}   # 第一名\n      - {name: 李四, sex: 女}\n",
        "第 5 行：记录里没有“县级 9”",
    ),
    "results": Case(
        [
            ["示例县第七届人大代表选举结果"],
            ["乡镇", "选区编号", "参加投票人数", "姓名", "得票情况", "", "当选"],
            ["", "", "", "", "赞成", "反对", ""],
            ["城关镇", 1, "九百", "张三", 500, 9, "√"],
            ["城关镇", 1, 900, "张三", 600, 9, "√"],
            ["", "", "", "另选他人", 3, "", ""],
        ],
        "areas/chengguan.yml",
        "      - 张三   # 第一名\n",
        """\
      - 张三   # 第一名
    vote:
      participants: 900
      tallies:
        - {name: 张三, votes: 600, against: 9, elected: yes}
      others: 3
""",
        "第 4 行：C4 格（参加投票的选民数）“九百”不是数",
    ),
    "vacancies": Case(
        [
            ["示例县第七届人大代表变动情况"],
            ["乡镇", "原选区", "代表姓名", "出缺原因", "出缺时间", "接受机关"],
            ["城关镇", "第一选区", "张三", "调离", "2018.3.5", ""],
            ["", "", "李四", "辞职", "2018.3.6", "县人大常委会"],
            ["", "", "王五", "高升", "2018.3.6", ""],
        ],
        "areas/chengguan.yml",
        "      - 张三   # 第一名\n",
        """\
      - 张三   # 第一名
    vacancies:
      - {name: 张三, reason: 调离或者迁出, day: 2018-03-05}
      - {name: 李四, reason: 辞职, day: 2018-03-06, accepted_by: 县人大常委会}
""",
        "第 5 行：D5 格",
    ),
    "results-as-announced": Case(
        [
            ["示例县第七届人大代表选举结果"],
            ["乡镇", "选区编号", "自己投票", "委托投票", "参选率", "发出选票", "未收回", "换领", "当选人数"],
            ["城关镇", 1, 568, 293, 0.9802, 870, 2, 7, 2],
        ],
        "areas/chengguan.yml",
        "      - 张三   # 第一名\n",
        """\
      - 张三   # 第一名
    vote:
      in_person: 568
      by_proxy: 293
      turnout: 98.02
      issued: 870
      unreturned: 2
      spoilt: 7
      elected_count: 2
""",
    ),
    "station-counts": Case(
        [
            ["示例县第七届人大代表选举各投票站投票情况"],
            [
                "乡镇",
                "选区编号",
                "投票站",
                "选民数",
                "自己投票",
                "委托投票",
                "发出选票",
                "收回选票",
                "有效票",
                "无效票",
            ],
            ["城关镇", 1, "东村投票站", 861, 568, 293, 861, 860, 858, 2],
            ["", 1, "流动票箱", 40, "四十", "", 40, 40, 40, 0],
        ],
        "areas/chengguan.yml",
        "      - 张三   # 第一名\n",
        """\
      - 张三   # 第一名
    vote:
      stations:
        - name: 东村投票站
          voters: 861
          in_person: 568
          by_proxy: 293
          issued: 861
          returned: 860
          valid: 858
          invalid: 2
""",
        "第 4 行：E4 格（自己来投票的选民数）“四十”不是数",
    ),
    "bodies": Case(
        [
            ["示例县选举委员会组成人员"],
            ["姓名", "委员会职务", "现任职务"],
            ["王五", "主任", "县人大主任"],
            ["赵六", "委员", ""],
        ],
        "bodies.yml",
        "    - {name: 王五, posts: 主任}\n",
        "    - {name: 王五, posts: [主任, 县人大主任]}\n    - {name: 赵六, posts: [委员]}\n",
    ),
    "coverage": Case(
        [
            ["宣传内容", "宣传主题", "责任单位", "完成时限", "渠道"],
            ["登记怎样办", "工作进展", "融媒体中心", "2016.6.20", "公众号"],
            ["名单怎样查", "没有的主题", "融媒体中心", "6月20日", "抖音"],
        ],
        "coverage.yml",
        "",
        """\
- id: task-1
  title: 登记怎样办
  theme: progress
  unit: 融媒体中心
  due: 2016-06-20
  channel: 微信
""",
        "第 3 行：B3 格（属于哪个宣传主题）没有叫“没有的主题”的主题",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_kind_of_table_changes_what_it_says_and_tells_the_rows_it_cannot_take(
    folder: Write, capsys: pytest.CaptureFixture[str], case: Case
) -> None:
    desk = Desk(folder(FILES), capsys)
    before = desk.text(case.file) if case.old else ""
    table, status = xlsx({"表": case.cells}), FOUND if case.refused else CLEAN
    assert case.refused in desk.imports(table, "--write", status=status)
    assert desk.text(case.file) == (before.replace(case.old, case.new, 1) if case.old else case.new)
    assert "记录没有要改的" in desk.imports(table, status=status)


def test_on_a_terminal_it_asks_for_what_the_heading_does_not_tell(folder: Write) -> None:
    content = folder(FILES)
    table = content.parent / "城关镇.csv"
    table.write_bytes("选区编号,名额\r\n1,2\r\n".encode("gb18030"))
    keyboard, terminal = pty.openpty()
    os.write(keyboard, "县级\n".encode())
    asked = subprocess.run(
        [sys.executable, "-m", "huanjie", "import", "table", str(table), "--content", str(content)],
        stdin=terminal,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "哪一列是 level（选哪一级人大的代表：县级或者乡级）？" in asked.stdout
    assert changes(asked.stdout) == ["+    seats: 2"]
    assert asked.returncode == CLEAN


NAMED = """选区,级别,选区名称,应选名额
12,县级,,2
A,县级,,1
甲选区,县级,,1
,县级,红旗路社区选区,2
道北中学选区,县级,,1
红旗路社区二选区,县级,红旗路社区,1
十三,县级,,1
"""
WRITTEN = """  - {number: 12, level: 县级, seats: 2}
  - {number: A, level: 县级, seats: 1}
  - {number: 甲, level: 县级, id: jia, seats: 1}
  - {level: 县级, name: 红旗路社区选区, id: hongqilushequ, seats: 2}
  - {level: 县级, name: 道北中学选区, id: daobeizhongxue, seats: 1}
  - {number: 13, level: 县级, seats: 1}
"""


def test_constituencies_without_a_figure_go_in_as_offices_call_them(desk: Desk) -> None:
    (desk.content / "areas").mkdir()
    (desk.content / "areas" / "daobei.yml").write_text("title: 道北街道\nsort: 街道\nsource: report\n", "utf-8")
    mapping = desk.maps(
        "table: constituencies\nvalues: {area: 道北街道}\n"
        "columns: {number: 选区, level: 级别, name: 选区名称, seats: 应选名额}\n"
    )
    printed = desk.imports(NAMED.encode(), mapping, "--write", name="table.csv", status=FOUND)
    assert "第 7 行：编号一栏写着名称“红旗路社区二选区”，名称一栏写“红旗路社区”；请核对" in printed
    assert desk.text("areas/daobei.yml").endswith(f"constituencies:\n{WRITTEN}")
    assert [one for one in check_folder(desk.content, TODAY).findings if one.severity == ERROR] == []
    again = desk.imports(NAMED.encode(), mapping, "--write", name="table.csv", status=FOUND)
    assert "记录没有要改的" in again
    voted = "选区,级别,参加投票人数\n红旗路社区选区,县级,900\n甲,县级,700\n"
    results = desk.maps(
        "table: results\nnames: {table: daobei}\ncolumns: {number: 选区, level: 级别, participants: 参加投票人数}\n"
    )
    desk.imports(voted.encode(), results, "--write", name="table.csv")
    found = {one.short_slug: one.vote for one in load(desk.content)[0].of(Constituency)}
    assert {slug: vote.participants.agreed for slug, vote in found.items() if vote} == {
        "county-hongqilushequ": 900,
        "county-jia": 700,
    }


def test_a_farm_that_is_not_there_yet_is_begun_as_one(desk: Desk) -> None:
    mapping = desk.maps(
        "table: constituencies\nnames: {示例农场: nongchang}\nsource: report\n"
        "columns: {area: 单位, number: 选区, level: 级别}\n"
    )
    desk.imports("单位,选区,级别\n示例农场,21,县级\n".encode(), mapping, "--write", name="table.csv")
    assert desk.text("areas/nongchang.yml").startswith("title: 示例农场\nsort: 农场\nsource: ")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (0.9802, ["turnout: 98.02"]),
        (98.02, ["turnout: 98.02"]),
        ("98.02%", ["turnout: 98.02%"]),
        ("百分之九十八点零二", ["turnout: 百分之九十八点零二"]),
        (1, ["turnout: 100"]),  # a cell that is shown as 100 %
        (3494 / 3565, []),  # a formula of the sheet
    ],
)
def test_a_percentage_of_a_spreadsheet_is_what_its_cell_shows(
    folder: Write, capsys: pytest.CaptureFixture[str], cell: object, written: list[str]
) -> None:
    desk = Desk(folder(FILES), capsys)
    table = xlsx({"表": [["乡镇", "级别", "选区编号", "参加投票人数", "参选率"], ["城关镇", "县级", 1, 900, cell]]})
    told = desk.imports(table, status=CLEAN)
    assert [line[1:].strip() for line in changes(told) if "turnout" in line] == written
