"""Checks on polling stations and mobile boxes: places served, times, addresses; and on names of villages."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import NOTICE, WARNING, Finding, near_misses
from huanjie.law import Statute
from huanjie.model.areas import Area, Locality
from huanjie.model.clocks import Clock
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.facts import Fact, Facts
from huanjie.model.stations import MobileBox, Station, Stop
from huanjie.yaml_text import Text

STAFF = "gansu-mobile-box-staff"
SHOWN = 8  # names in a message


@check("A201", WARNING)
def station_for_no_locality(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """投票站写的村、社区或者单位，当地的名单里没有。

    名字对不上，那里的人按村名就查不到自己的投票站。当地没有写 localities 的，不作比较。
    错：localities: [东村]，投票站写 serves: 东庄
    对：localities: [东村]，投票站写 serves: 东村
    """
    areas = {area.slug: area for area in records.of(Area)}
    for area in areas.values():
        for station in area.stations:
            for covered in station.serves:
                listed = areas[covered.area.slug if covered.area else area.slug]
                names = [str(locality.name) for locality in listed.localities]
                if names and covered.name not in names:
                    wrong = f"{listed.title}的 localities 里没有“{covered.name}”"
                    yield Finding(covered.name.at, wrong, _meant(covered.name, listed))


def _meant(typed: str, area: Area) -> str:
    """The repair: the place that has this name, those with a similar one, or an instruction."""
    names = [str(locality.name) for locality in area.localities]
    called_so = [str(locality.name) for locality in area.localities if typed in locality.aliases]
    near = called_so or near_misses(typed, names)
    if near:
        return f"是不是{'、'.join(f'“{name}”' for name in near)}？"
    return f"请核对名称，漏写的请补进 localities；已有：{'、'.join(names[:SHOWN])}"


@check("A202", NOTICE)
def locality_without_station(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """这个村、社区或者单位没有写到哪个投票站投票。

    那里的人查不到自己到哪里投票。在别处登记的写 elsewhere；当地一个投票站也没有写的，不提示。
    错：localities: [东村, 西村]，只有一个投票站，serves: 东村
    对：localities: [东村, 西村]，投票站写 serves: [东村, 西村]
    """
    areas = records.of(Area)
    served = {
        (covered.area.slug if covered.area else area.slug, str(covered.name))
        for area in areas
        for station in area.stations
        for covered in station.serves
    }
    for area in areas if not statute.by_election else ():  # where most places do not vote
        for locality in area.localities if area.stations else ():
            if locality.elsewhere is None and (area.slug, str(locality.name)) not in served:
                right = "请写进一个投票站的 serves；在别处登记的写 elsewhere"
                yield Finding(locality.name.at, f"“{locality.name}”没有写到哪个投票站投票", right)


@check("A203", WARNING)
def closes_before_it_opens(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """投票站结束的时间不晚于开始的时间。

    照着去的人会扑空；多半是下午的时间没有写成 24 小时制。
    错：opens: 08:00，closes: 06:00
    对：opens: 08:00，closes: 18:00
    """
    for station in records.of(Station):
        opens, closes = station.opens.agreed, station.closes.agreed
        if opens and closes and closes <= opens:
            wrong = f"{opens} 开始，{closes} 结束"
            yield Finding(station.closes[0].at, wrong, "请核对时间，用 24 小时制，如 18:00")


@check("A204", WARNING, STAFF)
def box_with_too_few_staff(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """跟着流动票箱的监票人、计票人少于规定。

    票箱离开了大家的眼睛，要有几个人互相看着，投的票才可信。人数由省里规定。
    错：甘肃省，scrutineers: 1，tellers: 2
    对：甘肃省，scrutineers: 2，tellers: 1
    """
    article = statute.article(STAFF)
    for station in records.of(Station) if article else ():
        for box in station.boxes:
            for role, counted, least in _staff(box, statute):
                if counted.value < least:
                    wrong = f"{box.name}只有 {counted.value} 名{role}跟着"
                    yield Finding(counted.at, wrong, f"至少要有 {least} 名{role}（{article}），请核对")


def _staff(box: MobileBox, statute: Statute) -> Iterator[tuple[str, Fact[int], int]]:
    params = statute.params(STAFF)
    yield from (("监票人", counted, params["scrutineers_min"]) for counted in box.scrutineers)
    yield from (("计票人", counted, params["tellers_min"]) for counted in box.tellers)


@check("A205", WARNING)
def stops_out_of_order(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """流动票箱的路线，时间先后颠倒。

    等票箱的人多半出不了门，时间错了就等不到。
    错：第一站 arrives: 10:30，第二站 arrives: 09:30
    对：第一站 arrives: 09:30，第二站 arrives: 10:30
    """
    polling_day = exact_day(records.one(Election).polling_day)
    for station in records.of(Station):
        usual = exact_day(station.day) or polling_day
        for box in station.boxes:
            for (day, before), (then, after) in pairwise(_times(box.route, usual)):
                if (day is None) == (then is None) and (day or date.min, before.value) > (
                    then or date.min,
                    after.value,
                ):
                    wrong = f"前面写 {before.typed}，这里写 {after.typed}，先后颠倒"
                    yield Finding(after.at, wrong, "请核对时间；跨天的请写 day，各站按先后排")


def _times(route: tuple[Stop, ...], usual: date | None) -> Iterator[tuple[date | None, Fact[Clock]]]:
    """Every time of a route on which sources agree, in the order of the route, with its day where that is known."""
    for stop in route:
        if stop.day.gaps or (stop.day and exact_day(stop.day) is None):
            continue  # on a day that is not known
        for times in (stop.arrives, stop.leaves):
            if times.agreed:
                yield exact_day(stop.day) or usual, times[0]


@check("A206", NOTICE)
def station_without_hours_or_address(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """投票站没有写地址或者时间。

    不知道在哪里、几点开门，就没法去投票。开始时间全区一样、写在 election.yml 里的，不用再写；选举大会不用写结束时间。
    错：投票站只有 title 和 serves
    对：加上 address、opens 和 closes；查不到的写 unknown
    """
    begins = records.one(Election).polling_begins
    for station in records.of(Station):
        missing = [name for name, facts in _wanted(station, begins) if not facts and not facts.gaps]
        if missing:
            wrong = f"{station.title}没有写{'、'.join(missing)}"
            yield Finding(station.id.at, wrong, "请写上；查不到的写 unknown")


def _wanted(station: Station, begins: Facts[Clock]) -> Iterator[tuple[str, Facts[Clock] | Facts[Text]]]:
    """The facts that a voter needs of a station, each with its name; `begins`: when voting begins everywhere."""
    yield "地址（address）", station.address
    yield "开始时间（opens）", station.opens if station.opens or station.opens.gaps else begins
    if station.sort == "投票站":
        yield "结束时间（closes）", station.closes


@check("A207", WARNING)
def name_of_two_localities(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一个乡镇、街道里，两个地方用了同一个名称或者叫法。

    群众按村名查选区和投票站，一个名字两个地方，就会查错。
    错：东村和西村都写 aliases: 老庄
    对：只留一个；两处都这样叫的，写得细一些，如 东老庄、西老庄
    """
    for area in records.of(Area):
        first: dict[str, Locality] = {}
        for locality in area.localities:
            for name in (locality.name, *locality.aliases):
                known = first.setdefault(str(name), locality)
                if known is not locality:
                    wrong = f"“{name}”也是第 {known.at.line} 行“{known.name}”的名称或者叫法"
                    yield Finding(name.at, wrong, "请只留一处，或者写得细一些，分得清是哪一个")
