"""Where the election stands, what comes next, what people can do: for the home page and for progress."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from huanjie.law.deadlines import LISTS, of_election, written
from huanjie.law.pack import events
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.days import Day, exact_day
from huanjie.model.discipline import Discipline
from huanjie.model.election import Election
from huanjie.model.facts import Facts
from huanjie.model.meetings import Meeting
from huanjie.model.questions import Question
from huanjie.pages import Edition, address_of
from huanjie.pages.facts import clock
from huanjie.pages.facts import day as write_day
from huanjie.rules.constituencies import area_of, polling_day
from huanjie.rules.elected import elected, tied

SHOWN = 6  # things on one day that are named: a whole district may vote again on the same day


@dataclass(frozen=True)
class Coming:
    """Something that is still to happen: its day, how many days are left, what it is, where to read more."""

    day: date
    left: int
    text: str
    address: str

    @property
    def written(self) -> str:
        """The day, and how far off it is."""
        return f"{written(self.day)}（{'今天' if not self.left else f'还有 {self.left} 天'}）"


@dataclass(frozen=True)
class ComingDay:
    """A day on which something is still to happen: what, and how many more than are named."""

    written: str
    named: tuple[Coming, ...]
    more: int


def state(edition: Edition) -> str:
    """Where the election stands: before, on or after the polling day and what came of it, or ended."""
    election, today = edition.records.one(Election), edition.today
    exact = [fact.value.exact for fact in (*election.polling_day, *election.polling_until) if fact.value.exact]
    if not exact:
        return "选举日还没有确定，或者没有记录。"
    first, last = min(exact), max(exact)
    if election.ended:
        return f"这次选举已经结束。选举日是{_written(election.polling_day)}，这里留作资料。"
    if today < first:
        return f"选举日是{written(first)}，还有 {(first - today).days} 天。"
    if today > last:
        return f"投票已经在{_written(election.polling_day)}举行。{_results(edition)}"
    begins = election.polling_begins.only
    return f"今天是选举日{f'，{clock(begins)}开始投票' if begins else ''}。"


def _results(edition: Edition) -> str:
    """How many constituencies have published a result, have seats open, or are still to vote."""
    several = [one for area in edition.records.of(Area) for one in area.constituencies]
    if not several:
        return ""
    told = f"{len(several)} 个选区里，{sum(bool(one.result_list) for one in several)} 个已经公布结果"
    if unfilled := sum(bool(one.vote and len(elected(one)) < (one.seats.only or 0)) for one in several):
        told += f"，其中 {unfilled} 个没有选满"
    if waiting := sum(bool(one.postponed and not one.vote) for one in several):
        told += f"；{waiting} 个推迟投票，还没有结果"
    return f"{told}。"


def _written(days: Facts[Day]) -> str:
    return "或 ".join(write_day(value) for value in days.values)


def lists(edition: Edition) -> list[tuple[str, int, int]]:
    """For each list that constituencies publish: what it is, how many have published it, how many there are."""
    several = [one for area in edition.records.of(Area) for one in area.constituencies]
    counted = [(name, sum(bool(getattr(one, field)) for one in several)) for name, (field, _) in LISTS.items()]
    return [(name, done, len(several)) for name, done in counted if several]


def coming(edition: Edition) -> list[Coming]:
    """What is still to happen, the next first; nothing for an election that has ended."""
    if edition.records.one(Election).ended:
        return []
    found = {*_votes(edition), *_meetings(edition), *_deadlines(edition)}
    return [
        Coming(day, (day - edition.today).days, text, address)
        for day, text, address in sorted(found)
        if day >= edition.today
    ]


def days_ahead(several: Sequence[Coming], days: int) -> list[ComingDay]:
    """The first days on which something is to happen, and what."""
    found = ((day, tuple(those)) for day, those in groupby(several, lambda one: one.written))
    return [ComingDay(day, those[:SHOWN], len(those[SHOWN:])) for day, those in islice(found, days)]


Dated = tuple[date, str, str]


def _votes(edition: Edition) -> Iterator[Dated]:
    election = edition.records.one(Election)
    if first := exact_day(election.polling_day):
        yield first, "选举日：选民投票", "progress/#polling-day"
    for area in edition.records.of(Area):
        for one in area.constituencies:
            name = f"{area_of(edition.records, one).title}{one.title}（{one.level}）"
            yield from _again(edition, one, name)
            polling = polling_day(edition.records, one)
            if polling and one.postponed and not one.vote:
                yield polling, f"{name}推迟的投票", address_of(one)


def _again(edition: Edition, one: Constituency, name: str) -> Iterator[Dated]:
    what = "再次投票" if tied(edition.statute, one) else "另行选举"
    for rerun in one.reruns:
        if day := exact_day(rerun.day):
            yield day, f"{name}{what}", address_of(one)
    for vote in one.by_elections:
        if day := exact_day(vote.day):
            yield day, f"{name}补选", address_of(one)


def _meetings(edition: Edition) -> Iterator[Dated]:
    for meeting in edition.records.of(Meeting):
        day = exact_day(meeting.date)
        if day and not meeting.cancelled:
            yield day, meeting.heading, address_of(meeting)


def _deadlines(edition: Edition) -> Iterator[Dated]:
    """The last lawful days of what the office has to make public."""
    for deadline, _ in of_election(edition.statute, edition.records.one(Election)):
        if not deadline.forbidden and events()[deadline.event].duty:
            yield deadline.day, f"{deadline.title}的最后一天", "law/deadlines/"


def ways(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """What people come to do: a name, a line on it, and the page; only what has records."""
    records = edition.records
    areas = records.of(Area)
    stand = any(one.candidates for area in areas for one in area.constituencies)
    voted = any(one.vote for area in areas for one in area.constituencies)
    for there, title, text, address in (
        (voted, "选举结果", "谁当选，多少人投票，哪里还没有选满", "results/"),
        (areas, "我的选区和投票站", "按村、社区、单位找：在哪个选区，到哪里投票", "areas/"),
        (stand, "候选人", "每个选区谁参选", "candidates/"),
        (records.of(Question), "问答", "怎样登记、怎样投票、人在外地怎么办", "questions/"),
        (records.of(Discipline), "举报违纪", "什么不许做，向哪里举报", "discipline/"),
    ):
        if there:
            yield title, text, address
