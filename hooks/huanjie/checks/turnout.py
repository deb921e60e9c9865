"""Checks on turnout: voters in person and by proxy, the stated percentage, each polling station."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.figures import stated
from huanjie.election.station_counts import Added, added
from huanjie.election.turnout import Agreement, Turnout, turnouts
from huanjie.election.votes import recorded_votes
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute

NAMES = {
    "voters": ("登记选民", "名"),
    "participants": ("参加投票的选民", "名"),
    "in_person": ("自己来投票的", "名"),
    "by_proxy": ("委托别人投票的", "名"),
    "issued": ("发出选票", "张"),
    "returned": ("收回选票", "张"),
    "valid": ("有效票", "张"),
    "invalid": ("无效票", "张"),
}


@check("C281", WARNING)
def in_person_and_by_proxy_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """自己来投票的和委托别人投票的相加，不等于参加投票的选民。

    委托别人投的也算参加投票，所以两个数加起来就是参加投票的选民；对不上，至少有一个数抄错了。
    有原因的，在 note 里写明。
    错：参加投票 861 名，自己来投票 568 名，委托别人投票 292 名
    对：参加投票 861 名，自己来投票 568 名，委托别人投票 293 名
    """
    for _, vote in recorded_votes(records, statute):
        for counts in vote.counts if vote.note is None else ():
            whole, came, sent = (stated(getattr(counts, name)) for name in ("participants", "in_person", "by_proxy"))
            if counts.note or whole is None or whole.most is None:
                continue
            least = (came.least if came else 0) + (sent.least if sent else 0)
            most = came.most + sent.most if came and sent and came.most is not None and sent.most is not None else None
            if least <= whole.most and (most is None or most >= whole.least):
                continue
            parts = [bounds.least for bounds in (came, sent) if bounds]
            added = f"{' + '.join(map(str, parts))} = {least}" if len(parts) > 1 else str(least)
            wrong = f"参加投票的选民 {whole.least} 名，自己来投票和委托别人投票的是 {added} 名"
            yield Finding(counts.participants[0].at, wrong, "请核对这三个数；有原因的请在 note 里写明")


@check("C282", WARNING)
def stated_turnout_differs(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """公布的参选率，和登记选民、参加投票的选民算出来的不同。

    四舍五入、去掉后面的小数，都算对得上；还是对不上，多半有一个数抄错了。参选率不按参加投票的选民算的，
    或者另有原因的，在这个数的 note 里写明。
    错：登记选民 3,565 名，参加投票 3,490 名，turnout: 98.02%
    对：登记选民 3,565 名，参加投票 3,490 名，turnout: 97.90%
    """
    for poll, vote in recorded_votes(records, statute):
        for turnout in turnouts(poll) if vote.note is None else ():
            if turnout.agreement is Agreement.NONE and not turnout.stated.note:
                yield Finding(turnout.stated.at, wrong_turnout(turnout), right_turnout(turnout))


def wrong_turnout(turnout: Turnout) -> str:
    """Describe the fault in a stated turnout, as a sum."""
    if turnout.base:
        part, voters = turnout.part, turnout.voters
        exact = turnout.percentage(part, ROUND_DOWN, more=2)
        return f"参选率写 {turnout.stated.value}%，参加投票 {part:,} ÷ 登记选民 {voters:,} = {exact}%"
    below, above = (turnout.percentage(part, ROUND_HALF_UP) for part in (turnout.part, turnout.part + 1))
    near = f"{turnout.part:,} 名参加是 {below}%"
    if turnout.part < turnout.voters:
        near += f"，{turnout.part + 1:,} 名是 {above}%"
    return f"参选率写 {turnout.stated.value}%，登记选民 {turnout.voters:,} 名，没有哪个人数是这么多：{near}"


def right_turnout(turnout: Turnout) -> str:
    """Give the turnout of the figures, rounded and cut off."""
    otherwise = "另有算法的，在这个数的 note 里写明"
    if not turnout.base:
        return f"请核对这两个数；{otherwise}"
    rounded, cut = (turnout.percentage(turnout.part, way) for way in (ROUND_HALF_UP, ROUND_DOWN))
    should = f"四舍五入是 {rounded}%" + (f"，去尾是 {cut}%" if cut != rounded else "")
    return f"{should}，请核对这三个数；{otherwise}"


@check("C283", WARNING)
def stations_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """各投票站的数相加，和选区的数对不上。

    投票站的数加起来不会比选区的多；选区的投票站都写了数，加起来就应当一样。一个投票站也给别的选区用的，
    只写这个选区的选民。有原因的，在 vote 的 note 里写明。
    错：选区参加投票 1,500 名，两个投票站是 861 + 640 = 1,501 名
    对：选区参加投票 1,500 名，两个投票站是 861 + 639 = 1,500 名
    """
    for poll, vote in recorded_votes(records, statute):
        for field in added(records, poll) if vote.note is None else ():
            if not field.agrees:
                yield Finding(field.facts[0].at, _stations(field), "请核对这几个数；有原因的请在 vote 的 note 里写明")


def _stations(field: Added) -> str:
    what, unit = NAMES[field.field]
    most = field.whole.most if field.whole.most is not None else field.whole.least
    whole, stations = (field.whole.least, field.stations.most) if field.complete else (most, field.stations.least)
    if field.stations.least > most:
        whole, stations = most, field.stations.least
    counted = "各投票站" if field.complete else "写了数的投票站"
    return f"{what}写 {whole:,} {unit}，{counted}相加是 {stations:,} {unit}，差 {abs((stations or 0) - whole):,}"
