"""Breaks of who is elected: a vote too few, against the order of votes, in a void vote."""

from dataclasses import replace

from district.elections.records import Constituency, sure
from tests.support.breaks import BESIDE, breaks, exact, judged, known, with_first


def _valid(ward: Constituency) -> bool:
    """Whether the figures of the first vote are known, and it is not void."""
    return known(ward) and judged(ward)[0].void is False


def _settled(ward: Constituency) -> bool:
    """Whether the first vote filled every seat, so that no other followed."""
    return _valid(ward) and not ward.reruns and judged(ward)[0].short == 0


@breaks("C232")
def exactly_half_of_the_voters_came(ward: Constituency) -> Constituency | None:
    if not _settled(ward) or ward.first is None:
        return None
    return replace(ward, voters=sure(2 * exact(ward.first.participants)), recalls=())


@breaks("C232")
def elected_although_too_few_came(ward: Constituency) -> Constituency | None:
    void = known(ward) and judged(ward)[0].few
    return with_first(ward, marked=tuple(ward.first.votes)[:1]) if void and ward.first else None


@breaks("C230", "C232")
def elected_although_there_were_too_many_ballots(ward: Constituency) -> Constituency | None:
    return with_first(ward, marked=tuple(ward.first.votes)[:1]) if "many" in ward.kinds and ward.first else None


@breaks("C233")
def one_vote_less_than_it_takes(ward: Constituency) -> Constituency | None:
    first, later = ward.first, {name for vote in ward.reruns if vote.count for name in vote.count.marked}
    if not _valid(ward) or first is None or not first.marked or first.marked[0] in later:
        return None
    votes = {**first.votes, first.marked[0]: sure(judged(ward)[0].needed[0] - 1)}
    return with_first(ward, votes=votes, against={}, abstained={})


@breaks("C233")
def one_vote_less_than_it_takes_by_the_ballots_alone(ward: Constituency) -> Constituency | None:
    first = ward.first
    if not _settled(ward) or first is None:
        return None
    votes = {**first.votes, first.marked[0]: sure(exact(first.returned) // 2)}
    return with_first(ward, participants=None, issued=None, votes=votes, against={}, abstained={})


@breaks("C233")
def elected_without_a_majority(ward: Constituency) -> Constituency | None:
    first = ward.first
    if not _valid(ward) or first is None:
        return None
    needed, later = judged(ward)[0].needed[0], {name for vote in ward.reruns for name in vote.candidates}
    weak = [name for name, votes in first.by_name.items() if votes < needed and name not in later]
    return with_first(ward, marked=(*first.marked, weak[0])) if weak else None


@breaks("C234")
def more_votes_passed_over(ward: Constituency) -> Constituency | None:
    if "crowded" not in ward.kinds or ward.first is None:
        return None
    by_votes = sorted(ward.first.by_name, key=lambda name: -ward.first.by_name[name] if ward.first else 0)
    return with_first(ward, marked=(*by_votes[: ward.seats - 1], by_votes[ward.seats]))


@breaks("C236")
def one_more_elected_than_seats(ward: Constituency) -> Constituency | None:
    if "crowded" not in ward.kinds or ward.first is None:
        return None
    return with_first(ward, marked=tuple(name for name, votes in ward.first.by_name.items() if votes))


@breaks("C267")
def a_majority_and_not_elected(ward: Constituency) -> Constituency | None:
    return with_first(ward, marked=ward.first.marked[1:]) if _settled(ward) and ward.first else None


@breaks("C235")
def one_of_the_tied_elected_without_a_second_vote(ward: Constituency) -> Constituency | None:
    tied = sorted(judged(ward)[0].tied) if _valid(ward) else []
    return with_first(replace(ward, reruns=()), marked=(*ward.first.marked, tied[0])) if tied and ward.first else None


@breaks("C236", "C235")
def one_of_the_tied_elected_and_then_another(ward: Constituency) -> Constituency | None:
    if not _valid(ward) or ward.first is None or not judged(ward)[0].tied or "second full" not in ward.kinds:
        return None
    last = ward.reruns[0].count
    rest = sorted(judged(ward)[0].tied - {*(last.marked if last else ())})
    return with_first(ward, marked=(*ward.first.marked, rest[0])) if last and last.marked and rest else None


@breaks("C247")
def a_candidate_left_out_of_the_count(ward: Constituency) -> Constituency | None:
    first = ward.first
    if not _valid(ward) or first is None or not first.against:
        return None
    rest = {name: votes for name, votes in first.votes.items() if name != next(iter(first.votes))}
    return with_first(ward, votes=rest)


@breaks("C247")
def votes_for_who_had_withdrawn(ward: Constituency) -> Constituency | None:
    first = ward.first
    if not _valid(ward) or first is None or not ward.withdrawn:
        return None
    return with_first(ward, votes={**first.votes, next(iter(ward.withdrawn)): sure(0)}, against={}, abstained={})


@breaks("C243")
def a_result_without_candidates(ward: Constituency) -> Constituency | None:
    return replace(ward, candidates=(), withdrawn={}, workers=()) if _valid(ward) else None


@breaks("C246")
def elected_in_two_constituencies(ward: Constituency) -> Constituency | None:
    if not _settled(ward) or ward.level != "县级" or ward.beside:
        return None
    return replace(ward, beside=(replace(ward, number=ward.number + BESIDE, recalls=(), by_elections=()),))


@breaks("C254")
def one_more_confirmed_than_elected(ward: Constituency) -> Constituency | None:
    review = ward.review
    return replace(ward, review=replace(review, confirmed=review.confirmed + 1)) if review else None


@breaks("C254")
def refused_and_not_counted(ward: Constituency) -> Constituency | None:
    review = ward.review
    if not review or not review.refused:
        return None
    return replace(ward, review=replace(review, refused=()))
