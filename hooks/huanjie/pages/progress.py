"""Progress of the election: its steps in time, the polling day, the totals with their sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.model.areas import Area
from huanjie.model.bodies import Body
from huanjie.model.election import Election, Total
from huanjie.model.meetings import Meeting
from huanjie.pages import Edition, Page, last_change
from huanjie.pages.facts import Shown, clock, day, named, number, shown
from huanjie.pages.meetings import by_day, dated
from huanjie.pages.prose import plain
from huanjie.pages.situation import coming, lists, state
from huanjie.records import Records

NEXT = 12  # things to come that the page names
UNITS = {"登记选民": "名", "选区": "个", "代表": "名"}


@dataclass(frozen=True)
class Figure:
    """A total as readers see it: an id to link to, a label, a unit, the values and the parts by kind of area."""

    id: str
    label: str
    unit: str
    value: Shown
    note: str | None
    parts: tuple["Figure", ...] = ()


def pages(edition: Edition) -> Iterator[Page]:
    """The page that shows how far the election has come."""
    records = edition.records
    election = records.one(Election)
    polling = election.polling
    yield Page(
        address="progress/",
        title="选举进展",
        template="progress.html",
        description=f"{plain(election.summary)}走到了哪一步，选举日，各项总数和来源。",
        context={
            "election": election,
            "state": state(edition),
            "coming": coming(edition)[:NEXT],
            "lists": lists(edition),
            "congresses": [
                (congress, shown(congress.term, records, election.source, lambda term: f"第{term}届"))
                for congress in election.congresses
            ],
            "steps": steps(records),
            "polling_day": shown(election.polling_day, records, election.source, day),
            "polling_until": shown(election.polling_until, records, election.source, day),
            "polling_begins": shown(election.polling_begins, records, election.source, clock),
            "polling_sources": named(records, polling.source) if polling else (),
            "missing": [(source, source.missing) for source in named(records, election.source) if source.missing],
            "totals": totals(records),
            "areas": len(records.of(Area)),
            "bodies": [body for body in records.of(Body) if body.area is None and body.parent is None],
        },
        record=election.at.file,
        changed=last_change(records, election),
    )


@dataclass(frozen=True)
class Step:
    """Something that happened on the way, with its day and the page that tells more."""

    when: Shown
    title: str
    address: str


def steps(records: Records) -> tuple[Step, ...]:
    """Meetings and the polling day in the order of time; those without a day stand last."""
    election = records.one(Election)
    polling = Step(
        shown(election.polling_day, records, election.source, day), "选举日：选民投票", "progress/#polling-day"
    )
    first = election.polling_day[0].value if election.polling_day else None
    found: list[Step] = []
    for meeting in by_day(records.of(Meeting)):
        later = first and meeting.date and meeting.date[0].value.year and meeting.date[0].value > first
        if later and polling not in found:
            found.append(polling)
        shown_meeting = dated(records, meeting)
        found.append(Step(shown_meeting.when, meeting.heading, f"meetings/{meeting.slug}/"))
    return (*found,) if polling in found else (*found, polling)


def totals(records: Records) -> tuple[Figure, ...]:
    """The totals of the election in the order of the record, parts by kind of area below their whole."""
    election = records.one(Election)
    wholes = [total for total in election.totals if total.area is None]
    return tuple(_figure(records, election, total) for total in wholes)


def _figure(records: Records, election: Election, total: Total) -> Figure:
    parts = [part for part in election.totals if part.area and (part.of, part.level) == (total.of, total.level)]
    return Figure(
        id=f"total-{election.totals.index(total) + 1}",
        label=total.area or f"{label_of(records, total.level)}{total.of}",
        unit=UNITS[total.of],
        value=shown(total.value, records, election.source, number),
        note=total.note,
        parts=() if total.area else tuple(_figure(records, election, part) for part in parts),
    )


def label_of(records: Records, level: str | None) -> str:
    """What the congresses of a level are called in short; "" where none is recorded."""
    congresses = records.one(Election).congresses
    return next((str(congress.short) for congress in congresses if congress.level == level), "")
