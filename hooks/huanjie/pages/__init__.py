"""Records -> pages: address, title, template, context; a package per section of the site, its templates beside it.

`home` the first page · `vote` the guide for voters · `areas` townships, constituencies, stations, the search by place ·
`candidates`, `results` lists and figures by area · `progress` stages, deadlines, duties · `meetings` minutes and
decisions · `bodies`, `discipline`, `notices`, `policies`, `themes` what their names say · `questions` answers · `law`
articles, rules, words · `congress` the system · `posters` sheets to print · `about` checks, sources, corrections ·
`search` its page · `shared` code for several sections · `theme` our layer over Material: styles, scripts, frame.

A module here with a function `pages(edition)` is found by itself: a new subject is a new file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from importlib import import_module
from pkgutil import walk_packages

from huanjie.content.records import Records, references
from huanjie.law import Cited, Statute
from huanjie.law.pack import Article, Law, LegalRule
from huanjie.law.references import filled
from huanjie.model.base import Record
from huanjie.model.corrections import Correction
from huanjie.model.election import Election
from huanjie.model.sources import Source
from huanjie.pages.shared.edition import Edition as Edition
from huanjie.pages.shared.place_words import USUAL


@dataclass(frozen=True)
class Page:
    """A page: its address, its title, its template and the template's context.

    `address` is the directory of the page below the site, "" for the home page; `record` is the file that an editor
    changes to change the page, below the content folder; `changed` is a day from the records, never from the clock;
    `statute` is the law that its prose cites; `places` what kinds of place there are, in words.
    `searched`: whether the search indexes the page; it skips repetitions, and what a page holds back on polling day.
    """

    address: str
    title: str
    template: str
    description: str
    context: Mapping[str, object] = field(default_factory=dict)
    record: str | None = None
    changed: date | None = None
    searched: bool = True
    corrections: tuple[Correction, ...] = ()
    statute: Statute | None = None
    places: str = USUAL


@dataclass(frozen=True)
class PagePlan:
    """A page that can be made when it is needed: its address, and a partial of the function that makes it.

    The function's arguments and its reads of the records decide the page, nothing else: so a build makes the page anew
    only where one of them has changed (`site.writer`).
    """

    address: str
    make: partial[Page]
    corrections: tuple[Correction, ...] = ()
    statute: Statute | None = None
    places: str = USUAL

    @property
    def cacheable(self) -> bool:
        """Whether a build may keep the page while all that decides it stays the same."""
        return self.make.func is not _made

    @property
    def page(self) -> Page:
        """Make the page."""
        page = self.make()
        described = filled(page.description, self.statute) if self.statute else page.description
        page = replace(page, description=described, corrections=self.corrections)
        return replace(page, statute=self.statute, places=self.places)


@dataclass(frozen=True)
class Data:
    """A file beside the pages that a script of ours reads: its address below the site, and what makes its text.

    As with a page, the arguments of `make` and its reads of the records decide the text, nothing else.
    """

    address: str
    make: partial[str]


def data(edition: Edition) -> Iterator[Data]:
    """Make all such files of an edition: what a module here gives by a function `data(edition)`."""
    for module in walk_packages(__path__, f"{__name__}."):
        yield from getattr(import_module(module.name), "data", _no_data)(edition)


def plan(edition: Edition) -> Iterator[PagePlan]:
    """Plan all pages of an edition, in the order of subjects."""
    corrected = _corrections(edition.records)
    for module in walk_packages(__path__, f"{__name__}."):
        for planned in getattr(import_module(module.name), "pages", _no_pages)(edition):
            make = planned.make if isinstance(planned, PagePlan) else partial(_made, planned)
            yield PagePlan(planned.address, make, corrected.get(planned.address, ()), edition.statute, edition.places)


def every_page(edition: Edition) -> Iterator[Page]:
    """Make all pages of an edition."""
    return (planned.page for planned in plan(edition))


def _made(page: Page) -> Page:
    """Give a page that was made when it was planned: lists and the like, which ask for many records."""
    return page


def _corrections(records: Records) -> dict[str, tuple[Correction, ...]]:
    """For each address, what was corrected on its page."""
    corrected: dict[str, tuple[Correction, ...]] = {}
    for correction in records.of(Correction):
        for record in records.resolve([correction.record]):
            address = address_of(record)
            corrected[address] = (*corrected.get(address, ()), correction)
    return corrected


def _no_pages(edition: Edition) -> Iterator[Page | PagePlan]:  # noqa: ARG001  # stands in for a module that makes none
    return iter(())


def _no_data(edition: Edition) -> Iterator[Data]:  # noqa: ARG001  # stands in for a module that has none
    return iter(())


def address_of(record: Record) -> str:
    """The address of a record's page."""
    if record.kind in _OWN:
        return _OWN[record.kind]
    folder = "areas" if record.filed == "within" else record.kind
    return f"{folder}/#{record.slug}" if record.on_one_page else f"{folder}/{record.slug}/"


def poster_address(edition: Edition, address: str) -> str:
    """The address of a page's poster; "" once the election has ended: nobody puts a poster up then."""
    return "" if edition.records.one(Election).ended else f"{address}poster/"


_OWN = {"election": "progress/", "discipline": "discipline/"}


def law_address(law: Law) -> str:
    """The address of a law's page."""
    return f"law/{law.id}/"


def article_address(law: Law, article: Article) -> str:
    """The address of an article's page: its number in the newest version that has it."""
    newest = next(version for version in reversed(law.versions) if version.id in article.numbers)
    return f"law/{law.id}/{newest.id}/{article.numbers[str(newest.id)]}/"


def cited_address(cited: Cited) -> str:
    """The address of a cited article; the law's own page where the pack lacks the article."""
    return article_address(cited.law, cited.pack_article) if cited.pack_article else law_address(cited.law)


def rule_address(rule: LegalRule) -> str:
    """The address of a rule of law."""
    return f"law/rules/{rule.id}/"


def last_change(records: Records, *made_of: Record) -> date | None:
    """The latest day on which a source that these records rest on was published."""
    refs = {ref.slug: ref for record in made_of for ref in references(record) if ref.kind == Source.kind}
    sources = [source for source in (*made_of, *records.resolve(refs.values())) if isinstance(source, Source)]
    days = [fact.value.exact for source in sources for fact in source.published_on]
    return max((day for day in days if day), default=None)
