"""The work of `huanjie import table`: open a table, find its mapping, show the changes, write them with --write."""

import re
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from huanjie import findings
from huanjie.cli import CLEAN, FOUND, say, tell, usage_error
from huanjie.content.loading import load
from huanjie.findings import ERROR, escaping
from huanjie.imports import tables
from huanjie.imports.tables.hidden import MOST_BYTES
from huanjie.imports.tables.kinds import NAMED_ABOVE, Kind, kinds
from huanjie.imports.tables.mapping import Mapping, drafted, mapping_of
from huanjie.imports.tables.report import columns_of, draft, import_report, unfit
from huanjie.imports.tables.sandbox import sheets_apart
from huanjie.imports.tables.sheets import Sheet, UnreadableError, unreadable
from huanjie.system.inside import NotWrittenError, read_inside
from huanjie.system.writing import write_atomically


@dataclass(frozen=True)
class _Memory:
    """The files beside the content that last from import to import: the mapping, and the rows of the last table."""

    mapping: Path
    last: Path

    @classmethod
    def of(cls, content: Path, kind: str) -> "_Memory":
        inside = content.name in ("", "..")  # whoever stands in the content folder
        folder = (content.resolve() if inside else content).parent / "imports"
        return cls(folder / f"{kind}.yml", folder / f"{kind}.csv")


def run(options: Namespace) -> int:
    """Import a table."""
    try:
        sheets = _opened(options)
        kind = _kind(options.kind) if options.kind else tables.kind_of(sheets)
        path = options.map or _Memory.of(options.content, kind.name).mapping
        raw = path.read_bytes() if options.map or path.is_file() else _drafted(sheets, kind)
        mapping = mapping_of(path.as_posix(), raw)
        if isinstance(mapping, Mapping):
            return _import(options, sheets, mapping, raw)
    except UnreadableError as why:
        return usage_error(str(why))
    except NotWrittenError as why:
        return tell(why)
    except (FileNotFoundError, IsADirectoryError) as error:
        return usage_error(f"没有“{error.filename}”这个文件")
    say(f"{findings.as_text(mapping, lambda _: raw.decode('utf-8-sig', 'replace').split(chr(10)))}\n")
    return FOUND


def _kind(name: str) -> Kind:
    """Find a kind of table by name; raises UnreadableError."""
    names = "、".join(f"{kind.name}（{kind.noun}）" for kind in kinds().values())
    return kinds().get(name) or unreadable(f"没有“{name}”这一种表格", f"可以写：{names}")


def _opened(options: Namespace) -> tuple[Sheet, ...]:
    """Read the table; raises UnreadableError or OSError."""
    if not options.content.is_dir():
        unreadable(f"没有内容文件夹“{options.content}”", "请用 --content 写它在哪里")
    if options.file.stat().st_size > MOST_BYTES:
        unreadable(f"“{options.file}”超过 {MOST_BYTES // 1_000_000} MB", "请分成几个文件")
    return sheets_apart(options.file.name, options.file.read_bytes())


def _import(options: Namespace, sheets: Sequence[Sheet], mapping: Mapping, raw: bytes) -> int:
    memory = _Memory.of(options.content, mapping.table)
    fitting = [*tables.fitting(sheets, mapping)]
    if mapping.lacking or not fitting:
        say(*unfit(sheets, mapping))
        why = "每一行都一样的写在这里；表格里有的，写到上面的 columns 里"
        say(*_to_fill_in(options, memory, raw, "values", mapping.lacking, why))
        return FOUND
    last = tables.cells_from_csv(memory.last.read_bytes()) if memory.last.is_file() else {}
    records, reported = load(options.content)
    if wrong := sum(finding.severity == ERROR for finding in reported):
        say(f"记录里现在有 {wrong} 个错误，读不出来的记录这里看不到；请先运行 huanjie check。\n")
    result = tables.imported(fitting, mapping, records, lambda file: read_inside(options.content, file) or b"", last)
    if options.write:
        _write_all(options.content, result, memory, {**last, **result.cells}, raw)
    say(*import_report(fitting, mapping, result, options.content))
    if options.write:
        say(f"已经写入 {len(result.files)} 个文件；请运行 huanjie check 核对。\n")
    else:
        why = "表里的叫法是哪份记录，写编号；要新建的，再加一行 source: 来源的编号"
        say(*_to_fill_in(options, memory, raw, "names", result.unknown, why))
    if result.files and not options.write:
        say("还没有写入；看过没有问题，加上 --write 再运行一次。\n")
    return FOUND if any(row.refused for row in result.skipped) else CLEAN


def _to_fill_in(  # noqa: PLR0913, PLR0917  # what is said of one part of a mapping
    options: Namespace, memory: _Memory, raw: bytes, key: str, names: Sequence[str], why: str
) -> Iterable[str]:
    """Show the mapping with the names to fill in; a saved mapping is only named."""
    path = options.map or memory.mapping
    if path.is_file():
        return [f"请改对应表 {escaping.line(str(path))}。\n"] if names else []
    return draft(path, raw.decode(), key, names, why) if names else []


def _write_all(content: Path, result: tables.Import, memory: _Memory, said_now: tables.Cells, mapping: bytes) -> None:
    for file, (old, new) in result.files.items():
        write_atomically(content, file, new, old or None)
    memory.mapping.parent.mkdir(exist_ok=True)
    write_atomically(
        memory.last.parent,
        memory.last.name,
        tables.cells_as_csv(said_now),
        read_inside(memory.last.parent, memory.last.name),
    )
    if not memory.mapping.is_file():
        write_atomically(memory.mapping.parent, memory.mapping.name, mapping, None)


def _drafted(sheets: Sequence[Sheet], kind: Kind) -> bytes:
    """Guess a mapping from the headings, and ask on a terminal for the rest."""
    sheet, layout = tables.best_sheet(sheets, kind)
    columns: dict[str, str] = tables.column_names(layout)
    if not columns:
        unreadable("看不出哪一行是表头", "请核对是不是这个文件；表头和通常的叫法不同时，用 --map 写一份对应表")
    hints = tables.title_hints(sheet, layout)
    values = {name: hints[name] for name in kind.needed if name in hints and name not in columns}
    if sys.stdin.isatty():
        say(*columns_of(sheet, layout, kind))
        for name in kind.needed:
            answer = "" if name in {*NAMED_ABOVE, *columns, *values} else _answer(kind, name)
            if re.fullmatch("[A-Za-z]{1,2}", answer):
                columns[name] = answer.upper()
            elif answer:
                values[name] = answer
    return drafted(kind, columns, values)


def _answer(kind: Kind, name: str) -> str:
    say(f"哪一列是 {name}（{kind.described(name)}）？写列的字母；每一行都一样的，写内容：")
    return sys.stdin.readline().strip()
