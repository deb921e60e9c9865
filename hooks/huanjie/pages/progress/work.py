"""The state of work in a table: until which day, what, how many of how many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from huanjie.election.work import newest_first
from huanjie.model.facts import Ref
from huanjie.model.work import Work
from huanjie.pages import Edition
from huanjie.pages.shared.facts import FactView, day, number, view


@dataclass(frozen=True)
class Reported:
    """A report as a row: what work, counted by what, until which day, how many of how many."""

    what: str
    unit: str
    day: FactView
    completed: FactView
    total: FactView
    note: str | None


def reported(edition: Edition, reports: Sequence[Work], sources: tuple[Ref, ...]) -> Iterator[Reported]:
    """The reports, the newest first, each with its source."""
    for work in newest_first(reports):
        own = (work.source,) if work.source else sources
        yield Reported(
            str(work.what),
            f"个{work.of}",
            view(work.day, edition.records, own, day),
            view(work.completed, edition.records, own, number),
            view(work.total, edition.records, own, number),
            work.note,
        )
