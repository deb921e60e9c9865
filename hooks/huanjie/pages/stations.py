"""Polling stations: where, when, how to get in, whom each serves, and the routes of the mobile boxes."""

from collections.abc import Iterator

from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.stations import MobileBox, Station, Stop
from huanjie.pages import Edition, Page, address_of, last_change
from huanjie.pages.facts import Shown, clock, day, named, number, shown
from huanjie.rules.constituencies import stations_of


def pages(edition: Edition) -> Iterator[Page]:
    """A page for each polling station."""
    for area in edition.records.of(Area):
        serving: dict[str, list[Constituency]] = {}
        for one in area.constituencies:
            for station in stations_of(edition.records, one):
                serving.setdefault(station.slug, []).append(one)
        for station in area.stations:
            yield _station(edition, area, station, serving.get(station.slug, []))


def _station(edition: Edition, area: Area, station: Station, constituencies: list[Constituency]) -> Page:
    records = edition.records
    election = records.one(Election)
    when = station.day or election.polling_day
    serves = "、".join(covered.text for covered in station.serves)
    ends = exact_day(station.day or election.polling_until or election.polling_day)
    return Page(
        address=address_of(station),
        title=f"{area.heading}{station.title}",
        template="station.html",
        description=f"{area.heading}{station.title}：地址、时间、怎样进去。{serves}的选民在这里投票。",
        context={
            "area": area,
            "station": station,
            "address": shown(station.address, records, area.source),
            "when": shown(when, records, area.source, day),
            "past": ends is not None and ends < edition.today,
            "opens": shown(station.opens or election.polling_begins, records, area.source, clock),
            "closes": shown(station.closes, records, area.source, clock),
            "places": [(covered, records.find(covered.area) if covered.area else area) for covered in station.serves],
            "constituencies": constituencies,
            "boxes": [(box, *_staff(edition, area, box), _route(edition, area, box)) for box in station.boxes],
            "sources": named(records, area.source),
        },
        record=area.at.file,
        changed=last_change(records, area),
        searched=False,
    )


def _staff(edition: Edition, area: Area, box: MobileBox) -> tuple[Shown, Shown]:
    records = edition.records
    return (
        shown(box.scrutineers, records, area.source, number),
        shown(box.tellers, records, area.source, number),
    )


def _route(edition: Edition, area: Area, box: MobileBox) -> list[tuple[Stop, Shown, Shown, Shown]]:
    records = edition.records
    return [
        (
            stop,
            shown(stop.day, records, area.source, day),
            shown(stop.arrives, records, area.source, clock),
            shown(stop.leaves, records, area.source, clock),
        )
        for stop in box.route
    ]
