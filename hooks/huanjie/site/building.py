"""One build: the pages, who renders each, and what is to be put in place of the old site."""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from huanjie.checking import Report, judged
from huanjie.keeping import Keeping
from huanjie.loading import load
from huanjie.model.election import Election
from huanjie.pages import Edition, Page, every_page
from huanjie.site import swap
from huanjie.site.filling import fill
from huanjie.site.frames import MARKS, Frame
from huanjie.site.record_page import source_name
from huanjie.site.shown import Place, Shown
from huanjie.site.stages import Stages

READ, CHECK, MAKE, FILL, THEME = "读取记录", "核对", "准备页面", "填写页面", "主题和其余"
TODAY = "today"  # where the configuration keeps the day that the site is asked for


class Build:
    """One build: its pages, where it is staged and what it will replace. Replaced whole, never changed."""

    def __init__(self, config: MkDocsConfig, today: date) -> None:
        """Check the records and make the pages; nothing is staged when a record is wrong."""
        content = Path(config.docs_dir)
        self.stages = Stages()
        with self.stages.stage(READ):
            records, found = load(content, Keeping(content))
        self.stages.counted(READ, sum(1 for _ in records.all))
        with self.stages.stage(CHECK):
            self.report: Report = judged(content, today, records, found)
        self.target = Path(config.site_dir)
        self.pages: tuple[Page, ...] = ()
        self.staging: swap.Staging | None = None
        self.invented = False
        self.changed = 0  # of the pages that MkDocs did not write, those that are not as they were
        self._waiting: dict[tuple[str, int], list[Page]] = {}  # pages that share a frame, the first of them its model
        self._frames: dict[str, Frame] = {}  # by the address of the model
        if not self.report.refused:
            with self.stages.stage(MAKE):
                edition = Edition.of(self.report, config.extra.get(TODAY))
                self.pages = tuple(every_page(edition))
            self.stages.counted(MAKE, len(self.pages))
            self.invented = edition.records.one(Election).invented
            self.staging = swap.stage(self.target)

    def by_mkdocs(self, nav: Collection[str], *, stock_search: bool) -> Iterator[tuple[Page, Shown | None]]:
        """Give the pages that MkDocs is to render: those of the nav, and of all that share a frame one with marks.

        The stock search sees only what MkDocs renders; where it is on, MkDocs renders all that it is to find.
        """
        for page in self.pages:
            if source_name(page.address) in nav or (stock_search and page.searched):
                yield page, None
                continue
            shared = self._waiting.setdefault((_section(page.address, nav), page.address.count("/")), [])
            if not shared:
                yield page, MARKS
            shared.append(page)

    def framed(self, model: Page, html: str) -> Frame:
        """Keep the frame that was made of a page with marks."""
        return self._frames.setdefault(model.address, Frame.of(html))

    def fill(self, place: Place) -> None:
        """Write all pages that MkDocs did not."""
        if self.staging is not None:
            rest = [(page, self._frames[model.address]) for model, *others in self._waiting.values() for page in others]
            written = fill(rest, place, self.staging.path, self.target)
            self.changed = sum(self.stages.each(FILL, written, len(rest)))

    def timing(self, whole: float) -> str:
        """Where the seconds of the whole build went; what is in no stage of ours is MkDocs and the theme."""
        self.stages.taken[THEME] = (whole - sum(seconds for seconds, _ in self.stages.taken.values()), 0)
        return self.stages.table()


def _section(address: str, nav: Collection[str]) -> str:
    """The nearest page of the nav above an address: it decides tabs and breadcrumbs."""
    return next((name for name in map(source_name, above(address)) if name in nav), "")


def above(address: str) -> list[str]:
    """The addresses above a page, nearest first: meetings/years/2016/ -> meetings/years/, meetings/."""
    parts = address.strip("/").split("/")
    return ["/".join(parts[:size]) + "/" for size in range(len(parts) - 1, 0, -1)]
