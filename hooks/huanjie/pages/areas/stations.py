"""Polling stations: where, when, how to get in, whom each serves, and the routes of the mobile boxes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from huanjie.content.records import Records
from huanjie.election.calendar import voting_days
from huanjie.election.places import stations_of
from huanjie.law.deadlines import written_span
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.stations import MobileBox, Station, Stop
from huanjie.pages import Edition, Page, PagePlan, address_of, last_change
from huanjie.pages.shared.facts import FactView, clock, day, named, number, view
from huanjie.pages.themes.stories import called


@dataclass(frozen=True)
class VotingDays:
    """Days of voting at a station: in words, the last of them, and the constituencies that vote on them."""

    text: str
    last: date
    constituencies: list[Constituency]


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """A page for each polling station."""
    serving: dict[str, list[Constituency]] = {}
    for constituency in edition.records.of(Constituency):  # of whichever area: a constituency may reach into another
        for station in stations_of(edition.records, constituency):
            serving.setdefault(station.slug, []).append(constituency)
    for area in edition.records.of(Area):
        for station in area.stations:
            yield PagePlan(
                address_of(station), partial(_station, edition, area, station, serving.get(station.slug, []))
            )


def _station(edition: Edition, area: Area, station: Station, constituencies: list[Constituency]) -> Page:
    records = edition.records
    election = records.one(Election)
    when = station.day or election.polling_day
    serves = "、".join(covered.text for covered in station.serves)
    ends = exact_day(station.day) or max((days.last for days in _days(edition, constituencies)), default=None)
    ends = ends or exact_day(election.polling_until or election.polling_day)
    return Page(
        address=address_of(station),
        title=f"{area.heading}{station.title}",
        template="areas/station.html",
        description=f"{area.heading}{station.title}：地址、时间、怎样进去。{serves}的选民在这里投票。",
        context={
            "area": area,
            "station": station,
            "address": view(station.address, records, area.source),
            "when": view(when, records, area.source, day),
            "days": [] if station.day else _days(edition, constituencies),
            "names": {each.slug: _name(records, area, each) for each in constituencies},
            "past": ends is not None and edition.past(ends),
            "opens": view(station.opens or election.polling_begins, records, area.source, clock),
            "closes": view(station.closes, records, area.source, clock),
            "places": [(covered, records.find(covered.area) if covered.area else area) for covered in station.serves],
            "constituencies": constituencies,
            "boxes": [(box, *_staff(edition, area, box), _route(edition, area, box)) for box in station.boxes],
            "sources": named(records, area.source),
        },
        record=area.at.file,
        changed=last_change(records, area),
    )


def _name(records: Records, area: Area, constituency: Constituency) -> str:
    """The name of a constituency on the page of a station of an area."""
    return constituency.heading if constituency.area == area.slug else called(records, constituency)


def _days(edition: Edition, constituencies: list[Constituency]) -> list[VotingDays]:
    """The voting days of the constituencies that vote here, the first day first."""
    spans: dict[tuple[date, date], list[Constituency]] = {}
    for constituency in constituencies:
        days = voting_days(edition.records, constituency)
        first, last = days.first, days.last
        if first:
            spans.setdefault((first, last or first), []).append(constituency)
    return [
        VotingDays(written_span(first, last), last, voting)
        for (first, last), voting in sorted(spans.items(), key=lambda pair: pair[0])
    ]


def _staff(edition: Edition, area: Area, box: MobileBox) -> tuple[FactView, FactView]:
    records = edition.records
    return (
        view(box.scrutineers, records, area.source, number),
        view(box.tellers, records, area.source, number),
    )


def _route(edition: Edition, area: Area, box: MobileBox) -> list[tuple[Stop, FactView, FactView, FactView]]:
    records = edition.records
    return [
        (
            stop,
            view(stop.day, records, area.source, day),
            view(stop.arrives, records, area.source, clock),
            view(stop.leaves, records, area.source, clock),
        )
        for stop in box.route
    ]
