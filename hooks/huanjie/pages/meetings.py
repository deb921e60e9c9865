"""Meetings: a page each, a list by year, and the way from one to the next."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from huanjie.model.base import Entry
from huanjie.model.facts import NONE_STATED, Ref
from huanjie.model.meetings import Decision, Meeting, Session
from huanjie.model.sources import Source
from huanjie.model.themes import Theme
from huanjie.pages import Edition, Page, last_change
from huanjie.pages.facts import Shown, clock, day, named, number, shown
from huanjie.pages.prose import plain
from huanjie.records import Records

NEWEST = 20  # a list that grows with the records would cost every reader; the rest stands under the years
UNKNOWN_YEAR = "unknown"


@dataclass(frozen=True)
class Dated:
    """A meeting in a list, with its day as readers see it."""

    meeting: Meeting
    when: Shown


def pages(edition: Edition) -> Iterator[Page]:
    """The list, a page for each year, a page for each meeting."""
    records = edition.records
    meetings = by_day(records.of(Meeting))
    years = by_year(meetings)
    yield Page(
        address="meetings/",
        title="会议记录",
        template="meetings.html",
        description="换届选举工作开过哪些会：按年份、按主题查找，每次会议谁讲了什么、定了什么。",
        context={
            "newest": [dated(records, meeting) for meeting in reversed(meetings[-NEWEST:])],
            "count": len(meetings),
            "years": {year: len(held) for year, held in years.items()},
            "themes": {theme: len(_on(meetings, theme)) for theme in records.of(Theme)},
        },
        changed=last_change(records, *meetings),
    )
    for year, held in years.items():
        yield Page(
            address=f"meetings/years/{year}/",
            title=f"{_year_name(year)}的会议",
            template="meetings_year.html",
            description=f"{_year_name(year)}的换届选举会议，共 {len(held)} 次。",
            context={"meetings": [dated(records, meeting) for meeting in held], "years": list(years), "year": year},
            changed=last_change(records, *held),
        )
    for before, meeting, after in zip((None, *meetings[:-1]), meetings, (*meetings[1:], None), strict=True):
        yield _meeting(records, meeting, before, after)


def _meeting(records: Records, meeting: Meeting, before: Meeting | None, after: Meeting | None) -> Page:
    source = meeting.source
    return Page(
        address=f"meetings/{meeting.slug}/",
        title=str(meeting.title),
        template="meeting.html",
        description=plain(meeting.summary),
        context={
            "meeting": meeting,
            "when": shown(meeting.date, records, source, day),
            "sessions": _sessions(records, meeting),
            "place": shown(meeting.place, records, source),
            "organiser": shown(meeting.organiser, records, source),
            "sources": named(records, source),
            "speech_sources": [named(records, _own(speech.source)) for speech in meeting.speeches],
            "themes": [records.find(ref) for ref in meeting.themes],
            "policies": [records.find(ref) for ref in meeting.policies],
            "groups": _groups(records, meeting),
            "owned": any(decision.owner for decision in meeting.decisions),
            "dated": any(decision.due or decision.due.gaps for decision in meeting.decisions),
            "decisions": [_decision(records, meeting, decision) for decision in meeting.decisions],
            "before": before,
            "after": after,
            **_counts(records, meeting),
        },
        record=meeting.at.file,
        changed=last_change(records, meeting),
    )


def _own(source: Ref | None) -> tuple[Ref, ...]:
    return (source,) if source else ()


def _sessions(records: Records, meeting: Meeting) -> list[tuple[Session, Shown, Shown, Shown]]:
    """The parts of a meeting, each with its day, beginning and end."""
    return [
        (
            session,
            shown(session.day, records, meeting.source, day),
            shown(session.begins, records, meeting.source, clock),
            shown(session.ends, records, meeting.source, clock),
        )
        for session in meeting.sessions
    ]


def _counts(records: Records, meeting: Meeting) -> dict[str, Shown | None]:
    """How many were due and how many came; None where nobody counted."""
    counted = meeting.attendance
    stated = (
        {"due": counted.due, "present": counted.present} if counted else {"due": NONE_STATED, "present": NONE_STATED}
    )
    return {
        name: shown(facts, records, meeting.source, number) if facts or facts.gaps else None
        for name, facts in stated.items()
    }


@dataclass(frozen=True)
class Decided:
    """A decision as readers see it: by when, and what came of it, when, where and by which source."""

    decision: Decision
    due: Shown
    outcome_day: Shown
    outcome_meeting: Entry | None
    outcome_sources: tuple[Source, ...]


def _decision(records: Records, meeting: Meeting, decision: Decision) -> Decided:
    outcome = decision.outcome
    return Decided(
        decision,
        shown(decision.due, records, meeting.source, day),
        shown(outcome.day if outcome else NONE_STATED, records, meeting.source, day),
        records.find(outcome.meeting) if outcome and outcome.meeting else None,
        named(records, _own(outcome.source if outcome else None)),
    )


def _groups(records: Records, meeting: Meeting) -> list[tuple[str, list[tuple[object, Shown, Shown]]]]:
    """Who came without being named: by post and by group, with their numbers where they were counted."""
    if not meeting.attendance:
        return []
    return [
        (
            label,
            [
                (
                    one,
                    shown(one.due, records, meeting.source, number),
                    shown(one.present, records, meeting.source, number),
                )
                for one in several
            ],
        )
        for label, several in (("只写职务的", meeting.attendance.posts), ("成批出席的", meeting.attendance.groups))
        if several
    ]


def dated(records: Records, meeting: Meeting) -> Dated:
    """Put a meeting's day beside it."""
    return Dated(meeting, shown(meeting.date, records, meeting.source, day))


def by_day(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Sort by day; those whose year nobody knows stand last."""

    def key(meeting: Meeting) -> tuple[bool, object, str]:
        first = meeting.date[0].value if meeting.date else None
        known = first is not None and first.year > 0
        return (not known, (first.year, first.month, first.day) if first else (0, 0, 0), meeting.slug)

    return tuple(sorted(meetings, key=key))


def by_year(meetings: Iterable[Meeting]) -> dict[str, list[Meeting]]:
    """Part meetings by the year of their first stated day, in the given order."""
    years: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        year = meeting.date[0].value.year if meeting.date else 0
        years[str(year) if year else UNKNOWN_YEAR].append(meeting)
    return dict(years)


def attendance_counts(records: Records) -> list[tuple[Dated, Shown, Shown]]:
    """The sessions of a congress that were counted: the meeting, the number due and the number present."""
    return [
        (
            dated(records, meeting),
            shown(counted.due, records, meeting.source, number),
            shown(counted.present, records, meeting.source, number),
        )
        for meeting in by_day(records.of(Meeting))
        if meeting.level and (counted := meeting.attendance) and counted.due and counted.present
    ]


def _on(meetings: Iterable[Meeting], theme: Theme) -> list[Meeting]:
    return [meeting for meeting in meetings if any(ref.slug == theme.slug for ref in meeting.themes)]


def _year_name(year: str) -> str:
    return "年份不详" if year == UNKNOWN_YEAR else f"{year}年"
