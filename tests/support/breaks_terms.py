"""Breaks of events during a term: by-elections and recalls."""

from dataclasses import replace
from datetime import timedelta

from district.elections.records import Constituency, sure
from district.elections.stages import person
from tests.support import election_oracle as oracle
from tests.support.breaks import breaks, by_election, exact, with_by_election

DAY = timedelta(days=1)


def _stranger(ward: Constituency) -> str:
    return person(ward.setting.name, ward.number, 24)


# ---- By-elections ----


@breaks("C256")
def elected_in_a_by_election_with_too_few(ward: Constituency) -> Constituency | None:
    held = by_election(ward)
    if not held or oracle.few_voters(ward.voters, held[1]) is not True:
        return None
    return with_by_election(ward, replace(held[0], count=replace(held[1], marked=held[0].candidates[:1])))


@breaks("C233", "C257")
def one_vote_less_than_it_takes_in_a_by_election(ward: Constituency) -> Constituency | None:
    held = by_election(ward)
    if not held or not held[1].marked:
        return None
    votes = {**held[1].votes, held[1].marked[0]: sure(exact(held[1].participants) // 2)}
    count = replace(held[1], votes=votes, against={}, abstained={})
    return with_by_election(ward, replace(held[0], count=count))


@breaks("C267")
def a_majority_in_a_by_election_and_not_elected(ward: Constituency) -> Constituency | None:
    held = by_election(ward) if ward.setting.province == "gansu" else None
    if not held or not held[1].marked:
        return None
    return with_by_election(ward, replace(held[0], count=replace(held[1], marked=())))


@breaks("C258")
def fewer_candidates_than_seats_in_a_by_election(ward: Constituency) -> Constituency | None:
    held = by_election(ward)
    return with_by_election(ward, replace(held[0], seats=len(held[0].candidates) + 1)) if held else None


@breaks("C236")
def one_more_elected_than_seats_in_a_by_election(ward: Constituency) -> Constituency | None:
    held = by_election(ward)
    if not held or len(held[0].candidates) < 2:
        return None
    return with_by_election(ward, replace(held[0], count=replace(held[1], marked=held[0].candidates)))


# ---- Recalls ----


@breaks("C245")
def recalled_by_exactly_half(ward: Constituency) -> Constituency | None:
    if not ward.recalls or not ward.recalls[0].passed:
        return None
    fewest = min(exact(ward.recalls[0].voters), exact(ward.voters))
    return replace(ward, recalls=(replace(ward.recalls[0], votes=sure(fewest // 2)),))


@breaks("C265")
def recalled_and_not_marked(ward: Constituency) -> Constituency | None:
    passed = ward.recalls and ward.recalls[0].passed
    return replace(ward, recalls=(replace(ward.recalls[0], passed=False),)) if passed else None


@breaks("C266")
def recalled_and_never_elected(ward: Constituency) -> Constituency | None:
    return replace(ward, recalls=(replace(ward.recalls[0], name=_stranger(ward)),)) if ward.recalls else None


@breaks("C244")
def one_signature_too_few(ward: Constituency) -> Constituency | None:
    """Article 50, first paragraph: fifty voters for a deputy of the county, thirty for one of the township."""
    fewer = {"县级": 49, "乡级": 29}[ward.level]
    return replace(ward, recalls=(replace(ward.recalls[0], signatories=fewer),)) if ward.recalls else None


@breaks("C239", "C264")
def more_for_the_recall_than_voters(ward: Constituency) -> Constituency | None:
    if not ward.recalls or not ward.recalls[0].passed:
        return None
    most = max(exact(ward.recalls[0].voters), exact(ward.voters))
    return replace(ward, recalls=(replace(ward.recalls[0], votes=sure(most + 1)),))


@breaks("C266")
def recalled_once_more(ward: Constituency) -> Constituency | None:
    if not ward.recalls or not ward.recalls[0].passed or ward.by_elections:
        return None
    return replace(ward, recalls=(*ward.recalls, replace(ward.recalls[0], day=ward.recalls[0].day + 30 * DAY)))
