"""A sheet -> its rows of content, and the rows that are skipped: sums, remarks, headings of parts, hidden rows."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from huanjie.imports.tables.headings import Layout, letter
from huanjie.imports.tables.kinds import NAMED_ABOVE, Kind
from huanjie.imports.tables.sheets import Sheet
from huanjie.imports.tables.sums import Sums
from huanjie.imports.tables.values import BLANK

_SUM = re.compile(r"(?:合|总|小|共|累)\s*计|总数")
_REMARK = re.compile(
    r"注\s*\d*\s*[:：]|说\s*明\s*[:：]|备\s*注\s*[:：]|填\s*表|填\s*报|制\s*表|审\s*核|单位.{0,4}章|联系"
)

_HEADING, _IS_SUM = "只有一处有字", "是合计"


@dataclass(frozen=True)
class Row:
    """A row of content: its sheet, its number as the spreadsheet counts, and the text of each column that is taken."""

    sheet: str
    number: int
    cells: Mapping[str, str]
    at: Mapping[str, str]  # what the spreadsheet calls each cell, such as C7
    shares: Mapping[str, range]  # columns whose cell is merged with those of other rows: the numbers of these rows


@dataclass(frozen=True)
class Skipped:
    """A row that is skipped, and why; `refused` where it should have been content."""

    sheet: str
    number: int
    why: str
    refused: bool = False


def rows(sheet: Sheet, layout: Layout, kind: Kind) -> Iterator[Row | Skipped]:
    """Give every row below the heading that is not empty, as content or as skipped."""
    titles = [text for row in sheet.rows[: layout.heading.start] for text in dict.fromkeys(row) if text]
    around = "\n".join([*titles, sheet.name, sheet.file])  # a table of one township names it there
    holder = kind.needed[0] if kind.needed[0] in NAMED_ABOVE else ""
    above = {holder: around} if holder and holder not in layout.columns else {}
    sums = Sums(kind)
    for at in range(layout.first, len(sheet.rows)):
        texts = sheet.rows[at]
        filled = [text for text in texts if text not in BLANK]
        if not filled:
            continue
        cells = {column: texts[number] if number < len(texts) else "" for column, number in layout.columns.items()}
        names = {column: f"{letter(number)}{at + 1}" for column, number in layout.columns.items()}
        if why := _no_content(sheet, layout, at, cells):
            differing = sums.differing(cells, names) if why == _IS_SUM else ""
            yield Skipped(sheet.name, at + 1, f"{why}，和上面各行对不上：{differing}" if differing else why)
            if why.startswith(_HEADING) and holder in above and holder not in layout.columns:
                above[holder] = f"{filled[0]}\n{around}"
            continue
        _fill(kind, cells, above)
        shares = _shares(sheet, layout, at)
        sums.add(cells, shares, at + 1)
        yield Row(sheet.name, at + 1, cells, names, shares)


def _no_content(sheet: Sheet, layout: Layout, at: int, cells: Mapping[str, str]) -> str:
    """Say why a row is not content; "" where it is."""
    filled = [text for text in sheet.rows[at] if text not in BLANK]
    if at in sheet.hidden.rows:
        return "是隐藏的行；要收请先取消隐藏"
    if any(_SUM.match(text) for text in filled[:3]):
        return _IS_SUM
    if _REMARK.match(filled[0]):
        return "是填表说明"
    if len({*filled}) == 1 and len(layout.columns) > 1 and not _goes_on(sheet, layout, at, filled):
        return f"{_HEADING}：“{filled[0][:20]}”"
    heads = {label.rpartition("/")[2].strip() for label in layout.labels}
    if {text for text in cells.values() if text} <= heads:
        return "又是表头"
    return ""


def _goes_on(sheet: Sheet, layout: Layout, at: int, filled: list[str]) -> bool:
    """Whether a row with one text continues the row above (another village): in any column but the first."""
    column = sheet.rows[at].index(filled[0])
    return len(filled) == 1 and column in layout.columns.values() and column > min(layout.columns.values())


def _fill(kind: Kind, cells: dict[str, str], above: dict[str, str]) -> None:
    """Fill in area and constituency from the rows above: a table states them only where they change."""
    outer = [key for key in kind.needed if key != kind.steps[-1].keys[-1] or kind.name in ("constituencies", "results")]
    if kind.by_name:
        outer.append("name")
        if cells.get("name", "") not in ("", above.get("name")) and not cells.get("number"):
            above.pop("number", None)  # a constituency that has a name and no number
    for place, key in enumerate(outer):
        if cells.get(key):
            if cells[key] != above.get(key):
                for inner in outer[place + 1 :]:
                    above.pop(inner, None)
            above[key] = cells[key]
        elif key in above:
            cells[key] = above[key]


def _shares(sheet: Sheet, layout: Layout, at: int) -> dict[str, range]:
    spans = ((column, sheet.merged.get((at, number))) for column, number in layout.columns.items())
    return {column: range(span[0] + 1, span[2] + 2) for column, span in spans if span and span[2] > span[0]}
