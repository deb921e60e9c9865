"""Meetings: the list, the lists by year, and the way from each meeting to the next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from huanjie.content.records import Records
from huanjie.model.days import all_after
from huanjie.model.election import Election
from huanjie.model.meetings import Meeting
from huanjie.model.themes import Theme
from huanjie.pages import Edition, Page, PagePlan, address_of, last_change
from huanjie.pages.meetings.minutes import ends, meeting_page
from huanjie.pages.shared.facts import FactView, day, number, view
from huanjie.pages.shared.paging import Part, parts
from huanjie.pages.shared.years import NEWEST, by_year, latest, neighbours, year_name


@dataclass(frozen=True)
class Dated:
    """A meeting in a list, with its days as readers see them."""

    meeting: Meeting
    when: FactView
    until: FactView

    @property
    def mark(self) -> str:
        """In a word, what became of it: cancelled is not moved."""
        sorts = {str(change.sort) for change in self.meeting.changes}
        return next((sort for sort in ("取消", "改期") if sort in sorts), "")


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The list, a page for each year, a page for each meeting."""
    records = edition.records
    meetings = by_day(records.of(Meeting))
    years = by_year(meetings)
    yield Page(
        address="meetings/",
        title="会议记录",
        template="meetings/meetings.html",
        description=f"{records.one(Election).sort}工作开过哪些会：按年份、按主题查找，每次会议谁讲了什么、定了什么。",
        context={
            "newest": [dated(records, meeting) for meeting in newest_first(meetings)[:NEWEST]],
            "count": len(meetings),
            "not_held": _not_held(meetings, edition.today),
            "years": {year: len(held) for year, held in years.items()},
            "themes": {theme: len(_on(meetings, theme)) for theme in records.of(Theme)},
        },
        changed=last_change(records, *meetings),
    )
    for year, held in years.items():
        for part in parts(f"meetings/years/{year}/", held):
            yield PagePlan(part.address, partial(_year, records, part, year, len(held), tuple(years)))
    for meeting, around in neighbours(meetings):
        yield PagePlan(address_of(meeting), partial(meeting_page, edition, meeting, *around))


def _year(records: Records, part: Part[Meeting], year: str, count: int, years: tuple[str, ...]) -> Page:
    return Page(
        address=part.address,
        title=f"{year_name(year)}的会议{part.label}",
        template="meetings/meetings_year.html",
        description=f"{year_name(year)}的{records.one(Election).sort}会议，共 {count} 次。",
        context={
            "meetings": [dated(records, meeting) for meeting in part.things],
            "part": part,
            "years": years,
            "year": year,
        },
        changed=last_change(records, *part.things),
    )


def dated(records: Records, meeting: Meeting) -> Dated:
    """Put a meeting's days beside it."""
    return Dated(meeting, view(meeting.date, records, meeting.source, day), ends(records, meeting))


def by_day(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Sort by day; those whose year nobody knows stand last."""

    def key(meeting: Meeting) -> tuple[bool, object, str]:
        first = meeting.date[0].value if meeting.date else None
        known = first is not None and first.year > 0
        return (not known, (first.year, first.month, first.day) if first else (0, 0, 0), meeting.slug)

    return tuple(sorted(meetings, key=key))


def newest_first(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Sort by day from the newest; those whose year nobody knows stand last here too."""
    backwards = by_day(meetings)[::-1]
    return tuple(sorted(backwards, key=lambda meeting: not (meeting.date and meeting.date[0].value.year)))


def attendance_counts(records: Records, most: int) -> list[tuple[Dated, FactView, FactView]]:
    """The last sessions of a congress that were counted: the meeting, the number due and the number present."""
    counted = (
        meeting
        for meeting in records.of(Meeting)
        if meeting.level and meeting.attendance and meeting.attendance.due and meeting.attendance.present
    )
    return [
        (
            dated(records, meeting),
            view(meeting.attendance.due, records, meeting.source, number),
            view(meeting.attendance.present, records, meeting.source, number),
        )
        for meeting in latest(counted, most)
        if meeting.attendance
    ]


def _not_held(meetings: Iterable[Meeting], today: date) -> str:
    """Say how many of the meetings are still to come and how many were cancelled."""
    cancelled = [meeting for meeting in meetings if meeting.cancelled]
    ahead = [meeting for meeting in meetings if not meeting.cancelled and all_after(meeting.date, today)]
    counts = [f"{len(some)} 次{what}" for some, what in ((ahead, "还没有召开"), (cancelled, "取消了")) if some]
    return f"其中 {'，'.join(counts)}。" if counts else ""


def _on(meetings: Iterable[Meeting], theme: Theme) -> list[Meeting]:
    return [meeting for meeting in meetings if any(ref.slug == theme.slug for ref in meeting.themes)]
