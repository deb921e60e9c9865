"""Who is elected by the sums of a vote, by every reading of the law.

A first vote takes a majority of those who took part; a rerun the most votes, but not under a third of the ballots, and
the law does not say whether the void ones count; a second vote among the tied only the most votes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from huanjie.election.figures import Bounds, least, participants, stated, took_part
from huanjie.election.kinds import Kind
from huanjie.election.poll import Poll
from huanjie.model.results import Tally

MAJORITY, THIRD = "elected-majority", "rerun-threshold"


@dataclass(frozen=True)
class Threshold:
    """The votes needed to be elected, by a reading of the law: a part of the figure that `base` names."""

    rule: str
    base: str
    size: int
    votes: int


@dataclass(frozen=True)
class Reading:
    """Who is elected by one threshold, in the order of the record, and whose equal votes leave the last seat open."""

    threshold: Threshold
    elected: tuple[Tally, ...]
    tied: tuple[Tally, ...]


def rule_of(poll: Poll) -> str:
    """The rule of law that sets the votes needed; "" where only the most votes count."""
    return {Kind.SECOND: "", Kind.RERUN: THIRD}.get(poll.kind, MAJORITY)


def thresholds(poll: Poll) -> tuple[Threshold, ...]:
    """The votes needed to be elected, by every reading that the figures allow; none while a figure is missing."""
    vote, rule = poll.ballots, rule_of(poll)
    if vote is None:
        return ()
    if not rule:
        return (Threshold("tie", "", 0, 0),)
    sizes = _ballots(poll) if rule == THIRD else _taking_part(poll)
    base = "ballots_cast" if rule == THIRD else "voters_participating"
    needed = ((name, size, least(poll.law, rule, "votes_for", base, size)) for name, size in sizes)
    return tuple(Threshold(rule, name, size, votes) for name, size, votes in needed if votes is not None)


def _ballots(poll: Poll) -> Iterator[tuple[str, int]]:
    """The ballots of which a third is needed: those returned, or the valid ones among them."""
    if vote := poll.ballots:
        for name in ("returned", "valid"):
            for size in sorted(set(getattr(vote, name).values)) if stated(getattr(vote, name)) else ():
                yield name, size


def _taking_part(poll: Poll) -> Iterator[tuple[str, int]]:
    vote = poll.ballots
    if vote is None:
        return
    taking = participants(poll)
    if took_part(vote):
        yield from (("participants", size) for size in sorted({taking.least, taking.most or taking.least}))
    elif taking.most is not None and taking.least <= taking.most:
        yield from (("ballots", taking.least), ("voters", taking.most))


def passes(poll: Poll, tally: Tally) -> bool | None:
    """Whether somebody's votes are enough, by every reading of the law; None where that is not certain."""
    votes, needed = stated(tally.votes), thresholds(poll)
    if votes is None:
        return None
    if rule_of(poll) == MAJORITY and not needed:
        return _short_of_ballots(poll, votes)
    if rule_of(poll) == THIRD and not whole(needed):
        return _short_of_valid(needed, votes)
    if all(votes.least >= threshold.votes for threshold in needed):
        return True if needed else None
    too_few = votes.most is not None and all(votes.most < threshold.votes for threshold in needed)
    return False if too_few else None


def whole(needed: Sequence[Threshold]) -> bool:
    """Whether both ballots returned and valid ones are known, so that all readings of a third are worked out."""
    return {"returned", "valid"} <= {threshold.base for threshold in needed}


def _short_of_valid(needed: Sequence[Threshold], votes: Bounds) -> bool | None:
    """Fewer than a third of the valid ballots are too few by any reading; a third of those returned is enough."""
    valid = [threshold.votes for threshold in needed if threshold.base == "valid"]
    returned = [threshold.votes for threshold in needed if threshold.base == "returned"]
    if valid and votes.most is not None and votes.most < min(valid):
        return False
    return True if returned and votes.least >= max(returned) else None


def _short_of_ballots(poll: Poll, votes: Bounds) -> bool | None:
    """Nobody counted who took part or is registered: too few votes for the ballots alone are too few for certain."""
    needed = least(poll.law, MAJORITY, "votes_for", "voters_participating", participants(poll).least)
    return False if needed is not None and votes.most is not None and votes.most < needed else None


def readings(poll: Poll) -> tuple[Reading, ...]:
    """Who is elected, by each threshold; none while the seats, the votes of a person or a threshold are not known."""
    seats = poll.seats.agreed
    votes = [tally.votes.agreed for tally in poll.tallies]
    if not seats or not votes or None in votes or _somebody_unnamed(poll):
        return ()
    needed = thresholds(poll)
    if rule_of(poll) == THIRD and not whole(needed):
        needed = _certain(poll, seats, needed)
    return tuple(_reading(poll.tallies, seats, threshold) for threshold in needed)


def _certain(poll: Poll, seats: int, needed: Sequence[Threshold]) -> tuple[Threshold, ...]:
    """The third of all ballots alone, where so many reach it that the one of the valid ballots elects nobody else."""
    returned = tuple(threshold for threshold in needed if threshold.base == "returned")
    highest = max((threshold.votes for threshold in returned), default=0)
    enough = sum((tally.votes.agreed or 0) >= highest for tally in poll.tallies)
    return returned if enough >= seats else ()


def _somebody_unnamed(poll: Poll) -> bool:
    """Whether somebody who is not named may have enough votes to be elected."""
    others = stated(poll.ballots.others) if poll.ballots else None
    return others is not None and any((others.most or 0) >= threshold.votes > 0 for threshold in thresholds(poll))


def _reading(tallies: Sequence[Tally], seats: int, threshold: Threshold) -> Reading:
    counted = [(votes, tally) for tally in tallies if (votes := tally.votes.agreed) is not None]
    passed = sorted((votes for votes, _ in counted if votes >= threshold.votes), reverse=True)
    last = passed[seats - 1] if len(passed) >= seats else threshold.votes
    tie = len(passed) > seats and passed[seats] == last
    elected = tuple(tally for votes, tally in counted if (votes > last if tie else votes >= last))
    return Reading(threshold, elected, tuple(tally for votes, tally in counted if tie and votes == last))
