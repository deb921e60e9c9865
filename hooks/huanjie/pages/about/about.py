"""About the site: what it is and how it handles figures."""

from collections.abc import Iterator

from huanjie.model.election import Election
from huanjie.model.sources import Source
from huanjie.pages import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """The page about the site."""
    yield Page(
        address="about/",
        title="关于本站",
        template="about/about.html",
        description="这个网站是什么，数字从哪里来，哪些不知道，发现错误怎么办。",
        context={"election": edition.records.one(Election), "sources": edition.records.of(Source)},
    )
