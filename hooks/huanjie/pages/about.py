"""About the site: what it is, how it handles figures, and how every record is checked."""

from collections import Counter
from collections.abc import Iterator

from huanjie import findings, records, source
from huanjie.findings import Severity
from huanjie.model import base
from huanjie.model.election import Election
from huanjie.model.sources import Source
from huanjie.pages import Edition, Page
from huanjie.rules import RULES

SEVERITIES = {
    Severity.ERROR: "记录有错，或者发布不安全。网站不会生成，原来的网站不动。",
    Severity.WARNING: "请编辑核对。网站照常生成。",
    Severity.BREACH: "记录没有错，是事情没有照法律办。网页照实写，不隐瞒。",
    Severity.NOTICE: "值得知道。网站照常生成。",
}


def pages(edition: Edition) -> Iterator[Page]:
    """The page about the site and the page "How we check"."""
    yield Page(
        address="about/",
        title="关于本站",
        template="about.html",
        description="这个网站是什么，数字从哪里来，哪些不知道，发现错误怎么办。",
        context={
            "election": edition.records.one(Election),
            "sources": edition.records.of(Source),
            "themes_count": len(edition.records.entries.get("themes", ())),
        },
    )
    found = Counter(finding.id for finding in edition.findings)
    yield Page(
        address="about/checks/",
        title="我们怎样核对",
        template="checks.html",
        description="每份记录发布之前要过的每一道检查：查什么，为什么查，今天查出几处。",
        context={
            "severities": [(severity.word, text) for severity, text in SEVERITIES.items()],
            "rules": [(one, found[one.id]) for one in sorted(RULES.values(), key=lambda one: one.id)],
            "faults": [
                (fault, records.LIGHTER.get(fault, Severity.ERROR), text)
                for fault, text in sorted((source.FAULTS | base.FAULTS | records.FAULTS).items())
            ],
            "total": len(edition.findings),
            "summary": findings.summary(edition.findings),
        },
    )
