"""Checks on notices."""

import re
from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.days import exact_day
from huanjie.model.notices import Notice


@check("N201", WARNING)
def number_of_a_notice_twice(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一个单位的两份公告用了同一个编号。

    群众按编号找公告，两份一个号，就不知道说的是哪一份。一份代替另一份、编号不变的，不在此列。
    错：区选举委员会的两份公告都写 number: 第 1 号
    对：一份写 number: 第 1 号，一份写 number: 第 2 号
    """
    first: dict[tuple[str, str], Notice] = {}
    for notice in records.of(Notice):
        for number in notice.number:
            known = first.setdefault((notice.issuer, re.sub(r"\s", "", number.value)), notice)
            if known is not notice and not _replaces(notice, known) and not _replaces(known, notice):
                wrong = f"{notice.issuer}的“{number.typed}”公告，{known.at.file} 里已经有一份"
                yield Finding(number.at, wrong, "请核对编号；是代替那一份的，请写 replaces")


@check("N202", WARNING)
def replaces_a_later_notice(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """公告代替的是比自己晚的公告，或者就是自己。

    读者会以为旧的那份才作数。多半是编号写反了，或者日期打错了。
    错：9 月 10 日的公告写 replaces: 9 月 20 日的公告
    对：9 月 20 日的公告写 replaces: 9 月 10 日的公告
    """
    notices = {notice.slug: notice for notice in records.of(Notice)}
    for notice in notices.values():
        for ref in notice.replaces:
            replaced = notices.get(ref.slug)  # as of an earlier day it may not have been posted
            own, other = exact_day(notice.posted_on), exact_day(replaced.posted_on) if replaced else None
            if ref.slug == notice.slug:
                yield Finding(ref.at, "这份公告写的是代替了自己", "请写被代替的那份公告的编号，没有就删去这一行")
            elif own and other and own < other:
                wrong = f"这份公告 {own} 发布，代替的那份 {other} 才发布"
                yield Finding(ref.at, wrong, "请核对两个日期；写反了的，把 replaces 移到后发布的那一份")


def _replaces(notice: Notice, other: Notice) -> bool:
    return other.slug in {ref.slug for ref in notice.replaces}
