"""Checks on policy material."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.days import exact_day
from huanjie.model.policies import Policy


@check("P201", WARNING)
def in_force_before_it_was_issued(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """施行日期早于发文日期。

    文件一般发出以后才施行；早于发文日期，多半是日期打错了。
    错：issued_on: 2016-05-20，effective_on: 2016-05-02
    对：issued_on: 2016-05-20，effective_on: 2016-05-22
    """
    for policy in records.of(Policy):
        issued, effective = exact_day(policy.issued_on), exact_day(policy.effective_on)
        if issued and effective and effective < issued:
            wrong = f"施行日期“{effective}”早于发文日期“{issued}”"
            yield Finding(policy.effective_on[0].at, wrong, "请核对两个日期；确实如此时不用改")


@check("P202", WARNING)
def replaces_itself(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """材料代替的是自己。

    读者顺着“代替了”找旧材料，会转回原处。
    错：2016-05-20.yml 里写 replaces: 2016-05-20
    对：replaces 写旧材料的编号
    """
    for policy in records.of(Policy):
        for ref in policy.replaces:
            if ref.slug == policy.slug:
                yield Finding(ref.at, "这份材料写的是代替了自己", "请写被代替的那份材料的编号，没有就删去这一行")
