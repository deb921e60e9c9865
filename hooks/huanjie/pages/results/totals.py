"""The totals of the election with their sources, parts by kind of area below their whole."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from huanjie.content.records import Records
from huanjie.election.places import area_of
from huanjie.election.totals import TURNOUT, Group, groups_of_area, groups_of_election
from huanjie.model.areas import OTHER, Area
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election
from huanjie.model.facts import Ref
from huanjie.model.totals import AreaTotal, Total
from huanjie.pages.results.turnout import beside
from huanjie.pages.shared.charts import Chart, chart
from huanjie.pages.shared.facts import FactView, number, percentage, view
from huanjie.pages.shared.place_words import others

UNITS = dict.fromkeys(("登记选民", "代表", "初步候选人", "正式候选人", "参加投票选民", "当选代表"), "名") | {
    "选区": "个",
    **dict.fromkeys(("发出选票", "收回选票", "有效票", "无效票"), "张"),
}


@dataclass(frozen=True)
class Figure:
    """A total as readers see it: an id to link to, a label, a unit, the values and the parts by kind of area.

    `turnout` was published with it; `beside` has sentences that derive it from the figures.
    """

    id: str
    of: str
    label: str
    unit: str
    value: FactView
    exact: int | None
    note: str | None
    turnout: FactView | None = None
    beside: tuple[str, ...] = ()
    parts: tuple["Figure", ...] = ()


def totals(records: Records) -> tuple[Figure, ...]:
    """The totals of the election in their order, parts by kind of area below the first whole that they are of."""
    election = records.one(Election)
    parts: dict[tuple[str, str | None], list[Figure]] = {}
    sums = _beside(groups_of_election(election))
    figures = [
        (total, replace(_figure(records, election, total, f"total-{number}"), beside=sums.get(id(total), ())))
        for number, total in enumerate(election.totals, 1)
    ]
    for total, figure in figures:
        if total.area:
            parts.setdefault((total.of, total.level), []).append(figure)
    return tuple(
        replace(figure, parts=tuple(parts.pop((total.of, total.level), ())))
        for total, figure in figures
        if not total.area
    )


def _figure(records: Records, election: Election, total: Total, name: str) -> Figure:
    return Figure(
        id=name,
        of=str(total.of),
        label=_of_kind(records, total) or f"{label_of(records, total.level)}{total.of}",
        unit=UNITS[total.of],
        value=view(total.value, records, election.source, number),
        exact=total.value.agreed,
        note=total.note,
        turnout=_turnout(records, election.source, total),
    )


def _of_kind(records: Records, total: Total) -> str:
    """The kind of places that a part counts; "" for a whole."""
    return total.area or "" if total.area != OTHER else others(records.of(Area)) or "其他地方"


def _turnout(records: Records, sources: tuple[Ref, ...], total: Total | AreaTotal) -> FactView | None:
    return view(total.turnout, records, sources, percentage) if total.turnout or total.turnout.gaps else None


def _beside(groups: Iterable[Group]) -> Mapping[int, tuple[str, ...]]:
    """Sentences that derive each stated turnout from the figures, by the total that states it."""
    return {
        id(group.totals[TURNOUT]): tuple(f"{beside(turnout)}。" for turnout in group.turnouts)
        for group in groups
        if TURNOUT in group.totals
    }


def area_totals(records: Records, area: Area) -> tuple[Figure, ...]:
    """The totals of an area that were published without those of its constituencies."""
    sums = _beside(groups_of_area(area))
    return tuple(
        Figure(
            id=f"total-{place}",
            of=str(total.of),
            label=f"{label_of(records, total.level) or total.level}{total.of}",
            unit=UNITS[total.of],
            value=view(total.value, records, area.source, number),
            exact=total.value.agreed,
            note=total.note,
            turnout=_turnout(records, area.source, total),
            beside=sums.get(id(total), ()),
        )
        for place, total in enumerate(area.totals, 1)
    )


def stated_of_level(records: Records, level: str) -> Mapping[str, Figure]:
    """The totals of the whole of a level, by what they count."""
    whole = [total for total in records.one(Election).totals if not total.area]
    return {str(total.of): figure for total, figure in zip(whole, totals(records), strict=True) if total.level == level}


def stated_of_area(records: Records, area: Area, level: str) -> Mapping[str, Figure]:
    """The totals of a level in an area, by what they count."""
    figures = zip(area.totals, area_totals(records, area), strict=True)
    return {str(total.of): figure for total, figure in figures if total.level == level}


def charts(records: Records) -> list[Chart]:
    """The totals that have parts by kind of area, drawn; those whose figures are certain."""
    drawn = ((figure, [part for part in figure.parts if part.exact is not None]) for figure in totals(records))
    return [
        drawing
        for figure, parts in drawn
        if len(parts) > 1
        and (
            drawing := chart(
                f"chart-{figure.id}", f"{figure.label}：{'、'.join(part.label for part in parts)}", map(_bar, parts)
            )
        )
    ]


def _bar(part: Figure) -> tuple[str, float, str]:
    exact = part.exact or 0
    return part.label, exact, f"{number(exact)} {part.unit}"


def label_of(records: Records, level: str | None) -> str:
    """The short name of a level's congress; "" where none is recorded."""
    congresses = records.one(Election).congresses
    return next((str(congress.short) for congress in congresses if congress.level == level), "")


def congress_of(records: Records, constituency: Constituency) -> str:
    """The congress whose deputies a constituency elects, by its own name where that is recorded."""
    if constituency.level == "乡级":
        return f"{area_of(records, constituency).heading}人民代表大会"
    names = (
        str(congress.name) for congress in records.one(Election).congresses if congress.level == constituency.level
    )
    return next(names, f"{constituency.level}人民代表大会")
