"""`huanjie import text`: a pasted report becomes a draft meeting record."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from huanjie.cli import CLEAN, say, tell, usage_error
from huanjie.cli.parser import Parser
from huanjie.content.reading import Reader
from huanjie.findings import escaping
from huanjie.model.marks import marks
from huanjie.system.inside import NotWrittenError
from huanjie.system.writing import NewerError, write_atomically
from huanjie.yaml_text import MAX_BYTES, shorten
from huanjie.yaml_text.names import wrong_name

if TYPE_CHECKING:
    from huanjie.imports.reports import Draft

HELP = "把粘贴来的会议报道变成会议记录的草稿，存疑的地方都标出来"


def add(parser: Parser) -> None:
    """Say what may be written."""
    parser.arguments.add_argument("file", metavar="FILE", help="存着报道的文本文件；写 - 就从标准输入读")
    content_help = "内容文件夹；不写就是 content"
    parser.arguments.add_argument("--content", type=Path, default=Path("content"), metavar="PATH", help=content_help)
    parser.arguments.add_argument(
        "--source", default="", metavar="ID", help="报道在 sources.yml 里的编号；还没有登记就不写"
    )
    parser.arguments.add_argument("--name", default="", help="草稿的文件名，如 2016-05-31-2；不写就用会议日期")
    parser.arguments.add_argument("--print", action="store_true", help="只打印草稿，不写文件")


def run(options: Namespace) -> int:
    """Make a draft of a report."""
    from huanjie.imports.reports import NoReportError, draft  # noqa: PLC0415  # its patterns take 0.15 s, and `check` needs none

    try:
        with sys.stdin.buffer if options.file == "-" else Path(options.file).open("rb") as report:
            raw = report.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            return usage_error(f"“{options.file}”太大，不像一份报道；请只粘贴报道本身")
        made = draft(raw, options.source, set(_known(options.content)))
    except (FileNotFoundError, IsADirectoryError):
        return usage_error(f"没有“{options.file}”这个文件")
    except NoReportError as error:
        return usage_error(f"“{options.file}”{error}")
    if options.print:
        say(made.text)
        return CLEAN
    return _write(made, options.content, options.name)


def _known(content: Path) -> Iterator[str]:
    """The ids and labels that sources have."""
    for _, reading in Reader().readings(content, ("sources.yml",)):
        for source in reading.records:
            yield from (source.slug, source.heading)


def _write(made: "Draft", content: Path, name: str) -> int:
    """Write the draft as a new file and print a report; an existing file is never touched."""
    if name and (doubt := wrong_name(f"{name}.yml", f"meetings/{name}.yml")):
        return usage_error(f"文件名“{shorten(name)}”{doubt[0]}；{doubt[1].replace('.yml', '')}")
    if not content.is_dir():
        return usage_error(f"没有内容文件夹“{content}”，请用 --content 指明")
    path = content / "meetings" / f"{name or made.slug}.yml"
    try:
        write_atomically(content, f"meetings/{path.name}", made.text.encode(), None)
    except NewerError:
        return usage_error(f"已经有 {path}，没有动它；另起一个名字请用 --name {path.stem}-2")
    except NotWrittenError as why:
        return tell(why)
    say(*(f"{escaping.line(line)}\n" for line in _report(made, path)))
    return CLEAN


def _report(made: "Draft", path: Path) -> list[str]:
    """The changes to the text, the fields that were filled, and each doubtful place with its line."""
    lines = [(number, line) for number, line in enumerate(made.text.split("\n"), 1) if not line.startswith("#")]
    doubts = [f"  第 {number} 行：{why}" for number, line in lines for why in marks(line)]
    return [
        f"写好了草稿 {path}",
        *(f"  {act}" for act in made.done),
        "读成了：",
        *(f"  {name}：{text}" for name, text in made.taken),
        f"存疑 {len(doubts)} 处，请对照原件改好，删去标记：",
        *doubts,
        *([f"另有 {made.left} 句话没有归到哪一栏，写在草稿末尾。"] if made.left else []),
        f"改好以后运行：huanjie check {path}",
    ]
