"""The progress of each township and subdistrict: a table of all, and for each a page with a picture of its stages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from huanjie.law.deadlines import lists
from huanjie.model.areas import Area
from huanjie.pages import Edition, Page, PagePlan, last_change
from huanjie.pages.progress.stage_picture import picture
from huanjie.pages.progress.stages import Stage, stages_in
from huanjie.pages.progress.work import reported
from huanjie.pages.shared.charts import Chart, chart
from huanjie.pages.shared.facts import named
from huanjie.pages.shared.paging import Part, parts

ADDRESS = "progress/areas/"


@dataclass(frozen=True)
class Line:
    """An area as a row: for each list, how many of its constituencies published it."""

    area: Area
    address: str
    constituencies: int
    counts: tuple[int, ...]


def pages(edition: Edition) -> Iterator[PagePlan]:
    """The table and a page for each area that has constituencies; nothing while there is none."""
    areas = [area for area in edition.records.of(Area) if area.constituencies]
    if not areas:
        return
    for part in parts(ADDRESS, areas):
        yield PagePlan(part.address, partial(_table, edition, part))
    for area in areas:
        yield PagePlan(f"{ADDRESS}{area.slug}/", partial(_area, edition, area))


def _table(edition: Edition, part: Part[Area]) -> Page:
    lines, columns = [_line(edition, area) for area in part.things], tuple(lists(edition.statute))
    return Page(
        address=part.address,
        title=f"各{edition.places}走到了哪一步{part.label}",
        template="progress/by_area.html",
        description=f"每个{edition.places}有几个选区，各有几个公布了选民名单、候选人名单和选举结果。",
        context={"columns": columns, "lines": lines, "chart": _chart(lines, columns), "part": part},
        changed=last_change(edition.records, *(line.area for line in lines)),
    )


def _line(edition: Edition, area: Area) -> Line:
    counts = [stage.count for stage in stages_in(edition, area) if stage.counted]
    return Line(area, f"{ADDRESS}{area.slug}/", len(area.constituencies), tuple(counts))


def _chart(lines: list[Line], names: Sequence[str]) -> Chart | None:
    """The last list that anybody has published, drawn for all."""
    begun = [place for place in range(len(names)) if any(line.counts[place] for line in lines)]
    if not begun:
        return None
    rows = [
        (line.area.heading, line.counts[begun[-1]] / line.constituencies, _of(line.counts[begun[-1]], line))
        for line in lines
    ]
    return chart("published", f"几个选区公布了{names[begun[-1]]}", rows, 1)


def _of(count: int, line: Line) -> str:
    return f"{count} 个，共 {line.constituencies} 个"


def _area(edition: Edition, area: Area) -> Page:
    reached: tuple[Stage, ...] = stages_in(edition, area)
    return Page(
        address=f"{ADDRESS}{area.slug}/",
        title=f"{area.heading}走到了哪一步",
        template="progress/area.html",
        description=f"{area.heading}的选举走到了哪一步，每一步法律规定最迟哪天，实际哪天。",
        context={
            "area": area,
            "stages": reached,
            "picture": picture(edition, "stages", f"{area.heading}的每一步和今天", reached),
            "sources": named(edition.records, area.source),
            "work": [*reported(edition, area.work_done, area.source)],
            "dated": any(stage.lawful for stage in reached),
        },
        record=area.at.file,
        changed=last_change(edition.records, area),
        searched=False,
    )
