"""The home page: what was elected, when, by how many, where the figures come from; and the way to everything else."""

from collections.abc import Iterator

from huanjie.model.election import Election
from huanjie.model.meetings import Meeting
from huanjie.model.sources import Source
from huanjie.model.themes import Theme
from huanjie.pages import Edition, Page, last_change
from huanjie.pages.facts import clock, day, shown
from huanjie.pages.meetings import attendance_counts, by_day, dated
from huanjie.pages.progress import state, totals
from huanjie.pages.prose import plain


def pages(edition: Edition) -> Iterator[Page]:
    """The home page."""
    records = edition.records
    election = records.one(Election)
    newest = [dated(records, meeting) for meeting in reversed(by_day(records.of(Meeting)))]
    yield Page(
        address="",
        title=str(election.title),
        template="home.html",
        description=plain(election.summary),
        context={
            "election": election,
            "state": state(election, edition.today),
            "polling_day": shown(election.polling_day, records, election.source, day),
            "polling_until": shown(election.polling_until, records, election.source, day),
            "polling_begins": shown(election.polling_begins, records, election.source, clock),
            "totals": totals(records),
            "counted": attendance_counts(records),
            "meetings": newest[:3],
            "themes": records.of(Theme),
            "sources": records.of(Source),
        },
        record=election.at.file,
        changed=last_change(records, *records.all),
    )
