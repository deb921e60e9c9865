"""Corrections: what this site had wrong, on which page, what it says now and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.content.records import Records
from huanjie.model.base import Record
from huanjie.model.corrections import Correction
from huanjie.pages import Edition, Page, last_change
from huanjie.pages.shared.facts import FactView, day, view
from huanjie.pages.shared.years import newest
from huanjie.pages.themes.stories import called


@dataclass(frozen=True)
class Corrected:
    """A correction with its day and the record that it changed; None where that is not shown (yet)."""

    correction: Correction
    when: FactView
    record: Record | None
    name: str


def pages(edition: Edition) -> Iterator[Page]:
    """The page of corrections, the newest first; no page while nothing was corrected."""
    records = edition.records
    corrections = newest(records.of(Correction), lambda correction: correction.day)
    if not corrections:
        return
    yield Page(
        address="corrections/",
        title="更正",
        template="about/corrections.html",
        description="网站上写错过的每一处：原来怎样写，现在怎样写，哪天改的，为什么错了。",
        context={"corrections": [_corrected(records, correction) for correction in corrections]},
        record=corrections[0].at.file,
        changed=last_change(records, *corrections),
    )


def _corrected(records: Records, correction: Correction) -> Corrected:
    ref = correction.record
    record = records.find(ref) if ref in records else None
    name = called(records, record) if record else f"{ref.kind}/{ref.slug}"
    return Corrected(correction, view(correction.day, records, (), day), record, name)
