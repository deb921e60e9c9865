"""Tables as offices keep them: what is read of the bytes, what is taken for what, what a cell may say."""

import csv
import io
import random
import zipfile
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanjie.content.records import Records
from huanjie.imports.tables.headings import laid_out
from huanjie.imports.tables.hidden import Hidden
from huanjie.imports.tables.kinds import kinds, words
from huanjie.imports.tables.mapping import Mapping, drafted, mapping_of
from huanjie.imports.tables.names import Names
from huanjie.imports.tables.rows import Skipped, rows
from huanjie.imports.tables.sheets import Sheet, UnreadableError, sheets
from huanjie.imports.tables.values import RefusedError, value_of
from huanjie.model.areas import Area
from huanjie.model.base import FieldGroup
from huanjie.model.bodies import Member
from huanjie.model.constituencies import Constituency
from huanjie.model.nominations import Candidate
from huanjie.model.results import Tally
from huanjie.model.stations import Station
from huanjie.yaml_text import read
from tests.conftest import ROOT
from tests.support.spreadsheets import Cells, constituencies, ods, xlsx

XLS = ROOT / "tests" / "imports" / "tables" / "constituencies.xls"  # written by xlwt, merged as the first table below


def sheet(cells: Cells, merged: Sequence[str] = (), hidden: Sequence[str] = ()) -> Sheet:
    (only,) = sheets("table.xlsx", xlsx({"表": cells}, merged, hidden))
    return only


@pytest.mark.parametrize("name", kinds())
def test_every_column_of_every_kind_is_a_field_and_every_heading_finds_its_column(name: str) -> None:
    kind = kinds()[name]
    for column, headings in kind.columns.items():
        assert kind.described(column)
        for heading in headings:
            table = Sheet("表", ((heading, "序号"), ("一", "1")))
            assert laid_out(table, kind).columns == {column: 0}, heading


def test_words_are_only_for_columns_that_there_are() -> None:
    assert words().keys() <= {column for kind in kinds().values() for column in kind.columns}


GROUPS: list[object] = ["乡镇", "选区编号", "代表名额", "", "登记选民数"]
PARTS: list[object] = ["", "", "上届", "本届", ""]
DATA: list[object] = ["城关镇", 1, 2, 3, 900]
FOUND = {"area": 0, "number": 1, "seats": 3, "voters": 4}


@pytest.mark.parametrize(
    ("cells", "merged", "found"),
    [
        ([GROUPS, PARTS, DATA], ["A1:A2", "B1:B2", "C1:D1", "E1:E2"], FOUND),
        ([GROUPS, PARTS, DATA], ["C1:D1"], FOUND),
        ([GROUPS, PARTS, DATA], [], FOUND),
        ([["选区表"], ["单位：人"], GROUPS, PARTS, DATA], ["A1:E1"], FOUND),
        ([["登记选民数", "", "", "选区编号"], ["男", "女", "合计", ""], [1, 2, 3, 4]], [], {"voters": 2, "number": 3}),
        ([["选区编号", "上届名额", "去年选民数"], [1, 2, 3]], [], {"number": 0}),
        ([["选 区\n编 号", "选民数（人）"], [1, 2]], [], {"number": 0, "voters": 1}),
        ([["选区编号", "参加投票选民数"], [1, 2]], [], {"number": 0}),
    ],
)
def test_headings_are_found_in_any_of_the_usual_forms(
    cells: Cells, merged: Sequence[str], found: dict[str, int]
) -> None:
    assert laid_out(sheet(cells, merged), kinds()["constituencies"]).columns == found


def test_rows_that_are_none_of_content_are_told_apart() -> None:
    cells: list[list[object]] = [
        ["选区编号", "所含村组", "代表名额"],
        [1, "东村", 2],
        ["", "西村", ""],  # goes on with the first
        [2, "南村", 1],
        ["北片", "", ""],
        ["选区编号", "所含村组", "代表名额"],
        ["小  计", "", 3],
        ["注：以文件为准", "", ""],
        [3, "北村", 1],
        [4, "上村", 1],
    ]
    table = sheet(cells, hidden=["9"])
    told = [*rows(table, laid_out(table, kinds()["constituencies"]), kinds()["constituencies"])]
    assert [one.why[:6] if isinstance(one, Skipped) else one.cells["number"] for one in told] == [
        *("1", "1", "2"),
        *("只有一处有字", "又是表头", "是合计", "是填表说明", "是隐藏的行；"),
        "4",
    ]


def test_a_sum_is_held_against_its_rows() -> None:
    cells: list[list[object]] = [
        ["选区编号", "名额", "选民数"],
        [1, 2, "1,000人"],
        [2, 1, None],  # merged: of both
        ["小计", 3, 1000],
        [3, 2, 500],
        ["小计", 3, 500],
        ["合计", 5, 1600],
    ]
    table = sheet(cells, ["C2:C3"])
    kind = kinds()["constituencies"]
    assert [one.why for one in rows(table, laid_out(table, kind), kind) if isinstance(one, Skipped)] == [
        "是合计",
        "是合计，和上面各行对不上：B6 写 3，上面各行相加是 2",
        "是合计，和上面各行对不上：C7 写 1600，上面各行相加是 1500",
    ]


@pytest.mark.parametrize(
    ("model", "name", "cell", "value"),
    [
        (Constituency, "seats", "2名", "2"),
        (Constituency, "voters", "1,234人", "1234"),
        (Constituency, "voters", "不详", "unknown"),
        (Constituency, "voters", "—", None),
        (Constituency, "voter_list", "2026年10月28日", "2026-10-28"),
        (Constituency, "voter_list", "2026.10.28", "2026-10-28"),
        (Constituency, "voter_list", "46323", "2026-10-28"),  # the day's number, where the cell lost its format
        (Constituency, "voter_list", "10月28日", "2026-10-28"),
        (Constituency, "number", "第十二选区", "12"),
        (Constituency, "level", "区级", "县级"),
        (Constituency, "covers", "东村，西村\n学校。", ["东村", "西村", "学校"]),
        (Constituency, "covers", "东村、西村（一、二组）", ["东村", {"name": "西村", "part": ["一组", "二组"]}]),
        (Station, "opens", "上午8时", "08:00"),
        (Tally, "elected", "√", "yes"),
        (Candidate, "born", "1985.06", "1985"),
        (Candidate, "name", "张  三", "张三"),
        (Candidate, "nationality", "汉", "汉族"),
        (Member, "posts", "主任，区纪委副书记、区监委副主任", ["主任", "区纪委副书记、区监委副主任"]),
    ],
)
def test_a_cell_is_read_as_the_field_wants_it(model: type[FieldGroup], name: str, cell: str, value: object) -> None:
    assert value_of(model, name, cell, year=2026) == value


AREAS = {"baiyang": "白杨镇", "dongguan": "东关街道", "xinxing": "新兴乡"}


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("白杨镇", "baiyang"),
        ("白杨", "baiyang"),
        ("白杨镇人民政府", "baiyang"),
        ("东关街道办事处", "dongguan"),
        ("xinxing", "xinxing"),
        ("示例区白杨镇选区表", "baiyang"),
        ("选区表\n东关街道\nSheet1", "dongguan"),
        ("上白杨镇", None),
        ("白杨镇、新兴乡", None),
        ("新镇", None),
        ("镇", None),
        ("", None),
    ],
)
def test_a_name_means_an_area_only_where_it_can_be_no_other(name: str, slug: str | None) -> None:
    areas = {
        one: Area.model_validate(read("", f"{{title: {AREAS[one]}, sort: 镇, source: a}}".encode())) for one in AREAS
    }
    given_columns = mapping_of("", drafted(kinds()["localities"], {"name": "村"}, {}))
    assert isinstance(given_columns, Mapping)
    names = Names(given_columns, Records({"areas": areas}))
    if slug:
        assert names.slug("areas", name) == slug
    else:
        with pytest.raises(RefusedError):
            names.slug("areas", name)


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("voters", "约5000"),
        ("voters", "两千多"),
        ("voter_list", "10月28日"),
        ("level", "省级"),
        ("voter_list", "10月32日"),
    ],
)
def test_a_cell_that_is_not_clear_is_refused_and_not_guessed(name: str, cell: str) -> None:
    with pytest.raises(RefusedError):
        value_of(Constituency, name, cell)


def as_csv(cells: Cells, encoding: str, sign: str = ",") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=sign).writerows(cells)
    return text.getvalue().encode(encoding)


@pytest.mark.parametrize("sign", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_tables_are_read_in_the_encodings_that_offices_save(encoding: str, sign: str) -> None:
    (only,) = sheets("表.csv", as_csv([["选区编号", "村"], ["\uff11\uff12", "东 村,西村"]], encoding, sign))
    assert only.rows == (("选区编号", "村"), ("12", "东 村,西村"))


def test_old_excel_files_are_read_with_their_merged_cells() -> None:
    (only,) = sheets("表.xls", XLS.read_bytes())
    assert only.rows[3:] == (
        ("城关镇", "1", "1", "2", "2016-06-08"),
        ("城关镇", "第二选区", "2", "3", "2016-06-08"),
        ("合 计", "", "3", "5", ""),
    )
    assert only.hidden == Hidden()


def test_hidden_rows_and_columns_of_old_excel_files_are_known() -> None:
    first, second = sheets("表.xls", (XLS.parent / "hidden.xls").read_bytes())  # written by xlwt
    assert (first.hidden, second.hidden) == (Hidden(), Hidden(frozenset({2}), frozenset({2})))


def test_hidden_rows_and_columns_of_open_document_files_are_known() -> None:
    first, second = sheets("表.ods", ods(ODS))
    assert first.hidden == Hidden()
    assert second.hidden == Hidden(frozenset({1, 2, 4}), frozenset({1, 2}))
    assert second.rows[3][0] == "3"


COLLAPSED = 'table:visibility="collapse"'
ODS = f"""\
<table:table table:name="首表"><table:table-row>{{}}</table:table-row></table:table>
<table:table table:name="选区">
<table:table-column/><table:table-column {COLLAPSED} table:number-columns-repeated="2"/>
<table:table-row>{{}}</table:table-row>
<table:table-row table:number-rows-repeated="2" {COLLAPSED}>{{}}</table:table-row>
<table:table-row>{{}}</table:table-row>
<table:table-row table:visibility="filter">{{}}</table:table-row>
</table:table>
"""


WORKBOOK = constituencies()
SLIPS = [
    b"",
    b"\x00",
    b'"',
    b"</row>",
    b'ref="B2:A1"',
    b'r="ZZZ9999999"',
    b"<v>1e999</v>",
    b't="s"><v>9999</v>',
    b"&#x110000;",
]
BROKEN = {
    "nothing": b"",
    "a web page called xls": b"<html><table><tr><td>1</td></tr></table></html>",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "half a workbook": WORKBOOK[:3000],
    "an old file of nothing": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "only commas": b",,,\n,,\n",
}


@pytest.mark.parametrize("raw", BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_no_table_is_refused_in_words(raw: bytes) -> None:
    with pytest.raises(UnreadableError, match="；"):
        sheets("表", raw)


def far_in_an_old_file() -> bytes:
    """An old Excel file whose last text stands in the last row and column that there can be."""
    raw = bytearray((XLS.parent / "hidden.xls").read_bytes())
    at = raw.rindex(b"\xfd\x00\x0a\x00") + 4  # a cell with a text of the list: its row and its column
    raw[at : at + 4] = b"\xff\xff\xff\x00"
    return bytes(raw)


def cells_without_addresses() -> bytes:
    """A workbook in which no cell says where it is: 12 million of them, in 70 KB."""
    raw = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as whole, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in whole.namelist():
            part = whole.read(name)
            if name == "xl/worksheets/sheet1.xml":
                rows = b"<row>" + b"<c/>" * 1000 + b"</row>"
                part = part[: part.index(b"<sheetData>")] + b"<sheetData>" + rows * 12_000 + b"</sheetData></worksheet>"
            packed.writestr(name, part)
    return raw.getvalue()


FAR = {
    "a cell far away": lambda: xlsx({"表": [[""] * 16_000 + ["x"]] + [[]] * 10_000 + [["y"]]}),
    "a cell far away in an old file": far_in_an_old_file,
    "cells without addresses": cells_without_addresses,
    "rows repeated": lambda: ods(REPEATED),
}
REPEATED = """\
<table:table table:name="表"><table:table-row table:number-rows-repeated="900000">{}</table:table-row></table:table>
"""


@pytest.mark.parametrize("make", FAR.values(), ids=FAR)
def test_no_small_file_fills_the_memory(make: Callable[[], bytes]) -> None:
    with pytest.raises(UnreadableError, match=r"离得太远|超过 500000 格"):
        sheets("表", make())


@given(st.binary(max_size=400))
def test_no_bytes_end_in_a_traceback(raw: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        try:
            sheets("表", start + raw)
        except UnreadableError:
            continue


@given(st.randoms(use_true_random=False))
def test_no_damaged_workbook_ends_in_a_traceback(chance: random.Random) -> None:
    damaged = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as whole, zipfile.ZipFile(damaged, "w") as broken:
        for name in whole.namelist():
            part = bytearray(whole.read(name))
            for _ in range(chance.randint(0, 2)):
                at = chance.randrange(len(part))
                part[at : at + chance.randint(0, 9)] = chance.choice(SLIPS)
            broken.writestr(name, bytes(part))
    try:
        found = sheets("表", damaged.getvalue())
    except UnreadableError:
        return
    for one in found:
        for kind in kinds().values():
            [*rows(one, laid_out(one, kind), kind)]
