"""Checks on totals of the result: beside the sums of constituencies and areas, and beside each other."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from huanjie.checks import check
from huanjie.checks.sums import all_entered, at_level, counted_areas, differs, entered, groups, stated_totals
from huanjie.checks.turnout import right_turnout, wrong_turnout
from huanjie.content.records import Records
from huanjie.election.places import joint_result
from huanjie.election.term import known_number
from huanjie.election.totals import ADDED, Group, groups_of_area, groups_of_election, parts
from huanjie.election.turnout import Agreement
from huanjie.election.votes import votes
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.areas import Area
from huanjie.model.election import Election
from huanjie.model.totals import AreaTotal, Total


@check("E210", WARNING)
def result_totals_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """参加投票、选票、候选人这些总数，和各选区或者各乡镇、街道的数相加不同。

    总数应当是一个一个选区加起来的；对不上，至少有一个数抄错了。有一个数没有查到时，不作比较；
    选区没有录完时，只看是不是多了。
    错：区人大选举参加投票选民写 48,000 名，各选区相加是 48,010 名
    对：两个数都是 48,000 名
    """
    levels = [str(congress.level) for congress in records.one(Election).congresses]
    for total in chain.from_iterable(stated_totals(records, of) for of in ADDED):
        level = total.level or (levels[0] if len(levels) == 1 else "")
        if level:
            yield from _total(records, statute, total, str(level))
    for group in groups(records.of(Area)):
        for area in group:
            for own in area.totals if len(group) == 1 else ():
                yield from _area_total(records, statute, area, own)


def _total(records: Records, statute: Statute, total: Total, level: str) -> Iterator[Finding]:
    areas, what = counted_areas(records, total), f"{total.of}总数"
    constituencies = at_level(level, areas)
    each = parts(records, statute, str(total.of), constituencies)
    yield from differs([total.value], each, what, "各选区", whole=all_entered(records, level))
    if None in each or not each:
        stated = [_of_area(area, str(total.of), level) for area in areas if level == "县级" or area.sort != "街道"]
        yield from differs([total.value], stated, what, "各乡镇、街道", whole=all_entered(records, level))


def _of_area(area: Area, of: str, level: str) -> int | None:
    return next((total.value.agreed for total in area.totals if (total.of, total.level) == (of, level)), None)


def _area_total(records: Records, statute: Statute, area: Area, total: AreaTotal) -> Iterator[Finding]:
    own = at_level(str(total.level), [area])
    if total.note or any(joint_result(records, constituency) for constituency in own):
        return
    if total.of == "当选代表":
        polls = (votes(records, statute, constituency) if constituency.vote else () for constituency in own)
        each = [known_number(held) if held else None for held in polls]
    else:
        each = parts(records, statute, str(total.of), own)
    whole = entered(area) if total.level == "乡级" else all_entered(records, "县级")
    yield from differs([total.value], each, str(total.of), "各选区", whole=whole)


@check("E211", WARNING)
def totals_against_each_other(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """总数和总数之间对不上：参加投票的比登记的多，票数加起来不对，公布的参选率不是这样算的。

    这些数出自一份公告，彼此应当对得上。参选率四舍五入、去掉后面的小数，都算对得上。有原因的，在 note 里写明。
    错：登记选民 501,924 名，参加投票选民 502,000 名
    对：登记选民 501,924 名，参加投票选民 492,000 名
    """
    everything = chain(
        groups_of_election(records.one(Election)),
        chain.from_iterable(groups_of_area(area) for area in records.of(Area)),
    )
    for group in everything:
        if not any(total.note for total in group.totals.values()):
            yield from _more(group)
            yield from _ballots(group)
            yield from _turnout(group)


def _more(group: Group) -> Iterator[Finding]:
    """Figures that cannot be larger than others."""
    voters, taking = group.voters.agreed, group.value("参加投票选民")
    if voters is not None and taking.agreed is not None and taking.agreed > voters:
        wrong = f"参加投票选民 {taking.agreed:,} 名，比登记选民 {voters:,} 名还多 {taking.agreed - voters:,} 名"
        yield Finding(taking[0].at, wrong, "请核对这两个数")
    issued, returned = group.value("发出选票").agreed, group.value("收回选票")
    if issued is not None and returned.agreed is not None and returned.agreed > issued:
        wrong = f"收回选票 {returned.agreed:,} 张，比发出的 {issued:,} 张还多 {returned.agreed - issued:,} 张"
        yield Finding(returned[0].at, wrong, "请核对这两个数")


def _ballots(group: Group) -> Iterator[Finding]:
    returned = group.value("收回选票")
    whole, valid, invalid = (group.value(of).agreed for of in ("收回选票", "有效票", "无效票"))
    if whole is not None and valid is not None and invalid is not None and valid + invalid != whole:
        wrong = (
            f"收回选票 {whole:,} 张，有效票和无效票相加是 {valid + invalid:,} 张，差 {abs(valid + invalid - whole):,}"
        )
        yield Finding(returned[0].at, wrong, "请核对这三个数；来源就是这样写的，请在 note 里写明")


def _turnout(group: Group) -> Iterator[Finding]:
    for turnout in group.turnouts:
        if turnout.agreement is Agreement.NONE and not turnout.stated.note:
            yield Finding(turnout.stated.at, wrong_turnout(turnout), right_turnout(turnout))
