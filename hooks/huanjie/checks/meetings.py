"""Checks on meetings: dates, attendance, themes, decisions and their outcomes."""

import re
from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import NOTICE, WARNING, Finding
from huanjie.law import Statute
from huanjie.model.election import Election
from huanjie.model.meetings import SESSIONS_OF_CONGRESS, Attendance, Group, Meeting
from huanjie.model.themes import Theme

_FILE_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@check("M201", WARNING)
def more_present_than_due(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """实到人数多于应到人数。

    到会的人不会比该到的多；多半是两个数写反了，或者少写了一位数。
    错：due: 206，present: 240
    对：due: 240，present: 206
    """
    for meeting in records.of(Meeting):
        for counted in _counted(meeting):
            if counted.due and counted.present and max(counted.present.values) > max(counted.due.values):
                wrong = f"实到 {max(counted.present.values)} 人，比应到 {max(counted.due.values)} 人还多"
                yield Finding(counted.present[0].at, wrong, "请核对应到和实到是不是写反了")


def _counted(meeting: Meeting) -> Iterator[Attendance | Group]:
    if meeting.attendance:
        yield meeting.attendance
        yield from (*meeting.attendance.posts, *meeting.attendance.groups)


@check("M202", WARNING)
def due_is_not_the_number_of_deputies(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """代表大会的应到人数和代表总数不一致。

    代表大会会议应到的就是全体代表。和 election.yml 里的代表总数不同时，读者会问差别在哪里。
    错：代表总数只写 222 名，预备会议应到 240 名
    对：代表总数把 222 名和 240 名都写上，各注来源
    """
    deputies = {
        total.level: total.value.values
        for total in records.one(Election).totals
        if total.of == "代表" and total.area is None and total.value
    }
    for meeting in records.of(Meeting):
        known = deputies.get(meeting.level)
        if meeting.sort not in SESSIONS_OF_CONGRESS or meeting.attendance is None or known is None:
            continue
        for due in meeting.attendance.due:
            if due.value not in known:
                wrong = f"应到 {due.value} 人，而代表总数是 {'、'.join(map(str, known))} 名"
                yield Finding(due.at, wrong, "请核对；来源本身不一致时，在 election.yml 的代表总数里把这个数也写上")


@check("M203", WARNING)
def meeting_without_theme(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """会议不属于任何宣传主题。

    读者按主题找内容；不写主题，六个主题页上就看不到这次会议。
    错：没有 themes 这一栏
    对：themes: [progress]
    """
    known = "、".join(f"{theme.id}（{theme.title}）" for theme in records.of(Theme))
    right = f"请加一行 themes: […]，写主题的编号，可以有几个{f'；有：{known}' if known else ''}"
    for meeting in records.of(Meeting):
        if not meeting.themes:
            yield Finding(meeting.at, "这次会议没有写属于哪个主题", right)


@check("M204", WARNING)
def file_name_has_another_day(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """文件名里的日期和记录里的日期不同。

    文件名就是网页地址。两处日期不同，多半有一处打错了。改了日期的会，文件名用原定的或者改到的日期都可以。
    错：2016-05-31.yml 里写 date: 2016-05-13
    对：2016-05-31.yml 里写 date: 2016-05-31
    """
    for meeting in records.of(Meeting):
        named = _FILE_DAY.search(meeting.slug)
        exact = [fact for fact in meeting.date if fact.value.exact]
        if named and exact and named[0] not in {str(day) for day in meeting.days}:
            yield Finding(exact[0].at, f"日期是“{exact[0].typed}”，文件名里是“{named[0]}”", "请核对哪一处对，改另一处")


@check("M205", WARNING)
def attendance_before_the_day(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """会还没有开，就写了实到人数。

    日期在今天以后的会议不会有实到人数；多半是日期的年份打错了。
    错：date: 2061-10-21，present: 206
    对：date: 2016-10-21，present: 206
    """
    for meeting in records.of(Meeting):
        for held in meeting.date:
            if held.value.exact and held.value.exact > today and meeting.attendance and meeting.attendance.present:
                yield Finding(held.at, f"日期“{held.typed}”在今天以后，却写了实到人数", "请核对日期的年份")


@check("M206", NOTICE)
def same_name_twice(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """出席名单里同一个名字出现两次。

    可能真是同名的两个人，也可能是粘贴时重复了。
    错：people: [舒某, 王某, 舒某]
    对：确实同名的，各写一条并写上职务
    """
    for meeting in records.of(Meeting):
        seen: set[str] = set()
        for person in meeting.attendance.people if meeting.attendance else ():
            if person.name in seen and not person.posts:
                yield Finding(
                    person.at, f"出席名单里“{person.name}”出现了两次", "重复的请删去一条；同名的两个人请写上职务"
                )
            seen.add(person.name)


@check("M207", WARNING)
def decision_overdue(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """会议定下的事过了期限，没有写结果。

    群众会问：定了的事办了没有。办了就写结果，没办也照实写。
    错：due: 2016-06-10，没有 outcome
    对：due: 2016-06-10，outcome: 6 月 8 日办完
    """
    for meeting in records.of(Meeting):
        for decision in meeting.decisions:
            for due in decision.due:
                if decision.outcome is None and due.value.exact and due.value.exact < today:
                    late = (today - due.value.exact).days
                    yield Finding(
                        due.at,
                        f"期限“{due.typed}”已经过了 {late} 天，没有写结果",
                        "请加 outcome，写后来怎样；没有办也照实写",
                    )
