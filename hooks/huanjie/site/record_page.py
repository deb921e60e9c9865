"""A page whose content comes from a template of ours: for MkDocs it is a page like any other."""

import re

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import _TocToken, get_toc

from huanjie.pages import Page
from huanjie.pages.rendering import render

_HEADING = re.compile(r"<h(?P<level>[123])[^>]*? id=\"(?P<id>[^\"]+)\"[^>]*>(?P<name>.*?)</h(?P=level)>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


class RecordPage(MkDocsPage):
    """A page made from records. Title and description are escaped here: the theme's templates do not escape."""

    def __init__(self, page: Page, label: str, file: File, config: MkDocsConfig) -> None:
        """Take the place of the page that MkDocs would make from the file; `label` is its short name in the nav."""
        super().__init__(str(escape(label)), file, config)
        self.made = page
        self.meta = {
            "heading": str(escape(page.title)),
            "description": str(escape(page.description)),
            "record": str(escape(page.record or "")),
            "search": {"exclude": not page.searched},
            "hide": ["navigation"],  # the drawer of a phone keeps it; on a desktop the tabs say the same
        }
        self.update_date = page.changed.isoformat() if page.changed else ""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs' signature
        """There is no Markdown."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # MkDocs' signature
        """Render our template, and read the table of contents off its headings."""
        self.content = render(self.made)
        self.toc = get_toc(headings(self.content))


def headings(html: str) -> list[_TocToken]:
    """The headings of our own HTML that have an id, nested as the theme's table of contents wants them."""
    roots: list[_TocToken] = []
    trail: list[_TocToken] = []
    for found in _HEADING.finditer(html):
        name = " ".join(_TAG.sub("", found["name"]).split())
        token: _TocToken = {"level": int(found["level"]), "id": found["id"], "name": name, "children": []}
        while trail and trail[-1]["level"] >= token["level"]:
            trail.pop()
        (trail[-1]["children"] if trail else roots).append(token)
        trail.append(token)
    return roots


def source_name(address: str) -> str:
    """The Markdown file that MkDocs would make the page from: meetings/ -> meetings/index.md."""
    return f"{address}index.md"
