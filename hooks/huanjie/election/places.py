"""The area of a constituency, its polling stations, and the results that it shares with other constituencies."""

from collections.abc import Iterator

from huanjie.content.records import Records
from huanjie.election.kinds import Kind
from huanjie.election.poll import Poll
from huanjie.model.areas import Area, JointResult
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.stations import Station


def area_of(records: Records, constituency: Constituency) -> Area:
    """The area that a constituency is filed in."""
    return records.get(Area, constituency.area)


def joint_results(records: Records, constituency: Constituency) -> Iterator[tuple[Area, JointResult]]:
    """The results that were published for the constituency together with others, each with the area that has it."""
    for area in records.citing(constituency):
        if isinstance(area, Area):
            for result in area.joint_results:
                if any(ref.slug == constituency.slug for ref in result.constituencies):
                    yield area, result


def joint_result(records: Records, constituency: Constituency) -> JointResult | None:
    """The result of the term's election that was published together with others; None where there is none."""
    return next((result for _, result in joint_results(records, constituency) if result.of_term), None)


def joint_by_election(records: Records, poll: Poll) -> JointResult | None:
    """The result of a by-election that was published together with others of its day; None where there is none."""
    if poll.kind is not Kind.BY_ELECTION or not poll.days.first:
        return None
    shared = (result for _, result in joint_results(records, poll.constituency))
    return next((result for result in shared if exact_day(result.by_election) == poll.days.first), None)


def stations_of(records: Records, constituency: Constituency) -> tuple[Station, ...]:
    """The polling stations that serve a place of the constituency, or a part of one."""
    serving: dict[str, Station] = {}
    for covered in constituency.covers:
        area = covered.area.slug if covered.area else constituency.area
        for station in records.get(Area, area).stations:
            if any(covered.meets(served) for served in station.serves):
                serving[station.slug] = station
    return tuple(serving.values())
