"""Progress of the election: its steps in time, the polling day, the totals with their sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.model.areas import Area
from huanjie.model.bodies import Body
from huanjie.model.days import later
from huanjie.model.election import Election
from huanjie.model.meetings import Meeting
from huanjie.pages import Edition, Page, last_change
from huanjie.pages.facts import Shown, clock, day, named, shown
from huanjie.pages.meetings import by_day, dated
from huanjie.pages.prose import plain
from huanjie.pages.situation import coming, days_ahead, lists, state
from huanjie.pages.totals import totals

NEXT = 12  # days to come that the page names


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
            "coming": days_ahead(edition, coming(edition), NEXT),
            "lists": lists(edition),
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
