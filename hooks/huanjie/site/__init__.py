"""The site, built by MkDocs: only this room imports it. Here and in `cli` the clock is read and files are written."""

import sys
from datetime import date
from pathlib import Path
from time import perf_counter

from mkdocs.commands.build import build as mkdocs_build

from huanjie.checks.report import check_folder
from huanjie.site import settings
from huanjie.site.build import TODAY, RefusedError, shown_root
from huanjie.site.events import EVENTS, run
from huanjie.site.failures import stopping
from huanjie.system import clock

REFUSED_STRICTLY = "有警告，按 --strict 的要求没有生成网站，原来的网站没有动。"


def build(config_file: Path, *, strict: bool, today: date | None = None, timing: bool = False) -> str:
    """Build a site as of a day and say so; raises MisconfiguredError, RefusedError for records, or CouldNotError."""
    with stopping(lambda: run.staging):
        config = settings.read(config_file)
        settings.hook(config, EVENTS)
        config.extra[TODAY] = today
        if strict and (report := check_folder(Path(config.docs_dir), clock.today())).fails_strictly:
            sys.stderr.write(report.text(shown_root(report.content)))
            raise RefusedError(report, REFUSED_STRICTLY)
        start = perf_counter()
        mkdocs_build(config)
    table = run.build.timing(perf_counter() - start) if timing else ""
    return f"{table}网站已经生成：{run.build.target / 'index.html'}，共 {len(run.build.planned)} 页。\n"
