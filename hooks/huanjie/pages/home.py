"""The home page: what was elected, when, by how many, where the figures come from; and the way to everything else."""

from collections.abc import Iterator

from huanjie.model.areas import Area
from huanjie.model.days import later
from huanjie.model.discipline import Discipline
from huanjie.model.election import Election
from huanjie.model.meetings import Meeting
from huanjie.model.notices import Notice
from huanjie.model.questions import Question
from huanjie.model.sources import Source
from huanjie.model.themes import Theme
from huanjie.pages import Edition, Page, last_change
from huanjie.pages.facts import clock, day, shown
from huanjie.pages.meetings import attendance_counts, dated, newest_first
from huanjie.pages.progress import totals
from huanjie.pages.prose import plain
from huanjie.pages.situation import coming, state
from huanjie.pages.stories import newest

NEXT = 3  # things to come, and notices, that the page names


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
            "coming": coming(edition)[:NEXT],
            "ways": [*_ways(edition)],
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


def _ways(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """What people come to do: a name, a line on it, and the page; only what has records."""
    records = edition.records
    areas = records.of(Area)
    stand = any(one.candidates for area in areas for one in area.constituencies)
    voted = any(one.vote for area in areas for one in area.constituencies)
    for there, title, text, address in (
        (areas, "我的选区和投票站", "按村、社区、单位找：在哪个选区，到哪里投票", "areas/"),
        (stand, "候选人", "每个选区谁参选", "candidates/"),
        (voted, "选举结果", "投票率、当选的人、还没选满的名额", "results/"),
        (records.of(Question), "问答", "怎样登记、怎样投票、人在外地怎么办", "questions/"),
        (records.of(Discipline), "举报违纪", "什么不许做，向哪里举报", "discipline/"),
    ):
        if there:
            yield title, text, address
