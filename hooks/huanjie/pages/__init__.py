"""Records -> pages: address, title, template, context; one file per subject, its templates beside it.

A module here with a function `pages(edition)` is found by itself: a new subject is a new file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from typing import Self

from huanjie.checking import Report
from huanjie.findings import Finding
from huanjie.law import Cited, Statute
from huanjie.law.pack import Article, Law, LegalRule
from huanjie.model.base import Entry
from huanjie.model.corrections import Correction
from huanjie.model.election import Election
from huanjie.model.sources import Source
from huanjie.records import Records


@dataclass(frozen=True)
class Edition:
    """What one build shows: the records, the law that applies, what was found wrong, and the day it is made for."""

    records: Records
    statute: Statute
    findings: tuple[Finding, ...]
    today: date

    @classmethod
    def of(cls, report: Report, day: date | None = None) -> Self:
        """Make an edition of a report without errors, as of its day or another."""
        known = report.as_of(day or report.today)
        return cls(known.records, Statute.of(known.records.one(Election), known.today), known.findings, known.today)


@dataclass(frozen=True)
class Page:
    """One page: where it stands, what it is called, and what its template needs.

    `address` is the directory of the page below the site, "" for the home page; `record` is the file that an editor
    changes to change the page, below the content folder; `changed` is a day from the records, never from the clock.
    `searched`: whether the theme's search has the page. It loads its whole index at every first visit, so the hundreds
    of pages of the law and of constituencies are left to their own lists.
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


def every_page(edition: Edition) -> Iterator[Page]:
    """Give all pages of an edition, in the order of subjects. Prose on every page may cite the law."""
    corrected = _corrections(edition.records)
    for module in iter_modules(__path__, f"{__name__}."):
        for page in getattr(import_module(module.name), "pages", _no_pages)(edition):
            context = {**page.context, "statute": edition.statute}
            yield replace(page, context=context, corrections=corrected.get(page.address, ()))


def _corrections(records: Records) -> dict[str, tuple[Correction, ...]]:
    """For each address, what was corrected on its page."""
    found: dict[str, tuple[Correction, ...]] = {}
    for correction in records.of(Correction):
        for entry in records.found([correction.record]):
            address = address_of(entry)
            found[address] = (*found.get(address, ()), correction)
    return found


def _no_pages(edition: Edition) -> Iterator[Page]:  # noqa: ARG001  # stands in for a module that makes none
    return iter(())


def address_of(entry: Entry) -> str:
    """Where a record's page stands."""
    own = {"election": "progress/", "discipline": "discipline/"}
    folder = "areas" if entry.filed == "within" else entry.kind
    return own.get(entry.kind, f"{folder}/#{entry.slug}" if entry.on_one_page else f"{folder}/{entry.slug}/")


def law_address(law: Law) -> str:
    """Where a law's page stands."""
    return f"law/{law.id}/"


def article_address(law: Law, article: Article) -> str:
    """Where an article's page stands: under its number in the newest version that has it."""
    newest = next(version for version in reversed(law.versions) if version.id in article.numbers)
    return f"law/{law.id}/{newest.id}/{article.numbers[str(newest.id)]}/"


def cited_address(cited: Cited) -> str:
    """Where the page of a cited article stands; the law's own page where the pack lacks the article."""
    return article_address(cited.law, cited.found) if cited.found else law_address(cited.law)


def rule_address(rule: LegalRule) -> str:
    """Where the page of a rule of law stands."""
    return f"law/rules/{rule.id}/"


def last_change(records: Records, *entries: Entry) -> date | None:
    """The latest day on which a source that these records rest on was published."""
    cited = {ref.slug for one in entries for ref in records.cites[one.kind, one.slug] if ref.kind == Source.kind}
    cited |= {entry.slug for entry in entries if isinstance(entry, Source)}
    days = [fact.value.exact for source in records.of(Source) if source.slug in cited for fact in source.published_on]
    return max((day for day in days if day), default=None)
