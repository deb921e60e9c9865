"""The command line: check, build, explain. Exit status 0 clean, 1 errors found, 2 wrong use."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from huanjie import findings, records, source
from huanjie.checking import check, lines_of
from huanjie.findings import ERROR, WARNING, Finding
from huanjie.model import base
from huanjie.rules import RULES

CLEAN, FOUND, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    options = _parser().parse_args(arguments)
    if options.command == "check":
        return _check(options.paths, options.format, strict=options.strict)
    if options.command == "build":
        return _build(options.config, strict=options.strict)
    return _explain(options.id)


class _Chinese(argparse.HelpFormatter):
    """Help whose headings editors can read; argparse's own are English."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser whose help and complaints are Chinese; arguments are to be added to `said`."""

    def __init__(self, prog: str, **options: Any) -> None:  # noqa: ANN401  # argparse's own many
        super().__init__(prog, formatter_class=_Chinese, add_help=False, **options)
        self.said = self.add_argument_group("可以写")
        self.said.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:  # noqa: ARG002  # English, and the usage line says the same
        sys.stderr.write(f"huanjie: 命令写得不对，请对照用法。\n{self.format_usage()}")
        raise SystemExit(WRONG_USE)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser("huanjie", description="换届：把记录核对清楚，做成网站。")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令", title="命令")
    checking = commands.add_parser("check", help="核对记录，不生成网站", description="核对记录，不生成网站。").said
    checking.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="内容文件夹，或者其中的文件；不写就是 content"
    )
    checking.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="给人看、给程序看，或者给 CI 标注"
    )
    checking.add_argument("--strict", action="store_true", help="警告也算不通过")
    building = commands.add_parser("build", help="核对记录并生成网站", description="核对记录并生成网站。").said
    building.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="网站的配置文件；不写就是 mkdocs.yml")
    building.add_argument("--strict", action="store_true", help="有警告就不生成")
    explaining = commands.add_parser("explain", help="解释一个编号", description="解释一个编号是什么意思。").said
    explaining.add_argument("id", metavar="ID", help="编号，如 M201")
    return parser


def _check(paths: Sequence[Path], form: str, *, strict: bool) -> int:
    folders: dict[Path, list[str]] = {}
    for path in paths or (Path("content"),):
        content = _content_of(path)
        if content is None:
            return _misused(
                f"“{path}”不在内容文件夹里：往上找不到 {records.REQUIRED}" if path.exists() else f"没有“{path}”"
            )
        inside = path.absolute().relative_to(content.absolute()).as_posix()
        folders.setdefault(content, []).append("" if inside == "." else inside)
    asked: list[Finding] = []
    for content, below in folders.items():
        report = check(content, date.today())  # noqa: DTZ011  # a calendar day, the same all over China
        asked += (_rooted(finding, content) for finding in report.findings if _is_asked(finding, below))
    sys.stdout.write(_told(asked, form))
    least = WARNING if strict else ERROR
    return FOUND if any(finding.severity >= least for finding in asked) else CLEAN


def _content_of(path: Path) -> Path | None:
    """The content folder that a path is or lies in; one called content is one even without election.yml."""
    if path.is_dir() and ((path / records.REQUIRED).exists() or path.name == "content"):
        return path
    if not path.exists() and not path.is_symlink():
        return None
    above = (*path.parents, *path.absolute().parents)  # the latter for who stands inside the content folder
    return next((folder for folder in above if (folder / records.REQUIRED).exists()), None)


def _is_asked(finding: Finding, below: Sequence[str]) -> bool:
    return any(path in ("", finding.at.file) or finding.at.file.startswith(f"{path}/") for path in below)


def _rooted(finding: Finding, content: Path) -> Finding:
    """The finding with a path that can be opened from here."""
    return replace(finding, at=finding.at._replace(file=(content / finding.at.file).as_posix()))


def _told(asked: Sequence[Finding], form: str) -> str:
    """Findings in the form asked for; in every form one whole, however many folders were checked."""
    if form == "json":
        return f"{findings.as_json(asked)}\n"
    if form == "github":
        return "".join(f"{line}\n" for line in findings.as_github(asked).splitlines())
    if not asked:
        return "没有发现问题。\n"
    return f"{findings.as_text(asked, lines_of)}\n{findings.summary(asked)}\n"


def _build(config: Path, *, strict: bool) -> int:
    if not config.is_file():
        return _misused(f"没有配置文件“{config}”")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice to maintainers; ours read CONTRIBUTING
    from huanjie import site  # noqa: PLC0415  # mkdocs takes 0.4 s to import, and `check` does not need it

    return CLEAN if site.build(config, strict=strict) else FOUND


def _explain(name: str) -> int:
    name = name.upper()
    if one := RULES.get(name):
        sys.stdout.write(f"{one.id}（{one.severity.word}）{one.title}\n\n{one.explanation}\n")
        return CLEAN
    faults = source.FAULTS | base.FAULTS | records.FAULTS
    if name in faults:
        sys.stdout.write(f"{name}（{records.LIGHTER.get(name, ERROR).word}）{faults[name]}\n")
        return CLEAN
    near = findings.near_misses(name, (*RULES, *faults))
    return _misused(f"没有编号 {name}" + (f"，是不是 {'、'.join(near)}？" if near else ""))


def _misused(why: str) -> int:
    sys.stderr.write(f"huanjie: {why}\n")
    return WRONG_USE


if __name__ == "__main__":
    sys.exit(main())
