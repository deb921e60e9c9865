"""Checks on the list of candidates: it comes from the nominees, and enough are left after withdrawals."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.votes import constituencies
from huanjie.findings import NOTICE, WARNING, Finding
from huanjie.law import Statute


@check("C268", WARNING, "all-nominees-listed")
def candidate_not_among_the_nominees(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """正式候选人不在公布的初步候选人里。

    正式候选人是从公布的初步候选人里讨论、协商或者预选出来的。名单上没有的人，选民会问是从哪里来的。
    有原因的，在选区的 note 里写明。
    错：nominees: [张某, 李某]，candidates: [张某, 王某]
    对：nominees: [张某, 李某, 王某]，candidates: [张某, 王某]
    """
    for _, constituency, law in constituencies(records, statute):
        listed, article = set(constituency.nominees), law.article("all-nominees-listed")
        for candidate in constituency.candidates if listed and article and not constituency.note else ():
            alone = candidate.name.partition("（")[0]  # two of one name are told apart by where they come from
            if candidate.name not in listed and alone not in listed:
                right = f"推荐的人都应当列入初步候选人名单（{article}）；抄漏的请补进 nominees，有原因的请写 note"
                yield Finding(candidate.name.at, f"正式候选人“{candidate.name}”不在公布的初步候选人里", right)


@check("C269", NOTICE, "more-candidates-than-seats")
def too_few_left_after_a_withdrawal(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """有候选人退出，剩下的不比名额多。

    候选人应当比名额多，选民才有得选。名单公布以后有人退出怎么办，法律没有写明；
    怎样处理的，在选区的 note 里写明，群众会问。
    错：应选 2 名，正式候选人 3 名，一名退出，没有 note
    对：同上，note: 退出时选票已经印好，经区选举委员会研究，不再补充候选人
    """
    for _, constituency, law in constituencies(records, statute):
        seats, listed, standing = constituency.seats.agreed, len(constituency.candidates), len(constituency.standing)
        article = law.article("more-candidates-than-seats")
        if seats is None or constituency.note or not article or standing > seats or listed <= seats:
            continue
        wrong = f"应选 {seats} 名，正式候选人 {listed} 名，退出 {listed - standing} 名，剩下 {standing} 名"
        right = f"候选人应多于应选名额（{article}）；退出以后怎样处理的，请在选区的 note 里写明"
        yield Finding(constituency.place_of("candidates"), wrong, right)
