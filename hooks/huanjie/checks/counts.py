"""Checks on people who are counted and named: as many names as the number."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.outcome import Outcome
from huanjie.election.votes import constituencies, recorded_votes
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.facts import Facts


@check("C284", WARNING)
def names_differ_from_their_number(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """写的人数，和写出姓名的人数不同。

    初步候选人、正式候选人、当选的人，有姓名的数姓名就行；没有公布姓名的才写人数。两样都写了又不一样，
    读者不知道信哪一个。有原因的，在这个数的 note 里写明。
    错：candidates: [张某, 李某]，candidate_count: 3
    对：candidates: [张某, 李某, 王某]，不写 candidate_count
    """
    for _, constituency, _ in constituencies(records, statute):
        yield from _differing("初步候选人", constituency.nominee_count, len(constituency.nominees))
        yield from _differing("正式候选人", constituency.candidate_count, len(constituency.candidates))
    for poll, vote in recorded_votes(records, statute):
        if vote.note is None:
            yield from _differing("当选的人", vote.elected_count, len(Outcome(poll).recorded))


def _differing(what: str, stated: Facts[int], names: int) -> Iterator[Finding]:
    """Report a number that is not that of the names; silent where nobody is named."""
    number = stated.agreed
    if number is not None and names and number != names and not any(fact.note for fact in stated):
        wrong = f"{what}写 {number} 名，写出姓名的有 {names} 名"
        yield Finding(stated[0].at, wrong, "请核对；姓名都有的不必再写人数，有原因的请在这个数的 note 里写明")
