"""`huanjie diff`: what a change of the records does to the public site, as Markdown for a pull request."""

import io
import stat
import subprocess
import sys
import zipfile
from argparse import Namespace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from huanjie.checking import Report, check
from huanjie.commands import CLEAN, FOUND, misused
from huanjie.commands.parser import Parser

HELP = "说明一次改动会使网站有什么变化"


def add(parser: Parser) -> None:
    """Say what may be written."""
    parser.said.add_argument("was", metavar="A", help="改动以前：内容文件夹，或者 git 的版本，如 main")
    parser.said.add_argument("now", metavar="B", nargs="?", help="改动以后，写法同上；不写就是现在的内容文件夹")
    content_help = "内容文件夹在哪里；不写就是 content"
    parser.said.add_argument("--content", type=Path, default=Path("content"), metavar="FOLDER", help=content_help)
    parser.day("--today", "按哪一天的网站比较，如 2026-11-10；不写就是今天，或者 election.yml 写的那天")


def run(options: Namespace) -> int:
    """Compare two states of the records."""
    from huanjie.comparing import compared  # noqa: PLC0415  # no other command needs the pages of the site

    today = options.today or date.today()  # noqa: DTZ011  # a calendar day, the same all over China
    try:
        was, now = (_report(one, options.content, today) for one in (options.was, options.now or str(options.content)))
    except LookupError as problem:
        return misused(str(problem))
    sys.stdout.write(compared(was, now, options.today))
    return FOUND if now.refused else CLEAN


def _report(named: str, content: Path, today: date) -> Report:
    """Check a folder, or what a revision of git has in place of the content folder; LookupError where it is neither."""
    if Path(named).is_dir():
        return check(Path(named), today)
    packed = subprocess.run(  # noqa: S603  # a list of words: no shell takes one for something else
        ["git", "archive", "--format=zip", named, content.as_posix()],  # noqa: S607  # whichever git there is
        capture_output=True,
        check=False,
    )
    if packed.returncode:
        wrong = f"“{named}”不是文件夹，也不是有 {content} 的 git 版本"
        raise LookupError(wrong)
    with TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(packed.stdout)) as archive:
            # A link is no record. Not tar: what Python 3.11.2 knows of it, that of Debian 12, would follow links.
            archive.extractall(folder, [one for one in archive.infolist() if not stat.S_ISLNK(one.external_attr >> 16)])
        return check(Path(folder) / content, today)
