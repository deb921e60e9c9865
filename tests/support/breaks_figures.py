"""Figures that cannot be right: each of them broken in a first vote, in a vote after it, and in a by-election."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from district.elections.records import UNKNOWN, Constituency, Count, Figure, sure
from tests.support.breaks import Broken, add, by_election, exact, known, last_rerun, with_by_election, with_rerun


@dataclass(frozen=True)
class Held:
    """A vote that was held: its figures, its seats, and how many voters are registered."""

    count: Count
    seats: int
    voters: int


Spoilt = Callable[[Held], Count | None]


def more_ballots_than_people(vote: Held) -> Count | None:
    more = exact(vote.count.participants) + 1
    invalid = sure(more - exact(vote.count.valid))
    return replace(vote.count, returned=sure(more), issued=sure(more), invalid=invalid)


def more_ballots_than_were_issued(vote: Held) -> Count | None:
    return replace(vote.count, issued=sure(exact(vote.count.returned) - 1))


def one_invalid_ballot_too_many(vote: Held) -> Count | None:
    return replace(vote.count, invalid=sure(exact(vote.count.invalid) + 1))


def two_more_ballots_issued(vote: Held) -> Count | None:
    return replace(vote.count, issued=sure(exact(vote.count.participants) + 2))


def more_votes_than_valid_ballots(vote: Held) -> Count | None:
    name = next(iter(vote.count.votes))
    return replace(
        vote.count, votes={**vote.count.votes, name: sure(exact(vote.count.valid) + 1)}, against={}, abstained={}
    )


def more_votes_than_people(vote: Held) -> Count | None:
    name = next(iter(vote.count.votes))
    votes = {**vote.count.votes, name: sure(exact(vote.count.participants) + 1)}
    return replace(vote.count, votes=votes, valid=None, invalid=None, returned=None, against={}, abstained={})


def one_vote_more_than_ballots_allow(vote: Held) -> Count | None:
    votes = [exact(figure) for figure in vote.count.votes.values()]
    left, valid = exact(vote.count.valid) * vote.seats + 1 - sum(votes), exact(vote.count.valid)
    for place, had in enumerate(votes):
        more = min(left, valid - had)
        votes[place], left = had + more, left - more
    if left:
        return None
    return replace(
        vote.count, votes=dict(zip(vote.count.votes, map(sure, votes), strict=True)), against={}, abstained={}
    )


def one_write_in_too_many(vote: Held) -> Count | None:
    return replace(vote.count, others=sure(exact(vote.count.valid) * vote.seats + 1 - sum(vote.count.by_name.values())))


def one_mark_too_many(vote: Held) -> Count | None:
    if not vote.count.against:
        return None
    name = next(iter(vote.count.against))
    return replace(vote.count, against={**vote.count.against, name: vote.count.against[name] + 1})


def elected_with_unknown_votes(vote: Held) -> Count | None:
    votes = {name: UNKNOWN if name in vote.count.marked else figure for name, figure in vote.count.votes.items()}
    return replace(vote.count, votes=votes) if vote.count.marked else None


def more_people_than_voters(vote: Held) -> Count | None:
    return replace(vote.count, participants=sure(vote.voters + 1), issued=sure(vote.voters + 1))


def two_figures_of_one_source(vote: Held) -> Count | None:
    returned = exact(vote.count.returned)
    return replace(vote.count, returned=Figure((returned, returned - 1), sources=("report", "report")))


SPOILT: dict[Spoilt, tuple[str, ...]] = {
    more_ballots_than_people: ("C230",),
    more_ballots_than_were_issued: ("C231",),
    one_invalid_ballot_too_many: ("C231",),
    two_more_ballots_issued: ("C249",),
    more_votes_than_valid_ballots: ("C264",),
    more_votes_than_people: ("C264",),
    one_vote_more_than_ballots_allow: ("C238",),
    one_write_in_too_many: ("C238",),
    one_mark_too_many: ("C248",),
    elected_with_unknown_votes: ("C243",),
    more_people_than_voters: ("C239",),
    two_figures_of_one_source: ("E209",),
}


def in_the_first_vote(spoil: Spoilt) -> Broken:
    def broken(case: Constituency) -> Constituency | None:
        if not known(case) or case.first is None or case.first.note:
            return None
        count = spoil(Held(case.first, case.seats, exact(case.voters)))
        return replace(case, first=count) if count else None

    return broken


def in_a_later_vote(spoil: Spoilt) -> Broken:
    def broken(case: Constituency) -> Constituency | None:
        held = last_rerun(case) if known(case) else None
        count = spoil(Held(held[0].count, held[0].seats, exact(case.voters))) if held and held[0].count else None
        return with_rerun(case, replace(held[0], count=count)) if held and count else None

    return broken


def in_a_by_election(spoil: Spoilt) -> Broken:
    def broken(case: Constituency) -> Constituency | None:
        held = by_election(case)
        count = spoil(Held(held[1], held[0].seats, exact(case.voters))) if held else None
        return with_by_election(case, replace(held[0], count=count)) if held and count else None

    return broken


for spoil, ids in SPOILT.items():
    for place in (in_the_first_vote, in_a_later_vote, in_a_by_election):
        add(f"{spoil.__name__} {place.__name__}", place(spoil), *ids)
