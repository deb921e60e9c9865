"""Who is recorded elected against the votes: by one vote, against the order of votes, in a vote that does not count."""

from dataclasses import replace

from district.elections.records import Constituency, sure
from tests.support.breaks import BESIDE, breaks, exact, judged, known, with_first


def _valid(one: Constituency) -> bool:
    """Whether the figures of the first vote are known, and it is not void."""
    return known(one) and judged(one)[0].void is False


def _settled(one: Constituency) -> bool:
    """Whether the first vote filled every seat, so that no other followed."""
    return _valid(one) and not one.reruns and judged(one)[0].short == 0


@breaks("C232")
def exactly_half_of_the_voters_came(one: Constituency) -> Constituency | None:
    if not _settled(one) or one.first is None:
        return None
    return replace(one, voters=sure(2 * exact(one.first.participants)), recalls=())


@breaks("C232")
def elected_although_too_few_came(one: Constituency) -> Constituency | None:
    void = known(one) and judged(one)[0].few
    return with_first(one, marked=tuple(one.first.votes)[:1]) if void and one.first else None


@breaks("C230", "C232")
def elected_although_there_were_too_many_ballots(one: Constituency) -> Constituency | None:
    return with_first(one, marked=tuple(one.first.votes)[:1]) if "many" in one.kinds and one.first else None


@breaks("C233")
def one_vote_less_than_it_takes(one: Constituency) -> Constituency | None:
    first, later = one.first, {name for vote in one.reruns if vote.count for name in vote.count.marked}
    if not _valid(one) or first is None or not first.marked or first.marked[0] in later:
        return None
    votes = {**first.votes, first.marked[0]: sure(judged(one)[0].needed[0] - 1)}
    return with_first(one, votes=votes, against={}, abstained={})


@breaks("C233")
def one_vote_less_than_it_takes_by_the_ballots_alone(one: Constituency) -> Constituency | None:
    first = one.first
    if not _settled(one) or first is None:
        return None
    votes = {**first.votes, first.marked[0]: sure(exact(first.returned) // 2)}
    return with_first(one, participants=None, issued=None, votes=votes, against={}, abstained={})


@breaks("C233")
def elected_without_a_majority(one: Constituency) -> Constituency | None:
    first = one.first
    if not _valid(one) or first is None:
        return None
    needed, later = judged(one)[0].needed[0], {name for vote in one.reruns for name in vote.candidates}
    weak = [name for name, votes in first.by_name.items() if votes < needed and name not in later]
    return with_first(one, marked=(*first.marked, weak[0])) if weak else None


@breaks("C234")
def more_votes_passed_over(one: Constituency) -> Constituency | None:
    if "crowded" not in one.kinds or one.first is None:
        return None
    by_votes = sorted(one.first.by_name, key=lambda name: -one.first.by_name[name] if one.first else 0)
    return with_first(one, marked=(*by_votes[: one.seats - 1], by_votes[one.seats]))


@breaks("C236")
def one_more_elected_than_seats(one: Constituency) -> Constituency | None:
    if "crowded" not in one.kinds or one.first is None:
        return None
    return with_first(one, marked=tuple(name for name, votes in one.first.by_name.items() if votes))


@breaks("C267")
def a_majority_and_not_elected(one: Constituency) -> Constituency | None:
    return with_first(one, marked=one.first.marked[1:]) if _settled(one) and one.first else None


@breaks("C235")
def one_of_the_tied_elected_without_a_second_vote(one: Constituency) -> Constituency | None:
    tied = sorted(judged(one)[0].tied) if _valid(one) else []
    return with_first(replace(one, reruns=()), marked=(*one.first.marked, tied[0])) if tied and one.first else None


@breaks("C236", "C235")
def one_of_the_tied_elected_and_then_another(one: Constituency) -> Constituency | None:
    if not _valid(one) or one.first is None or not judged(one)[0].tied or "second full" not in one.kinds:
        return None
    last = one.reruns[0].count
    rest = sorted(judged(one)[0].tied - {*(last.marked if last else ())})
    return with_first(one, marked=(*one.first.marked, rest[0])) if last and last.marked and rest else None


@breaks("C247")
def a_candidate_left_out_of_the_count(one: Constituency) -> Constituency | None:
    first = one.first
    if not _valid(one) or first is None or not first.against:
        return None
    rest = {name: votes for name, votes in first.votes.items() if name != next(iter(first.votes))}
    return with_first(one, votes=rest)


@breaks("C247")
def votes_for_who_had_withdrawn(one: Constituency) -> Constituency | None:
    first = one.first
    if not _valid(one) or first is None or not one.withdrawn:
        return None
    return with_first(one, votes={**first.votes, next(iter(one.withdrawn)): sure(0)}, against={}, abstained={})


@breaks("C243")
def a_result_without_candidates(one: Constituency) -> Constituency | None:
    return replace(one, candidates=(), withdrawn={}, workers=()) if _valid(one) else None


@breaks("C246")
def elected_in_two_constituencies(one: Constituency) -> Constituency | None:
    if not _settled(one) or one.level != "县级" or one.beside:
        return None
    return replace(one, beside=(replace(one, number=one.number + BESIDE, recalls=(), by_elections=()),))


@breaks("C254")
def one_more_confirmed_than_elected(one: Constituency) -> Constituency | None:
    review = one.review
    return replace(one, review=replace(review, confirmed=review.confirmed + 1)) if review else None


@breaks("C254")
def refused_and_not_counted(one: Constituency) -> Constituency | None:
    review = one.review
    if not review or not review.refused:
        return None
    return replace(one, review=replace(review, refused=()))
