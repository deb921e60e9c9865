"""The constituencies that hold a by-election, where that is all that the records are of: how many seats, and why."""

from dataclasses import dataclass

from huanjie.election.places import area_of
from huanjie.election.votes import first_vote
from huanjie.model.constituencies import Constituency
from huanjie.pages import Edition
from huanjie.pages.results.vacancies import why
from huanjie.pages.shared.facts import FactView, number, view
from huanjie.pages.shared.status import status

MOST = 12  # constituencies that a page names; the lists by area have them all


@dataclass(frozen=True)
class Vacancy:
    """A constituency that fills vacant seats: its name with its area and level, the seats, how far it has come."""

    constituency: Constituency
    name: str
    seats: FactView
    status: str
    why: str


def vacancies(edition: Edition) -> list[Vacancy]:
    """The first constituencies that vote; none unless the election is a by-election."""
    if not edition.statute.by_election:
        return []
    return [_vacancy(edition, constituency) for constituency in edition.records.of(Constituency)[:MOST]]


def _vacancy(edition: Edition, constituency: Constituency) -> Vacancy:
    area = area_of(edition.records, constituency)
    seats = view(constituency.seats, edition.records, area.source, number)
    reason = why(first_vote(edition.records, edition.statute, constituency))
    name = f"{area.heading}{constituency.heading}"
    return Vacancy(constituency, name, seats, status(edition, constituency), reason)
