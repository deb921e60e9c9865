"""Every vote of a constituency, held or to come, in the order in which they happen: the only list of them.

Records have the votes after the first in one list. The kind of each follows from the outcome of the vote before it:
all anew after a void one, among the tied after equal votes, for the seats left open otherwise.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from huanjie.content.records import Records
from huanjie.election.calendar import days_of_first_vote, days_of_later_vote
from huanjie.election.figures import number_taking_part
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome
from huanjie.election.poll import Poll
from huanjie.law import Statute
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election
from huanjie.model.results import Recall, Rerun, Vote


def votes(records: Records, statute: Statute, constituency: Constituency) -> tuple[Poll, ...]:
    """Every vote of a constituency; a vote without a certain day keeps its place in the record."""
    first = first_vote(records, statute, constituency)
    if not (constituency.reruns or constituency.by_elections or constituency.recalls):
        return (first,)  # nearly always, and checks call this ten thousand times
    later = chain(_by_elections(first), _recalls(first))
    return (first, *_reruns(first), *_in_time(later))


def first_vote(records: Records, statute: Statute, constituency: Constituency) -> Poll:
    """The first vote of a constituency, whether or not anything is recorded of it."""
    election = records.one(Election)
    kind = Kind.BY_ELECTION if election.by_election else Kind.FIRST
    days = days_of_first_vote(election, constituency)
    law = statute.on(days.earliest) if days.own and days.earliest else statute
    return Poll(constituency, kind, days, law, constituency.seats, constituency.voters, constituency.vote, first=True)


def unfinished(first: Poll, today: date) -> bool:
    """Whether a first vote that was not put off still goes on, or begins, on a day."""
    days = first.days
    return bool(days.last and days.last >= today and not first.counted and not first.constituency.postponed)


def constituencies(records: Records, statute: Statute) -> Iterator[tuple[Area, Constituency, Statute]]:
    """Every constituency with its area and the law of its first vote, or of the election while that is not known."""
    for area in records.of(Area):
        for constituency in area.constituencies:
            yield area, constituency, law_of(records, statute, constituency)


def law_of(records: Records, statute: Statute, constituency: Constituency) -> Statute:
    """The law of the first vote of a constituency."""
    return first_vote(records, statute, constituency).law


def every_vote(records: Records, statute: Statute) -> Iterator[Poll]:
    """Every vote of every constituency, in the order of the records."""
    for area in records.of(Area):
        for constituency in area.constituencies:
            yield from votes(records, statute, constituency)


def recorded_votes(records: Records, statute: Statute, *kinds: Kind) -> Iterator[tuple[Poll, Vote]]:
    """Every vote with recorded ballots, or those of some kinds, each with its record; no recalls."""
    first = Kind.BY_ELECTION if records.one(Election).by_election else Kind.FIRST
    polls = later_votes(records, statute) if kinds and first not in kinds else every_vote(records, statute)
    for poll in polls:
        if poll.ballots and (not kinds or poll.kind in kinds):
            yield poll, poll.ballots


def recalls(records: Records, statute: Statute) -> Iterator[tuple[Poll, Recall]]:
    """Every recall with its record."""
    for constituency in (constituency for area in records.of(Area) for constituency in area.constituencies):
        for poll in votes(records, statute, constituency) if constituency.recalls else ():
            if poll.recall:
                yield poll, poll.recall


def later_votes(records: Records, statute: Statute) -> Iterator[Poll]:
    """Every vote after a first one."""
    for constituency in (constituency for area in records.of(Area) for constituency in area.constituencies):
        if constituency.reruns or constituency.by_elections or constituency.recalls:
            yield from votes(records, statute, constituency)[1:]


def next_kind(chain_of_votes: Iterable[Poll]) -> Kind:
    """The kind of the vote that has to follow the votes of a term, by the outcome of the last of them."""
    *_, last = chain_of_votes
    return _kind(Outcome(last))


def _kind(before: Outcome) -> Kind:
    if before.void:
        return Kind.REPEAT
    return Kind.SECOND if before.tied else Kind.RERUN


def _reruns(first: Poll) -> Iterator[Poll]:
    """The votes that complete the election of the term, each by the outcome of the vote before it."""
    constituency, before = first.constituency, first
    if not constituency.reruns:
        return
    seats, elected = constituency.seats.agreed, {str(tally.name) for tally in Outcome(first).elected}
    unnamed = Outcome(first).unnamed
    for number, rerun in _numbered(constituency.reruns):
        came_to, filled = Outcome(before), len(elected) + unnamed
        days = days_of_later_vote(rerun)
        poll = Poll(
            constituency,
            _kind(came_to),
            days,
            first.law.on(days.earliest) if days.earliest else first.law,
            rerun.seats,
            constituency.voters,
            rerun,
            number=number,
            after=before if before.record else None,
            open_seats=max(0, seats - filled) if seats is not None and _certain(before, came_to) else None,
            settled=_certain(before, came_to),
        )
        yield poll
        elected |= {str(tally.name) for tally in Outcome(poll).elected}
        unnamed += Outcome(poll).unnamed
        before = poll if poll.counted else before


def _certain(before: Poll, came_to: Outcome) -> bool:
    """Whether the outcome of a vote is certain: void, or with figures that show whether seats are open or tied."""
    if came_to.void:
        return True
    known = before.settled and came_to.result_known and before.seats.agreed is not None
    return known and number_taking_part(before.ballots) is not None


def _numbered(reruns: tuple[Rerun, ...]) -> list[tuple[int, Rerun]]:
    """The reruns with their places in the record, by their days where all are certain; else as recorded."""
    numbered = [*enumerate(reruns, 1)]
    days = {number: days_of_later_vote(rerun).first for number, rerun in numbered}
    return numbered if None in days.values() else sorted(numbered, key=lambda pair: days[pair[0]] or date.max)


def _by_elections(first: Poll) -> Iterator[Poll]:
    for number, election in enumerate(first.constituency.by_elections, 1):
        days = days_of_later_vote(election)
        law = (first.law.on(days.earliest) if days.earliest else first.law).of_by_election
        stated = election.voters or election.voters.gaps
        voters = election.voters if stated else first.constituency.voters
        yield Poll(first.constituency, Kind.BY_ELECTION, days, law, election.seats, voters, election, number)


def _recalls(first: Poll) -> Iterator[Poll]:
    for number, recall in enumerate(first.constituency.recalls, 1):
        days = days_of_later_vote(recall)
        law = first.law.on(days.earliest) if days.earliest else first.law
        yield Poll(first.constituency, Kind.RECALL, days, law, first.seats, recall.voters, recall, number)


def _in_time(polls: Iterable[Poll]) -> list[Poll]:
    """By-elections and recalls by their days, those whose day nobody knows last."""
    return sorted(polls, key=lambda poll: poll.days.earliest or date.max)
