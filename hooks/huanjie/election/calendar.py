"""When a constituency votes and when voting ends: the only answer to both.

A constituency votes with all others, unless it has a day of its own or its vote was put off. A day may be known only by
its month or year, be disputed between sources, or not be known at all.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from huanjie.content.records import Records
from huanjie.model.base import Record, Voting
from huanjie.model.constituencies import Constituency
from huanjie.model.days import Day, exact_day
from huanjie.model.election import Election
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.model.results import Recall, Rerun

ONE_DAY = timedelta(days=1)


class Precision(Enum):
    """How well the first day of voting is known."""

    EXACT = "exact"
    ROUGH = "rough"  # the month, the year, or a day without its year
    DISPUTED = "disputed"  # sources give different days
    OPEN = "open"  # put off, and no new day is set
    UNKNOWN = "unknown"  # looked for, and not known
    UNRECORDED = "unrecorded"


@dataclass(frozen=True)
class VotingDays:
    """The days of a vote: the first and, where voting goes on, the last, as sources state them.

    `own`: whether the days are the constituency's, and not those of the whole election.
    """

    begins: Facts[Day]
    ends: Facts[Day]
    precision: Precision
    own: bool = True

    @property
    def first(self) -> date | None:
        """The first day, where it is certain."""
        return exact_day(self.begins)

    @property
    def last(self) -> date | None:
        """The last day, where it is certain; the first one where no end of voting is recorded."""
        return exact_day(self.ends) if self.ends or self.ends.gaps else self.first

    @property
    def every(self) -> Iterator[date]:
        """Every day of voting that is certain."""
        if first := self.first:
            last = self.last or first
            yield from (first + timedelta(days=count) for count in range((last - first).days + 1))

    @property
    def earliest(self) -> date | None:
        """The first day on which voting may have begun; None where no year is known."""
        return min((_bounds(fact.value)[0] for fact in self.begins if fact.value.year), default=None)

    @property
    def latest(self) -> date | None:
        """The last day on which voting may have ended; None where no year is known, or no end of what went on."""
        if self.ends.gaps and not self.ends:
            return None
        days = (*self.begins, *self.ends)
        return max((_bounds(fact.value)[1] for fact in days if fact.value.year), default=None)

    def may_go_on(self, today: date) -> bool:
        """Whether a day, where any is known, is not past the last one; of an unknown end, not past the first."""
        begun = max((_bounds(fact.value)[1] for fact in self.begins if fact.value.year), default=None)
        last = self.latest or begun
        return last is not None and today <= last

    def over(self, today: date) -> bool:
        """Whether voting ended before a day for certain."""
        return self.latest is not None and self.latest < today

    def ahead(self, today: date) -> bool:
        """Whether voting begins on a day or later, for certain."""
        return self.earliest is not None and self.earliest >= today


def _bounds(day: Day) -> tuple[date, date]:
    """The first and the last day that a day of which the year is known may be."""
    first = date(day.year, day.month or 1, day.day or 1)
    month = day.month or 12
    return first, date(day.year, month, day.day or monthrange(day.year, month)[1])


def voting_days(records: Records, constituency: Constituency) -> VotingDays:
    """The days of a constituency's first vote, from the records."""
    return days_of_first_vote(records.one(Election), constituency)


def days_of_election(election: Election) -> VotingDays:
    """The days of all constituencies that have no day of their own."""
    return VotingDays(election.polling_day, election.polling_until, _precision(election.polling_day), own=False)


def days_of_first_vote(election: Election, constituency: Constituency) -> VotingDays:
    """The days of a constituency's first vote: its own, else those it was put off to, else the election's.

    A gap of its own is not the election's day, and a day of its own ends with the others' only where it says so.
    """
    own, until, postponed = constituency.polling_day, constituency.polling_until, constituency.postponed
    if own:
        return VotingDays(own, until, _precision(own))
    if postponed:
        stated = postponed.until or own or postponed.until
        return VotingDays(stated, until, _precision(stated) if stated else Precision.OPEN)
    if own.gaps:
        return VotingDays(own, until, Precision.UNKNOWN)
    everywhere = days_of_election(election)
    if until or until.gaps:
        return VotingDays(everywhere.begins, until, everywhere.precision, own=False)
    return everywhere


def still_voting(election: Election, today: date) -> Voting:
    """Make a function that decides, for the election or one constituency, whether the first vote may go on on a day."""
    everywhere = days_of_election(election).may_go_on(today)

    def voting(record: Record | None) -> bool:
        if isinstance(record, Constituency):
            return days_of_first_vote(election, record).may_go_on(today)
        return everywhere

    return voting


def days_of_later_vote(record: Rerun | Recall) -> VotingDays:
    """The days of a vote after the first: records give it one."""
    return VotingDays(record.day, NONE_STATED, _precision(record.day))


def first_result(constituency: Constituency) -> Facts[Day]:
    """The day of the result, where it is certainly that of the first vote: no other was held before it."""
    held = [days_of_later_vote(rerun).first for rerun in constituency.reruns if not rerun.cancelled]
    published = exact_day(constituency.result_list)
    before = published is not None and all(day is not None and published < day for day in held)
    return constituency.result_list if before or not held else NONE_STATED


def _precision(stated: Facts[Day]) -> Precision:
    if stated.disagree:
        return Precision.DISPUTED
    if stated:
        return Precision.EXACT if exact_day(stated) else Precision.ROUGH
    return Precision.UNKNOWN if stated.gaps else Precision.UNRECORDED
