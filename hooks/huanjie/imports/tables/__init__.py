"""A spreadsheet, as an office keeps it -> changes to the files of a content folder, and the rows that cannot be taken.

Nothing is written here: `imported` gives every file as it should be.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from huanjie.content.records import Records
from huanjie.imports.tables.headings import Layout, laid_out, laid_out_as, letter
from huanjie.imports.tables.kinds import Kind, kinds
from huanjie.imports.tables.mapping import Mapping as Given
from huanjie.imports.tables.merging import Merged, Said, merged
from huanjie.imports.tables.rows import Left, Row, rows
from huanjie.imports.tables.sheets import Sheet
from huanjie.imports.tables.target import wanted
from huanjie.model.sources import Source
from huanjie.yaml_text import read
from huanjie.yaml_text.editing import fields

__all__ = [
    "Import",
    "Left",
    "Said",
    "as_said",
    "fitting",
    "guessed",
    "hinted",
    "imported",
    "kind_of",
    "last_said",
    "named",
    "unknown",
]

_HEAD = ("文件", "记录", "栏", "表里的内容")
_SORTS = ("民族乡", "街道", "镇", "乡", "农场", "林场", "牧场", "开发区")  # how names end


@dataclass
class Import:
    """What an import comes to."""

    files: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)  # as they are, as they should be
    left: list[Left] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)  # what the table had at the last import and has no longer
    said: Said = field(default_factory=dict)
    taken: int = 0
    unknown: list[str] = field(default_factory=list)  # names in the table that mean no record


def kind_of(sheets: Sequence[Sheet]) -> Kind:
    """The kind of table that a file looks like most."""
    return max(kinds().values(), key=lambda kind: max(_likeness(sheet, kind) for sheet in sheets))


def _likeness(sheet: Sheet, kind: Kind) -> float:
    layout = laid_out(sheet, kind)
    return 0.0 if kind.surely and kind.surely not in layout.columns else layout.score


def unknown(sheets: Iterable[Sheet], given: Given) -> tuple[str, ...]:
    """The columns that a mapping names and no sheet has, in the sheet that has most of the others."""
    missing = [laid_out_as(sheet, given.kind, given.columns, None).missing for sheet in sheets]
    return min(missing, key=len)


def guessed(sheets: Iterable[Sheet], kind: Kind) -> tuple[Sheet, Layout]:
    """The sheet that has most columns of a kind of table, and where they are."""
    several = [(sheet, laid_out(sheet, kind)) for sheet in sheets]
    return max(several, key=lambda one: one[1].score)


_LEVELS = {"县级": r"[县区市旗](?:级|第.{1,4}届)?人(?:大|民代表)", "乡级": r"[乡镇](?:级|第.{1,4}届)?人(?:大|民代表)"}


def hinted(sheet: Sheet, layout: Layout) -> dict[str, str]:
    """What the titles above a heading say of every row: which level's deputies are elected."""
    titles = " ".join(text for row in sheet.rows[: layout.heading.start] for text in row)
    levels = [level for level, sign in _LEVELS.items() if re.search(sign, titles)]
    return {"level": levels[0]} if len(levels) == 1 else {}


def named(layout: Layout) -> dict[str, str]:
    """What a mapping calls the columns of a sheet: their headings, or letters where two are headed alike."""
    labels = layout.labels
    return {
        column: labels[at] if labels[at] and labels.count(labels[at]) == 1 else letter(at)
        for column, at in sorted(layout.columns.items(), key=lambda one: one[1])
    }


def fitting(sheets: Iterable[Sheet], given: Given) -> Iterator[tuple[Sheet, Layout]]:
    """The sheets that a mapping is for, each with where its columns are."""
    for sheet in sheets:
        if given.sheet in (None, sheet.name):
            first = None if given.first is None else given.first - 1
            layout = laid_out_as(sheet, given.kind, given.columns, first)
            if layout.columns and (given.sheet or not layout.missing):
                yield sheet, layout


def imported(
    several: Iterable[tuple[Sheet, Layout]],
    given: Given,
    records: Records,
    raw_of: Callable[[str], bytes],
    last: Said,
) -> Import:
    """Bring what the sheets say together with the files; `raw_of` gives a file's bytes, none where there is no file."""
    result = Import()
    content: list[Row] = []
    for sheet, layout in several:
        for row in rows(sheet, layout, given.kind):
            if isinstance(row, Left):
                result.left.append(row)
            else:
                content.append(row)
    asked = wanted(content, given, records)
    result.left += asked.left
    result.taken, result.unknown = asked.taken, asked.unknown
    for file, node in asked.files.items():
        raw = raw_of(file)
        before = raw or _begun(file, given)
        sources = {one.slug: one for one in records.of(Source)}
        if file.startswith("areas/") and not (raw or (before and sources.keys() >= {*given.source})):
            known = "、".join(sources) or "现在还没有"
            why = f"要新建 {file}：请在对应表里写 source: 来源的编号（已有：{known}），names 里写全名，如 示例镇"
            result.left.append(Left("", 0, why, refused=True))
            continue
        _take(result, file, raw, merged(file, before, node, given.kind, last), last)
    result.left.sort(key=lambda left: (left.sheet, left.number))
    return result


def _take(result: Import, file: str, raw: bytes, made: Merged, last: Said) -> None:
    """Take over what came of one file, unless it could not be read any more."""
    if raw and isinstance(read(file, raw), tuple):
        result.left.append(Left(file, 0, "文件现在就有错误；请先运行 huanjie check，改好了再收", refused=True))
        return
    result.left += (Left(*row, why, refused=True) for row, why in made.refused)
    result.taken -= len({row for row, _ in made.refused})
    result.kept += made.kept
    result.said |= made.said
    now = {record for _, record, _ in made.said}
    earlier = dict.fromkeys(record for known, record, _ in last if known == file)
    result.gone += (f"{file}：{record}" for record in earlier if record not in now)
    if made.raw != raw:
        result.files[file] = (raw, made.raw)


def _begun(file: str, given: Given) -> bytes:
    """The beginning of a file that is not there yet: an area has a name, a sort and sources; a list has nothing."""
    slug = file.removeprefix("areas/").removesuffix(".yml")
    name = next((name for name, known in given.names.items() if known == slug), "")
    sort = next((sort for sort in _SORTS if name.endswith(sort)), "")
    return (
        f"{fields({'title': name, 'sort': sort, 'source': [*given.source]}, 0)}\n".encode()
        if sort and given.source
        else b""
    )


def last_said(raw: bytes) -> Said:
    """Read what a table said at the last import."""
    text = raw.decode("utf-8-sig", "replace").replace("\0", "")
    lines = csv.reader(io.StringIO(text, newline=""), strict=False)
    return {(row[0], row[1], row[2]): row[3] for row in lines if len(row) == len(_HEAD) and row != [*_HEAD]}


def as_said(said: Mapping[tuple[str, str, str], str]) -> bytes:
    """Write what a table says, for the next import."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([_HEAD, *((*key, value) for key, value in sorted(said.items()))])
    return text.getvalue().encode()
