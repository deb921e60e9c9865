"""`huanjie build`: check the records and build the site."""

import io
import os
import sys
from argparse import Namespace
from pathlib import Path

from huanjie.cli import CLEAN, FOUND, WRONG_USE, complain, could_not, say, usage_error
from huanjie.cli.parser import Parser
from huanjie.system.errors import cause

HELP = "核对记录并生成网站"


def add(parser: Parser) -> None:
    """Say what may be written."""
    config_help = "网站的配置文件；不写就是 mkdocs.yml"
    parser.arguments.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help=config_help)
    parser.day("--today", "按哪一天的情况生成，如 2026-11-10；不写就是今天，或者 election.yml 写的那天")
    parser.arguments.add_argument("--strict", action="store_true", help="有警告就不生成")
    parser.arguments.add_argument("--timing", action="store_true", help="最后列出时间用在哪里")


def run(options: Namespace) -> int:
    """Build the site."""
    if not options.config.is_file():
        return usage_error(f"没有配置文件“{options.config}”")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice to maintainers; ours read CONTRIBUTING
    from huanjie import site  # noqa: PLC0415  # mkdocs takes 0.4 s to import, and `check` does not need it
    from huanjie.site.build import RefusedError  # noqa: PLC0415  # as above
    from huanjie.site.failures import CouldNotError  # noqa: PLC0415  # as above
    from huanjie.site.settings import MisconfiguredError  # noqa: PLC0415  # as above

    try:
        built = site.build(options.config, strict=options.strict, today=options.today, timing=options.timing)
    except (MisconfiguredError, RefusedError) as why:
        for line in str(why).splitlines():
            complain(line)
        return FOUND if isinstance(why, RefusedError) else WRONG_USE
    except CouldNotError as why:
        return could_not(str(why))
    _say(built)
    return CLEAN


def _say(built: str) -> None:
    """Say that the site is there; it is, whether or not that can be read anywhere."""
    try:
        say(built)
    except OSError as why:
        complain(f"huanjie: 网站已经生成，只是这个消息写不出去：{cause(why)}。")
        sys.stdout = io.StringIO()  # nothing is left to be written when the run ends
