"""By-elections and recalls during a term, broken."""

from dataclasses import replace
from datetime import timedelta

from district.elections.records import Constituency, sure
from district.elections.stages import person
from tests.support import election_oracle as oracle
from tests.support.breaks import breaks, by_election, exact, with_by_election

DAY = timedelta(days=1)


def _stranger(case: Constituency) -> str:
    return person(case.setting.name, case.number, 24)


# ---- By-elections ----


@breaks("C256")
def elected_in_a_by_election_with_too_few(case: Constituency) -> Constituency | None:
    held = by_election(case)
    if not held or oracle.few_voters(case.voters, held[1]) is not True:
        return None
    return with_by_election(case, replace(held[0], count=replace(held[1], marked=held[0].candidates[:1])))


@breaks("C233", "C257")
def one_vote_less_than_it_takes_in_a_by_election(case: Constituency) -> Constituency | None:
    held = by_election(case)
    if not held or not held[1].marked:
        return None
    votes = {**held[1].votes, held[1].marked[0]: sure(exact(held[1].participants) // 2)}
    count = replace(held[1], votes=votes, against={}, abstained={})
    return with_by_election(case, replace(held[0], count=count))


@breaks("C267")
def a_majority_in_a_by_election_and_not_elected(case: Constituency) -> Constituency | None:
    held = by_election(case) if case.setting.province == "gansu" else None
    if not held or not held[1].marked:
        return None
    return with_by_election(case, replace(held[0], count=replace(held[1], marked=())))


@breaks("C258")
def fewer_candidates_than_seats_in_a_by_election(case: Constituency) -> Constituency | None:
    held = by_election(case)
    return with_by_election(case, replace(held[0], seats=len(held[0].candidates) + 1)) if held else None


@breaks("C236")
def one_more_elected_than_seats_in_a_by_election(case: Constituency) -> Constituency | None:
    held = by_election(case)
    if not held or len(held[0].candidates) < 2:
        return None
    return with_by_election(case, replace(held[0], count=replace(held[1], marked=held[0].candidates)))


# ---- Recalls ----


@breaks("C245")
def recalled_by_exactly_half(case: Constituency) -> Constituency | None:
    if not case.recalls or not case.recalls[0].passed:
        return None
    fewest = min(exact(case.recalls[0].voters), exact(case.voters))
    return replace(case, recalls=(replace(case.recalls[0], votes=sure(fewest // 2)),))


@breaks("C265")
def recalled_and_not_marked(case: Constituency) -> Constituency | None:
    passed = case.recalls and case.recalls[0].passed
    return replace(case, recalls=(replace(case.recalls[0], passed=False),)) if passed else None


@breaks("C266")
def recalled_and_never_elected(case: Constituency) -> Constituency | None:
    return replace(case, recalls=(replace(case.recalls[0], name=_stranger(case)),)) if case.recalls else None


@breaks("C244")
def one_signature_too_few(case: Constituency) -> Constituency | None:
    """Article 50, first paragraph: fifty voters for a deputy of the county, thirty for one of the township."""
    fewer = {"县级": 49, "乡级": 29}[case.level]
    return replace(case, recalls=(replace(case.recalls[0], signatories=fewer),)) if case.recalls else None


@breaks("C239", "C264")
def more_for_the_recall_than_voters(case: Constituency) -> Constituency | None:
    if not case.recalls or not case.recalls[0].passed:
        return None
    most = max(exact(case.recalls[0].voters), exact(case.voters))
    return replace(case, recalls=(replace(case.recalls[0], votes=sure(most + 1)),))


@breaks("C266")
def recalled_once_more(case: Constituency) -> Constituency | None:
    if not case.recalls or not case.recalls[0].passed or case.by_elections:
        return None
    return replace(case, recalls=(*case.recalls, replace(case.recalls[0], day=case.recalls[0].day + 30 * DAY)))
