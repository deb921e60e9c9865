"""The votes to come: later ones, and first votes that were put off or end on a day of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from huanjie.content.records import Records
from huanjie.election.calendar import VotingDays, days_of_election
from huanjie.election.duties import LATER_VOTE
from huanjie.election.kinds import Kind
from huanjie.election.poll import Poll
from huanjie.election.votes import every_vote, unfinished
from huanjie.law import Statute
from huanjie.law.deadlines import limit
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election
from huanjie.yaml_text import Place

# The rules of law on the votes that follow a first one.
GROUNDS = {
    Kind.REPEAT: LATER_VOTE,
    Kind.SECOND: "tie",
    Kind.RERUN: "rerun-for-missing-seats",
    Kind.BY_ELECTION: "vacancy-filled-by",
    Kind.RECALL: "recall-majority",
}


@dataclass(frozen=True)
class ComingVote:
    """A vote that is still to be held: a later one, or a first one that was put off or ends on a day of its own.

    `appointed`: whether the vote is set for the day; else it is the last lawful one.
    """

    constituency: Constituency
    name: str
    day: date
    at: Place
    article: str
    appointed: bool = True


def coming_votes(records: Records, statute: Statute, today: date) -> Iterator[ComingVote]:
    """The votes from today on; and postponed ones without a day, by the last one that a province sets for them."""
    everywhere = days_of_election(records.one(Election))
    for poll in every_vote(records, statute):
        day = poll.days.first
        if poll.first:
            yield from _postponed(poll, held_again_after(records, poll), today)
            yield from _apart(poll, everywhere, today)
        elif day and day >= today and poll.to_come(today):
            yield ComingVote(poll.constituency, poll.kind.called, day, poll.at, poll.law.article(GROUNDS[poll.kind]))


def _apart(poll: Poll, everywhere: VotingDays, today: date) -> Iterator[ComingVote]:
    """A first vote that ends on another day than those of all others, and was not put off."""
    days, last = poll.days, poll.days.last
    if last and last != everywhere.last and unfinished(poll, today):
        name = "投票" if last == days.first else "投票的最后一天"
        yield ComingVote(poll.constituency, name, last, (days.ends or days.begins)[0].at, "")


def held_again_after(records: Records, poll: Poll) -> date | None:
    """The day from which a province counts to the last one for a vote that was put off, or is held anew.

    Where voting went on, no law says from which of its days: it is the last, so that nothing is late but for certain.
    """
    if poll.kind is Kind.REPEAT:
        return poll.after.days.last if poll.after else None
    put_off = poll.first and poll.constituency.postponed
    return days_of_election(records.one(Election)).last if put_off else None


def _postponed(poll: Poll, before: date | None, today: date) -> Iterator[ComingVote]:
    """A first vote that was put off and is still to be held."""
    postponed, day = poll.constituency.postponed, poll.days.first
    if not postponed or poll.counted:
        return
    last = limit(poll.law, LATER_VOTE, before) if before and not day else None
    if day and day >= today:
        yield ComingVote(poll.constituency, "推迟的投票", day, postponed.at, poll.law.article(LATER_VOTE))
    elif last:
        name = "推迟的投票最迟在这一天，还没有定哪天"
        yield ComingVote(poll.constituency, name, last.day, postponed.at, last.cited.text, appointed=False)
