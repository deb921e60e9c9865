"""What an import took for what, what it left and why, and what it changes: for the editor who looks at it."""

import re
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import PurePath

from huanjie import tables
from huanjie.tables import Import
from huanjie.tables.headings import Layout, letter
from huanjie.tables.kinds import Kind
from huanjie.tables.mapping import Mapping
from huanjie.tables.sheets import Sheet

_MOST_ROWS_TOLD = 40


def unfit(several: Sequence[Sheet], mapping: Mapping, kept: PurePath, draft: str) -> Iterator[str]:
    """Say what a table lacks, and how a mapping, kept or to be made of a draft, would tell it."""
    kind = mapping.kind
    sheet, layout = tables.guessed(several, kind)
    yield from columns_of(sheet, layout, kind)
    for name in mapping.lacking:
        yield f"没有找到 {name} 这一列：{kind.described(name)}\n"
    for label in () if mapping.lacking else tables.unknown(several, mapping):
        yield f"对应表里的“{label}”这一列，表格里没有\n"
    if not draft:
        yield f"请改对应表 {kept}，或者换一张表格。\n"
        return
    yield f"请把下面的对应表存成 {kept}，补上缺的，再运行一次：\n\n{draft}"
    if mapping.lacking:
        lines = "".join(f"  {name}: …\n" for name in mapping.lacking)
        yield f"values:  # 每一行都一样的写在这里；表格里有的，写到上面的 columns 里\n{lines}"


def columns_of(sheet: Sheet, layout: Layout, kind: Kind) -> Iterator[str]:
    """Say what was taken for what."""
    heading = f"第 {layout.heading.start + 1} 行" + (
        f"至第 {layout.heading[-1] + 1} 行" if len(layout.heading) > 1 else ""
    )
    yield f"工作表“{sheet.name}”按{kind.noun}读（{kind.name}）：{heading}是表头，内容从第 {layout.first + 1} 行起。\n"
    taken = {at: name for name, at in layout.columns.items()}
    for at, label in enumerate(layout.labels):
        name = taken.get(at)
        aside = "不收（隐藏的列）" if at in sheet.hidden.columns else "不收"
        if label or name:
            yield f"  {letter(at)} {label or '（没有表头）'} → {f'{name}（{_short(kind, name)}）' if name else aside}\n"
    if not sheet.hidden.known:
        yield "  这种文件看不出哪些行、列是隐藏的，隐藏的也读了。\n"


def _short(kind: Kind, name: str) -> str:
    return re.split("[，；。]", kind.described(name))[0]


def told(fitting: Sequence[tuple[Sheet, Layout]], mapping: Mapping, result: Import, content: PurePath) -> Iterator[str]:
    """Say what was taken, what was not and why, and what changes in the records."""
    for sheet, layout in fitting:
        yield from columns_of(sheet, layout, mapping.kind)
    for name, value in mapping.values.items():
        yield f"  每一行：{value} → {name}（{_short(mapping.kind, name)}）\n"
    yield f"收了 {result.taken} 行。\n"
    yield from _listed("没有收，请处理", [_row(left) for left in result.left if left.refused])
    yield from _listed("不是记录，没有收", [_row(left) for left in result.left if not left.refused])
    yield from _listed("记录里手改过的，照记录", result.kept)
    yield from _listed("上次表里有、这次没有的，记录没有删", result.gone)
    for file, (old, new) in sorted(result.files.items()):
        yield from _diff((content / file).as_posix(), old, new)
    if not result.files:
        yield "记录没有要改的。\n"


def _diff(path: str, old: bytes, new: bytes) -> Iterator[str]:
    before, after = (one.decode("utf-8", "replace").splitlines() for one in (old, new))
    for line in unified_diff(before, after, path if old else "新文件", path, n=1, lineterm=""):
        yield f"{line}\n"


def _row(left: tables.Left) -> str:
    sheet = f"“{left.sheet}”" if left.sheet else ""
    return f"{sheet}第 {left.number} 行：{left.why}" if left.number else left.why


def _listed(heading: str, several: Sequence[str]) -> Iterator[str]:
    if several:
        yield f"{heading}（{len(several)}）：\n"
        yield from (f"  {one}\n" for one in several[:_MOST_ROWS_TOLD])
        yield f"  还有 {len(several) - _MOST_ROWS_TOLD} 条\n" if len(several) > _MOST_ROWS_TOLD else ""
