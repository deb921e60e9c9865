"""A page whose content comes from a template of ours: for MkDocs it is a page like any other."""

from dataclasses import asdict
from urllib.parse import urljoin

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from huanjie.site.frames import MARKS
from huanjie.site.page_parts import PageParts, SiteInfo, headings


class RecordPage(MkDocsPage):
    """A page made from records. All that the theme prints of it is escaped: the theme's templates do not escape."""

    def __init__(self, address: str, label: str, file: File, config: MkDocsConfig, parts: PageParts) -> None:
        """Take the place of the page that MkDocs would make from the file; `label` is its short name in the nav."""
        super().__init__(str(escape(label)), file, config)
        self.address = address
        self.marked = parts is MARKS
        self._parts = parts
        self.meta = {"hide": ["navigation"]}  # the drawer of a phone keeps it; on a desktop the tabs say the same

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs' signature
        """There is no Markdown."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # MkDocs' signature
        """Take the pieces."""
        parts = self._parts
        self.content = parts.content
        self.canonical_url = parts.canonical if config.site_url else None
        self.meta.update({name: getattr(parts, name) for name in ("heading", "description", "toc", "foot")})
        top = f'<h1 id="title">{parts.heading}</h1>' if self.marked else parts.content  # every page begins with it
        self.toc = get_toc([asdict(heading) for heading in headings(top)])  # type: ignore[misc]  # the same keys


def site_info(config: MkDocsConfig) -> SiteInfo:
    """The site by its configuration."""
    edit = urljoin(f"{config.repo_url.rstrip('/')}/", config.edit_uri) if config.repo_url and config.edit_uri else ""
    return SiteInfo(config.site_name, config.site_url or "", edit)


def source_name(address: str) -> str:
    """The Markdown file that MkDocs would make the page from: meetings/ -> meetings/index.md."""
    return f"{address}index.md"
