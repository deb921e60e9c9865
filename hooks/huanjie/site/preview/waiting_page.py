"""The preview before there is a site: while a record is wrong from the beginning, every page lists the findings."""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from huanjie.checks.report import Report
from huanjie.findings import ERROR, summed
from huanjie.pages.shared.rendering import render_part
from huanjie.site.build import Build, RefusedError
from huanjie.site.preview.livereload import guard


def first_good(config: MkDocsConfig, build: Callable[[], Build]) -> Build:
    """Give the first build that is not refused; until then serve the findings, where the site will be served."""
    try:
        return build()
    except RefusedError as refused:
        page = _page(refused.report)
    good: list[Build] = []

    def again() -> None:
        nonlocal page
        try:
            good.append(build())
            server.shutdown()
        except RefusedError as refused:
            page = _page(refused.report)

    def app(_: dict[str, Any], respond: Callable[..., Any]) -> Iterable[bytes]:
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(page)))]
        respond("503 Service Unavailable", [*headers, ("Cache-Control", "no-store")])
        return [page]

    host, port = config.dev_addr
    server = LiveReloadServer(again, host, port, config.site_dir, urlsplit(config.site_url or "/").path)
    server.set_app(app)
    guard(server, host)
    server.watch(config.docs_dir)
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs says no types here
    finally:  # also where the editor gives up
        server.shutdown()
    return good[0]


def _page(report: Report) -> bytes:
    errors = [*summed(finding for finding in report.findings if finding.severity == ERROR)]
    return render_part("shared/preview_waiting.html", errors=errors, here=(), links={}, mark=uuid4().hex).encode()
