"""People recorded as elected against the votes: by one vote, against the order of votes, in a void vote."""

from dataclasses import replace

from district.elections.records import Constituency, sure
from tests.support.breaks import BESIDE, breaks, exact, judged, known, with_first


def _valid(case: Constituency) -> bool:
    """Whether the figures of the first vote are known, and it is not void."""
    return known(case) and judged(case)[0].void is False


def _settled(case: Constituency) -> bool:
    """Whether the first vote filled every seat, so that no other followed."""
    return _valid(case) and not case.reruns and judged(case)[0].short == 0


@breaks("C232")
def exactly_half_of_the_voters_came(case: Constituency) -> Constituency | None:
    if not _settled(case) or case.first is None:
        return None
    return replace(case, voters=sure(2 * exact(case.first.participants)), recalls=())


@breaks("C232")
def elected_although_too_few_came(case: Constituency) -> Constituency | None:
    void = known(case) and judged(case)[0].few
    return with_first(case, marked=tuple(case.first.votes)[:1]) if void and case.first else None


@breaks("C230", "C232")
def elected_although_there_were_too_many_ballots(case: Constituency) -> Constituency | None:
    return with_first(case, marked=tuple(case.first.votes)[:1]) if "many" in case.kinds and case.first else None


@breaks("C233")
def one_vote_less_than_it_takes(case: Constituency) -> Constituency | None:
    first, later = case.first, {name for vote in case.reruns if vote.count for name in vote.count.marked}
    if not _valid(case) or first is None or not first.marked or first.marked[0] in later:
        return None
    votes = {**first.votes, first.marked[0]: sure(judged(case)[0].needed[0] - 1)}
    return with_first(case, votes=votes, against={}, abstained={})


@breaks("C233")
def one_vote_less_than_it_takes_by_the_ballots_alone(case: Constituency) -> Constituency | None:
    first = case.first
    if not _settled(case) or first is None:
        return None
    votes = {**first.votes, first.marked[0]: sure(exact(first.returned) // 2)}
    return with_first(case, participants=None, issued=None, votes=votes, against={}, abstained={})


@breaks("C233")
def elected_without_a_majority(case: Constituency) -> Constituency | None:
    first = case.first
    if not _valid(case) or first is None:
        return None
    needed, later = judged(case)[0].needed[0], {name for vote in case.reruns for name in vote.candidates}
    weak = [name for name, votes in first.by_name.items() if votes < needed and name not in later]
    return with_first(case, marked=(*first.marked, weak[0])) if weak else None


@breaks("C234")
def more_votes_passed_over(case: Constituency) -> Constituency | None:
    if "crowded" not in case.kinds or case.first is None:
        return None
    by_votes = sorted(case.first.by_name, key=lambda name: -case.first.by_name[name] if case.first else 0)
    return with_first(case, marked=(*by_votes[: case.seats - 1], by_votes[case.seats]))


@breaks("C236")
def one_more_elected_than_seats(case: Constituency) -> Constituency | None:
    if "crowded" not in case.kinds or case.first is None:
        return None
    return with_first(case, marked=tuple(name for name, votes in case.first.by_name.items() if votes))


@breaks("C267")
def a_majority_and_not_elected(case: Constituency) -> Constituency | None:
    return with_first(case, marked=case.first.marked[1:]) if _settled(case) and case.first else None


@breaks("C235")
def one_of_the_tied_elected_without_a_second_vote(case: Constituency) -> Constituency | None:
    tied = sorted(judged(case)[0].tied) if _valid(case) else []
    return with_first(replace(case, reruns=()), marked=(*case.first.marked, tied[0])) if tied and case.first else None


@breaks("C236", "C235")
def one_of_the_tied_elected_and_then_another(case: Constituency) -> Constituency | None:
    if not _valid(case) or case.first is None or not judged(case)[0].tied or "second full" not in case.kinds:
        return None
    last = case.reruns[0].count
    rest = sorted(judged(case)[0].tied - {*(last.marked if last else ())})
    return with_first(case, marked=(*case.first.marked, rest[0])) if last and last.marked and rest else None


@breaks("C247")
def a_candidate_left_out_of_the_count(case: Constituency) -> Constituency | None:
    first = case.first
    if not _valid(case) or first is None or not first.against:
        return None
    rest = {name: votes for name, votes in first.votes.items() if name != next(iter(first.votes))}
    return with_first(case, votes=rest)


@breaks("C247")
def votes_for_who_had_withdrawn(case: Constituency) -> Constituency | None:
    first = case.first
    if not _valid(case) or first is None or not case.withdrawn:
        return None
    return with_first(case, votes={**first.votes, next(iter(case.withdrawn)): sure(0)}, against={}, abstained={})


@breaks("C243")
def a_result_without_candidates(case: Constituency) -> Constituency | None:
    return replace(case, candidates=(), withdrawn={}, workers=()) if _valid(case) else None


@breaks("C246")
def elected_in_two_constituencies(case: Constituency) -> Constituency | None:
    if not _settled(case) or case.level != "县级" or case.beside:
        return None
    return replace(case, beside=(replace(case, number=case.number + BESIDE, recalls=(), by_elections=()),))


@breaks("C254")
def one_more_confirmed_than_elected(case: Constituency) -> Constituency | None:
    review = case.review
    return replace(case, review=replace(review, confirmed=review.confirmed + 1)) if review else None


@breaks("C254")
def refused_and_not_counted(case: Constituency) -> Constituency | None:
    review = case.review
    if not review or not review.refused:
        return None
    return replace(case, review=replace(review, refused=()))
