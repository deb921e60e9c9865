"""Results announced for several constituencies at once: the votes they cover, and the sums of these where known.

Where every vote has figures of its own, those count and the joint ones are only held against them; else the joint ones
stand for all of their constituencies.
"""

from collections.abc import Iterator

from huanjie.content.records import Records
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome
from huanjie.election.poll import Poll
from huanjie.election.votes import votes
from huanjie.law import Statute
from huanjie.model.areas import JointResult
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day

FIGURES = ("participants", "issued", "returned", "valid", "invalid")


def covered_votes(records: Records, statute: Statute, result: JointResult) -> Iterator[Poll | None]:
    """The vote of each constituency that a result covers; None for one without a by-election on that day."""
    day = exact_day(result.by_election)
    for ref in result.constituencies:
        first, *later = votes(records, statute, records.get(Constituency, ref.slug))
        if result.of_term:
            yield first
        else:
            held = (poll for poll in later if poll.kind is Kind.BY_ELECTION and poll.days.first == day)
            yield next(held, None)


def own_sum(polls: list[Poll], figure: str) -> int | None:
    """The sum of the votes' own figures; None where one is not known. `elected` counts those recorded as elected."""
    parts = [_own(poll, figure) for poll in polls]
    known = [part for part in parts if part is not None]
    return sum(known) if known and len(known) == len(parts) else None


def _own(poll: Poll, figure: str) -> int | None:
    if figure == "elected":
        return len(Outcome(poll).elected) if Outcome(poll).known and poll.tallies else None
    own: int | None = getattr(poll.ballots, figure).agreed if poll.ballots else None
    return own


def joint_result_needed(records: Records, result: JointResult) -> bool:
    """Whether a joint result of the term's election counts, because a constituency of it has no figures of its own."""
    parts = (records.get(Constituency, ref.slug) for ref in result.constituencies)
    return not all(constituency.vote and constituency.vote.tallies for constituency in parts)
