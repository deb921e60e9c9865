"""The report on an import for the editor: columns, skipped rows with the reasons, changes."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from huanjie.findings import escaping
from huanjie.imports import tables
from huanjie.imports.tables import Import, Skipped
from huanjie.imports.tables.headings import Layout, letter
from huanjie.imports.tables.kinds import Kind
from huanjie.imports.tables.mapping import Mapping
from huanjie.imports.tables.sheets import Sheet
from huanjie.yaml_text.changes import diff

_MOST_LINES = 40


def unfit(sheets: Sequence[Sheet], mapping: Mapping) -> Iterator[str]:
    """Say what a table lacks."""
    kind = mapping.kind
    sheet, layout = tables.best_sheet(sheets, kind)
    yield from columns_of(sheet, layout, kind)
    for name in mapping.lacking:
        yield f"没有找到 {name} 这一列：{kind.described(name)}\n"
    for label in () if mapping.lacking else tables.unknown(sheets, mapping):
        yield f"对应表里的“{escaping.line(label)}”这一列，表格里没有\n"


def columns_of(sheet: Sheet, layout: Layout, kind: Kind) -> Iterator[str]:
    """Say which column is which field."""
    heading = f"第 {layout.heading.start + 1} 行" + (
        f"至第 {layout.heading[-1] + 1} 行" if len(layout.heading) > 1 else ""
    )
    name = escaping.line(sheet.name)
    yield f"工作表“{name}”按{kind.noun}读（{kind.name}）：{heading}是表头，内容从第 {layout.first + 1} 行起。\n"
    fields = {at: f"{name}（{_short(kind, name)}）" for name, at in layout.columns.items()}
    for at, label in enumerate(layout.labels):
        aside = "不收（隐藏的列）" if at in sheet.hidden.columns else "不收"
        if label or at in fields:
            yield f"  {letter(at)} {escaping.line(label) or '（没有表头）'} → {fields.get(at, aside)}\n"
    if not sheet.hidden.known:
        yield "  这种文件看不出哪些行、列是隐藏的，隐藏的也读了。\n"


def _short(kind: Kind, name: str) -> str:
    return re.split("[，；。：]", kind.described(name))[0]


def import_report(
    fitting: Sequence[tuple[Sheet, Layout]], mapping: Mapping, result: Import, content: PurePath
) -> Iterator[str]:
    """Say which rows were taken, which were skipped and why, and what changes in the records."""
    for sheet, layout in fitting:
        yield from columns_of(sheet, layout, mapping.kind)
    for name, value in mapping.values.items():
        yield f"  每一行：{escaping.line(value)} → {name}（{_short(mapping.kind, name)}）\n"
    yield f"收了 {result.taken} 行。\n"
    for heading, refused in (("没有收，请处理", True), ("不是记录，没有收", False)):
        rows = [skipped for skipped in result.skipped if skipped.refused is refused]
        yield from _listed(heading, _rows(rows), len(rows))
    yield from _listed("记录里手改过的，照记录", result.kept)
    yield from _listed("上次表里有、这次没有的，记录没有删", result.gone)
    for file, (old, new) in sorted(result.files.items()):
        yield from _diff(escaping.line((content / file).as_posix()), old, new)
    if not result.files:
        yield "记录没有要改的。\n"


def _diff(path: str, old: bytes, new: bytes) -> Iterator[str]:
    before, after = (raw.decode("utf-8", "replace").splitlines() for raw in (old, new))
    for line in diff(before, after, path if old else "新文件", path):
        yield f"{line}\n"


def _rows(skipped_rows: Sequence[Skipped]) -> list[str]:
    """Say which rows were skipped and why; rows with the same reason in one line."""
    alike: dict[tuple[str, str], list[int]] = {}
    for skipped in skipped_rows:
        alike.setdefault((skipped.sheet, skipped.why), []).append(skipped.number)
    return [
        (f"“{sheet}”" if sheet else "") + (f"第 {'、'.join(map(str, numbers))} 行：" if any(numbers) else "") + why
        for (sheet, why), numbers in alike.items()
    ]


def _listed(heading: str, lines: Sequence[str], count: int = 0) -> Iterator[str]:
    if lines:
        yield f"{heading}（{count or len(lines)}）：\n"
        yield from (f"  {escaping.line(line)}\n" for line in lines[:_MOST_LINES])
        yield f"  还有 {len(lines) - _MOST_LINES} 条\n" if len(lines) > _MOST_LINES else ""


def draft(path: PurePath, raw: str, key: str, names: Sequence[str], why: str) -> Iterator[str]:
    """Show a mapping that is to be saved, with the lines to fill in."""
    yield f"请把下面的对应表存成 {escaping.line(str(path))}，补上缺的，再运行一次：\n\n{raw}"
    yield "".join((f"{key}:  # {why}\n", *(f"  {name}: …\n" for name in names)))
