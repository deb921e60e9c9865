"""The pieces of a page that the theme prints, as HTML, ready to be put where the theme's template has them."""

import re
from dataclasses import dataclass, field
from hashlib import blake2b
from urllib.parse import quote, urljoin

from markupsafe import Markup, escape

from huanjie.law.deadlines import written
from huanjie.pages import Page
from huanjie.pages.shared.rendering import render, render_part

_HEADING = re.compile(r"<h(?P<level>[123])[^>]*? id=\"(?P<id>[^\"]+)\"[^>]*>(?P<name>.*?)</h(?P=level)>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class PageParts:
    """The pieces of a page. `canonical` is its public address, "" where none is known."""

    heading: str
    description: str
    content: str
    toc: str
    foot: str
    canonical: str


@dataclass(frozen=True)
class SiteInfo:
    """The site: its name, its public address, and where a record can be changed; "" where not known.

    `contact` is the body that takes errors on a page, with its telephones as typed and as dialled, and its mail;
    `dials` are all numbers in prose that dial at a tap.
    """

    name: str
    address: str
    edit: str
    contact: str = ""
    phones: tuple[tuple[str, str], ...] = ()
    mail: str = ""
    dials: tuple[str, ...] = ()

    def public(self, address: str) -> str:
        """The public address of a page; "" where the site's is not known."""
        return urljoin(self.address, address) if self.address else ""

    def parts(self, page: Page) -> PageParts:
        """Render a page's pieces."""
        content, canonical = render(page, self.public, self.dials), self.public(page.address)
        address = canonical or f"{self.name} /{page.address}"
        return PageParts(
            heading=str(escape(page.title)),
            description=str(escape(page.description)),
            content=content,
            toc=render_part("shared/toc.html", headings=[part for top in headings(content) for part in top.children]),
            foot=render_part(
                "shared/foot.html",
                record=page.record,
                edit=urljoin(self.edit, page.record) if self.edit and page.record else "",
                address=address,
                changed=page.changed,
                site=self,
                mailto=self._mailto(page, address, content) if self.mail else "",
            ),
            canonical=str(escape(canonical)),
        )

    def _mailto(self, page: Page, address: str, content: str) -> str:
        """A letter that says which page is meant, as it stood, so that only the error is left to be written."""
        version = blake2b(content.encode(), digest_size=3).hexdigest()
        when = f"，{written(page.changed)}" if page.changed else ""
        lines = [f"页面：{page.title}", f"网址：{address}", f"版本：{version}{when}", f"记录：{page.record or '没有'}"]
        body = "\r\n".join([*lines, "", "哪里错了：", "应该是："])
        return f"mailto:{self.mail}?subject={quote(f'网页有错：{page.title}')}&body={quote(body)}"


@dataclass
class Heading:
    """A heading of a page with those below it."""

    level: int
    id: str
    name: Markup
    children: list["Heading"] = field(default_factory=list)


def headings(html: str) -> list[Heading]:
    """The headings of our own HTML that have an id, nested."""
    roots: list[Heading] = []
    trail: list[Heading] = []
    for match in _HEADING.finditer(html):
        name = Markup(" ".join(_TAG.sub("", match["name"]).split()))  # noqa: S704  # a part of our own HTML
        heading = Heading(int(match["level"]), match["id"], name)
        while trail and trail[-1].level >= heading.level:
            trail.pop()
        (trail[-1].children if trail else roots).append(heading)
        trail.append(heading)
    return roots
