"""The agenda: votes, meetings, days of steps and last lawful days to come, for the home page and for progress."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from huanjie.election.agenda import coming_votes
from huanjie.election.places import area_of
from huanjie.election.spans import begun
from huanjie.law.deadlines import of_election, written
from huanjie.law.pack import events
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.meetings import Meeting
from huanjie.pages import Edition, address_of
from huanjie.pages.progress.spans import days_of_spans
from huanjie.pages.progress.stages import DONE, stages
from huanjie.pages.shared.status_line import DaysLeft

SHOWN = 6  # things on one day that are named: a whole district may vote again on the same day


@dataclass(frozen=True)
class AgendaEntry:
    """An event to come: its day, its text, the address of its page; `meets`: whether it is a meeting."""

    day: date
    text: str
    address: str
    meets: bool = False


@dataclass(frozen=True)
class AgendaDay:
    """A day to come: the events that are named, and the number of those that are not."""

    written: str
    left: DaysLeft
    named: tuple[AgendaEntry, ...]
    more: int


def agenda(edition: Edition) -> list[AgendaEntry]:
    """The events to come, the next first; of an election that has ended only votes during its term."""
    ended = edition.records.one(Election).ended
    spans = (AgendaEntry(*span) for span in days_of_spans(edition))
    before = () if ended else (*_votes(edition), *_meetings(edition), *spans, *_deadlines(edition))
    ahead = (entry for entry in {*_later_votes(edition), *before} if not edition.past(entry.day))
    return sorted(ahead, key=lambda entry: (entry.day, entry.text, entry.address))


def days_ahead(edition: Edition, entries: Sequence[AgendaEntry], days: int) -> list[AgendaDay]:
    """The first days of the agenda, each with its events."""
    by_day = ((day, tuple(those)) for day, those in groupby(entries, lambda entry: entry.day))
    return [
        AgendaDay(written(day), DaysLeft.until(edition, day), those[:SHOWN], len(those[SHOWN:]))
        for day, those in islice(by_day, days)
    ]


def _votes(edition: Edition) -> Iterator[AgendaEntry]:
    election = edition.records.one(Election)
    if first := exact_day(election.polling_day):
        yield AgendaEntry(first, f"{election.day_called}：选民投票", "progress/#polling-day")
    yield from _later_votes(edition)


def _later_votes(edition: Edition) -> Iterator[AgendaEntry]:
    """The votes that follow, and first votes that were postponed to a day."""
    for vote in coming_votes(edition.records, edition.statute, date.min):  # what is past is left out by who asks
        if vote.appointed:
            constituency = vote.constituency
            yield AgendaEntry(vote.day, f"{_name(edition, constituency)}{vote.name}", address_of(constituency))


def _name(edition: Edition, constituency: Constituency) -> str:
    return f"{area_of(edition.records, constituency).title}{constituency.title}（{constituency.level}）"


def _meetings(edition: Edition) -> Iterator[AgendaEntry]:
    for meeting in edition.records.of(Meeting):
        day = exact_day(meeting.date)
        if day and not meeting.cancelled and not edition.past(day):
            yield AgendaEntry(day, meeting.heading, address_of(meeting), meets=True)


def _deadlines(edition: Edition) -> Iterator[AgendaEntry]:
    """The last lawful days of what the office still has to make public, each once, with the page of its sum."""
    done = {stage.event for stage in stages(edition) if stage.standing == DONE}
    named: set[tuple[date, str]] = set()  # a province may set the same day as the nation
    for deadline, step in of_election(edition.statute, edition.records.one(Election)):
        owed = events()[deadline.event].duty and deadline.event not in done and not begun(step, edition.today)
        if owed and not deadline.forbidden and (deadline.day, deadline.event) not in named:
            named.add((deadline.day, deadline.event))
            yield AgendaEntry(deadline.day, f"{deadline.title}的最后一天", f"law/deadlines/#{deadline.rule.id}")
