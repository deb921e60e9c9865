"""`huanjie diff`: what a change of the records does to the public site, as Markdown for a pull request."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from huanjie.checks.report import Report, check_folder
from huanjie.cli import CLEAN, FOUND, say, usage_error
from huanjie.cli.parser import Parser
from huanjie.cli.revisions import NoRevisionError, is_revision, unpacked
from huanjie.findings.escaping import markdown
from huanjie.system import clock

HELP = "说明一次改动会使网站有什么变化"


def add(parser: Parser) -> None:
    """Say what may be written."""
    parser.arguments.add_argument("was", metavar="A", help="改动以前：内容文件夹，或者 git 的版本，如 main")
    parser.arguments.add_argument("now", metavar="B", nargs="?", help="改动以后，写法同上；不写就是现在的内容文件夹")
    content_help = "内容文件夹在哪里；不写就是 content"
    parser.arguments.add_argument("--content", type=Path, default=Path("content"), metavar="FOLDER", help=content_help)
    parser.day("--today", "按哪一天的网站比较，如 2026-11-10；不写就是今天，或者 election.yml 写的那天")


def run(options: Namespace) -> int:
    """Compare two states of the records."""
    from huanjie.diff import comparison  # noqa: PLC0415  # no other command needs the pages of the site

    today = options.today or clock.today()
    content: Path = options.content
    modules: list[str] = []
    try:
        was = _report(options.was, content, today, modules)
        own = Path.cwd() / content  # in full it cannot be taken for a version
        now = _report(options.now or f"{own}", content, today, modules)
    except NoRevisionError as problem:
        return usage_error(str(problem))
    say(comparison(was, now, options.today), *_beside(modules))
    return FOUND if now.refused else CLEAN


def _report(named: str, content: Path, today: date, modules: list[str]) -> Report:
    """Check a folder, or what a version of git has in place of the content folder; raises NoRevisionError.

    Submodules, which are no part of a version, are added to `modules`.
    """
    if not named:  # as a variable that is not set
        nothing = "没有写和哪里比：请写文件夹，或者 git 的版本"
        raise NoRevisionError(nothing)
    if Path(named).is_dir():
        if is_revision(named):  # a change can bring a folder that is called as a branch
            wrong = f"“{named}”是文件夹，也是 git 的版本；要文件夹请写 ./{named}，要版本请写全，如 refs/heads/{named}"
            raise NoRevisionError(wrong)
        return check_folder(Path(named), today)
    with TemporaryDirectory() as folder:
        modules += unpacked(named, content, Path(folder))
        return check_folder(Path(folder), today)


def _beside(modules: Iterable[str]) -> Iterator[str]:
    """Name the submodules, which were not compared."""
    if modules:
        yield "\n## 没有比较的\n\n这些是别的仓库（git 的子模块），里面有什么，这里看不到：\n\n"
        yield from (f"- {markdown(module)}\n" for module in dict.fromkeys(modules))
