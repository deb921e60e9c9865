"""Checks on sums: people, voters, constituencies and deputies of the parts against the totals that are stated.

Parts that come to more than the total are always reported. Parts that come to less may only be not entered yet: they
are reported where the seats show that every constituency is entered.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.joint import joint_result_needed
from huanjie.election.places import joint_result
from huanjie.election.term import number_elected
from huanjie.election.votes import votes
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.areas import Area, JointResult
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Congress, Election
from huanjie.model.facts import Facts
from huanjie.model.totals import Total

WHY = "来源本身不一致时，把各来源的数都写上；另有原因的在 note 里写明"


def differs(
    stated: Sequence[Facts[int]], parts: Sequence[int | None], what: str, of: str, *, whole: bool
) -> Iterator[Finding]:
    """Report a stated total that is not the sum of its parts; silent while a figure is not known, or has a note.

    `whole`: no part is left to enter.
    """
    known = [part for part in parts if part is not None]
    totals = [facts.agreed for facts in stated if facts.agreed is not None]
    noted = any(fact.note for facts in stated for fact in facts)
    if noted or len(totals) < len(stated) or not parts or len(known) < len(parts):
        return
    total, added = sum(totals), sum(known)
    if added > total or (whole and added < total):
        wrong = f"{what}写 {total:,}，{of}相加是 {added:,}，差 {abs(added - total):,}"
        yield Finding(stated[0][0].at, wrong, f"请核对；{WHY}")


def groups(areas: Sequence[Area]) -> Iterator[list[Area]]:
    """Areas that share a constituency, together: their figures only agree as a whole."""
    root = {area.slug: area.slug for area in areas}
    for area in areas:
        for ref in (covered.area for own in area.constituencies for covered in own.covers if covered.area):
            old, new = root[ref.slug], root[area.slug]
            root = {slug: new if top == old else top for slug, top in root.items()}
    for top in dict.fromkeys(root.values()):
        yield [area for area in areas if root[area.slug] == top]


def at_level(level: str, areas: Iterable[Area]) -> list[Constituency]:
    """The constituencies of a level in some areas."""
    return [own for area in areas for own in area.constituencies if own.level == level]


def stated_totals(records: Records, of: str) -> Iterator[Total]:
    """The totals of one thing; one with a note is explained there."""
    return (total for total in records.one(Election).totals if total.of == of and total.note is None)


def counted_areas(records: Records, total: Total) -> list[Area]:
    """The areas that a total counts: all of them, or those of one kind."""
    return [area for area in records.of(Area) if total.area in (None, area.group)]


def entered(area: Area) -> bool:
    """Whether all constituencies of a township's own congress are entered: their seats and the reserved are all."""
    seats = [constituency.seats.agreed for constituency in at_level("乡级", [area])]
    return None not in seats and area.seats.agreed == sum(filter(None, seats)) + (area.reserved_seats.agreed or 0)


def all_entered(records: Records, level: str) -> bool:
    """Whether every constituency of a level is entered; no township is left once the county's seats are all there."""
    areas, congresses = records.of(Area), congresses_of_county(records)
    seats = [constituency.seats.agreed for constituency in at_level("县级", areas)]
    outside = _army(records) + sum(congress.reserved_seats.agreed or 0 for congress in congresses)
    if None in seats or sum(filter(None, seats)) + outside not in [congress.seats.agreed for congress in congresses]:
        return False
    return level == "县级" or all(entered(area) for area in areas if area.has_congress)


def congresses_of_county(records: Records) -> list[Congress]:
    """The county's congress; none where the records are of townships alone."""
    return [congress for congress in records.one(Election).congresses if congress.level == "县级"]


def _army(records: Records) -> int:
    """The seats that the army fills, in no constituency."""
    return sum(congress.army_seats.agreed or 0 for congress in congresses_of_county(records))


@check("E205", WARNING)
def voters_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """各选区的登记选民相加，不等于乡镇、街道的数；或者各乡镇、街道相加，不等于全部的数。

    投票率、过半数都从登记选民算起，这个数错了，后面的都跟着错。有的单位只选县级代表，所以乡级选区相加可以少一些。
    有一个数没有查到时，不作比较；选区没有录完时，只看是不是多了。
    错：某镇登记选民 14,000，各县级选区相加 13,990
    对：某镇登记选民 14,000，各县级选区相加 14,000
    """
    yield from _added(records, "voters", "登记选民")
    for total in (total for total in stated_totals(records, "登记选民") if total.level != "乡级"):
        parts = [area.voters.agreed for area in counted_areas(records, total)]
        whole = all_entered(records, "县级")
        yield from differs([total.value], parts, "登记选民总数", "各乡镇、街道", whole=whole)


@check("E206", WARNING)
def people_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """各选区的人口相加，不等于乡镇、街道的人口；或者各乡镇、街道相加，不等于全县、全区的人口。

    名额按人口分，人口的数要能对上，群众才算得清自己的选区该选几名。选区没有录完时，只看是不是多了。
    错：全区人口 420,000，各乡镇、街道相加 421,000
    对：全区人口 420,000，各乡镇、街道相加 420,000
    """
    yield from _added(records, "population", "人口")
    parts, whole = [area.population.agreed for area in records.of(Area)], all_entered(records, "县级")
    for congress in congresses_of_county(records):
        yield from differs([congress.population], parts, f"{congress.short}的人口", "各乡镇、街道", whole=whole)


def _added(records: Records, field: str, what: str) -> Iterator[Finding]:
    """Hold the areas' own figures to those of their constituencies of each level."""
    areas, whole = records.of(Area), all_entered(records, "县级")
    for group in groups(areas):
        stated = [getattr(area, field) for area in group]
        parts = [getattr(constituency, field).agreed for constituency in at_level("县级", group)]
        names = "、".join(area.title for area in group)
        shared = f"{names}有共同的选区，{what}合计" if len(group) > 1 else what
        yield from differs(stated, parts, shared, "各县级选区", whole=whole)
    for area in areas:
        parts = [getattr(constituency, field).agreed for constituency in at_level("乡级", [area])]
        # Staff of some units elect the county's congress alone, so the township may have fewer voters.
        own = field != "voters" and entered(area)
        yield from differs([getattr(area, field)], parts, what, "各乡级选区", whole=own)


@check("E207", WARNING)
def constituencies_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """选区总数和录入的选区个数不同。

    读者会一个一个数。多了的，可能有一个选区录了两次；名额都录完了还少的，是总数或者选区抄错了。没有录完的，不提示。
    错：选区总数写 113 个，录入了 114 个
    对：选区总数写 113 个，录入了 113 个
    """
    levels = [str(congress.level) for congress in records.one(Election).congresses]
    for total in stated_totals(records, "选区"):
        areas = counted_areas(records, total)
        counts = {level: len(at_level(level, areas)) for level in levels if total.level in {None, level}}
        stated = total.value.agreed
        if stated is None or not counts:
            continue
        possible = [*counts.values(), sum(counts.values())]  # a total of no level may mean one level or both
        whole = all(all_entered(records, level) for level in counts)
        if stated < min(possible) or (whole and stated not in possible):
            by_level = "、".join(f"{level} {count} 个" for level, count in counts.items())
            yield Finding(total.value[0].at, f"选区总数写 {stated} 个，录入了{by_level}", f"请核对；{WHY}")


@check("E208", WARNING)
def deputies_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """代表总数和各选区当选的人数不同。

    选出了多少代表，一个一个选区数出来应当和公布的总数一样，由军队选的算不算在内都可以。
    选区没有录完、还有选区没有结果时，不作比较。
    错：公布选出乡镇人大代表 660 名，各选区当选的相加是 659 名
    对：两个数都是 660 名
    """
    deputies = chain.from_iterable(stated_totals(records, of) for of in ("代表", "当选代表"))
    for total in (total for total in deputies if total.level):
        level, areas = str(total.level), counted_areas(records, total)
        alone = [own for own in at_level(level, areas) if not _together(records, own)]
        results = all(own.vote and (own.vote.tallies or own.vote.elected_count) for own in alone)
        if not all_entered(records, level) or not results:
            continue
        joint = [result.count for area in areas for result in area.joint_results if _counts(records, result, level)]
        parts = [*(number_elected(votes(records, statute, own)) for own in alone), *joint]
        army = _army(records) if level == "县级" else 0
        if None in joint or total.value.agreed != sum(filter(None, parts)) + army:
            yield from differs([total.value], parts, "代表总数", "各选区当选的", whole=True)


def _together(records: Records, constituency: Constituency) -> bool:
    """Whether the result of a constituency is counted with others'."""
    shared = joint_result(records, constituency)
    return shared is not None and joint_result_needed(records, shared)


def _counts(records: Records, result: JointResult, level: str) -> bool:
    """Whether a joint result is one of the term's election at a level and counts."""
    if not result.of_term or not joint_result_needed(records, result):
        return False
    return all(records.get(Constituency, ref.slug).level == level for ref in result.constituencies)
