"""What rules on constituencies share: going through them, each with its law; its polling day.

No rule stands here.
"""

from collections.abc import Iterator
from datetime import date

from huanjie.law import Statute
from huanjie.model.areas import Area, JointResult
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.stations import Station
from huanjie.records import Records


def constituencies(records: Records, statute: Statute) -> Iterator[tuple[Area, Constituency, Statute]]:
    """Every constituency with its area and the law of its own polling day, or of the election while it names none."""
    for area in records.of(Area):
        for constituency in area.constituencies:
            own = exact_day(constituency.polling_day)
            yield area, constituency, statute.on(own) if own else statute


def area_of(records: Records, constituency: Constituency) -> Area:
    """The area that a constituency is filed in."""
    return records.get(Area, constituency.area)


def polling_day(records: Records, constituency: Constituency) -> date | None:
    """The day on which a constituency votes: its own, else the one it was postponed to, else the election's.

    None where it is not known: a gap of its own is not the election's day.
    """
    own = constituency.polling_day
    if constituency.postponed and not own and not own.gaps:
        return exact_day(constituency.postponed.until)
    return exact_day(own if own or own.gaps else records.one(Election).polling_day)


def voting_ends(records: Records, constituency: Constituency) -> date | None:
    """The last day of the first vote, where it is known; one with a day of its own does not go on with the others."""
    if constituency.polling_until:
        return exact_day(constituency.polling_until)
    own = constituency.polling_day
    moved = own or own.gaps or constituency.postponed
    until = None if moved else exact_day(records.one(Election).polling_until)
    return until or polling_day(records, constituency)


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
    found: dict[str, Station] = {}
    for covered in constituency.covers:
        area = covered.area.slug if covered.area else constituency.area
        for station in records.get(Area, area).stations:
            if any(covered.meets(served) for served in station.serves):
                found[station.slug] = station
    return tuple(found.values())


def counted_from(records: Records, constituency: Constituency, field: str) -> date | None:
    """The day from which the deadline of a list counts: the polling day, or for the result the end of voting.

    None where it is not known; and for a result after reruns, because it is not certain which vote it tells.
    """
    if field != "result_list":
        return polling_day(records, constituency)
    return None if constituency.reruns else voting_ends(records, constituency)
