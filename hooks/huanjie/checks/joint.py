"""Checks on results announced for several constituencies at once: within their parts, and in agreement with them."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.joint import FIGURES, covered_votes, own_sum
from huanjie.election.outcome import Outcome
from huanjie.election.poll import Poll
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.areas import Area, JointResult

NAMES = {
    "participants": "参加投票",
    "issued": "发出选票",
    "returned": "收回选票",
    "valid": "有效票",
    "invalid": "无效票",
}


def _joint(records: Records, statute: Statute) -> Iterator[tuple[JointResult, list[Poll]]]:
    """Every joint result with the votes it covers, as far as these are recorded."""
    for area in records.of(Area):
        for result in area.joint_results:
            yield result, [poll for poll in covered_votes(records, statute, result) if poll]


@check("C253", WARNING)
def joint_result_against_its_parts(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """几个选区合在一起公布的结果，和各选区的数对不上。

    合计当选的不能多于合计的名额，参加投票的不能多于登记的选民；已经有自己结果的选区，不该再算进来。
    错：三个选区应选合计 6 名，合计当选 7 名
    对：合计当选 6 名
    """
    for result, polls in _joint(records, statute):
        own = [poll for poll in polls if result.elected and Outcome(poll).elected]
        for poll in own if len(own) < len(polls) else ():  # where all have their own, C290 compares them
            right = "请从 joint_results 里去掉，或者去掉它自己的结果"
            yield Finding(result.at, f"{poll.constituency.title}已经有自己的结果", right)
        for facts, limits, what in (
            (result.elected, [poll.seats.agreed for poll in polls], "名额"),
            (result.participants, [poll.voters.agreed for poll in polls], "登记选民"),
        ):
            most = [number for number in limits if number is not None]
            if facts.agreed is not None and len(most) == len(result.constituencies) and facts.agreed > sum(most):
                yield Finding(facts[0].at, f"合计 {facts.agreed}，各选区的{what}合计只有 {sum(most)}", "请核对")


@check("C290", WARNING)
def joint_result_against_own_sums(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """合在一起公布的数，和各选区自己的数相加不同。

    各选区都有了自己的数，加起来应当就是合在一起公布的数；不同，就有一个数抄错了。另有原因的，在 note 里写明。
    错：合计 participants: 1601，两个选区各有 800 名选民参加投票
    对：participants: 1600
    """
    for result, polls in _joint(records, statute):
        if len(polls) < len(result.constituencies) or result.note:
            continue
        for figure in (*FIGURES, "elected"):
            facts, added = getattr(result, figure), own_sum(polls, figure)
            if facts.agreed is not None and added is not None and facts.agreed != added:
                wrong = f"{NAMES.get(figure, '当选')}合计写 {facts.agreed}，各选区自己的数相加是 {added}"
                yield Finding(facts[0].at, wrong, "请核对这几个数；另有原因的请在 note 里写明")


@check("C291", WARNING)
def joint_result_of_one_constituency(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """合在一起公布的结果，只写了一个选区，或者写的补选在选区里没有。

    一个选区的结果写在选区的 vote 里，读者才看得到各人的得票。补选的，日子要和各选区 by_elections 的
    day 一样，才对得上。
    错：joint_results 里写 constituencies: dongguan/county-5
    对：写进第 5 选区的 vote；或者 constituencies: [dongguan/county-5, dongguan/county-6]
    """
    for area in records.of(Area):
        for result in area.joint_results:
            if len({ref.slug for ref in result.constituencies}) == 1:
                right = "请写进这个选区的 vote，或者补上合在一起公布的别的选区"
                yield Finding(result.place_of("constituencies"), "合在一起公布的结果，只写了一个选区", right)
            for ref, poll in zip(result.constituencies, covered_votes(records, statute, result), strict=True):
                if poll is None and result.by_election:
                    wrong = f"“{ref.slug}”没有 {result.by_election[0].typed} 的补选"
                    yield Finding(ref.at, wrong, "请核对 by_election 的日期，或者在那个选区的 by_elections 里写上")


@check("C292", WARNING)
def joint_figures_that_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """合在一起公布的数，自己对不上。

    收回的票都是发出去的，有效票和无效票加起来就是收回的票，写了几个姓名就当选几名。来源就是这样写的，加一行 note。
    错：elected: 3，names: [甲, 乙]
    对：elected: 2，names: [甲, 乙]
    """
    for result, _ in _joint(records, statute):
        if result.note:
            continue
        issued, returned, parts = (
            result.issued.agreed,
            result.returned.agreed,
            (result.valid.agreed, result.invalid.agreed),
        )
        if returned is not None and issued is not None and returned > issued:
            yield Finding(result.returned[0].at, f"收回选票 {returned} 张，比发出的 {issued} 张还多", "请核对这两个数")
        took_part = result.participants.agreed
        if returned is not None and took_part is not None and returned > took_part:
            wrong = f"收回选票 {returned} 张，比参加投票的 {took_part} 名还多"
            yield Finding(result.returned[0].at, wrong, "请核对这两个数；真是这样，至少有一个选区的选举无效")
        if returned is not None and None not in parts and sum(filter(None, parts)) != returned:
            wrong = f"收回选票 {returned} 张，有效票和无效票相加是 {sum(filter(None, parts))} 张"
            yield Finding(result.returned[0].at, wrong, "请核对这三个数")
        if result.names and result.elected.agreed is not None and result.elected.agreed != len(result.names):
            wrong = f"当选写 {result.elected.agreed} 名，写了 {len(result.names)} 个姓名"
            yield Finding(result.place_of("names"), wrong, "请核对；姓名不全的请在 note 里写明")
