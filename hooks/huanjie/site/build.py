"""One build: the pages that are planned, the frame of each, and what is to be put in place of the old site."""

import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Self

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from huanjie.checks.report import Report, check_records
from huanjie.content.cache import ReadingCache
from huanjie.content.loading import load
from huanjie.content.reading import Reader
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.pages import Edition, PagePlan, data, plan
from huanjie.pages.bodies.bodies import whom_to_ask
from huanjie.pages.shared.phones import public_numbers
from huanjie.pages.shared.rendering import render_part
from huanjie.search import own_words
from huanjie.site import indexing, page_states
from huanjie.site.frames import MARKS, Frame
from huanjie.site.page_parts import PageParts, SiteInfo
from huanjie.site.record_page import source_name
from huanjie.site.timings import Stages
from huanjie.site.writer import PageState, PageWriter

READ, CHECK, PLAN, FILL, INDEX, THEME = "读取记录", "核对", "安排页面", "填写页面", "搜索索引", "主题和其余"
REFUSED = "有错误，网站没有重新生成，原来的网站没有动。"
TODAY = "today"  # where the configuration keeps the day that the site is asked for


class RefusedError(Abort):
    """A build was refused for what its report says."""

    def __init__(self, report: Report, why: str = REFUSED) -> None:
        """Keep the report."""
        super().__init__(why)
        self.report = report


class Build:
    """One build: its pages, where it is staged and what it will replace.

    `before` is the build of this process that it follows: it knows what was read, the frames, and the pages that stand.
    """

    def __init__(self, config: MkDocsConfig, today: date, before: "Build | None" = None) -> None:
        """Read the records and check them; nothing is staged here."""
        self.content = Path(config.docs_dir)
        self.target: Path = before.target if before else Path(config.site_dir)
        self.cache = ReadingCache(self.content)
        self.reader: Reader = before.reader if before else Reader(self.cache)
        self.stages = Stages()
        with self.stages.stage(READ):
            records, reported = load(self.content, self.reader)
        self.stages.counted(READ, sum(1 for _ in records.all))
        with self.stages.stage(CHECK):
            self.report: Report = check_records(self.content, today, records, reported)
        self.day: date | None = config.extra.get(TODAY)
        self.edition: Edition | None = None
        self.planned: tuple[PagePlan, ...] = ()
        self.frames: dict[tuple[str, int], Frame] = {}
        self.nav: Collection[str] = ()
        self.site_info = SiteInfo("", "", "")
        self.states: dict[str, PageState] = before.states if before else {}
        self.indexed: bytes = before.indexed if before else b""  # what the search index that stands was made of
        self.changed = 0  # pages that are not as they were

    def checked(self) -> Self:
        """Print the report and plan the pages; raises RefusedError where the report refuses the build."""
        sys.stderr.write(self.report.text(shown_root(self.content)))
        if self.report.refused:
            raise RefusedError(self.report)
        with self.stages.stage(PLAN):
            self.edition = Edition.of(self.report, self.day)
            self.planned = tuple(plan(self.edition))
        self.stages.counted(PLAN, len(self.planned))
        return self

    @property
    def invented(self) -> bool:
        """Whether all of it is invented, and every page has to say so."""
        return self.edition is not None and self.edition.records.one(Election).invented

    def with_contact(self, site_info: SiteInfo) -> SiteInfo:
        """Complete the site's name and address by the body that takes errors, and the numbers that dial."""
        assert self.edition is not None  # noqa: S101  # a refused build comes to its end before
        site_info = replace(site_info, dials=public_numbers(self.edition.records))
        whom = whom_to_ask(self.edition.records)
        if whom is None:
            return replace(site_info, contact="", phones=(), mail="")
        mail = str((whom.contact and whom.contact.mail) or "")
        return replace(site_info, contact=whom.body.heading, phones=whom.phones, mail=mail)

    @property
    def polling_day(self) -> date | None:
        """The day of the vote, where it is known to the day."""
        return exact_day(self.edition.records.one(Election).polling_day) if self.edition else None

    def by_mkdocs(self, nav: Collection[str]) -> Iterator[tuple[str, PageParts]]:
        """Give the pages that MkDocs is to render, with marks: those of the nav, and a page for each shared frame."""
        self.nav = nav
        models = {self._shares(planned): planned.address for planned in reversed(self.planned)}
        return ((address, MARKS) for address in models.values())

    def title(self, address: str) -> str:
        """The title of a page: its name in the nav where the configuration gives none."""
        return next(planned.page.title for planned in self.planned if planned.address == address)

    def framed(self, address: str, html: str) -> None:
        """Keep the frame that was made of a page with marks."""
        self.frames[_shares(address, self.nav)] = Frame.of(html)

    def framed_as(self, before: "Build") -> bool:
        """Take over the frames of an earlier build; False where they would be others."""
        self.nav, self.site_info, self.frames = before.nav, self.with_contact(before.site_info), before.frames
        elections = {repr(build.edition and build.edition.records.one(Election)) for build in (self, before)}
        # A frame shows nothing else of the records.
        return len(elections) == 1 and all(self._shares(planned) in self.frames for planned in self.planned)

    def fill(self, new: Path) -> None:
        """Bring every page up to date below `new`, and the list of them for search engines."""
        assert self.edition is not None  # noqa: S101  # a refused build comes to its end before
        if not self.states:
            self.states, self.indexed = page_states.recall(self.cache, self.target)
        framed = [(planned, self.frames[self._shares(planned)]) for planned in self.planned]
        writer = PageWriter(self.edition, self.site_info, new, self.target, self.states)
        for state in self.stages.each(FILL, writer.pages(framed), len(framed)):
            self.changed += self.states.get(state.address) != state
            self.states[state.address] = state
        files = {file.address: file for file in data(self.edition)}
        self.states |= {address: writer.data_file(file) for address, file in files.items()}
        for address in self.states.keys() - {planned.address for planned in self.planned} - files.keys():
            del self.states[address]
            writer.file(new, address).unlink(missing_ok=True)
        with self.stages.stage(INDEX):
            pages = [self.states[planned.address].index for planned in self.planned]
            own = own_words(self.edition.records.one(Election))
            self.indexed = indexing.write(new, self.target, pages, own, self.indexed)
        page_states.remember(self.cache, self.target, self.states, self.indexed)
        if self.site_info.address:
            days = ((planned.address, self.states[planned.address].changed) for planned in self.planned)
            listed = [(self.site_info.public(address), day) for address, day in days]
            (new / "sitemap.xml").write_bytes(render_part("sitemap.xml", pages=listed).encode())

    def show(self, edition: Edition, pages: Iterable[PagePlan]) -> None:
        """Bring some pages up to date in the site that stands."""
        writer = PageWriter(edition, self.site_info, self.target, self.target, self.states)
        framed = [(planned, self.frames[self._shares(planned)]) for planned in pages]
        self.states |= {state.address: state for state in writer.pages(framed)}

    def _shares(self, planned: PagePlan) -> tuple[str, int]:
        return _shares(planned.address, self.nav)

    def timing(self, whole: float) -> str:
        """Where the seconds of the whole build went; what is in no stage of ours is MkDocs and the theme."""
        self.stages.taken[THEME] = (whole - sum(seconds for seconds, _ in self.stages.taken.values()), 0)
        return self.stages.table()


def shown_root(content: Path) -> str:
    """The content folder as findings name it: from where the command was given, if it lies below."""
    try:
        return f"{content.resolve().relative_to(Path.cwd()).as_posix()}/"
    except ValueError:
        return f"{content.as_posix()}/"


def _shares(address: str, nav: Collection[str]) -> tuple[str, int]:
    """The key of a page's frame: the page itself in the nav; else the nearest of the nav above it, and its depth."""
    own = source_name(address)
    if own in nav:
        return own, -1
    return next((name for name in map(source_name, above(address)) if name in nav), ""), address.count("/")


def above(address: str) -> list[str]:
    """The addresses above a page, nearest first: meetings/years/2016/ -> meetings/years/, meetings/."""
    parts = address.strip("/").split("/")
    return ["/".join(parts[:size]) + "/" for size in range(len(parts) - 1, 0, -1)]
