"""Two things that calamine does not give: hidden rows and columns, and whether a file is too big to open."""

import io
import re
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from huanjie.imports.tables import compound

MOST_BYTES = 20_000_000
MOST_UNPACKED = 100_000_000
MOST_CELLS = 500_000  # that are there: 20,000 rows of 25; more than 5 s for a million with long texts
MOST_ROOM = 1_100_000  # calamine makes room for every cell up to the last; a column may go down to the last row
FAR = "表格里最后一格离得太远"

_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^<>]*>")
_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*>")
_CELL = re.compile(rb"<(?:\w+:)?c\b(?:[^<>]*?\br=\"([A-Z]{1,3})(\d{1,7})\")?")
_HIDDEN = re.compile(rb"\bhidden=\"(?:1|true)\"")
_NUMBER = {name: re.compile(rb"\b" + name.encode() + rb"=\"(\d{1,7})\"") for name in ("min", "max", "r")}
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^<>]*?\b\w+:id=\"([^\"]+)\"")
_PART = re.compile(rb"<(?:\w+:)?Relationship\b[^<>]*>")
_OPEN = "content.xml"  # the part of an ods file that holds all sheets
_TABLE = re.compile(rb"<table:table[ >]")
_OPEN_ROW, _OPEN_COLUMN = (re.compile(rb"<table:table-" + name + rb"\b(?!-)[^<>]*>") for name in (b"row", b"column"))
_COLLAPSED = re.compile(rb"\btable:visibility=\"(?:collapse|filter)\"")
_REPEATED = re.compile(rb"\btable:number-(?:rows|columns)-repeated=\"(\d{1,7})\"")
_MOST_REPEATED = 20_000


@dataclass(frozen=True)
class Hidden:
    """Numbers of the hidden rows and columns, from 0; `known` is False where the file does not have them."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    known: bool = True


def too_much(raw: bytes) -> str:
    """Say why a file is too big to open; "" where it is not."""
    if len(raw) > MOST_BYTES:
        return f"文件有 {len(raw) / 1_000_000:.0f} MB，超过 {MOST_BYTES / 1_000_000:.0f} MB"
    try:
        if raw.startswith(compound.SIGN):
            return FAR if compound.room(raw) > MOST_ROOM else ""
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                return "文件展开以后太大"
            return next(filter(None, (_excess(_read(packed, sheet)) for sheet in _sheets(packed))), "")
    except struct.error:
        return ""  # broken: calamine refuses it
    except (zipfile.BadZipFile, OSError, ValueError, IndexError, NotImplementedError, RuntimeError):
        return ""


def _excess(text: bytes) -> str:
    """Say why a sheet has, or needs room for, too many cells; cells may lack their addresses."""
    row = column = 0
    for number, cell in enumerate(_CELL.finditer(text), 1):
        if cell[1]:
            row, column = max(row, int(cell[2])), max(column, _column(cell[1]))
        if row * column > MOST_ROOM:
            return FAR
        if number > MOST_CELLS:
            return f"一张表里超过 {MOST_CELLS} 格"
    return ""


def hidden(raw: bytes, number: int) -> Hidden:
    """Which rows and columns of a sheet are hidden."""
    try:
        if raw.startswith(compound.SIGN):
            return Hidden(*compound.hidden(raw, number))
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if _OPEN in packed.namelist():
                return _hidden_in_ods(_read(packed, _OPEN), number)
            text = _read(packed, _sheets(packed)[number])
    except struct.error:
        return Hidden(known=False)
    except (zipfile.BadZipFile, OSError, ValueError, IndexError, NotImplementedError, RuntimeError):
        return Hidden(known=False)
    columns = [tag for tag in _COLUMN.findall(text) if _HIDDEN.search(tag)]
    rows = [tag for tag in _ROW.findall(text) if _HIDDEN.search(tag)]
    return Hidden(
        frozenset(_number(tag, "r") - 1 for tag in rows),
        frozenset(
            number for tag in columns for number in range(_number(tag, "min") - 1, min(_number(tag, "max"), 20_000))
        ),
    )


def _hidden_in_ods(text: bytes, number: int) -> Hidden:
    """OpenDocument has no numbers at its rows and columns: they are counted, with how often each is repeated."""
    table = _TABLE.split(text)[number + 1]
    return Hidden(frozenset(_collapsed(table, _OPEN_ROW)), frozenset(_collapsed(table, _OPEN_COLUMN)))


def _collapsed(table: bytes, tag: re.Pattern[bytes]) -> Iterator[int]:
    at = 0
    for tag_text in tag.findall(table):
        repeated = _REPEATED.search(tag_text)
        times = int(repeated[1]) if repeated else 1
        if _COLLAPSED.search(tag_text):
            yield from range(at, min(at + times, at + _MOST_REPEATED))
        at += times


def _sheets(packed: zipfile.ZipFile) -> list[str]:
    """The parts of the file that hold the sheets, in their order."""
    if "xl/workbook.xml" not in packed.namelist():
        return []
    links = {}
    for tag in _PART.findall(_read(packed, "xl/_rels/workbook.xml.rels")):
        name, target = re.search(rb"\bId=\"([^\"]+)\"", tag), re.search(rb"\bTarget=\"([^\"]+)\"", tag)
        if name and target:
            path = target[1].decode("utf-8", "replace")
            links[name[1]] = path.removeprefix("/") if path.startswith("/") else f"xl/{path}"
    known = {*packed.namelist()}
    ids = _SHEET.findall(_read(packed, "xl/workbook.xml"))
    return [links[sheet_id] for sheet_id in ids if links.get(sheet_id) in known]


def _read(packed: zipfile.ZipFile, part: str) -> bytes:
    try:
        return packed.read(part)
    except (KeyError, zipfile.BadZipFile, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise ValueError(part) from error


def _number(tag: bytes, name: str) -> int:
    match = _NUMBER[name].search(tag)
    return int(match[1]) if match else 0


@cache
def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
