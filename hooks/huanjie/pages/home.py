"""The home page: what was elected, when, by how many, where the figures come from; and the way to everything else."""

from collections.abc import Iterator

from huanjie.model.days import later
from huanjie.model.election import Election
from huanjie.model.meetings import Meeting
from huanjie.model.notices import Notice
from huanjie.model.sources import Source
from huanjie.model.themes import Theme
from huanjie.pages import Edition, Page, last_change
from huanjie.pages.facts import clock, day, shown
from huanjie.pages.meetings import attendance_counts, dated, newest_first
from huanjie.pages.progress import totals
from huanjie.pages.prose import plain
from huanjie.pages.situation import coming, days_ahead, state, ways
from huanjie.pages.years import newest

NEXT = 3  # days to come, notices and meetings that the page names


def pages(edition: Edition) -> Iterator[Page]:
    """The home page."""
    records = edition.records
    election = records.one(Election)
    held = [one for one in newest_first(records.of(Meeting)) if not later(one.date, edition.today)]
    yield Page(
        address="",
        title=str(election.title),
        template="home.html",
        description=plain(election.summary),
        context={
            "election": election,
            "state": state(edition),
            "coming": days_ahead(coming(edition), NEXT),
            "ways": [*ways(edition)],
            "notices": [
                (notice, shown(notice.posted_on, records, notice.source, day))
                for notice in newest(records.of(Notice), lambda notice: notice.posted_on)[:NEXT]
            ],
            "polling_day": shown(election.polling_day, records, election.source, day),
            "polling_until": shown(election.polling_until, records, election.source, day),
            "polling_begins": shown(election.polling_begins, records, election.source, clock),
            "totals": totals(records),
            "counted": attendance_counts(records),
            "meetings": [dated(records, meeting) for meeting in held[:NEXT]],
            "themes": records.of(Theme),
            "sources": records.of(Source),
        },
        record=election.at.file,
        changed=last_change(records, *records.all),
    )
