"""The findings on a page's record, on top of the page: only in the preview, put in while it is served.

No file of a site ever holds it, so it cannot be published. Errors stand on every page, for they hold all pages back.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from huanjie.checks.report import Report
from huanjie.content.records import Records
from huanjie.findings import ERROR, Finding, summed
from huanjie.model.base import Record
from huanjie.pages import address_of
from huanjie.pages.about.checks import check_address
from huanjie.pages.shared.rendering import render_part
from huanjie.site.preview.livereload import App, Respond, whole

_BODY = re.compile(rb"<body[^>]*>")


class Panel:
    """The findings of the last check, by the address of the page that they are about."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        self._errors: tuple[Finding, ...] = ()
        self._found: Mapping[str, Sequence[Finding]] = {}  # those that are no errors

    def tell(self, report: Report, good: Records) -> None:
        """Take over the findings of a check; `good` has the records of the pages that are served."""
        by_page: dict[str, list[Finding]] = {}
        records = _by_file(good)
        for finding in report.findings:
            for record in _about(finding, records.get(finding.at.file, ())):
                by_page.setdefault(address_of(record).partition("#")[0], []).append(finding)
        self._errors = tuple(summed(finding for finding in report.findings if finding.severity == ERROR))
        lighter = {page: (finding for finding in here if finding.severity != ERROR) for page, here in by_page.items()}
        self._found = {page: tuple(summed(here)) for page, here in lighter.items()}

    def around(self, app: App, mount: str) -> App:
        """Serve what an app serves, its pages with the panel."""

        def panelled(environ: dict[str, Any], respond: Respond) -> Iterable[bytes]:
            start: list[Any] = []
            body = app(environ, lambda *answer: start.extend(answer))
            status, headers = start
            if ("Content-Type", "text/html") not in headers:
                respond(status, headers)
                return body
            path = str(environ["PATH_INFO"]).removeprefix(mount).removesuffix("index.html")
            page = self._into(b"".join(whole(body)), path, mount)
            others = [header for header in headers if header[0] != "Content-Length"]
            respond(status, [*others, ("Content-Length", str(len(page)))])
            return [page]

        return panelled

    def _into(self, page: bytes, address: str, mount: str) -> bytes:
        """A page with the panel as the first thing in its body, where there are findings."""
        here = self._found.get(address, ())
        body = _BODY.search(page)
        if not body or not (here or self._errors):
            return page
        links = {finding.id: f"{mount}{check_address(finding.id)}" for finding in (*here, *self._errors)}
        panel = render_part("shared/preview_panel.html", errors=self._errors, here=here, links=links)
        return page[: body.end()] + panel.encode() + page[body.end() :]


def _by_file(records: Records) -> Mapping[str, list[Record]]:
    """The records of each file, in the order of their lines."""
    by_file: dict[str, list[Record]] = {}
    for record in sorted(records.all, key=lambda record: (record.at.line, record.filed == "within")):
        by_file.setdefault(record.at.file, []).append(record)
    return by_file


def _about(finding: Finding, of_file: Sequence[Record]) -> Iterator[Record]:
    """The record that a finding lies in, and the record which that is filed within."""
    if not of_file:
        return
    nearest = of_file[max(0, bisect_right(of_file, finding.at.line, key=lambda record: record.at.line) - 1)]
    yield nearest
    if nearest.filed == "within":
        yield from (record for record in of_file[:1] if record.filed != "within")
