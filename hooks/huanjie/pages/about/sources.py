"""Sources: what the site rests on, what is damaged or missing in each, and which pages use it."""

from collections.abc import Iterator
from functools import partial

from huanjie.content.records import Records
from huanjie.model.base import Record
from huanjie.model.sources import Source
from huanjie.pages import Edition, Page, PagePlan, address_of, last_change
from huanjie.pages.shared.facts import day, view
from huanjie.pages.shared.paging import Part, parts
from huanjie.pages.shared.prose import plain
from huanjie.pages.themes.stories import called


def pages(edition: Edition) -> Iterator[PagePlan]:
    """The list and a page for each."""
    records = edition.records
    sources = records.of(Source)
    for cut in parts("sources/", sources):
        yield PagePlan(cut.address, partial(_list, records, cut))
    for source in sources:
        for part in parts(address_of(source), records.citing(source)):
            yield PagePlan(part.address, partial(_source, records, source, part))


def _list(records: Records, part: Part[Source]) -> Page:
    return Page(
        address=part.address,
        title=f"来源{part.label}",
        template="about/sources.html",
        description="这个网站上的数字和日期从哪里来，每份材料有什么损坏和缺漏。",
        context={
            "sources": [
                (source, view(source.published_on, records, (), day), view(source.publisher, records, ()))
                for source in part.things
            ],
            "part": part,
        },
        record=part.things[0].at.file if part.things else None,
        changed=last_change(records, *part.things),
    )


def _source(records: Records, source: Source, used_by: Part[Record]) -> Page:
    return Page(
        address=used_by.address,
        title=f"{source.label}{used_by.label}",
        template="about/source.html",
        description=plain(source.summary),
        context={
            "source": source,
            "rows": [
                ("原标题", view(source.title, records, ())),
                ("发表在", view(source.publisher, records, ())),
                ("供稿单位", view(source.supplied_by, records, ())),
                ("发表日期", view(source.published_on, records, (), day)),
                ("取得日期", view(source.retrieved_on, records, (), day)),
            ],
            "address": view(source.address, records, ()),
            "used_by": used_by,
            "uses": [(record, called(records, record)) for record in used_by.things],
        },
        record=source.at.file,
        changed=last_change(records, source),
    )
