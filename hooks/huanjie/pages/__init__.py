"""Records -> pages: address, title, template, context; one file per subject, its templates beside it.

A module here with a function `pages(edition)` is found by itself: a new subject is a new file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

from huanjie.findings import Finding
from huanjie.model.base import Entry
from huanjie.model.sources import Source
from huanjie.records import Records, references


@dataclass(frozen=True)
class Edition:
    """What one build shows: the records, what was found wrong with them, and the day it is made for."""

    records: Records
    findings: tuple[Finding, ...]
    today: date


@dataclass(frozen=True)
class Page:
    """One page: where it stands, what it is called, and what its template needs.

    `address` is the directory of the page below the site, "" for the home page; `record` is the file that an editor
    changes to change the page, below the content folder; `changed` is a day from the records, never from the clock.
    """

    address: str
    title: str
    template: str
    description: str
    context: Mapping[str, object] = field(default_factory=dict)
    record: str | None = None
    changed: date | None = None


def every_page(edition: Edition) -> Iterator[Page]:
    """Give all pages of an edition, in the order of subjects."""
    for module in iter_modules(__path__, f"{__name__}."):
        yield from getattr(import_module(module.name), "pages", _no_pages)(edition)


def _no_pages(edition: Edition) -> Iterator[Page]:  # noqa: ARG001  # stands in for a module that makes none
    return iter(())


def address_of(entry: Entry) -> str:
    """Where a record's page stands."""
    return {"election": "progress/"}.get(entry.kind, f"{entry.kind}/{entry.slug}/")


def last_change(records: Records, *entries: Entry) -> date | None:
    """The latest day on which a source that these records rest on was published."""
    cited = {ref.slug for entry in entries for ref in references(entry) if ref.kind == Source.kind}
    cited |= {entry.slug for entry in entries if isinstance(entry, Source)}
    days = [fact.value.exact for source in records.of(Source) if source.slug in cited for fact in source.published_on]
    return max((day for day in days if day), default=None)
