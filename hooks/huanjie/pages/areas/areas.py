"""Townships and subdistricts: which constituency and polling station each village has, and how far they have come."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from huanjie.content.records import Records
from huanjie.model.areas import OTHER, SUBDISTRICT, Area
from huanjie.model.bodies import Body
from huanjie.model.constituencies import Constituency
from huanjie.model.facts import Facts
from huanjie.model.levels import Level
from huanjie.model.notices import Notice
from huanjie.model.stories import Story
from huanjie.pages import Edition, Page, PagePlan, address_of, last_change
from huanjie.pages.areas.places import Place, placed, places, seen_from
from huanjie.pages.progress.work import reported
from huanjie.pages.shared.facts import FactView, day, named, number, view
from huanjie.pages.shared.place_words import compact, others
from huanjie.pages.shared.status import status

LEVELS = tuple(Level)


@dataclass(frozen=True)
class Row:
    """A constituency in its area's list."""

    constituency: Constituency
    seats: FactView
    voters: FactView
    status: str


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The list of areas and a page for each; nothing while there are no areas."""
    areas = edition.records.of(Area)
    if not areas:
        return
    yield Page(
        address="areas/",
        title=f"{compact(edition.places)}和选区",
        template="areas/areas.html",
        description=f"按{edition.places}查选区和投票站：包括哪些村和社区，选几名代表，名单哪天公布，谁当选。",
        context={
            "groups": by_sort(areas),
        },
        changed=last_change(edition.records, *areas),
    )
    held = {slug: tuple(own) for slug, own in groupby(places(areas), lambda place: place.area.slug)}
    for area in areas:
        yield PagePlan(address_of(area), partial(_area, edition, area, held.get(area.slug, ())))


def by_sort(areas: tuple[Area, ...]) -> list[tuple[str, list[Area]]]:
    """Subdistricts, townships and what is neither apart, as people look for them."""
    sorts = {name: [area for area in areas if area.group == name] for name in (SUBDISTRICT, "乡镇", OTHER)}
    return [(others(members) or name, members) for name, members in sorts.items() if members]


def _area(edition: Edition, area: Area, held: tuple[Place, ...]) -> Page:
    records = edition.records

    def count(facts: Facts[int]) -> FactView:
        return view(facts, records, area.source, number)

    citing = records.citing(area)
    review = area.review
    return Page(
        address=address_of(area),
        title=area.heading,
        template="areas/area.html",
        description=f"{area.heading}的选区和投票站：{len(area.constituencies)} 个选区，{len(area.stations)} 个投票站。",
        context={
            "area": area,
            "population": count(area.population),
            "voters": count(area.voters),
            "seats": count(area.seats),
            "reserved": count(area.reserved_seats) if area.reserved_seats or area.reserved_seats.gaps else None,
            "results": f"results/{area.slug}/" if area.totals else "",
            "term": view(area.term, records, area.source, lambda term: f"第{term}届"),
            "places": [placed(edition, place) for place in held],
            "levels": [(level, rows) for level in LEVELS if (rows := [*_rows(edition, area, level)])],
            "abroad": _covered_from_elsewhere(records, area, held),
            "bodies": [record for record in citing if isinstance(record, Body)],
            "mentions": [record for record in citing if isinstance(record, Notice | Story)],
            "work": [*reported(edition, area.work_done, area.source)],
            "review_day": view(review.day, records, area.source, day) if review else None,
            "confirmed": count(review.confirmed) if review else None,
            "sources": named(records, area.source),
        },
        record=area.at.file,
        changed=last_change(records, area),
    )


def _covered_from_elsewhere(records: Records, area: Area, held: tuple[Place, ...]) -> list[tuple[Constituency, str]]:
    """The constituencies of other areas that reach into this area, each once, with their names."""
    covering = (constituency for place in held for constituency, _ in place.constituencies)
    abroad = {constituency.slug: constituency for constituency in covering if constituency.area != area.slug}
    return [(constituency, seen_from(records, area, constituency)) for constituency in abroad.values()]


def _rows(edition: Edition, area: Area, level: str) -> Iterator[Row]:
    for constituency in area.constituencies:
        if constituency.level == level:
            count = [
                view(facts, edition.records, area.source, number) for facts in (constituency.seats, constituency.voters)
            ]
            yield Row(constituency, count[0], count[1], status(edition, constituency))
