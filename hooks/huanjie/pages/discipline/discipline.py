"""Discipline of the election: where to report, what is forbidden and what follows, the cases made public."""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.content.records import Records
from huanjie.law.references import filled
from huanjie.model.base import Record
from huanjie.model.discipline import Case, Channel, Discipline, Forbidden
from huanjie.model.sources import Source
from huanjie.pages import Edition, Page, last_change
from huanjie.pages.bodies.bodies import dialled
from huanjie.pages.questions.questions import Ground, grounds
from huanjie.pages.shared.facts import FactView, day, named, view
from huanjie.pages.shared.prose import plain
from huanjie.pages.shared.years import newest


@dataclass(frozen=True)
class Listed:
    """Something forbidden, with the rules of law and the policies that forbid it."""

    forbidden: Forbidden
    grounds: list[Ground]
    policies: tuple[Record, ...]


@dataclass(frozen=True)
class CaseRow:
    """A case with its number in the record, which does not change when newer ones are added below."""

    number: int
    case: Case
    published: FactView
    forbidden: Forbidden | None
    sources: tuple[Source, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page of discipline; no page while nothing is recorded."""
    records = edition.records
    for discipline in records.of(Discipline):
        yield Page(
            address="discipline/",
            title="选举纪律",
            template="discipline/discipline.html",
            description=plain(filled(discipline.summary, edition.statute)),
            context={
                "discipline": discipline,
                "channels": [(channel, link(channel)) for channel in discipline.channels],
                "forbidden": [_listed(edition, ban) for ban in discipline.forbidden],
                "cases": _cases(records, discipline),
                "themes": records.resolve(discipline.themes),
                "sources": named(records, discipline.source),
            },
            record=discipline.at.file,
            changed=last_change(records, discipline),
        )


def link(channel: Channel) -> str:
    """The link of a channel: a telephone number or a page of the web; "" for a place to go to."""
    if channel.how.startswith(("https://", "http://")):
        return str(channel.how)
    number = dialled(channel.how)
    return f"tel:{number}" if number else ""


def _listed(edition: Edition, forbidden: Forbidden) -> Listed:
    policies = edition.records.resolve(forbidden.policies)
    return Listed(forbidden, grounds(edition.statute, forbidden.rules), policies)


def _cases(records: Records, discipline: Discipline) -> list[CaseRow]:
    numbered = [*enumerate(discipline.cases, 1)]
    return [
        _case(records, discipline, *numbered_case)
        for numbered_case in newest(numbered, lambda numbered_case: numbered_case[1].published)
    ]


def _case(records: Records, discipline: Discipline, number: int, case: Case) -> CaseRow:
    sources = (case.source,) if case.source else discipline.source
    broken = next((ban for ban in discipline.forbidden if ban.id == case.forbidden), None)
    return CaseRow(number, case, view(case.published, records, sources, day), broken, named(records, sources))
