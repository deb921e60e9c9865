"""A meeting's page: what was changed of it, when and where it is held, who spoke and came, what was decided."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from huanjie.content.records import Records
from huanjie.model.constituencies import Constituency
from huanjie.model.days import Day
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.model.meetings import CANDIDATES_MEET, Group, Meeting
from huanjie.model.sessions import Session
from huanjie.pages import Edition, Page, last_change
from huanjie.pages.meetings.outcomes import decided, known_records, source_of
from huanjie.pages.shared.election_silence import ElectionSilence, silence
from huanjie.pages.shared.facts import FactView, clock, day, named, number, view
from huanjie.pages.shared.prose import plain
from huanjie.pages.themes.stories import places


@dataclass(frozen=True)
class Changed:
    """A change of a meeting's day or place: before, after, the day of the decision, and the reason."""

    sort: str
    was: FactView
    now: FactView
    decided_on: FactView
    reason: str


@dataclass(frozen=True)
class Sitting:
    """A session as readers see it."""

    session: Session
    day: FactView
    half: str
    begins: FactView
    ends: FactView


def _as_of(edition: Edition, meeting: Meeting) -> date:
    """The day on which a meeting is viewed: once all its own days are past, any later day gives the same page."""
    days = [fact.value.exact for facts in (meeting.date, meeting.until, meeting.minutes) for fact in facts]
    return date.max if all(day and edition.past(day) for day in days) else edition.today


def meeting_page(edition: Edition, meeting: Meeting, before: Meeting | None, after: Meeting | None) -> Page:
    """Make the page of a meeting, with the way to the ones before and after it."""
    as_of = _as_of(edition, meeting)
    return Page(
        address=f"meetings/{meeting.slug}/",
        title=str(meeting.title),
        template="meetings/meeting.html",
        description=plain(meeting.summary),
        context={
            "meeting": meeting,
            "untold": meeting.untold(as_of),
            "over": meeting.over(as_of),
            "silence": _silence(edition, meeting),
            "before": before,
            "after": after,
            **_setting(edition.records, meeting),
            **_proceedings(edition.records, meeting),
        },
        record=meeting.at.file,
        changed=last_change(edition.records, meeting),
        searched=meeting.sort != CANDIDATES_MEET,  # an index would show on polling day what the page holds back
    )


def _setting(records: Records, meeting: Meeting) -> dict[str, object]:
    """The meeting's days, place, organiser and subjects, and the changes of these."""
    source = meeting.source
    names = {str(venue.name) for venue in meeting.venues}
    venues_tell = meeting.venues and names.issuperset(map(str, meeting.place.values))
    when, until = view(meeting.date, records, source, day), ends(records, meeting)
    return {
        "when": when,
        "until": until,
        "one_source": [statement.sources for statement in when.statements]
        == [statement.sources for statement in until.statements],
        "announced": view(meeting.announced, records, source, day),
        "minutes": view(meeting.minutes, records, source, day),
        "changes": sorted(_changes(records, meeting), key=lambda change: change.sort != "取消"),
        "sessions": [_sitting(records, meeting, session) for session in meeting.sessions],
        "place": None if venues_tell else view(meeting.place, records, source),
        "venues": [(venue, _people(records, meeting, venue.present)) for venue in meeting.venues],
        "organiser": _organiser(records, meeting),
        "sources": named(records, source),
        "constituencies": places(records, (), meeting.constituencies),
        "themes": known_records(records, meeting.themes),
        "policies": known_records(records, meeting.policies),
    }


def _proceedings(records: Records, meeting: Meeting) -> dict[str, object]:
    """The meeting's speeches, attendance and decisions."""
    came = meeting.attendance
    return {
        "speech_sources": [named(records, source_of(speech.source)) for speech in meeting.speeches],
        "due": _people(records, meeting, came.due if came else NONE_STATED),
        "present": _people(records, meeting, came.present if came else NONE_STATED),
        "groups": _groups(records, meeting),
        "owned": any(decision.owner for decision in meeting.decisions),
        "dated": any(decision.due or decision.due.gaps for decision in meeting.decisions),
        "decisions": [decided(records, meeting, decision) for decision in meeting.decisions],
    }


def ends(records: Records, meeting: Meeting) -> FactView:
    """The last day of a meeting, without the year where the first day has it."""
    begins = meeting.date.agreed
    year = day(Day(begins.year)) if begins else ""
    return view(meeting.until, records, meeting.source, lambda last: day(last).removeprefix(year))


def _organiser(records: Records, meeting: Meeting) -> FactView:
    """The organisers: bodies that the same source names acted together, they do not contradict each other."""
    organisers = view(meeting.organiser, records, meeting.source)
    first, *others = organisers.statements or (None,)
    if first is None or any(
        statement.sources != first.sources or statement.note or statement.inferred for statement in others
    ):
        return organisers
    return FactView((replace(first, text="、".join(statement.text for statement in organisers.statements)),))


def _silence(edition: Edition, meeting: Meeting) -> ElectionSilence | None:
    """The days that hold the candidates' words back; a meeting without constituencies may concern all of them."""
    if meeting.sort != CANDIDATES_MEET:
        return None
    records = edition.records
    constituencies = [records.get(Constituency, ref.slug) for ref in meeting.constituencies if ref in records]
    return silence(edition, constituencies or records.of(Constituency))


def _changes(records: Records, meeting: Meeting) -> Iterator[Changed]:
    """Give each change; what it led to is what the next of its sort began from, else what the record says."""
    for place, change in enumerate(meeting.changes, 1):
        following = [other for other in meeting.changes[place:] if other.sort == change.sort]
        if change.sort == "改地点":
            was = view(change.was_at, records, meeting.source)
            now = view(following[0].was_at if following else meeting.place, records, meeting.source)
        else:
            was = view(change.was, records, meeting.source, day)
            now = view(following[0].was if following else meeting.date, records, meeting.source, day)
        yield Changed(str(change.sort), was, now, view(change.decided_on, records, meeting.source, day), change.reason)


def _sitting(records: Records, meeting: Meeting, session: Session) -> Sitting:
    begins = view(session.begins, records, meeting.source, clock)
    half = session.half or ""
    in_words = any(hour.text.startswith(half) for hour in begins.statements)  # 上午9时 has the half of the day
    return Sitting(
        session=session,
        day=view(session.day, records, meeting.source, day),
        half="" if in_words else half,
        begins=begins,
        ends=view(session.ends, records, meeting.source, clock),
    )


def _people(records: Records, meeting: Meeting, count: Facts[int]) -> FactView | None:
    """A number of people; the unit is within, because a source that says 近千人 has it; None where nobody counted."""
    view_of_count = view(count, records, meeting.source, lambda people: f"{number(people)} 人")
    return view_of_count if count or count.gaps else None


def _groups(
    records: Records, meeting: Meeting
) -> list[tuple[str, list[tuple[Group, FactView | None, FactView | None]]]]:
    """Those present without a name: by post and by group, with their numbers where they were counted."""
    came = meeting.attendance
    kinds = (("只写职务的", came.posts), ("成批出席的", came.groups)) if came else ()

    def row(group: Group) -> tuple[Group, FactView | None, FactView | None]:
        return group, _people(records, meeting, group.due), _people(records, meeting, group.present)

    return [(label, [row(group) for group in groups]) for label, groups in kinds if groups]
