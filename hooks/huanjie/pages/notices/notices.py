"""Notices: a list, and each notice as an office posts it, on a sheet of A4."""

from collections.abc import Iterator
from functools import partial

from huanjie.content.records import Records
from huanjie.model.base import Record
from huanjie.model.notices import Notice
from huanjie.pages import Edition, Page, PagePlan, address_of, last_change
from huanjie.pages.shared.facts import FactView, day, named, view
from huanjie.pages.shared.paging import Part, parts
from huanjie.pages.shared.prose import plain
from huanjie.pages.shared.years import Neighbours, neighbours, newest
from huanjie.pages.themes.stories import places

DESCRIBED = 100  # characters of the text that chat apps show below a link


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The list, the newest first, and a page for each; nothing while there are none."""
    records = edition.records
    notices = newest(records.of(Notice), lambda notice: notice.posted_on)
    if not notices:
        return
    for part in parts("notices/", notices):
        yield PagePlan(part.address, partial(_list, records, part))
    for notice, around in neighbours(notices[::-1]):
        yield PagePlan(address_of(notice), partial(_notice, records, notice, around))


def _list(records: Records, part: Part[Notice]) -> Page:
    return Page(
        address=part.address,
        title=f"公告{part.label}",
        template="notices/notices.html",
        description="选举委员会发布过的公告，每份都能照原样打印张贴。",
        context={"notices": [_listed(records, notice) for notice in part.things], "part": part},
        changed=last_change(records, *part.things),
    )


def _listed(records: Records, notice: Notice) -> tuple[Notice, FactView, FactView, list[tuple[str, Record]]]:
    """A notice with its number, its day and the places that it is for."""
    return (
        notice,
        view(notice.number, records, notice.source),
        view(notice.posted_on, records, notice.source, day),
        places(records, notice.areas, notice.constituencies),
    )


def _notice(records: Records, notice: Notice, around: Neighbours[Notice]) -> Page:
    citing = records.citing(notice)
    posted = view(notice.posted_on, records, notice.source, day)
    return Page(
        address=f"notices/{notice.slug}/",
        title=notice.heading,
        template="notices/notice.html",
        description=plain(notice.text)[:DESCRIBED],
        context={
            "notice": notice,
            "number": view(notice.number, records, notice.source),
            "posted": posted,
            "signed": posted.statements[0].text if posted.statements else f"日期{posted.missing}",
            "places": places(records, notice.areas, notice.constituencies),
            "replaces": [record for record in records.resolve(notice.replaces) if record is not notice],
            "replaced_by": [record for record in citing if isinstance(record, Notice) and record is not notice],
            "themes": records.resolve(notice.themes),
            "sources": named(records, notice.source),
            **dict(zip(("before", "after"), around, strict=True)),
        },
        record=notice.at.file,
        changed=last_change(records, notice),
    )
