"""The state of the election in a sentence: for the home page, for progress and for the ways of a voter.

A page may be read days after it was built. So a sentence on the day carries the days on which it is true
(`StatusLine`), and the reader's script counts the days left, by the day in China; without scripts the page has dates.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from huanjie.election.outcome import State
from huanjie.election.term import standing
from huanjie.election.votes import unfinished, votes
from huanjie.law import Statute
from huanjie.law.deadlines import written
from huanjie.model.constituencies import Constituency
from huanjie.model.days import Day
from huanjie.model.election import Election
from huanjie.model.facts import Facts
from huanjie.pages import Edition
from huanjie.pages.results.joint import result_published
from huanjie.pages.shared.facts import clock
from huanjie.pages.shared.facts import day as write_day

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class DaysLeft:
    """A day to count down to, and whether it is over; `days` only where the site shows a single day for good."""

    day: date
    over: bool
    days: int | None

    @classmethod
    def until(cls, edition: Edition, day: date) -> "DaysLeft":
        """Count from the day that the site shows for good; on any other site the reader's script counts."""
        return cls(day, edition.past(day), (day - edition.today).days if edition.fixed else None)


@dataclass(frozen=True)
class StatusLine:
    """A sentence on the state of the election, the days on which it is true, and whether today is among them."""

    text: str
    left: DaysLeft | None = None
    since: date | None = None
    until: date | None = None
    now: bool = True


def state(edition: Edition) -> list[StatusLine]:
    """The state of the election: before, on or after the polling day, with its results, or ended."""
    gap = [StatusLine(sentence)] if (sentence := law_gap(edition.statute)) else []
    return [*_state(edition), *gap]


def law_gap(statute: Statute) -> str:
    """The sentence on an election before the pack's first law, which nothing was checked by; "" for any other."""
    if not statute.begins:
        return ""
    return f"本站收录的选举法从{written(statute.begins)}起；这次选举在那以前，期限、名额、票数都没有照法律核对。"


def _state(edition: Edition) -> list[StatusLine]:
    election = edition.records.one(Election)
    exact = [fact.value.exact for fact in (*election.polling_day, *election.polling_until) if fact.value.exact]
    if not exact:
        return [StatusLine(_without_day(election))]
    first, last, days = min(exact), max(exact), _written(election.polling_day)
    if election.ended:
        return [StatusLine(f"这次{election.short}已经结束。{election.day_called}是{days}，这里留作资料。")]
    if edition.past(last):
        what = "补选的投票" if election.by_election else "投票"
        return [StatusLine(f"{what}已经在{days}{_until(first, last)}举行。{_results(edition)}")]
    if election.polling_day.disagree:
        return [StatusLine(f"{election.day_called}是{days}，各来源写的不一样。")]
    lines = [*_before(edition, election, first), _during(edition, election, first, last), _after(election, last)]
    return [line for line in lines if line.now] if edition.fixed else lines


def _without_day(election: Election) -> str:
    """The sentence on a polling day of which only the month or the year is known, or nothing."""
    if not election.polling_day:
        return f"{election.day_called}还没有确定，或者没有记录。"
    ended = f"这次{election.short}已经结束。" if election.ended else ""
    return f"{ended}{election.day_called}在{_written(election.polling_day)}，具体哪天没有记录。"


def _before(edition: Edition, election: Election, first: date) -> Iterator[StatusLine]:
    if not edition.reached(first):
        yield StatusLine(
            f"{election.day_called}是{written(first)}", DaysLeft.until(edition, first), until=first - ONE_DAY
        )


def _during(edition: Edition, election: Election, first: date, last: date) -> StatusLine:
    begins = election.polling_begins.agreed
    hour = f"，{clock(begins)}开始投票" if begins else ""
    going_on = f"现在正在投票：{written(first)}到{written(last)}{hour}。"
    sentence = f"今天是{election.day_called}{hour}。" if first == last else going_on
    return StatusLine(sentence, since=first, until=last, now=edition.reached(first))


def _after(election: Election, last: date) -> StatusLine:
    sentence = f"{election.day_called}（{_written(election.polling_day)}）已经过了。这一页是在那以前写的，还没有结果。"
    return StatusLine(sentence, since=last + ONE_DAY, now=False)


def _results(edition: Edition) -> str:
    """The sentence on constituencies with a result, with a void vote or seats open, and still to vote."""
    polls = [votes(edition.records, edition.statute, constituency) for constituency in edition.records.of(Constituency)]
    if not polls:
        return ""
    sentence = f"{len(polls)} 个选区里，{sum(result_published(edition, first) for first, *_ in polls)} 个已经公布结果"
    stand = Counter(standing(own) for own in polls)
    counts = ((stand[State.VOID], "选举无效"), (stand[State.SHORT] + stand[State.TIED], "没有选满"))
    if open_seats := "、".join(f"{count} 个{what}" for count, what in counts if count):
        sentence += f"，其中 {open_seats}"
    if waiting := sum(bool(first.constituency.postponed and not first.counted) for first, *_ in polls):
        sentence += f"；{waiting} 个推迟投票，还没有结果"
    last = [first.days.last for first, *_ in polls if first.days.last and unfinished(first, edition.today)]
    if last:
        sentence += f"；{len(last)} 个还没有投完，最晚到{written(max(last))}"
    return f"{sentence}。"


def _written(days: Facts[Day]) -> str:
    return "或 ".join(write_day(value) for value in days.values)


def _until(first: date, last: date) -> str:
    """The last day of a vote over days, without the year where the first day has it."""
    return f"至{written(last).removeprefix(f'{first.year}年')}" if first < last else ""
