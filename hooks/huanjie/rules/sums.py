"""Rules on sums: people, voters, constituencies and deputies of the parts against the totals that are stated."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.areas import Area, JointResult
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election, Total
from huanjie.model.facts import Facts
from huanjie.records import Records
from huanjie.rules import rule
from huanjie.rules.constituencies import joint_result
from huanjie.rules.elected import elected


def _differs(stated: Facts[int], parts: Sequence[int | None], what: str, of: str) -> Iterator[Finding]:
    """Tell a stated total that is not the sum of its parts; silent while a part is not known."""
    known = [part for part in parts if part is not None]
    if stated.only is None or not parts or len(known) < len(parts) or sum(known) == stated.only:
        return
    wrong = f"{what}写 {stated.only:,}，{of}相加是 {sum(known):,}，差 {abs(sum(known) - stated.only):,}"
    yield Finding(stated[0].at, wrong, "请核对；来源本身不一致时，把各来源的数都写上")


def _groups(areas: Sequence[Area]) -> Iterator[list[Area]]:
    """Areas that share a constituency, together: their figures only agree as a whole."""
    root = {area.slug: area.slug for area in areas}
    for area in areas:
        for ref in (one.area for constituency in area.constituencies for one in constituency.covers if one.area):
            old, new = root[ref.slug], root[area.slug]
            root = {slug: new if top == old else top for slug, top in root.items()}
    for top in dict.fromkeys(root.values()):
        yield [area for area in areas if root[area.slug] == top]


def _at(level: str, areas: Iterable[Area]) -> list[Constituency]:
    return [one for area in areas for one in area.constituencies if one.level == level]


@rule("E205", WARNING)
def voters_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """各选区的登记选民相加，不等于乡镇、街道的数；或者各乡镇、街道相加，不等于全部的数。

    投票率、过半数都从登记选民算起，这个数错了，后面的都跟着错。有一个数没有查到时，不作比较。
    错：某镇登记选民 14,000，各县级选区相加 13,990
    对：某镇登记选民 14,000，各县级选区相加 14,000
    """
    yield from _added(records, "voters", "登记选民")
    for total in (total for total in records.one(Election).totals if total.of == "登记选民"):
        parts = [area.voters.only for area in _counted(records, total)]
        yield from _differs(total.value, parts, "登记选民总数", "各乡镇、街道")


@rule("E206", WARNING)
def people_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """各选区的人口相加，不等于乡镇、街道的人口；或者各乡镇、街道相加，不等于全县、全区的人口。

    名额按人口分，人口的数要能对上，群众才算得清自己的选区该选几名。
    错：全区人口 420,000，各乡镇、街道相加 419,000
    对：全区人口 420,000，各乡镇、街道相加 420,000
    """
    yield from _added(records, "population", "人口")
    parts = [area.population.only for area in records.of(Area)]
    for congress in records.one(Election).congresses:
        if congress.level == "县级":
            yield from _differs(congress.population, parts, f"{congress.short}的人口", "各乡镇、街道")


def _added(records: Records, field: str, what: str) -> Iterator[Finding]:
    """Hold the areas' own figures to those of their constituencies of each level."""
    areas = records.of(Area)
    for level in ("县级", "乡级"):
        for group in _groups(areas) if level == "县级" else ([area] for area in areas):
            parts = [getattr(one, field).only for one in _at(level, group)]
            stated = [getattr(area, field) for area in group]
            if len(group) == 1:
                yield from _differs(stated[0], parts, what, f"各{level}选区")
            elif parts and all(facts.only is not None for facts in stated) and None not in parts:
                whole = sum(facts.only for facts in stated)
                if whole != sum(parts):
                    names = "、".join(area.title for area in group)
                    wrong = f"{names}有共同的选区，{what}一共 {whole:,}，各{level}选区相加是 {sum(parts):,}"
                    yield Finding(stated[0][0].at, wrong, "请核对这几个乡镇、街道和各选区的数")


def _counted(records: Records, total: Total) -> list[Area]:
    """The areas that a total counts: all of them, or those of one kind."""
    return [area for area in records.of(Area) if total.area is None or (area.sort == "街道") == (total.area == "街道")]


@rule("E207", WARNING)
def constituencies_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """选区总数和录入的选区个数不同。

    少了的，多半是还没有录入；多了的，可能有一个选区录了两次。
    错：选区总数写 113 个，录入了 112 个
    对：选区总数写 113 个，录入了 113 个
    """
    for total in records.one(Election).totals:
        several = [
            one
            for area in _counted(records, total)
            for one in area.constituencies
            if total.level is None or one.level == total.level
        ]
        if total.of == "选区" and several and total.value.only is not None and total.value.only != len(several):
            wrong = f"选区总数写 {total.value.only} 个，录入了 {len(several)} 个"
            yield Finding(total.value[0].at, wrong, "请核对；还没有录完的请补上")


@rule("E208", WARNING)
def deputies_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """代表总数和各选区当选的人数不同。

    选出了多少代表，一个一个选区数出来应当和公布的总数一样。选区没有录完、还有选区没有结果时，不作比较。
    错：公布选出乡镇人大代表 660 名，各选区当选的相加是 659 名
    对：两个数都是 660 名
    """
    for total in (total for total in records.one(Election).totals if total.of == "代表" and total.level):
        level, areas = str(total.level), _counted(records, total)
        several = _at(level, areas)
        waiting = [one for one in several if not (one.vote or one.postponed or joint_result(records, one))]
        if several and not waiting and _complete(records, level):
            parts = [len(elected(one)) for one in several]
            joint = [result for area in areas for result in area.joint_results if _is(records, result, level)]
            yield from _differs(
                total.value, [*parts, *(result.elected.only for result in joint)], "代表总数", "各选区当选的"
            )


def _complete(records: Records, level: str) -> bool:
    """Whether every constituency of a level is entered: their seats are all the seats that there are."""
    areas = records.of(Area)
    seats = [one.seats.only for one in _at(level, areas)]
    if level == "县级":
        county = [one for one in records.one(Election).congresses if one.level == level]
        whole = [(one.seats.only, one.army_seats.only or 0) for one in county]
        return None not in seats and any(
            total is not None and total - army == sum(filter(None, seats)) for total, army in whole
        )
    own = [area for area in areas if area.sort != "街道"]
    return all(area.seats.only == sum(one.seats.only or 0 for one in _at(level, [area])) for area in own)


def _is(records: Records, result: JointResult, level: str) -> bool:
    return all(records.get(Constituency, ref.slug).level == level for ref in result.constituencies)
