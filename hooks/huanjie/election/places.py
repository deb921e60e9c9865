"""What a constituency belongs to and shares: its area, its polling stations, results published with others'."""

from collections.abc import Iterator

from huanjie.model.areas import Area, JointResult
from huanjie.model.constituencies import Constituency
from huanjie.model.stations import Station
from huanjie.records import Records


def area_of(records: Records, constituency: Constituency) -> Area:
    """The area that a constituency is filed in."""
    return records.get(Area, constituency.area)


def joint_results(records: Records, constituency: Constituency) -> Iterator[tuple[Area, JointResult]]:
    """The results that were published for the constituency only together with others, each with its own area."""
    for area in records.citing(constituency):
        if isinstance(area, Area):
            for result in area.joint_results:
                if any(ref.slug == constituency.slug for ref in result.constituencies):
                    yield area, result


def joint_result(records: Records, constituency: Constituency) -> JointResult | None:
    """The result that was published for the constituency only together with others; None where there is none."""
    return next((result for _, result in joint_results(records, constituency)), None)


def stations_of(records: Records, constituency: Constituency) -> tuple[Station, ...]:
    """The polling stations that serve a place of the constituency, or a part of one."""
    serving: dict[str, Station] = {}
    for covered in constituency.covers:
        area = covered.area.slug if covered.area else constituency.area
        for station in records.get(Area, area).stations:
            if any(covered.meets(served) for served in station.serves):
                serving[station.slug] = station
    return tuple(serving.values())
