"""Reports on the state of work, the newest first, beside the number of places and constituencies in the records."""

from collections.abc import Iterator, Sequence

from huanjie.content.records import Records
from huanjie.model.areas import Area
from huanjie.model.days import Day
from huanjie.model.election import Election
from huanjie.model.work import Work

PLACES = {"村": ("村",), "社区": ("社区",), "村和社区": ("村", "社区"), "单位": ("单位",)}
AREAS = {"乡镇": ("乡", "民族乡", "镇"), "街道": ("街道",), "乡镇和街道": ("乡", "民族乡", "镇", "街道")}


def newest_first(reported: Sequence[Work]) -> tuple[Work, ...]:
    """The reports by their days, the newest first; those whose day nobody knows last."""
    return tuple(sorted(reported, key=_day, reverse=True))


def _day(work: Work) -> Day:
    return work.day[0].value if work.day else Day(0)


def reports(records: Records) -> Iterator[tuple[Area | None, tuple[Work, ...]]]:
    """The reports of the whole county, without an area, and those of each area."""
    yield None, records.one(Election).work_done
    for area in records.of(Area):
        yield area, area.work_done


def recorded(records: Records, work: Work, area: Area | None) -> int:
    """The number in the records of what a report counts; 0 where they have none, or do not record it."""
    areas, of = [area] if area else records.of(Area), str(work.of)
    if of in PLACES:
        return sum(place.sort in PLACES[of] for each in areas for place in each.localities)
    if of in AREAS:
        return 0 if area else sum(each.sort in AREAS[of] for each in areas)
    if of == "投票站":
        return sum(len(each.stations) for each in areas)
    return sum(len(each.constituencies) for each in areas) if of == "选区" else 0
