"""Progress of the election: its stages with today marked, what comes next, the figures, what meetings decided."""

from collections.abc import Iterator
from functools import partial

from huanjie.content.records import Records
from huanjie.election.calendar import voting_days
from huanjie.law.deadlines import of_election
from huanjie.model.areas import Area
from huanjie.model.bodies import Body
from huanjie.model.constituencies import Constituency
from huanjie.model.days import all_after
from huanjie.model.election import Congress, Election
from huanjie.model.meetings import Meeting
from huanjie.model.sources import Source
from huanjie.pages import Edition, Page, PagePlan, last_change
from huanjie.pages.areas.vacant_seats import vacancies
from huanjie.pages.meetings.decisions import summary
from huanjie.pages.meetings.meetings import Dated, dated
from huanjie.pages.progress.coverage import late
from huanjie.pages.progress.figures import figures
from huanjie.pages.progress.stage_picture import picture
from huanjie.pages.progress.stages import stages
from huanjie.pages.progress.work import reported
from huanjie.pages.results.totals import charts, totals
from huanjie.pages.shared.agenda import agenda, days_ahead
from huanjie.pages.shared.facts import FactView, clock, day, named, number, view
from huanjie.pages.shared.prose import plain
from huanjie.pages.shared.status_line import state
from huanjie.pages.shared.years import latest

NEXT = 12  # days to come that the page names
NEW = 5  # meetings, outcomes of decisions and late tasks that it names


def pages(edition: Edition) -> Iterator[PagePlan]:
    """The page that shows how far the election has come."""
    yield PagePlan("progress/", partial(_progress, edition))


def _progress(edition: Edition) -> Page:
    records = edition.records
    election = records.one(Election)
    reached = stages(edition)
    return Page(
        address="progress/",
        title="补选进展" if election.by_election else "选举进展",
        template="progress/progress.html",
        description=f"{plain(election.summary)}走到了哪一步，选举日，各项总数和来源。",
        context={
            "election": election,
            "state": state(edition),
            "stages": reached,
            "picture": picture(edition, "stages", "选举的每一步和今天", reached),
            "agenda": days_ahead(edition, agenda(edition), NEXT),
            "vacancies": vacancies(edition),
            "areas": sum(bool(area.constituencies) for area in records.of(Area)),
            "owed": any(voting_days(records, constituency).first for constituency in records.of(Constituency)),
            "summed": bool(of_election(edition.statute, election)),
            "work": [*reported(edition, election.work_done, election.source)],
            "levels": figures(edition),
            "meetings": _meetings(edition),
            "decisions": summary(edition, NEW),
            "plan": late(edition, NEW),
            "bodies": [body for body in records.of(Body) if body.area is None and body.parent is None],
            **_election(edition),
        },
        record=election.at.file,
        changed=last_change(records, *records.of(Source)),
    )


def _election(edition: Edition) -> dict[str, object]:
    """The election's own record: congresses, polling day, totals, and the questions that no source answers."""
    records = edition.records
    election = records.one(Election)
    polling = election.polling
    return {
        "congresses": [_congress(records, election, congress) for congress in election.congresses],
        "polling_day": view(election.polling_day, records, election.source, day),
        "polling_until": view(election.polling_until, records, election.source, day),
        "polling_begins": view(election.polling_begins, records, election.source, clock),
        "polling_sources": named(records, polling.source) if polling else (),
        "missing": [(source, source.missing) for source in named(records, election.source) if source.missing],
        "totals": totals(records),
        "charts": charts(records),
    }


def _congress(
    records: Records, election: Election, congress: Congress
) -> tuple[Congress, FactView, FactView, FactView | None]:
    """A congress with its term, its seats, and those of them that are held in reserve."""
    term = view(congress.term, records, election.source, lambda term: f"第{term}届")
    reserved, seats = congress.reserved_seats, view(congress.seats, records, election.source, number)
    held = view(reserved, records, election.source, number) if reserved or reserved.gaps else None
    return congress, term, seats, held


def _meetings(edition: Edition) -> list[Dated]:
    """The last meetings, those called off too."""
    past = (
        meeting
        for meeting in edition.records.of(Meeting)
        if meeting.cancelled or not all_after(meeting.date, edition.today)
    )
    return [dated(edition.records, meeting) for meeting in latest(past, NEW)]
