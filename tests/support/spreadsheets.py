"""Makes the spreadsheets that tests import, as offices make theirs."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence

from openpyxl import Workbook  # type: ignore[import-untyped]  # ships no types
from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

Cells = Iterable[Sequence[object]]


def xlsx(sheets: Mapping[str, Cells], merged: Iterable[str] = (), hidden: Iterable[str] = ()) -> bytes:
    """Make a workbook; ranges such as A1:F1 are merged in its first sheet, columns (B) and rows (4) hidden there."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    _shape(book.worksheets[0], merged, hidden)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def _shape(sheet: Worksheet, merged: Iterable[str], hidden: Iterable[str]) -> None:
    for cells in merged:
        sheet.merge_cells(cells)
    for name in hidden:
        if name.isdecimal():
            sheet.row_dimensions[int(name)].hidden = True
        else:
            sheet.column_dimensions[name].hidden = True


_SPACES = ("office", "table", "text", "manifest")


def ods(tables: str) -> bytes:
    """Make an OpenDocument spreadsheet whose rows have their number in each of three cells."""
    cells = (
        '<table:table-cell table:number-columns-repeated="3" office:value-type="string">'
        f"<text:p>{number}</text:p></table:table-cell>"
        for number in (0, 0, 1, 3, 4)
    )
    spaces = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _SPACES)
    body = f"<office:body><office:spreadsheet>{tables.format(*cells)}</office:spreadsheet></office:body>"
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", f"<manifest:manifest{spaces}/>")
        packed.writestr("content.xml", f"<office:document-content{spaces}>{body}</office:document-content>")
    return raw.getvalue()


TOWNS = {"城关镇": "chengguan", "河口乡": "hekou", "白杨镇": "baiyang", "石桥街道": "shiqiao"}
PER_TOWN = 30
MAPPING = """\
table: constituencies
columns:
  area: 乡镇
  number: 选区编号
  covers: 所含村组
  seats: 代表名额 / 本届
  voters: 登记选民数
  voter_list: 公布日期 / 选民名单
values: {level: 县级}
names: {城关镇: chengguan, 河口乡: hekou, 白杨镇: baiyang, 石桥街道: shiqiao}
source: report
"""


def constituencies(changed: Mapping[int, int] | None = None, title: str = "示例区第七届人大代表选区划分表") -> bytes:
    """A county's 120 constituencies: a title, two rows of heading, merged townships, a sum of each and of all, a note.

    `changed` gives some constituencies another number of seats.
    """
    rows: list[list[object]] = [
        [title],
        ["乡镇", "选区编号", "所含村组", "代表名额", None, "登记选民数", "公布日期", "经办人"],
        [None, None, None, "上届", "本届", None, "选民名单", None],
    ]
    merged = ["A1:H1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "H2:H3"]
    wide = str.maketrans("0123456789", "０１２３４５６７８９")  # noqa: RUF001  # as offices type
    number = 0
    for town in TOWNS:
        first = len(rows) + 1
        for _ in range(PER_TOWN):
            number += 1
            seats = (changed or {}).get(number, 1 + number % 3)
            voters = f"{2000 + number:,}人" if number % 2 else 2000 + number
            covers = f"{town[:2]}{number}村、{town[:2]}{number}社区（一、二组）"
            typed = str(number).translate(wide) if number % 5 == 0 else number
            rows.append([town, typed, covers, 9, seats, voters, "2016年6月8日", "张三"])
        merged.append(f"A{first}:A{len(rows)}")
        rows.append(["小计", None, None, 270, 60, None, None, None])
    rows += [["合计", None, None, 1080, 240, None, None, None], ["注：名额以文件为准。"]]
    return xlsx({"选区": rows}, [*merged, f"A{len(rows)}:H{len(rows)}"], hidden=["H"])
