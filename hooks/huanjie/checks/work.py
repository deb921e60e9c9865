"""Checks on the state of work: not more done than the whole, not less than before, the whole as recorded."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.work import newest_first, recorded, reports
from huanjie.findings import NOTICE, WARNING, Finding
from huanjie.law import Statute
from huanjie.model.days import exact_day


@check("E220", WARNING)
def more_done_than_there_is(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """做完的比一共的还多。

    两个数多半写反了，或者抄错了一个。
    错：completed: 82，total: 81
    对：completed: 76，total: 81
    """
    for _, series in reports(records):
        for work in series:
            done, whole = work.completed.agreed, work.total.agreed
            if done is not None and whole is not None and done > whole:
                yield Finding(work.completed[0].at, f"一共 {whole} 个{work.of}，写着做完了 {done} 个", "请核对这两个数")


@check("E221", NOTICE)
def less_done_than_before(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一项工作，后来做完的反而比以前少。

    做完的只会越来越多；少了，可能是日期打错了，或者前一次报多了。前一次报错了的，在 note 里写明。
    错：6 月 5 日完成 76 个村，6 月 8 日完成 70 个村
    对：6 月 5 日完成 70 个村，6 月 8 日完成 76 个村
    """
    for _, series in reports(records):
        before: dict[tuple[str, str], tuple[date, int]] = {}
        for work in reversed(newest_first(series)):
            done, day = work.completed.agreed, exact_day(work.day)
            if done is None or day is None:
                continue
            since, most = before.get((str(work.what), str(work.of)), (day, done))
            if most > done and not work.note:
                wrong = f"{day} {work.what}完成 {done} 个{work.of}，而 {since} 已经完成 {most} 个"
                yield Finding(work.completed[0].at, wrong, "请核对日期和数；前一次报错了的，请在 note 里写明")
            before[str(work.what), str(work.of)] = day, done


@check("E222", NOTICE)
def whole_is_not_what_is_recorded(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """一共的个数，和记录里的个数不同。

    读者会照着名册数。不同，可能是这里的数抄错了，也可能名册还没有录完。另有原因的，在 note 里写明。
    错：选区录入了 6 个，total: 7
    对：total: 6
    """
    for area, series in reports(records):
        for work in series:
            whole, there = work.total.agreed, recorded(records, work, area)
            if whole is not None and there and whole != there and not work.note:
                wrong = f"写一共 {whole} 个{work.of}，记录里有 {there} 个"
                yield Finding(work.total[0].at, wrong, "请核对；还没有录完的不用改，另有原因的请在 note 里写明")
