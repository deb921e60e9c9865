"""Villages, communities and units: the constituencies that each belongs to, where it votes, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from huanjie.content.records import Records
from huanjie.election.calendar import Precision
from huanjie.election.places import area_of
from huanjie.election.votes import first_vote, votes
from huanjie.law.deadlines import written, written_span
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election
from huanjie.model.stations import Covered, Station
from huanjie.pages import Edition
from huanjie.pages.shared.facts import FactView, clock, day, view
from huanjie.pages.shared.status import written_days

E = TypeVar("E", Constituency, Station)


@dataclass(frozen=True)
class Place:
    """A village, community or unit: the constituencies it belongs to, each with the part, and where it votes."""

    area: Area
    name: str
    aliases: tuple[str, ...]
    elsewhere: str
    constituencies: tuple[tuple[Constituency, str], ...]
    stations: tuple[tuple[Station, str], ...]


@dataclass(frozen=True)
class Where:
    """A polling station in a list: where it is and from when to when it is open."""

    station: Station
    part: str
    address: FactView
    day: FactView | None
    opens: FactView
    closes: FactView

    @property
    def text(self) -> str:
        """All of it in a line."""
        address = _said(self.address) if self.address.statements else f"地址{self.address.missing}"
        hours = "至".join(_said(hour) for hour in (self.opens, self.closes) if hour.statements)
        hours += "开始" if hours and not self.closes.statements else ""
        return "，".join(filter(None, (address, _said(self.day) if self.day else "", hours)))


def _said(facts: FactView) -> str:
    return " 或 ".join(statement.text for statement in facts.statements) or facts.missing


def places(areas: Iterable[Area]) -> Iterator[Place]:
    """Every place, area by area, those that only a constituency or a station names last.

    Constituencies and stations of one area may reach into another.
    """
    all_areas = tuple(areas)
    covering = _by_place(
        (area, constituency, constituency.covers) for area in all_areas for constituency in area.constituencies
    )
    serving = _by_place((area, station, station.serves) for area in all_areas for station in area.stations)
    for area in all_areas:
        there, polling = covering.get(area.slug, {}), serving.get(area.slug, {})
        listed = {str(locality.name): locality for locality in area.localities}
        for name in {**listed, **there, **polling}:
            locality = listed.get(name)
            yield Place(
                area,
                name,
                tuple(map(str, locality.aliases)) if locality else (),
                str(locality.elsewhere or "") if locality else "",
                tuple(there.get(name, ())),
                tuple(polling.get(name, ())),
            )


def _by_place(coverings: Iterable[tuple[Area, E, Iterable[Covered]]]) -> dict[str, dict[str, list[tuple[E, str]]]]:
    """The constituencies or stations of each place, by area and name, with the part of the place."""
    by_area: dict[str, dict[str, list[tuple[E, str]]]] = {}
    for area, covering, covers in coverings:
        for covered in covers:
            there = by_area.setdefault(covered.area.slug if covered.area else area.slug, {})
            there.setdefault(str(covered.name), []).append((covering, "、".join(covered.part)))
    return by_area


def where(records: Records, station: Station, part: str = "") -> Where:
    """Take what a list shows of a station; hours of its own, or those of the election."""
    area = records.get(Area, station.slug.partition("/")[0])
    opens = station.opens or records.one(Election).polling_begins
    return Where(
        station=station,
        part=part,
        address=view(station.address, records, area.source),
        day=view(station.day, records, area.source, day) if station.day else None,
        opens=view(opens, records, area.source, clock),
        closes=view(station.closes, records, area.source, clock),
    )


def voting(edition: Edition, constituency: Constituency) -> str:
    """Say when a constituency votes next, or that it has voted."""
    first = first_vote(edition.records, edition.statute, constituency)
    days = first.days
    if days.last and not first.counted and not edition.past(days.last):
        return f"{written_span(days.first or days.last, days.last)}投票"
    if again := later_vote_ahead(edition, constituency):
        return again
    if days.precision is Precision.OPEN or (constituency.postponed and not days.begins):
        return "投票推迟，日期还没有定"
    if days.latest and edition.past(days.latest):
        return "投票已经结束"
    return f"{written_days(days)}投票" if days.begins else "投票日期没有记录"


def later_vote_ahead(edition: Edition, constituency: Constituency) -> str:
    """Say when a constituency votes next after its first vote, and on what; "" where no day is set."""
    later = votes(edition.records, edition.statute, constituency)[1:]
    open_votes = [poll for poll in later if not (poll.counted or poll.cancelled)]
    ahead = [
        (poll.days.first, poll.kind) for poll in open_votes if poll.days.first and not edition.past(poll.days.first)
    ]
    if not ahead:
        return ""
    day, kind = min(ahead, key=lambda pair: pair[0])
    return f"{written(day)}{kind.called}"


def seen_from(records: Records, area: Area, constituency: Constituency) -> str:
    """Call a constituency on the page of an area: figures go through the county, of letters each area has its own."""
    own = constituency.area == area.slug or (constituency.number or "").isdecimal()
    return constituency.heading if own else f"{area_of(records, constituency).heading}{constituency.heading}"


@dataclass(frozen=True)
class Placed:
    """A place as lists show it: each constituency with its name, its part and its next vote, and every polling station.

    `when` is the next vote of all of them, "" where they vote on different days.
    """

    place: Place
    constituencies: tuple[tuple[Constituency, str, str, str], ...]
    when: str
    stations: tuple[Where, ...]


def placed(edition: Edition, place: Place) -> Placed:
    """Take what a list shows of a place."""
    records = edition.records
    constituencies = tuple(
        (constituency, seen_from(records, place.area, constituency), part, voting(edition, constituency))
        for constituency, part in place.constituencies
    )
    days = {when for *_, when in constituencies}
    stations = tuple(where(records, station, part) for station, part in place.stations)
    return Placed(place, constituencies, days.pop() if len(days) == 1 else "", stations)
