"""`huanjie check`: read and check the records, build nothing."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from huanjie import findings
from huanjie.checks.report import cached_findings, excerpts
from huanjie.cli import CLEAN, FOUND, hand_over, places, say, usage_error
from huanjie.cli.parser import Parser
from huanjie.content.cache import ReadingCache
from huanjie.findings import ERROR, WARNING, Finding
from huanjie.system import clock

HELP = "核对记录，不生成网站"


def add(parser: Parser) -> None:
    """Say what may be written."""
    paths_help = "内容文件夹，或者其中的文件；不写就是 content"
    parser.arguments.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=paths_help)
    forms, forms_help = ("text", "json", "github"), "给人看、给程序看，或者给 CI 标注"
    parser.arguments.add_argument("--format", choices=forms, default="text", help=forms_help)
    parser.arguments.add_argument("--strict", action="store_true", help="警告也算不通过")


def run(options: Namespace) -> int:
    """Check every requested content folder and print its findings."""
    try:
        folders = places.requested(options.paths)
    except places.NoContentError as why:
        return usage_error(str(why))
    requested: dict[Path, list[Finding]] = {}
    for content, below in folders.items():
        reported = cached_findings(content, clock.today(), ReadingCache(content))
        requested[content] = [finding for finding in reported if places.is_requested(finding.at.file, below)]
    _tell(requested, options.format)
    least = WARNING if options.strict else ERROR
    return FOUND if any(finding.severity >= least for reported in requested.values() for finding in reported) else CLEAN


def _tell(requested: Mapping[Path, Sequence[Finding]], form: str) -> None:
    """Print the findings in the requested form; in every form a single whole, however many folders were checked."""
    rooted = [_rooted(finding, content) for content, reported in requested.items() for finding in reported]
    if form == "json":
        hand_over(f"{findings.as_json(rooted)}\n")
    elif form == "github":
        hand_over(f"{findings.as_github(rooted)}\n" if rooted else "")
    elif rooted:
        for content, reported in requested.items():
            root = "" if content == Path() else f"{content.as_posix()}/"
            say(f"{findings.as_text(reported, excerpts(content), root)}\n" if reported else "")
        more = "；写了“改成”的可以代改：huanjie fix" if any(finding.fixes for finding in rooted) else ""
        say(f"{findings.summary(rooted)}\n编号的解释：huanjie explain {rooted[0].id}{more}\n")
    else:
        say("没有发现问题。\n")


def _rooted(finding: Finding, content: Path) -> Finding:
    """The finding with a path that can be opened from here."""
    return replace(finding, at=finding.at._replace(file=(content / finding.at.file).as_posix()))
