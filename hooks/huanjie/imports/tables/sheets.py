"""Bytes of a spreadsheet -> its sheets as text: a merged text is in each of its cells, hidden rows are known.

xlsx, xls and ods are read by calamine, csv and tab-separated text here, in the encodings that Excel and WPS write.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import NoReturn

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from huanjie.chinese.encodings import certain, possible
from huanjie.imports.tables import compound
from huanjie.imports.tables.hidden import FAR, MOST_ROOM, Hidden, hidden, too_much

MOST_ROWS = 20_000  # an office's longest table, of candidates, has a few thousand
_PACKED = b"PK\x03\x04"  # xlsx and ods
_WIDE = str.maketrans({wide: chr(wide - 0xFEE0) for wide in (*range(0xFF10, 0xFF1A), 0xFF0E, 0xFF0F)} | {0x3000: " "})
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_SMALLER = "请删去用不着的工作表和空行，再保存一次"
_Spans = Mapping[tuple[int, int], tuple[int, int, int, int]]


class UnreadableError(Exception):
    """The file cannot be read as a table; says why, and what to do."""


def unreadable(why: str, right: str = "请用 Excel 或者 WPS 打开，另存为 .xlsx") -> NoReturn:
    """Say why a file cannot be read as a table."""
    message = f"{why}；{right}"
    raise UnreadableError(message)


@dataclass(frozen=True)
class Sheet:
    """One sheet: the text of every cell; which rows and columns are hidden; the merged range that a cell lies in."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    hidden: Hidden = field(default_factory=Hidden)
    merged: _Spans = field(default_factory=dict)  # cell -> first row, first column, last row, last column
    file: str = ""  # the name of its file, which may name a township

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(map(len, self.rows), default=0)


def sheets(name: str, raw: bytes) -> tuple[Sheet, ...]:
    """Read the sheets of a file that are not hidden and not empty; raises UnreadableError."""
    stem = name.rpartition(".")[0] or name
    if raw.startswith((_PACKED, compound.SIGN)):
        if why := too_much(raw):
            unreadable(why, _SMALLER)
        every = tuple(_workbook(stem, raw))
    elif re.match(
        rb"\s*(?:<!doctype|<html|<table|<\?xml|<meta)", raw.removeprefix(b"\xef\xbb\xbf")[:200], re.IGNORECASE
    ):
        return unreadable("这个文件其实是网页，不是表格文件")
    else:
        every = (_text_table(stem, raw),)
    for sheet in every:
        if len(sheet.rows) > MOST_ROWS:
            unreadable(f"“{sheet.name}”超过 {MOST_ROWS} 行", "请分成几个文件")
    if not (full := tuple(sheet for sheet in every if any(map(any, sheet.rows)))):
        unreadable("文件里没有内容", "请核对是不是这个文件")
    return full


def _workbook(file: str, raw: bytes) -> Iterator[Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        for number, metadata in enumerate(book.sheets_metadata):
            if metadata.visible is SheetVisibleEnum.Visible:
                sheet = book.get_sheet_by_index(number)
                if sheet.total_height * sheet.total_width > MOST_ROOM:
                    unreadable(FAR, _SMALLER)
                rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
                spans = _spans(sheet.merged_cell_ranges or [], len(rows), max(map(len, rows), default=0))
                yield Sheet(metadata.name, _filled(rows, spans), hidden(raw, number), spans, file)
    except PasswordError:
        unreadable("这个文件有打开密码")
    except (CalamineError, ValueError, OverflowError):
        unreadable("这个文件读不出来，可能坏了")
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what calamine's Rust does with some broken files
            raise
        unreadable("这个文件读不出来，可能坏了")


def _spans(ranges: list[tuple[tuple[int, int], tuple[int, int]]], height: int, width: int) -> _Spans:
    return {
        (row, column): (top, left, bottom, right)
        for (top, left), (bottom, right) in ranges
        for row in range(top, min(bottom + 1, height))
        for column in range(left, min(right + 1, width))
    }


def _filled(rows: list[list[str]], spans: _Spans) -> tuple[tuple[str, ...], ...]:
    """Give each cell of a merged range the text of its first cell."""
    for (row, column), (top, left, _, _) in spans.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = rows[top][left]
    return tuple(map(tuple, rows))


def _text(cell: object) -> str:
    """Write a cell as an editor would type it."""
    match cell:
        case bool():
            return "是" if cell else "否"
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
        case date():
            return cell.isoformat()
        case time():
            return cell.isoformat("minutes")
    return cleaned(str(cell))


def cleaned(text: str) -> str:
    """Remove invisible characters; full-width digits and spaces become ordinary ones."""
    plain = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").translate(_WIDE).replace("\u00a0", " "))
    return "\n".join(line for piece in plain.replace("\t", " ").split("\n") if (line := " ".join(piece.split())))


def _text_table(name: str, raw: bytes) -> Sheet:
    if reading := certain(raw):
        return Sheet(name, _split(reading.text))
    names = possible(raw)
    doubt = f"；可能是 {'，也可能是 '.join(names)}，拿不准，请另存为 UTF-8" if names else ""
    return unreadable(f"这个文件不是表格，或者编码不是 UTF-8、GBK、Big5{doubt}")


def _split(text: str) -> tuple[tuple[str, ...], ...]:
    """Split a text into cells by the most frequent separator in its first lines."""
    if "\0" in text:
        unreadable("这个文件不是表格")
    head = "\n".join(text.split("\n", 20)[:20])
    sign = max(",\t;，；", key=head.count)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        return tuple(tuple(map(cleaned, row)) for row, _ in zip(rows, range(MOST_ROWS + 1), strict=False))
    except csv.Error:
        return unreadable("这个文件的引号没有收尾，分不出各格")
