"""Checks on delimitation: each place lies in a constituency, none is forgotten, none is unknown."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.votes import constituencies
from huanjie.findings import NOTICE, WARNING, Finding, near_misses
from huanjie.law import Statute
from huanjie.model.areas import Area, Locality
from huanjie.model.stations import Covered

LEVELS = ("县级", "乡级")


@check("C206", WARNING)
def covers_a_place_that_is_not_listed(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """选区包括的村、社区或者单位，不在这个乡镇、街道的名单里。

    名字对不上，那里的选民按自己的村名就找不到选区；多半是打错了字，或者名单里漏了。
    错：localities 里是“东村”，选区写“东庄”
    对：两处都写“东村”，“东庄”写进 aliases
    """
    areas = {area.slug: area for area in records.of(Area)}
    for area, constituency, _ in constituencies(records, statute):
        for covered in constituency.covers:
            there = areas[covered.area.slug if covered.area else area.slug]
            known = {str(locality.name): locality for locality in there.localities}
            if known and covered.name not in known:
                called_so = [str(place.name) for place in there.localities if covered.name in place.aliases]
                near = called_so or near_misses(covered.name, known)
                right = f"是不是“{near[0]}”？" if near else "请核对；名单里漏写的，请补进 localities"
                yield Finding(covered.name.at, f"{there.title}的 localities 里没有“{covered.name}”", right)
            elif known:
                yield from _unknown_parts(covered, known[covered.name])


def _unknown_parts(covered: Covered, locality: Locality) -> Iterator[Finding]:
    if covered.part and not locality.groups:
        right = "请在 localities 里写上 groups，如 groups: [一组, 二组]"
        yield Finding(covered.part[0].at, f"localities 里没有写“{locality.name}”分成哪几部分", right)
        return
    for part in covered.part:
        if part not in locality.groups:
            right = f"localities 里写的是：{'、'.join(locality.groups)}；请核对"
            yield Finding(part.at, f"“{locality.name}”没有“{part}”这一部分", right)


@check("C207", WARNING)
def place_in_no_constituency(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """村、社区或者单位不在任何一个选区里。

    漏掉的地方，那里的选民不知道到哪里登记、投票。在别处登记的，写明在哪里；一个村分在几个选区的，每一部分都要在内。
    有选区没有写 covers 时，不作比较；有的单位只选县级代表，所以单位不看乡级。
    错：localities 里有“西村”，哪个选区也没有写它
    对：把“西村”写进它所在选区的 covers；或者写 elsewhere: 在各自居住的社区登记
    """
    if statute.by_election:
        return  # most places hold none
    covered: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for area, constituency, _ in constituencies(records, statute):
        for place in constituency.covers:
            slug = place.area.slug if place.area else area.slug
            covered[slug, constituency.level, place.name] |= {*(place.part or ("",))}
    for area in records.of(Area):
        for level in LEVELS:
            covers = [constituency.covers for constituency in area.constituencies if constituency.level == level]
            for locality in area.localities if covers and all(covers) else ():
                if level == "县级" or locality.sort != "单位":
                    yield from _left_out(locality, level, covered[area.slug, level, locality.name])


def _left_out(locality: Locality, level: str, parts: set[str]) -> Iterator[Finding]:
    missing = [] if "" in parts else [group for group in locality.groups if group not in parts]
    if locality.elsewhere or (parts and not missing):
        return
    what = f"“{locality.name}”的{'、'.join(missing)}" if parts else f"“{locality.name}”"
    right = "请写进它所在选区的 covers，选区还没有录入的请补上；选民在别处登记的，请写 elsewhere"
    yield Finding(locality.name.at, f"{what}不在任何一个{level}选区里", right)


@check("C208", NOTICE)
def seats_not_recorded(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一个乡镇、街道的别的选区写了应选名额，这个选区没有写。

    选民要知道选几个人，候选人的多少、选没选满也要从名额算。
    错：别的选区都有 seats，这个选区没有
    对：seats: 2；查不到的写 seats: unknown
    """
    for area in records.of(Area):
        for constituency in area.constituencies if any(other.seats for other in area.constituencies) else ():
            if not constituency.seats and not constituency.seats.gaps:
                at = constituency.place_of("number")
                yield Finding(at, "没有记录应选几名代表", "请写 seats；查不到的写 unknown")
