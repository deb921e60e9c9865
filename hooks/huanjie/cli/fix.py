"""`huanjie fix`: put right what can be computed; shows the changes, writes them with --write."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from huanjie.cli import CLEAN, FOUND, places, say, tell, usage_error
from huanjie.cli.parser import Parser
from huanjie.content.cache import ReadingCache
from huanjie.content.files import kind_of, list_files
from huanjie.content.fixes import fixed
from huanjie.content.loading import load
from huanjie.content.reading import Reader
from huanjie.findings import Finding, escaping
from huanjie.system.inside import NotWrittenError, read_inside
from huanjie.system.writing import write_atomically
from huanjie.yaml_text.changes import diff

HELP = "把能算出正确写法的错误改好；先给人看怎样改，写了 --write 才改文件"

_ROUNDS = 5  # what refers to a record can be told only once both can be read


def add(parser: Parser) -> None:
    """Say what may be written."""
    paths_help = "内容文件夹，或者其中的文件；不写就是 content"
    parser.arguments.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=paths_help)
    parser.arguments.add_argument("--write", action="store_true", help="改文件；不写这个就只看会改什么")


def run(options: Namespace) -> int:
    """Show what can be put right in the requested files; write it with --write."""
    try:
        folders = places.requested(options.paths)
    except places.NoContentError as why:
        return usage_error(str(why))
    try:
        fixed = [_all_fixed(content, below, write=options.write) for content, below in folders.items()]
    except NotWrittenError as why:
        return tell(why)
    changed = {path for paths in fixed for path in paths}
    if not changed:
        say("没有能代改的地方。\n")
        return CLEAN
    last = "改好了，请运行 huanjie check 再核对一遍" if options.write else "还没有改；要改请加上 --write"
    say(f"{len(changed)} 个文件：{last}。\n")
    return CLEAN if options.write else FOUND


def _all_fixed(content: Path, below: Sequence[str], *, write: bool) -> set[Path]:
    """Go on until nothing changes any more."""
    changed: set[Path] = set()
    for _ in range(_ROUNDS if write else 1):
        fixed = _fixed(content, below, write=write)
        changed |= fixed
        if not fixed:
            break
    return changed


def _fixed(content: Path, below: Sequence[str], *, write: bool) -> set[Path]:
    """Show the changes to the files of a folder, write them if `write`, and give the files."""
    changed = set()
    _, reported = load(content, Reader(ReadingCache(content)))
    for file in list_files(content, []):
        path, own = content / file, [finding for finding in reported if finding.at.file == file]
        if not own or isinstance(kind_of(file), Finding) or not places.is_requested(file, below):
            continue
        if path.is_symlink():  # the record that it leads to is put right where it lies
            continue
        raw = read_inside(content, file) or b""
        new = fixed(file, raw, own)
        if new != raw:
            changed.add(path)
            say(_change_text(escaping.line(path.as_posix()), raw, new))
            if write:
                write_atomically(content, file, new, raw)
    return changed


def _change_text(name: str, old: bytes, new: bytes) -> str:
    """The change as a diff, or a sentence where every line is written in another encoding."""
    try:
        lines = old.decode().splitlines()
    except UnicodeDecodeError:
        return f"{name}：改用 UTF-8 编码\n"
    lines_changed = diff(lines, new.decode().splitlines(), f"{name}（现在）", f"{name}（改好）")
    return "".join(f"{line}\n" for line in lines_changed)
