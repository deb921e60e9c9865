"""Progress of the election: its steps in time, the polling day, the totals with their sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.model.areas import Area
from huanjie.model.bodies import Body
from huanjie.model.constituencies import Constituency
from huanjie.model.days import later
from huanjie.model.election import Election, Total
from huanjie.model.meetings import Meeting
from huanjie.pages import Edition, Page, last_change
from huanjie.pages.facts import Shown, clock, day, named, number, shown
from huanjie.pages.meetings import by_day, dated
from huanjie.pages.prose import plain
from huanjie.pages.situation import coming, days_ahead, lists, state, ways
from huanjie.records import Records
from huanjie.rules.constituencies import area_of

NEXT = 12  # days to come that the page names
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
            "coming": days_ahead(coming(edition), NEXT),
            "lists": lists(edition),
            "ways": [*ways(edition)],
            "congresses": [
                (congress, shown(congress.term, records, election.source, lambda term: f"第{term}届"))
                for congress in election.congresses
            ],
            "steps": steps(edition),
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
    """Something that happened on the way, with its day and the page that tells more; `mark` says what became of it."""

    when: Shown
    title: str
    address: str
    mark: str = ""


def steps(edition: Edition) -> tuple[Step, ...]:
    """Past meetings, those called off too, and the polling day in the order of time; those without a day stand last."""
    records = edition.records
    election = records.one(Election)
    polling = Step(
        shown(election.polling_day, records, election.source, day), "选举日：选民投票", "progress/#polling-day"
    )
    first = election.polling_day[0].value if election.polling_day else None
    voted = not later(election.polling_day, edition.today)
    found: list[Step] = []
    for meeting in by_day(records.of(Meeting)):
        if later(meeting.date, edition.today) and not meeting.cancelled:
            continue
        after = first and meeting.date and meeting.date[0].value.year and meeting.date[0].value > first
        if voted and after and polling not in found:
            found.append(polling)
        held = dated(records, meeting)
        found.append(Step(held.when, meeting.heading, f"meetings/{meeting.slug}/", held.mark))
    return (*found, polling) if voted and polling not in found else (*found,)


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


def congress_of(records: Records, one: Constituency) -> str:
    """The congress whose deputies a constituency elects, by its own name where that is recorded."""
    if one.level == "乡级":
        return f"{area_of(records, one).heading}人民代表大会"
    names = (str(congress.name) for congress in records.one(Election).congresses if congress.level == one.level)
    return next(names, f"{one.level}人民代表大会")
