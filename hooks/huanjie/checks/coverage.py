"""Checks on the publicity plan: tasks overdue, and publications that readers cannot find."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import NOTICE, WARNING, Finding
from huanjie.law import Statute
from huanjie.model.coverage import Coverage
from huanjie.model.days import exact_day

ONLINE = ("网站", "微信")


@check("V201", NOTICE)
def task_overdue(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """宣传任务过了时间，没有记录发了没有。

    该讲的没有按时讲，群众就可能错过登记和投票。发了没记、不再做了，也请写明。
    错：due: 2026-10-20，到 2026-11-24 没有 published 也没有 dropped
    对：published: 2026-10-18；查不到哪天的写 unknown；不再做的写 dropped: 原因
    """
    for task in records.of(Coverage):
        due, settled = exact_day(task.due), bool(task.published or task.published.gaps or task.dropped)
        if due and due < today and not settled:
            wrong = f"“{task.title}”应在 {due} 以前发，已经过了 {(today - due).days} 天"
            yield Finding(task.due[0].at, wrong, "发了的请写 published，不再做的请在 dropped 里写原因")


@check("V205", WARNING)
def published_and_not_to_be_found(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """发在网上的内容，没有写在哪里看。

    只说发了，读者找不到，也没法核对是不是真的发了。
    错：channel: 微信，published: 2026-10-18，没有 address
    对：同上，加一行 address: 网址；发在本站的写 record，找不到网址的在 note 里写明
    """
    for task in records.of(Coverage):
        where = task.address or task.record or task.note
        if task.published and task.channel in ONLINE and not where:
            wrong = f"“{task.title}”已经发在{task.channel}上，没有写在哪里看"
            right = "请写 address（网址）；发在本站的写 record，没有网址的在 note 里写明"
            yield Finding(task.published[0].at, wrong, right)
