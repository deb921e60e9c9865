"""Formal candidates by constituency, in the order of publication; their introductions stand on its page."""

from collections.abc import Iterator
from functools import partial

from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.pages import Edition, Page, PagePlan, last_change
from huanjie.pages.areas.areas import LEVELS
from huanjie.pages.results.totals import label_of
from huanjie.pages.shared.facts import FactView, number, view


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The way to the candidates of each area, and a page for each; nothing before the first list."""
    areas = [
        area
        for area in edition.records.of(Area)
        if any(constituency.candidates for constituency in area.constituencies)
    ]
    if not areas:
        return
    yield Page(
        address="candidates/",
        title="候选人",
        template="candidates/candidates.html",
        description=f"各{edition.places}各选区的正式候选人名单。",
        context={
            "areas": [
                (area, [(level, _count(area, level)) for level in LEVELS if _count(area, level)]) for area in areas
            ],
            "order": edition.statute.article("gansu-list-order"),
        },
        changed=last_change(edition.records, *areas),
    )
    for area in areas:
        yield PagePlan(f"candidates/{area.slug}/", partial(_area, edition, area))


def _area(edition: Edition, area: Area) -> Page:
    return Page(
        address=f"candidates/{area.slug}/",
        title=f"{area.heading}的候选人",
        template="candidates/area.html",
        description=f"{area.heading}各选区的正式候选人，按公布的顺序。",
        context={
            "area": area,
            "levels": [
                (
                    level,
                    label_of(edition.records, level),
                    [(constituency, _seats(edition, area, constituency)) for constituency in listed],
                )
                for level in LEVELS
                if (listed := _standing(area, level))
            ],
        },
        record=area.at.file,
        changed=last_change(edition.records, area),
    )


def _standing(area: Area, level: str) -> list[Constituency]:
    return [
        constituency for constituency in area.constituencies if constituency.level == level and constituency.candidates
    ]


def _seats(edition: Edition, area: Area, constituency: Constituency) -> FactView:
    return view(constituency.seats, edition.records, area.source, number)


def _count(area: Area, level: str) -> int:
    return sum(len(constituency.standing) for constituency in _standing(area, level))
