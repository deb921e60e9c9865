"""Checks on when mobile boxes come round: only while people vote."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.calendar import days_of_election, voting_days
from huanjie.election.places import stations_of
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.areas import Area
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.stations import Station


@check("A208", WARNING)
def box_outside_the_voting_days(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """流动票箱到的日子，不是投票的日子。

    票箱在投票的那几天才能收票。日子不对，等票箱的人会扑空，投进去的票也说不清算不算。
    错：选举日 2016-06-28，票箱某一站写 day: 2016-06-27
    对：day: 2016-06-28，或者不写
    """
    everywhere = set(days_of_election(records.one(Election)).every)
    voting: dict[str, set[date]] = defaultdict(set)
    for area in records.of(Area):
        for constituency in area.constituencies:
            for station in stations_of(records, constituency):
                voting[station.slug] |= set(voting_days(records, constituency).every)
    for station in records.of(Station):
        own = exact_day(station.day)
        days = {own} if own else voting[station.slug] or everywhere
        for stop in (stop for box in station.boxes for stop in box.route):
            day = exact_day(stop.day)
            if day and days and day not in days:
                voted = "、".join(str(each) for each in sorted(days))
                yield Finding(stop.day[0].at, f"票箱 {day} 到{stop.place}，投票的日子是 {voted}", "请核对日期")
