"""The home page: the state of the election, the next day that matters, what people come to do, new records.

A part without records says when it will have some, or is not there. Whatever could grow with the records is cut: the
page of a district with 10,000 meetings weighs what that of a village does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from huanjie.content.records import Records
from huanjie.election.totals import results_known
from huanjie.law.deadlines import of_election
from huanjie.law.pack import legal_rules
from huanjie.model.base import Record
from huanjie.model.constituencies import Constituency
from huanjie.model.discipline import Discipline
from huanjie.model.election import Election
from huanjie.model.meetings import Meeting
from huanjie.model.notices import Notice
from huanjie.model.policies import Policy
from huanjie.model.questions import Question
from huanjie.model.sources import Source
from huanjie.model.stories import Story
from huanjie.model.themes import Theme
from huanjie.pages import Edition, Page, PagePlan, last_change, rule_address
from huanjie.pages.areas.vacant_seats import vacancies
from huanjie.pages.discipline.discipline import link
from huanjie.pages.meetings.meetings import attendance_counts
from huanjie.pages.results.totals import totals
from huanjie.pages.shared.agenda import AgendaDay, AgendaEntry, agenda, days_ahead
from huanjie.pages.shared.facts import FactView, clock, day, view
from huanjie.pages.shared.prose import plain
from huanjie.pages.shared.status_line import state
from huanjie.pages.shared.years import first_day, latest

NEXT = 3  # days to come that the page names
NEW, OF_A_KIND = 6, 2  # records that are new, of all kinds together and of each
COUNTED = 2  # sessions of a congress whose deputies were counted
PEOPLE = (
    "登记选民",
    "选区",
    "代表",
    "参加投票选民",
    "当选代表",
)  # the totals that the page names; ballots stand elsewhere
CHANNELS = 3  # ways to report a breach
KINDS: tuple[type[Notice | Meeting | Policy | Story | Question], ...] = (Notice, Meeting, Policy, Story, Question)
WHO_INVESTIGATES = "offences-investigated-by"


@dataclass(frozen=True)
class Way:
    """Something that people come to do; without an address it only says when there will be something."""

    title: str
    text: str
    address: str = ""


def pages(edition: Edition) -> Iterator[PagePlan]:
    """The home page."""
    yield PagePlan("", partial(_home, edition))


def _home(edition: Edition) -> Page:
    records = edition.records
    election = records.one(Election)
    ahead = agenda(edition)
    days = days_ahead(edition, ahead, NEXT)
    return Page(
        address="",
        title=str(election.title),
        template="home/home.html",
        description=plain(election.summary),
        context={
            "election": election,
            "purpose": _purpose(election),
            "state": state(edition),
            "agenda": days,
            "vacancies": vacancies(edition),
            "next": _next(election, days),
            "meeting": _next_meeting(ahead),
            "summed": bool(of_election(edition.statute, election)),
            "ways": [*_ways(edition)],
            "more": [*_more(edition)],
            **_polling(records, election),
            "totals": [figure for figure in totals(records) if figure.of in PEOPLE],
            "counted": attendance_counts(records, COUNTED),
            "new": _new(edition),
            "lists": [(_list_of(kind), f"{kind.kind}/") for kind in KINDS if kind is Meeting or records.of(kind)],
            **_report(edition),
            "themes": records.of(Theme),
            "sources": len(records.of(Source)),
        },
        record=election.at.file,
        changed=last_change(records, *records.of(Source)),
    )


def _polling(records: Records, election: Election) -> dict[str, FactView]:
    """When the vote is."""
    return {
        "polling_day": view(election.polling_day, records, election.source, day),
        "polling_until": view(election.polling_until, records, election.source, day),
        "polling_begins": view(election.polling_begins, records, election.source, clock),
    }


def _purpose(election: Election) -> str:
    """The purpose of the site, in a sentence."""
    if election.ended:
        return "这个网站写明：选了什么，开过哪些会，定了什么，每个数字出自哪里。"
    if election.by_election:
        return "这个网站写明：哪些选区补选，为什么补选，怎样投票，补选走到了哪一步，每个数字出自哪里。"
    return "这个网站写明：谁能投票，怎样投票，选举走到了哪一步，每个数字出自哪里。"


def _next(election: Election, days: list[AgendaDay]) -> AgendaDay | None:
    """The next day that matters, where the sentence on the state does not name it: before the vote that is its day."""
    polling = {fact.value.exact for fact in election.polling_day}
    return days[0] if days and days[0].left.day not in polling else None


def _next_meeting(ahead: list[AgendaEntry]) -> AgendaEntry | None:
    """The next meeting, where it is not among the next days."""
    days = sorted({event.day for event in ahead})[:NEXT]
    meeting = next((event for event in ahead if event.meets), None)
    return meeting if meeting and meeting.day not in days else None


def _ways(edition: Edition) -> Iterator[Way]:
    """The three things that people come to do."""
    yield Way("我能投票吗", "人在外地、刚搬来、刚到年龄、名单上没有我：按自己的情况找答案", "vote/situations/")
    if edition.records.of(Constituency):
        yield Way("我的选区和投票站", "按村、社区、单位找：在哪个选区，到哪里投票", "find/")
    elif not edition.records.one(Election).ended:
        what = "补选的选区" if edition.statute.by_election else "选区的划分"
        yield Way("我的选区和投票站", f"{what}公布以后，这里可以按村、社区、单位找")
    ended = edition.records.one(Election).ended
    text = "每一步在哪一天，选出了多少代表" if ended else "走到了哪一步，接下来哪天做什么，选出了多少人"
    yield Way("进展和结果", text, "progress/")


def _more(edition: Edition) -> Iterator[tuple[str, str]]:
    """Other things that people come for, and where; only what has records."""
    records = edition.records
    constituencies = records.of(Constituency)
    yield "怎样投票，一步一步看", "vote/"
    for there, title, address in (
        (results_known(records), "补选结果" if edition.statute.by_election else "选举结果", "results/"),
        (any(constituency.candidates for constituency in constituencies), "候选人", "candidates/"),
        (True, "问答", "questions/"),
        (any(meeting.decisions for meeting in records.of(Meeting)), "会上定的事，后来怎样", "decisions/"),
        (records.of(Notice), "公告", "notices/"),
        (records.of(Discipline), "选举纪律", "discipline/"),
    ):
        if there:
            yield title, address


def _new(edition: Edition) -> list[tuple[Record, str, FactView]]:
    """The newest records of all kinds that have a day, none that is still to come."""
    newest = chain.from_iterable(latest(_past(edition, kind), OF_A_KIND) for kind in KINDS)
    return [(record, record.noun, _when(edition.records, record)) for record in latest(newest, NEW)]


def _list_of(kind: type[Record]) -> str:
    return "会议记录" if kind is Meeting else kind.noun


def _past(edition: Edition, kind: type[Notice | Meeting | Policy | Story | Question]) -> Iterator[Record]:
    for record in edition.records.of(kind):
        first = first_day(record)
        if first is None or not first.after(edition.today):
            yield record


def _when(records: Records, record: Record) -> FactView:
    return view(getattr(record, record.dated), records, (), day)


def _report(edition: Edition) -> dict[str, object]:
    """The channels for reports of a breach, and who has to investigate by law."""
    rule = legal_rules()[WHO_INVESTIGATES]
    channels = [channel for discipline in edition.records.of(Discipline) for channel in discipline.channels]
    return {
        "channels": [(channel, link(channel)) for channel in channels[:CHANNELS]],
        "investigates": edition.statute.answer(rule),
        "investigates_article": edition.statute.article(WHO_INVESTIGATES),
        "investigates_address": rule_address(rule),
    }
