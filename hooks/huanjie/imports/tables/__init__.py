"""An office's spreadsheet -> changes to the files of a content folder, and the rows that are skipped.

Nothing is written here: `imported` gives the new bytes of each file.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from huanjie.content.records import Records
from huanjie.imports.tables.headings import Layout, laid_out, laid_out_as, letter
from huanjie.imports.tables.kinds import Kind, kinds
from huanjie.imports.tables.mapping import Mapping as TableMapping
from huanjie.imports.tables.merging import Cells, Merged, merged
from huanjie.imports.tables.rows import Row, Skipped, rows
from huanjie.imports.tables.sheets import Sheet
from huanjie.imports.tables.target import target_of
from huanjie.model.sources import Source
from huanjie.yaml_text import read
from huanjie.yaml_text.editing import fields

__all__ = [
    "Cells",
    "Import",
    "Skipped",
    "best_sheet",
    "cells_as_csv",
    "cells_from_csv",
    "column_names",
    "fitting",
    "imported",
    "kind_of",
    "title_hints",
    "unknown",
]

_HEAD = ("文件", "记录", "栏", "表里的内容")
_SORTS = ("民族乡", "街道", "镇", "乡", "农场", "林场", "牧场", "开发区")  # how names end


@dataclass
class Import:
    """The result of an import."""

    files: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)  # the old and the new bytes
    skipped: list[Skipped] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)  # records in the table at the last import, and not in it now
    cells: Cells = field(default_factory=dict)
    taken: int = 0
    unknown: list[str] = field(default_factory=list)  # names in the table that mean no record


def kind_of(sheets: Sequence[Sheet]) -> Kind:
    """The kind of table that a file is most like."""
    return max(kinds().values(), key=lambda kind: max(_likeness(sheet, kind) for sheet in sheets))


def _likeness(sheet: Sheet, kind: Kind) -> float:
    layout = laid_out(sheet, kind)
    return 0.0 if kind.surely and kind.surely not in layout.columns else layout.score


def unknown(sheets: Iterable[Sheet], mapping: TableMapping) -> tuple[str, ...]:
    """The columns of a mapping that are missing in the sheet with most of them."""
    missing = [laid_out_as(sheet, mapping.kind, mapping.columns, None).missing for sheet in sheets]
    return min(missing, key=len)


def best_sheet(sheets: Iterable[Sheet], kind: Kind) -> tuple[Sheet, Layout]:
    """The sheet with most columns of a kind of table, and its layout."""
    layouts = [(sheet, laid_out(sheet, kind)) for sheet in sheets]
    return max(layouts, key=lambda sheet_and_layout: sheet_and_layout[1].score)


_LEVELS = {"县级": r"[县区市旗](?:级|第.{1,4}届)?人(?:大|民代表)", "乡级": r"[乡镇](?:级|第.{1,4}届)?人(?:大|民代表)"}


def title_hints(sheet: Sheet, layout: Layout) -> dict[str, str]:
    """The values that the titles above a heading give to every row: the level of the deputies elected."""
    titles = " ".join(text for row in sheet.rows[: layout.heading.start] for text in row)
    levels = [level for level, sign in _LEVELS.items() if re.search(sign, titles)]
    return {"level": levels[0]} if len(levels) == 1 else {}


def column_names(layout: Layout) -> dict[str, str]:
    """The names of a sheet's columns in a mapping: their headings, or letters where two have the same heading."""
    labels = layout.labels
    return {
        column: labels[at] if labels[at] and labels.count(labels[at]) == 1 else letter(at)
        for column, at in sorted(layout.columns.items(), key=lambda column_and_number: column_and_number[1])
    }


def fitting(sheets: Iterable[Sheet], mapping: TableMapping) -> Iterator[tuple[Sheet, Layout]]:
    """The sheets that a mapping fits, each with its layout."""
    for sheet in sheets:
        if mapping.sheet in (None, sheet.name):
            first = None if mapping.first is None else mapping.first - 1
            layout = laid_out_as(sheet, mapping.kind, mapping.columns, first)
            if layout.columns and (mapping.sheet or not layout.missing):
                yield sheet, layout


def imported(
    sheets: Iterable[tuple[Sheet, Layout]],
    mapping: TableMapping,
    records: Records,
    raw_of: Callable[[str], bytes],
    last: Cells,
) -> Import:
    """Merge the sheets into the files; `raw_of` gives a file's bytes, none where there is no file."""
    result = Import()
    content: list[Row] = []
    for sheet, layout in sheets:
        for row in rows(sheet, layout, mapping.kind):
            if isinstance(row, Skipped):
                result.skipped.append(row)
            else:
                content.append(row)
    target = target_of(content, mapping, records)
    result.skipped += target.skipped
    result.taken, result.unknown = target.taken, target.unknown
    for file, node in target.files.items():
        raw = raw_of(file)
        before = raw or _begun(file, mapping)
        sources = {source.slug: source for source in records.of(Source)}
        if file.startswith("areas/") and not (raw or (before and sources.keys() >= {*mapping.source})):
            known = "、".join(sources) or "现在还没有"
            why = f"要新建 {file}：请在对应表里写 source: 来源的编号（已有：{known}），names 里写全名，如 示例镇"
            result.skipped.append(Skipped("", 0, why, refused=True))
            continue
        _take(result, file, raw, merged(file, before, node, mapping.kind, last), last)
    result.skipped.sort(key=lambda skipped: (skipped.sheet, skipped.number))
    return result


def _take(result: Import, file: str, raw: bytes, made: Merged, last: Cells) -> None:
    """Add the merge of one file to the result, unless the file had errors before."""
    if raw and isinstance(read(file, raw), tuple):
        result.skipped.append(Skipped(file, 0, "文件现在就有错误；请先运行 huanjie check，改好了再收", refused=True))
        return
    result.skipped += (Skipped(*row, why, refused=True) for row, why in made.refused)
    result.taken -= len({row for row, _ in made.refused})
    result.kept += made.kept
    result.cells |= made.cells
    now = {record for _, record, _ in made.cells}
    earlier = dict.fromkeys(record for known, record, _ in last if known == file)
    result.gone += (f"{file}：{record}" for record in earlier if record not in now)
    if made.raw != raw:
        result.files[file] = (raw, made.raw)


def _begun(file: str, mapping: TableMapping) -> bytes:
    """The first lines of a new file: name, sort and sources of an area; nothing for a list."""
    slug = file.removeprefix("areas/").removesuffix(".yml")
    name = next((name for name, known in mapping.names.items() if known == slug), "")
    sort = next((sort for sort in _SORTS if name.endswith(sort)), "")
    return (
        f"{fields({'title': name, 'sort': sort, 'source': [*mapping.source]}, 0)}\n".encode()
        if sort and mapping.source
        else b""
    )


def cells_from_csv(raw: bytes) -> Cells:
    """Read the cells of the last import."""
    text = raw.decode("utf-8-sig", "replace").replace("\0", "")
    lines = csv.reader(io.StringIO(text, newline=""), strict=False)
    return {(row[0], row[1], row[2]): row[3] for row in lines if len(row) == len(_HEAD) and row != [*_HEAD]}


def cells_as_csv(cells: Mapping[tuple[str, str, str], str]) -> bytes:
    """Write the cells of a table, for the next import."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([_HEAD, *((*key, value) for key, value in sorted(cells.items()))])
    return text.getvalue().encode()
