"""The totals of the election with their sources, parts by kind of area below their whole."""

from dataclasses import dataclass, replace

from huanjie.election.places import area_of
from huanjie.model.areas import OTHER, Area
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election, Total
from huanjie.pages.charts import Chart, chart
from huanjie.pages.facts import Shown, number, shown
from huanjie.pages.place_words import others
from huanjie.records import Records

UNITS = {"登记选民": "名", "选区": "个", "代表": "名"}


@dataclass(frozen=True)
class Figure:
    """A total as readers see it: an id to link to, a label, a unit, the values and the parts by kind of area."""

    id: str
    label: str
    unit: str
    value: Shown
    exact: int | None
    note: str | None
    parts: tuple["Figure", ...] = ()


def totals(records: Records) -> tuple[Figure, ...]:
    """The totals of the election in their order, parts by kind of area below the first whole that they are of."""
    election = records.one(Election)
    parts: dict[tuple[str, str | None], list[Figure]] = {}
    figures = [
        (total, _figure(records, election, total, f"total-{number}")) for number, total in enumerate(election.totals, 1)
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
        label=_of_kind(records, total) or f"{label_of(records, total.level)}{total.of}",
        unit=UNITS[total.of],
        value=shown(total.value, records, election.source, number),
        exact=total.value.only,
        note=total.note,
    )


def _of_kind(records: Records, total: Total) -> str:
    """The kind of places that a part counts; "" for a whole."""
    return total.area or "" if total.area != OTHER else others(records.of(Area)) or "其他地方"


def charts(records: Records) -> list[Chart]:
    """The totals that have parts by kind of area, drawn; those whose figures are certain."""
    drawn = ((figure, [part for part in figure.parts if part.exact is not None]) for figure in totals(records))
    return [
        one
        for figure, parts in drawn
        if len(parts) > 1
        and (
            one := chart(
                f"chart-{figure.id}", f"{figure.label}：{'、'.join(part.label for part in parts)}", map(_bar, parts)
            )
        )
    ]


def _bar(part: Figure) -> tuple[str, float, str]:
    exact = part.exact or 0
    return part.label, exact, f"{number(exact)} {part.unit}"


def label_of(records: Records, level: str | None) -> str:
    """What the congresses of a level are called in short; "" where none is recorded."""
    congresses = records.one(Election).congresses
    return next((str(congress.short) for congress in congresses if congress.level == level), "")


def congress_of(records: Records, one: Constituency) -> str:
    """The congress whose deputies a constituency elects, by its own name where that is recorded."""
    if one.level == "乡级":
        return f"{area_of(records, one).heading}人民代表大会"
    names = (str(congress.name) for congress in records.one(Election).congresses if congress.level == one.level)
    return next(names, f"{one.level}人民代表大会")
