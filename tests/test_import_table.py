"""Importing tables: from the bytes of a spreadsheet to records, and what an editor is told."""

from pathlib import Path

import pytest

from huanjie.__main__ import CLEAN, FOUND, WRONG_USE, main
from huanjie.checking import check
from huanjie.findings import ERROR
from huanjie.loading import load
from huanjie.model.constituencies import Constituency
from tests.conftest import Write
from tests.shapes import TODAY
from tests.spreadsheets import MAPPING, TOWNS, constituencies

TABLES = Path(__file__).parent / "tables"


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
    assert (last.seats.only, last.voters.only) == (1, 2120)
    assert str(last.voter_list.only) == "2016-06-08"


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
    assert not check(desk.content, TODAY).refused


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
