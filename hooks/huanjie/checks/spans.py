"""Checks on steps that take days: the last not before the first, and registration over before the voter list."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election


@check("L220", WARNING)
def step_that_ends_before_it_begins(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """一步的最后一天早于第一天，或者事后才公告。

    群众照这两天来登记、来推荐。写反了，或者打错了月份，就会白跑一趟；公告在最后一天以后，来的人就不知道。
    错：选民登记 day: 2026-09-10，until: 2026-08-30
    对：选民登记 day: 2026-09-10，until: 2026-09-30
    """
    for step in records.one(Election).steps:
        first, last, announced = step.exact, exact_day(step.until), exact_day(step.announced)
        if first and last and last < first:
            wrong = f"最后一天“{step.until[0].typed}”早于第一天（{first}）"
            yield Finding(step.until[0].at, wrong, "请核对这两个日期；一天做完的删去 until")
        elif announced and last and announced > last:
            wrong = f"“{step.announced[0].typed}”才公告，这一步 {last} 已经结束"
            yield Finding(step.announced[0].at, wrong, "请核对公告的日期")


@check("L221", WARNING)
def list_before_registration_ends(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """选民登记还没有结束，选民名单就公布了。

    名单是登记的结果；登记没有完，名单上就会漏人。公布以后只是补登的，把这写在
    这一步的 waiver 里。
    错：选民登记 until: 2026-10-29，选民名单 2026-10-28 公布
    对：选民登记 until: 2026-10-28，选民名单 2026-10-28 公布
    """
    steps = {str(step.event): step for step in records.one(Election).steps}
    registration, listed = steps.get("voter-registration"), steps.get("voter-list-published")
    last = exact_day(registration.until or registration.day) if registration and not registration.waiver else None
    own = (fact for constituency in records.of(Constituency) for fact in constituency.voter_list)
    for fact in (*(listed.day if listed else ()), *own) if last else ():
        if last and fact.value.exact and fact.value.exact < last:
            wrong = f"选民名单“{fact.typed}”公布，选民登记到 {last} 才结束"
            yield Finding(fact.at, wrong, "请核对这两个日期；公布以后只是补登的，请写在选民登记这一步的 waiver 里")
