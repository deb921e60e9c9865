"""Duties: the acts that the law requires of each constituency by a last day, and the days recorded for them.

The confirmation of credentials is left out: no law sets a day for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from huanjie.content.records import Records
from huanjie.election.calendar import days_of_election, first_result, voting_days
from huanjie.election.kinds import Kind
from huanjie.election.places import joint_by_election, joint_result
from huanjie.election.poll import Poll
from huanjie.election.spans import ends
from huanjie.election.votes import constituencies, votes
from huanjie.law import Statute
from huanjie.law.deadlines import LISTS, Deadline, limit, lists
from huanjie.model.areas import JointResult
from huanjie.model.constituencies import Constituency
from huanjie.model.days import Day, exact_day
from huanjie.model.election import Election, Step
from huanjie.model.facts import Facts
from huanjie.model.results import Rerun
from huanjie.yaml_text import Place

RESULT, RESULT_RULE = LISTS["选举结果"]
RERUN_RESULT, BY_ELECTION_NOTICE, BY_ELECTION_RESULT = "再投一次票的结果", "补选公告", "补选结果"
NOTICE_RULE = "gansu-by-election-notice"
LATER_VOTE = "gansu-postponed-or-repeated-voting"

# done: to the day; ahead: its last day has not passed; unrecorded: it has, and nothing is stated; unknown: something is
# stated that is no certain day (unknown, unreadable, only the month, sources that differ).
State = Literal["done", "ahead", "unrecorded", "unknown"]


@dataclass(frozen=True)
class Duty:
    """An act that a constituency owes by a day; `within` is the record that states its day, or ought to."""

    constituency: Constituency
    name: str
    field: str
    deadline: Deadline
    within: Constituency | Rerun | JointResult | Step
    stated: Facts[Day]
    state: State
    number: int = 0  # of a vote after the first, its place in the list that it is recorded in

    @property
    def done(self) -> date | None:
        """The recorded day, where it is certain."""
        return exact_day(self.stated)

    @property
    def spare(self) -> int | None:
        """Days to spare; negative: days late; None while no certain day is recorded."""
        return self.deadline.margin(self.done) if self.done else None

    @property
    def at(self) -> Place:
        """The place where the day is recorded, or the beginning of the record that it belongs into."""
        return self.within.place_of(self.field)


def duties(records: Records, statute: Statute, today: date) -> Iterator[Duty]:
    """Every duty of every constituency, in the order of the records; none whose deadline counts from no known day."""
    steps = {str(step.event): step for step in records.one(Election).steps}
    for _, constituency, law in constituencies(records, statute):
        for name, (field, rule) in lists(law).items():
            start = counted_from(records, constituency, field)
            deadline = limit(law, rule, start) if start else None
            if deadline:
                within, stated = _recorded(records, constituency, field, deadline, steps)
                yield Duty(constituency, name, field, deadline, within, stated, _state(stated, deadline, today))
        for poll in votes(records, statute, constituency):
            yield from _of_later_vote(records, poll, today)


def _of_later_vote(records: Records, poll: Poll, today: date) -> Iterator[Duty]:
    """The duties of a vote after the first that is set for a day, by the law of that day."""
    if isinstance(poll.record, Rerun):
        for name, field, within, stated, deadline in owed_of_later_vote(records, poll):
            state = _state(stated, deadline, today)
            yield Duty(poll.constituency, name, field, deadline, within, stated, state, poll.number)


Owed = tuple[str, str, Rerun | JointResult, Facts[Day], Deadline]


def owed_of_later_vote(records: Records, poll: Poll) -> Iterator[Owed]:
    """The duties of a vote after the first: name, field, the record with the days stated, these days, deadline."""
    by_election = poll.kind is Kind.BY_ELECTION
    if poll.first or not isinstance(poll.record, Rerun) or poll.cancelled:
        return
    if by_election and poll.days.first and (notice := limit(poll.law, NOTICE_RULE, poll.days.first)):
        yield BY_ELECTION_NOTICE, "announced", poll.record, poll.announced, notice
    if poll.days.last and (result := limit(poll.law, RESULT_RULE, poll.days.last)):
        name = BY_ELECTION_RESULT if by_election else RERUN_RESULT
        shared = joint_by_election(records, poll)
        if shared and not (poll.published or poll.published.gaps):
            yield name, RESULT, shared, shared.published, result
        else:
            yield name, RESULT, poll.record, poll.published, result


def counted_from(records: Records, constituency: Constituency, field: str) -> date | None:
    """The day from which the deadline of a list counts: the polling day, or for the result the end of voting.

    None where it is not known, or a vote was put off to an earlier day, which is a slip; and for a result that may be
    that of a later vote.
    """
    days, everywhere = voting_days(records, constituency), days_of_election(records.one(Election))
    if constituency.postponed and days.first and everywhere.first and days.first < everywhere.first:
        return None
    if field != RESULT:
        return days.first
    held = any(not rerun.cancelled for rerun in constituency.reruns)
    return None if held and not first_result(constituency) else days.last


def _recorded(
    records: Records, constituency: Constituency, field: str, deadline: Deadline, steps: Mapping[str, Step]
) -> tuple[Constituency | JointResult | Step, Facts[Day]]:
    """The stated days of a list: of the constituency, of a result that it shares, or for all constituencies at once."""
    own: Facts[Day] = getattr(constituency, field)
    shared = joint_result(records, constituency) if field == RESULT else None
    step = steps.get(deadline.event)
    if own or own.gaps:
        return constituency, own
    if shared and (shared.published or shared.published.gaps):
        return shared, shared.published
    if step and (step.day or step.day.gaps):
        return step, ends(step)
    return constituency, own


def _state(stated: Facts[Day], deadline: Deadline, today: date) -> State:
    if exact_day(stated):
        return "done"
    if stated or stated.gaps:
        return "unknown"
    return "unrecorded" if deadline.day < today else "ahead"
