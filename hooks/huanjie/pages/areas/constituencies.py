"""The page of a constituency: extent, seats, candidates, results, and each step with its lawful and recorded day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from huanjie.election.calendar import Precision, voting_days
from huanjie.election.places import stations_of
from huanjie.election.votes import first_vote, law_of
from huanjie.findings import BREACH, Finding
from huanjie.law import Statute
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election
from huanjie.model.meetings import Meeting
from huanjie.model.notices import Notice
from huanjie.model.stations import Station
from huanjie.model.stories import Story
from huanjie.pages import Edition, Page, PagePlan, address_of, last_change, poster_address
from huanjie.pages.areas.places import later_vote_ahead
from huanjie.pages.areas.steps import steps
from huanjie.pages.candidates.nominations import nominated
from huanjie.pages.results.totals import congress_of
from huanjie.pages.results.vacancies import why
from huanjie.pages.results.votes import results
from huanjie.pages.shared.election_silence import silence
from huanjie.pages.shared.facts import FactView, clock, day, named, number, view
from huanjie.pages.shared.status import status
from huanjie.pages.shared.status_line import law_gap
from huanjie.pages.vote.ballot import ballot_address
from huanjie.pages.vote.remedy import sheet_address


@dataclass(frozen=True)
class Remark:
    """A breach in words for the public, and the office's explanation where there is one."""

    text: str
    waiver: str


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """A page for each constituency."""
    for area in edition.records.of(Area):
        for place, constituency in enumerate(area.constituencies):
            following = area.constituencies[place + 1 : place + 2]
            end = following[0].at.line if following else None
            yield PagePlan(address_of(constituency), partial(_page, edition, area, constituency, end))


def _page(edition: Edition, area: Area, constituency: Constituency, end: int | None) -> Page:
    records = edition.records
    statute = law_of(records, edition.statute, constituency)
    return Page(
        address=address_of(constituency),
        title=f"{area.heading}{constituency.heading}",
        template="areas/constituency.html",
        description=_description(edition, area, constituency),
        context={
            "why": why(first_vote(records, edition.statute, constituency)) if statute.by_election else "",
            "area": area,
            "constituency": constituency,
            "status": status(edition, constituency),
            "law_gap": law_gap(statute),
            **_basics(edition, area, constituency),
            "again": later_vote_ahead(edition, constituency),
            "steps": [*steps(edition, area, constituency, statute)],
            **_by_law(statute, constituency.seats.agreed),
            "remedy": sheet_address(records, constituency),
            "silence": silence(edition, [constituency]),
            "meetings": [
                _meeting(edition, area, constituency, place) for place in range(len(constituency.candidates_meetings))
            ],
            **nominated(edition, area, constituency),
            **results(edition, area, constituency),
            "remarks": [*_remarks(edition.findings_in(area.at.file), constituency, end)],
            "sources": named(records, area.source),
            "mentions": [*_mentions(edition, constituency)],
            "poster": poster_address(edition, address_of(constituency)),
        },
        record=area.at.file,
        changed=last_change(records, area),
    )


def _by_law(statute: Statute, seats: int | None) -> dict[str, object]:
    """The lawful number of candidates, and the page of a sample ballot."""
    fewest, most = (statute.between("candidate-ratio", seats=seats) if seats else None) or (None, None)
    return {
        "fewest": fewest,
        "most": most,
        "range_article": statute.article("candidate-ratio"),
        "as_many": statute.article("by-election-candidates") if statute.by_election else "",
        "ballot": ballot_address(statute, seats),
    }


def _description(edition: Edition, area: Area, constituency: Constituency) -> str:
    covers = "、".join(covered.text for covered in constituency.covers[:6])
    return f"{area.heading}{constituency.heading}：包括{covers or '的地方没有记录'}。{status(edition, constituency)}"


def _basics(edition: Edition, area: Area, constituency: Constituency) -> dict[str, object]:
    """The constituency's extent and figures, and where and when it votes."""
    records = edition.records
    fields = ("seats", "population", "voters")
    count = {name: view(getattr(constituency, name), records, area.source, number) for name in fields}
    people, seats, off = constituency.population.agreed, constituency.seats.agreed, constituency.postponed
    return count | {
        "congress": congress_of(records, constituency),
        **_polling(edition, area, constituency),
        "each": number(round(people / seats)) if people and seats and not edition.statute.by_election else "",
        "postponed_on": view(off.decided_on, records, area.source, day) if off else None,
        "postponed_until": view(off.until, records, area.source, day) if off else None,
        "places": [(covered, records.find(covered.area) if covered.area else area) for covered in constituency.covers],
        "stations": [(station, *_hours(edition, area, station)) for station in stations_of(records, constituency)],
    }


def _polling(edition: Edition, area: Area, constituency: Constituency) -> dict[str, FactView]:
    """The days of voting: the constituency's own, those after a postponement, or those of the whole election."""
    days = voting_days(edition.records, constituency)
    view_of_day = view(days.begins, edition.records, area.source, day)
    if days.precision is Precision.OPEN:
        view_of_day = replace(view_of_day, missing="还没有定")
    return {"polling_day": view_of_day, "polling_until": view(days.ends, edition.records, area.source, day)}


def _hours(edition: Edition, area: Area, station: Station) -> tuple[FactView, FactView]:
    opens = station.opens or edition.records.one(Election).polling_begins
    return view(opens, edition.records, area.source, clock), view(station.closes, edition.records, area.source, clock)


def _meeting(edition: Edition, area: Area, constituency: Constituency, place: int) -> tuple[object, FactView, FactView]:
    meeting = constituency.candidates_meetings[place]
    records = edition.records
    return meeting, view(meeting.day, records, area.source, day), view(meeting.begins, records, area.source, clock)


def _remarks(findings: tuple[Finding, ...], constituency: Constituency, end: int | None) -> Iterator[Remark]:
    """The breaches found in the lines of a constituency, of those in its file; the next one begins at line `end`."""
    reasons = {str(waiver.id): str(waiver.reason) for waiver in constituency.waivers}
    for finding in findings:
        inside = constituency.at.line <= finding.at.line and (not end or finding.at.line < end)
        if inside and finding.severity == BREACH:
            yield Remark(f"{finding.wrong}；{finding.right}。", reasons.get(finding.id, ""))


def _mentions(edition: Edition, constituency: Constituency) -> Iterator[Meeting | Notice | Story]:
    """The meetings, notices and stories that name the constituency."""
    for record in edition.records.citing(constituency):
        if isinstance(record, Meeting | Notice | Story):
            yield record
