"""Checks on what happened to a meeting: cancelled, spread over days, its minutes, its venues."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.days import exact_day
from huanjie.model.meetings import Meeting


@check("M208", WARNING)
def cancelled_and_held(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """写了会议取消，又写了讲话、决定或者实到人数。

    没有开的会不会有这些。读者不知道会到底开了没有。
    错：changes 里写 sort: 取消，又写 present: 206
    对：只是改了日期的写 sort: 改期；真取消了的，删去讲话、决定和实到人数
    """
    for meeting in records.of(Meeting):
        if meeting.cancelled and (recorded := _only_of_a_meeting_held(meeting)):
            wrong = f"会议写了取消，又写了{'、'.join(recorded)}"
            yield Finding(meeting.cancelled.sort.at, wrong, "请核对；后来又开了的，写 sort: 改期")


def _only_of_a_meeting_held(meeting: Meeting) -> list[str]:
    """The recorded parts that only a meeting that was held can have."""
    came = meeting.attendance
    counted = [venue.present for venue in meeting.venues]
    counted += [came.present, *(group.present for group in (*came.posts, *came.groups))] if came else []
    parts = {"讲话": meeting.speeches, "决定": meeting.decisions, "实到人数": any(counted)}
    return [name for name, present in parts.items() if present]


@check("M209", WARNING)
def ends_before_it_begins(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """会议结束的日期早于开始的日期。

    多半是月份或者年份打错了，读者会看到一个开不成的会。
    错：date: 2016-10-21，until: 2016-10-12
    对：date: 2016-10-21，until: 2016-10-22
    """
    for meeting in records.of(Meeting):
        begins, ends = exact_day(meeting.date), exact_day(meeting.until)
        if begins and ends and ends < begins:
            yield Finding(meeting.until[0].at, f"会从 {begins} 开到 {ends}", "请核对两个日期")


@check("M210", WARNING)
def minutes_before_the_meeting(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """会议记录公布的日期早于开会的日期。

    会还没有开，不会有记录。照这个日期，网站会提前显示会议的内容。
    错：date: 2016-10-21，minutes: 2016-10-12
    对：date: 2016-10-21，minutes: 2016-10-22
    """
    for meeting in records.of(Meeting):
        held, published = exact_day(meeting.date), exact_day(meeting.minutes)
        if held and published and published < held:
            wrong = f"{held} 开会，记录 {published} 就公布了"
            yield Finding(meeting.minutes[0].at, wrong, "请核对两个日期；会前通知的日期写 announced")


@check("M211", WARNING)
def venues_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """各会场到会的人数相加，不等于实到人数。

    加不拢，至少有一个数抄错了，或者漏了会场。有一个会场的人数不知道，就不作比较。
    错：实到 206 人，主会场 120 人，分会场 85 人
    对：实到 206 人，主会场 120 人，分会场 86 人
    """
    for meeting in records.of(Meeting):
        whole = meeting.attendance.present.agreed if meeting.attendance else None
        counts = [venue.present.agreed for venue in meeting.venues]
        known = [count for count in counts if count is not None]
        if meeting.attendance and whole is not None and known and len(known) == len(counts) and sum(known) != whole:
            wrong = f"实到 {whole} 人，各会场相加是 {' + '.join(map(str, known))} = {sum(known)}"
            yield Finding(meeting.attendance.present[0].at, wrong, "请核对这几个数，漏写的会场请补上")
